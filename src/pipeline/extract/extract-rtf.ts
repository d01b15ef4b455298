/** RTF → document. A reader of our own: code pages, `\u`, tables, lists, text boxes, hidden text; objects and pictures are passed over. */
import iconv from 'iconv-lite';
import type { Document } from '../../domain/document.ts';
import { type Block, layOutBlocks } from './blocks.ts';
import { FlowPage } from './flow-page.ts';
import { linkTarget } from './link-target.ts';
import { ReadFailure } from './read-failure.ts';
import { RtfBlocks, type RtfLook } from './rtf-blocks.ts';
import { type RtfBox, RtfShape } from './rtf-shapes.ts';
import { encodingOfCodePage, RtfTableReader } from './rtf-tables.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { A4, type PageSize } from './text-room.ts';

const MAX_GROUPS = 500;

/** Throws `ReadFailure`: damaged, too_large. */
export function extractRtf(bytes: Uint8Array): Document {
  const page = new FlowPage();
  const { text, feet } = new RtfReader().read(bytes);
  layOutBlocks(text, page, feet);
  return page.toDocument('rtf');
}

/** Where the text of a group goes. */
type Destination =
  | 'body'
  | 'header'
  | 'footer'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'instruction'
  | 'bullet'
  | 'shapeName'
  | 'shapeValue'
  | 'skip';

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  colortbl: 'colors',
  stylesheet: 'styles',
  fldinst: 'instruction',
  listtext: 'bullet',
  pntext: 'bullet',
  shptxt: 'body',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'footer',
  info: 'skip',
  pict: 'skip',
  object: 'skip',
  shprslt: 'skip',
  sn: 'shapeName',
  sv: 'shapeValue',
  listtable: 'skip',
  listoverridetable: 'skip',
  revtbl: 'skip',
  rsidtbl: 'skip',
  themedata: 'skip',
  colorschememapping: 'skip',
  datastore: 'skip',
  latentstyles: 'skip',
  generator: 'skip',
  datafield: 'skip',
  pgdsctbl: 'skip',
  bkmkstart: 'skip',
  bkmkend: 'skip',
  annotation: 'skip',
  atnid: 'skip',
  atnauthor: 'skip',
  xe: 'skip',
  tc: 'skip',
  falt: 'skip',
  panose: 'skip',
  nonshppict: 'skip',
  mmathPr: 'skip',
  wgrffmtfilter: 'skip',
  filetbl: 'skip',
  pn: 'skip',
  nonesttables: 'skip',
};
/** Marked with `\*` and still of interest. */
const KEPT: ReadonlySet<string> = new Set(['fldinst', 'shpinst', 'shptxt', 'listtext', 'pntext', 'nesttableprops']);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  nbsp: ' ',
  nbhyphen: '-',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  ltrmark: '',
  rtlmark: '',
  softhyphen: '',
};

interface Group {
  destination: Destination;
  look: RtfLook;
  /** Characters that stand in for `\u` for old readers. */
  fallback: number;
  font: number;
  link?: string;
  shape?: RtfShape;
  /** The text box of a shape. */
  box?: RtfBox;
  /** Says how a row of a table in a cell is made: its words count, and no word processor shows text in it (rule A1). */
  rowProperties?: true;
}

class RtfReader {
  private readonly tables = new RtfTableReader();
  private readonly page: PageSize = { ...A4 };
  private readonly parts = { body: new RtfBlocks(this.page), header: new RtfBlocks(this.page), footer: new RtfBlocks(this.page) };
  private readonly stack: Group[] = [];
  private group: Group = { destination: 'body', look: {}, fallback: 1, font: 0 };
  private codePage = 'windows-1252';
  private bytes: number[] = [];
  private toSkip = 0;
  private ignorable = false;
  private instruction = '';

  read(bytes: Uint8Array): { text: Block[]; feet: Block[] } {
    for (const token of rtfTokens(bytes)) this.take(token);
    this.flush();
    const { header, body, footer } = this.parts;
    return { text: [...header.finish(), ...body.finish()], feet: footer.finish() };
  }

  private take(token: RtfToken): void {
    if (token.kind === 'bytes') this.takeBytes(token.bytes);
    else if (token.kind === 'open') this.open();
    else if (token.kind === 'close') this.close();
    else if (token.word === 'u') this.takeUnicode(token.value ?? 0);
    else this.takeWord(token.word, token.value);
  }

  private open(): void {
    this.flush();
    this.toSkip = 0;
    if (this.stack.length > MAX_GROUPS) throw new ReadFailure('damaged');
    this.stack.push(this.group);
    this.group = { ...this.group, look: { ...this.group.look } };
  }

