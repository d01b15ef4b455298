/** RTF to tokens. One pass over the bytes, no pattern longer than a control word. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; value: number | undefined }
  /** Bytes of the current code page. */
  | { kind: 'bytes'; bytes: number[] };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** `\~ \- \_ \* \:` and the like; a backslash before a line end is a paragraph. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  '-': 'softhyphen',
  _: 'nbhyphen',
  '*': 'ignorable',
  '\n': 'par',
  '\r': 'par',
  '|': '',
  ':': '',
};
const LONGEST_TEXT = 4096;

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      at++;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === BACKSLASH) {
      const { token, next } = readControl(bytes, at + 1);
      at = next;
      if (token) yield token;
    } else {
      const text: number[] = [];
      for (; at < bytes.length && text.length < LONGEST_TEXT; at++) {
        const b = bytes[at] ?? 0;
        if (b === BACKSLASH || b === OPEN || b === CLOSE) break;
        // Line ends are no text; a zero byte is damage.
        if (b !== 10 && b !== 13 && b !== 0) text.push(b);
      }
      if (text.length > 0) yield { kind: 'bytes', bytes: text };
    }
  }
}

/** Reads what follows a backslash. `\bin` jumps over its data. */
function readControl(bytes: Uint8Array, start: number): { token?: RtfToken; next: number } {
  const first = bytes[start] ?? 0;
  if (first === 0x27) return readHex(bytes, start + 1);
  if (!isLetter(first)) {
    const symbol = String.fromCharCode(first);
    const word = SYMBOLS[symbol];
    if (word === undefined) return { token: { kind: 'bytes', bytes: [first] }, next: start + 1 };
    return { token: word ? { kind: 'word', word, value: undefined } : undefined, next: start + 1 };
  }
  let end = start;
  while (isLetter(bytes[end] ?? 0) && end - start < 32) end++;
  const word = ascii(bytes, start, end);
  let digits = end;
  if (bytes[digits] === 0x2d) digits++;
  while (isDigit(bytes[digits] ?? 0) && digits - end < 11) digits++;
  const value = digits > end ? Number.parseInt(ascii(bytes, end, digits), 10) : undefined;
  const next = digits + (bytes[digits] === 0x20 ? 1 : 0);
  if (word === 'bin') return { next: Math.min(bytes.length, next + Math.max(0, value ?? 0)) };
  return { token: { kind: 'word', word, value: Number.isNaN(value) ? undefined : value }, next };
}

/** `\'hh`; several in a row are one stretch, because a character of an East Asian code page is two of them. */
function readHex(bytes: Uint8Array, start: number): { token: RtfToken; next: number } {
  const value = Number.parseInt(ascii(bytes, start, start + 2), 16);
  return { token: { kind: 'bytes', bytes: Number.isNaN(value) ? [] : [value] }, next: start + 2 };
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
