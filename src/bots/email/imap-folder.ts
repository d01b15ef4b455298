/** What is asked of the open folder. Each function is one command; none runs while another one's answer is read (rule E4). */
import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';

/** The keyword of mails that were taken in and answered. */
export const MARK = '$Shortlist';

export interface MailFacts {
  bytes: number;
  /** INTERNALDATE, milliseconds. */
  arrived?: number;
  /** The Date field, milliseconds. */
  sent?: number;
  /** It carries our mark already. */
  marked: boolean;
}

const byUid = { uid: true } as const;

/** Ascending. */
export async function uidsAfter(client: ImapFlow, last: number): Promise<number[]> {
  // `n:*` names the last mail even when its UID is below n.
  return (await found(client, { uid: `${last + 1}:*` })).filter((uid) => uid > last);
}

/** Ascending; all of them without a date. Days are the server's: ask for one more than you need. */
export function uidsSince(client: ImapFlow, since: number | undefined): Promise<number[]> {
  return found(client, since === undefined ? { all: true } : { since: new Date(since) });
}

export async function isThere(client: ImapFlow, uid: number): Promise<boolean> {
  return (await found(client, { uid: String(uid) })).includes(uid);
}

/** INTERNALDATE of the newest mail with our mark; undefined when there is none. */
export async function newestMarked(client: ImapFlow): Promise<number | undefined> {
  // Some servers refuse a keyword that no mail ever had: then no mail has it.
  const marked = await client.search({ keyword: MARK }, byUid);
  const newest = Array.isArray(marked) && marked.length > 0 ? Math.max(...marked.slice(-1_000)) : undefined;
  return newest === undefined ? undefined : (await factsOf(client, newest))?.arrived;
}

/** Undefined for a mail that has gone. */
export async function factsOf(client: ImapFlow, uid: number): Promise<MailFacts | undefined> {
  const query = { uid: true, size: true, flags: true, internalDate: true, envelope: true };
  const message = await client.fetchOne(String(uid), query, byUid);
  if (!message) return undefined;
  return {
    bytes: message.size ?? 0,
    arrived: milliseconds(message.internalDate),
    sent: milliseconds(message.envelope?.date),
    marked: [...(message.flags ?? [])].some((flag) => flag.toLowerCase() === MARK.toLowerCase()),
  };
}

/** The first `maxBytes` bytes, without \Seen (BODY.PEEK). Undefined for a mail that has gone. */
export async function readBytes(client: ImapFlow, uid: number, maxBytes: number): Promise<Uint8Array | undefined> {
  const message = await client.fetchOne(String(uid), { uid: true, source: { start: 0, maxLength: maxBytes } }, byUid);
  return message ? message.source : undefined;
}

/** The header, and the names of the files of a mail whose bytes are not fetched. */
export async function readHeaderOnly(
  client: ImapFlow,
  uid: number,
): Promise<{ header: Uint8Array; fileNames: string[] } | undefined> {
  const message = await client.fetchOne(String(uid), { uid: true, headers: true, bodyStructure: true }, byUid);
  if (!message) return undefined;
  return { header: message.headers ?? new Uint8Array(), fileNames: fileNamesOf(message) };
}

async function found(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const uids = await client.search(query, byUid);
  // Refused, or the connection has gone: an empty answer would read as "no new mail".
  if (!Array.isArray(uids)) throw Object.assign(new Error('the server did not search'), { code: 'SEARCH_REFUSED' });
  return uids.toSorted((a, b) => a - b);
}

function milliseconds(date: Date | string | undefined): number | undefined {
  const at = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(at) ? undefined : at;
}

const MOST_NAMES = 50;

function fileNamesOf(message: FetchMessageObject): string[] {
  const names: string[] = [];
  const walk = (node: MessageStructureObject | undefined, depth: number) => {
    if (node === undefined || depth > 20 || names.length >= MOST_NAMES) return;
    const name = node.dispositionParameters?.filename ?? node.parameters?.name;
    if (name !== undefined) names.push(name);
    for (const child of node.childNodes ?? []) walk(child, depth + 1);
  };
  walk(message.bodyStructure, 0);
  return names;
}
