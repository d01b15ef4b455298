/** Values that a browser passes over because the property cannot have them: what was declared before then holds. */
import { parsePaint } from './css-color.ts';
import { toPixels } from './css-length.ts';

const EVERYWHERE = /^(?:inherit|initial|unset|revert|revert-layer)$/;
const DISPLAYS =
  /^(?:none|contents|(?:inline-|block\s+|inline\s+)?(?:block|flex|grid|table)|inline|run-in|flow-root|flow|list-item|ruby(?:-\w+)*|table-[a-z-]+|-webkit-(?:inline-)?(?:box|flex)|-ms-(?:inline-)?(?:flexbox|grid)|inline\s+flow-root|block\s+ruby|math)$/;
const WORDS: Readonly<Record<string, RegExp>> = {
  display: DISPLAYS,
  visibility: /^(?:visible|hidden|collapse)$/,
  position: /^(?:static|relative|absolute|fixed|sticky|-webkit-sticky)$/,
  opacity: /^[+-]?[\d.]+(?:e[+-]?\d+)?%?$|^calc\(/,
  'content-visibility': /^(?:visible|auto|hidden)$/,
  'overflow-x': /^(?:visible|hidden|clip|scroll|auto|overlay)$/,
  'overflow-y': /^(?:visible|hidden|clip|scroll|auto|overlay)$/,
  'z-index': /^(?:auto|[+-]?\d+)$/,
};
const COLORS: ReadonlySet<string> = new Set(['color', '-webkit-text-fill-color', '-webkit-text-stroke-color']);
const LENGTHS =
  /^(?:font-size|left|top|right|bottom|margin-(?:left|right|top|bottom)|padding-(?:left|right|top|bottom)|(?:max-|min-)?(?:width|height)|text-indent|letter-spacing)$/;

const SIZES = /^(?:(?:xx?-)?small|medium|(?:x{1,3}-)?large|smaller|larger|math)$/;
const KEYWORDS =
  /^(?:auto|none|normal|(?:-\w+-)?(?:min-content|max-content|fit-content|fill-available|stretch)|(?:fit-content|anchor|anchor-size|env)\(.*\)|.+ (?:hanging|each-line))$/;

/** `quirks`: pages without a doctype may leave out the unit. */
export function isValid(property: string, value: string, quirks: boolean): boolean {
  if (EVERYWHERE.test(value)) return true;
  const words = WORDS[property];
  if (words) return words.test(value);
  if (COLORS.has(property))
    return value === 'currentcolor' || parsePaint(value) !== undefined || (quirks && /^[0-9a-f]{6}$/.test(value));
  if (!LENGTHS.test(property)) return value !== '';
  if (/^[+-]?[\d.]+$/.test(value)) return Number(value) === 0 || quirks;
  return toPixels(value, { em: 16, whole: 100 }) !== undefined || (property === 'font-size' ? SIZES : KEYWORDS).test(value);
}
