/** What a child that opens files does: extraction and parsing happen here, away from the service's process (rules P1, S2). */
import { FILE_FORMATS, type FileFormat } from '../../domain/document.ts';
import type { Resume } from '../../domain/resume.ts';
import type { VisibleLine } from '../../domain/visible-line.ts';
import { createTaxonomy } from '../enrich/create-taxonomy.ts';
import { extractDocument, NeedsRecognition, type Recogniser } from '../extract/extract-document.ts';
import type { FormatHints } from '../extract/file-format.ts';
import { inflateAtOnce } from '../extract/inflate-at-once.ts';
import { failureOf, ReadFailure } from '../extract/read-failure.ts';
import { bytesOf, type ChildHandler, serveChild } from '../extract/serve-child.ts';
import { type PageOfZip, unpackZip, type ZipPage } from '../extract/unpack-zip.ts';
import { parseResume } from '../parse/parse-resume.ts';
import { countPeople } from '../parse/several-people.ts';
import { visibleLines } from '../parse/visible-lines.ts';
import type { FileReading } from '../postings/post-file.ts';
import { documentText } from './document-text.ts';

export interface ReadRequest {
  kind: 'read';
  bytes: Uint8Array;
  name: string;
  /** As what these bytes were read before: goes before the name. */
  format?: FileFormat;
  /** `YYYY-MM-DD`. */
  asOf: string;
}
/** The text is in pictures: ask the child that recognises it. */
export interface NeedsRecognitionAnswer {
  ok: 'needs-recognition';
}
export interface ReadAnswer {
  ok: true;
  format: FileFormat;
  resume: Resume;
}
export interface UnpackRequest {
  kind: 'unpack';
  bytes: Uint8Array;
  page: PageOfZip;
}
export interface UnpackAnswer extends ZipPage {
  ok: true;
}

export interface AdRequest {
  kind: 'ad';
  bytes: Uint8Array;
  name: string;
}
export interface AdAnswer {
  ok: true;
  reading: FileReading;
}

export interface LinesRequest {
  kind: 'lines';
  bytes: Uint8Array;
  format?: FileFormat;
}
export interface LinesAnswer {
  ok: true;
  lines: VisibleLine[];
}

/** Serves the parent. With a `recogniser` it reads pictures, too; without, it answers that they need one. */
export function serveReader(recogniser?: Recogniser): void {
  inflateAtOnce();
  const taxonomy = createTaxonomy({ remembers: true });
  const handlers: Readonly<Record<string, ChildHandler>> = {
    read: (message): Promise<ReadAnswer | NeedsRecognitionAnswer> =>
      unlessInPictures(async () => {
        const document = await extractDocument(bytesOf(message), hintsOf(message), recogniser);
        const people = countPeople(document, taxonomy);
        if (people > 1) throw failureOf(severalPeople(people), document.format);
        const resume = parseResume(document, { asOf: String(message.asOf), taxonomy });
        return { ok: true, format: document.format, resume };
      }),
    ad: (message): Promise<AdAnswer | NeedsRecognitionAnswer> =>
      unlessInPictures(async () => {
        // Few files are ads: a child that reads resumes does not load this.
        const { readAdFile } = await import('../postings/post-file.ts');
        const file = { bytes: bytesOf(message), name: String(message.name ?? '') };
        const textOf = async (bytes: Uint8Array, name: string) =>
          documentText(await extractDocument(bytes, { name }, recogniser));
        return { ok: true, reading: await readAdFile(file, taxonomy, textOf) };
      }),
    lines: (message): Promise<LinesAnswer | NeedsRecognitionAnswer> =>
      unlessInPictures(async () => {
        const document = await extractDocument(bytesOf(message), hintsOf(message), recogniser);
        return { ok: true, lines: visibleLines(document, taxonomy) };
      }),
    async unpack(message): Promise<UnpackAnswer> {
      return { ok: true, ...(await unpackZip(bytesOf(message), pageOf(message.page))) };
    },
  };
  serveChild(handlers, () => recogniser?.isSpent() ?? false);
}

function hintsOf({ name, format }: Readonly<Record<string, unknown>>): FormatHints {
  return { name: String(name ?? ''), format: FILE_FORMATS.find((one) => one === format) };
}

function pageOf(page: unknown): PageOfZip {
  if (typeof page !== 'object' || page === null || !('from' in page) || !('count' in page)) throw new Error('no page of a zip');
  return { from: Number(page.from), count: Number(page.count) };
}

/** Reported, not split (decision 0031): whose corrections, access and erasure a file is must not depend on a guess where one person ends. */
const severalPeople = (people: number): ReadFailure =>
  new ReadFailure('unsupported', {
    message: `The file holds the resumes of ${people} people.`,
    fix: 'Send each as a file of its own, or all of them in one zip.',
  });

async function unlessInPictures<T>(read: () => Promise<T>): Promise<T | NeedsRecognitionAnswer> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NeedsRecognition) return { ok: 'needs-recognition' };
    throw error;
  }
}
