/** How elements of HTML look, and whether text in them is seen (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';
import { blend, isUnseen, type Rgb, toHexColor, WHITE } from './color.ts';
import type { Declarations } from './css-cascade.ts';
import { type Paint, parsePaint, splitTop } from './css-color.ts';
import { toPixels } from './css-length.ts';
import type { RunStyle } from './flow-page.ts';
import { hidingOfPlace, type Place, placeOf, ROOT_PLACE } from './html-place.ts';
import { eitherGround, type Ground } from './text-grounds.ts';

/** What an element hands down to what is in it. */
export interface Look {
  bold: boolean;
  italic: boolean;
  /** Points. */
  size: number;
  color: Paint;
  /** Laid over the colour of the text, where it is said. */
  fill: Paint | undefined;
  /** Other colours in which the letters are painted: outlines, shadows, a ground cut to their shape. Undefined: anything. */
  inks: readonly Paint[] | undefined;
  /** Colours one of which is behind; undefined: a picture. */
  ground: Ground;
  link?: string;
  /** `visibility` can be switched on again further in; the others cannot. */
  invisible: boolean;
  /** Of it and all that it is in. */
  opacity: number;
  /** Points. */
  spacing: number;
  place: Place;
  hidden?: HidingTechnique;
}

/** Rule A1. */
const TINY = 4;
const TRANSPARENT = 0.06;
/** CSS pixels a point. */
const PIXEL = 0.75;
/** Letters drawn together by more than this part of their size lie on each other. */
const PILED = 0.45;

const BLACK: Paint = { rgb: [0, 0, 0], alpha: 1 };

export const ROOT: Look = {
  bold: false,
  italic: false,
  size: 11,
  color: BLACK,
  fill: undefined,
  inks: [],
  ground: [WHITE],
  invisible: false,
  opacity: 1,
  spacing: 0,
  place: ROOT_PLACE,
};

/** The look of an element inside `parent` with these declarations. `name` of the element. */
export function applyDeclarations(parent: Look, css: Declarations, name: string): Look {
  const look = { ...parent };
  const weight = css.get('font-weight');
  if (weight) look.bold = /^(?:bold|[6-9]00)/.test(weight);
  const slant = css.get('font-style');
  if (slant) look.italic = /^(?:italic|oblique)/.test(slant);
  look.size = parseSize(css.get('font-size'), parent.size);
  paintLetters(look, css, parent);
  const visibility = css.get('visibility');
  if (visibility && visibility !== 'inherit') look.invisible = visibility === 'hidden' || visibility === 'collapse';
  look.opacity *= opacityOf(css);
  const spacing = css.get('letter-spacing');
  if (spacing) look.spacing = (toPixels(spacing, { em: look.size / PIXEL, whole: 0 }) ?? 0) * PIXEL;
  look.place = placeOf(css, parent.place, look.size / PIXEL, name);
  look.hidden = parent.hidden ?? hidingOf(css, look, parent);
  return look;
}

/** How text directly in an element with this look is hidden, if it is. */
export function hidingOfText(look: Look): HidingTechnique | undefined {
  if (look.hidden) return look.hidden;
  if (look.invisible) return 'html-hidden';
  if (look.size * look.place.scale < TINY || look.spacing < -PILED * look.size) return 'tiny';
  return look.opacity < TRANSPARENT ? 'transparent' : hidingOfColor(look);
}

export function toRunStyle(look: Look): RunStyle {
  return {
    bold: look.bold,
    italic: look.italic,
    size: Math.round(look.size * 100) / 100,
    color: toHexColor((look.fill ?? look.color).rgb),
    link: look.link,
  };
}

function hidingOfColor({ fill, color, inks, ground }: Look): HidingTechnique | undefined {
  if (!inks) return undefined;
  const paints = [fill ?? color, ...inks];
  if (paints.every((paint) => paint.alpha < TRANSPARENT)) return 'transparent';
  const unseen = ground?.every((behind) => paints.every((paint) => isUnseen(blend(paint.rgb, paint.alpha, behind), behind)));
  return unseen ? 'color' : undefined;
}

function hidingOf(css: Declarations, look: Look, parent: Look): HidingTechnique | undefined {
  if (css.get('display') === 'none' || css.get('content-visibility') === 'hidden') return 'html-hidden';
  return isMasked(css.get('mask-image')) ? 'transparent' : hidingOfPlace(css, look.place, parent.place, look.size / PIXEL);
}

