import { digestNow } from '../digest/digest-now.ts';
import { isTimeZone } from '../digest/local-day.ts';
import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import type { Person } from '../domain/people.ts';
import { buildDigestSettingCard } from '../messages/digest-setting-card.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

type DigestArguments =
  | { kind: 'show' | 'on' | 'off' | 'now' }
  | { kind: 'pause'; days: number }
  | { kind: 'time'; time: string }
  | { kind: 'zone'; zone: string };

const DAY_MS = 86_400_000;
const PAUSE_DAYS = 7;
const LONGEST_PAUSE_DAYS = 365;

function parse([first = '', second, ...more]: readonly string[]): DigestArguments | undefined {
  const word = first.toLowerCase();
  if (more.length > 0) return undefined;
  if (word === 'pause' && (second === undefined || /^\d{1,3}$/.test(second))) {
    const days = Number(second ?? PAUSE_DAYS);
    return days >= 1 && days <= LONGEST_PAUSE_DAYS ? { kind: 'pause', days } : undefined;
  }
  if (word === 'time') {
    const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(second ?? '') ?? [];
    return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60
      ? { kind: 'time', time: `${hours.padStart(2, '0')}:${minutes}` }
      : undefined;
  }
  if (word === 'zone') return second === undefined ? undefined : { kind: 'zone', zone: second };
  if (second !== undefined) return undefined;
  if (word === '') return { kind: 'show' };
  return word === 'on' || word === 'off' || word === 'now' ? { kind: word } : undefined;
}

async function run(context: CommandContext, args: DigestArguments): Promise<CommandResult> {
  const { person } = context;
  if (!person) throw new UserError('The terminal gets no digest.', 'Use digest preview --person EMAIL.');
  if (args.kind === 'now') return now(context, person);
  return setDigest(context, person, args);
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

export function setDigest(
  context: CommandContext,
  person: Person,
  args: Exclude<DigestArguments, { kind: 'now' }>,
): CommandResult {
  const change: Extract<Change, { kind: 'personSettingsChanged' }> = {
    kind: 'personSettingsChanged',
    workspace: person.workspace,
    personId: person.id,
  };
  const after: Person = { ...person };
  const now = context.clock.now().getTime();
  // Not before now: switched on, or set to the morning, in the afternoon, the next one comes tomorrow.
  if (args.kind === 'on') Object.assign(change, { digest: 'on', digestPausedUntil: now });
  if (args.kind === 'time' || args.kind === 'zone') change.digestPausedUntil = Math.max(now, person.digestPausedUntil ?? 0);
  if (args.kind === 'off') change.digest = 'off';
  if (args.kind === 'pause') change.digestPausedUntil = now + args.days * DAY_MS;
  if (args.kind === 'time') change.digestTime = args.time;
  if (args.kind === 'zone') change.timeZone = zoneNamed(args.zone);
  after.digest = change.digest ?? person.digest;
  after.digestTime = change.digestTime ?? person.digestTime;
  after.timeZone = change.timeZone ?? person.timeZone;
  after.digestPausedUntil = change.digestPausedUntil ?? person.digestPausedUntil;
  const changed = args.kind !== 'show';
  return {
    card: buildDigestSettingCard({ person: after, changed, now: context.clock.now() }),
    json: [
      {
        digest: after.digest,
        time: after.digestTime,
        timeZone: after.timeZone,
        pausedUntil: after.digestPausedUntil === undefined ? null : new Date(after.digestPausedUntil).toISOString(),
      },
    ],
    changes: changed ? [change, ...(args.kind === 'on' ? [wantsMailAgain(person, now)] : [])] : [],
  };
}

/** Who once reported a mail as unwanted gets mail again by these words only (rule O7). */
const wantsMailAgain = (person: Person, at: number): Change => ({
  kind: 'suppressionLifted',
  workspace: person.workspace,
  whose: { personId: person.id },
  causes: ['complaint'],
  at,
});

/** Zones are written Area/City; case does not count. */
function zoneNamed(zone: string): string {
  const known = Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === zone.toLowerCase());
  if (known) return known;
  if (isTimeZone(zone)) return zone;
  throw new UserError(`${zone} is no time zone that I know.`, 'Write it as Area/City, for example: digest zone Europe/Berlin');
}

export const digest = defineCommand<DigestArguments>({
  name: 'digest',
  usage: 'digest [on|off|pause DAYS|now|time HH:MM|zone AREA/CITY]',
  summary: 'your daily digest: switch it, pause it, set its time, or get one now',
  examples: ['digest on', 'digest off', 'digest pause 14', 'digest now', 'digest time 08:15', 'digest zone Europe/Berlin'],
  role: 'candidate',
  parse,
  run,
});

/** One word that always works, also as the subject of the unsubscribe address. */
export const stop = defineCommand<true>({
  name: 'stop',
  usage: 'stop',
  summary: 'no more digests',
  examples: ['stop'],
  role: 'candidate',
  parse: (words) => (words.length === 0 ? true : undefined),
  async run(context) {
    if (!context.person) throw new UserError('The terminal gets no digest.', 'Nothing needs to be stopped.');
    return setDigest(context, context.person, { kind: 'off' });
  },
});
