/** What reading a file gives: the port over the pool of child processes that open untrusted bytes (rule P1). */
import type { FileFormat } from '../../domain/document.ts';
import type { ReadError } from '../../domain/read-error.ts';
import type { Resume } from '../../domain/resume.ts';
import type { VisibleLine } from '../../domain/visible-line.ts';
import type { PageOfZip, ZipPage } from '../extract/unpack-zip.ts';
import type { FileReading } from '../postings/post-file.ts';

export type ReadOutcome =
  | { ok: true; format: FileFormat; resume: Resume }
  /** `isResume` is there when the text was read and judged. */
  | { ok: false; format: FileFormat; error: ReadError; isResume?: number };

export interface ReadOptions {
  /** `YYYY-MM-DD`. */
  asOf: string;
  format?: FileFormat;
  force?: boolean;
  mayWait?: boolean;
}

export interface ResumeReader {
  /**
   * `format`: as what the same bytes were read before. `force` reads what does not look like a resume all the same. `mayWait: false`
   * throws `RetryLater` where a picture would have to wait behind others. Never throws for what is in the file.
   */
  read(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadOutcome>;
  /** Some of a zip's files, so that no more of them than that are held at once; `error` where the archive itself cannot be opened. */
  unpack(bytes: Uint8Array, page: PageOfZip): Promise<ZipPage | { error: ReadError }>;
  /** A job advertisement. */
  ad(bytes: Uint8Array, name: string): Promise<FileReading>;
  /** The lines that show, with their sections, counted as in a reading as `format`: what a language model may be asked about. */
  lines(bytes: Uint8Array, format: FileFormat | undefined): Promise<{ lines: VisibleLine[] } | { error: ReadError }>;
  /** By its first bytes and the names in it: nothing is opened in this process. */
  isZip(bytes: Uint8Array): boolean;
}

/** Below this probability a file is kept as an attachment and makes no candidate (F1.5; the command line contract names the figure). */
export const IS_RESUME_FROM = 0.2;
