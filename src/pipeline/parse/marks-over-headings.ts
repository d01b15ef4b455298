/**
 * A mark of its own above every heading (`—` over `Skills`, in a margin beside the text or over it): the heading begins where its mark does,
 * which is the line that its text begins on.
 */
import { isHeadingText, lookupHeading } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { isMark } from './marks.ts';
import type { Row } from './rows.ts';

/** So many marks at one edge with headings of different sections below them are no chance. */
const LEAST_MARKS = 2;
/** More marks are a pattern or a rating (P6). */
const MOST_MARKS = 60;
/** In points. */
const SAME_EDGE = 3;
/** In sizes: a heading stands so near below its mark, and a further line of it below the first. */
const BELOW_MARK = 2.6;
const PITCH = 1.75;
const MOST_LINES = 3;

interface MarkedHeading {
  mark: Segment;
  /** The lines of the heading, from top to bottom. */
  pieces: Segment[];
}

const isAtEdge = (a: Segment, b: Segment): boolean => Math.abs(a.x - b.x) < SAME_EDGE || Math.abs(a.right - b.right) < SAME_EDGE;

function looksLike(a: Segment, b: Segment): boolean {
  return Math.abs(a.size - b.size) < 0.3 && a.bold === b.bold && a.color === b.color;
}

/** What stands at the edge of a mark below it, down to where a line of one heading would stand no more. */
function below(rows: readonly Row[], at: number, mark: Segment): Segment[] {
  const pieces: Segment[] = [];
  for (let i = at + 1; i < rows.length && pieces.length < MOST_LINES; i++) {
    const row = rows[i];
    const above = pieces.at(-1);
    const reach = above ? PITCH * above.size : BELOW_MARK * Math.max(mark.size, row?.size ?? 0);
    if (!row || row.y - (above ?? mark).y > reach) break;
    const own = row.segments.find((segment) => isAtEdge(segment, mark));
    if (!own) continue;
    if (own.bullet || isMark(own.text) || (above && !looksLike(above, own))) break;
    pieces.push(own);
  }
  return pieces;
}

const textOf = (pieces: readonly Segment[]): string => pieces.map((piece) => piece.text).join(' ');

/** `Work` over `Experience` is one heading; what stands below one that is whole is text. */
function headingOf(mark: Segment, pieces: readonly Segment[]): MarkedHeading | undefined {
  if (pieces.length === 0) return undefined;
  for (let n = pieces.length; n > 1; n--)
    if (lookupHeading(textOf(pieces.slice(0, n)))?.by === 'exact') return { mark, pieces: pieces.slice(0, n) };
  return { mark, pieces: pieces.slice(0, 1) };
}

/** Of the marks at one edge those over headings; none where too few are known. */
function known(headings: readonly MarkedHeading[]): readonly MarkedHeading[] {
  const texts = headings.map(({ pieces }) => textOf(pieces)).filter(isHeadingText);
  const kinds = new Set(texts.flatMap((text) => lookupHeading(text)?.kinds ?? []));
  const [first] = headings.filter(({ pieces }) => isHeadingText(textOf(pieces))).map(({ pieces }) => pieces[0]);
  if (!first || kinds.size < LEAST_MARKS || texts.length < headings.length / 2) return [];
  // What stands under the same mark in the same style is a heading that no list knows.
  return headings.filter(({ pieces: [piece] }) => piece && (piece.named || looksLike(piece, first)));
}

/** Rows in which each heading stands where its mark stood. */
export function liftMarkedHeadings(rows: readonly Row[]): Row[] {
  const marked = rows.flatMap(({ segments }, at) =>
    segments.filter(({ text, bullet }) => !bullet && isMark(text)).map((mark) => ({ mark, at })),
  );
  if (marked.length < LEAST_MARKS || marked.length > MOST_MARKS) return [...rows];
  const headings = marked.flatMap(({ mark, at }) => headingOf(mark, below(rows, at, mark)) ?? []);
  const lifted = [...Map.groupBy(headings, ({ mark }) => Math.round(mark.x / SAME_EDGE)).values()].flatMap(known);
  const byMark = new Map(lifted.map((heading) => [heading.mark, heading]));
  const moved = new Set(lifted.flatMap(({ pieces }) => pieces));
  return rows
    .map((row) => ({ ...row, segments: row.segments.filter((s) => !moved.has(s)).map((s) => atMark(s, byMark.get(s))) }))
    .filter((row) => row.segments.length > 0);
}

function atMark(segment: Segment, heading: MarkedHeading | undefined): Segment {
  const [first] = heading?.pieces ?? [];
  if (!heading || !first) return segment;
  const text = textOf(heading.pieces);
  const right = Math.max(...heading.pieces.map((piece) => piece.right));
  return {
    ...first,
    text,
    right,
    y: segment.y,
    named: isHeadingText(text),
    ...(heading.pieces.length > 1 ? { styleBreaks: [] } : {}),
  };
}
