/**
 * Whether `06/01/2016` is June or January: one person writes all dates of a resume in one order, so it is decided once a document. Dates are
 * read day first (`date-point.ts`); what is written down is turned round, or kept as a year, where the document says otherwise.
 */
import type { DateOrder, Resume } from '../../domain/resume.ts';
import type { Found } from './found.ts';
import type { Line } from './line.ts';

/** Where the person lives and what the resume is written in: countries have habits. */
interface DateHabits {
  country?: string;
  /** E.164. */
  phone?: string;
  language?: string;
}

interface Numbers {
  first: number;
  second: number;
  year: number;
  /** The next date stands behind a dash. */
  opensRange: boolean;
}

const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./])(\s?(?:[-–—~]|to|until)\s?(?=\d))?/g;
/** Where the month is written first. In Canada both orders are usual. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'GU', 'PR']);
const EITHER: ReadonlySet<string> = new Set(['CA']);
/** No resume holds more. */
const MOST_DATES = 200;

function numbersIn(lines: readonly Line[]): Numbers[] {
  const all: Numbers[] = [];
  for (const { text } of lines) {
    if (all.length >= MOST_DATES) break;
    for (const found of text.matchAll(NUMERIC))
      all.push({ first: Number(found[1]), second: Number(found[3]), year: Number(found[4]), opensRange: found[5] !== undefined });
  }
  return all;
}

/** More than zero where dates have a day that is no month in the second place, or ranges run backwards when read day first. */
function told(dates: readonly Numbers[]): number {
  let sum = 0;
  dates.forEach((date, i) => {
    if (date.first > 12 !== date.second > 12) sum += date.second > 12 ? 1 : -1;
    const next = date.opensRange ? dates[i + 1] : undefined;
    if (!next || next.year !== date.year) return;
    const dayFirst = date.second * 100 + date.first <= next.second * 100 + next.first;
    const monthFirst = date.first * 100 + date.second <= next.first * 100 + next.second;
    if (dayFirst !== monthFirst) sum += monthFirst ? 1 : -1;
  });
  return sum;
}

/** Jobs begin on the first of a month: more than zero where the second number of several dates is always 1. */
function firstOfMonth(dates: readonly Numbers[]): number {
  const always = (part: 'first' | 'second', other: 'first' | 'second'): boolean =>
    dates.length > 1 && dates.every((d) => d[part] === 1) && new Set(dates.map((d) => d[other])).size > 1;
  return Number(always('second', 'first')) - Number(always('first', 'second'));
}

function habit({ country, phone, language }: DateHabits): DateOrder {
  const home = country ?? (phone?.startsWith('+1') ? 'US' : phone?.startsWith('+') ? 'other' : undefined);
  if (home !== undefined && !EITHER.has(home)) return MONTH_FIRST.has(home) ? 'monthFirst' : 'dayFirst';
  return language !== undefined && language !== 'en' ? 'dayFirst' : 'unclear';
}

/** What the dates themselves say, else what people do where this one lives, else what jobs begin with. */
export function dateOrderOf(lines: readonly Line[], habits: DateHabits): DateOrder {
  const dates = numbersIn(lines);
  const said = told(dates);
  if (said !== 0) return said > 0 ? 'monthFirst' : 'dayFirst';
  const usual = habit(habits);
  if (usual !== 'unclear') return usual;
  const first = firstOfMonth(dates);
  return first === 0 ? 'unclear' : first > 0 ? 'monthFirst' : 'dayFirst';
}

/** The order of a resume that was read: readings of before do not name it, and what people do where this one lives does. */
export function dateOrderOfResume({ basics, meta }: Resume): DateOrder {
  const { dateOrder, language } = meta.shortlist;
  return dateOrder ?? habit({ country: basics.location?.countryCode, phone: basics.phone, language });
}

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The sign between the numbers when the texts print this day in numbers that could as well be month and day. */
function separatorOf(texts: readonly string[], year: string, month: number, day: number): string | undefined {
  const printed = new RegExp(`(?<!\\d)0?${day}([./-])0?${month}\\1(?:${year}|${year.slice(2)})(?!\\d)`);
  return texts.map((text) => printed.exec(text)?.[1]).find((sign) => sign !== undefined);
}

/** An ISO date that was read day first out of one of the texts, as the order has it: turned round, or its year alone where nothing tells. */
export function settleIso(iso: string, texts: readonly string[], order: DateOrder): string {
  const parts = order === 'dayFirst' ? null : ISO_DAY.exec(iso);
  if (!parts) return iso;
  const [, year = '', month = '', day = ''] = parts;
  if (Number(day) > 12 || day === month) return iso;
  const sign = separatorOf(texts, year, Number(month), Number(day));
  if (!sign) return iso;
  if (order === 'monthFirst') return `${year}-${day}-${month}`;
  // With dots everybody writes the day first.
  return sign === '.' ? iso : year;
}

/** A date as the order of the document has it. */
export function settleDate(value: Found, order: DateOrder): Found {
  const texts = value.lines.map((line) => line.text);
  return { ...value, value: settleIso(value.value, texts, order) };
}
