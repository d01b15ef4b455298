/** Which element of an XML feed is one posting: known names first, else the shape of the beginning of the feed. */

/** Local names, without `-`, `_` and case, that feeds use for one advertisement. */
const ITEM_NAMES = new Set(
  (
    'job item entry position vacancy vacature offer offre oferta stelle stellenangebot jobposting jobad jobadvert jobadvertisement joboffer ' +
    'advert advertisement ad listing posting opening requisition annonce anzeige record row joblisting offerta vaga praca ogloszenie ' +
    'joboffre emploi empleo jobopening vacancyitem jobitem'
  ).split(' '),
);
const TITLE_NAMES = new Set([
  'title',
  'jobtitle',
  'name',
  'positiontitle',
  'jobname',
  'titel',
  'stellentitel',
  'intitule',
  'titulo',
  'titolo',
  'tytul',
  'poste',
]);
const NEVER = new Set(['rss', 'channel', 'feed', 'source', 'rdf', 'html', 'company', 'employer', 'publisher', 'image', 'author']);
const MAX_TAGS = 4000;

export const localName = (name: string): string =>
  name
    .slice(name.indexOf(':') + 1)
    .replace(/[-_.]/g, '')
    .toLowerCase();

interface OpenElement {
  name: string;
  parts: Set<string>;
}

/**
 * Raw name of the element (as written, with its prefix) that holds one posting.
 * @param head the beginning of the text, at least one whole item of a sane feed
 * @returns undefined when no element looks like one
 */
export function findXmlItem(head: string): string | undefined {
  const stack: OpenElement[] = [];
  for (const tag of tagsOf(head)) {
    if (tag.closing) {
      const closed = stack.pop();
      // No known name so far: the first element that closes with a title and two more fields of its own is taken as the item.
      if (
        closed &&
        !NEVER.has(localName(closed.name)) &&
        closed.parts.size >= 3 &&
        [...closed.parts].some((p) => TITLE_NAMES.has(p))
      )
        return closed.name;
      continue;
    }
    const local = localName(tag.name);
    if (ITEM_NAMES.has(local)) return tag.name;
    stack.at(-1)?.parts.add(local);
    if (!tag.empty) stack.push({ name: tag.name, parts: new Set() });
  }
  return undefined;
}

function* tagsOf(text: string): Generator<{ name: string; closing: boolean; empty: boolean }> {
  let at = 0;
  for (let count = 0; count < MAX_TAGS; count++) {
    const start = text.indexOf('<', at);
    if (start < 0) return;
    const skipped = skipNonElement(text, start);
    if (skipped === 'more') return;
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const end = text.indexOf('>', start);
    if (end < 0) return;
    const name = tagNameAt(text, text[start + 1] === '/' ? start + 2 : start + 1);
    if (name) yield { name, closing: text[start + 1] === '/', empty: text[end - 1] === '/' };
    at = end + 1;
  }
}

/** Index after a comment, CDATA section, declaration or processing instruction at `start`; `more` when its end is not in the text. */
export function skipNonElement(text: string, start: number, searchFrom = 0): number | 'more' | undefined {
  const kind = text[start + 1];
  if (kind === undefined) return 'more';
  if (kind !== '!' && kind !== '?') return undefined;
  const close = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : kind === '?' ? '?>' : '>';
  if (kind === '!' && text.length - start < 9 && close === '>' && !text.includes('>', start)) return 'more';
  const end = text.indexOf(close, Math.max(start + 2, searchFrom));
  return end < 0 ? 'more' : end + close.length;
}

/** The name that starts at `at`, at most 100 characters; empty when there is none. */
export function tagNameAt(text: string, at: number): string {
  let end = at;
  while (end < at + 100 && end < text.length && !/[\s/>]/.test(text[end] ?? '>')) end++;
  return text.slice(at, end);
}
