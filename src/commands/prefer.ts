/** Wishes by command: `prefer remote only`, `preferences`, `preferences clear` (F2.6). In a reply the bare lines do. */
import { UserError } from '../domain/errors.ts';
import { buildTakenCard } from '../messages/taken-card.ts';
import { type PreferenceChange, parsePreferenceLine } from '../pipeline/correct/parse-preferences.ts';
import { setPreferences } from '../pipeline/correct/set-preferences.ts';
import { showPreferences } from '../pipeline/correct/show-taken.ts';
import { preferForm, wishesIn } from './prefer-form.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** Whether a name is a place or a language is seen when the command runs; to tell a command from prose its shape is enough. */
const ANY_NAME = {
  findPlace: (city: string) => ({ city, countryCode: '', latitude: 0, longitude: 0, population: 0 }),
  spokenLanguage: (name: string) => ({ code: '', name, rest: '' }),
};

async function run(context: CommandContext, wanted: readonly PreferenceChange[]): Promise<CommandResult> {
  const { person, clock, store, taxonomy, settings } = context;
  if (!person) throw new UserError('The terminal wishes for nothing.', 'Say whose preferences with --as EMAIL.');
  const { showFrom, storeFrom } = settings;
  const set = await setPreferences(
    { store, taxonomy, clock, showFrom, storeFrom },
    person,
    wanted,
    context.message?.submissionId,
  );
  const preferences = showPreferences(person, set, false);
  const card = buildTakenCard({ preferences, problems: [], ignored: [], personId: person.id });
  return { card, json: [preferences.wishes ?? {}], changes: set.changes, tasks: set.tasks };
}

export const prefer = defineCommand<string>({
  name: 'prefer',
  usage: 'prefer <wish>',
  summary: 'what you wish for: remote only, not Acme, in Leeds or York, at least 60k EUR, full-time, roles: …',
  examples: ['prefer remote only', 'prefer not Acme', 'prefer in Leeds or York', 'prefer at least 60k EUR'],
  role: 'candidate',
  slash: 'prefer',
  options: [{ name: 'wish', summary: 'For example remote only, in Leeds, at least 60k EUR', kind: 'words' }],
  form: preferForm,
  fill: (context, _words, fields) => run(context, wishesIn(fields, context)),
  parse(words) {
    const line = words.join(' ');
    return parsePreferenceLine(line, { taxonomy: ANY_NAME, explicit: true }) ? line : undefined;
  },
  async run(context, line) {
    const change = parsePreferenceLine(line, { taxonomy: context.taxonomy, explicit: true });
    if (!change)
      throw new UserError(
        `I do not know the place or language in "${line.slice(0, 60)}".`,
        'Write it as prefer in Leeds, or prefer work language: German.',
      );
    return run(context, [change]);
  },
});

export const preferences = defineCommand<'show' | 'clear'>({
  name: 'preferences',
  usage: 'preferences [clear]',
  summary: 'what you wish for, as I have it',
  examples: ['preferences', 'preferences clear'],
  role: 'candidate',
  options: [{ name: 'set', summary: 'clear: no wishes any more', kind: 'choice', choices: [{ name: 'clear', value: 'clear' }] }],
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && word.toLowerCase() !== 'clear') ? undefined : word === undefined ? 'show' : 'clear',
  run: (context, what) => run(context, what === 'clear' ? [{ clear: true }] : []),
});
