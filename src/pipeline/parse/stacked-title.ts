/** A name set large over two rows (`ADA` / `MCWREN`, or a long one that wraps) is one piece of text, whatever stands beside it. */
import { isDocumentTitle } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import type { Row } from './rows.ts';

/** A title is set this much larger than the text. */
const LARGE = 1.55;
const MAX_PITCH = 1.5;
/** Rows that are looked at: the head of the first page. */
const HEAD = 14;
const MAX_LETTERS = 24;
const MAX_PARTS = 3;

function medianSize(rows: readonly Row[]): number {
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 11;
}

/** The two stand over each other: same left edge, or one above the middle of the other. */
function isStacked(a: Segment, b: Segment): boolean {
  const middle = (s: Segment): number => (s.x + s.right) / 2;
  const aligned = Math.abs(a.x - b.x) < 3 || Math.abs(middle(a) - middle(b)) < 0.4 * a.size || Math.abs(a.right - b.right) < 3;
  return aligned && Math.abs(a.size - b.size) < 0.6 && b.y > a.y && b.y - a.y < MAX_PITCH * a.size;
}

function isNamePart(segment: Segment): boolean {
  const { text, named, bullet } = segment;
  return !named && !bullet && text.length <= MAX_LETTERS && /^[\p{L}\p{M}'’“”"„«». -]+$/u.test(text) && !isDocumentTitle(text);
}

const headOf = (rows: readonly Row[]): Segment[] => rows.slice(0, HEAD).flatMap((row) => row.segments);

const MONOGRAM = /^\p{L}(?:[ .]{0,2}\p{L}){0,2}\.?$/u;

/** `AM` in a circle beside `Ada McWren`: the name again, as a picture. Its letters are those that words of the name begin with, in their order. */
function isMonogram(segment: Segment, names: readonly Segment[]): boolean {
  if (!MONOGRAM.test(segment.text)) return false;
  const letters = [...segment.text].filter((letter) => /\p{L}/u.test(letter)).map((letter) => letter.toLowerCase());
  const initials = names.flatMap((s) => s.text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]+/gu) ?? []).map((word) => word.charAt(0));
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at === letters.length && initials[0] === letters[0];
}

/** `Maria Dahl MD`: letters right behind a name on its line are a degree. */
function isRightBehind(s: Segment, name: Segment): boolean {
  return Math.abs(s.y - name.y) < 1 && s.x >= name.right && s.x - name.right < 2 * s.size;
}

/** Pieces of a head that are set so large. */
const MOST_LARGE = 20;

/** The monograms of a head: text as large as a title that says nothing but how a name beside it begins. */
function monogramsOf(head: readonly Segment[], least: number): ReadonlySet<Segment> {
  const large = head.filter((s) => s.size >= least && isNamePart(s)).slice(0, MOST_LARGE);
  const names = large.filter((s) => !MONOGRAM.test(s.text));
  return new Set(large.filter((s) => isMonogram(s, names) && !names.some((name) => isRightBehind(s, name))));
}

function without(rows: readonly Row[], dropped: ReadonlySet<Segment>): Row[] {
  if (dropped.size === 0) return [...rows];
  return rows
    .map((row) => ({ ...row, segments: row.segments.filter((s) => !dropped.has(s)) }))
    .filter((row) => row.segments.length > 0);
}

/** Rows with the parts of the largest text of the head put together on the row of the first. */
export function joinStackedTitle(printed: readonly Row[]): Row[] {
  const rows = without(printed, monogramsOf(headOf(printed), LARGE * medianSize(printed)));
  const head = headOf(rows);
  const largest = Math.max(0, ...head.filter(isNamePart).map((s) => s.size));
  if (largest < LARGE * medianSize(rows)) return [...rows];
  const parts = head.filter((s) => isNamePart(s) && s.size > largest - 0.6);
  const [first] = parts;
  if (!first || parts.length < 2 || parts.length > MAX_PARTS) return [...rows];
  if (parts.some((part, i) => i > 0 && !isStacked(parts[i - 1] ?? first, part))) return [...rows];
  const text = parts
    .map((part) => part.text)
    .join(' ')
    .replace(/- /g, '-');
  if (text.split(/\s+/).length > 5) return [...rows];
  const whole = { ...first, text, right: Math.max(...parts.map((part) => part.right)), styleBreaks: [] };
  return rows
    .map((row) => ({
      ...row,
      segments: row.segments.filter((s) => s === first || !parts.includes(s)).map((s) => (s === first ? whole : s)),
    }))
    .filter((row) => row.segments.length > 0);
}
