/** Bytes of a text part → text: the declared charset where it is true, legacy ones, format=flowed. */
import iconv from 'iconv-lite';
import { decodeLenient } from './mail-header.ts';

/** Names that iconv-lite takes for encodings of bytes as text, not for charsets. */
const NOT_A_CHARSET = /^(?:base64|hex|binary|internal.*|ucs-?2.*)$/i;
const UTF8_NAMES = /^(?:utf-?8|us-?ascii|ascii|ansi_x3\.4.*|unknown-?8bit|x-unknown|default)?$/i;
/** Nobody writes latin1's control characters: it means windows-1252 (as the WHATWG encoding standard reads it). */
const LATIN1_NAMES = /^(?:iso-?8859-?1|latin-?1|l1|cp819)$/i;

/** Text of a part. Never throws; line ends are `\n`, a byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const name = charset?.trim() ?? '';
  return decodeBytes(bytes, name)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

function decodeBytes(bytes: Uint8Array, name: string): string {
  if (UTF8_NAMES.test(name) || NOT_A_CHARSET.test(name)) return decodeLenient(bytes);
  if (LATIN1_NAMES.test(name)) return iconv.decode(Buffer.from(bytes), 'windows-1252');
  if (iconv.encodingExists(name)) return iconv.decode(Buffer.from(bytes), name);
  try {
    // ISO-2022-JP and a few others that iconv-lite does not have.
    return new TextDecoder(name).decode(bytes);
  } catch {
    return decodeLenient(bytes);
  }
}

/** Joins the lines of a `format=flowed` text (RFC 3676). Quotes keep their marks, the signature mark stays alone. */
export function unflow(text: string, delSp: boolean): string {
  const out: { quotes: string; text: string; open: boolean }[] = [];
  for (const line of text.split('\n')) {
    const quotes = /^>*/.exec(line)?.[0] ?? '';
    const rest = line.slice(quotes.length).replace(/^ /, '');
    const isSignature = rest === '-- ';
    const open = rest.endsWith(' ') && !isSignature;
    const body = open && delSp ? rest.slice(0, -1) : rest;
    const last = out.at(-1);
    if (last?.open && last.quotes === quotes && !isSignature) {
      last.text += body;
      last.open = open;
    } else out.push({ quotes, text: body, open });
  }
  return out.map((line) => (line.quotes === '' ? line.text : `${line.quotes} ${line.text}`)).join('\n');
}

/** A raw 8-bit header parameter that arrived as one character a byte is read as what it is; anything else stays. */
export function repairBytesAsText(text: string): string {
  const bytesOnly = /^[\u0000-\u00ff]*$/.test(text) && /[\u0080-\u00ff]/.test(text);
  if (!bytesOnly) return text;
  const bytes = Buffer.from(text, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
