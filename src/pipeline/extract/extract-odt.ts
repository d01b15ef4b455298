/** ODT → document. Our own walk over `content.xml` and `styles.xml`, read with caps (rule P2). */
import type { Document } from '../../domain/document.ts';
import { layOutBlocks } from './blocks.ts';
import { FlowPage } from './flow-page.ts';
import { OdtBody } from './odt-body.ts';
import { OdtStyles } from './odt-styles.ts';
import { ReadFailure } from './read-failure.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { readZipParts } from './read-zip.ts';

/** Throws `ReadFailure`: damaged, encrypted, too_large, unsupported (a DTD). */
export async function extractOdt(bytes: Uint8Array): Promise<Document> {
  const parts = await readZipParts(bytes, (path) => ['content.xml', 'styles.xml', 'META-INF/manifest.xml'].includes(path));
  const [content, common, manifest] = [parts.get('content.xml'), parts.get('styles.xml'), parts.get('META-INF/manifest.xml')];
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw new ReadFailure('encrypted');
  if (!content) throw new ReadFailure('damaged');
  const styles = new OdtStyles();
  for (const xml of [common, content])
    if (xml) readXml(xml, { open: (e) => styles.open(e), close: (name) => styles.close(name), text() {} });
  const page = new FlowPage();
  const edges = common ? readEdges(common, styles) : { header: new OdtBody(styles), footer: new OdtBody(styles) };
  const body = new OdtBody(styles);
  readXml(content, { open: (e) => body.open(e), close: (name) => body.close(name), text: (text) => body.text(text) });
  layOutBlocks([...edges.header.blocks, ...body.blocks], page, [...body.notes, ...edges.footer.blocks]);
  return page.toDocument('odt');
}

/** Headers and footers stand in the master pages; those of the first one are shown. */
function readEdges(xml: Uint8Array, styles: OdtStyles): { header: OdtBody; footer: OdtBody } {
  const edges = { header: new OdtBody(styles), footer: new OdtBody(styles) };
  let masters = 0;
  let open: OdtBody | undefined;
  const shown = (element: XmlElement) => masters === 1 && element.attribute('style:display') !== 'false';
  readXml(xml, {
    open(element) {
      if (element.name === 'style:master-page') masters++;
      else if (element.name === 'style:header' && shown(element)) open = edges.header;
      else if (element.name === 'style:footer' && shown(element)) open = edges.footer;
      else open?.open(element);
    },
    close(name) {
      if (name === 'style:header' || name === 'style:footer') open = undefined;
      else open?.close(name);
    },
    text(text) {
      open?.text(text);
    },
  });
  return edges;
}
