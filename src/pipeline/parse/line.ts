/** The page as parsing sees it: lines made of segments, in reading order. Units are those of `domain/document.ts` (points, origin top left). */
import type { TableCellOf } from '../../domain/document.ts';

/** A stretch of a line between wide gaps. */
export interface Segment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  color?: string;
  link?: string;
  heading?: number;
  bullet: boolean;
  /** Where its bullet stands, when that is drawn apart from it. */
  sign?: { x: number; right: number };
  /** Its words are those of a known heading. Asked so often by the search for columns that it is found out once. */
  named: boolean;
  cell?: TableCellOf;
  /** It stands in the foot that the format repeats on every page. */
  foot?: boolean;
  /** Offsets in `text` where weight, slant or colour change: people mark the company or the title that way. */
  styleBreaks: number[];
  /** Its pieces where they stand further apart than words do (tags in a row); `text` is all of them with spaces between. */
  pieces?: { text: string; x: number; right: number }[];
  /** Of a skill: how well it is known, as it stands beside or below. */
  level?: string;
  /** How sure text recognition is of it, 0…1; absent where the file itself holds the text. */
  sure?: number;
  /** It stands in a narrow column of dates, places or headings beside the text (a rail) rather than in the text. */
  rail?: boolean;
}

export interface Line {
  page: number;
  /** From 1 in reading order within the page. */
  number: number;
  text: string;
  segments: Segment[];
  x: number;
  right: number;
  y: number;
  size: number;
  /** Most of its letters are bold. */
  bold: boolean;
  italic: boolean;
  caps: boolean;
  color?: string;
  heading?: number;
  bullet: boolean;
  /** Distance to the line above in the same block, in heights of this line; a large number at the start of a block. */
  gap: number;
  /** A drawn line stands right below or above it. */
  ruled: boolean;
  /** Which column it belongs to; the same number on later pages means that the column goes on. */
  lane: number;
  /** Right edge of the text of its column on its page. */
  edge: number;
  flow: boolean;
  /** How sure text recognition is of it, 0…1; absent where the file itself holds the text. */
  sure?: number;
}

export const BLOCK_START_GAP = 9;

const TWO_LETTERS = /\p{L}\P{L}*\p{L}/u;

export function isCaps(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && TWO_LETTERS.test(text);
}

/** The same size (in points, nearly), weight, colour and case. */
export const looksLike = (a: Segment, b: Segment): boolean =>
  Math.abs(a.size - b.size) < 0.3 && a.bold === b.bold && a.color === b.color && isCaps(a.text) === isCaps(b.text);

function shareOf(segments: readonly Segment[], has: (segment: Segment) => boolean): number {
  const total = segments.reduce((n, s) => n + s.text.length, 0);
  return segments.reduce((n, s) => n + (has(s) ? s.text.length : 0), 0) / Math.max(1, total);
}

export interface LineContext {
  page: number;
  number: number;
  gap: number;
  ruled: boolean;
  lane: number;
  edge: number;
  flow: boolean;
}

/** Puts segments of one baseline together; `segments` are in order of x and not empty. */
export function makeLine(segments: Segment[], context: LineContext): Line {
  const [first, ...rest] = segments;
  const text = segments.map((s) => s.text).join(context.flow ? '  ' : '   ');
  const main = [...segments].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    ...context,
    text,
    segments,
    x: first?.x ?? 0,
    right: Math.max(first?.right ?? 0, ...rest.map((s) => s.right)),
    y: first?.y ?? 0,
    size: main?.size ?? 11,
    bold: shareOf(segments, (s) => s.bold) > 0.6,
    italic: shareOf(segments, (s) => s.italic) > 0.6,
    caps: isCaps(text),
    color: main?.color,
    heading: first?.heading,
    bullet: first?.bullet ?? false,
    ...(segments.some((s) => s.sure !== undefined) ? { sure: Math.min(...segments.map((s) => s.sure ?? 1)) } : {}),
  };
}