  private close(): void {
    this.flush();
    this.toSkip = 0;
    const { destination: ended, shape } = this.group;
    this.group = this.stack.pop() ?? this.group;
    if (shape && shape !== this.group.shape && this.part) shape.addTo(this.part.backdrops, this.page);
    // The result of a field stands beside its instruction, in the group around both.
    if (ended === 'instruction' && this.group.destination !== 'instruction') {
      this.group.link = linkTarget(/HYPERLINK\s+"([^"]{1,2048})"/i.exec(this.instruction)?.[1]);
      this.instruction = '';
    }
  }

  private takeBytes(bytes: number[]): void {
    const skipped = Math.min(this.toSkip, bytes.length);
    this.toSkip -= skipped;
    for (const byte of skipped ? bytes.slice(skipped) : bytes) this.bytes.push(byte);
  }

  private takeUnicode(value: number): void {
    this.flush();
    this.emit(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.toSkip = this.group.fallback;
  }

  private takeWord(word: string, value: number | undefined): void {
    if (word === 'ignorable') {
      this.ignorable = true;
      return;
    }
    const ignorable = this.ignorable;
    this.ignorable = false;
    this.flush();
    if (this.toSkip > 0 && word in CHARACTERS) this.toSkip--;
    else if (word in DESTINATIONS || ignorable) this.startDestination(word, ignorable);
    else if (this.group.destination === 'fonts') this.tables.fontWord(word, value ?? 0);
    else if (this.group.destination === 'colors') this.tables.colorWord(word, value ?? 0);
    else if (this.group.destination === 'styles') this.tables.styleWord(word, value ?? 0);
    else if (CHARACTERS[word] !== undefined) this.emit(CHARACTERS[word] ?? '');
    else this.takeFormat(word, value);
  }

  private startDestination(word: string, ignorable: boolean): void {
    if (this.group.destination === 'skip') return;
    const destination = DESTINATIONS[word];
    if (destination === 'bullet') this.part?.markBullet();
    if (word === 'shpinst') this.group.shape = new RtfShape();
    else if (word === 'sn') this.group.shape?.startProperty();
    else if (word === 'nesttableprops') {
      this.group.rowProperties = true;
      this.part?.startNestedRow();
    } else if (word === 'shptxt' && this.part)
      this.group.box = this.group.shape?.box(this.group.box?.ground ?? this.part.ground(), this.page);
    if (destination) this.group.destination = destination === 'body' ? this.group.destination : destination;
    if (ignorable && !KEPT.has(word) && destination === undefined) this.group.destination = 'skip';
  }

  private get part(): RtfBlocks | undefined {
    const { destination } = this.group;
    return destination === 'body' || destination === 'header' || destination === 'footer' ? this.parts[destination] : undefined;
  }

  private takeFormat(word: string, value: number | undefined): void {
    const { look } = this.group;
    const on = value !== 0;
    if (word === 'ansicpg') this.codePage = encodingOfCodePage(value ?? 1252);
    else if (word === 'mac') this.codePage = 'macroman';
    else if (word === 'pc') this.codePage = 'cp437';
    else if (word === 'uc') this.group.fallback = Math.max(0, Math.min(8, value ?? 1));
    else if (word === 'f') this.group.font = value ?? 0;
    else if (word === 'b') look.bold = on;
    else if (word === 'i') look.italic = on;
    else if (word === 'v') look.vanish = on;
    else if (word === 'deleted') look.deleted = on;
    else if (word === 'fs') look.size = (value ?? 24) / 2;
    else if (word === 'expndtw') look.spacing = (value ?? 0) / 20;
    else if (word === 'expnd') look.spacing = (value ?? 0) / 4;
    else if (word === 'up' || word === 'dn') look.raise = (value ?? 6) / 2;
    else if (word === 'paperw') this.page.width = (value ?? 0) / 20 || A4.width;
    else if (word === 'paperh') this.page.height = (value ?? 0) / 20 || A4.height;
    else if (/^shp(?:left|top|right|bottom)$/.test(word)) this.group.shape?.edgeWord(word, value ?? 0);
    else if (word === 'charscalex') look.stretch = value;
    else if (word === 'cf') look.color = this.tables.tables.colors[value ?? 0];
    else if (word === 'highlight' || word === 'cb' || word === 'chcbpat') look.ground = this.tables.tables.colors[value ?? 0];
    else if (word === 'plain') this.group.look = {};
    else if (word === 's') this.part?.setHeading(this.tables.tables.headings.get(value ?? -1));
    else if (word === 'cbpat' || word === 'clcbpat') this.part?.setGround(word, this.tables.tables.colors[value ?? 0]);
    else this.part?.paragraphWord(word, value);
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = this.bytes;
    this.bytes = [];
    const encoding = this.tables.tables.encodings.get(this.group.font) ?? this.codePage;
    const inTable =
      this.group.destination === 'fonts' || this.group.destination === 'colors' || this.group.destination === 'styles';
    if (encoding === 'symbol' && !inTable)
      this.emit(bytes.map((byte) => (byte < 33 ? ' ' : String.fromCharCode(0xf000 + byte))).join(''));
    else this.emit(iconv.decode(Buffer.from(bytes), encoding === 'symbol' ? this.codePage : encoding));
  }

  private emit(text: string): void {
    const { destination, look, link, shape, box, rowProperties } = this.group;
    if (destination === 'fonts') this.tables.fontText(text);
    else if (destination === 'colors') this.tables.colorText(text);
    else if (destination === 'styles') this.tables.styleText(text);
    else if (destination === 'instruction') this.instruction = (this.instruction + text).slice(0, 4096);
    else if (destination === 'shapeName') shape?.nameText(text);
    else if (destination === 'shapeValue') shape?.valueText(text);
    else if (text && !look.deleted && !rowProperties) this.part?.add(text, look, link, box);
  }
}
