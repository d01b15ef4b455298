/**
 * A file with a job ad → what a feed would have said of it: JSON and pages as feeds are read, anything else as the text it shows. It
 * decodes what strangers send, so it runs in a child that opens files (rule P1), never in the service.
 */
import type { FileFormat } from '../../domain/document.ts';
import type { RawPosting } from '../../domain/posting.ts';
import type { ReadError } from '../../domain/read-error.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { decodeText } from '../extract/decode-text.ts';
import { sniffFormat } from '../extract/file-format.ts';
import { htmlToLines } from './enrich/html-to-lines.ts';
import { type AdProblem, readAd } from './post-read-ad.ts';
import { readPostings } from './read-postings.ts';

export interface AdFile {
  name: string;
  bytes: Uint8Array;
}
/** The text that a PDF or an office file shows; throws what extraction throws. */
export type TextOf = (bytes: Uint8Array, name: string) => Promise<string>;

export type FileReading =
  | { raw: RawPosting }
  | { problem: AdProblem }
  | { error: ReadError }
  /** A feed is imported, not posted. */
  | { jobs: number };

const IN_TEXT: ReadonlySet<FileFormat> = new Set(['txt', 'md', 'unknown']);
const OPENED: ReadonlySet<FileFormat> = new Set(['pdf', 'docx', 'doc', 'odt', 'rtf']);
const LONGEST_TEXT = 4_000_000;

export async function readAdFile(file: AdFile, taxonomy: Taxonomy, textOf: TextOf): Promise<FileReading> {
  const format = sniffFormat(file.bytes, { name: file.name });
  if (OPENED.has(format)) return readAd(await textOf(file.bytes, file.name), taxonomy);
  const looksLikeText = IN_TEXT.has(format) && file.bytes.length <= LONGEST_TEXT && !file.bytes.subarray(0, 4096).includes(0);
  if (format !== 'html' && !looksLikeText) return { error: unsupported(file.name) };
  const { text } = decodeText(file.bytes);
  if (format === 'html' || /^\s*(?:[{[]|<)/.test(text.slice(0, 2000))) {
    const found = await asFeed(file, taxonomy);
    if (found.length > 1) return { jobs: found.length };
    if (found[0]) return { raw: found[0] };
  }
  return readAd(format === 'html' ? pageText(text) : text, taxonomy);
}

async function asFeed(file: AdFile, taxonomy: Taxonomy): Promise<RawPosting[]> {
  const found: RawPosting[] = [];
  const source = (async function* () {
    yield file.bytes;
  })();
  for await (const item of readPostings(source, taxonomy, { name: file.name })) if ('raw' in item) found.push(item.raw);
  return found;
}

const pageText = (html: string): string =>
  htmlToLines(html)
    .map(({ kind, text }) => (kind === 'item' ? `- ${text}` : kind === 'heading' ? `\n${text}` : text))
    .join('\n');

const unsupported = (name: string): ReadError => ({
  code: 'unsupported',
  message: `${name} is no text, PDF, DOCX, HTML or JSON.`,
  fix: 'Paste the job ad into the message, or attach it as TXT, PDF, DOCX, HTML or JSON.',
});
