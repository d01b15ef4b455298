/** `undo m…`, `undo r…`: takes back what the asker said about a match, or about a newer resume of theirs. The button under a confirmation; in a reply the bare word does. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildFeedbackCard } from '../messages/feedback-card.ts';
import { feedbackChanges, matchTitle } from '../pipeline/feedback/take-reactions.ts';
import { getMatch } from '../store/matches.ts';
import { takeOfferAnswer } from './accept.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

export const undo = defineCommand<string>({
  name: 'undo',
  usage: 'undo <match>',
  summary: 'take back what you said about a match, or about a newer resume',
  examples: ['undo m4f7k2m9q', 'undo r4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'match', summary: 'Its code', kind: 'words', required: true, suggests: 'match' }],
  parse([word = '', ...more]) {
    const code = word.toLowerCase();
    return more.length === 0 && (isCode(code, 'm') || isCode(code, 'r')) ? code : undefined;
  },
  run: (context, code) => (isCode(code, 'r') ? takeOfferAnswer(context, code, 'undo') : undoFeedback(context, code)),
});

async function undoFeedback({ store, viewer, workspace }: CommandContext, code: string): Promise<CommandResult> {
  const row = viewer.personId === null ? undefined : await getMatch(store, viewer, code);
  if (!row) throw new UserError(`There is no match ${code} that you can see.`, '"match" shows your list.');
  const { changes, what } = await feedbackChanges(store, { workspace, repliesTo: null }, viewer, row, { kind: 'undo' });
  const taken = {
    number: 1,
    alone: true,
    ...(await matchTitle(store, viewer, row)),
    candidateId: row.candidateId,
    taken: what,
  };
  return { card: buildFeedbackCard([taken]), json: [{ match: code, undone: what.kind === 'undone' }], changes };
}
