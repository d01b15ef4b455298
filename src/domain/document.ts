/**
 * The text of one file with positions, fonts and visibility: what extraction hands to parsing.
 *
 * Units are PDF points (1/72 inch), origin top left, y grows downwards. Formats that flow (DOCX, ODT, RTF, DOC, TXT, MD, HTML)
 * are laid out on one endless page: one run per styled stretch, `y` is the line number × 14, `x` is the indent (tab stops and
 * table columns get an x of their own), and `flow` is true, so that parsing knows that the geometry is nominal.
 */
export const FILE_FORMATS = [
  'pdf',
  'docx',
  'doc',
  'odt',
  'rtf',
  'txt',
  'md',
  'html',
  'png',
  'jpeg',
  'tiff',
  'zip',
  'unknown',
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Row and column in a table of the format itself, counted from 0 in each table. */
export interface TableCellOf {
  table: number;
  row: number;
  column: number;
  /** The cell that the table stands in, where tables lay out the page. */
  within?: TableCellOf;
}

/** A stretch of text in one style on one baseline. Only what a reader can see: the rest is in `hiddenText`. */
export interface TextRun {
  text: string;
  x: number;
  /** Baseline (PDF) or top (flow) of the run. */
  y: number;
  width: number;
  /** Font size in points; flow formats without sizes use 11. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** `#rrggbb` in lower case, when known. */
  color?: string;
  /** Target of a link that covers the run: http, https or mailto only. */
  link?: string;
  /** 1…6 where the format itself says that this is a heading (DOCX style, HTML h1…h6, Markdown). */
  heading?: number;
  /** The line is an item of a list (the bullet glyph itself is not part of the text). */
  bullet?: boolean;
  /** Where tables are known (DOCX, ODT, RTF, HTML, Markdown). */
  cell?: TableCellOf;
  /** How sure text recognition is of its words, 0…1; absent where the file itself holds the text. */
  confidence?: number;
  /** It runs up or down the page: `y` is its lowest point and `width` how thick it is, not how long. */
  sideways?: true;
  /** How far a sideways run goes up from `y`. */
  length?: number;
  /** It stands in the foot that the format itself repeats on every page (DOCX, ODT, RTF). */
  foot?: true;
}

/** A drawn line or thin rectangle: a lying one at least 20 pt long (headings often stand on one), a standing one at least 10 pt (sides of cells). */
export interface Rule {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A tall ground of another colour than the page around it: a sidebar stands on one. */
export type Panel = Rule;

export interface DocumentPage {
  number: number;
  width: number;
  height: number;
  flow: boolean;
  /** Its text was read from a picture by text recognition. */
  ocr?: boolean;
  /** Its text is the layer of a scan that does not fit the picture: only recognition tells which of it can be seen. */
  doubtful?: boolean;
  /** A page that is read from right to left: the text of its runs is in reading order, their places are those of the page. */
  rightToLeft?: boolean;
  runs: TextRun[];
  rules: Rule[];
  /** Where the format draws any. */
  panels?: Panel[];
  /** Grounds of any height, their corners round or not, that may be cards side by side. */
  cards?: Rule[];
}

/** How text was kept from a reader's eye (rule A1). */
export type HidingTechnique =
  | 'render-mode'
  | 'color'
  | 'transparent'
  | 'tiny'
  | 'outside-page'
  | 'covered'
  | 'layer-off'
  | 'vanish'
  | 'html-hidden'
  | 'unicode-tag'
  | 'zero-width'
  | 'bidi';

export interface HiddenText {
  technique: HidingTechnique;
  text: string;
  page: number;
}

/** The rectangle of a link that covers no run, in points of its page. */
export interface LinkPlace {
  link: string;
  page: number;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
}

export interface Document {
  format: FileFormat;
  pages: DocumentPage[];
  hiddenText: HiddenText[];
  /** Links of the file that cover no run (for example on an icon), each once. http, https, mailto only. */
  links: LinkPlace[];
  /** Neutral remarks for people: `text layer of a scan`, `3 of 5 pages read (not 4–5)`, … */
  warnings: string[];
  /** Numbers of pages whose text is in pictures and was not read. */
  unread?: number[];
}
