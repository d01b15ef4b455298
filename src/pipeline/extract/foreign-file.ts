/** Files of other programs that people send for resumes: what it is, and how they get a file that can be read (F1.4). */
import { ReadFailure } from './read-failure.ts';

interface Foreign {
  name: RegExp;
  /** At the beginning of the bytes, behind four bytes of length for the ISO media family. */
  starts?: RegExp;
  message: string;
  fix: string;
}

const AS_PDF = 'Save or export it as PDF and send that.';
const FOREIGN: readonly Foreign[] = [
  {
    name: /\.pages$/i,
    message: 'This is a document of Apple Pages.',
    fix: 'In Pages choose File, Export To, PDF or Word, and send that.',
  },
  {
    name: /\.(?:heic|heif|avif)$/i,
    starts: /^[\s\S]{4}ftyp(?:heic|heix|mif1|hevc|avif)/,
    message: 'This is a photo of a phone (HEIC), which is not read yet.',
    fix: 'Send it as JPEG, or the document itself as PDF or DOCX.',
  },
  {
    name: /\.(?:webp|gif|bmp|svg)$/i,
    starts: /^(?:GIF8|BM|RIFF[\s\S]{4}WEBP)/,
    message: 'This is a picture of a kind that is not read yet.',
    fix: 'Send it as PNG, JPEG or TIFF, or the document itself as PDF or DOCX.',
  },
  {
    name: /\.(?:rar|7z|tar|t?gz|bz2|xz)$/i,
    starts: /^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/,
    message: 'This is an archive that I cannot open.',
    fix: 'Pack the files into a zip, or send them as they are.',
  },
  { name: /\.(?:xlsx?|ods|numbers|csv)$/i, message: 'This is a spreadsheet, not a resume that I can read.', fix: AS_PDF },
  { name: /\.(?:pptx?|odp|key)$/i, message: 'These are slides, not a resume that I can read.', fix: AS_PDF },
  {
    name: /\.(?:gdoc|webloc|url|lnk)$/i,
    message: 'This is only a link to a document.',
    fix: 'Download the document as PDF or DOCX and send that.',
  },
  { name: /\.(?:wpd|wps|lwp|abw|tex)$/i, message: 'This is a document of a program that I do not know.', fix: AS_PDF },
];

/** The words for a file that none of our readers opens. */
export function foreignFile(bytes: Uint8Array, name: string): ReadFailure {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1');
  const known = FOREIGN.find((one) => one.starts?.test(head)) ?? FOREIGN.find((one) => one.name.test(name));
  return new ReadFailure('unsupported', known && { message: known.message, fix: known.fix });
}

/** Old office files and saved mails are all of one container: the name of a stream tells which. */
export function foreignContainer(hasStream: (name: string) => boolean): ReadFailure {
  if (hasStream('__substg1.0_') || hasStream('__properties_version1.0'))
    return new ReadFailure('unsupported', {
      message: 'This is a mail saved from Outlook (.msg).',
      fix: 'Forward the mail itself, or send the resume that is attached to it.',
    });
  if (hasStream('Workbook') || hasStream('Book'))
    return new ReadFailure('unsupported', { message: 'This is a spreadsheet, not a resume that I can read.', fix: AS_PDF });
  if (hasStream('PowerPoint Document'))
    return new ReadFailure('unsupported', { message: 'These are slides, not a resume that I can read.', fix: AS_PDF });
  return new ReadFailure('unsupported');
}
