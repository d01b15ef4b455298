/**
 * Dates in a margin with a place below them, in smaller letters than the text beside (`2019 – 2021` over `Lyon`, beside a title over an
 * employer): both stacks have a pitch of their own, so that their baselines have little to do with each other. Each goes to the line beside it.
 */
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

/** What stands in the margin beside one entry, from top to bottom. */
interface Stack {
  items: Placed[];
  /** The line beside the first of them. */
  beside: Segment | undefined;
  /** How far below it that line stands, in points. */
  drop: number;
}

interface Placed {
  row: Row;
  segment: Segment;
}

interface Rail {
  /** Where the text beside it begins. */
  text: number;
  stacks: Stack[];
}

const SHORT = 34;
/** So many dates that stand alike beside their text are no chance; a page has no more than the last (P6). */
const LEAST_STACKS = 2;
const MOST_DATES = 60;
/** In points. */
const SAME_EDGE = 2;
const WHITE = 4;
/** Pages are set alike from entry to entry but for what rounding does. */
const SAME_DROP = 1.6;
/** In sizes: a line beside stands no further up or down; items of one stack are no further apart; a line of the same row. */
const BESIDE = 0.75;
const PITCH = 1.8;
const MOST_ITEMS = 2;
/** In shares: of the stacks that are alike, and of the margin that is stacks. */
const ALIKE = 0.8;

type Edge = 'x' | 'right';

/** Dates at the left end of their rows that share an edge, the largest group of them. */
function alignedDates(rows: readonly Row[], edge: Edge): Placed[] {
  const dates = rows.flatMap((row): Placed[] => {
    const [segment] = row.segments;
    return segment && !segment.bullet && isDatePiece(segment.text) ? [{ row, segment }] : [];
  });
  if (dates.length > MOST_DATES) return [];
  const groups = dates.map((date) => dates.filter((other) => Math.abs(other.segment[edge] - date.segment[edge]) < SAME_EDGE));
  return groups.reduce((best, group) => (group.length > best.length ? group : best), []);
}

/** The line of the text that stands nearest beside. */
function besideOf(rows: readonly Row[], { segment }: Placed, from: number): Segment | undefined {
  const near = rows.flatMap((row) => {
    const text = row.segments.find((s) => s.x >= from);
    return text && Math.abs(text.y - segment.y) < BESIDE * Math.max(text.size, segment.size) ? [text] : [];
  });
  const away = (text: Segment): number => Math.abs(text.y - segment.y);
  return near.reduce<Segment | undefined>((best, text) => (best && away(best) <= away(text) ? best : text), undefined);
}

/** Short texts at the edge of the dates, right below one of them or right above it. */
function itemsBeside(rows: readonly Row[], date: Placed, edge: Edge, text: number, step: 1 | -1): Placed[] {
  const items: Placed[] = [];
  for (let i = rows.indexOf(date.row) + step; rows[i] && items.length < MOST_ITEMS; i += step) {
    const row = rows[i];
    const above = items.at(-1) ?? date;
    const [segment] = row?.segments ?? [];
    if (!row || !segment || Math.abs(segment.y - above.segment.y) > PITCH * above.segment.size) break;
    if (segment.x >= text - WHITE) continue;
    const isItem = Math.abs(segment[edge] - date.segment[edge]) < SAME_EDGE && segment.right < text - WHITE;
    // What is set stronger than the dates is the name of the entry, and the margin its head.
    if ((segment.bold && !date.segment.bold) || segment.size > date.segment.size + 0.3) break;
    if (!isItem || segment.bullet || segment.named || segment.text.length > SHORT || isDatePiece(segment.text)) break;
    items.push({ row, segment });
  }
  return items;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function stackOf(rows: readonly Row[], date: Placed, edge: Edge, text: number): Stack {
  const [above, below] = ([-1, 1] as const).map((step) => itemsBeside(rows, date, edge, text, step));
  const items = [...(above ?? []).reverse(), date, ...(below ?? [])];
  const [first = date] = items;
  const beside = besideOf(rows, first, text - SAME_EDGE);
  return { items, beside, drop: beside ? beside.y - first.segment.y : Number.POSITIVE_INFINITY };
}

function stacksAt(rows: readonly Row[], edge: Edge): Rail | undefined {
  const dates = alignedDates(rows, edge);
  if (dates.length < LEAST_STACKS) return undefined;
  const from = Math.max(...dates.map(({ segment }) => segment.right)) + WHITE;
  const text = median(dates.flatMap((date) => besideOf(rows, date, from)?.x ?? []));
  const all = dates.map((date) => stackOf(rows, date, edge, text));
  const drop = median(all.flatMap((stack) => (stack.beside ? [stack.drop] : [])));
  const stacks = all.filter((stack) => {
    const alike = stack.beside && !stack.beside.bullet && Math.abs(stack.beside.x - text) < SAME_EDGE;
    return alike && Math.abs(stack.drop - drop) < SAME_DROP;
  });
  return stacks.length >= Math.max(LEAST_STACKS, ALIKE * dates.length) ? { text, stacks } : undefined;
}

/** Nothing but headings and the stacks stands left of the text, from the first date to the last. */
function isBare(rows: readonly Row[], { text, stacks }: Rail): boolean {
  const used = new Set(stacks.flatMap(({ items }) => items.map(({ segment }) => segment)));
  const heights = [...used].map(({ y }) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const left = rows
    .filter((row) => row.y >= top && row.y <= bottom)
    .flatMap((row) => row.segments.filter((s) => s.right < text - WHITE && !s.named));
  return left.filter((s) => used.has(s)).length >= ALIKE * left.length;
}

/** Where each item of the margin goes: the row that stands beside it, else that of its date. */
function placesOf(rows: readonly Row[], { text, stacks }: Rail): Map<Placed, Row> {
  const places = new Map<Placed, Row>();
  const taken = new Set<Row>();
  const hasText = (row: Row): boolean => row.segments.some((s) => s.x >= text - SAME_EDGE);
  const rowOf = new Map(rows.flatMap((row) => row.segments.map((segment) => [segment, row] as const)));
  for (const { items } of stacks) {
    let first: Row | undefined;
    for (const item of items) {
      const line = besideOf(rows, item, text - SAME_EDGE);
      const near = line && rowOf.get(line);
      const own = hasText(item.row) ? item.row : near && !taken.has(near) ? near : first;
      if (!own) break;
      places.set(item, own);
      taken.add(own);
      first ??= own;
    }
  }
  return places;
}

/** Rows in which what stands in such a margin stands on the lines of its entry; unchanged where there is none. */
export function joinStackedRails(rows: readonly Row[]): Row[] {
  const rails = (['right', 'x'] as const).map((edge) => stacksAt(rows, edge));
  const rail = rails.find((one) => one?.stacks.some(({ items }) => items.length > 1) && isBare(rows, one));
  if (!rail) return [...rows];
  for (const { items } of rail.stacks) for (const { segment } of items) segment.rail = true;
  const places = [...placesOf(rows, rail)].filter(([item, row]) => item.row !== row);
  const moved = new Set(places.map(([{ segment }]) => segment));
  const added = Map.groupBy(places, ([, row]) => row);
  return rows
    .map((row) => {
      const own = row.segments.filter((segment) => !moved.has(segment));
      const more = (added.get(row) ?? []).map(([{ segment }]) => segment);
      // Behind dates of its own line, before the text.
      const at = own.findIndex((segment) => segment.x >= rail.text - SAME_EDGE);
      return { ...row, segments: [...own.slice(0, at), ...more, ...own.slice(at)] };
    })
    .filter((row) => row.segments.length > 0);
}
