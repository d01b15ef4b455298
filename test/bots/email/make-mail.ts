/** Raw mails for tests, written by hand so that every odd byte is meant. All people are invented. */
import { createHash } from 'node:crypto';

export interface MadePart {
  type: string;
  /** Further header lines of the part, `Name: value`. */
  headers?: string[];
  body: string | Uint8Array;
  encoding?: 'base64' | '8bit' | 'quoted-printable';
}

/** One mail. `headers` replace the defaults of the same name; an empty value leaves the field out. */
export function makeMail(headers: Record<string, string>, content: string | MadePart[], kind = 'mixed'): Buffer {
  const fields = {
    From: 'Ilse Wanderstein <ilse@example.org>',
    To: 'jobs@shortlist.example.net',
    Subject: 'Hello',
    Date: 'Thu, 20 Nov 2025 10:00:00 +0000',
    'Message-ID': '<m1@example.org>',
    ...headers,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  if (typeof content === 'string')
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content.replace(/\r?\n/g, '\r\n')}`, 'utf8');
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), multipart(content, kind)]);
}

/** A multipart with its Content-Type field, blank line and parts: the end of a header block and a body. */
export function multipart(parts: MadePart[], kind = 'mixed', boundary = boundaryOf(parts)): Buffer {
  const pieces: Buffer[] = [Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`)];
  for (const part of parts) pieces.push(Buffer.from(`--${boundary}\r\n`), partBytes(part), Buffer.from('\r\n'));
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

/** Follows from the content: mails in mails must not share one, and the same mail made twice must be the same bytes. */
function boundaryOf(parts: readonly MadePart[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part.type).update(part.body);
  return `b-${hash.digest('hex').slice(0, 24)}`;
}

function partBytes(part: MadePart): Buffer {
  const encoding = part.encoding ?? (typeof part.body === 'string' ? '8bit' : 'base64');
  const head = [`Content-Type: ${part.type}`, ...(part.headers ?? []), `Content-Transfer-Encoding: ${encoding}`].join('\r\n');
  const bytes = Buffer.from(part.body);
  const body = encoding === 'base64' ? Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')) : bytes;
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}

/** Bytes that begin like a PDF. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');

/** A text part as people write it above their files. */
export const HELLO: MadePart = { type: 'text/plain; charset=utf-8', body: 'Please find my resume attached.' };

export function attached(name: string, type = 'application/pdf', body: Uint8Array = PDF): MadePart {
  return { type, headers: [`Content-Disposition: attachment; filename="${name}"`], body };
}
