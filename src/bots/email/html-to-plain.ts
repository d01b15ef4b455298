/** The words of an HTML mail as plain text: what a reader sees, with quotations marked by `> ` as in text mails. */
import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** A blank line around these. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table'.split(' '));
const SKIPPED = new Set('head script style title noscript template svg object'.split(' '));
/** Void elements never close, so they must not open a hidden stretch. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Rule A1: what a reader does not see is not what the person wrote. Preheaders of newsletters are hidden this way too. */
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|max-height\s*:\s*0|mso-hide\s*:\s*all)/i;
/** Beyond this nobody wrote it by hand, and the parser's own stack becomes slow (quadratic in depth). */
const DEEPEST = 500;
const LONGEST_HTML = 2_000_000;
const CHUNK = 16 * 1024;

/** Text of an HTML part. Never throws; scripts, hidden elements and pictures leave nothing; links keep their address. */
export function htmlToPlain(html: string): string {
  const page = new PlainPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  );
  const source = html.slice(0, LONGEST_HTML);
  for (let at = 0; at < source.length && page.depth < DEEPEST; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.end();
  return page.toText();
}

/** A line in pieces: asking a growing string how it ends would copy it each time (a megabyte of `<` took six minutes). */
interface Line {
  quotes: number;
  pieces: string[];
}

class PlainPage {
  depth = 0;
  private current: Line = { quotes: 0, pieces: [] };
  private readonly lines: Line[] = [this.current];
  private quotes = 0;
  private preformatted = 0;
  /** Depth at which the hidden stretch began. */
  private hiddenFrom: number | undefined;
  /** The link being read; links do not nest. */
  private link: { href: string; line: Line; from: number } | undefined;

  open(name: string, attributes: Record<string, string>): void {
    if (VOID.has(name)) {
      if (this.hiddenFrom === undefined && (name === 'br' || name === 'hr')) this.newLine();
      return;
    }
    this.depth++;
    if (this.hiddenFrom !== undefined) return;
    if (SKIPPED.has(name) || attributes.hidden !== undefined || HIDDEN_STYLE.test((attributes.style ?? '').slice(0, 2000))) {
      this.hiddenFrom = this.depth;
      return;
    }
    this.openVisible(name, attributes);
  }

  private openVisible(name: string, attributes: Record<string, string>): void {
    if (BLOCKS.has(name)) this.endLine();
    if (PARAGRAPHS.has(name) && !this.followsBlank()) this.newLine();
    if (name === 'blockquote') this.setQuotes(1);
    if (name === 'pre') this.preformatted++;
    if (name === 'li') this.append('- ');
    if ((name === 'td' || name === 'th') && this.current.pieces.length > 0) this.append('  ');
    if (name === 'a') this.link = { href: attributes.href ?? '', line: this.current, from: this.current.pieces.length };
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    const wasHidden = this.hiddenFrom;
    if (wasHidden !== undefined && this.depth <= wasHidden) this.hiddenFrom = undefined;
    this.depth = Math.max(0, this.depth - 1);
    if (wasHidden !== undefined) return;
    if (name === 'a') this.closeLink();
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (BLOCKS.has(name)) this.endLine();
    if (name === 'blockquote') this.setQuotes(-1);
    if (PARAGRAPHS.has(name) && !this.followsBlank()) this.newLine();
  }

  text(text: string): void {
    if (this.hiddenFrom !== undefined) return;
    if (this.preformatted > 0) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) this.newLine();
        this.append(line);
      }
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    const before = this.current.pieces.at(-1);
    this.append(before === undefined || before.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed);
  }

  toText(): string {
    const lines = this.lines.map(
      ({ quotes, pieces }) => `${'> '.repeat(Math.min(quotes, 5))}${pieces.join('').replaceAll('\u00a0', ' ').trimEnd()}`,
    );
    return lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  /** The address of a link is often the only place where a profile is named. */
  private closeLink(): void {
    const link = this.link;
    this.link = undefined;
    if (link === undefined || !/^https?:\/\//i.test(link.href)) return;
    const label = link.line === this.current ? link.line.pieces.slice(link.from).join('') : '';
    const bare = link.href.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
    if (label.trim() !== '' && !label.includes(bare)) this.append(` (${link.href})`);
  }

  private append(text: string): void {
    if (text !== '') this.current.pieces.push(text);
  }

  private newLine(): void {
    this.current = { quotes: this.quotes, pieces: [] };
    this.lines.push(this.current);
  }

  private endLine(): void {
    if (this.current.pieces.length > 0) this.newLine();
  }

  private followsBlank(): boolean {
    return this.current.pieces.length === 0 && (this.lines.length < 2 || this.lines.at(-2)?.pieces.length === 0);
  }

  private setQuotes(by: number): void {
    this.quotes = Math.max(0, this.quotes + by);
    this.current.quotes = this.quotes;
  }
}
