/** DOC (Word 97–2003) → document, by word-extractor. It gives text without looks: neither sizes nor hidden text are known. */
import WordExtractor from 'word-extractor';
import type { Document } from '../../domain/document.ts';
import { addText, layOutText } from './extract-text.ts';
import { foreignContainer } from './foreign-file.ts';
import { ReadFailure } from './read-failure.ts';

/** Throws `ReadFailure`: encrypted (also a DOCX with a password, which is of this kind), unsupported, damaged, too_large. */
export async function extractDoc(bytes: Uint8Array): Promise<Document> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (hasStream(buffer, 'EncryptedPackage')) throw new ReadFailure('encrypted');
  if (!hasStream(buffer, 'WordDocument')) throw foreignContainer((name) => hasStream(buffer, name));
  if (isEncrypted(buffer)) throw new ReadFailure('encrypted');
  const file = await new WordExtractor().extract(buffer);
  const page = layOutText(joined([file.getHeaders({ includeFooters: false }), file.getBody(), file.getTextboxes()]));
  addText(page, joined([file.getFootnotes(), file.getEndnotes(), file.getFooters()]), true);
  page.warn('fonts and hidden text of this format are not known');
  return page.toDocument('doc');
}

const joined = (parts: readonly string[]): string => parts.map(plain).filter(Boolean).join('\n');

/** Cells of tables come as tabs; field codes and marks of objects as controls. */
function plain(text: string): string {
  return text
    .replace(/\x13[^\x13-\x15]{0,2000}(?:\x14|(?=\x15))/g, '')
    .replace(/\x07/g, '\t')
    .replace(/[\x00-\x08\x0e-\x1f]/g, '')
    .trimEnd();
}

/** Names of streams stand in the directory as UTF-16. */
function hasStream(buffer: Buffer, name: string): boolean {
  return buffer.includes(Buffer.from(name, 'utf16le'));
}

/** `fEncrypted`, bit 8 of the flags at offset 10 of the file information block ([MS-DOC] 2.5.2), which starts with 0xA5EC. */
function isEncrypted(buffer: Buffer): boolean {
  for (
    let at = buffer.indexOf(Buffer.from([0xec, 0xa5]));
    at >= 0 && at + 12 <= buffer.length;
    at = buffer.indexOf(Buffer.from([0xec, 0xa5]), at + 512)
  ) {
    if (at % 512 === 0) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
