/** Dates that a narrow column breaks over lines (`September` / `2013 – August` / `2019`) become one date on their first line. */
import { isDateFragment, LONGEST_DATE } from './date-fragment.ts';
import { isDuration, onlyDates } from './date-range.ts';
import { lookupHeading } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

/** Lines of one cell stand nearer than this many sizes. */
const LINE_PITCH = 1.6;

const endsOpen = (text: string): boolean => /[-–—]\s*$/.test(text);
const startsOpen = (text: string): boolean => /^\s*[-–—]/.test(text);

/** The two as one date when the first is not whole without the second. */
function joined(above: string, below: string): string | undefined {
  const both = `${above} ${below}`;
  // `From` over `To` are labels.
  if (both.length > LONGEST_DATE || !/\p{N}/u.test(both) || !isDateFragment(above) || !isDateFragment(below)) return undefined;
  const read = onlyDates(both);
  const whole = read?.backwards ? undefined : read;
  if (endsOpen(above) || startsOpen(below)) {
    // `Autumn 2014` / `– Spring` / `2017`: the year of the end stands on a third line.
    const goesOn = startsOpen(below) && !/\d/.test(below) && onlyDates(above)?.single;
    return goesOn || (whole && !whole.single) ? both : undefined;
  }
  const first = onlyDates(above);
  if (!first) return /[\p{L}\d]/u.test(above) && (whole || !onlyDates(below) || !/\d{4}/.test(above)) ? both : undefined;
  // `2019 to` / `present`: whole, but more is said when the next line is added.
  return first.single && whole && !whole.single && !onlyDates(below) ? both : undefined;
}

/** `2015` over `2018` in a rail: start over end. */
function stacked(above: Segment, below: Segment): string | undefined {
  const rails = above.rail && below.rail && isDatePiece(above.text) && isDatePiece(below.text);
  const [first, last] = [onlyDates(above.text), onlyDates(below.text)];
  if (!rails || !first?.single || !last || (!last.single && last.start !== undefined && !last.ongoing)) return undefined;
  const both = `${above.text} – ${below.text}`;
  return above.text.length + below.text.length < LONGEST_DATE && !onlyDates(both)?.backwards ? both : undefined;
}

interface Open {
  segment: Segment;
  row: Row;
  /** Baseline of the last line that was added. */
  y: number;
}

/** Cells of two rows of a table hold a value each, and `9` over `7` are numbers, whatever their columns hold. */
function areValues(a: Segment, b: Segment): boolean {
  const apart = a.cell !== undefined && b.cell !== undefined && (a.cell.table !== b.cell.table || a.cell.row !== b.cell.row);
  return apart || (/^\d{1,2}$/.test(a.text.slice(-2).trim()) && /^\d{1,2}$/.test(b.text) && !/[\p{L}]|\d{4}/u.test(a.text));
}

function isAligned(a: Segment, b: Segment): boolean {
  return Math.abs(a.x - b.x) < 3 * a.size || Math.abs(a.right - b.right) < 0.5 * a.size;
}

/** What wrapped beside the date (`Larkmoor Regional Medical` / `Center`) has not fitted before it. */
function wrappedBeside(open: Open, rest: readonly Segment[]): boolean {
  const [first] = open.row.segments;
  const [next, ...more] = rest;
  if (!first || !next || more.length > 0 || first === open.segment || first.right > open.segment.x) return false;
  if (Math.abs(first.x - next.x) > 2 || next.bullet || first.bold !== next.bold) return false;
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  const perChar = (first.right - first.x) / Math.max(1, first.text.length);
  return first.right + perChar * (word + 1) > open.segment.x - 1.2 * first.size;
}

function extend(open: Open, text: string, row: Row, date: Segment): Row | undefined {
  open.segment.text = text;
  open.segment.right = Math.max(open.segment.right, date.right);
  open.y = row.y;
  const rest = row.segments.filter((s) => s !== date);
  const [first] = open.row.segments;
  if (first && wrappedBeside(open, rest)) {
    first.text += ` ${rest[0]?.text ?? ''}`;
    return undefined;
  }
  return rest.length > 0 ? { ...row, segments: rest } : undefined;
}

/** What has a day, not a time: two years under each other are two of them. */
const OF_A_DAY: ReadonlySet<string> = new Set(['certificates', 'training', 'awards', 'publications']);

/** The row heads a section of such things, or of others; undefined where it is no heading. */
function headsDays({ segments: [only, ...more] }: Row): boolean | undefined {
  if (!only?.named || more.length > 0) return undefined;
  return lookupHeading(only.text)?.kinds.every((kind) => OF_A_DAY.has(kind));
}

/** Rows of one column with broken dates put together. Two single dates are stacked only where no date of the column is a range. */
export function joinBrokenDates(rows: readonly Row[]): Row[] {
  const stacks = !rows.some((row) => row.segments.some((s) => s.rail && onlyDates(s.text)?.single === false));
  const kept: Row[] = [];
  let open: Open | undefined;
  let days = false;
  for (const row of rows) {
    days = headsDays(row) ?? days;
    const date = row.segments.find((s) => (!s.bullet || open !== undefined) && isDateFragment(s.text) && !isDuration(s.text));
    if (open && row.y - open.y >= LINE_PITCH * row.size) open = undefined;
    const text =
      open && date && isAligned(open.segment, date) && !areValues(open.segment, date)
        ? (joined(open.segment.text, date.text) ?? (stacks && !days ? stacked(open.segment, date) : undefined))
        : undefined;
    if (open && date && text) {
      const rest = extend(open, text, row, date);
      if (rest) kept.push(rest);
      continue;
    }
    if (date) open = { segment: date, row, y: row.y };
    kept.push(row);
  }
  return kept;
}
