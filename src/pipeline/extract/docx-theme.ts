/** Colours that a DOCX names by their part in its theme (`w:themeColor="background1"`, `a:schemeClr val="accent1"`). */
import { blend, parseHexColor, type Rgb, toHexColor, WHITE } from './color.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** Name in the theme or in a document → colour. */
export type Theme = ReadonlyMap<string, Rgb>;

const BLACK: Rgb = [0, 0, 0];
/** What no theme is needed for. */
const ALWAYS: readonly (readonly [string, Rgb])[] = [
  ['lt1', WHITE],
  ['dk1', BLACK],
];
/** Names in documents → names in `w:clrSchemeMapping` → names in the theme, as they are when nothing is mapped. */
const MAPPED: readonly (readonly [mapping: string, theme: string, ...names: string[]])[] = [
  ['bg1', 'lt1', 'bg1', 'background1'],
  ['t1', 'dk1', 'tx1', 'text1'],
  ['bg2', 'lt2', 'bg2', 'background2'],
  ['t2', 'dk2', 'tx2', 'text2'],
  ['hyperlink', 'hlink', 'hyperlink'],
  ['followedHyperlink', 'folHlink', 'followedHyperlink'],
];
const LONG_NAMES: Readonly<Record<string, string>> = {
  light1: 'lt1',
  dark1: 'dk1',
  light2: 'lt2',
  dark2: 'dk2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

/** Reads `theme1.xml` and the mapping in `settings.xml`; both may be missing. */
export function readDocxTheme(themeXml: Uint8Array | undefined, settingsXml: Uint8Array | undefined): Theme {
  const theme = new Map(ALWAYS);
  if (themeXml) readScheme(themeXml, theme);
  const mapping = settingsXml ? readMapping(settingsXml) : new Map<string, string>();
  for (const [long, short] of Object.entries(LONG_NAMES)) setIfKnown(theme, long, theme.get(short));
  const own = new Map(theme);
  for (const [key, usual, ...names] of MAPPED) {
    const mapped = mapping.get(key);
    const color = own.get(mapped ? (LONG_NAMES[mapped] ?? mapped) : usual);
    for (const name of names) setIfKnown(theme, name, color);
  }
  return theme;
}

function setIfKnown(theme: Map<string, Rgb>, name: string, color: Rgb | undefined): void {
  if (color) theme.set(name, color);
}

function readScheme(xml: Uint8Array, theme: Map<string, Rgb>): void {
  const path: string[] = [];
  readXml(xml, {
    open(element) {
      const name = path.at(-1)?.replace(/^a:/, '') ?? '';
      if (path.at(-2) === 'a:clrScheme')
        setIfKnown(theme, name, parseHexColor(element.attribute('lastClr') ?? element.attribute('val')));
      path.push(element.name);
    },
    close() {
      path.pop();
    },
    text() {},
  });
}

function readMapping(xml: Uint8Array): Map<string, string> {
  const mapping = new Map<string, string>();
  readXml(xml, {
    open(element) {
      if (element.name !== 'w:clrSchemeMapping') return;
      for (const [key] of MAPPED) {
        const value = element.attribute(`w:${key}`);
        if (value) mapping.set(key, value);
      }
    },
    close() {},
    text() {},
  });
  return mapping;
}

/** Channels that differ less are the rounding of whoever wrote the file. */
const ROUNDING = 48;

/** `RRGGBB`, `auto` or undefined: the colour that Word shows for an element that has a value, a theme colour or both. */
export function colorOf(
  theme: Theme,
  value: string | undefined,
  name: string | undefined,
  tint?: string,
  shade?: string,
): string | undefined {
  const base = name ? theme.get(name) : undefined;
  if (!base) return value;
  const tinted = blend(base, amount(tint), WHITE);
  const shown = blend(tinted, amount(shade), BLACK);
  const written = parseHexColor(value);
  const agrees = written?.every((channel, i) => Math.abs(channel - (shown[i] ?? 0)) < ROUNDING);
  return agrees ? value : toHexColor(shown).slice(1);
}

function amount(hex: string | undefined): number {
  const number = Number.parseInt(hex ?? 'FF', 16);
  return Number.isFinite(number) ? number / 255 : 1;
}

/** The colour behind the letters that a `w:shd` gives: `RRGGBB`, or `auto` for none. */
export function shadeOf(theme: Theme, element: XmlElement): string | undefined {
  const get = (name: string) => element.attribute(`w:${name}`);
  const fill = colorOf(theme, get('fill'), get('themeFill'), get('themeFillTint'), get('themeFillShade'));
  const pattern = get('val') ?? 'clear';
  const share = pattern === 'solid' ? 1 : Number.parseInt(/^pct(\d+)$/.exec(pattern)?.[1] ?? '0', 10) / 100;
  if (share === 0) return fill;
  const ink = parseHexColor(colorOf(theme, get('color'), get('themeColor'), get('themeTint'), get('themeShade'))) ?? BLACK;
  return toHexColor(blend(ink, Math.min(1, share), parseHexColor(fill) ?? WHITE)).slice(1);
}
