import { UserError } from '../domain/errors.ts';
import type { Person } from '../domain/people.ts';
import { buildErasedCard, buildErasePlanCard } from '../messages/privacy-cards.ts';
import { eraseCode, isEraseCode } from '../pipeline/privacy/confirmation-code.ts';
import { scopeOf } from '../store/erasures.ts';
import { startErasure } from '../store/start-erasure.ts';
import { describeKept, keptJson } from './describe-kept.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** Two steps: what would go, then the code (rule A8). */
async function plan(context: CommandContext, person: Person): Promise<CommandResult> {
  const input = await describeKept(context, person);
  const code = eraseCode(context.store.keys.links, person.id, context.clock.now().getTime());
  return {
    card: buildErasePlanCard({ ...input, code, named: person.role !== 'candidate' }),
    json: [{ ...keptJson(input, person), erased: false }],
  };
}

async function confirmed(context: CommandContext, person: Person, code: string): Promise<CommandResult> {
  const { store, workspace, channel, askedIn } = context;
  if (!askedIn || !isEraseCode(store.keys.links, person.id, code, context.clock.now().getTime()))
    throw new UserError(
      'This code is not valid (any more). Nothing was erased.',
      'Answer "erase" to see once more what would go and to get a new code.',
    );
  const scope = await scopeOf(store, { workspace, personId: person.id, whole: false });
  const started = await startErasure(store, { workspace, personId: person.id, scope, reply: { channel, ...askedIn } });
  return {
    card: buildErasedCard(),
    json: [{ person: person.code, erased: true }],
    changes: started.changes,
    tasks: started.tasks,
    answersLater: true,
  };
}

export const erase = defineCommand<{ code?: string }>({
  name: 'erase',
  usage: 'erase [yes CODE]',
  summary: 'have everything about you deleted; I tell you first what goes',
  examples: ['erase', 'erase yes 7k3m9q2x'],
  role: 'candidate',
  options: [{ name: 'code', summary: 'The code that I gave you, to confirm', kind: 'words', prefix: 'yes ' }],
  parse([word, code, ...more]) {
    if (word === undefined) return {};
    return word.toLowerCase() === 'yes' && code !== undefined && more.length === 0 ? { code } : undefined;
  },
  async run(context, { code }) {
    const { person } = context;
    if (!person) throw new UserError('Whose data?', 'Name the person: shortlist erase --person EMAIL.');
    return code === undefined ? plan(context, person) : confirmed(context, person, code);
  },
});
