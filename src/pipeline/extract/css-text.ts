/** The text of a style sheet → its rules in order, with nested rules, layers and conditions resolved. One pass (rule P6). */
import { containerHolds, mediaHolds, supportHolds } from './css-media.ts';
import { ReadFailure } from './read-failure.ts';

export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

export interface CssRule {
  /** A list of selectors, without `&`. */
  selector: string;
  /** Undefined outside of layers. */
  layer: string | undefined;
  declarations: Declaration[];
}

export interface CssText {
  rules: CssRule[];
  /** Names of layers in the order in which they come first. */
  layers: string[];
  /** What an animation ends with, by its name. */
  keyframes: Map<string, Declaration[]>;
}

/** More rules than any page of text needs; bounds the work. */
const MAX_RULES = 20_000;
const DEEPEST = 24;
/** Characters of all selectors: nested ones hold those around them. */
const MAX_SELECTORS = 4_000_000;

/** Adds what a sheet says. Throws `ReadFailure` (too_large): hidden text must not be read because there are many rules. */
export function readCss(css: string, into: CssText): void {
  new CssReader(withoutComments(css), into).read();
}

/** `a: b; c: d`; values in lower case, except in custom properties. */
export function readDeclarations(css: string): Declaration[] {
  const into: CssText = { rules: [], layers: [], keyframes: new Map() };
  new CssReader(`&{${withoutComments(css)}}`, into).read();
  return into.rules.flatMap((rule) => (rule.selector === '&' ? rule.declarations : []));
}

interface Around {
  selector?: string;
  layer?: string;
  /** A condition that does not hold, or a rule that styles nothing on the page. */
  off: boolean;
  /** Declarations found in it go here. */
  declarations: Declaration[];
  depth: number;
}

class CssReader {
  private readonly css: string;
  private readonly into: CssText;
  private at = 0;
  private selectors = 0;
  private unnamed = 0;

  constructor(css: string, into: CssText) {
    this.css = css;
    this.into = into;
  }

  read(): void {
    while (this.at < this.css.length) this.block({ off: false, declarations: [], depth: 0 });
  }

  /** Reads what stands in a block, and its closing bracket. */
  private block(around: Around): void {
    while (this.at < this.css.length) {
      const start = this.at;
      const end = this.stop();
      const prelude = this.css.slice(start, end).trim();
      this.at = end + 1;
      const mark = this.css[end];
      if (mark === '{') this.nested(prelude, around);
      else {
        if (prelude.startsWith('@')) this.statement(prelude, around);
        else if (prelude) addDeclaration(prelude, around.declarations);
        if (mark === '}') return;
      }
    }
  }

  /** Where the next `;`, `{` or `}` stands outside of strings and round brackets. */
  private stop(): number {
    let depth = 0;
    for (let i = this.at; i < this.css.length; i++) {
      const c = this.css[i];
      if (c === '\\') i++;
      else if (c === '"' || c === "'") i = endOfString(this.css, i);
      else if (c === '(' || c === '[') depth++;
      else if ((c === ')' || c === ']') && depth > 0) depth--;
      else if (c === '}' || (depth === 0 && (c === '{' || c === ';'))) return i;
    }
    return this.css.length;
  }

  private nested(prelude: string, around: Around): void {
    const depth = around.depth + 1;
    if (depth > DEEPEST) throw new ReadFailure('too_large');
    const next: Around = { ...around, depth };
    if (prelude.startsWith('@')) this.atRule(prelude, next);
    else {
      const selector = inside(around.selector, prelude);
      this.selectors += selector.length;
      if (this.into.rules.length >= MAX_RULES || this.selectors > MAX_SELECTORS) throw new ReadFailure('too_large');
      const rule: CssRule = { selector, layer: around.layer, declarations: [] };
      // Before what is nested in it, so that this comes later.
      if (!next.off) this.into.rules.push(rule);
      this.block({ ...next, selector, declarations: rule.declarations });
    }
  }

