/** One item of an XML feed → a tree. saxes first; when the item is not well formed, htmlparser2, which mends what can be mended. */
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { FeedFailure } from './feed-failure.ts';
import type { FeedLimits } from './feed-limits.ts';

/** Elements of HTML: a field that holds them is a text with markup, not a structure. */
const MARKUP = new Set(
  'p br ul ol li div span strong b em i u h1 h2 h3 h4 h5 h6 a table tr td th tbody hr font section article'.split(' '),
);
export const isMarkup = (name: string): boolean => MARKUP.has(name.toLowerCase());

export interface XmlNode {
  /** As written, with its prefix. */
  name: string;
  attributes: Record<string, string>;
  content: (string | XmlNode)[];
}

/** Not errors of structure: text keeps what is there, and `&nbsp;` is decoded with the HTML of the description. */
const HARMLESS =
  /undefined entity|disallowed character in entity|malformed character entity|empty entity name|disallowed character\.|disallowed in char data|duplicate attribute|unbound namespace/;

/**
 * @returns the tree, and whether it had to be mended
 * @throws FeedFailure `malformed`, or `too_large` for depth and field size
 */
export function parseXmlItem(source: string, limits: FeedLimits): { node: XmlNode; mended: boolean } {
  const strict = new TreeBuilder(limits);
  const problem = parseStrictly(source, strict);
  if (problem === undefined && strict.root) return { node: strict.root, mended: false };
  const forgiving = new TreeBuilder(limits);
  parseForgivingly(source, forgiving);
  if (!forgiving.root) throw new FeedFailure('malformed', problem ?? 'no element');
  return { node: hoist(forgiving.root), mended: true };
}

/** A field that was never closed has swallowed the fields behind it: text and elements, which fields do not mix (markup apart), part again. */
function hoist(node: XmlNode): XmlNode {
  const content = node.content.flatMap((child): (string | XmlNode)[] => {
    if (typeof child === 'string') return [child];
    const inner = hoist(child);
    const elements = inner.content.filter((c) => typeof c !== 'string');
    const texts = inner.content.filter((c) => typeof c === 'string');
    const swallowed = texts.join('').trim() !== '' && elements.some((element) => !isMarkup(element.name));
    return swallowed ? [{ ...inner, content: texts }, ...elements] : [inner];
  });
  return { ...node, content };
}

/** Message of the first error of structure. */
function parseStrictly(source: string, tree: TreeBuilder): string | undefined {
  let problem: string | undefined;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) problem ??= error.message;
  });
  parser.on('opentag', (tag) => {
    if (problem === undefined) tree.open(tag.name, tag.attributes);
  });
  parser.on('closetag', () => {
    if (problem === undefined) tree.close();
  });
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  parser.write(source).close();
  return problem;
}

function parseForgivingly(source: string, tree: TreeBuilder): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.open(name, attributes),
      onclosetag: () => tree.close(),
      ontext: (text) => tree.text(text),
    },
    // Entities stay as they are: a DTD was refused before, and the HTML reader decodes the rest.
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.write(source);
  parser.end();
}

/** Collects events into a tree; the caps are checked here because deep nesting is quadratic inside both parsers. */
class TreeBuilder {
  root: XmlNode | undefined;
  private readonly stack: { node: XmlNode; chars: number }[] = [];
  private readonly limits: FeedLimits;

  constructor(limits: FeedLimits) {
    this.limits = limits;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.stack.length >= this.limits.depth)
      throw new FeedFailure('too_large', `an item is nested deeper than ${this.limits.depth} elements`);
    const node: XmlNode = { name, attributes, content: [] };
    const parent = this.stack.at(-1);
    if (parent) parent.node.content.push(node);
    else this.root ??= node;
    this.stack.push({ node, chars: 0 });
  }

  close(): void {
    this.stack.pop();
  }

  text(text: string): void {
    const open = this.stack.at(-1);
    if (!open || text === '') return;
    open.chars += text.length;
    if (open.chars > this.limits.fieldChars)
      throw new FeedFailure('too_large', `the field <${open.node.name}> is longer than ${this.limits.fieldChars} characters`);
    open.node.content.push(text);
  }
}
