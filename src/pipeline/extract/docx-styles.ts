/** Styles and numbering of a DOCX: what a paragraph or a run looks like before it says anything itself. */
import { withoutUndefined } from '../../domain/without-undefined.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** Looks of a run; absent is "not said here". */
export interface RunLook {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  /** `RRGGBB` or `auto`. */
  color?: string;
  /** Shading or highlight behind the text. */
  ground?: string;
  vanish?: boolean;
  /** Width of the letters in percent. */
  stretch?: number;
}

export interface ParagraphLook {
  style?: string;
  outline?: number;
  numbering?: { id?: string; level?: number };
  /** Points. */
  indent?: number;
  ground?: string;
  /** Exact line height in points. */
  exactHeight?: number;
}

interface Style {
  name: string;
  basedOn?: string;
  run: RunLook;
  paragraph: ParagraphLook;
}

export interface DocxStyles {
  styles: ReadonlyMap<string, Style>;
  defaults: RunLook;
  /** Style of paragraphs that name none. */
  normal?: string;
  /** `numId level` → what stands before the item and how far it is indented. */
  levels: ReadonlyMap<string, { indent?: number; none: boolean }>;
}

const TWIP = 20;
/** Longer chains of styles are loops. */
const LONGEST_CHAIN = 12;

/** Reads `w:rPr` children into a look. Returns false for elements that say nothing here. */
export function readRunProperty(element: XmlElement, look: RunLook): void {
  const value = element.attribute('w:val');
  if (element.name === 'w:b') look.bold = isOn(value);
  else if (element.name === 'w:i') look.italic = isOn(value);
  else if (element.name === 'w:sz') look.size = Number(value) / 2 || undefined;
  else if (element.name === 'w:color') look.color = value;
  else if (element.name === 'w:vanish' || element.name === 'w:specVanish') look.vanish = isOn(value);
  else if (element.name === 'w:w') look.stretch = Number.parseFloat(value ?? '100');
  else if (element.name === 'w:shd') look.ground = element.attribute('w:fill');
  else if (element.name === 'w:highlight') look.ground = HIGHLIGHTS[value ?? ''];
}

/** Reads `w:pPr` children into a look. */
export function readParagraphProperty(element: XmlElement, look: ParagraphLook): void {
  const value = element.attribute('w:val');
  if (element.name === 'w:pStyle') look.style = value;
  else if (element.name === 'w:outlineLvl') look.outline = Number(value);
  else if (element.name === 'w:numId') look.numbering = { ...look.numbering, id: value };
  else if (element.name === 'w:ilvl') look.numbering = { ...look.numbering, level: Number(value) || 0 };
  else if (element.name === 'w:ind') look.indent = twips(element.attribute('w:left') ?? element.attribute('w:start'));
  else if (element.name === 'w:shd') look.ground = element.attribute('w:fill');
  else if (element.name === 'w:spacing' && element.attribute('w:lineRule') === 'exact')
    look.exactHeight = twips(element.attribute('w:line'));
}

export function twips(value: string | undefined): number | undefined {
  const number = Number.parseFloat(value ?? '');
  return Number.isFinite(number) ? number / TWIP : undefined;
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  green: '00FF00',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
  white: 'FFFFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
};

/** Reads `styles.xml` and `numbering.xml`; both may be missing. */
export function readDocxStyles(stylesXml: Uint8Array | undefined, numberingXml: Uint8Array | undefined): DocxStyles {
  const styles = new Map<string, Style>();
  const defaults: RunLook = {};
  const found: { normal?: string } = {};
  if (stylesXml) readStyles(stylesXml, styles, defaults, found);
  return { styles, defaults, normal: found.normal, levels: numberingXml ? readNumbering(numberingXml) : new Map() };
}