  private atRule(prelude: string, next: Around): void {
    const [, name = '', condition = ''] = /^@(?:-\w+-)?([\w-]+)\s*(.*)$/s.exec(prelude) ?? [];
    const rule = name.toLowerCase();
    if (rule === 'keyframes') this.keyframes(condition.trim().replace(/^["']|["']$/g, ''), next);
    else if (rule === 'layer') this.block({ ...next, layer: this.layer(next.layer, condition.trim()) });
    else if (rule === 'scope') this.block({ ...next, selector: `:is(${/^\(([^()]*)\)/.exec(condition)?.[1] ?? '*'})` });
    else this.block({ ...next, off: next.off || !holds(rule, condition) });
  }

  private statement(prelude: string, around: Around): void {
    const names = /^@layer\s+(.*)$/is.exec(prelude)?.[1];
    for (const name of names?.split(',', 100) ?? []) this.layer(around.layer, name.trim());
  }

  private layer(outer: string | undefined, name: string): string {
    const full = [outer, name || `(${this.unnamed++})`].filter(Boolean).join('.');
    if (!this.into.layers.includes(full) && this.into.layers.length < 200) this.into.layers.push(full);
    return full;
  }

  /** The last frame. */
  private keyframes(name: string, next: Around): void {
    const found: CssText = { rules: [], layers: [], keyframes: new Map() };
    const reader = new CssReader(this.css, found);
    reader.at = this.at;
    reader.block({ off: false, declarations: [], depth: next.depth });
    this.at = reader.at;
    const last = found.rules.filter((rule) => /(?:^|,)\s*(?:to|100%)\s*(?:,|$)/.test(rule.selector));
    if (!next.off)
      this.into.keyframes.set(
        name,
        last.flatMap((rule) => rule.declarations),
      );
  }
}

function holds(rule: string, condition: string): boolean {
  if (rule === 'media') return mediaHolds(condition);
  if (rule === 'supports') return supportHolds(condition);
  return rule === 'container' && containerHolds(condition);
}

/** A selector within another rule's: `&` is what that one matches; without it, what is in it. */
function inside(outer: string | undefined, selector: string): string {
  if (outer === undefined) return selector;
  const around = /^(?::is\([^()]*\)|[.#]?[\w-]+)$/.test(outer) ? outer : `:is(${outer})`;
  const parts = splitList(selector).map((part) => (part.includes('&') ? part.replaceAll('&', around) : `${around} ${part}`));
  return parts.join(',');
}

function splitList(selector: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < selector.length; i++) {
    if (selector[i] === '(') depth++;
    else if (selector[i] === ')') depth--;
    else if (selector[i] === ',' && depth === 0) {
      parts.push(selector.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, selector.slice(start)].map((part) => part.trim());
}

function addDeclaration(text: string, into: Declaration[]): void {
  const colon = text.indexOf(':');
  if (colon <= 0) return;
  const name = text.slice(0, colon).trim();
  const [value = '', mark] = text.slice(colon + 1, colon + 2000).split(/!\s*(?=important\s*$)/i);
  const custom = name.startsWith('--');
  into.push({
    property: custom ? name : name.toLowerCase(),
    value: custom ? value.trim() : value.trim().toLowerCase(),
    important: mark !== undefined,
  });
}

/** The index of the quote that ends the string; a line break ends it too. */
function endOfString(css: string, start: number): number {
  const quote = css[start];
  for (let i = start + 1; i < css.length; i++) {
    if (css[i] === '\\') i++;
    else if (css[i] === quote || css[i] === '\n') return i;
  }
  return css.length;
}

/** Comments, and the marks that hide sheets from the oldest browsers, as spaces; both may stand in strings. */
function withoutComments(css: string): string {
  const kept: string[] = [];
  let start = 0;
  for (let i = 0; i < css.length; i++) {
    const c = css[i];
    if (c === '\\') i++;
    else if (c === '"' || c === "'") i = endOfString(css, i);
    else if (c === '/' && css[i + 1] === '*') {
      const end = css.indexOf('*/', i + 2);
      kept.push(css.slice(start, i));
      start = end < 0 ? css.length : end + 2;
      i = start - 1;
    } else if ((c === '<' && css.startsWith('<!--', i)) || (c === '-' && css.startsWith('-->', i))) {
      kept.push(css.slice(start, i));
      start = i + (c === '<' ? 4 : 3);
      i = start - 1;
    }
  }
  return [...kept, css.slice(start)].join('');
}
