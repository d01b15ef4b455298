import { buildDigestArchive, buildSentDigest } from '../digest/digest-archive.ts';
import { digestNow } from '../digest/digest-now.ts';
import { type DigestSetting, digestSettingChanges, personAfter, undoCommand } from '../digest/digest-settings.ts';
import { describeLocal, localTime, nextDigestAt } from '../digest/local-day.ts';
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { UserError } from '../domain/errors.ts';
import { type Person, WEEKDAYS } from '../domain/people.ts';
import { STOP_WORDS } from '../domain/stop-words.ts';
import { channelName } from '../messages/channel-names.ts';
import { buildDigestSettingCard } from '../messages/digest-setting-card.ts';
import { identitiesOf } from '../store/people.ts';
import { digestForm, digestSettingsIn } from './digest-form.ts';
import { findTimeZone } from './find-time-zone.ts';
import { type DigestArguments, parseDigest } from './parse-digest.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

async function run(context: CommandContext, args: DigestArguments): Promise<CommandResult> {
  const { person } = context;
  if (!person) throw new UserError('The terminal gets no digest.', 'Use digest preview --person EMAIL.');
  switch (args.kind) {
    case 'now':
      return now(context, person);
    case 'archive':
      return buildDigestArchive(context.store, person, args.count);
    case 'sent':
      return buildSentDigest(context.store, person, args.date);
    case 'show':
      return showDigest(context, person);
    case 'zone':
      return setDigest(context, person, {
        kind: 'zone',
        zone: findTimeZone(args.named, context.taxonomy, context.clock.now().getTime()),
      });
    case 'channel':
      await checkChannel(context, person, args.channel);
      return setDigest(context, person, args);
    default:
      return setDigest(context, person, args);
  }
}

async function now(context: CommandContext, person: Person): Promise<CommandResult> {
  const { store, settings, taxonomy } = context;
  const digest = await digestNow({ store, taxonomy, showFrom: settings.showFrom }, person);
  return {
    card: digest.card,
    json: [{ items: digest.items.length }],
    changes: digest.changes,
    matches: digest.items.map(({ number, matchId }) => ({ number, matchId })),
  };
}

/** Only where they are proven to be: anybody else's account is linked first. */
async function checkChannel({ store, workspace }: CommandContext, person: Person, channel: string | undefined): Promise<void> {
  if (channel === undefined) return;
  const known = (await identitiesOf(store, workspace, person.id)).some((one) => one.channel === channel && one.verified);
  if (known) return;
  const name = channelName(channel);
  throw new UserError(
    `I do not know where you are on ${name}: you have not written to me from there.`,
    `Answer "link" to get a code, then write "link CODE" to me on ${name}.`,
  );
}

type Setter = Pick<CommandContext, 'clock'>;

/** What holds now. */
export const showDigest = ({ clock }: Setter, person: Person): CommandResult =>
  answer(clock, { before: person, after: person, changes: [], outcome: 'shown' });

/** The change, and what holds after it. */
export function setDigest({ clock }: Setter, person: Person, ...settings: DigestSetting[]): CommandResult {
  const changes: Change[] = [];
  for (const setting of settings) changes.push(...digestSettingChanges(personAfter(person, changes), setting, clock));
  const after = personAfter(person, changes);
  const result = answer(clock, { before: person, after, changes, outcome: changes.length > 0 ? 'changed' : 'unchanged' });
  return settings.some((setting) => setting.kind === 'on')
    ? { ...result, changes: [...changes, wantsMailAgain(person, clock)] }
    : result;
}

/** Who once reported a mail as unwanted gets mail again by these words only (rule O7). */
const wantsMailAgain = (person: Person, clock: Clock): Change => ({
  kind: 'suppressionLifted',
  workspace: person.workspace,
  whose: { personId: person.id },
  causes: ['complaint'],
  at: clock.now().getTime(),
});

function answer(
  clock: Clock,
  input: { before: Person; after: Person; changes: Change[]; outcome: 'shown' | 'changed' | 'unchanged' },
): CommandResult {
  const { before, after, changes, outcome } = input;
  const at = clock.now().getTime();
  const { digest: state, digestTime: time, timeZone, digestWeekday, digestPausedUntil: until } = after;
  const next = state === 'on' ? nextDigestAt(after, at) : undefined;
  const paused = state === 'on' && until !== undefined && until > at ? until : undefined;
  return {
    card: buildDigestSettingCard({
      person: after,
      outcome,
      next: next === undefined ? undefined : describeLocal(next, timeZone),
      pausedUntil: paused === undefined ? undefined : describeLocal(paused, timeZone),
      localTime: localTime(at, timeZone),
      undo: undoCommand(before, after, at),
    }),
    json: [
      {
        digest: state,
        time,
        timeZone,
        weekday: digestWeekday ?? null,
        pausedUntil: paused === undefined ? null : new Date(paused).toISOString(),
        next: next === undefined ? null : new Date(next).toISOString(),
      },
    ],
    changes,
  };
}

const WEEKDAY_CHOICES = WEEKDAYS.map((value) => ({ name: value, value }));
const DIGEST_CHOICES = ['now', 'on', 'off', 'daily', 'resume', 'archive'].map((value) => ({ name: value, value }));

export const digest = defineCommand<DigestArguments>({
  name: 'digest',
  usage: 'digest [on|off|now|daily|weekly fri|pause 2w|time 08:15|zone Berlin|channel mail|archive]',
  summary: 'your digest: what it is set to, switch it, pause it, set its time, get one now, see what was sent',
  examples: [
    'digest on',
    'digest off',
    'digest weekly fri',
    'digest pause 2w',
    'digest pause until 2026-12-24',
    'digest resume',
    'digest now',
    'digest time 08:15',
    'digest zone Berlin',
    'digest channel slack',
    'digest on discord',
    'digest archive',
  ],
  role: 'candidate',
  slash: 'digest',
  options: [
    { name: 'set', summary: 'What to do', kind: 'choice', choices: DIGEST_CHOICES },
    { name: 'time', summary: 'At what time: 08:15', kind: 'words', prefix: 'time ' },
    { name: 'zone', summary: 'Your time zone or city', kind: 'words', suggests: 'zone', prefix: 'zone ' },
    { name: 'weekly', summary: 'Once a week, on', kind: 'choice', choices: WEEKDAY_CHOICES, prefix: 'weekly ' },
    { name: 'pause', summary: 'For how long: 2w, 10d, until 2026-12-24', kind: 'words', prefix: 'pause ' },
  ],
  form: digestForm,
  fill: async (context, _words, fields) =>
    setDigest(context, asked(context.person), ...digestSettingsIn(fields, asked(context.person), context)),
  parse: parseDigest,
  run,
});

/** One word that always works, also as the subject of the unsubscribe address. */
export const stop = defineCommand<true>({
  name: 'stop',
  aliases: STOP_WORDS,
  usage: 'stop',
  summary: 'no more digests',
  examples: ['stop'],
  role: 'candidate',
  parse: (words) => (words.length === 0 ? true : undefined),
  run: async (context) => setDigest(context, asked(context.person), { kind: 'off' }),
});

export const start = defineCommand<true>({
  name: 'start',
  aliases: ['subscribe'],
  usage: 'start',
  summary: 'digests again',
  examples: ['start'],
  role: 'candidate',
  parse: (words) => (words.length === 0 ? true : undefined),
  run: async (context) => setDigest(context, asked(context.person), { kind: 'on' }),
});

function asked(person: Person | undefined): Person {
  if (person) return person;
  throw new UserError('The terminal gets no digest.', 'Nothing needs to be stopped or started.');
}
