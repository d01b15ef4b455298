/** Finds dates and ranges of dates in a line, in the languages of `date-words.ts`. */
import { foldSameLength } from '../../domain/fold-text.ts';
import { rememberAnswers } from '../../domain/remember-answers.ts';
import { type DatePoint, readDatePoint } from './date-point.ts';
import { behindAbout, behindOnwards, isBehindWord } from './date-qualifiers.ts';
import { FROM_WORDS, ONGOING_WORDS, RANGE_WORDS, SHORT_ONGOING_WORDS, SINCE_WORDS, UNTIL_WORDS } from './date-words.ts';

/** ISO dates at the precision that was printed. A single date has `start` and `end` alike unless it names a season or a quarter. */
export interface DateSpan {
  start?: string;
  /** Absent with `ongoing`, and where the page does not know it (`2015 – ?`). */
  end?: string;
  ongoing: boolean;
  /** One date rather than a range. */
  single: boolean;
  /** Offsets in the text, `to` exclusive. Brackets around the dates are not part of it. */
  from: number;
  to: number;
  /** Only bare or two-digit years. */
  weak: boolean;
  /** A date of another calendar (`مهر ۱۳۹۸`): it parts entries as any date does, and gives none. */
  uncounted?: true;
  /** A range whose end lies before its start, a slip of the pen: it dates nothing, and has neither. */
  backwards?: true;
}

const byLength = (a: string, b: string): number => b.length - a.length;
const firstSign = (word: string): string => word.charAt(0);
/** By their first letter, the longest first: most letters of a text begin none. */
const ONGOING = Map.groupBy([...new Set(ONGOING_WORDS)].sort(byLength), firstSign);
const BETWEEN = Map.groupBy([...new Set(RANGE_WORDS)].sort(byLength), firstSign);
/** A word that is both (`od 04.2019`, `от`, `από`) is asked as the one that says more: a range is a range behind either. */
const BEFORE_WORDS: readonly (readonly [string, 'from' | 'since' | 'until'])[] = [
  ...SINCE_WORDS.map((word) => [word, 'since'] as const),
  ...FROM_WORDS.map((word) => [word, 'from'] as const),
  ...UNTIL_WORDS.map((word) => [word, 'until'] as const),
].sort((a, b) => b[0].length - a[0].length);
const BEFORE = Map.groupBy(BEFORE_WORDS, ([word]) => firstSign(word));

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const CJK_LETTER = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const DASH = /\s?(?:[-–—−‒―~～〜→➔➜➝➞➤⟶⇒⇨▸▶►»>─━ーㅡ一]|\.\.\.?|…)+\s?/y;

function isWordEnd(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '' || !LETTER.test(char) || CJK_LETTER.test(char) || CJK_LETTER.test(text.charAt(at - 1));
}

function wordAt(words: ReadonlyMap<string, readonly string[]>, text: string, at: number): number {
  for (const word of words.get(text.charAt(at)) ?? [])
    if (text.startsWith(word, at) && isWordEnd(text, at + word.length)) return at + word.length;
  return -1;
}

/** Offset behind a word for now at `at`, or -1; `Pres. of the Chess Club` is a title, what is cut short means now only at the end of what is said. */
function ongoingAt(text: string, at: number): number {
  const end = wordAt(ONGOING, text, at);
  if (end < 0 || end - at > LONGEST_SHORT || !SHORT_ONGOING_WORDS.includes(text.slice(at, end))) return end;
  END_OF_SAID.lastIndex = end;
  return END_OF_SAID.test(text) ? end : -1;
}
const LONGEST_SHORT = 5;
const END_OF_SAID = /\s?(?:$|[)\]）,;:|·•–—]|-\s|\s\s)/y;

function skipSpaces(text: string, at: number): number {
  let i = at;
  while (text.charAt(i) === ' ') i++;
  return i;
}

/** `2014 r.`, `2014 г.`: the letters for year behind it. */
const YEAR_WORD = /\s?(?:r\.|roku|гг?\.|года?|рр?\.|року|m\.|god\.?|godine|gada|\.(?=\s?[-–—]))(?=\s|$|[-–—),])/y;
function yearWord(text: string, at: number): number {
  YEAR_WORD.lastIndex = at;
  return /\d/.test(text.charAt(at - 1)) ? (YEAR_WORD.exec(text)?.[0].length ?? 0) : 0;
}

