/** One mail of the folder, from its UID to its commit (rules E4, E6, E11). */
import type { ImapFlow } from 'imapflow';
import { factsOf, readBytes, readHeaderOnly } from './imap-folder.ts';
import { locationOf } from './imap-location.ts';
import type { MailOrigin, TakeMail } from './mail-source.ts';
import type { MailTrust } from './trust-sender.ts';

export interface FolderReading {
  client: ImapFlow;
  /** The name of the cursor. */
  source: string;
  validity: string;
  after: 'flag' | 'move' | 'leave';
  trust: MailTrust;
  maxBytes: number;
  take: TakeMail;
  /** UIDs whose answer was longer than the server had said; their bytes are not asked for again. */
  oversized: Set<number>;
}

export interface TakenMail {
  /** INTERNALDATE, milliseconds. */
  arrived?: number;
}

export interface TakeOneOptions {
  /** What to commit with the mail. */
  cursor(arrived: number | undefined): { source: string; value: string };
  /** Mails that were sent before are left alone. */
  sentSince?: number;
  origin?: Partial<MailOrigin>;
}

const TOO_LONG = new Set(['LiteralTooLarge', 'ResponseTooLarge']);

/** `gone` when somebody moved or deleted it meanwhile, `left` when it is too old. Rejects when it could not be taken in. */
export async function takeOne(
  reading: FolderReading,
  uid: number,
  options: TakeOneOptions,
): Promise<TakenMail | 'gone' | 'left'> {
  const { client, maxBytes } = reading;
  const facts = await factsOf(client, uid);
  if (facts === undefined) return 'gone';
  if (options.sentSince !== undefined && facts.sent !== undefined && facts.sent < options.sentSince) return 'left';
  const origin: MailOrigin = {
    cursor: options.cursor(facts.arrived),
    // Without a place there is no mark; what carries it needs no other.
    ...(reading.after === 'leave' || facts.marked ? {} : { location: locationOf(reading.source, reading.validity, uid) }),
    sharedPlace: reading.after !== 'move',
    trust: reading.trust,
    answeredBefore: facts.marked,
    ...options.origin,
  };
  if (facts.bytes <= maxBytes && !reading.oversized.has(uid)) {
    // The size is the server's word; what it sends is what counts.
    const raw = await readWhole(reading, uid);
    if (raw === undefined) return 'gone';
    if (raw.byteLength <= maxBytes) {
      await reading.take(raw, origin);
      return { arrived: facts.arrived };
    }
  }
  const part = await readHeaderOnly(client, uid);
  if (part === undefined) return 'gone';
  await reading.take(part.header, { ...origin, problem: { code: 'too_large', limit: maxBytes, fileNames: part.fileNames } });
  return { arrived: facts.arrived };
}

async function readWhole({ client, maxBytes, oversized }: FolderReading, uid: number): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(client, uid, maxBytes + 1);
  } catch (error) {
    // The connection is gone with it; the next one asks for the header only.
    if (error instanceof Error && 'code' in error && TOO_LONG.has(String(error.code))) oversized.add(uid);
    throw error;
  }
}
