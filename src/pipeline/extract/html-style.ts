/** Inline styles and simple style sheets of HTML, as far as they hide text (rule A1) or say how it looks. */
import type { HidingTechnique } from '../../domain/document.ts';
import { blend, isUnseen, parseHexColor, type Rgb, toHexColor } from './color.ts';
import type { RunStyle } from './flow-page.ts';

/** What an element hands down to what is in it. */
export interface Look {
  bold: boolean;
  italic: boolean;
  /** Points. */
  size: number;
  color: Rgb;
  /** undefined: a picture or a gradient. */
  ground: Rgb | undefined;
  link?: string;
  /** `visibility` can be switched on again further in; the others cannot. */
  invisible: boolean;
  hidden?: HidingTechnique;
}

export type Declarations = ReadonlyMap<string, string>;

/** Rule A1. */
const TINY = 4;
const TRANSPARENT = 0.06;
/** CSS pixels a point. */
const PIXEL = 0.75;

/** `a: b; c: d` to a map; later ones win, names in lower case. */
export function parseDeclarations(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of css.slice(0, 20_000).split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) found.set(part.slice(0, colon).trim().toLowerCase(), cssValue(part.slice(colon + 1)));
  }
  return found;
}

/** No value that we look at is longer; patterns below may then be generous. */
function cssValue(text: string): string {
  return text
    .slice(0, 300)
    .replace(/!important/i, '')
    .trim()
    .toLowerCase();
}

/** The look of an element inside `parent` with these declarations. */
export function applyDeclarations(parent: Look, css: Declarations): Look {
  const look = { ...parent };
  const weight = css.get('font-weight');
  if (weight) look.bold = /^(?:bold|[6-9]00)/.test(weight);
  const slant = css.get('font-style');
  if (slant) look.italic = /^(?:italic|oblique)/.test(slant);
  look.size = parseSize(css.get('font-size'), parent.size);
  look.color = parseColor(css.get('color')) ?? parent.color;
  look.ground = groundOf(css, parent.ground);
  const visibility = css.get('visibility');
  if (visibility) look.invisible = visibility === 'hidden' || visibility === 'collapse';
  look.hidden = parent.hidden ?? hidingOf(css, look);
  return look;
}

/** How text directly in an element with this look is hidden, if it is. */
export function hidingOfText(look: Look): HidingTechnique | undefined {
  if (look.hidden) return look.hidden;
  if (look.invisible) return 'html-hidden';
  if (look.size < TINY) return 'tiny';
  return look.ground && isUnseen(look.color, look.ground) ? 'color' : undefined;
}

export function toRunStyle(look: Look): RunStyle {
  return {
    bold: look.bold,
    italic: look.italic,
    size: Math.round(look.size * 100) / 100,
    color: toHexColor(look.color),
    link: look.link,
  };
}

function hidingOf(css: Declarations, look: Look): HidingTechnique | undefined {
  if (css.get('display') === 'none' || css.get('content-visibility') === 'hidden') return 'html-hidden';
  const opacity = Number.parseFloat(css.get('opacity') ?? '1') / (css.get('opacity')?.endsWith('%') ? 100 : 1);
  if (opacity < TRANSPARENT || isClear(css.get('color'))) return 'transparent';
  if (isOffPage(css)) return 'outside-page';
  if (isClipped(css)) return 'html-hidden';
  return look.size < TINY ? 'tiny' : undefined;
}

