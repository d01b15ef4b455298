/** Script of the child that opens files: extraction and parsing happen here, away from the service's process (rules P1, S2). */
import type { FileFormat } from '../../domain/document.ts';
import type { Resume } from '../../domain/resume.ts';
import { createTaxonomy } from '../enrich/create-taxonomy.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { ReadFailure } from '../extract/read-failure.ts';
import { bytesOf, serveChild } from '../extract/serve-child.ts';
import { type UnpackedZip, unpackZip } from '../extract/unpack-zip.ts';
import { parseResume } from '../parse/parse-resume.ts';
import { countPeople } from '../parse/several-people.ts';
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

const taxonomy = createTaxonomy();

/** Reported, not split (decision 0031): whose corrections, access and erasure a file is must not depend on a guess where one person ends. */
const severalPeople = (people: number): ReadFailure =>
  new ReadFailure('unsupported', {
    message: `The file holds the resumes of ${people} people.`,
    fix: 'Send each as a file of its own, or all of them in one zip.',
  });

serveChild({
  async read(message): Promise<ReadAnswer> {
    const name = String(message.name ?? '');
    const document = await extractDocument(bytesOf(message), name);
    const people = countPeople(document, taxonomy);
    if (people > 1) throw severalPeople(people);
    return {
      ok: true,
      format: document.format,
      resume: parseResume(document, { asOf: String(message.asOf), taxonomy, fileName: name }),
    };
  },
  async text(message): Promise<TextAnswer> {
    return { ok: true, text: documentText(await extractDocument(bytesOf(message), String(message.name ?? ''))) };
  },
  async unpack(message): Promise<UnpackAnswer> {
    return { ok: true, ...(await unpackZip(bytesOf(message))) };
  },
});
