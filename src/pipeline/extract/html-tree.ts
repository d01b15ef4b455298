/** HTML as a tree of elements, with those that a browser adds; no scripts run, nothing is fetched. */
import { Parser } from 'htmlparser2';
import { MAX_DEPTH } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';

export interface HtmlElement {
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  parent: HtmlElement | undefined;
  previous: HtmlElement | undefined;
  next: HtmlElement | undefined;
  /** Its number among the elements of its parent, from 1. */
  index: number;
  children: (HtmlElement | string)[];
  /** How many of its children are elements, and the last of them. */
  elements: number;
  last: HtmlElement | undefined;
}

export interface HtmlTree {
  root: HtmlElement;
  /** Texts of `<style>` in order, where their `media` attribute lets them count. */
  sheets: { css: string; media: string }[];
  /** No doctype: browsers then match classes and ids in any case. */
  quirks: boolean;
}

/** Elements of a page; the longest resumes have ten thousand. Bounds the memory. */
const MAX_ELEMENTS = 300_000;
/** Characters of all sheets. */
const MAX_CSS = 3_000_000;
/** What stands in the head where no body has begun. */
const HEAD: ReadonlySet<string> = new Set(['head', 'meta', 'title', 'link', 'style', 'script', 'base', 'noscript', 'template']);

/** Throws `ReadFailure`: damaged (nested without end), too_large. */
export function readHtmlTree(html: string): HtmlTree {
  const builder = new TreeBuilder();
  const parser = new Parser(
    {
      onprocessinginstruction: (name) => builder.instruction(name),
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return builder.result();
}

class TreeBuilder {
  private readonly root: HtmlElement = newElement('html', {}, undefined);
  private readonly sheets: { css: string; media: string }[] = [];
  private body: HtmlElement | undefined;
  private current = this.root;
  private depth = 0;
  private count = 0;
  private css = 0;
  private quirks = true;

  instruction(name: string): void {
    if (name.toLowerCase() === '!doctype') this.quirks = false;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (++this.depth > MAX_DEPTH) throw new ReadFailure('damaged');
    if (name === 'html') this.root.attributes = { ...attributes, ...this.root.attributes };
    else if (name === 'body' && this.body) this.reopenBody(this.body, attributes);
    else {
      if (this.current === this.root && name !== 'body' && !HEAD.has(name)) this.openBody();
      if (name === 'tr' && this.current.name === 'table') this.push('tbody', {});
      this.push(name, attributes);
    }
  }

  text(text: string): void {
    if (this.current === this.root) {
      if (!text.trim()) return;
      this.openBody();
    }
    if (this.current.name === 'style') {
      this.css += text.length;
      if (this.css > MAX_CSS) throw new ReadFailure('too_large');
    }
    this.current.children.push(text);
  }

  close(name: string): void {
    this.depth--;
    if (name === 'html' || (name === 'body' && this.current.name !== 'body')) return;
    let closing: HtmlElement | undefined = this.current;
    while (closing && closing.name !== name && IMPLIED.has(closing.name)) closing = closing.parent;
    if (closing?.name !== name || !closing.parent) return;
    if (name === 'style') this.sheets.push({ css: closing.children.join(''), media: closing.attributes.media ?? '' });
    this.current = closing.parent;
  }

  result(): HtmlTree {
    return { root: this.root, sheets: this.sheets, quirks: this.quirks };
  }

  private reopenBody(body: HtmlElement, attributes: Record<string, string>): void {
    body.attributes = { ...attributes, ...body.attributes };
    if (this.current === this.root) this.current = body;
  }

  private openBody(): void {
    if (this.body) this.current = this.body;
    else this.push('body', {});
  }

  private push(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.count > MAX_ELEMENTS) throw new ReadFailure('too_large');
    const parent = this.current;
    const element = newElement(name, attributes, parent);
    element.previous = parent.last;
    if (parent.last) parent.last.next = element;
    parent.last = element;
    element.index = ++parent.elements;
    parent.children.push(element);
    if (name === 'body') this.body ??= element;
    this.current = element;
  }
}

/** Elements that a browser adds, and that the page does not close. */
const IMPLIED: ReadonlySet<string> = new Set(['tbody', 'body']);

function newElement(name: string, attributes: Readonly<Record<string, string>>, parent: HtmlElement | undefined): HtmlElement {
  return { name, attributes, parent, previous: undefined, next: undefined, index: 1, children: [], elements: 0, last: undefined };
}