/** Offset behind the sign or word between two ends of a range, or -1. */
function separatorEnd(text: string, from: number): number {
  const at = from + yearWord(text, from);
  DASH.lastIndex = at;
  const dash = DASH.exec(text);
  if (dash) {
    // `– bis heute`, `- to present`
    const word = wordAt(BETWEEN, text, skipSpaces(text, at + dash[0].length));
    return word > 0 && text.charAt(word) === ' ' ? skipSpaces(text, word) : at + dash[0].length;
  }
  const start = skipSpaces(text, at);
  if (start === at && !CJK_LETTER.test(text.charAt(at - 1))) return -1;
  const word = wordAt(BETWEEN, text, start);
  return word > 0 ? skipSpaces(text, word) : -1;
}

function withYear(point: DatePoint, other: DatePoint): DatePoint {
  const year = other.first.slice(0, 4);
  // `Nov – Feb 2020` began the year before.
  const crosses = other.first.length > 4 && point.first > other.first.slice(5, 7);
  const iso = `${crosses ? Number(year) - 1 : year}-${point.first}`;
  return { ...point, first: iso, last: iso };
}

/** `03 – 06/2019`: a bare month number counts only as the start of such a range. */
function bareMonth(text: string, at: number): DatePoint | undefined {
  const char = text.charAt(at);
  if (char < '0' || char > '9') return undefined;
  const found = /^(0?[1-9]|1[0-2])\.?(?=\s?[-–—]\s?(?:0?[1-9]|1[0-2])[./]\d{4})/.exec(text.slice(at, at + 20));
  return found ? { first: String(found[1]).padStart(2, '0'), last: '', end: at + found[0].length, yearless: true } : undefined;
}

/** `2021年2月まで`, `2021년 2월까지`: a word behind the end of a range belongs to it. */
function closing(text: string, at: number): number {
  return /^(?:まで|까지|止|\sतक|\.(?=$|[)|,]))/.exec(text.slice(at, at + 4))?.[0].length ?? yearWord(text, at);
}

const isBackwards = (start: DatePoint, last: DatePoint): boolean =>
  start.first > last.last && start.first.length === last.last.length;

/** `03/12/2016 - 06/01/2016` runs forwards only when its months are written first. */
function monthsFirst(first: DatePoint, last: DatePoint): [DatePoint, DatePoint] | undefined {
  const turn = (point: DatePoint): DatePoint =>
    point.monthFirst ? { ...point, first: point.monthFirst, last: point.monthFirst, monthFirst: undefined } : point;
  const [start, end] = [turn(first), turn(last)];
  return (first.monthFirst || last.monthFirst) && start.first <= end.last ? [start, end] : undefined;
}

function spanOf(first: DatePoint, last: DatePoint, from: number, text: string): DateSpan | undefined {
  const start = first.yearless ? (last.yearless ? undefined : withYear(first, last)) : first;
  const turned = start && !last.yearless && isBackwards(start, last) ? monthsFirst(start, last) : undefined;
  if (turned) return spanOf(turned[0], turned[1], from, text);
  if (!start || last.yearless) return undefined;
  if (start.first.slice(0, 7) > last.last.slice(0, Math.max(4, Math.min(7, start.first.length))))
    return first.yearless ? undefined : backwards(first, last, from);
  return {
    start: start.first,
    end: last.last,
    ongoing: false,
    single: false,
    from,
    to: last.end + closing(text, last.end),
    weak: Boolean(start.weak && last.weak),
  };
}

/** `March 2014 – January 2013`: both ends are of one precision, and their years are near, else these are two dates of their own. */
function backwards(first: DatePoint, last: DatePoint, from: number): DateSpan | undefined {
  const years = Number(first.first.slice(0, 4)) - Number(last.last.slice(0, 4));
  if (first.first.length !== last.last.length || years > LONGEST_SLIP) return undefined;
  return { ongoing: false, single: false, from, to: last.end, weak: Boolean(first.weak && last.weak), backwards: true };
}
const LONGEST_SLIP = 30;