function opacityOf(css: Declarations): number {
  const value = css.get('opacity');
  const own = share(value);
  const filter = /(?:^|\s)opacity\(\s*([\d.]+%?)\s*\)/.exec(css.get('filter') ?? '')?.[1];
  return own * share(filter);
}

function share(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '1');
  return Number.isFinite(number) ? Math.max(0, Math.min(1, value?.endsWith('%') ? number / 100 : number)) : 1;
}

/** A mask of nothing but clear colours. */
function isMasked(mask: string | undefined): boolean {
  if (!mask?.includes('gradient(') || mask.includes('url(')) return false;
  const paints = colorsIn(mask);
  return paints.length > 0 && paints.every((paint) => paint.alpha < TRANSPARENT);
}

function paintLetters(look: Look, css: Declarations, parent: Look): void {
  const color = css.get('color');
  look.color = color === 'initial' ? BLACK : (parsePaint(color, parent.color) ?? bare(color) ?? parent.color);
  const fill = css.get('-webkit-text-fill-color');
  if (fill) look.fill = fill === 'initial' || fill === 'currentcolor' ? undefined : (parsePaint(fill, look.color) ?? parent.fill);
  const shadow = css.get('text-shadow');
  const stroke = `${css.get('-webkit-text-stroke') ?? ''} ${css.get('-webkit-text-stroke-color') ?? ''}`.trim();
  if (shadow || stroke)
    look.inks = look.inks && [
      ...look.inks,
      ...shadowsIn(shadow ?? '', look.color),
      ...(/^0(?:px)?\b/.test(stroke) ? [] : colorsIn(stroke, look.color)),
    ];
  const before = look.ground;
  const painted = groundOf(css, before, look.color);
  if (css.get('background-clip') === 'text' || css.get('-webkit-background-clip') === 'text')
    look.inks = painted && look.inks && [...look.inks, ...painted.map((rgb) => ({ rgb, alpha: 1 }))];
  else look.ground = painted;
}

/** Pages of old may leave out the `#`. */
function bare(value: string | undefined): Paint | undefined {
  return /^[0-9a-f]{6}$/.test(value ?? '') ? parsePaint(`#${value}`) : undefined;
}

/** Shadows near enough to be read in place of their letters. */
function shadowsIn(value: string, current: Paint): Paint[] {
  return splitTop(value, ',').flatMap((shadow) => {
    const words = splitTop(shadow, ' ');
    const far = words.some((word) => Math.abs(toPixels(word, { em: 16, whole: 0 }) ?? 0) > 30);
    const paint = words.map((word) => parsePaint(word, current)).find((one) => one !== undefined);
    return far || value === 'none' || !paint || paint.alpha < 0.3 ? [] : [paint];
  });
}

/** Colours in a gradient, a stroke or the like. */
function colorsIn(value: string, current?: Paint): Paint[] {
  const inside = value.replaceAll('gradient(', ' ( ');
  const words = inside.match(/#[0-9a-f]{3,8}|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^()]*\)|[a-z]+/g) ?? [];
  return words.flatMap((word) => parsePaint(word, current) ?? []).slice(0, 20);
}

function groundOf(css: Declarations, before: Ground, current: Paint): Ground {
  const words = splitTop(css.get('background-color') ?? '', ' ');
  const paint = words.map((word) => parsePaint(word, current) ?? bare(word)).find((one) => one !== undefined);
  const over = (one: Paint, grounds: Ground): Ground =>
    one.alpha >= 1 ? [one.rgb] : grounds?.map((rgb): Rgb => blend(one.rgb, one.alpha, rgb));
  const base = paint && paint.alpha > 0 ? over(paint, before) : before;
  const image = css.get('background-image') ?? 'none';
  if (image.includes('gradient(') && !/url\(|image-set\(/.test(image)) {
    const colors = colorsIn(image, current);
    return colors.length > 0 ? colors.map((one) => over(one, base)).reduce(eitherGround) : base;
  }
  return /\(/.test(image) || image.startsWith('url') ? undefined : base;
}

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 6.75,
  'x-small': 7.5,
  small: 9.75,
  medium: 12,
  initial: 12,
  large: 13.5,
  'x-large': 18,
  'xx-large': 24,
  'xxx-large': 36,
};

/** Points. */
function parseSize(value: string | undefined, parent: number): number {
  if (value === undefined) return parent;
  if (value === 'smaller' || value === 'larger') return parent * (value === 'smaller' ? 0.83 : 1.2);
  const em = parent / PIXEL;
  const pixels = toPixels(value, { em, whole: em });
  return pixels === undefined ? (SIZES[value] ?? parent) : Math.max(0, pixels * PIXEL);
}
