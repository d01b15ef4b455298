/** Shorthand properties taken apart, as far as they decide whether text is seen. */
import { splitTop } from './css-color.ts';

type Pairs = readonly (readonly [property: string, value: string])[];

/** `expandShorthand('margin', '0 auto')` → the four margins; other properties are what they are. */
export function expandShorthand(property: string, value: string): Pairs {
  const name = property.replace(/^-(?:webkit|moz|ms|o)-(?!text)/, '');
  const renamed = LOGICAL[name];
  if (renamed) return expandSides(renamed, value);
  if (name === 'margin' || name === 'padding') return sides(value, (side) => `${name}-${side}`);
  if (name === 'inset') return sides(value, (side) => side);
  if (name === 'overflow') return pair(value, 'overflow-x', 'overflow-y');
  if (name === 'background') return expandBackground(value);
  if (name === 'font') return expandFont(value);
  if (name === 'flex-flow') return [['flex-direction', splitTop(value, ' ').find((word) => !word.includes('wrap')) ?? 'row']];
  if (name === 'mask') return [['mask-image', value]];
  return [[name, value]];
}

/** Properties by the direction of the text, which is taken to run from left to right. */
const LOGICAL: Readonly<Record<string, readonly string[]>> = {
  'inset-inline': ['left', 'right'],
  'inset-block': ['top', 'bottom'],
  'inset-inline-start': ['left'],
  'inset-inline-end': ['right'],
  'inset-block-start': ['top'],
  'inset-block-end': ['bottom'],
  'margin-inline': ['margin-left', 'margin-right'],
  'margin-block': ['margin-top', 'margin-bottom'],
  'margin-inline-start': ['margin-left'],
  'margin-inline-end': ['margin-right'],
  'margin-block-start': ['margin-top'],
  'margin-block-end': ['margin-bottom'],
  'padding-inline': ['padding-left', 'padding-right'],
  'padding-block': ['padding-top', 'padding-bottom'],
  'inline-size': ['width'],
  'block-size': ['height'],
  'max-inline-size': ['max-width'],
  'max-block-size': ['max-height'],
  'overflow-inline': ['overflow-x'],
  'overflow-block': ['overflow-y'],
};

function expandSides(names: readonly string[], value: string): Pairs {
  const [first = '', second = first] = splitTop(value, ' ');
  return names.map((name, i) => [name, i === 0 ? first : second]);
}

function pair(value: string, one: string, other: string): Pairs {
  return expandSides([one, other], value);
}

function sides(value: string, name: (side: string) => string): Pairs {
  const [top = '', right = top, bottom = top, left = right] = splitTop(value, ' ');
  return [
    [name('top'), top],
    [name('right'), right],
    [name('bottom'), bottom],
    [name('left'), left],
  ];
}

/** Everything that a background does not say is as if there were none. */
function expandBackground(value: string): Pairs {
  const layers = splitTop(value, ',');
  const words = layers.map((layer) => splitTop(layer, ' '));
  const images = words.flatMap((layer) =>
    layer.filter((word) => /^(?:url|[a-z-]*gradient|image-set|image|cross-fade|element)\(/.test(word)),
  );
  const last = (words.at(-1) ?? []).filter((word) => !images.includes(word));
  return [
    // The last layer may hold a colour among its places and sizes: whoever reads it takes what is one.
    ['background-color', last.join(' ')],
    ['background-image', images.join(',') || 'none'],
    ['background-clip', words.some((layer) => layer.includes('text')) ? 'text' : 'border-box'],
  ];
}

/** `[style weight …] size[/height] family`; the words of the system (`caption`) say nothing here. */
function expandFont(value: string): Pairs {
  const words = value.replace(/\s*\/\s*/g, '/').split(/\s+/, 20);
  const size = words.findIndex(
    (word) => /^(?:[\d.+-]|calc\(|(?:xx?-)?(?:small|large)|medium|smaller|larger)/.test(word) && !/^[1-9]\d{2,3}$/.test(word),
  );
  if (size < 0) return [];
  const before = words.slice(0, size);
  const [height, line] = (words[size] ?? '').split('/');
  return [
    ['font-style', before.find((word) => /^(?:italic|oblique)/.test(word)) ?? 'normal'],
    ['font-weight', before.find((word) => /^(?:bold|bolder|lighter|[1-9]\d{2,3})$/.test(word)) ?? 'normal'],
    ['font-size', height ?? ''],
    ...(line ? ([['line-height', line]] as const) : []),
  ];
}
