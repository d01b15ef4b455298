/** The words after `source` → what is asked for. Pure; undefined for words that are none of it. */
import { SOURCE_SCHEDULES, type SourceSchedule } from '../domain/source.ts';

export interface PlaceNamed {
  channel: string;
  place: string;
}

export type SourceArguments =
  | { kind: 'add'; place: PlaceNamed; schedule?: SourceSchedule; name?: string }
  /** Something that is not watched yet. */
  | { kind: 'later'; what: string }
  | { kind: 'sync' | 'pause' | 'resume' | 'remove'; name: string }
  | { kind: 'edit'; name: string; schedule?: SourceSchedule; newName?: string };

const isName = (word: string | undefined): word is string => word !== undefined && /^[\da-z][\da-z._-]{0,39}$/.test(word);
const scheduleOf = (word: string | undefined): SourceSchedule | undefined =>
  SOURCE_SCHEDULES.find((schedule) => schedule === word?.toLowerCase());

export function parseSource([verb = '', ...words]: readonly string[]): SourceArguments | undefined {
  const kind = verb.toLowerCase();
  if (kind === 'add') return parseAdd(words);
  const [word, ...more] = words;
  const name = word?.toLowerCase();
  if (!isName(name)) return undefined;
  if (kind === 'edit') return parseEdit(name, more);
  if (more.length > 0) return undefined;
  return kind === 'sync' || kind === 'pause' || kind === 'resume' || kind === 'remove' ? { kind, name } : undefined;
}

function parseAdd(words: readonly string[]): SourceArguments | undefined {
  const { name, rest } = withoutName(words);
  const last = scheduleOf(rest.at(-1));
  const place = (last ? rest.slice(0, -1) : rest).join(' ');
  const later = /^(imap|mailbox|gdrive|drive|google)\b/i.exec(place)?.[1];
  if (later !== undefined)
    return { kind: 'later', what: /^(imap|mailbox)$/i.test(later) ? 'An IMAP folder' : 'A Google Drive folder' };
  const read = readPlace(place);
  if (!read || (name !== undefined && !isName(name))) return undefined;
  return { kind: 'add', place: read, ...(last ? { schedule: last } : {}), ...(name === undefined ? {} : { name }) };
}

/** `… as inbox`, at the end. */
function withoutName(words: readonly string[]): { name?: string; rest: readonly string[] } {
  const at = words.length - 2;
  if (at < 1 || words[at]?.toLowerCase() !== 'as') return { rest: words };
  return { name: words[at + 1]?.toLowerCase(), rest: words.slice(0, at) };
}

/** `slack:#resumes`, `slack:C0TEAM`, `#C0TEAM` and `<#C0TEAM|resumes>` as Slack sends it, `discord:123456789012345678`, `folder:/srv/resumes`. */
function readPlace(text: string): PlaceNamed | undefined {
  const [, channel = '', place = ''] = /^(slack|discord|folder):(.+)$/is.exec(text) ?? [];
  const folded = channel.toLowerCase();
  if (folded === 'folder') return { channel: 'folder', place };
  if (folded === 'discord') {
    const id = /^(?:<#)?(\d{15,21})>?$/.exec(place)?.[1];
    return id === undefined ? undefined : { channel: 'discord', place: id };
  }
  const id = /^(?:<?#)?([CG][A-Z0-9]{5,})(?:\|[^>]*)?>?$/.exec(place)?.[1];
  if (folded === 'slack' && id !== undefined) return { channel: 'slack', place: id };
  return folded === 'slack' && /^#[\p{L}\p{N}._-]{1,80}$/u.test(place)
    ? { channel: 'slack', place: place.toLowerCase() }
    : undefined;
}

function parseEdit(name: string, words: readonly string[]): SourceArguments | undefined {
  const [word, newName, ...more] = words;
  const schedule = scheduleOf(word);
  if (schedule && newName === undefined) return { kind: 'edit', name, schedule };
  const folded = newName?.toLowerCase();
  return word?.toLowerCase() === 'as' && isName(folded) && more.length === 0
    ? { kind: 'edit', name, newName: folded }
    : undefined;
}
