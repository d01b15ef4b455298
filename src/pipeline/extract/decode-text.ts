/** Bytes of a text file to a string. */
import chardet from 'chardet';
import iconv from 'iconv-lite';

interface DecodedText {
  text: string;
  /** Name of the encoding, as iconv-lite calls it. */
  encoding: string;
}

/** So much of a file is looked at. */
const SAMPLE = 65_536;
/** Enough for the statistics of chardet, which takes 3 ms a kB. */
const TELLING = 4096;
const LINE_FEED = 10;

/** Order: byte order mark, strict UTF-8, UTF-16 by its zero bytes, what the file itself `declares`, then the statistics of chardet. */
export function decodeText(bytes: Uint8Array, declares?: string): DecodedText {
  const encoding = findEncoding(bytes, declares);
  return { text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding), encoding };
}

function findEncoding(bytes: Uint8Array, declared?: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  if (isUtf8(bytes)) return 'utf8';
  return utf16WithoutMark(bytes) ?? meant(declared, bytes) ?? byStatistics(bytes);
}

/** Stream mode: a sample may end within a character. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, SAMPLE).includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  const half = sample.length / 2;
  if (odd > 0.6 * half && even < 0.1 * half) return 'utf16le';
  return even > 0.6 * half && odd < 0.1 * half ? 'utf16be' : undefined;
}

/** Bytes 0x80…0x9f are controls in ISO 8859 and letters in Windows: where they occur, the Windows page was meant. */
const WINDOWS_TWINS: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-9': 'windows-1254',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
};

/** The encoding by name, if there is such a one. */
function meant(name: string | undefined, bytes: Uint8Array): string | undefined {
  if (!name || !iconv.encodingExists(name)) return undefined;
  const twin = WINDOWS_TWINS[name.toUpperCase()];
  return twin && bytes.subarray(0, SAMPLE).some((byte) => byte >= 0x80 && byte <= 0x9f) ? twin : name;
}

function byStatistics(bytes: Uint8Array): string {
  return meant(chardet.detect(tellingLines(bytes.subarray(0, SAMPLE))) ?? undefined, bytes) ?? 'windows-1252';
}

/** The lines with letters beyond ASCII: the others tell nothing. No character of the encodings in question holds a line feed. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const telling = new Uint8Array(TELLING);
  let filled = 0;
  for (let from = 0; from < bytes.length && filled < TELLING; ) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const line = bytes.subarray(from, feed < 0 ? bytes.length : feed + 1);
    from += line.length;
    if (!line.some((byte) => byte >= 0x80)) continue;
    const taken = line.subarray(0, TELLING - filled);
    telling.set(taken, filled);
    filled += taken.length;
  }
  return telling.subarray(0, filled);
}

/** False for binary data: many control characters, or zero bytes that are not UTF-16. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if (findEncoding(sample).startsWith('utf16')) return true;
  let controls = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  return sample.length > 0 && !sample.includes(0) && controls <= sample.length * 0.02;
}
