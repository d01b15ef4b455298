/**
 * DOCX → document. Our own walk over `word/document.xml`: mammoth gives HTML without sizes, colours and `w:vanish`, which rule A1
 * needs, and unzips without caps (rule P2). Macros and external parts are never looked at (rule P3).
 */
import type { Document } from '../../domain/document.ts';
import { type Block, layOutBlocks } from './blocks.ts';
import { readDocxPart } from './docx-body.ts';
import { type DocxStyles, readDocxStyles } from './docx-styles.ts';
import { FlowPage } from './flow-page.ts';
import { ReadFailure } from './read-failure.ts';
import { readXml } from './read-xml.ts';
import { readZipParts } from './read-zip.ts';

type Parts = ReadonlyMap<string, Uint8Array>;
interface Relationship {
  type: string;
  target: string;
}

/** Throws `ReadFailure`: damaged, encrypted, too_large, unsupported (a DTD). */
export async function extractDocx(bytes: Uint8Array): Promise<Document> {
  const parts = await readZipParts(bytes, (path) => /^(?:_rels\/\.rels|word\/.*\.(?:xml|rels))$/i.test(path));
  const main = mainPart(parts);
  const xml = parts.get(main);
  if (!xml) throw new ReadFailure('damaged');
  const relations = readRelations(parts, main);
  const byType = (type: string) =>
    [...relations.values()].filter((relation) => relation.type === type).map((relation) => relation.target);
  const styles = readDocxStyles(parts.get(byType('styles')[0] ?? ''), parts.get(byType('numbering')[0] ?? ''));
  const read = (paths: readonly string[]) => paths.flatMap((path) => readPart(parts, path, styles));
  const { headers, footers } = shownEdges(xml, relations);
  const page = new FlowPage();
  layOutBlocks(
    [
      ...read(headers),
      ...readPart(parts, main, styles),
      ...read(byType('footnotes')),
      ...read(byType('endnotes')),
      ...read(footers),
    ],
    page,
  );
  return page.toDocument('docx');
}

function readPart(parts: Parts, path: string, styles: DocxStyles): Block[] {
  const xml = parts.get(path);
  if (!xml) return [];
  const links = new Map(
    [...readRelations(parts, path)].filter(([, { type }]) => type === 'hyperlink').map(([id, { target }]) => [id, target]),
  );
  return readDocxPart({ xml, styles, links });
}

function mainPart(parts: Parts): string {
  const root = readRelationsOf(parts.get('_rels/.rels'), '');
  return [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'word/document.xml';
}

function readRelations(parts: Parts, path: string): Map<string, Relationship> {
  const cut = path.lastIndexOf('/') + 1;
  return readRelationsOf(parts.get(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`), path.slice(0, cut));
}

/** Targets inside the file become paths in it; outside ones (links) stay as they are. */
function readRelationsOf(xml: Uint8Array | undefined, folder: string): Map<string, Relationship> {
  const relations = new Map<string, Relationship>();
  if (!xml) return relations;
  readXml(xml, {
    open(element) {
      if (element.name !== 'rel:Relationship') return;
      const type = element.attribute('Type')?.split('/').at(-1) ?? '';
      const target = element.attribute('Target') ?? '';
      const outside = element.attribute('TargetMode') === 'External';
      relations.set(element.attribute('Id') ?? '', { type, target: outside ? target : inPackage(folder, target) });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Empty for a target that leads nowhere: a broken link of a template must not make the text unreadable. */
function inPackage(folder: string, target: string): string {
  return URL.parse(target, `file:///${folder}`)?.pathname.slice(1) ?? '';
}

/** Headers and footers that a page really shows: those of the first page count only where the section says so. */
function shownEdges(xml: Uint8Array, relations: ReadonlyMap<string, Relationship>): { headers: string[]; footers: string[] } {
  const edges: { id: string; type: string; header: boolean }[] = [];
  let titlePage = false;
  readXml(xml, {
    open(element) {
      const header = element.name === 'w:headerReference';
      if (header || element.name === 'w:footerReference')
        edges.push({ id: element.attribute('r:id') ?? '', type: element.attribute('w:type') ?? 'default', header });
      else if (element.name === 'w:titlePg')
        titlePage = element.attribute('w:val') !== '0' && element.attribute('w:val') !== 'false';
    },
    close() {},
    text() {},
  });
  const shown = edges
    .filter((edge) => edge.type === 'default' || (edge.type === 'first' && titlePage))
    .sort((a, b) => Number(b.type === 'first') - Number(a.type === 'first'));
  const paths = (header: boolean) => [
    ...new Set(shown.filter((edge) => edge.header === header).map((edge) => relations.get(edge.id)?.target ?? '')),
  ];
  return { headers: paths(true), footers: paths(false) };
}
