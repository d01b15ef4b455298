/**
 * Reading order of a page by recursive XY-cut: full-width bands first, then the best gutter. A narrow column of dates, places or
 * headings beside the text (a rail) is not a column: its items belong to the rows they stand on.
 */
import { findDateSpans } from './date-range.ts';
import { entriesBeside } from './entries-beside.ts';
import { type Cut, findGutters, MIN_ROWS, measure } from './gutters.ts';
import { findHeadedColumns } from './headed-columns.ts';
import { joinBaselines } from './join-baselines.ts';
import { bandsOf, findLabelRail } from './label-rail.ts';
import type { Segment } from './line.ts';
import { findPairRows } from './pair-rows.ts';
import { joinPartedEntries, partsEntries } from './parted-entries.ts';
import { headsOver, isDatePiece, isDateRail, isRowHeads, railBefore } from './rails.ts';
import { pickSegments, type Row } from './rows.ts';
import { findTable } from './tabular-entries.ts';

/** Rows of one column, from top to bottom. */
export interface Block {
  x: number;
  right: number;
  rows: Row[];
}

/** Where the sections inside a cut start. Headings of both columns may stand a point apart: one right below another starts nothing new. */
function sectionStarts(rows: readonly Row[], cut: Cut): number[] {
  const starts = [cut.from];
  for (let i = cut.from + 1; i < cut.to; i++) {
    const above = rows[i - 1]?.segments.some((s) => s.named);
    if (!above && rows[i]?.segments.some((s) => s.named)) starts.push(i);
  }
  return starts;
}

/** What stands beside the gutter between two headings: text on both sides, nothing on one, or nothing but dates on one. */
function sidesOf(rows: readonly Row[], x: number): 'both' | 'empty' | 'dates' {
  const all = rows.flatMap((row) => row.segments);
  const [left, right] = [all.filter((s) => s.right <= x), all.filter((s) => s.x >= x)];
  if (left.length === 0 || right.length === 0) return 'empty';
  // One date beside a heading of the other column is the end of the entry above.
  if (![left, right].some((texts) => texts.every((s) => isDatePiece(s.text)))) return 'both';
  return left.length === 1 || right.length === 1 ? 'empty' : 'dates';
}

/**
 * The stretch of sections with text on both sides of the gutter. Sections at either end that have nothing or only dates on one
 * side are text of one column whose lines happen to be short there; dates alone part two stretches in the middle as well.
 */
function trim(rows: readonly Row[], cut: Cut): Cut | undefined {
  const starts = sectionStarts(rows, cut);
  const endOf = (i: number): number => starts[i + 1] ?? cut.to;
  const sides = starts.map((start, i) => sidesOf(rows.slice(start, endOf(i)), cut.x));
  let best: Cut | undefined;
  for (let first = 0; first < starts.length; first++) {
    if (sides[first] !== 'both') continue;
    const stop = sides.indexOf('dates', first);
    const last = sides.lastIndexOf('both', stop < 0 ? starts.length - 1 : stop);
    const found = measure(rows, cut.x, starts[first] ?? cut.from, endOf(last));
    if (found && (!best || found.to - found.from > best.to - best.from)) best = found;
    first = last;
  }
  const opened = best && withOpening(rows, best, starts, cut.x);
  return opened && withLastLines(rows, opened === best ? withFirstLines(rows, opened) : opened);
}

/** In sizes: lines of one text are nearer to each other. */
const PITCH = 1.35;
const NEARLY_LEVEL = 0.9;
/** Lines of a column above the heading that opens the other one. */
const MOST_ABOVE = 2;

/** Where one column opens with a heading, the white above it takes up a line or two of the text that flows on in the other. */
function withFirstLines(rows: readonly Row[], cut: Cut): Cut {
  let { from } = cut;
  for (let n = 0; n < MOST_ABOVE; n++) {
    const [above, first] = [rows[from - 1], rows[from]];
    if (!above || !first) break;
    const sides = [(s: Segment) => s.right <= cut.x, (s: Segment) => s.x >= cut.x];
    const own = sides.find((isOn) => above.segments.every(isOn));
    const near = first.segments.some((s) => own?.(s)) ? PITCH : NEARLY_LEVEL;
    if (!own || isHeaded(above) || first.y - above.y > near * above.size) break;
    from--;
  }
  return from < cut.from ? { ...cut, from } : cut;
}

