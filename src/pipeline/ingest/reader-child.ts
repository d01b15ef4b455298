/** Script of the child that opens files: extraction and parsing happen here, away from the service's process (rules P1, S2). */
import type { FileFormat } from '../../domain/document.ts';
import type { Resume } from '../../domain/resume.ts';
import type { VisibleLine } from '../../domain/visible-line.ts';
import { createTaxonomy } from '../enrich/create-taxonomy.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { bytesOf, serveChild } from '../extract/serve-child.ts';
import { type UnpackedZip, unpackZip } from '../extract/unpack-zip.ts';
import { parseResume } from '../parse/parse-resume.ts';
import { visibleLines } from '../parse/visible-lines.ts';
import { documentText } from './document-text.ts';

export interface ReadRequest {
  kind: 'read';
  bytes: Uint8Array;
  name: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
}
export interface ReadAnswer {
  ok: true;
  format: FileFormat;
  resume: Resume;
}
export interface UnpackRequest {
  kind: 'unpack';
  bytes: Uint8Array;
}
export interface UnpackAnswer extends UnpackedZip {
  ok: true;
}

export interface TextRequest {
  kind: 'text';
  bytes: Uint8Array;
  name: string;
}
export interface TextAnswer {
  ok: true;
  text: string;
}

export interface LinesRequest {
  kind: 'lines';
  bytes: Uint8Array;
  name: string;
}
export interface LinesAnswer {
  ok: true;
  lines: VisibleLine[];
}

const taxonomy = createTaxonomy();

serveChild({
  async read(message): Promise<ReadAnswer> {
    const name = String(message.name ?? '');
    const document = await extractDocument(bytesOf(message), name);
    return {
      ok: true,
      format: document.format,
      resume: parseResume(document, { asOf: String(message.asOf), taxonomy, fileName: name }),
    };
  },
  async text(message): Promise<TextAnswer> {
    return { ok: true, text: documentText(await extractDocument(bytesOf(message), String(message.name ?? ''))) };
  },
  async lines(message): Promise<LinesAnswer> {
    return { ok: true, lines: visibleLines(await extractDocument(bytesOf(message), String(message.name ?? '')), taxonomy) };
  },
  async unpack(message): Promise<UnpackAnswer> {
    return { ok: true, ...(await unpackZip(bytesOf(message))) };
  },
});