/** Offset behind what leaves the end of a range open: `2019 –`, `2019 →`, `2019 – …`, `2019 onwards`, or unsaid: `2019 – ?`; -1 where nothing does. */
function openEnd(text: string, at: number): number {
  const [dash] = /^\s?(?:[-–—]\s?(?:\?|…|\.{3})?|[→➔➜]\s?)(?=$|[)\]）|,;·•])/.exec(text.slice(at, at + 8)) ?? [];
  return dash === undefined ? behindOnwards(text, at) : at + dash.trimEnd().length;
}

/** To the end of a range in a calendar that is not ours. */
function readUncountedSpan(text: string, end: number, from: number, next: number): DateSpan {
  const ongoing = next > 0 ? ongoingAt(text, next) : -1;
  const last = next > 0 && ongoing < 0 ? readDatePoint(text, next) : undefined;
  const to = ongoing > 0 ? ongoing : last?.uncounted ? last.end : end;
  return { ongoing: ongoing > 0, single: to === end, from, to, weak: true, uncounted: true };
}

function readSpan(text: string, at: number, from: number, prefix: 'from' | 'since' | 'until' | undefined): DateSpan | undefined {
  const first = bareMonth(text, at) ?? readDatePoint(text, prefix || !isBehindWord(text, at) ? behindAbout(text, at) : at);
  if (!first) return undefined;
  const next = separatorEnd(text, first.end);
  if (first.uncounted) return readUncountedSpan(text, first.end, from, next);
  if (next > 0) {
    const ongoing = first.yearless ? -1 : ongoingAt(text, next);
    if (ongoing > 0) return { start: first.first, ongoing: true, single: false, from, to: ongoing, weak: Boolean(first.weak) };
    const last = readDatePoint(text, behindAbout(text, next));
    const span = last && !last.uncounted ? spanOf(first, last, from, text) : undefined;
    if (span) return span;
  }
  if (first.yearless) return undefined;
  const weak = Boolean(first.weak);
  if (prefix === 'since') return { start: first.first, ongoing: true, single: false, from, to: first.end, weak };
  if (prefix === 'until') return { end: first.last, ongoing: false, single: true, from, to: first.end, weak };
  const open = openEnd(text, first.end);
  if (open > 0) return { start: first.first, ongoing: text.charAt(open - 1) !== '?', single: false, from, to: open, weak };
  const range = first.first !== first.last && first.first.length === 4;
  return { start: first.first, end: first.last, ongoing: false, single: !range, from, to: first.end, weak };
}

/** A 1 MB line must cost linear time: more dates than this in one line are a table of numbers, not a resume. */
const MAX_SPANS = 40;

/** Dates and ranges in order of position, without overlaps. Offsets refer to `text`. Every step of parsing asks for those of the same lines. */
export const findDateSpans: (text: string) => readonly Readonly<DateSpan>[] = rememberAnswers(readDateSpans);

