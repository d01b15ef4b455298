/** Where an element of HTML stands on the screen, as far as its style moves, shrinks, cuts or covers it (rule A1). Pixels. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Declarations } from './css-cascade.ts';
import { splitTop } from './css-color.ts';
import { SCREEN, toPixels } from './css-length.ts';

export interface Place {
  /** How far it was moved from where it would stand, by itself and by all that it is in. */
  x: number;
  y: number;
  /** Of its letters. */
  scale: number;
  /** Something that it is in has a ground of its own, which covers what is stacked below it. */
  backed: boolean;
}

export const ROOT_PLACE: Place = { x: 0, y: 0, scale: 1, backed: false };

/** What 100 % is for boxes whose container we do not measure. */
const COLUMN = 960;
/** Moved by this much to the left or up, no column of a page is still on the screen; to the right there may be wide pages. */
const FAR = 600;
const FAR_RIGHT = 3000;
/** Boxes of this size and less show nothing. */
const NO_ROOM = 1;

export function placeOf(css: Declarations, parent: Place, em: number, name: string): Place {
  const moved = moveOf(css, em);
  const turned = transformOf(css, em);
  const stacked =
    (css.get('transform') ?? 'none') !== 'none' ||
    (css.get('opacity') ?? '1') !== '1' ||
    css.get('isolation') === 'isolate' ||
    isLayer(css);
  return {
    x: parent.x + moved.x + turned.x,
    y: parent.y + moved.y + turned.y,
    scale: parent.scale * turned.scale * zoomOf(css.get('zoom')),
    backed: !stacked && (parent.backed || (name !== 'html' && name !== 'body' && hasGround(css))),
  };
}

/** How the place hides what is in the element. */
export function hidingOfPlace(css: Declarations, place: Place, parent: Place, em: number): HidingTechnique | undefined {
  if (isOff(css, place, parent, em)) return 'outside-page';
  if (isCut(css, em) || isClipped(css, em) || isEdgeOn(css.get('transform') ?? '')) return 'html-hidden';
  const below = isPositioned(css) && Number(css.get('z-index')) < 0;
  return below && parent.backed ? 'covered' : undefined;
}

function isOff(css: Declarations, place: Place, parent: Place, em: number): boolean {
  if (place.x <= -FAR || place.x >= FAR_RIGHT || place.y <= -FAR) return true;
  if (css.get('position') === 'fixed' && place.y - parent.y >= SCREEN.height * 1.5) return true;
  const indent = toPixels(css.get('text-indent'), { em, whole: COLUMN });
  if (indent === undefined) return false;
  return indent <= -FAR || (indent >= FAR && cuts(css, 'x'));
}

function moveOf(css: Declarations, em: number): { x: number; y: number } {
  const length = (name: string, whole: number) => toPixels(css.get(name), { em, whole });
  const floats = /left|right/.test(css.get('float') ?? '');
  // Columns of old layouts are drawn back beside each other by margins in percent.
  const margin = floats && css.get('margin-left')?.includes('%') ? 0 : (length('margin-left', COLUMN) ?? 0);
  if (!isPositioned(css)) return { x: margin, y: 0 };
  // Anchored to the other edge: where that is, only a layout knows; this far beyond it is off the page.
  const beyond = (name: string, whole: number) => {
    const value = length(name, whole) ?? 0;
    return Math.abs(value) < FAR ? 0 : value > 0 || name === 'bottom' ? -Math.abs(value) : FAR_RIGHT;
  };
  const x = length('left', COLUMN) ?? beyond('right', COLUMN);
  return { x: x + margin, y: length('top', SCREEN.height) ?? beyond('bottom', SCREEN.height) };
}

function isPositioned(css: Declarations): boolean {
  return /^(?:absolute|fixed|relative)$/.test(css.get('position') ?? '');
}

function isLayer(css: Declarations): boolean {
  return isPositioned(css) && /^[+-]?\d+$/.test(css.get('z-index') ?? '');
}

function hasGround(css: Declarations): boolean {
  const color = css.get('background-color');
  return color !== undefined && !/^(?:transparent|none|initial|inherit|unset|rgba\(.*,\s*0\))?$/.test(color);
}

function zoomOf(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '1');
  return Number.isFinite(number) && number > 0 ? (value?.endsWith('%') ? number / 100 : number) : 1;
}