/** Positioned or indented by 1,000 pixels and more to the left or above: the usual ways off the screen. */
function isOffPage(css: Declarations): boolean {
  const far = (name: string) => parseLength(css.get(name)) <= -500;
  const positioned = css.get('position') === 'absolute' || css.get('position') === 'fixed';
  return (
    (positioned && (far('left') || far('top') || far('right') || far('bottom'))) ||
    far('text-indent') ||
    far('margin-left') ||
    /translate[xy]?\(-\d{4}/.test(css.get('transform') ?? '')
  );
}

/** No room to show in: no height or width without overflow, an empty clip, a scale of nothing. */
function isClipped(css: Declarations): boolean {
  const none = (name: string) => css.has(name) && parseLength(css.get(name)) <= 1 && /^[\d.]/.test(css.get(name) ?? '');
  const cut = /hidden|clip/.test(`${css.get('overflow')} ${css.get('overflow-x')} ${css.get('overflow-y')}`);
  const clipped =
    /^rect\(\s*(?:0|1px)[^)]*\)/.test(css.get('clip') ?? '') || /inset\((?:50|100)%|circle\(0/.test(css.get('clip-path') ?? '');
  return (
    (cut && (none('height') || none('width') || none('max-height') || none('max-width'))) ||
    clipped ||
    /scale\(0\)/.test(css.get('transform') ?? '')
  );
}

function groundOf(css: Declarations, before: Rgb | undefined): Rgb | undefined {
  const value = css.get('background-color') ?? css.get('background');
  if (/url\(|gradient\(/.test(`${css.get('background')} ${css.get('background-image')}`)) return undefined;
  const color = value === undefined ? undefined : parseColor(value.split(/\s+(?![^(]*\))/)[0]);
  if (!color) return before;
  const alpha = alphaOf(value);
  return alpha >= 1 || !before ? color : blend(color, alpha, before);
}

function parseSize(value: string | undefined, parent: number): number {
  if (value === undefined) return parent;
  const names: Readonly<Record<string, number>> = {
    'xx-small': 6.75,
    'x-small': 7.5,
    small: 9.75,
    medium: 12,
    large: 13.5,
    'x-large': 18,
    'xx-large': 24,
    smaller: parent * 0.83,
    larger: parent * 1.2,
  };
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return names[value] ?? parent;
  if (value.endsWith('rem')) return number * 12;
  if (value.endsWith('em')) return number * parent;
  if (value.endsWith('%')) return (number / 100) * parent;
  if (value.endsWith('pt')) return number;
  return /px$|^[\d.]+$/.test(value) ? number * PIXEL : number === 0 ? 0 : parent;
}

/** Points; 0 for what is no length. */
function parseLength(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '');
  if (!Number.isFinite(number)) return 0;
  return /r?em$/.test(value ?? '') ? number * 12 : value?.endsWith('pt') ? number : number * PIXEL;
}

const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  navy: '000080',
  yellow: 'ffff00',
  lime: '00ff00',
  aqua: '00ffff',
  cyan: '00ffff',
  teal: '008080',
  maroon: '800000',
  purple: '800080',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  olive: '808000',
  orange: 'ffa500',
  whitesmoke: 'f5f5f5',
  snow: 'fffafa',
  ivory: 'fffff0',
  ghostwhite: 'f8f8ff',
  floralwhite: 'fffaf0',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  gainsboro: 'dcdcdc',
  darkgray: 'a9a9a9',
  dimgray: '696969',
  darkblue: '00008b',
  steelblue: '4682b4',
  slategray: '708090',
};

/** Degrees, then 0…1; https://www.w3.org/TR/css-color-4/#hsl-to-rgb. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Hex of 3, 4, 6, 8 digits, `rgb()`, `hsl()` with or without alpha, and the usual names. */
function parseColor(value: string | undefined): Rgb | undefined {
  if (!value) return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/i.exec(value);
  if (short)
    return parseHexColor(
      short
        .slice(1, 4)
        .map((c) => c + c)
        .join(''),
    );
  const [a, b, c] = [...value.matchAll(/([\d.]+)(%|deg)?/g)].slice(0, 3).map((m) => ({ n: Number(m[1]), percent: m[2] === '%' }));
  if (a && b && c && /^rgba?\(/.test(value)) {
    const channel = ({ n, percent }: typeof a): number => Math.min(255, percent ? n * 2.55 : n);
    return [channel(a), channel(b), channel(c)];
  }
  if (a && b && c && /^hsla?\(/.test(value)) return fromHsl(a.n, b.n / 100, c.n / 100);
  return parseHexColor(/^#[0-9a-f]{6}/i.exec(value)?.[0] ?? NAMED[value]);
}

function alphaOf(value: string | undefined): number {
  if (value === 'transparent') return 0;
  const match = /^(?:rgb|hsl)a?\([^)]*[,/]\s*([\d.]+)(%?)\s*\)$/.exec(value ?? '');
  if (!match || (value?.match(/[,/]/g)?.length ?? 0) < (value?.includes('/') ? 1 : 3))
    return /^#[0-9a-f]{6}00$/i.test(value ?? '') ? 0 : 1;
  return Number(match[1]) / (match[2] ? 100 : 1);
}

function isClear(color: string | undefined): boolean {
  return color !== undefined && alphaOf(color) < TRANSPARENT;
}
