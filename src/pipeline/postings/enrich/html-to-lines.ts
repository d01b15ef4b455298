/** Description of an advertisement (HTML, escaped HTML, plain text) → lines that still know what was a heading and what an item of a list. */
import { Parser } from 'htmlparser2';
import { type AdLine, textToLines, toLine } from './text-to-lines.ts';

const BLOCKS = new Set(
  'p div br ul ol tr table section article header footer h1 h2 h3 h4 h5 h6 blockquote dl dt dd hr pre tbody thead address main aside figure'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'svg', 'button', 'select', 'form']);
const BOLD = new Set(['b', 'strong']);
/** Cap on a description: what is longer is not read by anybody. */
const MAX_CHARS = 100_000;
const MAX_DEPTH = 200;

/** Lines in reading order, never empty ones. Scripts and hidden parts are left out (rule A1). */
export function htmlToLines(source: string): AdLine[] {
  const html = unescapeMarkup(source.slice(0, MAX_CHARS));
  const block = /<(?:p|br|li|div|ul|h[1-6]|table|tr)[\s/>]/i.test(html);
  if (!block) return textToLines(stripTags(html));
  const collector = new LineCollector();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => collector.open(name, attributes),
      onclosetag: (name) => collector.close(name),
      ontext: (text) => collector.text(text),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return collector.finish();
}

/** Escaped once or twice on its way through a feed: unescaped while it holds escaped tags and no real ones. */
function unescapeMarkup(source: string): string {
  let text = source;
  for (let round = 0; round < 3; round++) {
    if (
      !/&(?:amp;){0,2}lt;\/?(?:p|br|li|ul|ol|div|h[1-6]|strong|b|em|span|a|table)\b/i.test(text) ||
      /<(?:p|li|ul|div|h[1-6])[\s>]/i.test(text)
    )
      break;
    text = decodeEntities(text);
  }
  return text;
}

function decodeEntities(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.write(text.replace(/</g, '&lt;'));
  parser.end();
  return parts.join('');
}

function stripTags(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.write(html.replace(/<(?![a-z/!])/gi, '&lt;'));
  parser.end();
  return parts.join('');
}

class LineCollector {
  private readonly lines: AdLine[] = [];
  private parts: string[] = [];
  private boldChars = 0;
  private chars = 0;
  private bold = 0;
  private items = 0;
  private heading = 0;
  private skipped = 0;
  private depth = 0;

  open(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.skipped > 0 || SKIPPED.has(name) || isHidden(attributes) || this.depth > MAX_DEPTH) {
      this.skipped++;
      return;
    }
    if (name === 'li') {
      this.flush();
      this.items++;
    } else if (BLOCKS.has(name)) this.flush();
    else if (name === 'td' || name === 'th') this.parts.push(' ');
    if (BOLD.has(name)) this.bold++;
    if (/^h[1-6]$/.test(name)) this.heading++;
  }

  close(name: string): void {
    this.depth--;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (name === 'li' || BLOCKS.has(name)) this.flush();
    if (name === 'li') this.items = Math.max(0, this.items - 1);
    if (BOLD.has(name)) this.bold = Math.max(0, this.bold - 1);
    if (/^h[1-6]$/.test(name)) this.heading = Math.max(0, this.heading - 1);
  }

  text(text: string): void {
    if (this.skipped > 0) return;
    this.parts.push(text);
    const length = text.trim().length;
    this.chars += length;
    if (this.bold > 0) this.boldChars += length;
  }

  finish(): AdLine[] {
    this.flush();
    return this.lines;
  }

  private flush(): void {
    const text = this.parts.join('');
    const allBold = this.chars > 0 && this.boldChars >= this.chars - 1;
    this.lines.push(...toLine(text, { item: this.items > 0, heading: this.heading > 0, bold: allBold }));
    this.parts = [];
    this.chars = 0;
    this.boldChars = 0;
  }
}

const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?![.\d])/i.test(attributes.style ?? '');