/** What `transform`, `translate` and `scale` do together. */
function transformOf(css: Declarations, em: number): { x: number; y: number; scale: number } {
  const sum = { x: 0, y: 0, scale: 1 };
  const calls = [...(css.get('transform') ?? '').matchAll(/([a-z0-9]+)\(((?:[^()]|\([^()]*\))*)\)/g)].map(
    (call) => [call[1] ?? '', call[2] ?? ''] as const,
  );
  const alone = (name: string) => splitTop(css.get(name) ?? '', ' ').join(',');
  for (const [name, inside] of [...calls, ['translate', alone('translate')], ['scale', alone('scale')]] as const) {
    if (!inside || inside === 'none') continue;
    const words = splitTop(inside, ',');
    const pixels = (i: number, whole: number) => toPixels(words[i], { em, whole }) ?? 0;
    if (name === 'translate' || name === 'translate3d') {
      sum.x += pixels(0, COLUMN);
      sum.y += pixels(1, SCREEN.height);
    } else if (name === 'translatex') sum.x += pixels(0, COLUMN);
    else if (name === 'translatey') sum.y += pixels(0, SCREEN.height);
    else if (name === 'matrix' && words.length === 6) {
      const n = words.map(Number);
      sum.x += n[4] ?? 0;
      sum.y += n[5] ?? 0;
      sum.scale *= Math.min(Math.hypot(n[0] ?? 1, n[1] ?? 0), Math.hypot(n[2] ?? 0, n[3] ?? 1));
    } else if (/^scale(?:x|y|3d)?$/.test(name)) sum.scale *= Math.min(...words.slice(0, 2).map((word) => Math.abs(factor(word))));
  }
  return sum;
}

function factor(word: string): number {
  const number = Number.parseFloat(word);
  return Number.isFinite(number) ? (word.endsWith('%') ? number / 100 : number) : 1;
}

/** Turned so that only its edge is seen. */
function isEdgeOn(transform: string): boolean {
  const turn = /rotate[xy]\(\s*(-?[\d.]+)(deg|turn)\s*\)/.exec(transform);
  if (!turn) return false;
  const degrees = Math.abs(Number(turn[1]) * (turn[2] === 'turn' ? 360 : 1)) % 180;
  return Math.abs(degrees - 90) < 3;
}

function cuts(css: Declarations, axis: 'x' | 'y'): boolean {
  return (
    /^(?:hidden|clip|scroll|auto)$/.test(css.get(`overflow-${axis}`) ?? '') ||
    /paint|strict|content/.test(css.get('contain') ?? '')
  );
}

/** No room to show in: no height or width, and what does not fit is cut off. */
function isCut(css: Declarations, em: number): boolean {
  const none = (name: string) => (toPixels(css.get(name), { em, whole: COLUMN }) ?? NO_ROOM + 1) <= NO_ROOM;
  const some = (name: string) => (toPixels(css.get(name), { em, whole: COLUMN }) ?? 0) > 2 * NO_ROOM;
  const flat = (none('height') || none('max-height')) && !some('min-height') && !some('padding-top') && !some('padding-bottom');
  const narrow = (none('width') || none('max-width')) && !some('min-width') && !some('padding-left') && !some('padding-right');
  // What is cut in one direction is cut in the other.
  const cut = cuts(css, 'x') || cuts(css, 'y');
  return cut && (flat || narrow);
}

/** Cut to a shape without an inside. */
function isClipped(css: Declarations, em: number): boolean {
  const absolute = /^(?:absolute|fixed)$/.test(css.get('position') ?? '');
  const rect = /^rect\(([^()]*)\)/.exec(css.get('clip') ?? '')?.[1];
  if (absolute && rect !== undefined) {
    const [top, right, bottom, left] = rect
      .trim()
      .split(/[\s,]+/)
      .map((word) => (word === 'auto' ? undefined : (toPixels(word, { em, whole: 0 }) ?? 0)));
    const empty = (from: number | undefined, to: number | undefined) => to !== undefined && to - (from ?? 0) <= NO_ROOM;
    if (empty(left, right) || empty(top, bottom)) return true;
  }
  const [, shape, inside = ''] = /^(inset|circle|ellipse|polygon|rect|xywh)\((.*)\)/.exec(css.get('clip-path') ?? '') ?? [];
  return shape !== undefined && isEmptyShape(shape, inside, em);
}

function isEmptyShape(shape: string, inside: string, em: number): boolean {
  const words = inside
    .replace(/\b(?:round|at)\b.*$/, '')
    .trim()
    .split(/[\s,]+/)
    .filter((word) => !/^(?:nonzero|evenodd)$/.test(word));
  const n = words.map((word) => toPixels(word, { em, whole: COLUMN }));
  if (shape === 'circle' || shape === 'ellipse') return n.some((radius) => radius !== undefined && radius <= NO_ROOM);
  if (shape === 'inset') {
    const [top = 0, right = top, bottom = top, left = right] = n;
    return top + bottom >= COLUMN || left + right >= COLUMN;
  }
  if (shape !== 'polygon') return false;
  const span = (offset: 0 | 1) => {
    const values = n.filter((_, i) => i % 2 === offset).map((value) => value ?? Number.NaN);
    return (
      values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
      values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    );
  };
  return span(0) <= NO_ROOM || span(1) <= NO_ROOM;
}
