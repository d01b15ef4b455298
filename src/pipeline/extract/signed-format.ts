/** What the first bytes of a file say. Nothing is decoded here: the service's own process asks it of files that only children open (rules P1, S2). */
import type { FileFormat } from '../../domain/document.ts';
import { zipEntryNames } from './zip-directory.ts';

const SIGNATURES: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];
const ZIPS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Readers accept a PDF that starts within the first kB (Acrobat's implementation note, ISO 32000 annex). */
const PDF_REACH = 1024;

/** Undefined for text, and for what is none of ours and begins like nothing we know. Never throws. */
export function signedFormat(bytes: Uint8Array): FileFormat | undefined {
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known) return known[0];
  if (beginsAsZip(bytes)) return zipFormat(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_REACH)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  return /^\s*\{\\?\\rtf/.test(head) ? 'rtf' : undefined;
}

/** A zip of files, which is none of the office formats. */
export const isZip = (bytes: Uint8Array): boolean => beginsAsZip(bytes) && zipFormat(bytes) === 'zip';

/** The four bytes that office files and zips begin with. */
export const beginsAsZip = (bytes: Uint8Array): boolean => ZIPS.some((signature) => startsWith(bytes, signature));

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Office files are zips that hold certain members. Other office files (spreadsheets, slides, Pages) are not ours. */
function zipFormat(bytes: Uint8Array): FileFormat {
  const names = zipEntryNames(bytes);
  if (names.has('[Content_Types].xml')) {
    // A file that was cut off may have lost its body; only what is surely another program's file is none of ours.
    const other = [...names].some((name) => /^(?:xl|ppt|visio)\//i.test(name));
    return other ? 'unknown' : 'docx';
  }
  if (names.has('mimetype') && names.has('content.xml')) return 'odt';
  if (names.has('Index/Document.iwa') || names.has('Index.zip')) return 'unknown';
  return 'zip';
}