/** The head of an entry has so many lines. */
const HEAD = 4;

/**
 * What the left column holds below the end of the other, down to the end of all, is that column and no text below both, where the other one
 * opens with an entry and no heading: it goes on with what stands there.
 */
function withLastLines(rows: readonly Row[], cut: Cut): Cut {
  const right = side(rows.slice(cut.from, cut.to), (s) => s.x >= cut.x);
  const heading = right.findIndex(isHeaded);
  const opening = right.slice(0, Math.min(HEAD, heading < 0 ? HEAD : heading));
  const isEntry = opening.some((row) => row.segments.some((s) => findDateSpans(s.text).some((span) => !span.single)));
  // Below one heading it is a card beside another.
  const headings = side(rows.slice(cut.from, cut.to), (s) => s.right <= cut.x).filter(isHeaded);
  if (!isEntry || headings.length < 2) return cut;
  const isLeft = rows.slice(cut.to).every((row) => row.segments.every((s) => s.right <= cut.x));
  return isLeft ? { ...cut, to: rows.length } : cut;
}

/** In lines of its size: text stands no further below its heading or the line above it. */
const GOES_ON = 2.2;

/**
 * A heading of one column may stand some lines lower than that of the other (the column below a wide head begins with a gap): the section
 * that goes on beside it begins at its own heading above, which is part of that column.
 */
function withOpening(rows: readonly Row[], cut: Cut, starts: readonly number[], x: number): Cut {
  const opening = starts[starts.indexOf(cut.from) - 1];
  const [head] = (opening === undefined ? undefined : rows[opening]?.segments) ?? [];
  const top = rows[cut.from];
  if (opening === undefined || !head?.named || !top) return cut;
  const isLeft = head.right <= x;
  const own = (row: Row): Segment | undefined => row.segments.find((s) => (isLeft ? s.right <= x : s.x >= x));
  const beside = rows.slice(opening, cut.to).map(own);
  // Up to the row that has text of its own again, nothing stands apart and nothing else is a heading.
  const next = beside.findIndex((s, i) => s !== undefined && opening + i >= cut.from);
  const texts = beside.slice(0, next + 1).filter((s) => s !== undefined);
  const isWhole = texts.every(
    (s, i) => i === 0 || (!s.named && s.y - (texts[i - 1]?.y ?? 0) < GOES_ON * Math.max(s.size, head.size)),
  );
  const other = top.segments.filter((s) => (isLeft ? s.x >= x : s.right <= x));
  if (next < 0 || texts.length < 2 || !isWhole || !other.some((s) => s.named)) return cut;
  return measure(rows, x, opening, cut.to) ?? cut;
}

function side(rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] {
  return joinBaselines(pickSegments(rows, keep));
}

function markRail(rows: readonly Row[], beside: readonly Row[]): void {
  const heads = new Set(headsOver(rows, beside));
  for (const row of rows) if (!heads.has(row)) for (const segment of row.segments) segment.rail = true;
}

export function blockOf(rows: readonly Row[]): Block {
  const all = rows.flatMap((row) => row.segments);
  return { x: Math.min(...all.map((s) => s.x)), right: Math.max(...all.map((s) => s.right)), rows: [...rows] };
}

function textWidth(rows: readonly Row[]): number {
  return (
    Math.max(0, ...rows.flatMap((row) => row.segments.map((s) => s.right))) -
    Math.min(...rows.flatMap((row) => row.segments.map((s) => s.x)))
  );
}

