/** The header block of a mail as it came, without a MIME parser: duplicates, order and empty values stay visible (rules E9, E10). */
import iconv from 'iconv-lite';

export interface HeaderLine {
  /** Lower case. */
  name: string;
  /** Unfolded and trimmed; encoded words stay encoded. */
  value: string;
}

export interface MailHeader {
  lines: readonly HeaderLine[];
  /** Where the body begins, in bytes. */
  bodyOffset: number;
}

/** The MIME parser gives up at 1 MB too; no honest mail comes near. */
const HEADER_LIMIT = 1024 * 1024;

/** Reads the header block of a mail. Never throws: lines that are none are left out. */
export function readHeader(raw: Uint8Array): MailHeader {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { end, bodyOffset } = headerEnd(bytes);
  const lines: HeaderLine[] = [];
  for (const line of unfold(decodeLenient(bytes.subarray(0, Math.min(end, HEADER_LIMIT))))) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && /^[!-9;-~]+$/.test(name)) lines.push({ name, value: line.slice(colon + 1).trim() });
  }
  return { lines, bodyOffset };
}

/** All values of a header field, in order. */
export function valuesOf(header: MailHeader, name: string): string[] {
  return header.lines.filter((line) => line.name === name).map((line) => line.value);
}

/** Message ids in a header field such as References, with angle brackets, without repetitions. */
export function messageIdsOf(header: MailHeader, name: string): string[] {
  const ids = valuesOf(header, name).flatMap((value) => value.slice(0, 100_000).match(/<[^<>\s]{1,900}>/g) ?? []);
  return [...new Set(ids)];
}

/** UTF-8 where it is valid, else windows-1252: what mail programs write when they break the rule that headers are ASCII. */
export function decodeLenient(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not TextDecoder('windows-1252'): Node reads 0x80–0x9F like latin1 there.
    return iconv.decode(Buffer.from(bytes), 'windows-1252');
  }
}

function headerEnd(bytes: Buffer): { end: number; bodyOffset: number } {
  const ends = ['\r\n\r\n', '\n\n', '\n\r\n'].map((mark) => ({ at: bytes.indexOf(mark, 0, 'latin1'), length: mark.length }));
  const found = ends.filter((end) => end.at >= 0).sort((a, b) => a.at - b.at)[0];
  return found ? { end: found.at, bodyOffset: found.at + found.length } : { end: bytes.length, bodyOffset: bytes.length };
}

function unfold(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split(/\r?\n|\r/)) {
    const last = lines.at(-1);
    if (last !== undefined && (line.startsWith(' ') || line.startsWith('\t'))) last.push(line.trim());
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(' '));
}
