/**
 * Cards that stand side by side, each with a ground or a frame of its own (jobs in two or three columns, a section a card): the page is laid
 * out anew with the cards of a row under each other, from left to right, as they are read.
 */
import type { DocumentPage, Rule, TextRun } from '../../domain/document.ts';
import { isDatePiece } from './rails.ts';

/** In points: sides of one frame end within the size of its round corners, tops of one row stand level. */
const CORNER = 14;
const LEVEL = 3;
/** Text may reach over an edge so far. */
const OVER = 2;
/** Cells of a table touch, cards have white between them. */
const LEAST_GAP = 3;
/** Between cards that are stacked. */
const WHITE = 12;
const LOWEST = 24;
const NARROWEST = 60;
/** In shares of the page: taller ones are columns of the page. */
const TALLEST = 0.5;
/** A page has a few; a drawing has thousands (P6). */
const MOST_SIDES = 120;
const MOST_ROWS = 20;

const rightOf = (box: Rule): number => box.x + box.width;
const bottomOf = (box: Rule): number => box.y + box.height;

const isLying = (rule: Rule): boolean => rule.width > rule.height;

/** Boxes drawn by their four sides. */
function framesAmong(rules: readonly Rule[]): Rule[] {
  const sides = rules.filter((rule) => !isLying(rule)).slice(0, MOST_SIDES);
  const ends = rules.filter(isLying).slice(0, 2 * MOST_SIDES);
  const frames: Rule[] = [];
  for (const left of sides) {
    const level = sides.filter(
      (side) =>
        side.x > left.x + NARROWEST && Math.abs(side.y - left.y) < LEVEL && Math.abs(bottomOf(side) - bottomOf(left)) < LEVEL,
    );
    const right = level.sort((a, b) => a.x - b.x)[0];
    if (!right) continue;
    const spans = (rule: Rule, y: number): boolean =>
      Math.abs(rule.y - y) < CORNER &&
      rule.x > left.x - LEVEL &&
      rightOf(rule) < rightOf(right) + LEVEL &&
      rule.width > 0.6 * (right.x - left.x);
    const top = ends.find((rule) => spans(rule, left.y));
    const bottom = ends.find((rule) => spans(rule, bottomOf(left)));
    if (top && bottom && bottom !== top)
      frames.push({ x: left.x, y: top.y, width: rightOf(right) - left.x, height: bottomOf(bottom) - top.y });
  }
  return frames;
}

const isSame = (a: Rule, b: Rule): boolean =>
  Math.abs(a.x - b.x) < LEVEL &&
  Math.abs(a.y - b.y) < LEVEL &&
  Math.abs(rightOf(a) - rightOf(b)) < LEVEL &&
  Math.abs(bottomOf(a) - bottomOf(b)) < LEVEL;

function boxesOf({ cards = [], rules, height }: DocumentPage): Rule[] {
  const boxes: Rule[] = [];
  for (const box of [...cards, ...framesAmong(rules)]) {
    const fits = box.width >= NARROWEST && box.height >= LOWEST && box.height <= TALLEST * height;
    if (fits && !boxes.some((other) => isSame(box, other))) boxes.push(box);
  }
  return boxes;
}

const isWithin = (run: TextRun, box: Rule): boolean =>
  run.x > box.x - OVER && run.x + run.width < rightOf(box) + OVER && run.y > box.y - OVER && run.y < bottomOf(box) + OVER;

/** Cards whose tops are level, from left to right, with white between them. */
function rowOf(first: Rule, boxes: readonly Rule[]): Rule[] {
  const row = [first];
  const level = boxes
    .filter((box) => box.x > first.x && Math.abs(box.y - first.y) < LEVEL)
    .sort((a, b) => a.x - b.x || b.width - a.width);
  for (const box of level) {
    const last = row.at(-1);
    if (last && box.x >= rightOf(last) + LEAST_GAP) row.push(box);
  }
  return row;
}

/** Text on two lines or more: a row of single words is a list, and so are marks in boxes. */
const hasLines = (runs: readonly TextRun[]): boolean => new Set(runs.map((run) => Math.round(run.y))).size > 1;