/** Headings and dates without text below them are set to one side of the page (right-aligned headings), no column. */
function isColumn(rows: readonly Row[], pageWidth: number): boolean {
  if (rows.length < MIN_ROWS || textWidth(rows) < pageWidth * 0.1) return false;
  const bare = rows.filter((row) => row.segments.every((s) => s.named || isDatePiece(s.text))).length;
  return bare < 0.7 * rows.length;
}

const isHeaded = (row: Row): boolean => row.segments.some((s) => s.named);
const largest = ({ segments }: Row): number => Math.max(...segments.map((s) => s.size));

/**
 * Rows of a grid (skills in two columns under one heading) share their baselines, and only the left column has headings. A heading's
 * word beside plain text of its size (`Tools` beside `Frameworks`) is a cell.
 */
function isGridOfSections(left: readonly Row[], right: readonly Row[]): boolean {
  const plain = new Map(left.filter((row) => !isHeaded(row)).map((row) => [row.y, largest(row)]));
  const isCell = (row: Row): boolean => largest(row) < LARGER * (plain.get(row.y) ?? 0);
  if (right.some((row) => isHeaded(row) && !isCell(row)) || !left.slice(1).some(isHeaded)) return false;
  const baselines = new Set(left.map((row) => row.y));
  return right.filter((row) => baselines.has(row.y)).length >= 0.6 * right.length;
}

/** In sizes of the text beside it. */
const LARGER = 1.08;

