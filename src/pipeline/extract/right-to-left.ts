/** Pages with Arabic, Persian or Hebrew: writers draw a line in pieces, in any order, each from left to right. Here they are put together again. */
import { hasRightToLeft, toReadingOrder } from './bidi-order.ts';
import { pointOn, type Span } from './pdf-span.ts';

/** Text of one style on one baseline, in reading order. */
export interface ReadPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  span: Span;
}

interface Placed {
  text: string;
  x: number;
  right: number;
  y: number;
  span: Span;
}

/** In sizes: baselines that differ by less are one row. */
const SAME_ROW = 0.3;
/** As in `pdf-words.ts`: wider gaps part columns, narrower ones words. */
const COLUMN_GAP = 1;
const COLUMN_GAP_WITH_SPACE = 1.35;
const WORD_GAP = 0.2;
/** Signs drawn twice on one place make a text bold. */
const SAME_PLACE = 0.1;
/** So much of the letters makes a page one that is read from the right. */
const LEAST_SHARE = 0.35;

const JOINER = '\u200c';

const isUpright = (span: Span): boolean => span.along[0] > 0.98;

/** Whether a text of these spans has letters that are written from right to left. */
export const someRightToLeft = (spans: readonly Span[]): boolean =>
  spans.some((span) => isUpright(span) && span.glyphs.some((glyph) => hasRightToLeft(glyph.text)));

/** In points: rows are looked for among those so near. */
const BAND = 2;

/** The spans on rows that hold such letters. */
export function rowsWithRightToLeft(spans: readonly Span[]): ReadonlySet<Span> {
  const own = spans.filter((span) => someRightToLeft([span]));
  const bands = new Set(own.flatMap(({ origin: [, y] }) => [-1, 0, 1].map((step) => Math.round(y / BAND) + step)));
  return new Set(spans.filter((span) => isUpright(span) && bands.has(Math.round(span.origin[1] / BAND))));
}

/** Whether the page as a whole is read from right to left. */
export function isReadFromRight(spans: readonly Span[]): boolean {
  let own = 0;
  let all = 0;
  for (const { glyphs } of spans)
    for (const { text } of glyphs) {
      if (!/\p{L}/u.test(text)) continue;
      all++;
      if (hasRightToLeft(text)) own++;
    }
  return own > LEAST_SHARE * all;
}

function placedGlyphs(spans: readonly Span[]): Placed[] {
  return spans.flatMap((span) =>
    span.glyphs.map(({ text, at, width }) => {
      const [x, y] = pointOn(span, at, 0);
      return { text, x, right: x + width, y, span };
    }),
  );
}

function rowsOf(placed: readonly Placed[]): Placed[][] {
  const rows: { y: number; size: number; signs: Placed[] }[] = [];
  for (const sign of [...placed].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && sign.y - row.y <= SAME_ROW * Math.min(row.size, sign.span.size)) row.signs.push(sign);
    else rows.push({ y: sign.y, size: sign.span.size, signs: [sign] });
  }
  return rows.map((row) => withMarksOnLetters(row.signs.sort((a, b) => a.x - b.x)));
}

const MARK = /^\p{M}+$/u;

/** Vowel signs are drawn over their letter, before or after it: they belong behind it. */
function withMarksOnLetters(signs: readonly Placed[]): Placed[] {
  const marks = signs.filter((sign) => MARK.test(sign.text));
  if (marks.length === 0) return [...signs];
  const letters = signs.filter((sign) => !MARK.test(sign.text)).map((sign) => ({ ...sign }));
  let from = 0;
  for (const mark of marks) {
    const middle = (mark.x + mark.right) / 2;
    while (from < letters.length - 1 && (letters[from]?.right ?? 0) < middle) from++;
    const letter = [letters[from], letters[from + 1]].find((one) => one && one.text.trim() !== '' && one.x <= middle + 1);
    if (letter) letter.text += mark.text;
  }
  return letters;
}

