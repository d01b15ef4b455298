/** Bytes of a feed → text, before any parser sees them: the charset is decided by BOM, then XML declaration, then the bytes themselves. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

const PIECE = 64 * 1024;
const LEAST = 4096;

/** The declared charset when the first bytes are an XML declaration that names one. */
function declaredCharset(head: Buffer): string | undefined {
  return /^\s{0,100}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,40})["']/.exec(
    head.toString('latin1', 0, 1024),
  )?.[1];
}

function bomCharset(head: Buffer): { charset: string; skip: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { charset: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { charset: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { charset: 'utf-16be', skip: 2 };
  // Without a BOM: "<?" or "[{" or a brace and a line break in 16 bits.
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[3] === 0) return { charset: 'utf-16le', skip: 0 };
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0) return { charset: 'utf-16be', skip: 0 };
  return undefined;
}

/** Text of the source in pieces of at most 64 K characters or so. Never throws for bytes that do not fit the charset. */
export async function* decodeText(source: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<string> {
  const bom = bomCharset(head);
  const declared = bom?.charset ?? declaredCharset(head) ?? 'utf-8';
  const decoder = new CharsetDecoder(iconv.encodingExists(declared) ? declared : 'utf-8', bom !== undefined && bom.skip > 0);
  let skip = bom?.skip ?? 0;
  for await (const chunk of inPieces(source)) {
    const from = Math.min(skip, chunk.length);
    skip -= from;
    // A source may hand out everything as one chunk; cutting it here keeps the parsers' windows small.
    for (let at = from; at < chunk.length; at += PIECE) {
      const text = decoder.write(chunk.subarray(at, at + PIECE));
      if (text) yield text;
    }
  }
  const last = decoder.end();
  if (last) yield last;
}

/** Small chunks are joined: what a byte above 127 means is told by the bytes behind it. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < LEAST) continue;
    yield waiting.length === 1 ? chunk : Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

const isSingleByte = (charset: string): boolean => /^(iso-?8859|windows-?125|latin|cp125|us-ascii|ascii)/i.test(charset);
const isUtf8Name = (charset: string): boolean => /^utf-?8$/i.test(charset);

/** Decodes piece by piece. Declarations lie in both directions, so bytes outrank them where they are unmistakable. */
class CharsetDecoder {
  private readonly legacy: iconv.DecoderStream | undefined;
  private utf8: boolean;
  private settled: boolean;
  private tail: Buffer = Buffer.alloc(0);

  constructor(charset: string, certain: boolean) {
    this.utf8 = isUtf8Name(charset);
    this.legacy = this.utf8 ? undefined : iconv.getDecoder(charset);
    this.settled = certain || this.utf8 || !isSingleByte(charset);
  }

  write(bytes: Buffer): string {
    if (!this.settled && bytes.some((b) => b >= 0x80)) {
      // Real Latin-1 text that happens to be valid UTF-8 is practically unknown; exports that declare Latin-1 and write UTF-8 are not.
      this.utf8 = isUtf8(bytes.subarray(0, completeUtf8Length(bytes)));
      this.settled = true;
    }
    return this.utf8 ? this.writeUtf8(bytes) : (this.legacy?.write(bytes) ?? '');
  }

  end(): string {
    if (!this.utf8) return this.legacy?.end() ?? '';
    const rest = this.tail;
    this.tail = Buffer.alloc(0);
    return rest.length ? decodeMixed(rest) : '';
  }

  private writeUtf8(bytes: Buffer): string {
    const joined = this.tail.length ? Buffer.concat([this.tail, bytes]) : bytes;
    const length = completeUtf8Length(joined);
    this.tail = Buffer.from(joined.subarray(length));
    const whole = joined.subarray(0, length);
    return isUtf8(whole) ? whole.toString('utf8') : decodeMixed(whole);
  }
}

/** Length without an unfinished sequence at the end. */
function completeUtf8Length(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** UTF-8 where it is, Windows-1252 for each byte that is not: aggregated feeds mix both from item to item. */
function decodeMixed(bytes: Buffer): string {
  let out = '';
  let start = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    out += bytes.toString('utf8', start, i) + iconv.decode(bytes.subarray(i, i + 1), 'windows-1252');
    i += 1;
    start = i;
  }
  return out + bytes.toString('utf8', start);
}

/** Length of the UTF-8 sequence at `i`, 0 when there is none. */
function sequenceLength(bytes: Buffer, i: number): number {
  const byte = bytes[i] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}
