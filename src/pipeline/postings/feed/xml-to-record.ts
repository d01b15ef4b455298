/** XML tree of an item → a plain record, so that XML and JSON feeds share one mapping. */
import { localName } from './find-xml-item.ts';
import { isMarkup, type XmlNode } from './parse-xml-item.ts';

export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue };
export type FeedRecord = { [key: string]: FieldValue };

/** Fields of a node; a repeated name gives a list. Attributes are fields too, unless an element has the name. */
export function xmlToRecord(node: XmlNode): FeedRecord {
  const record: FeedRecord = {};
  for (const child of node.content) {
    if (typeof child === 'string') continue;
    const key = localName(child.name);
    const value = fieldOf(child);
    const known = record[key];
    if (known === undefined) record[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else record[key] = [known, value];
  }
  for (const [name, value] of Object.entries(node.attributes)) record[localName(name)] ??= value;
  return record;
}

function fieldOf(node: XmlNode): FieldValue {
  const children = node.content.filter((c) => typeof c !== 'string');
  if (children.length === 0) return leafOf(node);
  if (children.every((child) => isMarkup(child.name))) return innerMarkup(node);
  const record = xmlToRecord(node);
  const text = ownText(node);
  if (text) record.text ??= text;
  return record;
}

function leafOf(node: XmlNode): FieldValue {
  const text = ownText(node);
  if (text !== '') return text;
  // Atom writes `<link href="…"/>` and `<category term="…"/>`.
  return node.attributes.href ?? node.attributes.term ?? node.attributes.label ?? node.attributes.value ?? '';
}

/** Text of the node itself. Some exporters write the brackets of a CDATA section as text (`![CDATA[100]]`). */
function ownText(node: XmlNode): string {
  const text = node.content
    .filter((c) => typeof c === 'string')
    .join('')
    .trim();
  const quoted = /^!\[CDATA\[([\s\S]*)\]\]$/.exec(text);
  return quoted?.[1]?.trim() ?? text;
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function innerMarkup(node: XmlNode): string {
  return node.content
    .map((c) => {
      if (typeof c === 'string') return escapeText(c);
      const name = c.name.toLowerCase();
      return c.content.length === 0 ? `<${name}/>` : `<${name}>${innerMarkup(c)}</${name}>`;
    })
    .join('')
    .trim();
}
