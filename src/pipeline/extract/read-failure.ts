/** Why a file was not read: the one error class that extraction throws on purpose. */
import type { FileFormat } from '../../domain/document.ts';
import type { ReadError, ReadErrorCode } from '../../domain/read-error.ts';

/** What we say and what the person can do. The words are for people who never heard of a format. */
const WORDS = {
  unsupported: ['This kind of file is not read.', 'Send the resume as PDF, DOCX, ODT, RTF, DOC, TXT, Markdown, HTML or a scan.'],
  empty: ['The file is empty.', 'Send the file again; if it opens empty on your side too, export it anew.'],
  encrypted: ['The file is protected by a password.', 'Save a copy without a password and send that one.'],
  damaged: ['The file is damaged and cannot be opened.', 'Export it anew (PDF works best) and send it again.'],
  too_large: ['The file holds more than we read.', 'Send a file of a few pages, without large attachments inside.'],
  too_many_pages: ['The file has more than 100 pages.', 'Send only the pages of the resume.'],
  timeout: ['Reading the file took too long and was stopped.', 'Export it anew as a simple PDF or DOCX and send it again.'],
  memory: ['Reading the file took too much memory and was stopped.', 'Export it anew as a simple PDF or DOCX and send it again.'],
  not_a_resume: [
    'This does not look like a resume.',
    'If it is one, send it as a file of its own with headings such as Experience and Education.',
  ],
  no_text: [
    'There is no text in the picture that can be read.',
    'Send the original PDF or DOCX, where text can be selected, or a sharper scan of the page.',
  ],
} as const satisfies Record<ReadErrorCode, readonly [string, string]>;

/** The words of a code, with other words for the message or the fix where a format knows better. */
export function readError(code: ReadErrorCode, words: { message?: string; fix?: string } = {}): ReadError {
  const [message, fix] = WORDS[code];
  return { code, message: words.message ?? message, fix: words.fix ?? fix };
}

/** Carries a `ReadError` of the closed list through the reader. */
export class ReadFailure extends Error {
  readonly readError: ReadError;
  /** What the file is, as far as that was found out. */
  format?: FileFormat;

  constructor(code: ReadErrorCode, words: { message?: string; fix?: string } = {}) {
    const error = readError(code, words);
    super(error.message);
    this.name = 'ReadFailure';
    this.readError = error;
  }
}

/** Turns whatever a parser threw into a failure of the closed list; what we do not know is `damaged`. */
export function asReadFailure(thrown: unknown): ReadFailure {
  return thrown instanceof ReadFailure ? thrown : new ReadFailure('damaged');
}

/** The same, of a file whose format is known. */
export function failureOf(thrown: unknown, format: FileFormat): ReadFailure {
  const failure = asReadFailure(thrown);
  failure.format ??= format;
  return failure;
}

/** The time of the file is over. */
export function isLate(error: unknown): boolean {
  return error instanceof ReadFailure && error.readError.code === 'timeout';
}
