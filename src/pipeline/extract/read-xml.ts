/** XML of office files as events, with caps and without DTDs or entities (rule P3). */
import { SaxesParser } from 'saxes';
import { decodeText } from './decode-text.ts';
import { MAX_DEPTH } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';

export interface XmlElement {
  /** Name with the usual prefix of its namespace (`w:p`), whatever prefix the file uses. */
  name: string;
  /** Value of an attribute by its name with the usual prefix, or without one. */
  attribute(name: string): string | undefined;
}

interface XmlHandlers {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
}

/** Namespaces by the end of their names: transitional and strict OOXML differ in the front part only. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/wordprocessingShape$/, 'wps'],
  [/office\/word\/2010\/wordml$/, 'w14'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/package\/2006\/relationships$/, 'rel'],
  [/opendocument:xmlns:drawing:1\.0$/, 'draw'],
  [/opendocument:xmlns:([a-z]+):1\.0$/, ''],
  [/opendocument:xmlns:xsl-fo-compatible:1\.0$/, 'fo'],
  [/opendocument:xmlns:svg-compatible:1\.0$/, 'svg'],
  [/documentfoundation:names:experimental:office:xmlns:loext:1\.0$/, 'loext'],
  [/1999\/xlink$/, 'xlink'],
];

/** Errors of form are passed over (text goes on); more than this and the part is no XML. */
const MAX_ERRORS = 50;

/** Reads one XML part. Throws `ReadFailure`: unsupported (a DTD), damaged (no XML, too deep). */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true, fragment: false, position: false });
  const prefixes = new Map<string, string>();
  let depth = 0;
  let errors = 0;
  const nameOf = (uri: string, local: string) => {
    const prefix = prefixes.get(uri) ?? findPrefix(uri);
    prefixes.set(uri, prefix);
    return prefix ? `${prefix}:${local}` : local;
  };
  parser.on('doctype', () => {
    throw new ReadFailure('unsupported', {
      message: 'The file declares entities of its own (a DTD); such files are not opened.',
    });
  });
  parser.on('error', () => {
    if (++errors > MAX_ERRORS) throw new ReadFailure('damaged');
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw new ReadFailure('damaged');
    const attributes = new Map(Object.values(tag.attributes).map((a) => [nameOf(a.uri, a.local), a.value]));
    handlers.open({ name: nameOf(tag.uri, tag.local), attribute: (name) => attributes.get(name) });
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close(nameOf(tag.uri, tag.local));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.write(decodeText(bytes).text).close();
}

function findPrefix(uri: string): string {
  for (const [pattern, prefix] of PREFIXES) {
    const match = pattern.exec(uri);
    if (match) return prefix || (match[1] ?? '');
  }
  return '';
}
