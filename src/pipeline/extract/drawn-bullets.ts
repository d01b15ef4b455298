/**
 * Bullets that are drawn rather than set: browsers and office programs paint the disc, ring or square of a list as a small shape, and no
 * glyph of it is in the text. Without the mark the items of a list run into each other.
 */
import type { TextRun } from '../../domain/document.ts';
import type { Box } from './matrix.ts';
import type { Paint } from './pdf-paint.ts';

/** Of the size of the text beside it. Larger dots are icons or the beads of a timeline. */
const SMALLEST = 0.15;
const LARGEST = 0.5;
/** How far the text may stand from the mark, in its size. */
const REACH = 2.4;

const isMark = ([x0, y0, x1, y1]: Box): boolean => {
  const [width, height] = [x1 - x0, y1 - y0];
  return width > 1 && width < 8 && Math.abs(width - height) < 0.3 * width;
};

/** The mark stands before the run, about half the height of a small letter above its baseline. */
function marks([x0, y0, x1, y1]: Box, run: TextRun): boolean {
  const share = (x1 - x0) / run.size;
  const gap = (run.x - x1) / run.size;
  const above = (run.y - (y0 + y1) / 2) / run.size;
  return share >= SMALLEST && share <= LARGEST && gap > 0.1 && gap < REACH && above > 0.1 && above < 0.6;
}

/** The runs; those that a drawn mark stands before are items of a list. */
export function markDrawnBullets(runs: readonly TextRun[], paints: readonly Paint[], rings: readonly Box[] = []): TextRun[] {
  const discs = paints.filter((paint) => paint.kind === 'fill' && paint.alpha > 0.5).map((paint) => paint.box);
  const boxes = [...discs, ...rings].filter(isMark);
  const marked = new Set<TextRun>();
  // Rows of small shapes (a meter of dots, a map) are no list; and the search stays bounded.
  if (boxes.length > 400) return [...runs];
  for (const box of boxes) {
    const [first] = runs.filter((run) => run.text.trim() !== '' && marks(box, run)).sort((a, b) => a.x - b.x);
    if (first && !isInText(box, first, runs) && !boxes.some((other) => isTwin(other, box, first))) marked.add(first);
  }
  return runs.map((run) => (marked.has(run) ? { ...run, bullet: true } : run));
}

/** Marks on both sides of a text adorn it: `◦ Skills ◦`. */
function isTwin([x0, y0]: Box, [, ownY]: Box, run: TextRun): boolean {
  const behind = x0 - (run.x + run.width);
  return behind > 0 && behind < REACH * run.size && Math.abs(y0 - ownY) < 0.2 * run.size;
}

/** A dot between words on the line (`a ● b`), or behind them, opens nothing. */
function isInText([x0]: Box, item: TextRun, runs: readonly TextRun[]): boolean {
  return runs.some(
    (run) => run !== item && Math.abs(run.y - item.y) < 0.3 * item.size && run.x < x0 && x0 - (run.x + run.width) < item.size,
  );
}
