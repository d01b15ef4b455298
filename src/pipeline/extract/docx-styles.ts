/** Styles and numbering of a DOCX: what a paragraph or a run looks like before it says anything itself. */
import { withoutUndefined } from '../../domain/without-undefined.ts';
import type { TablePart, TableStyle } from './docx-table-styles.ts';
import { readTextEffect } from './docx-text-fill.ts';
import { colorOf, shadeOf, type Theme } from './docx-theme.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import type { SightLook } from './text-grounds.ts';
import type { Room } from './text-room.ts';

/** Looks of a run; absent is "not said here". */
export interface RunLook extends SightLook {
  bold?: boolean;
  italic?: boolean;
}

export interface ParagraphLook {
  style?: string;
  outline?: number;
  numbering?: { id?: string; level?: number };
  /** Points. */
  indent?: number;
  /** How much further in the first line begins. */
  firstLine?: number;
  ground?: string;
  /** Exact line height in points. */
  exactHeight?: number;
  /** Of a paragraph that is placed on its own. */
  frame?: Room;
}

interface Style {
  name: string;
  basedOn?: string;
  run: RunLook;
  paragraph: ParagraphLook;
  /** Shading of its cells, where it is one of tables. */
  cells?: string;
  /** What it adds in parts of a table. */
  parts: Map<string, TablePart>;
  bandRows?: number;
  bandColumns?: number;
}

export interface DocxStyles {
  styles: ReadonlyMap<string, Style>;
  theme: Theme;
  defaults: RunLook;
  /** Style of tables that name none. */
  table?: string;
  /** Style of paragraphs that name none. */
  normal?: string;
  /** `numId level` → what stands before the item and how far it is indented. */
  levels: ReadonlyMap<string, { indent?: number; none: boolean }>;
}

const TWIP = 20;
/** Longer chains of styles are loops. */
const LONGEST_CHAIN = 12;

/** Reads what stands in a `w:rPr` into a look. `path` leads to it. */
export function readRunProperty(element: XmlElement, look: RunLook, theme: Theme, path: readonly string[]): void {
  const value = element.attribute('w:val');
  if (element.name === 'w:b') look.bold = isOn(value);
  else if (element.name === 'w:i') look.italic = isOn(value);
  else if (element.name === 'w:sz') look.size = Number(value) / 2 || undefined;
  else if (element.name === 'w:color')
    look.color = colorOf(
      theme,
      value,
      element.attribute('w:themeColor'),
      element.attribute('w:themeTint'),
      element.attribute('w:themeShade'),
    );
  else if (element.name === 'w:vanish' || element.name === 'w:specVanish') look.vanish = isOn(value);
  else if (element.name === 'w:spacing') look.spacing = twips(value);
  else if (element.name === 'w:position') look.raise = (Number(value) || 0) / 2;
  else if (element.name.startsWith('w14:')) readTextEffect(element, look, theme, path);
  else if (element.name === 'w:w') look.stretch = Number.parseFloat(value ?? '100');
  else if (element.name === 'w:shd') look.ground = shadeOf(theme, element);
  else if (element.name === 'w:highlight') look.ground = HIGHLIGHTS[value ?? ''];
}

/** Reads `w:pPr` children into a look. */
export function readParagraphProperty(element: XmlElement, look: ParagraphLook, theme: Theme): void {
  const value = element.attribute('w:val');
  if (element.name === 'w:pStyle') look.style = value;
  else if (element.name === 'w:outlineLvl') look.outline = Number(value);
  else if (element.name === 'w:numId') look.numbering = { ...look.numbering, id: value };
  else if (element.name === 'w:ilvl') look.numbering = { ...look.numbering, level: Number(value) || 0 };
  else if (element.name === 'w:ind') readIndent(element, look);
  else if (element.name === 'w:shd') look.ground = shadeOf(theme, element);
  else if (element.name === 'w:framePr') look.frame = readFrame(element);
  else if (element.name === 'w:spacing' && element.attribute('w:lineRule') === 'exact')
    look.exactHeight = twips(element.attribute('w:line'));
}

function readIndent(element: XmlElement, look: ParagraphLook): void {
  look.indent = twips(element.attribute('w:left') ?? element.attribute('w:start'));
  const hanging = twips(element.attribute('w:hanging'));
  look.firstLine = hanging === undefined ? twips(element.attribute('w:firstLine')) : -hanging;
}

