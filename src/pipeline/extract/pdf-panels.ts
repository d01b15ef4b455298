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

/** The ground of so many is asked for: each asks all that was painted there before (P6). */
const MOST_ASKED = 400;

export interface Grounds {
  /** Upright rectangles that are tall and narrower than the page. */
  panels: Panel[];
  /** Smaller ones as well, their corners round or not. */
  cards: Rule[];
}

/** Sheets of another colour than what they were painted on. */
export function groundsAmong(paints: readonly Paint[], [left, top, right, bottom]: Box, index: PaintIndex): Grounds {
  const [width, tall] = [right - left, LEAST_HEIGHT * (bottom - top)];
  const found: Grounds = { panels: [], cards: [] };
  let asked = 0;
  for (const paint of paints) {
    if (paint.kind !== 'fill' || !paint.color || paint.alpha < FAINT) continue;
    const [x, y] = [Math.max(left, paint.box[0]), Math.max(top, paint.box[1])];
    const [w, h] = [Math.min(right, paint.box[2]) - x, Math.min(bottom, paint.box[3]) - y];
    if (h < LOWEST_CARD || w < LEAST_WIDTH * width || w > MOST_WIDTH * width) continue;
    if (++asked > MOST_ASKED) break;
    if (!isNearlyRectangle(paint)) continue;
    const ground = groundAt([x + w / 2, y + h / 2], paint.order - 1, index);
    if (ground && isUnseenSheet(paint.color, ground)) continue;
    const sheet = { x: twoDigits(x), y: twoDigits(y), width: twoDigits(w), height: twoDigits(h) };
    if (h >= tall && !paint.outline && found.panels.length < MOST) found.panels.push(sheet);
    if (found.cards.length < MOST_CARDS) found.cards.push(sheet);
  }
  return found;
}

const twoDigits = (value: number): number => Math.round(value * 100) / 100;
