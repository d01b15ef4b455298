/** The words after `digest` → what is asked for. Pure; undefined for words that are none of it, which is then no command at all. */
import { WEEKDAYS, type Weekday } from '../domain/people.ts';
import { channelNamed } from '../messages/channel-names.ts';

export type DigestArguments =
  | { kind: 'show' | 'now' }
  | { kind: 'on' | 'off' | 'daily' }
  | { kind: 'weekly'; weekday: Weekday }
  | { kind: 'pause'; days: number }
  | { kind: 'pauseUntil'; date: string }
  | { kind: 'time'; time: string }
  /** As written: a name of the time zone database, a city, a country. */
  | { kind: 'zone'; named: string }
  | { kind: 'channel'; channel: string | undefined; on: boolean }
  | { kind: 'archive'; count: number }
  | { kind: 'sent'; date: string };

const PAUSE_DAYS = 7;
const LONGEST_PAUSE_DAYS = 366;
const ARCHIVED = 10;
const MOST_ARCHIVED = 50;
const MOST_ZONE_WORDS = 5;

const PLAIN: Readonly<Record<string, DigestArguments>> = {
  on: { kind: 'on' },
  off: { kind: 'off' },
  now: { kind: 'now' },
  daily: { kind: 'daily' },
  // Whoever resumes wants digests: what was off is on then, too.
  resume: { kind: 'on' },
};

const WITH_WORDS: Readonly<Record<string, (words: readonly string[]) => DigestArguments | undefined>> = {
  pause: parsePause,
  weekly: parseWeekly,
  time: parseTime,
  channel: ([word, ...more]) => (more.length === 0 ? parseChannel(word, false) : undefined),
  zone: ([...words]) =>
    words.length > 0 && words.length <= MOST_ZONE_WORDS ? { kind: 'zone', named: words.join(' ') } : undefined,
  archive: ([count = String(ARCHIVED), ...more]) =>
    more.length === 0 && /^\d{1,3}$/.test(count)
      ? { kind: 'archive', count: Math.min(Math.max(Number(count), 1), MOST_ARCHIVED) }
      : undefined,
  show: ([date, ...more]) => (date !== undefined && more.length === 0 && isDate(date) ? { kind: 'sent', date } : undefined),
};

export function parseDigest([first = '', ...words]: readonly string[]): DigestArguments | undefined {
  const word = first.toLowerCase();
  if (word === '') return { kind: 'show' };
  const plain = Object.hasOwn(PLAIN, word) ? PLAIN[word] : undefined;
  if (plain) return words.length === 0 ? plain : word === 'on' && words.length === 1 ? parseChannel(words[0], true) : undefined;
  return Object.hasOwn(WITH_WORDS, word) ? WITH_WORDS[word]?.(words.map((one) => one.toLowerCase())) : undefined;
}

/** `slack`, `mail`; `any` is where they last wrote. */
function parseChannel(word: string | undefined, on: boolean): DigestArguments | undefined {
  if (word?.toLowerCase() === 'any') return { kind: 'channel', channel: undefined, on };
  const channel = word === undefined ? undefined : channelNamed(word);
  return channel === undefined ? undefined : { kind: 'channel', channel, on };
}

/** `2026-02-30` is none. */
function isDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** `pause`, `pause 14`, `pause 3d`, `pause 2 weeks`, `pause until 2026-12-24`. */
function parsePause(words: readonly string[]): DigestArguments | undefined {
  const [first, date = '', ...more] = words;
  if (first === 'until') return more.length === 0 && isDate(date) ? { kind: 'pauseUntil', date } : undefined;
  const [, count = '', unit] = /^(\d{1,3}) ?(?:(d|days?)|(?:w|weeks?))?$/.exec(words.join(' ')) ?? [];
  if (words.length === 0) return { kind: 'pause', days: PAUSE_DAYS };
  if (count === '') return undefined;
  const days = Number(count) * (unit === undefined && /w/.test(words.join(' ')) ? 7 : 1);
  return days >= 1 && days <= LONGEST_PAUSE_DAYS ? { kind: 'pause', days } : undefined;
}

/** `weekly`, `weekly fri`, `weekly on Fridays`. */
function parseWeekly(words: readonly string[]): DigestArguments | undefined {
  const [day = 'mon', ...more] = words[0] === 'on' ? words.slice(1) : words;
  const weekday = WEEKDAYS.find((one) => day.startsWith(one));
  const isName = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/.test(day);
  return weekday && isName && more.length === 0 ? { kind: 'weekly', weekday } : undefined;
}

/** `time 07:30`, `7.30`, `19h30`, `8`, `7:30am`, `7 pm`. */
function parseTime(words: readonly string[]): DigestArguments | undefined {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h](\d{2})|h)? ?(?:([ap])\.?m\.?)?$/.exec(words.join(' ')) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return hour < 24 ? { kind: 'time', time: `${String(hour).padStart(2, '0')}:${minutes}` } : undefined;
}
