/**
 * What the HTML inside a Markdown text shows of it: elements and comments go over many lines, so the whole is read as one page, with
 * a number for each stretch of text, and the stretches that do not show are taken out (rule A1). Code shows its tags as they are.
 */
import type { HiddenText } from '../../domain/document.ts';
import { extractHtml } from './extract-html.ts';

export interface MarkdownLine {
  text: string;
  /** Between the marks of a block of code. */
  fenced: boolean;
}

export const TAG = /<[a-z/!]/i;

/** The lines with what shows of them; their tags stay, those that go over several lines on the first of them. Throws `ReadFailure` (too_large, damaged). */
export function shownLines(lines: readonly MarkdownLine[]): { lines: MarkdownLine[]; hidden: readonly HiddenText[] } {
  if (!lines.some(({ text, fenced }) => !fenced && TAG.test(text))) return { lines: [...lines], hidden: [] };
  const scan = new Scan(lines);
  const page = extractHtml(new TextEncoder().encode(scan.html));
  const shown = new Set(page.pages.flatMap((one) => one.runs.flatMap(({ text }) => numbersIn(text))));
  return {
    lines: lines.map(({ fenced }, i) => ({ fenced, text: scan.lineOf(i, shown, fenced) })),
    hidden: page.hiddenText.map((find) => ({ ...find, text: numbersIn(find.text).map(scan.textOf).join(' ') })),
  };
}

const numbersIn = (text: string): number[] => [...text.matchAll(/s(\d+)e/gi)].map((match) => Number(match[1]));

/** Longer tags, and more `<` that begin none, have no resume. */
const LONGEST_TAG = 2000;
const TAG_LINES = 8;
const MOST_LOOSE = 2000;
const SPECIAL = /[<`\\]/g;
const OPENS = /<\/?[a-z][\w:-]{0,40}(?=[\s/>]|$)|<!(?!--)|<\?/iy;

class Scan {
  html = '';
  private readonly texts: string[] = [];
  /** Numbers of texts, and tags. */
  private readonly parts: (number | string)[][] = [];
  /** What a comment or a style sheet, begun before, ends with. */
  private until: '-->' | '</style' | '</script' | undefined;
  private loose = 0;

  constructor(lines: readonly MarkdownLine[]) {
    let start = { line: 0, at: 0 };
    lines.forEach(({ text, fenced }, i) => {
      this.parts.push([]);
      if (fenced) this.add(i, text);
      else if (i >= start.line) start = this.line(lines, i, i === start.line ? start.at : 0);
      this.html += '\n';
    });
  }

  readonly textOf = (number: number): string => this.texts[number] ?? '';

  /** What looks like a tag in a text of it and is none (code, `List<String`) is written as HTML writes it, unless the line is `plain`. */
  lineOf(line: number, shown: ReadonlySet<number>, plain: boolean): string {
    const textOf = (number: number) => (plain ? this.textOf(number) : this.textOf(number).replace(/<(?=[a-z/!?])/gi, '&lt;'));
    const parts = this.parts[line] ?? [];
    return parts.map((part) => (typeof part === 'string' ? part : shown.has(part) ? textOf(part) : '')).join('');
  }

  private add(line: number, text: string): void {
    // What is no more than space shows nowhere, and parts words.
    if (!text.trim()) this.parts[line]?.push(text);
    else {
      this.parts[line]?.push(this.texts.length);
      this.html += ` s${this.texts.push(text) - 1}e `;
    }
  }

  /** Returns where to go on: further down where a tag goes over several lines. */
  private line(lines: readonly MarkdownLine[], i: number, from: number): { line: number; at: number } {
    const text = lines[i]?.text ?? '';
    let [at, begun] = [from, from];
    while (at < text.length) {
      if (this.until) {
        at = begun = this.skip(text, at, this.until);
        continue;
      }
      SPECIAL.lastIndex = at;
      const special = SPECIAL.exec(text);
      at = special?.index ?? text.length;
      if (special?.[0] !== '<') {
        if (special) at = special[0] === '`' ? codeEnd(text, at) : at + 2;
        continue;
      }
      const tag = text.startsWith('<!--', at) ? undefined : this.tagAt(lines, i, at);
      if (tag === undefined && !text.startsWith('<!--', at)) at++;
      else {
        this.add(i, text.slice(begun, at));
        if (!tag) {
          this.until = '-->';
          at = begun = at + 4;
        } else {
          this.tag(i, tag.text);
          if (tag.line > i) return { line: tag.line, at: tag.at };
          at = begun = tag.at;
        }
      }
    }
    this.add(i, text.slice(begun));
    return { line: i + 1, at: 0 };
  }

  private tag(line: number, text: string): void {
    this.html += text;
    const raw = /^<(style|script)[\s>]/i.exec(text)?.[1]?.toLowerCase();
    if (raw === 'style') this.until = '</style';
    else if (raw === 'script') this.until = '</script';
    // Its text is gone; so is what it was for.
    else if (!/^<\/(?:style|script)/i.test(text)) this.parts[line]?.push(text.replaceAll('\n', ' '));
  }

  /** The end of what is no text; of sheets the page is told. */
  private skip(text: string, at: number, until: string): number {
    const end = text.toLowerCase().indexOf(until, at);
    if (until !== '-->') this.html += text.slice(at, end < 0 ? text.length : end);
    if (end < 0) return text.length;
    this.until = undefined;
    return end + (until === '-->' ? until.length : 0);
  }

  private tagAt(
    lines: readonly MarkdownLine[],
    line: number,
    at: number,
  ): { text: string; line: number; at: number } | undefined {
    const first = lines[line]?.text ?? '';
    OPENS.lastIndex = at;
    if (this.loose > MOST_LOOSE || !OPENS.test(first)) return undefined;
    let text = '';
    for (let i = line; i < line + TAG_LINES && text.length < LONGEST_TAG; i++) {
      const next = lines[i];
      if (!next || next.fenced || (i > line && !next.text.trim())) break;
      const before = i === line ? at : 0;
      const whole = text + next.text.slice(before, before + LONGEST_TAG);
      const end = tagEnd(whole);
      if (end > 0) return { text: whole.slice(0, end), line: i, at: before + end - text.length };
      text = `${whole}\n`;
    }
    this.loose++;
    return undefined;
  }
}

/** Behind the `>` that no quotes hold; 0 where there is none. */
function tagEnd(text: string): number {
  let quote = '';
  for (let i = 1; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quote) quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(text.charAt(i - 1))) quote = sign;
    else if (sign === '>') return i + 1;
  }
  return 0;
}

/** Behind code in backticks; behind the first of them where they enclose nothing. */
function codeEnd(text: string, at: number): number {
  const marks = /`+/y;
  marks.lastIndex = at;
  const run = marks.exec(text)?.[0] ?? '`';
  const end = text.indexOf(run, at + run.length);
  return end < 0 || end - at > LONGEST_TAG ? at + run.length : end + run.length;
}
