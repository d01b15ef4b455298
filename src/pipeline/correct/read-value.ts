/** The value behind `field=`: checked and brought into the form that a resume holds. */
import { isMailAddress } from '../../domain/mail-address.ts';
import type { DateOrder, ResumeLocation } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { settleIso } from '../parse/date-order.ts';
import { onlyDates } from '../parse/date-range.ts';
import { ONGOING_WORDS } from '../parse/date-words.ts';
import { findPhones } from '../parse/phone.ts';
import { readPlace } from '../parse/place.ts';
import type { ValueKind } from './correction-fields.ts';

/**
 * `problem` says in one sentence what is wrong and what to write instead. `monthFirst`: the value if its numeric dates begin with the month,
 * where they could (see ResumeCorrection).
 */
export type ReadValue = { value: string; monthFirst?: string } | { problem: string };

const LONGEST = 120;
/** Of a summary, a description. */
export const LONGEST_PROSE = 1500;
const NOTHING = /^(?:-|–|none|nothing|empty|delete|remove|n\/a)$/i;

/** `-`, `none`: the value goes. */
export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/** Quotation marks around a value and white space are not part of it. */
export function cleanValue(text: string): string {
  // `Feb 2021 → Jan 2021`, copied from an answer of ours.
  const line = text.replace(/^.*→/s, '').replace(/\s+/g, ' ').trim();
  return (/^["“„'](.*)["”“']$/u.exec(line)?.[1] ?? line).trim();
}

const bad = (what: string, text: string, write: string): ReadValue => ({
  problem: `I could not read ${what} in "${text.slice(0, 60)}"; write ${write}`,
});

function isOngoing(text: string): boolean {
  return ONGOING_WORDS.includes(text.toLowerCase().replace(/[.!]$/, '').trim());
}

/** A month as ISO; `''` for an end that has not come. */
function readDate(text: string, end: boolean): ReadValue {
  if (end && isOngoing(text)) return { value: '' };
  const span = onlyDates(text);
  const date = end ? span?.end : span?.start;
  return span?.single && date ? inEitherOrder(text, date) : bad('the date', text, end ? '2024-05, or now' : '2024-05');
}

/** Both ends, separated by `/` as ISO 8601 does; an open end is empty. */
function readDates(text: string): ReadValue {
  const span = onlyDates(text);
  const { start, end, ongoing } = span ?? {};
  if (span?.backwards || (!span && isBackwards(text))) return { problem: `"${text}" ends before it begins` };
  if (!span || span.single || !start || (!end && !ongoing)) return bad('the dates', text, '2019-03 – 2024-05, or 2019-03 – now');
  return inEitherOrder(text, start, ongoing ? '' : end);
}

/** One date, or both ends as `readDates` gives them. */
function inEitherOrder(text: string, ...dates: (string | undefined)[]): ReadValue {
  const as = (order: DateOrder) => dates.map((date = '') => settleIso(date, [text], order)).join('/');
  const value = as('dayFirst');
  return as('unclear') === value ? { value } : { value, monthFirst: as('monthFirst') };
}

/** Two dates, of which the first is the later one. */
function isBackwards(text: string): boolean {
  const [first, last, ...more] = text.split(/\s*[–—]\s*|\s+-\s+|\s+to\s+/).map(onlyDates);
  const [start, end] = [first?.start, last?.end];
  return more.length === 0 && start !== undefined && end !== undefined && end < start;
}

function readEmail(text: string): ReadValue {
  const plain = text.replace(/^<?(?:mailto:)?|>$/gi, '');
  return isMailAddress(plain) ? { value: plain } : bad('the address', text, 'it as name@example.com');
}

function readPhone(text: string, country: string | undefined): ReadValue {
  const [found] = findPhones(text, country);
  // All of it must be the number: `call me at 9 on …` is a sentence.
  const rest = found ? text.replace(found.printed, '').replace(/[\s().:-]/g, '') : text;
  return found && rest.length <= 1 ? { value: found.value } : bad('the number', text, 'it as +49 30 1234567');
}

function readName(text: string): ReadValue {
  return /^\p{L}[\p{L}\p{M}'’. ,-]{1,79}$/u.test(text) && text.split(' ').length <= 7
    ? { value: text }
    : bad('a name', text, 'it as Nora Berg');
}

/** JSON of a place. A town that the gazetteer lacks is taken as written: the person knows where they live. */
function readCity(text: string, taxonomy: Taxonomy): ReadValue {
  const known = readPlace(text, taxonomy);
  const plain = /^\p{Lu}[\p{L}\p{M}'’. -]{1,40}$/u.test(text) && text.split(' ').length <= 4 ? { city: text } : undefined;
  const place: ResumeLocation | undefined = known?.city ? known : plain;
  return place ? { value: JSON.stringify(place) } : bad('a place', text, 'it as Leeds, or Leeds, United Kingdom');
}

export interface ValueContext {
  taxonomy: Taxonomy;
  /** ISO 3166-1 alpha-2 of where the candidate lives: a phone number without a country code is of there. */
  country?: string;
}

/** `value` `''` takes a value away. */
export function readValue(kind: ValueKind, raw: string, context: ValueContext): ReadValue {
  const text = cleanValue(raw);
  if (isNothing(text)) return kind === 'dates' ? bad('the dates', text, '2019-03 – now') : { value: '' };
  const most = kind === 'prose' ? LONGEST_PROSE : LONGEST;
  if (text.length > most) return { problem: `"${text.slice(0, 40)}…" is too long; ${most} characters are the most` };
  if (kind === 'start' || kind === 'end') return readDate(text, kind === 'end');
  if (kind === 'dates') return readDates(text);
  if (kind === 'email') return readEmail(text);
  if (kind === 'phone') return readPhone(text, context.country);
  if (kind === 'name') return readName(text);
  return kind === 'place' ? readCity(text, context.taxonomy) : { value: text };
}
