/**
 * What glyphs stand for where a font has no letter for each: scripts of India, Thai and Arabic are drawn with glyphs for whole syllables,
 * and writers (Chromium, LibreOffice, Google) put the text beside them as `/ActualText`. pdfjs hands over one value of such a dictionary,
 * the one called `/MCID`; in content streams, the other is given that name before it reads them, in place and of the same length.
 */
import type { Glyph, Span } from './pdf-span.ts';

const NAME = Buffer.from('/ActualText');
const GIVEN = Buffer.from('/MCID      ');

/** What a string begins with: a text that only speaks of the name has none behind it. */
const STRING = /^\s{0,2}[<(]/;

/** Edits an unpacked stream in place. */
export function nameActualText(bytes: Uint8Array): void {
  const stream = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = stream.indexOf(NAME); at !== -1; at = stream.indexOf(NAME, at + NAME.length))
    if (STRING.test(stream.toString('latin1', at + NAME.length, at + NAME.length + 3))) GIVEN.copy(stream, at);
}

/** Only these scripts need it. What a reader would see otherwise is not what a file may say it is (rule A1). */
const JOINED_SCRIPT =
  /^(?:[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]|\u200c|\u200d)+$/;
/** A glyph stands for so many letters at most, beside a few vowel signs. */
const LETTERS_A_GLYPH = 4;
const LETTERS_MORE = 2;

/** UTF-16 with its mark, as writers give it; undefined for other text. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('\u00fe\u00ff')) return undefined;
  let text = '';
  for (let at = 2; at + 1 < value.length; at += 2)
    text += String.fromCharCode(value.charCodeAt(at) * 256 + value.charCodeAt(at + 1));
  return JOINED_SCRIPT.test(text) ? text : undefined;
}

/** Letters without those that stand for shapes alone. */
const lettersOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];

/** What the font itself says of glyphs is shown: a text that holds less than half of it says something else (rule A1). */
function agrees(glyphs: readonly Glyph[], text: string): boolean {
  // Blanks say nothing, and show nothing.
  if (glyphs.every((glyph) => glyph.text !== '' && glyph.text.trim() === '')) return false;
  const own = lettersOf(glyphs.map((glyph) => glyph.text).join(''));
  const told = new Set(lettersOf(text));
  return own.filter((letter) => told.has(letter)).length >= own.length / 2;
}

/** Gathers the glyphs of marked stretches and gives them their text. */
export class ActualText {
  private readonly stack: (string | undefined)[] = [];
  private text: string | undefined;
  private glyphs: Glyph[] = [];
  private noted = false;
  /** By each glyph of a stretch: its first one, and the text of all. */
  private readonly told = new Map<Glyph, { first: Glyph; text: string }>();

  begin(tag: unknown, value?: unknown): void {
    const text = tag === 'Span' ? textOf(value) : undefined;
    this.stack.push(text);
    if (text !== undefined && this.text === undefined) this.text = text;
  }

  end(): void {
    const text = this.stack.pop();
    if (text === undefined || text !== this.text) return;
    const [first] = this.glyphs;
    const most = LETTERS_A_GLYPH * this.glyphs.length + LETTERS_MORE;
    if (first && text.length <= most && agrees(this.glyphs, text))
      for (const glyph of this.glyphs) this.told.set(glyph, { first, text });
    this.text = undefined;
    this.glyphs = [];
  }

  /** True where the text of a glyph is given beside it, so that it counts though the font names none. */
  get open(): boolean {
    return this.text !== undefined;
  }

  note(glyph: Glyph): void {
    if (!this.open) return;
    this.glyphs.push(glyph);
    this.noted = true;
  }

  /** The first glyph of a stretch says its text and is as wide as all of them; the others go. */
  resolve(spans: readonly Pick<Span, 'glyphs'>[]): void {
    if (!this.noted) return;
    for (const span of spans) span.glyphs = span.glyphs.filter((glyph) => this.keeps(glyph, span));
  }

  private keeps(glyph: Glyph, span: Pick<Span, 'glyphs'>): boolean {
    const told = this.told.get(glyph);
    if (!told) return glyph.text !== '';
    if (told.first === glyph) {
      const all = span.glyphs.filter((one) => this.told.get(one)?.first === glyph);
      const right = Math.max(...all.map((one) => one.at + one.width));
      glyph.at = Math.min(...all.map((one) => one.at));
      glyph.width = right - glyph.at;
      glyph.text = told.text;
    }
    return told.first === glyph;
  }
}
