/** Tall grounds of a page: what stands on one is a column of its own. */
import type { Panel } from '../../domain/document.ts';
import { isUnseen } from './color.ts';
import type { Box } from './matrix.ts';
import type { PaintIndex } from './paint-index.ts';
import type { Paint } from './pdf-paint.ts';
import { groundAt } from './pdf-visibility.ts';

/** In shares of the page: less is a box beside the text, more is the ground of all. */
const LEAST_HEIGHT = 0.3;
const LEAST_WIDTH = 0.12;
const MOST_WIDTH = 0.7;
/** A page has a few; a drawing has thousands. */
const MOST = 8;
/** What can hardly be seen parts nothing. */
const FAINT = 0.06;

/** Upright rectangles that are tall, narrower than the page, and of another colour than what they were painted on. */
export function panelsAmong(paints: readonly Paint[], [left, top, right, bottom]: Box, index: PaintIndex): Panel[] {
  const [width, height] = [right - left, bottom - top];
  const panels: Panel[] = [];
  for (const paint of paints) {
    if (paint.kind !== 'fill' || paint.outline || !paint.color || paint.alpha < FAINT || panels.length >= MOST) continue;
    const [x, y] = [Math.max(left, paint.box[0]), Math.max(top, paint.box[1])];
    const [w, h] = [Math.min(right, paint.box[2]) - x, Math.min(bottom, paint.box[3]) - y];
    if (h < LEAST_HEIGHT * height || w < LEAST_WIDTH * width || w > MOST_WIDTH * width) continue;
    const ground = groundAt([x + w / 2, y + h / 2], paint.order - 1, index);
    if (ground && isUnseen(paint.color, ground)) continue;
    panels.push({ x: round(x), y: round(y), width: round(w), height: round(h) });
  }
  return panels;
}

const round = (value: number): number => Math.round(value * 100) / 100;
