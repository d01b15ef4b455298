/**
 * Letters that the font of a line lacks (Vietnamese, Romanian, Greek, brackets in Arabic fonts) are drawn in another font: office programs
 * draw the line first, with room for them, and then all of them in one go. Here they are put where they stand.
 */
import { hasRightToLeft } from './bidi-order.ts';
import type { Glyph, Span } from './pdf-span.ts';

/** In sizes. */
const SAME_BASELINE = 0.05;
const SAME_SIZE = 0.02;
/** How near a letter stands to those beside it, and how far it may reach into them. */
const SNUG = 0.12;
/** What was drawn so many spans before may have left the room. */
const BEFORE = 3;

/** No line has more glyphs, nor lacks more (rule P6). */
const MOST_ON_LINE = 2000;
const MOST_LACKING = 200;

/** Letters and marks of words: signs of their own between words (`◇`) stay what parts them. */
const LETTERED = /[\p{L}\p{M}]/u;

interface Room {
  /** Where the glyph goes in the list of the other span. */
  index: number;
  inside: boolean;
}

/** Where a glyph stands snug against the glyphs of a span, in one of its gaps or right behind it. */
function roomFor(at: number, width: number, span: Span): Room | undefined {
  const reach = SNUG * span.size;
  const next = span.glyphs.findIndex((glyph) => glyph.at > at);
  const index = next < 0 ? span.glyphs.length : next;
  const [before, after] = [span.glyphs[index - 1], span.glyphs[index]];
  const free = (!before || before.at + before.width <= at + reach) && (!after || after.at >= at + width - reach);
  const touches =
    (before !== undefined && at - (before.at + before.width) < reach) || (after !== undefined && after.at - (at + width) < reach);
  return free && touches ? { index, inside: before !== undefined && after !== undefined } : undefined;
}

const sameColor = (a: Span, b: Span): boolean =>
  String(a.colors[0]) === String(b.colors[0]) && a.alpha === b.alpha && a.mode === b.mode;

/** How far `span` starts behind `line` along its baseline; undefined where it stands on another or is set otherwise. */
function offsetOn(line: Span, span: Span): number | undefined {
  const [dx, dy] = [span.origin[0] - line.origin[0], span.origin[1] - line.origin[1]];
  const height = dx * line.up[0] + dy * line.up[1];
  const alike = Math.abs(line.size - span.size) < SAME_SIZE * line.size && sameColor(line, span);
  const straight = line.along[0] * span.along[0] + line.along[1] * span.along[1] > 0.999;
  return alike && straight && Math.abs(height) < SAME_BASELINE * line.size ? dx * line.along[0] + dy * line.along[1] : undefined;
}

/** Puts the glyphs of `letters` into `line` where all of them have room there, one of them between two others. */
function weave(line: Span, letters: Span): boolean {
  const offset = line.font === letters.font ? undefined : offsetOn(line, letters);
  const [last, own, all] = [line.glyphs.at(-1), letters.glyphs.length, line.glyphs.length];
  if (offset === undefined || own >= all || own > MOST_LACKING || all > MOST_ON_LINE) return false;
  // What begins behind the line goes on with it, and stands in no gap.
  if (!last || (letters.glyphs[0]?.at ?? 0) + offset > last.at) return false;
  const seen = letters.glyphs.filter((glyph) => glyph.text.trim() !== '');
  const woven: Span = { ...line, glyphs: [...line.glyphs] };
  let inside = 0;
  for (const glyph of seen) {
    const placed: Glyph = { ...glyph, at: glyph.at + offset };
    const room = roomFor(placed.at, placed.width, woven);
    if (!room) return false;
    if (room.inside) inside++;
    woven.glyphs.splice(room.index, 0, placed);
  }
  if (inside === 0) return false;
  line.glyphs = woven.glyphs;
  return true;
}

/** The spans without those whose letters stand in the gaps of a span drawn shortly before. Right-to-left lines are put together otherwise. */
export function weaveSpans(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const lettered = span.glyphs.some((glyph) => LETTERED.test(glyph.text) && !hasRightToLeft(glyph.text));
    const lines = lettered ? kept.slice(-BEFORE).reverse() : [];
    if (!lines.some((line) => weave(line, span))) kept.push(span);
  }
  return kept;
}