const ASCII_END = '\x7f';
/** A letter or number that is not written without blanks. */
const isOfWord = (char: string): boolean =>
  char > ASCII_END
    ? LETTER.test(char) && !CJK_LETTER.test(char)
    : (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') || (char >= 'A' && char <= 'Z');

function readDateSpans(text: string): DateSpan[] {
  if (!/\d|元年/.test(text)) return [];
  const folded = foldSameLength(text);
  const spans: DateSpan[] = [];
  let inWord = false;
  for (let at = 0; at < folded.length && spans.length < MAX_SPANS; at++) {
    const char = folded.charAt(at);
    const isBehindWord = inWord;
    inWord = isOfWord(char);
    if (isBehindWord || !(inWord || char === "'" || (char > ASCII_END && LETTER.test(char)))) continue;
    if (/\d/.test(char) && /[.,/:'\d-]/.test(folded.charAt(at - 1)) && /\d/.test(folded.charAt(at - 2))) continue;
    const span = spanAt(folded, at);
    if (!span) continue;
    spans.push(span);
    at = span.to - 1;
    inWord = isOfWord(folded.charAt(at));
  }
  return twoEnds(text, spans) ?? spans;
}

/** `2014 2017`, `Sep 2014 Jun 2017`: two dates and nothing else are the ends of a range; templates part them by white or by an arrow that is drawn. */
function twoEnds(text: string, spans: readonly DateSpan[]): DateSpan[] | undefined {
  const [first, last, more] = spans;
  if (!first?.single || !last?.single || more || first.uncounted || last.uncounted) return undefined;
  const between = text.slice(first.to, last.from);
  if (first.from > 0 || last.to < text.length || between.trim() !== '') return undefined;
  if (!first.start || !last.start || !last.end || first.start.length !== last.start.length) return undefined;
  if (first.start > last.end) return undefined;
  return [{ ...first, end: last.end, single: false, to: last.to, weak: first.weak && last.weak }];
}

function spanAt(folded: string, at: number): DateSpan | undefined {
  if (/\d/.test(folded.charAt(at))) return readSpan(folded, at, at, undefined);
  for (const [word, kind] of BEFORE.get(folded.charAt(at)) ?? []) {
    if (!folded.startsWith(word, at) || folded.charAt(at + word.length) !== ' ') continue;
    const span = readSpan(folded, skipSpaces(folded, at + word.length), at, kind);
    if (span) return span;
  }
  return readSpan(folded, at, at, undefined);
}

const AROUND = /^[\s,;:|·•()[\]–—－（）【】，、；：｜-]+|[\s,;:|·•()[\]–—－（）【】，、；：｜-]+$/g;

/** What is left of a text when a span and the brackets and separators around it are taken out. */
export function withoutSpan(text: string, span: Pick<DateSpan, 'from' | 'to'>): { before: string; after: string } {
  const before = text
    .slice(0, span.from)
    .replace(/[\s([（【，、；：｜,;:|·•–—－-]+$/, '')
    .replace(/^\s+/, '');
  const after = text
    .slice(span.to)
    .replace(/^[\s)\]）】，、；：｜,;:|·•–—－-]+/, '')
    .replace(/\s+$/, '');
  return { before, after };
}

/** No range of two dates with words around them and a duration is longer. */
const LONGEST_RANGE = 160;

/** The dates when the whole text is nothing else (brackets and separators aside). */
export function onlyDates(text: string): DateSpan | undefined {
  return text.length > LONGEST_RANGE ? undefined : readOnlyDates(text);
}

const readOnlyDates = rememberAnswers((text: string): DateSpan | undefined => {
  const spans = findDateSpans(text);
  const span = spans[0];
  if (!span || spans.length > 1) return undefined;
  const rest = (text.slice(0, span.from) + text.slice(span.to)).replace(AROUND, '');
  return rest === '' || isDateRemark(rest) ? span : undefined;
});

const DURATION_UNIT =
  /^\(?(?:(?:ca\.?|about|env\.?)\s)?\d{1,3}\+?\s?(?:years?|yrs?|y|months?|mos?|m|jahre?n?|monate?n?|j|ans?|annees?|mois|anos?|meses|mes|anni|anno|mesi|mese|jaar|maanden|maand|lata?|lat|miesiecy|miesiace|年|个月|か月|ヶ月|개월|년)\.?(?:\s?,?\s?(?:and\s|et\s|und\s|y\s|e\s)?\d{1,2}\s?(?:months?|mos?|m|monate?n?|mois|meses|mes|mesi|mese|maanden|maand|miesiecy|miesiace|个月|か月|ヶ月|개월)\.?)?\)?$/;

const OPENS_DURATION = /^\s*\(?(?:\d|[cae])/i;

/** `2 years 10 months`, `3 Jahre`, `(4 mois)`: what sites print beside a range; it says nothing that the range does not. */
export function isDuration(text: string): boolean {
  return text.length < 40 && OPENS_DURATION.test(text) && DURATION_UNIT.test(foldSameLength(text.trim()));
}

const TOTAL =
  /^(?:총\s?경력(?:기간)?|경력\s?합계|[总總](?:工作)?(?:年限|年[资資]|经验)|工作年限|工作年資|total (?:work |professional |years of )?experience|berufserfahrung(?: gesamt| insgesamt)?|gesamterfahrung|expérience totale|experiencia total)\s*[:：]?\s+/iu;

/** A duration alone, or behind words for all jobs together: `총 경력 8년 6개월`. */
export const isTotalTime = (text: string): boolean => text.length < 60 && isDuration(text.replace(TOTAL, ''));

/** What a page prints behind a range without saying more: a duration, a badge (`current`), or one after the other. */
export function isDateRemark(text: string): boolean {
  if (text.length > 60) return false;
  return text.split(/\)\s*|\s*[·•|,]\s*/).every((part) => {
    const plain = part.replace(AROUND, '');
    return plain === '' || isDuration(plain) || ONGOING_WORDS.includes(foldSameLength(plain));
  });
}
