/** Why a file was not read and what its sender can do, in the words of a card. */
import type { ReadError, ReadErrorCode } from '../domain/read-error.ts';
import { READ_FORMATS } from './read-formats.ts';

interface Explanation {
  /** Follows a file's name: `old.pdf: …`. */
  what: string;
  fix: string;
}

const EXPLANATIONS = {
  unsupported: {
    what: 'I cannot read this kind of file',
    fix: `Please send a ${READ_FORMATS} file, or a zip of these.`,
  },
  empty: { what: 'the file is empty', fix: 'It may have been cut off on its way: please send it again.' },
  encrypted: { what: 'the file is protected by a password', fix: 'Please save a copy without a password and send that.' },
  damaged: { what: 'the file is damaged', fix: 'Please open it, save it anew (as PDF or DOCX) and send that.' },
  too_large: {
    what: 'the file is too large',
    fix: 'Please send a smaller one: without large pictures, or only the resume itself.',
  },
  too_many_pages: { what: 'the file has too many pages', fix: 'Please send only the pages of the resume.' },
  timeout: { what: 'reading the file took too long', fix: 'Please save it anew as a plain PDF or DOCX and send that.' },
  memory: { what: 'reading the file needed too much memory', fix: 'Please save it anew as a plain PDF or DOCX and send that.' },
  not_a_resume: {
    what: 'this does not look like a resume',
    fix: 'If it is one, please send it as a file of its own with headings such as Experience and Education.',
  },
  no_text: {
    what: 'there is no text in the file that can be read',
    fix: 'Please send the original document (DOCX, or a PDF made from it), or a sharper scan.',
  },
} satisfies Record<ReadErrorCode, Explanation>;

/** What is not read *yet* is said in the reader's own words: it knows whether it is a picture, a scan or something unknown. */
const OWN_WORDS: ReadonlySet<ReadErrorCode> = new Set(['unsupported', 'no_text']);

/** The table's words for the code; the error's own fix when it has one, because the reader knew the file. */
export function explainReadError(error: ReadError): Explanation {
  const known = EXPLANATIONS[error.code];
  const said = error.message.trim().replace(/\.$/, '');
  const what = OWN_WORDS.has(error.code) && said !== '' ? said.charAt(0).toLowerCase() + said.slice(1) : known.what;
  return { what, fix: error.fix.trim() === '' ? known.fix : error.fix.trim() };
}

/** `old.pdf: the file is protected by a password. Please save …` */
export function readErrorLine(file: string, error: ReadError): string {
  const { what, fix } = explainReadError(error);
  return `${file}: ${what}. ${fix}`;
}
