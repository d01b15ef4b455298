/** Grounds of a page that text stands on: tall ones are columns of their own, smaller ones are cards. */
import type { Panel, Rule } from '../../domain/document.ts';
import { isUnseenSheet } from './color.ts';
import type { Box } from './matrix.ts';
import type { PaintIndex } from './paint-index.ts';
import { isNearlyRectangle, type Paint } from './pdf-paint.ts';
import { groundAt } from './pdf-visibility.ts';

/** In shares of the page: less is a box beside the text, more is the ground of all. */
const LEAST_HEIGHT = 0.3;
const LEAST_WIDTH = 0.12;
const MOST_WIDTH = 0.7;
/** A page has a few; a drawing has thousands. */
const MOST = 8;
const MOST_CARDS = 60;
/** In points: two lines of text and the room around them. */
const LOWEST_CARD = 24;
/** What can hardly be seen parts nothing. */
const FAINT = 0.06;

interface Kind {
  lowest: number;
  most: number;
  /** Its corners may be. */
  round: boolean;
}

/** Sheets of another colour than what they were painted on, between two heights. */
function groundsAmong(
  paints: readonly Paint[],
  [left, top, right, bottom]: Box,
  index: PaintIndex,
  { lowest, most, round }: Kind,
): Rule[] {
  const width = right - left;
  const grounds: Rule[] = [];
  for (const paint of paints) {
    if (paint.kind !== 'fill' || !paint.color || paint.alpha < FAINT || grounds.length >= most) continue;
    const [x, y] = [Math.max(left, paint.box[0]), Math.max(top, paint.box[1])];
    const [w, h] = [Math.min(right, paint.box[2]) - x, Math.min(bottom, paint.box[3]) - y];
    if (h < lowest || w < LEAST_WIDTH * width || w > MOST_WIDTH * width) continue;
    if (paint.outline && !(round && isNearlyRectangle(paint))) continue;
    const ground = groundAt([x + w / 2, y + h / 2], paint.order - 1, index);
    if (ground && isUnseenSheet(paint.color, ground)) continue;
    grounds.push({ x: twoDigits(x), y: twoDigits(y), width: twoDigits(w), height: twoDigits(h) });
  }
  return grounds;
}

/** Upright rectangles that are tall, narrower than the page, and of another colour than what they were painted on. */
export const panelsAmong = (paints: readonly Paint[], crop: Box, index: PaintIndex): Panel[] =>
  groundsAmong(paints, crop, index, { lowest: LEAST_HEIGHT * (crop[3] - crop[1]), most: MOST, round: false });

/** Smaller ones, their corners round or not. */
export const cardsAmong = (paints: readonly Paint[], crop: Box, index: PaintIndex): Rule[] =>
  groundsAmong(paints, crop, index, { lowest: LOWEST_CARD, most: MOST_CARDS, round: true });

const twoDigits = (value: number): number => Math.round(value * 100) / 100;
