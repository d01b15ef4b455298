/** Wishes as a form (F2.6). */
import { UserError } from '../domain/errors.ts';
import type { Preferences } from '../domain/match.ts';
import type { Choice, Form } from '../messages/channel.ts';
import { type PreferenceChange, parsePreferenceLine } from '../pipeline/correct/parse-preferences.ts';
import type { CommandContext, FormContext } from './registry.ts';

const REMOTE: readonly Choice[] = [
  { name: 'I do not mind', value: 'any' },
  { name: 'Remote only', value: 'only' },
  { name: 'Remote preferred', value: 'preferred' },
  { name: 'Not remote', value: 'no' },
];

const listed = (names: readonly string[] | undefined): string => (names ?? []).join(', ');

export async function preferForm({ person }: FormContext): Promise<Omit<Form, 'command'> | undefined> {
  if (!person) return undefined;
  const wishes = person.preferences;
  return {
    words: [],
    title: 'What you wish for',
    submit: 'Save',
    fields: [
      { name: 'roles', label: 'Jobs', hint: 'Welder, Fitter', kind: 'line', value: listed(wishes?.titles), required: false },
      { name: 'places', label: 'Places', hint: 'Leeds, York', kind: 'line', value: listed(wishes?.cities), required: false },
      { name: 'remote', label: 'Remote', kind: 'choice', value: wishes?.remote ?? 'any', required: true, choices: REMOTE },
      { name: 'pay', label: 'Pay', hint: 'at least 60k EUR', kind: 'line', value: payOf(wishes), required: false },
      {
        name: 'never',
        label: 'Never show',
        hint: 'Acme, Globex',
        kind: 'line',
        value: listed(wishes?.excludedCompanies),
        required: false,
      },
    ],
  };
}

function payOf(wishes: Preferences | undefined): string {
  const { floor, target, currency, period } = wishes?.salary ?? {};
  const amount = floor ?? target;
  return amount === undefined ? '' : `${floor === undefined ? 'target' : 'at least'} ${amount} ${currency} a ${period}`;
}

const names = (text: string): string[] =>
  text
    .split(/\s*[,;\n]\s*/)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 20);

/** What is left out stays as it is; what is emptied is wished no more, save pay, which stays. Throws UserError for a pay that cannot be read. */
export function wishesIn(fields: Readonly<Record<string, string>>, { person, taxonomy }: CommandContext): PreferenceChange[] {
  const { roles, places, remote, pay, never } = fields;
  const before = person?.preferences;
  return [
    ...(roles === undefined ? [] : [{ set: { titles: names(roles) } }]),
    ...(places === undefined ? [] : [{ set: { cities: names(places) } }]),
    ...(remote === undefined ? [] : [{ set: { remote: REMOTES.find((one) => one === remote) } }]),
    ...(never === undefined ? [] : excluded(names(never), before?.excludedCompanies ?? [])),
    ...(pay === undefined || pay.trim() === '' || pay.trim() === payOf(before) ? [] : [payIn(pay, taxonomy)]),
  ];
}

const REMOTES = ['only', 'preferred', 'no'] as const;

const excluded = (now: string[], before: readonly string[]): PreferenceChange[] => {
  const gone = before.filter((name) => !now.includes(name));
  return [...(gone.length > 0 ? [{ include: gone }] : []), ...(now.length > 0 ? [{ exclude: now }] : [])];
};

function payIn(text: string, taxonomy: CommandContext['taxonomy']): PreferenceChange {
  const read =
    parsePreferenceLine(text, { taxonomy, explicit: true }) ??
    parsePreferenceLine(`at least ${text}`, { taxonomy, explicit: true });
  if (read?.pay) return read;
  throw new UserError(`I cannot read "${text.slice(0, 40)}" as a pay.`, 'Write it as at least 60k EUR, or 25 GBP an hour.');
}
