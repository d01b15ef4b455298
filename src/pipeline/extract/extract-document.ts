/** One file → its text with positions, fonts and visibility. Runs inside a child process (rule P1). */
import type { Document, FileFormat, HiddenText } from '../../domain/document.ts';
import { cleanText } from './clean-text.ts';
import type { PictureFormat } from './extract-picture.ts';
import { type FormatHints, sniffFormat } from './file-format.ts';
import { foreignFile } from './foreign-file.ts';
import { failureOf, ReadFailure } from './read-failure.ts';

type Extractor = (bytes: Uint8Array) => Document | Promise<Document>;

/** Loaded with the first file of their format: pdfjs alone is a quarter of the start of a child. */
const EXTRACTORS: Partial<Record<FileFormat, () => Promise<Extractor>>> = {
  pdf: async () => (await import('./extract-pdf.ts')).extractPdf,
  docx: async () => (await import('./extract-docx.ts')).extractDocx,
  doc: async () => (await import('./extract-doc.ts')).extractDoc,
  odt: async () => (await import('./extract-odt.ts')).extractOdt,
  rtf: async () => (await import('./extract-rtf.ts')).extractRtf,
  txt: async () => (await import('./extract-text.ts')).extractText,
  md: async () => (await import('./extract-markdown.ts')).extractMarkdown,
  html: async () => (await import('./extract-html.ts')).extractHtml,
};

/** Reads the text that is in pictures: where there is none, `NeedsRecognition` says that one is needed. */
export interface Recogniser {
  picture(bytes: Uint8Array, format: PictureFormat): Promise<Document>;
  pdf(bytes: Uint8Array, document: Document, unread: readonly number[]): Promise<Document>;
  /** True when it was stopped in the middle of something: its memory is better given back. */
  isSpent(): boolean;
}

/** Not a failure of the file: somebody with a `Recogniser` can read it. */
export class NeedsRecognition extends Error {
  constructor() {
    super('The text is in pictures.');
    this.name = 'NeedsRecognition';
  }
}

/**
 * Reads a file by its content; a name only tells texts apart. Throws `ReadFailure` with a code of the
 * closed list, `NeedsRecognition` where `recogniser` is missing, and nothing else.
 */
export async function extractDocument(
  bytes: Uint8Array,
  known: string | FormatHints,
  recogniser?: Recogniser,
): Promise<Document> {
  if (bytes.length === 0) throw new ReadFailure('empty');
  const hints = typeof known === 'string' ? { name: known } : known;
  const format = sniffFormat(bytes, hints);
  try {
    const document = withoutUnseen(await extract(bytes, format, hints.name ?? '', recogniser));
    if (!document.pages.some((page) => page.runs.length > 0)) throw noText(document);
    return document;
  } catch (error) {
    throw error instanceof NeedsRecognition ? error : failureOf(error, format);
  }
}

async function extract(bytes: Uint8Array, format: FileFormat, name: string, recogniser?: Recogniser): Promise<Document> {
  if (format === 'png' || format === 'jpeg' || format === 'tiff') {
    // By its headers alone: what is too large waits for nobody. Loaded here: what reads pictures is as large as the rest of a child.
    (await import('./extract-picture.ts')).framesOf(bytes, format);
    if (!recogniser) throw new NeedsRecognition();
    return recogniser.picture(bytes, format);
  }
  const load = EXTRACTORS[format];
  if (!load) throw unreadable(format, bytes, name);
  const document = await (await load())(bytes);
  const { unread, ...rest } = document;
  if (!unread) return document;
  if (!recogniser) throw new NeedsRecognition();
  return recogniser.pdf(bytes, rest, unread);
}

function noText(document: Document): ReadFailure {
  return document.pages.some((page) => page.ocr)
    ? new ReadFailure('no_text')
    : new ReadFailure('no_text', { message: 'There is no text in the file that can be seen.' });
}

function unreadable(format: FileFormat, bytes: Uint8Array, name: string): ReadFailure {
  if (format === 'zip')
    return new ReadFailure('unsupported', { message: 'This is a zip of files, not a resume.', fix: 'Send the files in it.' });
  return foreignFile(bytes, name);
}

/** Takes out characters that do not show, in every format alike (rule A1). */
function withoutUnseen(document: Document): Document {
  const finds: HiddenText[] = [];
  const pages = document.pages.map((page) => ({
    ...page,
    runs: page.runs.flatMap((run) => {
      const clean = cleanText(run.text);
      for (const find of clean.hidden) finds.push({ ...find, page: page.number });
      const text = page.flow ? clean.text : clean.text.trim().replace(/\s+/g, ' ');
      return text.trim() || (page.flow && text) ? [{ ...run, text }] : [];
    }),
  }));
  const hiddenText = document.hiddenText.map((find) => ({ ...find, text: cleanText(find.text).text.trim() }));
  return { ...document, pages, hiddenText: [...hiddenText.filter((find) => find.text), ...merge(finds)] };
}

/** Characters of one kind on one page are one find. */
function merge(finds: readonly HiddenText[]): HiddenText[] {
  const merged = new Map<string, HiddenText>();
  for (const find of finds) {
    const key = `${find.technique} ${find.page}`;
    const before = merged.get(key);
    if (!before) merged.set(key, { ...find });
    else if (before.text.length < 20_000) before.text += ` ${find.text}`;
  }
  return [...merged.values()];
}
