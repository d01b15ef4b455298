/**
 * DOCX → document. Our own walk over `word/document.xml`: mammoth gives HTML without sizes, colours and `w:vanish`, which rule A1
 * needs, and unzips without caps (rule P2). Macros and external parts are never looked at (rule P3).
 */
import type { Document } from '../../domain/document.ts';
import { type Block, layOutBlocks } from './blocks.ts';
import { type DocxPart, readDocxPart } from './docx-body.ts';
import { readDocxStyles } from './docx-styles.ts';
import { type DocxSurvey, surveyDocxPart } from './docx-survey.ts';
import { readDocxTheme } from './docx-theme.ts';
import { FlowPage } from './flow-page.ts';
import { ReadFailure } from './read-failure.ts';
import { readXml } from './read-xml.ts';
import { readZipParts } from './read-zip.ts';
import { Backdrops } from './text-grounds.ts';

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
  const part = (type: string) => parts.get(byType(type)[0] ?? '');
  const theme = readDocxTheme(part('theme'), part('settings'));
  const styles = readDocxStyles(part('styles'), part('numbering'), theme);
  const survey = surveyDocxPart(xml);
  const behindBody = new Backdrops();
  const read = (paths: readonly string[], everyPage?: Backdrops) =>
    paths.flatMap((path) => {
      const found = parts.get(path);
      const own = { backdrops: new Backdrops(), ...(everyPage ? { everyPage } : {}) };
      return found
        ? readPart(parts, path, found, { ...own, styles, page: survey.page, tables: surveyDocxPart(found).tables })
        : [];
    });
  const { headers, footers } = shownEdges(survey, relations);
  const page = new FlowPage();
  const edges = { headers: read(headers, behindBody), footers: read(footers, behindBody) };
  const body = readPart(parts, main, xml, { styles, page: survey.page, tables: survey.tables, backdrops: behindBody });
  // A remark below the line at the foot of a page goes on with no section.
  const notes = [...read(byType('footnotes')), ...read(byType('endnotes'))];
  layOutBlocks([...edges.headers, ...body], page, [...notes, ...edges.footers]);
  return page.toDocument('docx');
}

function readPart(parts: Parts, path: string, xml: Uint8Array, around: Omit<DocxPart, 'xml' | 'links'>): Block[] {
  const links = new Map(
    [...readRelations(parts, path)].filter(([, { type }]) => type === 'hyperlink').map(([id, { target }]) => [id, target]),
  );
  return readDocxPart({ xml, links, ...around });
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
function shownEdges(
  { edges, titlePage }: DocxSurvey,
  relations: ReadonlyMap<string, Relationship>,
): { headers: string[]; footers: string[] } {
  const shown = edges
    .filter((edge) => edge.type === 'default' || (edge.type === 'first' && titlePage))
    .sort((a, b) => Number(b.type === 'first') - Number(a.type === 'first'));
  const paths = (header: boolean) => [
    ...new Set(shown.filter((edge) => edge.header === header).map((edge) => relations.get(edge.id)?.target ?? '')),
  ];
  return { headers: paths(true), footers: paths(false) };
}
