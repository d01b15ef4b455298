/** What each line of a dated section is: a dated line, another line of an entry's head, a bullet, or running text. */

import type { Taxonomy } from '../../domain/taxonomy.ts';
import { entriesAmongBullets } from './bulleted-entries.ts';
import { isCjkProse, isStudyStatus } from './cjk-cues.ts';
import { type DateSpan, findDateSpans, isDateRemark, isDuration, isTotalTime, onlyDates, withoutSpan } from './date-range.ts';
import { joinCellDates } from './dates-in-cells.ts';
import { labelOf, leadsOfLists, saysLabels } from './entry-label-lines.ts';
import { isExpectation } from './expected-dates.ts';
import { isGrade } from './grades.ts';
import { ENTRY_LABELS } from './heading-aliases.ts';
import { partJobs } from './jobs-on-one-line.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Segment } from './line.ts';
import { studiesOfList } from './listed-studies.ts';
import { isLongStudy, isSchoolBelow, overDates } from './long-studies.ts';
import { withoutMarks } from './marked-heads.ts';
import { hasLegalForm, schoolCue } from './organisation-cues.ts';
import { readPlainBodies } from './plain-bodies.ts';
import { partRunInHeads } from './run-in-heads.ts';
import { readSeasonYears } from './season-years.ts';
import { datedBySeason } from './seasons-beside-places.ts';
import { squeezeText } from './text-keys.ts';
import { joinWrappedHeads } from './wrapped-heads.ts';
import { withoutYearMarks } from './year-marks.ts';

export interface Item {
  kind: 'dated' | 'head' | 'bullet' | 'text' | 'wrap';
  line: Line;
  /** Without durations, and without a date that was taken out to a line of its own. */
  segments: Segment[];
  date?: { segment: Segment; span: DateSpan };
}

const wordCount = (text: string): number =>
  /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? Math.ceil(text.length / 3) : text.split(/\s+/).length;

/** Sentences and long lines are text, not the head of an entry. */
export function isProse(text: string): boolean {
  // Vietnamese parts syllables by spaces.
  const words = VIETNAMESE.test(text) ? Math.ceil(SYLLABLE * wordCount(text)) : wordCount(text);
  if (words >= 15 || isCjkProse(text)) return true;
  if (/^\p{Ll}/u.test(text) && words >= 4 && !/[|·–]/.test(text)) return true;
  return (
    words >= 5 &&
    /[.!;]$/.test(text) &&
    !/\b(?:inc|ltd|co|corp|s\.l|s\.a|e\.v|z o\.o|b\.v|n\.v)\.$/i.test(text) &&
    !hasLegalForm(text)
  );
}

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơư]/iu;
/** Of a word. */
const SYLLABLE = 0.6;

function bracketed(text: string, span: DateSpan): boolean {
  return /[([（【]\s*$/.test(text.slice(0, span.from)) && /^\s*[^()]{0,24}[)\]）】]/.test(text.slice(span.to));
}

/** The span that dates an entry when the rest of the segment is short and stands on one side of it. */
function entrySpan(segment: Segment, singles: boolean): DateSpan | undefined {
  const spans = findDateSpans(segment.text);
  const span = spans.find((s) => !s.single) ?? spans[0];
  if (!span || spans.length > 3) return undefined;
  const { before, after } = withoutSpan(segment.text, span);
  if (before === '' && (after === '' || isDateRemark(after))) return span;
  const rest = `${before} ${after}`.trim();
  // A range in brackets at the end dates the line, however long it is.
  if (after === '' && !span.single && rest.length < 220 && bracketed(segment.text, span)) return span;
  if (rest.length > 130 || /[.!?]$/.test(after) || (isProse(before) && wordCount(rest) > 14)) return undefined;
  const inBrackets = bracketed(segment.text, span);
  if (
    span.single &&
    !inBrackets &&
    !singles &&
    !isShortJob(rest, span, before === '' || after === '', before === '' && /^\s?[:：]\s/u.test(segment.text.slice(span.to)))
  )
    return undefined;
  if (before === '' || after === '' || isDateRemark(after) || inBrackets) return span;
  return wordCount(after) <= 6 && isPartOfItsOwn(segment.text, span, singles) ? span : undefined;
}

