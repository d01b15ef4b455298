/** Which conditional rules of a style sheet hold for somebody who reads a page on a screen: `@media`, `@supports`, `@container`. */
import { SCREEN, toPixels } from './css-length.ts';

/** What else a query may ask for, and what holds: a computer with a mouse, in its usual colours. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  orientation: ['landscape'],
  hover: ['hover', ''],
  'any-hover': ['hover', ''],
  pointer: ['fine', ''],
  'any-pointer': ['fine', ''],
  'prefers-color-scheme': ['light', ''],
  'prefers-reduced-motion': ['no-preference'],
  'prefers-contrast': ['no-preference'],
  'forced-colors': ['none'],
  'inverted-colors': ['none'],
  'display-mode': ['browser'],
  scripting: ['enabled', ''],
  update: ['fast', ''],
  color: [''],
  grid: ['0'],
};
const MEASURE = { em: 16, whole: SCREEN.width };

/** A list of media queries; an empty one holds. */
export function mediaHolds(list: string): boolean {
  const queries = list.toLowerCase().slice(0, 2000).split(',');
  return list.trim() === '' || queries.some((query) => queryHolds(query.trim()));
}

/** What browsers understand they understand; only what is there for those that do not is passed over. */
export function supportHolds(condition: string): boolean {
  return !/^\s*not\b/i.test(condition);
}

/** Names of a container may stand before its conditions. */
export function containerHolds(condition: string): boolean {
  return mediaHolds(condition.replace(/^\s*(?!not\b|and\b)[\w-]+(?=\s*\()/i, ''));
}

function queryHolds(query: string): boolean {
  const plain = query.replace(/^only\s+/, '');
  if (plain.startsWith('not ') || plain.startsWith('not(')) return !queryHolds(plain.slice(3).trim());
  const alternatives = plain.split(/\sor\s/);
  return alternatives.some((one) => one.split(/\sand\s/).every((part) => partHolds(part.trim())));
}

function partHolds(part: string): boolean {
  const inside = /^\(\s*([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(part)?.[1]?.trim();
  if (inside === undefined) return part === 'screen' || part === 'all' || part === '';
  if (inside.startsWith('(') || inside.startsWith('not')) return queryHolds(inside);
  return rangeHolds(inside) ?? featureHolds(inside);
}

/** `width >= 600px`, `400px < width <= 900px`; undefined for what is no comparison. */
function rangeHolds(text: string): boolean | undefined {
  const words = text.split(/\s*(<=|>=|<|>|=)\s*/);
  if (words.length < 3) return undefined;
  const value = (word: string): number | undefined =>
    word === 'width' ? SCREEN.width : word === 'height' ? SCREEN.height : toPixels(word, MEASURE);
  for (let i = 0; i + 2 < words.length; i += 2) {
    const [left, right] = [value(words[i] ?? ''), value(words[i + 2] ?? '')];
    if (left === undefined || right === undefined || !compare(left, words[i + 1] ?? '', right)) return false;
  }
  return true;
}

function compare(left: number, sign: string, right: number): boolean {
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  if (sign === '<=') return left <= right;
  return sign === '>=' ? left >= right : left === right;
}

function featureHolds(text: string): boolean {
  const [name = '', value = ''] = text.split(':').map((word) => word.trim());
  const [, bound, side] = /^(min|max)-(?:device-|inline-|block-)?(width|height)$/.exec(name) ?? [];
  if (bound) {
    const length = toPixels(value, MEASURE);
    const own = side === 'width' ? SCREEN.width : SCREEN.height;
    return length !== undefined && (bound === 'min' ? own >= length : own <= length);
  }
  if (name === 'width' || name === 'height') return value === '';
  return HOLDS[name]?.includes(value) ?? false;
}
