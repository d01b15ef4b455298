/** Colours as CSS writes them, https://www.w3.org/TR/css-color-4/ → sRGB and opacity. */
import { blend, parseHexColor, type Rgb } from './color.ts';
import { namedColor } from './color-names.ts';

/** A colour with how much of it there is, 0…1. */
export interface Paint {
  rgb: Rgb;
  alpha: number;
}

/** Colours of the system that text and pages have when nothing is said. */
const SYSTEM: Readonly<Record<string, Rgb>> = {
  canvas: [255, 255, 255],
  field: [255, 255, 255],
  window: [255, 255, 255],
  canvastext: [0, 0, 0],
  fieldtext: [0, 0, 0],
  windowtext: [0, 0, 0],
};
/** Longer ones are no colours. */
const LONGEST = 300;

/** `current` is what `currentcolor` means. Undefined for what is no colour. The value is in lower case. */
export function parsePaint(value: string | undefined, current?: Paint): Paint | undefined {
  if (!value || value.length > LONGEST) return undefined;
  const text = value.trim();
  if (text === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
  if (text === 'currentcolor') return current;
  if (text.startsWith('#')) return fromHex(text.slice(1));
  const call = /^([a-z-]+)\((.*)\)$/s.exec(text);
  if (!call) return opaque(namedColor(text) ?? SYSTEM[text]);
  const [, name = '', inside = ''] = call;
  if (name === 'color-mix') return mix(inside, current);
  if (name === 'light-dark') return parsePaint(splitTop(inside, ',')[0], current);
  return fromFunction(name, inside);
}

/** Parts between separators that stand outside of brackets. */
export function splitTop(text: string, separator: ',' | ' '): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (depth === 0 && text[i] === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter(Boolean);
}

function opaque(rgb: Rgb | undefined): Paint | undefined {
  return rgb && { rgb, alpha: 1 };
}

function fromHex(digits: string): Paint | undefined {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const rgb = long.length === 6 || long.length === 8 ? parseHexColor(long.slice(0, 6)) : undefined;
  const alpha = long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : 1;
  return rgb && !Number.isNaN(alpha) ? { rgb, alpha } : undefined;
}

function fromFunction(name: string, inside: string): Paint | undefined {
  const words = inside.replace(/[,/]/g, ' ').trim().split(/\s+/);
  const space = name === 'color' ? words.shift() : name;
  const [a, b, c] = words.slice(0, 3);
  const read = READERS[space ?? ''];
  if (a === undefined || b === undefined || c === undefined || !read) return undefined;
  const rgb = read(a, b, c);
  if (!rgb.every(Number.isFinite)) return undefined;
  const alpha = words[3] === undefined ? 1 : part(words[3], 1);
  const clamp = (channel: number): number => Math.max(0, Math.min(255, channel));
  return {
    rgb: [clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])],
    alpha: Number.isFinite(alpha) ? Math.max(0, Math.min(1, alpha)) : 1,
  };
}

/** A number, or a percentage of `whole`. */
function part(word: string, whole: number): number {
  if (word === 'none') return 0;
  const number = Number.parseFloat(word);
  return word.endsWith('%') ? (number / 100) * whole : number;
}

/** Degrees. */
function angle(word: string): number {
  const number = word === 'none' ? 0 : Number.parseFloat(word);
  if (word.endsWith('turn')) return number * 360;
  if (word.endsWith('grad')) return number * 0.9;
  return word.endsWith('rad') ? (number * 180) / Math.PI : number;
}

type Reader = (a: string, b: string, c: string) => Rgb;
const rgb: Reader = (r, g, b) => [part(r, 255), part(g, 255), part(b, 255)];
const hsl: Reader = (h, s, l) => fromHsl(angle(h), part(s.replace('%', ''), 1) / 100, part(l.replace('%', ''), 1) / 100);
const hwb: Reader = (h, w, b) => {
  const [white, black] = [part(w, 1), part(b, 1)];
  const share = Math.max(0, 1 - white - black);
  const pure = fromHsl(angle(h), 1, 0.5);
  const mixed = (channel: number): number => channel * share + (255 * white) / Math.max(1, white + black);
  return [mixed(pure[0]), mixed(pure[1]), mixed(pure[2])];
};
const lab: Reader = (l, a, b) => fromLab(part(l, 100), part(a, 125), part(b, 125));
const lch: Reader = (l, c, h) => fromLab(part(l, 100), ...polar(part(c, 150), angle(h)));
const oklab: Reader = (l, a, b) => fromOklab(part(l, 1), part(a, 0.4), part(b, 0.4));
const oklch: Reader = (l, c, h) => fromOklab(part(l, 1), ...polar(part(c, 0.4), angle(h)));
/** Wider spaces differ little from sRGB where text is white or dark. */
const unit: Reader = (r, g, b) => [part(r, 1) * 255, part(g, 1) * 255, part(b, 1) * 255];
const linear: Reader = (r, g, b) => [gamma(part(r, 1)), gamma(part(g, 1)), gamma(part(b, 1))];

const READERS: Readonly<Record<string, Reader>> = {
  rgb,
  rgba: rgb,
  hsl,
  hsla: hsl,
  hwb,
  lab,
  lch,
  oklab,
  oklch,
  srgb: unit,
  'display-p3': unit,
  'a98-rgb': unit,
  rec2020: unit,
  'srgb-linear': linear,
};

function polar(chroma: number, hue: number): [number, number] {
  const radians = (hue * Math.PI) / 180;
  return [chroma * Math.cos(radians), chroma * Math.sin(radians)];
}

/** Degrees, then 0…1; https://www.w3.org/TR/css-color-4/#hsl-to-rgb. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** 0…1 of light to 0…255 of sRGB. */
function gamma(light: number): number {
  const l = Math.max(0, light);
  return 255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * l ** (1 / 2.4) - 0.055);
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code, D50 taken for D65: near enough to tell white from grey. */
function fromLab(lightness: number, a: number, b: number): Rgb {
  const fy = (lightness + 16) / 116;
  const cube = (f: number): number => (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29));
  const [x, y, z] = [0.9505 * cube(fy + a / 500), cube(fy), 1.089 * cube(fy - b / 200)];
  return [
    gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
    gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    gamma(0.0557 * x - 0.204 * y + 1.057 * z),
  ];
}

/** https://bottosson.github.io/posts/oklab/. */
function fromOklab(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `color-mix(in oklab, white 90%, black)`: mixed in sRGB, which tells as much. */
function mix(inside: string, current: Paint | undefined): Paint | undefined {
  const [, first = '', second = ''] = splitTop(inside, ',');
  const read = (text: string) => {
    const words = splitTop(text, ' ');
    const share = words.find((word) => /^[\d.]+%$/.test(word));
    const paint = parsePaint(
      words.find((word) => word !== share),
      current,
    );
    return { paint, share: share === undefined ? undefined : Number.parseFloat(share) / 100 };
  };
  const [a, b] = [read(first), read(second)];
  if (!a.paint || !b.paint) return undefined;
  const share = Math.max(0, Math.min(1, a.share ?? (b.share === undefined ? 0.5 : 1 - b.share)));
  return { rgb: blend(a.paint.rgb, share, b.paint.rgb), alpha: a.paint.alpha * share + b.paint.alpha * (1 - share) };
}
