/**
 * A mark of its own above every heading (`—` over `Skills`, in a margin beside the text or over it): the heading begins where its mark does,
 * which is the line that its text begins on.
 */
import type { Rule } from '../../domain/document.ts';
import { isHeadingText, lookupHeading } from './heading-lookup.ts';
import { looksLike, type Segment } from './line.ts';
import { isMark } from './marks.ts';
import { type Row, withoutLoneBullets } from './rows.ts';

/** So many marks at one edge with headings of different sections below them are no chance. */
const LEAST_MARKS = 2;
/** More marks are a pattern or a list (P6). */
const MOST_MARKS = 200;
/** In points. */
const SAME_EDGE = 3;
/** In sizes: a heading stands so near below its mark, and a further line of it below the first; the line of a text below a drawn mark. */
const BELOW_MARK = 2.6;
const PITCH = 1.75;
const MOST_LINES = 3;
const HIGHER = 0.4;

/** A sign or a drawn line, and the row that begins there. */
interface Mark {
  x: number;
  right: number;
  y: number;
  size: number;
  /** Index of the row. */
  at: number;
  /** The sign itself, when it stands alone. */
  alone?: Segment;
  /** The text that it was taken for the bullet of. */
  before?: Segment;
}

interface MarkedHeading {
  mark: Mark;
  /** The lines of the heading, from top to bottom. */
  pieces: Segment[];
}

const isAtEdge = (a: { x: number; right: number }, b: Segment): boolean =>
  Math.abs(a.x - b.x) < SAME_EDGE || Math.abs(a.right - b.right) < SAME_EDGE;

const isSign = ({ text, bullet }: Segment): boolean => (bullet ? text === '' : isMark(text));

function signsIn(rows: readonly Row[]): Mark[] {
  return rows.flatMap(({ segments }, at) =>
    segments.flatMap((segment): Mark[] => {
      const { x, right, y, size, sign } = segment;
      if (isSign(segment)) return [{ x, right, y, size, at, alone: segment }];
      return sign ? [{ ...sign, y, size, at, before: segment }] : [];
    }),
  );
}

/** What stands at the edge of a mark below it, down to where a line of one heading would stand no more. */
function below(rows: readonly Row[], mark: Mark, from: number): Segment[] {
  const pieces: Segment[] = [];
  for (let i = from; i < rows.length && pieces.length < MOST_LINES; i++) {
    const row = rows[i];
    const above = pieces.at(-1);
    const reach = above ? PITCH * above.size : BELOW_MARK * Math.max(mark.size, row?.size ?? 0);
    if (!row || row.y - (above ?? mark).y > reach) break;
    const own = row.segments.find((segment) => isAtEdge(mark, segment));
    if (!own) continue;
    if (own.bullet || isMark(own.text) || (above && !looksLike(above, own))) break;
    pieces.push(own);
  }
  return pieces;
}

const textOf = (pieces: readonly Segment[]): string => pieces.map((piece) => piece.text).join(' ');

/** `Work` over `Experience` is one heading; what stands below one that is whole is text. */
function headingOf(mark: Mark, pieces: Segment[]): MarkedHeading | undefined {
  const whole = pieces.findLastIndex((_, i) => i > 0 && lookupHeading(textOf(pieces.slice(0, i + 1)))?.by === 'exact');
  const own = pieces.slice(0, whole > 0 ? whole + 1 : 1);
  // A bullet at the left edge of the page is above the next heading too, and that reaches over its text.
  const { before } = mark;
  const fits = own.length > 0 && (!before || own.every((piece) => piece.right <= before.x));
  return fits ? { mark, pieces: own } : undefined;
}

/** A line that is drawn over a heading of the margin is a mark where text beside it begins between the two. */
function drawnMarks(rows: readonly Row[], rules: readonly Rule[]): MarkedHeading[] {
  const lying = rules.filter((rule) => rule.height < 6 && rule.width > rule.height);
  if (lying.length < LEAST_MARKS || lying.length > MOST_MARKS) return [];
  return lying.flatMap((rule) => {
    const from = rows.findIndex((row) => row.y > rule.y);
    const first = rows[from];
    if (!first) return [];
    const mark: Mark = { x: rule.x, right: rule.x + rule.width, y: rule.y, size: first.size, at: from };
    const found = headingOf(mark, below(rows, mark, from));
    const [head] = found?.pieces ?? [];
    const isBeside = head && first.segments.every((s) => s.x >= head.right) && head.y - first.y > HIGHER * head.size;
    return found && isBeside ? [{ ...found, mark: { ...mark, y: first.y } }] : [];
  });
}

/** Of the marks at one edge those over headings; none where too few are known. */
function known(headings: readonly MarkedHeading[]): readonly MarkedHeading[] {
  const told = headings.filter(({ pieces }) => isHeadingText(textOf(pieces)));
  const kinds = new Set(told.flatMap(({ pieces }) => lookupHeading(textOf(pieces))?.kinds ?? []));
  const first = told[0]?.pieces[0];
  if (!first || kinds.size < LEAST_MARKS || told.length < headings.length / 2) return [];
  // What stands under the same mark in the same style is a heading that no list knows.
  return headings.filter(({ pieces: [piece] }) => piece && (piece.named || looksLike(piece, first)));
}

/** Rows in which each heading stands where its mark stood, and without signs that stand alone. */
export function liftMarkedHeadings(rows: readonly Row[], rules: readonly Rule[] = []): Row[] {
  const signs = signsIn(rows);
  const among = signs.length <= MOST_MARKS ? signs : [];
  const headings = among.flatMap((mark) => headingOf(mark, below(rows, mark, mark.at + 1)) ?? []);
  const byEdge = Map.groupBy([...headings, ...drawnMarks(rows, rules)], ({ mark }) => Math.round(mark.x / SAME_EDGE));
  const lifted = [...byEdge.values()].flatMap(known);
  const moved = new Set(lifted.flatMap(({ pieces }) => pieces));
  const signsOf = new Set(lifted.flatMap(({ mark }) => mark.alone ?? []));
  const byRow = Map.groupBy(lifted, ({ mark }) => mark.at);
  const placed = rows.map((row, at) => {
    const own = row.segments.filter((s) => !moved.has(s) && !signsOf.has(s));
    const heads = byRow.get(at) ?? [];
    const plain = own.map((s) => (heads.some(({ mark }) => mark.before === s) ? { ...s, bullet: false } : s));
    return heads.length > 0
      ? { ...row, segments: [...heads.map(atMark), ...plain].sort((a, b) => a.x - b.x) }
      : { ...row, segments: own };
  });
  return withoutLoneBullets(placed);
}

function atMark({ mark, pieces }: MarkedHeading): Segment {
  const [first] = pieces as [Segment];
  const text = textOf(pieces);
  const right = Math.max(...pieces.map((piece) => piece.right));
  return { ...first, text, right, y: mark.y, named: isHeadingText(text), ...(pieces.length > 1 ? { styleBreaks: [] } : {}) };
}