/** `Prácticas, Foo S.A., verano 2014`: a job of a season, its parts set apart. */
function isShortJob(rest: string, span: DateSpan, atEdge: boolean, announces: boolean): boolean {
  if (!atEdge || span.start === span.end || wordCount(rest) > SHORT_JOB || /[!?;]$|(?<!\b\p{L}{2,4})\.$/u.test(rest))
    return false;
  // `Summer 2011: Bar Inc. (Intern)`
  if (announces) return true;
  const apart = rest.split(/\s+[|•·–—]\s+|\s+-\s+/);
  const parts = apart.length > 1 ? apart : rest.split(/,\s+/);
  return parts.length >= 2 && parts.every((part) => /^[\p{Lu}\p{Lo}\d"„«(]/u.test(part));
}
/** Words of a title, an employer and a place. */
const SHORT_JOB = 10;

/** `…, 2011 – 2014, First Class`: signs before and behind the dates part them from the rest, or what is behind is a grade. */
function isPartOfItsOwn(text: string, span: DateSpan, graded: boolean): boolean {
  const behind = text.slice(span.to);
  const opens = /[,;|·•–—\-:/，、；]\s*$/.test(text.slice(0, span.from));
  const closes = /^\s*[,;|·•–—\-:/，、；([（]/.test(behind);
  return (closes && (opens || !span.single)) || (graded && (isGrade(behind) || isStudyStatus(behind.trim())));
}

function dateOf(segments: readonly Segment[], singles: boolean): Item['date'] {
  const found = segments
    .map((segment) => ({ segment, span: onlyDates(segment.text) ?? entrySpan(segment, singles) }))
    .filter((d): d is NonNullable<Item['date']> => d.span !== undefined);
  return found.find((d) => !d.span.single) ?? found[0];
}

/** Where the text of a line starts, dates beside it aside. */
function mainX(line: Line): number {
  return line.segments.find((s) => !onlyDates(s.text) && !isDuration(s.text))?.x ?? line.x;
}

interface Layout {
  overDates: ReadonlySet<Line>;
  /** Where heads start: headings in the margin of one page, or the fold of a booklet, move the text of another. */
  headX(page: number): number;
  right: number;
}

function leftEdge(lines: readonly Line[]): number {
  const plain = lines.filter((line) => !line.bullet);
  // Dates on lines of their own may hang left of everything else.
  const texts = plain.filter((line) => onlyDates(line.text) === undefined);
  return Math.min(...(texts.length > 0 ? texts : plain.length > 0 ? plain : lines).map(mainX));
}

/** A page that heads an entry has an edge of its own; one that only goes on with a text has that of the section. */
function layoutOf(lines: readonly Line[]): Layout {
  const section = leftEdge(lines);
  const edges = new Map<number, number>();
  for (const [page, own] of Map.groupBy(lines, (line) => line.page))
    if (own.some((line) => line.segments.some((s) => onlyDates(s.text)?.single === false))) edges.set(page, leftEdge(own));
  const right = Math.max(...lines.map((line) => line.right));
  return { headX: (page) => edges.get(page) ?? section, right, overDates: overDates(lines) };
}

function wraps(line: Line, above: Item, opening: Item, layout: Layout): boolean {
  if (line.bullet || line.heading !== undefined || line.lane !== above.line.lane) return false;
  const lower = /^[\p{Ll}(&]/u.test(line.text);
  if (line.flow) return line.gap < 1.6 && (lower || line.x > opening.line.x);
  const samePage = line.page === above.line.page;
  if (samePage && line.gap > 2.3) return false;
  const indented = mainX(line) > layout.headX(line.page) + 3 && mainX(line) >= opening.line.x - 2;
  const sameStyle = Math.abs(line.size - above.line.size) < 0.6 && line.bold === above.line.bold;
  if (!sameStyle) return false;
  const end = Math.max(0, ...above.segments.map((s) => s.right));
  const full = end > layout.right - (layout.right - layout.headX(above.line.page)) * 0.22;
  return (indented && (opening.line.bullet || full)) || (lower && full);
}

/** An indented line without a glyph under a head: some templates draw their bullets as pictures. */
function isIndented(line: Line, segments: readonly Segment[], layout: Layout): boolean {
  return !line.flow && !line.bold && mainX(line) > layout.headX(line.page) + 6 && segments.length === 1;
}

/** Right below its dates `BA in History, Bates College, Lewiston.` is a head that closes with a stop: its parts are set off by commas. */
const withoutStop = (text: string): string =>
  /,\s\p{Lu}[^,]*\.$/u.test(text) || (text.endsWith('.') && schoolCue(text) >= 1) ? text.slice(0, -1) : text;

function classify(
  line: Line,
  segments: Segment[],
  singles: boolean,
  isEntry: boolean,
  previous: Item | undefined,
  opening: Item | undefined,
  layout: Layout,
  opens: boolean,
): Item {
  // A dot of a timeline stands before the date of an entry as a bullet does before an item.
  const dotted = line.bullet && onlyDates(line.text) !== undefined;
  const bullet = line.bullet && !isEntry && !dotted;
  if (bullet) return { kind: 'bullet', line, segments };
  const indented = !singles && isIndented(line, segments, layout) && previous !== undefined && previous.kind !== 'text';
  const date = dateOf(segments, singles);
  // `Audits since January 2021` under a head is text, wherever its date stands.
  if (date && indented && !onlyDates(line.text) && !bracketed(date.segment.text, date.span)) {
    return { kind: opening && previous && wraps(line, previous, opening, layout) ? 'wrap' : 'bullet', line, segments };
  }
  if (
    date &&
    !(
      previous &&
      opening &&
      date.segment.text === line.text &&
      !onlyDates(line.text) &&
      wraps(line, previous, opening, layout) &&
      isProse(line.text)
    )
  ) {
    return { kind: 'dated', line, segments, date };
  }
  if (previous && opening && wraps(line, previous, opening, layout)) return { kind: 'wrap', line, segments };
  // Studies set degree and field in steps below the school; only longer lines that name no school are text there.
  const plain = singles && (wordCount(line.text) < 6 || schoolCue(line.text) >= 1);
  if (!plain && !opens && isIndented(line, segments, layout) && previous && previous.kind !== 'text')
    return { kind: 'bullet', line, segments };
  const besideDate = opens || line.bold || layout.overDates.has(line);
  const isStudy = singles && ((besideDate && isLongStudy(line.text)) || isSchoolBelow(line.text));
  if (isProse(opens ? withoutStop(line.text) : line.text) && !isStudy) return { kind: 'text', line, segments };
  return { kind: 'head', line, segments };
}

/** A date that stands beside a bullet (a rail) dates the entry, not the bullet. */
function splitSideDate(line: Line, layout: Layout): { side: Segment | undefined; segments: Segment[] } {
  // `4년 9개월   과장`: a duration in a column of its own, at whichever side.
  const timeless = line.segments.filter((s) => !isDuration(s.text));
  const segments =
    line.bullet || timeless.length === 0 ? line.segments.filter((s, i) => i === 0 || timeless.includes(s)) : timeless;
  // Some templates set their bullets as pictures or not at all: then the indent says what is text.
  const listed =
    line.bullet || (!line.flow && !line.bold && line.x > layout.headX(line.page) + 6 && segments.at(-1)?.rail === true);
  const side = segments.length > 1 && listed ? segments.find((s, i) => i > 0 && onlyDates(s.text)) : undefined;
  return { side, segments: side ? segments.filter((s) => s !== side) : segments };
}

/** Below the title an entry has at most so many facts listed above its dates (employer, place). */
const FACTS_ABOVE = 3;

/**
 * Bullets that list the facts of an entry, not what was done: every run of bullets below a head holds dates of its own, one line of
 * nothing else (`• Acme Ltd` / `• 2019 – 2021` under a title). Dots of a timeline stand before the title instead.
 */
function listedFacts(lines: readonly Line[]): ReadonlySet<Line> {
  const facts = new Set<Line>();
  let runs = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]?.bullet || lines[i - 1]?.bullet) continue;
    const next = lines.findIndex((line, n) => n > i && !line.bullet);
    const run = lines.slice(i, next < 0 ? lines.length : next);
    const dated = run.findIndex((line) => onlyDates(line.text)?.single === false);
    if (i === 0 || dated < 0 || dated > FACTS_ABOVE) return new Set();
    for (const line of run.slice(0, dated + 1)) facts.add(line);
    runs++;
  }
  return runs >= 1 ? facts : new Set();
}

function factOf(line: Line, segments: Segment[]): Item {
  const date = dateOf(segments, true);
  return date && onlyDates(line.text) ? { kind: 'dated', line, segments, date } : { kind: 'head', line, segments };
}

/** A date on a line of its own with no head above it: what stands below it, however far indented, is the head. */
function isOpenedByDate(items: readonly Item[]): boolean {
  const [first] = items;
  const isBare = (item: Item | undefined): boolean => item?.kind === 'dated' && onlyDates(item.line.text) !== undefined;
  return isBare(items.at(-1)) && (items.at(-2)?.kind !== 'head' || isBare(first));
}

const isBareDate = (item: Item): boolean =>
  item.kind === 'dated' &&
  item.segments.length === 1 &&
  item.date?.span.single === true &&
  onlyDates(item.line.text) !== undefined;

/** `2011` right over `2015`: start over end. */
function stacks(above: Item, item: Item): boolean {
  if (!isBareDate(above) || !isBareDate(item) || item.line.page !== above.line.page) return false;
  const [from, to] = [above.date?.span.start ?? '', item.date?.span.end ?? ''];
  return from !== '' && from <= to && item.line.gap < 2 && Math.abs(item.line.x - above.line.x) < 3 * item.line.size;
}

function stacked(above: Item, item: Item): Item['date'] {
  const segment = above.date?.segment;
  if (!segment || !above.date || !item.date) return above.date;
  return { segment, span: { ...above.date.span, end: item.date.span.end, single: false } };
}

/** `singles`: whether one date alone may date an entry (education) or only a range (work). */
export function readItems(printed: readonly Line[], singles: boolean, lexicon: Lexicon, taxonomy: Taxonomy): Item[] {
  if (printed.length === 0) return [];
  const lines = joinWrappedHeads(
    partRunInHeads(withoutMarks(partJobs(joinCellDates(withoutYearMarks(printed)))), lexicon),
    lexicon,
  ).filter((line) => !isTotalTime(line.text));
  if (lines.length === 0) return [];
  const layout = layoutOf(lines);
  const facts = listedFacts(lines);
  const leads = leadsOfLists(lines);
  const listed = entriesAmongBullets(lines, (line) => line.segments.some((s) => entrySpan(s, false)?.single === false), taxonomy);
  const studies = singles ? studiesOfList(lines, taxonomy) : undefined;
  const items: Item[] = [];
  const asides = new Set<Item>();
  let [opening, moved]: (Item | undefined)[] = [];
  for (const line of lines) {
    const kind = singles ? 'education' : 'work';
    if (leads.has(line) || saysLabels(line, kind) || (line.text.length < 30 && ENTRY_LABELS.has(squeezeText(line.text))))
      continue;
    if (isExpectation(line, items.at(-1))) continue;
    const { side, segments } = splitSideDate(line, layout);
    if (side)
      items.push({
        kind: 'dated',
        line,
        segments: [side],
        date: { segment: side, span: onlyDates(side.text) ?? { ongoing: false, single: true, from: 0, to: 0, weak: true } },
      });
    if (segments.length === 0) continue;
    const told = labelOf(segments, kind);
    const label = line.bullet && told?.role !== 'aside' ? undefined : told;
    const plain: Item =
      label?.role === 'aside' || label?.role === 'text'
        ? { kind: 'text', line, segments }
        : facts.has(line)
          ? factOf(line, segments)
          : classify(
              line,
              label?.segments ?? segments,
              singles,
              listed.has(line) || studies?.has(line) === true,
              items.at(-1),
              opening,
              layout,
              isOpenedByDate(items),
            );
    const item = singles ? plain : datedBySeason(plain, items, lexicon);
    const above = items.at(-1);
    if (above && stacks(above, item)) {
      above.date = stacked(above, item);
      continue;
    }
    if (item.kind === 'bullet' || item.kind === 'text') opening = item;
    else if (item.kind !== 'wrap') opening = undefined;
    // What a label tells of the head may stand below remarks about the firm, and so may the first dates with what is below them.
    const own = items.findLast((one) => !asides.has(one));
    if (item.kind === 'dated' && asides.size > 0 && !items.some((one) => one.kind === 'dated')) moved = item;
    if (item === moved || (item.kind === 'head' && (label || own === moved)))
      items.splice(items.findLastIndex((one) => !asides.has(one)) + 1, 0, item);
    else items.push(item);
    if (label && item.kind === 'text') asides.add(item);
  }
  const read = readSeasonYears(items);
  return singles ? read : readPlainBodies(read);
}
