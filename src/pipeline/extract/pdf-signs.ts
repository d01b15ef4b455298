/** Signs of a font of their own (`◇`, `✦`, `☎`) that a page draws between words drawn in one go: where they stand in those. */
import { pointOn, type Span } from './pdf-span.ts';

/** No page has so many, and no span holds more: signs are looked up by line. */
const MOST_GLYPHS = 24;
/** In sizes: how far two baselines of one line may be apart. */
const SAME_LINE = 0.3;
/** Points; lines are put into boxes of this height. */
const BOX = 4;

const isUpright = (span: Span): boolean => span.along[0] > 0.98;

/** Symbols, pictures of icon fonts and dots: dashes, quotes and the like belong to the words. */
const SIGN = /^[\p{So}\p{Sm}\p{Co}•·∙‣◦|*]+$/u;

const isSigns = ({ glyphs }: Span): boolean => {
  const seen = glyphs.filter((glyph) => glyph.text.trim() !== '');
  return seen.length > 0 && seen.length <= MOST_GLYPHS && seen.every((glyph) => SIGN.test(glyph.text.trim()));
};

/** Middles of the signs of a page, by the height of their line. */
type Signs = ReadonlyMap<number, readonly { x: number; y: number; span: Span }[]>;

export function signsOf(spans: readonly Span[]): Signs {
  const signs = new Map<number, { x: number; y: number; span: Span }[]>();
  for (const span of spans) {
    if (!isUpright(span) || !isSigns(span)) continue;
    for (const glyph of span.glyphs) {
      if (glyph.text.trim() === '') continue;
      const [x, y] = pointOn(span, glyph.at + glyph.width / 2, 0);
      const box = Math.round(y / BOX);
      const row = signs.get(box) ?? [];
      row.push({ x, y, span });
      signs.set(box, row);
    }
  }
  return signs;
}

/** Places along a span where signs of others stand. */
export function cutsIn(span: Span, signs: Signs): number[] {
  if (signs.size === 0 || !isUpright(span) || isSigns(span)) return [];
  const [x, y] = span.origin;
  const box = Math.round(y / BOX);
  return [box - 1, box, box + 1]
    .flatMap((at) => signs.get(at) ?? [])
    .filter((sign) => sign.span !== span && Math.abs(sign.y - y) < SAME_LINE * span.size)
    .map((sign) => sign.x - x);
}
