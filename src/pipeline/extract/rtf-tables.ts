/** Tables at the head of an RTF: code pages of fonts, colours, names of styles. */
interface RtfTables {
  /** Encoding by font number, as iconv-lite calls it; `symbol` for Symbol and Wingdings. */
  encodings: Map<number, string>;
  /** `#rrggbb` by index; the first is automatic. */
  colors: (string | undefined)[];
  /** Heading level by style number. */
  headings: Map<number, number>;
}

/** `\fcharsetN`, [RTF 1.9.1] font table. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  2: 'symbol',
  77: 'macroman',
  128: 'shift_jis',
  129: 'cp949',
  130: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'cp949',
  950: 'big5',
  10000: 'macroman',
  65001: 'utf8',
  437: 'cp437',
  850: 'cp850',
  852: 'cp852',
  866: 'cp866',
};

function encodingOfCharset(charset: number): string | undefined {
  return CHARSETS[charset];
}

export function encodingOfCodePage(page: number): string {
  return CODE_PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : page === 874 ? 'windows-874' : 'windows-1252');
}

/** Reads the words and texts of one table as they come. */
export class RtfTableReader {
  readonly tables: RtfTables = { encodings: new Map(), colors: [], headings: new Map() };
  private font = 0;
  private rgb: [number, number, number] | undefined;
  private style = 0;
  private styleName = '';

  fontWord(word: string, value: number): void {
    if (word === 'f') this.font = value;
    else if (word === 'fcharset') {
      const encoding = encodingOfCharset(value);
      if (encoding) this.tables.encodings.set(this.font, encoding);
    }
  }

  /** A font called Symbol or Wingdings is one, whatever its charset says. */
  fontText(text: string): void {
    if (/^(?:symbol|wingdings|webdings)/i.test(text.trim())) this.tables.encodings.set(this.font, 'symbol');
  }

  colorWord(word: string, value: number): void {
    this.rgb ??= [0, 0, 0];
    if (word === 'red') this.rgb[0] = value & 255;
    else if (word === 'green') this.rgb[1] = value & 255;
    else if (word === 'blue') this.rgb[2] = value & 255;
  }

  colorText(text: string): void {
    for (const c of text) {
      if (c !== ';' || this.tables.colors.length > 4096) continue;
      this.tables.colors.push(this.rgb && `#${this.rgb.map((n) => n.toString(16).padStart(2, '0')).join('')}`);
      this.rgb = undefined;
    }
  }

  styleWord(word: string, value: number): void {
    if (word === 's') this.style = value;
  }

  styleText(text: string): void {
    this.styleName = (this.styleName + text).slice(-200);
    if (!text.includes(';')) return;
    const name = this.styleName.replace(/;.*$/s, '').trim().toLowerCase();
    const level = /^heading (\d)/.exec(name)?.[1] ?? (name === 'title' ? '1' : undefined);
    if (level) this.tables.headings.set(this.style, Math.min(6, Number(level)));
    this.style = 0;
    this.styleName = '';
  }
}