/** Nothing else stands between the cards or runs over their edges, and each has text. */
function areCards(row: readonly Rule[], page: DocumentPage): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.length < 2) return false;
  const bottom = Math.max(...row.map(bottomOf));
  const beside = page.runs.filter(
    (run) =>
      run.text.trim() !== '' && run.y > first.y && run.y < bottom && run.x < rightOf(last) && run.x + run.width > first.x + OVER,
  );
  const texts = row.map((box) => beside.filter((run) => isWithin(run, box)));
  const inside = texts.reduce((n, { length }) => n + length, 0);
  if (inside < beside.length || texts.some(({ length }) => length === 0) || texts.filter(hasLines).length < 2) return false;
  // Dates in one and text in the other are one entry in two cells.
  const dated = texts.filter(opensWithDate).length;
  return dated === 0 || dated === texts.length;
}

function opensWithDate(runs: readonly TextRun[]): boolean {
  const [first] = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  return first !== undefined && isDatePiece(first.text.trim());
}

interface Placed {
  x: number;
  y: number;
  width: number;
}

/** A text beside the cards is a column of its own: what is below it there stays. */
interface Beside {
  left: boolean;
  right: boolean;
}

function besideOf(row: readonly Rule[], runs: readonly TextRun[]): Beside {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return { left: false, right: false };
  const bottom = Math.max(...row.map(bottomOf));
  const level = runs.filter((run) => run.text.trim() !== '' && run.y > first.y && run.y < bottom);
  return {
    left: level.some((run) => run.x + run.width <= first.x + OVER),
    right: level.some((run) => run.x >= rightOf(last) - OVER),
  };
}

/** `right`: how far cards of this row and of those below it reach. */
function stack(page: DocumentPage, row: readonly Rule[], right: number): DocumentPage {
  const [first] = row;
  if (!first) return page;
  const bottom = Math.max(...row.map(bottomOf));
  const gap = Math.max(WHITE, (row[1]?.x ?? 0) - rightOf(first));
  const downs: number[] = [];
  let at = first.y;
  for (const card of row) {
    downs.push(at - card.y);
    at += card.height + gap;
  }
  const more = at - gap - bottom;
  const beside = besideOf(row, page.runs);
  const isBeside = ({ x, width }: Placed): boolean =>
    (beside.left && x + width <= first.x + OVER) || (beside.right && x >= right - OVER);
  const moved = <T extends Placed>(one: T): T => {
    if (one.y < first.y - OVER || isBeside(one)) return one;
    if (one.y >= bottom) return { ...one, y: one.y + more };
    const n = row.findIndex((card) => one.x > card.x - OVER && one.x < rightOf(card) + OVER);
    return n < 0 ? one : { ...one, x: one.x + first.x - (row[n]?.x ?? first.x), y: one.y + (downs[n] ?? 0) };
  };
  // A ground or a line along the page goes on to where its end is now.
  const drawn = <T extends Rule>(one: T): T =>
    one.y < first.y - OVER && bottomOf(one) >= bottom ? { ...one, height: one.height + more } : moved(one);
  return {
    ...page,
    height: page.height + more,
    runs: page.runs.map(moved),
    rules: page.rules.map(drawn),
    ...(page.panels && { panels: page.panels.map(drawn) }),
    ...(page.cards && { cards: page.cards.map(drawn) }),
  };
}

/** The page with its cards under each other; as it is where none stand side by side. */
export function stackCards(page: DocumentPage): DocumentPage {
  let stacked = page;
  if (page.flow) return page;
  for (let n = 0; n < MOST_ROWS; n++) {
    const boxes = boxesOf(stacked);
    const row = boxes.map((box) => rowOf(box, boxes)).find((one) => areCards(one, stacked));
    if (!row) return stacked;
    const [{ x, y } = { x: 0, y: 0 }] = row;
    const below = boxes.filter((box) => box.x > x - LEVEL && box.y > y - LEVEL);
    stacked = stack(stacked, row, Math.max(...below.map(rightOf)));
  }
  return stacked;
}