function readStyles(xml: Uint8Array, styles: Map<string, Style>, defaults: RunLook, found: { normal?: string }): void {
  let style: Style | undefined;
  let inDefaults = false;
  let inConditional = 0;
  let inRunLook = false;
  readXml(xml, {
    open(element) {
      if (element.name === 'w:docDefaults') inDefaults = true;
      else if (element.name === 'w:tblStylePr') inConditional++;
      else if (element.name === 'w:rPr') inRunLook = true;
      else if (element.name === 'w:style') {
        const id = element.attribute('w:styleId') ?? '';
        style = { name: '', run: {}, paragraph: {} };
        styles.set(id, style);
        if (element.attribute('w:type') === 'paragraph' && element.attribute('w:default') === '1') found.normal = id;
      } else if (inDefaults) readRunProperty(element, defaults);
      else if (style && inConditional === 0) readStylePart(element, style, inRunLook);
    },
    close(name) {
      if (name === 'w:docDefaults') inDefaults = false;
      else if (name === 'w:tblStylePr') inConditional--;
      else if (name === 'w:rPr') inRunLook = false;
      else if (name === 'w:style') style = undefined;
    },
    text() {},
  });
}

function readStylePart(element: XmlElement, style: Style, inRunLook: boolean): void {
  if (element.name === 'w:name') style.name = element.attribute('w:val')?.toLowerCase() ?? '';
  else if (element.name === 'w:basedOn') style.basedOn = element.attribute('w:val');
  else if (inRunLook) readRunProperty(element, style.run);
  else readParagraphProperty(element, style.paragraph);
}

function readNumbering(xml: Uint8Array): Map<string, { indent?: number; none: boolean }> {
  const abstract = new Map<string, Map<number, { indent?: number; none: boolean }>>();
  const levels = new Map<string, { indent?: number; none: boolean }>();
  let current: Map<number, { indent?: number; none: boolean }> | undefined;
  let level: { indent?: number; none: boolean } | undefined;
  let numId: string | undefined;
  readXml(xml, {
    open(element) {
      const value = element.attribute('w:val');
      if (element.name === 'w:abstractNum') {
        current = new Map();
        abstract.set(element.attribute('w:abstractNumId') ?? '', current);
      } else if (element.name === 'w:lvl' && current) {
        level = { none: false };
        current.set(Number(element.attribute('w:ilvl')) || 0, level);
      } else if (element.name === 'w:numFmt' && level) level.none = value === 'none';
      else if (element.name === 'w:ind' && level)
        level.indent = twips(element.attribute('w:left') ?? element.attribute('w:start'));
      else if (element.name === 'w:num') numId = element.attribute('w:numId');
      else if (element.name === 'w:abstractNumId' && numId !== undefined)
        for (const [n, l] of abstract.get(value ?? '') ?? []) levels.set(`${numId} ${n}`, l);
    },
    close(name) {
      if (name === 'w:abstractNum') current = undefined;
      else if (name === 'w:lvl') level = undefined;
      else if (name === 'w:num') numId = undefined;
    },
    text() {},
  });
  return levels;
}

/** The style and those it is based on, the most general first. */
function chain(styles: DocxStyles, id: string | undefined): Style[] {
  const list: Style[] = [];
  for (
    let style = styles.styles.get(id ?? '');
    style && list.length < LONGEST_CHAIN;
    style = styles.styles.get(style.basedOn ?? '')
  )
    list.unshift(style);
  return list;
}

/** What a paragraph looks like once its styles are applied. */
export function resolveParagraph(
  styles: DocxStyles,
  own: ParagraphLook,
): { look: ParagraphLook; run: RunLook; heading?: number } {
  const parents = chain(styles, own.style ?? styles.normal);
  const look = merge(
    parents.map((style) => style.paragraph),
    own,
  );
  const run = merge(
    parents.map((style) => style.run),
    {},
    styles.defaults,
  );
  const named = parents.map((style) => headingLevel(style.name)).findLast((level) => level !== undefined);
  const outline = look.outline !== undefined && look.outline < 6 ? look.outline + 1 : undefined;
  return { look, run, heading: named ?? outline };
}

/** What a run looks like: paragraph, then character style, then itself. */
export function resolveRun(styles: DocxStyles, paragraph: RunLook, style: string | undefined, own: RunLook): RunLook {
  return merge(
    chain(styles, style).map((s) => s.run),
    own,
    paragraph,
  );
}

function merge<T extends object>(looks: readonly T[], own: T, first?: T): T {
  return Object.assign({}, first, ...looks.map(withoutUndefined), withoutUndefined(own));
}

/** Style names are English in the file in whatever language Word runs. */
function headingLevel(name: string): number | undefined {
  if (name === 'title') return 1;
  const match = /^heading (\d)$/.exec(name);
  return match ? Math.min(6, Number(match[1])) : undefined;
}