function readFrame(element: XmlElement): Room {
  const exact = element.attribute('w:hRule') === 'exact';
  return {
    left: twips(element.attribute('w:x')),
    top: twips(element.attribute('w:y')),
    width: twips(element.attribute('w:w')),
    ...(exact ? { height: twips(element.attribute('w:h')) } : {}),
  };
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
export function readDocxStyles(
  stylesXml: Uint8Array | undefined,
  numberingXml: Uint8Array | undefined,
  theme: Theme,
): DocxStyles {
  const reader = new StylesReader(theme);
  if (stylesXml) reader.read(stylesXml);
  const { styles, defaults, normal, table } = reader;
  return { styles, theme, defaults, normal, table, levels: numberingXml ? readNumbering(numberingXml) : new Map() };
}

class StylesReader {
  readonly styles = new Map<string, Style>();
  readonly defaults: RunLook = {};
  normal: string | undefined;
  table: string | undefined;
  private readonly theme: Theme;
  private readonly path: string[] = [];
  private style: Style | undefined;
  private part: TablePart | undefined;

  constructor(theme: Theme) {
    this.theme = theme;
  }

  read(xml: Uint8Array): void {
    readXml(xml, {
      open: (element) => {
        this.open(element);
        this.path.push(element.name);
      },
      close: (name) => {
        this.path.pop();
        if (name === 'w:style') this.style = undefined;
        else if (name === 'w:tblStylePr') this.part = undefined;
      },
      text() {},
    });
  }

  private open(element: XmlElement): void {
    const { name } = element;
    if (name === 'w:style') this.openStyle(element);
    else if (name === 'w:tblStylePr' && this.style) {
      this.part = { run: {} };
      const type = element.attribute('w:type') ?? '';
      if (isTablePart(type)) this.style.parts.set(type, this.part);
    } else if (this.style) this.readPart(element, this.style);
    else if (this.path.includes('w:docDefaults')) readRunProperty(element, this.defaults, this.theme, this.path);
  }

  private openStyle(element: XmlElement): void {
    const id = element.attribute('w:styleId') ?? '';
    this.style = { name: '', run: {}, paragraph: {}, parts: new Map() };
    this.styles.set(id, this.style);
    if (element.attribute('w:default') !== '1') return;
    if (element.attribute('w:type') === 'paragraph') this.normal = id;
    else if (element.attribute('w:type') === 'table') this.table = id;
  }

  private readPart(element: XmlElement, style: Style): void {
    const { name } = element;
    const value = element.attribute('w:val');
    const parent = this.path.at(-1);
    if (name === 'w:name') style.name = value?.toLowerCase() ?? '';
    else if (name === 'w:basedOn') style.basedOn = value;
    else if (name === 'w:tblStyleRowBandSize') style.bandRows = Number(value) || undefined;
    else if (name === 'w:tblStyleColBandSize') style.bandColumns = Number(value) || undefined;
    else if (name === 'w:shd' && (parent === 'w:tcPr' || parent === 'w:tblPr'))
      this.setCells(style, shadeOf(this.theme, element));
    else if (this.path.includes('w:rPr')) readRunProperty(element, (this.part ?? style).run, this.theme, this.path);
    else if (!this.part) readParagraphProperty(element, style.paragraph, this.theme);
  }

  private setCells(style: Style, ground: string | undefined): void {
    if (this.part) this.part.ground = ground;
    else style.cells = ground;
  }
}

/** A style may name others without end (rule P6). */
function isTablePart(type: string): boolean {
  return /^(?:wholeTable|(?:first|last)(?:Row|Col)|band[12](?:Horz|Vert)|[ns][ew]Cell)$/.test(type);
}

/** A table style with those it is based on; undefined where the file has none of that name. */
export function resolveTable(styles: DocxStyles, id: string | undefined): TableStyle | undefined {
  const parents = chain(styles, id ?? styles.table);
  if (parents.length === 0) return undefined;
  const parts = new Map<string, TablePart>();
  for (const style of parents)
    for (const [name, part] of style.parts) {
      const before = parts.get(name);
      parts.set(name, { ground: part.ground ?? before?.ground, run: { ...before?.run, ...withoutUndefined(part.run) } });
    }
  const whole: TablePart = {
    ground: parents.findLast((style) => style.cells !== undefined)?.cells,
    run: merge(
      parents.map((style) => style.run),
      {},
    ),
  };
  const last = (key: 'bandRows' | 'bandColumns') => parents.findLast((style) => style[key] !== undefined)?.[key] ?? 1;
  return { whole, parts, bandRows: last('bandRows'), bandColumns: last('bandColumns') };
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

/** What a paragraph looks like once its styles are applied, in a cell whose table gives text the look `cell`. */
export function resolveParagraph(
  styles: DocxStyles,
  own: ParagraphLook,
  cell: RunLook = {},
): { look: ParagraphLook; run: RunLook; heading?: number } {
  const parents = chain(styles, own.style ?? styles.normal);
  const look = merge(
    parents.map((style) => style.paragraph),
    own,
  );
  const run = merge(
    parents.map((style) => style.run),
    {},
    { ...styles.defaults, ...withoutUndefined(cell) },
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
