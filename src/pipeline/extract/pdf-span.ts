/** Glyphs shown in one style along one baseline, before words are made of them. Page space, points. */
import type { Rgb } from './color.ts';
import { apply, type Box, multiply, type Point } from './matrix.ts';
import type { PdfFont } from './pdf-fonts.ts';
import type { PdfState } from './pdf-state.ts';

export interface Glyph {
  text: string;
  /** Start along the baseline, counted from the origin of the span. */
  at: number;
  width: number;
}

export interface Span {
  glyphs: Glyph[];
  /** Where the first glyph stands, and the unit vectors of the baseline and of `up`. */
  origin: Point;
  along: Point;
  up: Point;
  size: number;
  font: PdfFont;
  /** Fill and stroke as far as they are drawn; undefined stands for a pattern. */
  colors: (Rgb | undefined)[];
  alpha: number;
  mode: number;
  /** A soft mask or a blend mode decides what of its colour is seen. */
  veiled: boolean;
  clip: Box;
  layerOff: boolean;
  /** Render mode 7: something was painted through the letters. */
  paintedThrough: boolean;
  /** Number of paints before it. */
  order: number;
}

/** A new span at the current text position; undefined when there is no such place. A matrix that has collapsed hides its text, which is a text all the same. */
export function startSpan(state: PdfState, font: PdfFont, context: { layerOff: boolean; order: number }): Span | undefined {
  const m = multiply(state.ctm, state.textMatrix);
  const [sx, sy] = [Math.hypot(m[0], m[1]), Math.hypot(m[2], m[3])];
  if (!Number.isFinite(sx + sy)) return undefined;
  const flip = state.fontSize < 0 ? -1 : 1;
  const right: Point = sx > 0 ? [m[0] / sx, m[1] / sx] : sy > 0 ? [-m[3] / sy, m[2] / sy] : [1, 0];
  const above: Point = sy > 0 ? [m[2] / sy, m[3] / sy] : [right[1], -right[0]];
  const along: Point = font.vertical ? [-above[0] * flip, -above[1] * flip] : [right[0] * flip, right[1] * flip];
  return {
    glyphs: [],
    origin: apply(m, state.x, state.y + state.rise),
    along,
    up: font.vertical ? [along[1], -along[0]] : [above[0] * flip, above[1] * flip],
    size: Math.abs(state.fontSize) * sy * (font.type3 && Math.abs(state.fontSize) <= 1 ? font.emHeight : 1),
    font,
    colors: drawnColors(state),
    alpha: (state.mode % 4 === 1 ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha,
    mode: state.mode,
    veiled: state.groupVeiled || state.softMask || !state.plainBlend,
    clip: state.clip,
    paintedThrough: false,
    ...context,
  };
}

/** Modes 0 fill, 1 stroke, 2 both, 3 nothing; 4…7 the same and clip. */
function drawnColors(state: PdfState): (Rgb | undefined)[] {
  const kind = state.mode % 4;
  return kind === 1 ? [state.stroke] : kind === 2 ? [state.fill, state.stroke] : [state.fill];
}

export function endOf(span: Span): number {
  const last = span.glyphs.at(-1);
  return last ? last.at + last.width : 0;
}

/** The point at `t` along the baseline and `h` above it, both in points. */
export function pointOn(span: Span, t: number, h: number): Point {
  return [span.origin[0] + span.along[0] * t + span.up[0] * h, span.origin[1] + span.along[1] * t + span.up[1] * h];
}

/** How far apart two starts on one line may be (ems) and still be one span; wider gaps are columns. */
const LARGEST_STEP = 1;

/** True when `next` goes on where `span` ends, in the same style. */
export function continues(span: Span, next: Span): boolean {
  const dx = next.origin[0] - span.origin[0];
  const dy = next.origin[1] - span.origin[1];
  const t = dx * span.along[0] + dy * span.along[1];
  const h = dx * span.up[0] + dy * span.up[1];
  const step = t - endOf(span);
  return (
    sameStyle(span, next) &&
    Math.abs(h) < 0.05 * span.size &&
    step > -0.3 * span.size &&
    step < LARGEST_STEP * span.size &&
    span.along[0] * next.along[0] + span.along[1] * next.along[1] > 0.999
  );
}

function sameStyle(a: Span, b: Span): boolean {
  return (
    a.font === b.font &&
    a.order === b.order &&
    a.mode === b.mode &&
    a.veiled === b.veiled &&
    a.alpha === b.alpha &&
    a.layerOff === b.layerOff &&
    a.clip.every((edge, i) => edge === b.clip[i]) &&
    Math.abs(a.size - b.size) < 0.02 * a.size &&
    a.colors.length === b.colors.length &&
    a.colors.every((color, i) => sameColor(color, b.colors[i]))
  );
}

function sameColor(a: Rgb | undefined, b: Rgb | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.every((c, i) => c === b[i]));
}
