/** Justified lines in narrow columns: words pulled so far apart that they look like cells. The white between all of them is (nearly) the same. */
import type { Segment } from './line.ts';

/** White that is wider than the usual of its line by this is another column; behind a full stop TeX leaves more. */
const WIDER = 1.6;
/** Where every word is a piece by itself, their gaps are much the same: TeX pulls more behind a comma. */
const EQUAL = 1.35;
const LEAST_WORDS = 3;
/** A line has no more. */
const MOST_WORDS = 40;

const gapBetween = (a: { right: number }, b: { x: number }): number => b.x - a.right;

function innerGaps({ pieces = [] }: Segment): number[] {
  return pieces.slice(1).map((piece, i) => gapBetween(pieces[i] ?? piece, piece));
}

const isWord = ({ text, bullet }: Segment): boolean => !bullet && !/\s/.test(text) && /\p{L}/u.test(text);
/** Tags in a row have no commas, and neither have the cells of a table. */
const ends = ({ text }: Segment): boolean => /[,;.]$/.test(text);

function together(a: Segment, b: Segment): Segment {
  const { pieces: _, ...plain } = a;
  const text = `${a.text} ${b.text}`;
  const shift = a.text.length + 1;
  const breaks = a.bold !== b.bold || a.italic !== b.italic || a.color !== b.color ? [shift] : [];
  const styleBreaks = [...a.styleBreaks, ...breaks, ...b.styleBreaks.map((at) => at + shift)];
  return { ...plain, text, right: b.right, styleBreaks, named: false };
}

/** The white between the two is that between the words of one of them. */
function isPulledApart(a: Segment, b: Segment): boolean {
  const inner = [...innerGaps(a), ...innerGaps(b)].sort((x, y) => x - y);
  const usual = inner[Math.floor(inner.length / 2)];
  return usual !== undefined && inner.length >= 2 && gapBetween(a, b) <= WIDER * usual && /[,;.]/.test(a.text + b.text);
}

/** How many words from `at` on stand equally far apart, each a segment by itself. */
function wordsFrom(segments: readonly Segment[], at: number): number {
  const [first, second] = [segments[at], segments[at + 1]];
  if (!first || !second || !isWord(first)) return 0;
  const usual = gapBetween(first, second);
  let n = 1;
  for (let i = at + 1; i < segments.length; i++) {
    const [above, own] = [segments[i - 1], segments[i]];
    if (!above || !own || !isWord(own) || Math.abs(own.size - first.size) > 0.3) break;
    const gap = gapBetween(above, own);
    if (gap > EQUAL * usual || gap * EQUAL < usual) break;
    n++;
  }
  return n;
}

/** The segments of a row, pieces of one stretched text put together. */
export function joinStretched(segments: readonly Segment[]): Segment[] {
  if (segments.length < 2) return [...segments];
  const joined: Segment[] = [];
  for (let i = 0; i < segments.length; i++) {
    const own = segments[i];
    if (!own) continue;
    const n = wordsFrom(segments, i);
    const run = segments.slice(i, i + n);
    const last = joined.at(-1);
    if (n >= LEAST_WORDS) {
      // Words without a comma are looked at once, however many there are (P6).
      if (n <= MOST_WORDS && run.slice(0, -1).some(ends)) joined.push(run.reduce(together));
      else joined.push(...run);
      i += n - 1;
    } else if (last && isPulledApart(last, own)) joined[joined.length - 1] = together(last, own);
    else joined.push(own);
  }
  return joined;
}