/** Cuts rows at those that hold a heading. */
function splitAtHeadings(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    if (parts.length === 0 || row.segments[0]?.named) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

/** In shares of the width: so near to the middle stands what is centred. */
const CENTRED = 0.02;

/** Headings in the middle of the page head what stands on both sides below them, also where they begin right of the gap, off the edge of the text there. */
function headingsStandCentred(beside: readonly Row[], rows: readonly Row[], pageWidth: number): boolean {
  const all = rows.flatMap((row) => row.segments);
  const [left, right] = [Math.min(...all.map((s) => s.x)), Math.max(...all.map((s) => s.right))];
  const heads = beside.filter((row) => row.segments.length === 1 && isHeaded(row)).flatMap((row) => row.segments);
  const edge = Math.min(...beside.filter((row) => !isHeaded(row)).flatMap((row) => row.segments.map((s) => s.x)));
  // A part of a page has no middle of its own: that of the page counts there.
  const middles = [(left + right) / 2, pageWidth / 2];
  const isCentred = (s: Segment): boolean =>
    middles.some((middle) => Math.abs((s.x + s.right) / 2 - middle) < CENTRED * (right - left));
  // One may begin at that edge by chance.
  return heads.some((s) => Math.abs(s.x - edge) > s.size / 2) && heads.every(isCentred);
}

/** Another stretch of rows along a gutter that was found to part a rail from its text. */
function isSameGutter(rail: Cut, cut: Cut): boolean {
  return Math.abs(rail.x - cut.x) <= (rail.width + cut.width) / 2 && rail.from < cut.to && cut.from < rail.to;
}

/** What is known for a rail already (dates over places), and headings over it. */
const isKnownRail = (rows: readonly Row[]): boolean =>
  rows.some((row) => row.segments.some((s) => s.rail)) && rows.every((row) => row.segments.every((s) => s.rail || s.named));

/** The rows of a page as blocks in reading order. */
export function splitColumns(rows: Row[], pageWidth: number, depth = 0): Block[] {
  if (rows.length === 0) return [];
  if (depth > 6) return [blockOf(rows)];
  const next = (part: Row[]): Block[] => splitColumns(part, pageWidth, depth + 1);
  const table = findTable(rows) ?? findPairRows(rows);
  if (table) {
    const own = blockOf(rows.slice(table.from, table.to));
    return [...next(rows.slice(0, table.from)), own, ...next(rows.slice(table.to))];
  }
  const labels = rows.length >= 2 ? findLabelRail(rows) : undefined;
  if (labels) {
    const bands = bandsOf(rows, labels).flatMap((band) => withLabel(band.label, next(band.rows)));
    return [...next(rows.slice(0, labels.from)), ...bands, ...next(rows.slice(labels.to))];
  }
  const many = headed(rows, next, MANY_HEADINGS);
  if (many) return many;
  if (rows.length < MIN_ROWS * 2 - 1) return headed(rows, next, 2) ?? [blockOf(rows)];
  const rails: Cut[] = [];
  let parted: Cut | undefined;
  for (const found of findGutters(rows)) {
    const cut = trim(rows, found);
    if (!cut || rails.some((rail) => isSameGutter(rail, cut))) continue;
    const inside = rows.slice(cut.from, cut.to);
    const left = side(inside, (s) => s.x < cut.x);
    const right = side(inside, (s) => s.x >= cut.x);
    const rail =
      isKnownRail(left) || isDateRail(left, right, 'left') || isRowHeads(left, right)
        ? left
        : isDateRail(right, left, 'right')
          ? right
          : undefined;
    if (rail) {
      markRail(rail, rail === left ? right : left);
      rails.push(cut);
      continue;
    }
    if (partsEntries(inside, cut.x)) {
      parted ??= cut;
      continue;
    }
    const before = railBefore(rows, cut.x);
    if (before) {
      const beside = rows.slice(before.from, before.to);
      const columns = [side(beside, (s) => s.right <= before.x), side(beside, (s) => s.x >= before.x)].flatMap(next);
      return [...next(rows.slice(0, before.from)), ...columns, ...next(rows.slice(before.to))];
    }
    if (!isColumn(left, pageWidth) || !isColumn(right, pageWidth) || isTable(left, right)) continue;
    const beside = entriesBeside(inside, cut.x);
    if (beside) {
      const above = inside.slice(0, beside.from);
      const columns = [side(above, (s) => s.x < cut.x), side(above, (s) => s.x >= cut.x)].flatMap(next);
      return [...next(rows.slice(0, cut.from)), ...columns, blockOf(beside.rows), ...next(rows.slice(cut.from + beside.to))];
    }
    const across = isGridOfSections(left, right) || headingsStandCentred(right, rows, pageWidth);
    if (across && splitAtHeadings(inside).length < 2) return [blockOf(rows)];
    const middle = across ? splitAtHeadings(inside).flatMap(next) : [...next(left), ...next(right)];
    return [...next(rows.slice(0, cut.from)), ...middle, ...next(rows.slice(cut.to))];
  }
  if (parted && rails.length === 0) {
    const entries = blockOf(joinPartedEntries(rows.slice(parted.from, parted.to), parted.x));
    return [...next(rows.slice(0, parted.from)), entries, ...next(rows.slice(parted.to))];
  }
  return headed(rows, next, 2) ?? [blockOf(rows)];
}

/** So many headings side by side say more than white does. */
const MANY_HEADINGS = 3;

/** Columns that their headings show, where at least so many stand side by side. */
function headed(rows: Row[], next: (part: Row[]) => Block[], least: number): Block[] | undefined {
  const found = findHeadedColumns(rows, least);
  return found && [...next(rows.slice(0, found.from)), ...found.columns.flatMap(next), ...next(rows.slice(found.to))];
}

/** The heading of a band stands ahead of its first block. */
export function withLabel(label: Row | undefined, blocks: Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (!label) return blocks;
  return first ? [{ ...first, rows: [label, ...first.rows] }, ...rest] : [blockOf([label])];
}

/** Short cells that share nearly all of their baselines are rows of a table (a list of skills in two columns), read across. */
function isTable(left: readonly Row[], right: readonly Row[]): boolean {
  // Headings side by side head two lists, however short.
  if (right.some((row) => row.segments.every((s) => s.named))) return false;
  const baselines = new Set(left.map((row) => row.y));
  const shared = right.filter((row) => baselines.has(row.y)).length;
  const short = [...left, ...right].filter((row) => row.segments.reduce((n, s) => n + s.text.length, 0) <= 32).length;
  return (
    shared >= 0.9 * Math.max(left.length, right.length) &&
    short >= 0.9 * (left.length + right.length) &&
    Math.max(left.length, right.length) < 12
  );
}
