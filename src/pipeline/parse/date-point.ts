/** One date as printed: reads years, months, days, seasons and quarters at a given place of a folded text. */
import { readThai, readThaiNumbers, readUncounted, readVietnamese } from './date-other-calendars.ts';
import { ONGOING_WORDS } from './date-words.ts';
import { MONTHS, SEASONS } from './month-names.ts';

/** `first` and `last` are ISO dates of the same precision; they differ only for seasons, quarters and academic years. */
export interface DatePoint {
  first: string;
  last: string;
  /** Offset behind the date. */
  end: number;
  /** A month without a year, waiting for the year of the other end (`Jan – Mar 2020`). */
  yearless?: boolean;
  /** Written with a two-digit year or as a bare year: weaker evidence than a month with a year. */
  weak?: boolean;
  /** The same numbers month first, where both orders give a day (`06/01/2016`); dates are read day first. */
  monthFirst?: string;
  /** Of a calendar that is not turned into ours: `first` and `last` are empty. */
  uncounted?: true;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const month = (year: number, m: number): string => `${year}-${pad(m)}`;
/** Two-digit years up to 40 are 2000s: nobody's resume speaks of 1940, some speak of certificates valid to 2035. */
const century = (yy: number): number => (yy <= 40 ? 2000 + yy : 1900 + yy);
const isYear = (year: number): boolean => year >= 1930 && year <= 2049;
const isMonth = (m: number): boolean => m >= 1 && m <= 12;
/** A day that its month does not have (`31.04.2019`) is a slip; the month is what was meant. */
function dayOf(year: number, m: number, day: number): string {
  const exists = day >= 1 && day <= new Date(Date.UTC(year, m, 0)).getUTCDate();
  return exists ? `${month(year, m)}-${pad(day)}` : month(year, m);
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function same(iso: string, end: number, extra: Partial<DatePoint> = {}): DatePoint {
  return { first: iso, last: iso, end, ...extra };
}

const CJK = /(?:(\d{4})|(明治|大正|昭和|平成|令和)(\d{1,2}|元))\s?[年년]\s?(?:(\d{1,2})\s?[月월])?\s?(?:(\d{1,2})\s?[日일])?度?/y;
const CJK_SEASON = /(春|夏|秋|冬|봄|여름|가을|겨울)(?:季|期|に|학기)?/y;
/** The year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  春: [3, 5],
  夏: [6, 8],
  秋: [9, 11],
  冬: [1, 3],
  봄: [3, 5],
  여름: [6, 8],
  가을: [9, 11],
  겨울: [1, 3],
};
function readCjk(text: string, at: number): DatePoint | undefined {
  const found = exec(CJK, text, at);
  if (!found) return undefined;
  const [, western, era = '', ofEra] = found;
  const year = western ? Number(western) : (ERAS[era] ?? 0) + (ofEra === '元' ? 1 : Number(ofEra));
  if (!isYear(year)) return undefined;
  const season = found[4] ? null : exec(CJK_SEASON, text, at + found[0].length);
  const months = SEASON_MONTHS[season?.[1] ?? ''];
  if (season && months)
    return { first: month(year, months[0]), last: month(year, months[1]), end: at + found[0].length + season[0].length };
  const end = at + found[0].trimEnd().length;
  if (!found[4]) return same(String(year), end);
  const m = Number(found[4]);
  return isMonth(m) ? same(found[5] ? dayOf(year, m, Number(found[5])) : month(year, m), end) : undefined;
}

const YEAR_FIRST = /(\d{4})(\s?[-–./]\s?)(\d{1,2})(?:[-./](\d{1,2}))?(?![\d/])/y;
function readYearFirst(text: string, at: number): DatePoint | undefined {
  const found = exec(YEAR_FIRST, text, at);
  if (!found || !isYear(Number(found[1]))) return undefined;
  const [, year, separator, second, day] = found;
  if (isMonth(Number(second)) && separator?.trim() !== '–' && (separator?.trim() !== '-' || second?.length === 2)) {
    const [y, m] = [Number(year), Number(second)];
    const end = at + found[0].length;
    // `2018.02. – 2020.05.`
    const dotted = separator === '.' && /^\.(?!\d)/.test(text.slice(end, end + 2)) ? 1 : 0;
    return same(day ? dayOf(y, m, Number(day)) : month(y, m), end + dotted);
  }
  // `2014-00-00`: what programs write for a month that nobody gave.
  if (Number(second) === 0 && day) return same(String(year), at + found[0].length, { weak: true });
  // `2015/16` and `2015-19` are years: the next in an academic year, or the end of a range.
  const next = Math.floor(Number(year) / 100) * 100 + Number(second);
  if (day || second?.length !== 2 || next <= Number(year) || next > Number(year) + 60) return undefined;
  return { first: String(year), last: String(next), end: at + found[0].length, weak: true };
}

const DAY_FIRST = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
function readDayFirst(text: string, at: number): DatePoint | undefined {
  const found = exec(DAY_FIRST, text, at);
  if (!found) return undefined;
  const [a, b] = [Number(found[1]), Number(found[3])];
  const year = found[4]?.length === 4 ? Number(found[4]) : century(Number(found[4]));
  const [day, m] = b > 12 ? [b, a] : [a, b];
  const end = at + found[0].length;
  if (isYear(year) && a === 0 && b === 0) return same(String(year), end, { weak: true });
  if (!isYear(year) || !isMonth(m) || day > 31) return undefined;
  return same(dayOf(year, m, day), end, isMonth(a) && isMonth(b) && a !== b ? { monthFirst: dayOf(year, a, b) } : {});
}

const MONTH_NUMBER = /(\d{1,2})\s?([./-])\s?(\d{4}|'?\d{2})(?![\d%])/y;
function readMonthNumber(text: string, at: number): DatePoint | undefined {
  const found = exec(MONTH_NUMBER, text, at);
  if (!found || !isMonth(Number(found[1]))) return undefined;
  const printed = String(found[3]);
  const full = printed.length === 4;
  // Two digits behind a dot or hyphen are decimals or a range of numbers, not a year.
  if (!full && (found[2] !== '/' || (found[1]?.length !== 2 && !isEndOfShort(text, at, at + found[0].length)))) return undefined;
  const year = full ? Number(printed) : century(Number(printed.replace("'", '')));
  return isYear(year) ? same(month(year, Number(found[1])), at + found[0].length, full ? {} : { weak: true }) : undefined;
}

/**
 * `9/18 – 3/20`, `6/15 to present`: a month of one digit and a year of two are a date only as the end of a range that stands for itself, else a
 * fraction (`satisfaction from 6/10 to 9/10`).
 */
function isEndOfShort(text: string, at: number, end: number): boolean {
  const next = TO_SHORT.exec(text.slice(end, end + NEAR_SHORT));
  const year = text.slice(end - 2, end);
  if (next) return standsApart(text, at, end + next[0].length, next[1] === year);
  const behind = BEHIND_SHORT.exec(text.slice(Math.max(0, at - NEAR_SHORT), at));
  return behind !== null && standsApart(text, at - behind[0].length, end, behind[1] === year);
}

/** All of the text, in brackets, at its start or end with a sign between; parts of the same whole behind words are scores. */
function standsApart(text: string, from: number, to: number, sameYear: boolean): boolean {
  const before = text.slice(Math.max(0, from - NEAR), from);
  const [lead] = BEFORE_SHORT.exec(before) ?? [];
  if (lead === undefined || (sameYear && /\p{L}/u.test(before.slice(0, before.length - lead.length)))) return false;
  const isStart = from === lead.length;
  return exec(BEHIND_PAIR, text, to) !== null || (isStart && !sameYear && exec(SIGN_BEHIND_PAIR, text, to) !== null);
}
const BEFORE_SHORT = /(?:^|[,;:|·•([–—\t]|\s-|\s{2})\s*(?:(?:from|since|von|seit)\s)?$/;
const BEHIND_PAIR = /\s*(?:[)\]]|[.,;]?\s*$)/y;
const SIGN_BEHIND_PAIR = /\s*[:|·•\t–—]|,\s|\s-\s|\s{2}/y;
const TO_SHORT = /^\s?(?:[-–—]|to|bis|until)\s?(?:1?\d\/'?(\d{2})(?![\d/])|(?:present|now|current|today|date|heute)(?!\p{L}))/u;
const BEHIND_SHORT = /(?<![\d/])1?\d\/'?(\d{2})\s?(?:[-–—]|to|bis|until)\s?$/;
const NEAR_SHORT = 16;

const DAY_BEFORE = /(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?\s(?:de\s|of\s)?/y;
const WORD = /[\p{L}\p{M}]+/uy;
const DAY_AFTER = /\s(\d{1,2})(?:st|nd|rd|th)?(?=,?\s\d{4})/y;
const YEAR_AFTER = /\.?(?:\s?[,/-]\s?|\s)?(?:de\s|del\s|of\s|do\s|')?(\d{4}|'\d{2}|\d{2})(?![\d.:%€$£]?\d)(?!\s?[%€$£])/y;
const APOSTROPHE_YEAR = /\.?\s?'(\d{2})(?!\d)/y;

const TWO_WORDS = /[\p{L}\p{M}]+\s[\p{L}\p{M}]+/uy;

/** `listopad` is November in Polish and Czech; beside months of Croatian it is October. */
const isCroatianOctober = (word: string, text: string, at: number): boolean =>
  /^listopada?$/.test(word) && CROATIAN.test(text.slice(Math.max(0, at - NEAR), at + NEAR));
const CROATIAN =
  /sijec|veljac|ozuj|travanj|travnja|sviban|svibnja|lipanj|lipnja|srpanj|srpnja|kolovoz|rujan|rujna|studen|prosinac|prosinca/;

/** One word, or two as in `كانون الثاني`. */
function readMonthName(text: string, at: number): { m: number; end: number } | undefined {
  for (const found of [exec(WORD, text, at), exec(TWO_WORDS, text, at)]) {
    const m = found && isCroatianOctober(found[0], text, at) ? 10 : MONTHS.get(found?.[0] ?? '');
    if (m && found) return { m, end: at + found[0].length };
  }
  return undefined;
}

function readMonthWord(text: string, at: number): DatePoint | undefined {
  const dayFound = exec(DAY_BEFORE, text, at);
  const day = dayFound && Number(dayFound[1]) >= 1 && Number(dayFound[1]) <= 31 ? dayFound : undefined;
  const wordAt = at + (day?.[0].length ?? 0);
  const named = readMonthName(text, wordAt);
  if (!named) return undefined;
  const { m } = named;
  let { end } = named;
  const dayAfter = day ? null : exec(DAY_AFTER, text, end);
  if (dayAfter) end += dayAfter[0].length;
  const short = exec(APOSTROPHE_YEAR, text, end);
  const year = short ?? exec(YEAR_AFTER, text, end);
  if (!year) return day ? undefined : same(pad(m), text.charAt(end) === '.' ? end + 1 : end, { yearless: true });
  const digits = String(year[1]).replace("'", '');
  const value = digits.length === 4 ? Number(digits) : century(Number(digits));
  if (!isYear(value)) return undefined;
  const d = day?.[1] ?? dayAfter?.[1];
  const iso = d ? dayOf(value, m, Number(d)) : month(value, m);
  return same(iso, end + year[0].length, digits.length === 4 ? {} : { weak: !short });
}

const SEASON_YEAR = /,?\s(?:of\s|de\s|del\s)?(\d{4}|'\d{2})(?:\s?\/\s?(?:\d{4}|\d{2}))?(?!\d)/y;
function readSeason(text: string, at: number): DatePoint | undefined {
  const word = exec(WORD, text, at);
  const months = word ? SEASONS.get(word[0]) : undefined;
  if (!word || !months) return undefined;
  const end = at + word[0].length;
  const year = exec(SEASON_YEAR, text, end);
  if (!year) return undefined;
  const digits = String(year[1]).replace("'", '');
  const value = digits.length === 4 ? Number(digits) : century(Number(digits));
  return isYear(value) ? { first: month(value, months[0]), last: month(value, months[1]), end: end + year[0].length } : undefined;
}

const QUARTER =
  /(?:q\s?([1-4])|([1-4])(?:\.|st|nd|rd|th|er|e|o)?\s?(?:quartal|trimestre|quarter|kwartaal|kwartal|q(?=\s)))(?:[\s/,.'-]{0,2}(\d{4})|\s?['/](\d{2}))(?!\d)/y;
const YEAR_QUARTER = /(\d{4})(?:[\s/-]?q\s?|[\s/-]t)([1-4])(?!\d)/y;
/** `T3 2019`, the trimestre: a `t` is also a ton (`3 t 2019`), and `T3/24` a number of a thing. */
const TRIMESTRE = /t([1-4])[\s/,.'-]{1,2}(\d{4})(?!\d)/y;
const HALF_YEAR = /(?:h\s?([12])|([12])\.?\s?(?:h|halbjahr))[\s/-]{0,2}(\d{4})(?!\d)/y;
function readQuarter(text: string, at: number): DatePoint | undefined {
  const half = exec(HALF_YEAR, text, at);
  if (half) return readHalf(half, at);
  const found = exec(QUARTER, text, at);
  if (found) {
    const year = found[4] ? century(Number(found[4])) : Number(found[3]);
    return quarterOf(year, Number(found[1] ?? found[2]), at + found[0].length);
  }
  const ofThree = exec(TRIMESTRE, text, at);
  if (ofThree) return quarterOf(Number(ofThree[2]), Number(ofThree[1]), at + ofThree[0].length);
  const swapped = exec(YEAR_QUARTER, text, at);
  return swapped ? quarterOf(Number(swapped[1]), Number(swapped[2]), at + swapped[0].length) : undefined;
}

function quarterOf(year: number, quarter: number, end: number): DatePoint | undefined {
  return isYear(year) ? { first: month(year, quarter * 3 - 2), last: month(year, quarter * 3), end } : undefined;
}

function readHalf(half: RegExpExecArray, at: number): DatePoint | undefined {
  const [whole, before, behind, year] = half;
  const last = Number(before ?? behind) * 6;
  if (!isYear(Number(year))) return undefined;
  return { first: month(Number(year), last - 5), last: month(Number(year), last), end: at + whole.length };
}

const SEMESTER = /(ws|wise|wintersemester|ss|sose|sommersemester)\s?(\d{4})(?:\s?\/\s?(\d{4}|\d{2}))?(?!\d)/y;
function readSemester(text: string, at: number): DatePoint | undefined {
  const found = exec(SEMESTER, text, at);
  if (!found || !isYear(Number(found[2]))) return undefined;
  const year = Number(found[2]);
  const winter = String(found[1]).startsWith('w');
  return { first: month(year, winter ? 10 : 4), last: winter ? month(year + 1, 3) : month(year, 9), end: at + found[0].length };
}

/**
 * Months in Roman numbers, as Poland and Hungary write them; `i` and `v` are words of those languages and months only at an end of a
 * range (`X 2011 – V 2014`, `V 2019 – obecnie`), never where a year alone follows the sign (`v 2014 – 2016`).
 */
const ROMAN = /(viii|vii|vi|v|iv|iii|ii|ix|i|xii|xi|x)[\s./]{1,2}(\d{4})(?!\d)/y;
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
const OPENS_RANGE = /\s?(?:r\.)?\s?[-–—]\s?(?=[\p{L}\d])/uy;
const MONTH_YEAR = /[ivx]{1,4}[\s./]{1,2}\d{4}(?!\d)|(?:0?[1-9]|1[0-2])[./]\d{4}(?!\d)/y;
/** Shorter ones are words of other meanings (`na`). */
const NOW = new RegExp(
  `(?:${ONGOING_WORDS.filter((word) => word.length > 3 && !word.includes('.')).join('|')})(?![\\p{L}\\p{M}])`,
  'uy',
);
/** A sign and a word for now or a month with its year behind it: `v 2019 – Brno` says where. */
function opensRange(text: string, at: number): boolean {
  const sign = exec(OPENS_RANGE, text, at);
  if (!sign) return false;
  const next = at + sign[0].length;
  if (exec(MONTH_YEAR, text, next) ?? exec(NOW, text, next)) return true;
  const point = readMonthWord(text, next);
  return point !== undefined && !point.yearless;
}
const BEHIND_ROMAN = /(?:^|\s)(?:od|do)\s$|[ivx][\s./]{1,2}\d{4}(?:\s?r\.)?\s?[-–—]\s?$/;
function readRoman(text: string, at: number): DatePoint | undefined {
  const found = exec(ROMAN, text, at);
  const year = Number(found?.[2]);
  if (!found || !isYear(year)) return undefined;
  const [whole, roman = ''] = found;
  const end = at + whole.length;
  const isEnd = opensRange(text, end) || BEHIND_ROMAN.test(text.slice(Math.max(0, at - LONGEST_ROMAN), at));
  return roman.length > 1 || roman === 'x' || isEnd ? same(month(year, ROMANS.indexOf(roman) + 1), end) : undefined;
}
/** `VIII. 2014 r. – ` */
const LONGEST_ROMAN = 16;

const YEAR = /(\d{4})(?!\d|\s?[%€$£]|[.,]\d)/y;
const YEAR_MONTH_WORD = /\.?,?\s([\p{L}]+)\.?/uy;
const YEAR_NEXT = /,?\s?(?:de\s|')?\d{4}(?!\d)/y;
const SHORT_YEAR = /'(\d{2})(?!\d)/y;
function readYear(text: string, at: number): DatePoint | undefined {
  const short = exec(SHORT_YEAR, text, at);
  if (short) return same(String(century(Number(short[1]))), at + short[0].length, { weak: true });
  const found = exec(YEAR, text, at);
  if (!found || !isYear(Number(found[1]))) return undefined;
  const end = at + found[0].length;
  const word = exec(YEAR_MONTH_WORD, text, end);
  const m = word ? MONTHS.get(String(word[1])) : undefined;
  const season = word ? SEASONS.get(String(word[1])) : undefined;
  if (word && season && !exec(YEAR_NEXT, text, end + word[0].length))
    return { first: month(Number(found[1]), season[0]), last: month(Number(found[1]), season[1]), end: end + word[0].length };
  // `2019 March`, unless the month has a year of its own behind it (`2019 March 2020` does not occur; `2019 – March 2020` has a dash).
  if (word && m && !exec(YEAR_NEXT, text, end + word[0].length)) return same(month(Number(found[1]), m), end + word[0].length);
  return same(String(found[1]), end, { weak: true });
}

const BEGINS = /[\d'qthwsn明大昭平令\u0600-\u06ff\u0e00-\u0e4f]/;

/** Most words are neither a month nor a season, and no other reader begins with a letter but these. */
function mayBegin(text: string, at: number): boolean {
  if (BEGINS.test(text.charAt(at))) return true;
  const word = exec(WORD, text, at)?.[0] ?? '';
  return MONTHS.has(word) || SEASONS.has(word) || ROMANS.includes(word);
}

/** Other calendars first where their script or their years are in the text; nearly no text asks. */
const ELSEWHERE = /[\u0600-\u06ff\u0e00-\u0e4f]|(?<!\d)(?:2[45]|1[34])\d\d(?!\d)/;
/** No date is longer. */
const NEAR = 40;
const ELSEWHERE_READERS = [readThai, readThaiNumbers, readUncounted] as const;

/** Readers of what begins with a digit and of what begins with anything else, in the order in which they are believed. */
const BY_DIGIT = [readCjk, readDayFirst, readYearFirst, readQuarter, readMonthNumber, readMonthWord, readYear] as const;
const BY_WORD = [readCjk, readVietnamese, readQuarter, readSemester, readSeason, readMonthWord, readRoman, readYear] as const;
const DIGIT = /\d/;

/** The date that starts exactly at `at` of a folded text (`foldSameLength`), if one does. */
export function readDatePoint(folded: string, at: number): DatePoint | undefined {
  if (!mayBegin(folded, at)) return undefined;
  const usual = DIGIT.test(folded.charAt(at)) ? BY_DIGIT : BY_WORD;
  for (const read of ELSEWHERE.test(folded.slice(at, at + NEAR)) ? [...ELSEWHERE_READERS, ...usual] : usual) {
    const point = read(folded, at);
    if (point) return point;
  }
  return undefined;
}
