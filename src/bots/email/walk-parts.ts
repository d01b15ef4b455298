/** The MIME leaves of a mail and of the mails inside it, decoded from their transfer encoding, within the caps of rule E11. */
import { Readable } from 'node:stream';
import { type AttachmentStream, type Headers, MailParser, type StructuredHeader } from 'mailparser';
import { repairBytesAsText } from './decode-text.ts';
import { dropBoundaryPadding } from './drop-boundary-padding.ts';

export const MOST_PARTS = 1000;
export const DEEPEST_PART = 20;
const LONGEST_HEADER = 256 * 1024;

export interface MailPart {
  bytes: Uint8Array;
  /** Declared, lower case, without parameters. */
  type: string;
  charset: string | undefined;
  /** As declared, lower case: `inline`, `attachment`, `reaction`, … */
  disposition: string | undefined;
  fileName: string | undefined;
  /** Content-ID without brackets. */
  cid: string | undefined;
  /** Inside of a multipart/related. */
  related: boolean;
  /** Position in the tree, such as [1, 2]; empty when the mail is not multipart. */
  path: readonly number[];
  flowed: boolean;
  delSp: boolean;
}

export interface WalkedMail {
  parts: MailPart[];
  /** Decoded, as the parser read them. */
  subject: string | undefined;
  senderName: string | undefined;
  /** For the sender: what was left out. */
  remarks: string[];
}

/** Reads one mail. Mails inside it stay closed parts of type message/rfc822. Never throws: what cannot be read is told in `remarks`. */
export async function walkParts(raw: Uint8Array, mostParts = MOST_PARTS): Promise<WalkedMail> {
  const walked = await walkOnce(raw, mostParts);
  if (walked.parts.length === 0) walked.parts.push(...bareBody(raw));
  const remark = tooManyParts(mostParts);
  if (!walked.remarks.includes(remark)) return walked;
  // The parser counts ahead of what it hands out, so most of the first parts are lost with its error: read again without the rest.
  const again = await walkOnce(firstParts(raw, mostParts), mostParts);
  return { ...again, remarks: [...new Set([remark, ...again.remarks])] };
}

/** A multipart without a boundary, or with one that never comes: what is there is the text (rule E12: nothing is lost). */
function bareBody(raw: Uint8Array): MailPart[] {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const gap = /\r?\n\r?\n/.exec(text.subarray(0, LONGEST_HEADER).toString('latin1'));
  const bytes = gap ? text.subarray(gap.index + gap[0].length) : Buffer.alloc(0);
  if (bytes.toString('latin1', 0, 1_000).trim() === '') return [];
  const unknown = { charset: undefined, disposition: undefined, fileName: undefined, cid: undefined };
  return [{ bytes, type: 'text/plain', ...unknown, related: false, path: [], flowed: false, delSp: false }];
}

async function walkOnce(raw: Uint8Array, mostParts: number): Promise<WalkedMail> {
  const walked: WalkedMail = { parts: [], subject: undefined, senderName: undefined, remarks: [] };
  const parser = newParser(mostParts);
  parser.on('headers', (headers) => readNames(headers, walked));
  let tooDeep = 0;
  try {
    parser.end(dropBoundaryPadding(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)));
    for await (const data of parser) {
      if (!isAttachment(data)) continue;
      const path = (data.partId ?? '').split('.').filter(Boolean).map(Number);
      const bytes = await collect(data.content);
      data.release();
      if (path.length > DEEPEST_PART) tooDeep++;
      else walked.parts.push(toPart(data, bytes, path));
    }
  } catch (error) {
    walked.remarks.push(remarkOf(error, mostParts));
  }
  if (tooDeep > 0) walked.remarks.push(`${tooDeep} parts were nested more than ${DEEPEST_PART} deep and were left out.`);
  return walked;
}

function newParser(mostParts: number): MailParser {
  const options = {
    maxChildNodes: mostParts,
    // Mails inside are opened by our own walk, with their depth counted.
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: 'md5',
  };
  const parser = new MailParser(options);
  // The parser merges text parts into one text, also a resume sent as inline text/plain. With no text types every leaf comes to us as it is.
  // The version of mailparser is exact, and a test fails if this stops working.
  return Object.assign(parser, { textTypes: [] });
}

function isAttachment(data: unknown): data is AttachmentStream {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'attachment';
}

async function collect(content: unknown): Promise<Uint8Array> {
  if (!(content instanceof Readable)) return new Uint8Array();
  const chunks: Buffer[] = [];
  for await (const chunk of content) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function toPart(data: AttachmentStream, bytes: Uint8Array, path: readonly number[]): MailPart {
  const parameters = structured(data.headers.get('content-type'))?.params ?? {};
  return {
    bytes,
    type: data.contentType?.toLowerCase() || 'text/plain',
    charset: parameters.charset,
    disposition: data.contentDisposition?.toLowerCase(),
    fileName: data.filename ? repairBytesAsText(data.filename) : undefined,
    cid: data.cid,
    related: data.related === true,
    path,
    flowed: parameters.format?.toLowerCase() === 'flowed',
    delSp: parameters.delsp?.toLowerCase() === 'yes',
  };
}

function structured(value: unknown): StructuredHeader | undefined {
  const isStructured = (header: unknown): header is StructuredHeader =>
    typeof header === 'object' && header !== null && 'params' in header;
  return isStructured(value) ? value : undefined;
}

function readNames(headers: Headers, walked: WalkedMail): void {
  const subject = headers.get('subject');
  if (typeof subject === 'string') walked.subject = subject;
  const from = headers.get('from');
  if (from !== undefined && typeof from === 'object' && 'value' in from && Array.isArray(from.value)) {
    walked.senderName = from.value[0]?.name || undefined;
  }
}

function remarkOf(error: unknown, mostParts: number): string {
  const tooMany = error instanceof Error && 'code' in error && error.code === 'EMAXLEN' && /child nodes/.test(error.message);
  if (tooMany) return tooManyParts(mostParts);
  return 'This mail is damaged; only a part of it could be read.';
}

function tooManyParts(mostParts: number): string {
  return `This mail has more than ${mostParts} parts; only the first ones were read.`;
}

/** The mail up to so many delimiter lines, counted as the parser counts: each opens a part. */
function firstParts(raw: Uint8Array, mostParts: number): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let at = -1;
  for (let delimiters = 0; delimiters < mostParts; delimiters++) {
    const next = bytes.indexOf('\n--', at + 1, 'latin1');
    if (next < 0) return bytes;
    at = next;
  }
  return bytes.subarray(0, at + 1);
}