/** Stretches of a row between gaps of the width of a column, with spaces where words part. */
function stretchesOf(row: readonly Placed[]): Placed[][] {
  const stretches: Placed[][] = [];
  let space: Placed | undefined;
  let last: Placed | undefined;
  for (const sign of row) {
    if (sign.text.trim() === '' || sign.text === JOINER) {
      space = space?.text === ' ' ? space : sign;
      continue;
    }
    const gap = last ? (sign.x - last.right) / sign.span.size : Number.POSITIVE_INFINITY;
    if (last && last.text === sign.text && Math.abs(sign.x - last.x) < SAME_PLACE * sign.span.size) continue;
    const stretch = stretches.at(-1);
    if (!stretch || gap > (space ? COLUMN_GAP_WITH_SPACE : COLUMN_GAP)) stretches.push([sign]);
    else {
      // Persian fonts draw the space and the joiner without width with one glyph: the gap tells them apart.
      const between = space?.text === JOINER && gap < WORD_GAP ? JOINER : ' ';
      if (space || gap > WORD_GAP) stretch.push({ ...(space ?? sign), text: between, x: last?.right ?? sign.x, right: sign.x });
      stretch.push(sign);
    }
    last = last && last.right > sign.right && gap < 0 ? last : sign;
    space = undefined;
  }
  return stretches;
}

const sameStyle = (a: Span, b: Span): boolean =>
  a === b ||
  (a.font.bold === b.font.bold &&
    a.font.italic === b.font.italic &&
    Math.abs(a.size - b.size) < 0.02 * a.size &&
    String(a.colors[0]) === String(b.colors[0]));

/** A stretch in reading order, a piece a style. What is read from left to right within is one piece, so that pieces follow each other from the right. */
function readStretch(stretch: readonly Placed[], fromRight: boolean): ReadPiece[] {
  const letters = stretch.filter((sign) => /\p{L}/u.test(sign.text));
  const own = letters.filter((sign) => hasRightToLeft(sign.text)).length;
  if (own === 0 && letters.length > 0) return pieces([fromRight ? withMarkInFront(stretch) : [...stretch]]);
  const base = fromRight || own * 2 > letters.length ? 'rtl' : 'ltr';
  const read = toReadingOrder(stretch, base);
  return pieces(base === 'rtl' ? read : [read.flat()]);
}

/** A foreign item of a list: its bullet stands right of it. */
function withMarkInFront(stretch: readonly Placed[]): Placed[] {
  const [mark, space, ...rest] = [...stretch].reverse();
  if (!mark || space?.text !== ' ' || !/^[•●○▪■◦‣∙·-]$/u.test(mark.text)) return [...stretch];
  return [mark, space, ...rest.reverse()];
}

function pieces(groups: readonly (readonly Placed[])[]): ReadPiece[] {
  const found: (ReadPiece & { right: number })[] = [];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const text = group.map((sign) => sign.text).join('');
    const [x, right] = [Math.min(...group.map((sign) => sign.x)), Math.max(...group.map((sign) => sign.right))];
    const open = found.at(-1);
    if (open && (text === ' ' || sameStyle(open.span, first.span))) {
      open.text += text;
      open.x = Math.min(open.x, x);
      open.right = Math.max(open.right, right);
    } else found.push({ text, x, right, y: first.y, width: 0, span: first.span });
  }
  return found.filter((piece) => piece.text.trim() !== '').map(({ right, ...piece }) => ({ ...piece, width: right - piece.x }));
}

/** All that stands upright on the page, in pieces whose text is in reading order. `fromRight`: the page is read from the right. */
export function readPieces(spans: readonly Span[], fromRight: boolean): ReadPiece[] {
  return rowsOf(placedGlyphs(spans.filter(isUpright)))
    .flatMap(stretchesOf)
    .flatMap((stretch) => readStretch(stretch, fromRight));
}

/** A page as in a mirror: what is read from the right is laid out as what is read from the left. */
export function mirrored<T extends { x: number; width: number }>(items: readonly T[], pageWidth: number): T[] {
  return items.map((item) => ({ ...item, x: pageWidth - item.x - item.width }));
}
