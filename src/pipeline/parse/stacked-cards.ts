/**
 * Cards that stand side by side, each with a ground or a frame of its own (jobs in two or three columns, a section a card): the page is laid
 * out anew with the cards of a row under each other, from left to right, as they are read.
 */
import type { DocumentPage, Rule, TextRun } from '../../domain/document.ts';

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
  return inside === beside.length && texts.every(({ length }) => length > 0) && texts.filter(hasLines).length > 1;
}

/** How far something moves: what is in a card with the card, what is below the row as far as the cards take more room now. */
type Move = (box: { x: number; y: number }) => { x: number; y: number };

/** `right`: how far cards of this row and of those below it reach. */
function moveOf(row: readonly Rule[], right: number): { move: Move; more: number } {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return { move: () => ({ x: 0, y: 0 }), more: 0 };
  const bottom = Math.max(...row.map(bottomOf));
  const gap = Math.max(WHITE, (row[1]?.x ?? 0) - rightOf(first));
  const downs: number[] = [];
  let at = first.y;
  for (const card of row) {
    downs.push(at - card.y);
    at += card.height + gap;
  }
  const more = at - gap - bottom;
  const move: Move = ({ x, y }) => {
    if (x < first.x - OVER || x > right + OVER || y < first.y - OVER) return { x: 0, y: 0 };
    if (y >= bottom) return { x: 0, y: more };
    const n = row.findIndex((card) => x > card.x - OVER && x < rightOf(card) + OVER);
    return n < 0 ? { x: 0, y: 0 } : { x: first.x - (row[n]?.x ?? first.x), y: downs[n] ?? 0 };
  };
  return { move, more };
}

function stack(page: DocumentPage, row: readonly Rule[], boxes: readonly Rule[]): DocumentPage {
  const [x, y] = [row[0]?.x ?? 0, row[0]?.y ?? 0];
  const below = boxes.filter((box) => box.x > x - LEVEL && box.y > y - LEVEL);
  const { move, more } = moveOf(row, Math.max(...below.map(rightOf)));
  const moved = <T extends { x: number; y: number }>(one: T): T => {
    const by = move(one);
    return { ...one, x: one.x + by.x, y: one.y + by.y };
  };
  return {
    ...page,
    height: page.height + more,
    runs: page.runs.map(moved),
    rules: page.rules.map(moved),
    ...(page.panels && { panels: page.panels.map(moved) }),
    ...(page.cards && { cards: page.cards.map(moved) }),
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
    stacked = stack(stacked, row, boxes);
  }
  return stacked;
}
