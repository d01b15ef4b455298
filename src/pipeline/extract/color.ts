/** Colours and how far apart an eye sees them. */
export type Rgb = readonly [number, number, number];

export const WHITE: Rgb = [255, 255, 255];

/**
 * Below this distance (CIE76, sRGB) text does not stand out from its ground. 2.3 is a just noticeable difference between
 * patches; thin strokes need more: #f0f0f0 on white is 5, #e5e7eb, the palest grey that designs use for marks, is 8.6.
 */
const UNSEEN_DISTANCE = 7;
const UNSEEN_SHEET = 2;

/** `#rrggbb` to channels 0…255. */
export function parseHexColor(text: unknown): Rgb | undefined {
  if (typeof text !== 'string') return undefined;
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  return match ? [hex(match[1]), hex(match[2]), hex(match[3])] : undefined;
}

export function toHexColor(color: Rgb): string {
  return `#${color.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

/** `color` with this opacity (0…1) laid over `ground`. */
export function blend(color: Rgb, alpha: number, ground: Rgb): Rgb {
  const mix = (i: 0 | 1 | 2) => color[i] * alpha + ground[i] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}

function distance(a: Rgb, b: Rgb): number {
  const [c, d] = [toLab(a), toLab(b)];
  return Math.hypot(c[0] - d[0], c[1] - d[1], c[2] - d[2]);
}

/** True when text of this colour cannot be told from the ground. */
export const isUnseen = (color: Rgb, ground: Rgb): boolean => distance(color, ground) < UNSEEN_DISTANCE;

/** True when a sheet of this colour cannot be told from the ground around it: sheets are seen where thin strokes are not (#f7f7f7 on white is 2.8). */
export const isUnseenSheet = (color: Rgb, ground: Rgb): boolean => distance(color, ground) < UNSEEN_SHEET;

function hex(text: string | undefined): number {
  return Number.parseInt(text ?? '0', 16);
}

/** sRGB to CIE L*a*b* (D65), https://www.w3.org/TR/css-color-4/#color-conversion-code. */
function toLab(color: Rgb): Rgb {
  const [r, g, b] = [linear(color[0]), linear(color[1]), linear(color[2])];
  const x = cubeRoot((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = cubeRoot(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = cubeRoot((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function cubeRoot(t: number): number {
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
}
