/** Card → the bytes of a mail, with the headers that keep loops, threads and reactions right. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clock } from '../../domain/clock.ts';
import { PermanentFailure } from '../../domain/errors.ts';
import type { BlobId } from '../../domain/ids.ts';
import type { Card, CardAttachment } from '../../messages/card.ts';
import type { SendOptions } from '../../messages/channel.ts';
import { cleanFileName } from './collect-files.ts';
import { normalAddress } from './mail-address.ts';
import { asMailCard } from './mail-card.ts';
import { renderMail } from './render-mail.ts';
import { withReplyToken } from './reply-address.ts';

export interface ComposeOptions {
  from: { name: string; address: string };
  postalAddress?: string;
  clock: Clock;
  /** Bytes of a card's attachment. Without it the mail has the alternative text only. */
  readBlob?(blob: BlobId, signal: AbortSignal): Promise<Uint8Array>;
}

export interface ComposedMail {
  messageId: string;
  /** Follows from the dedupe key alone. */
  keyHash: string;
  to: string;
  /** Nobody waits for it: others go first (rule O10). */
  bulk: boolean;
  raw: Buffer;
}

/** One prefix of a reply in the languages of the dictionaries, with a count as some programs add it (`Re[2]:`). */
const REPLY_PREFIX = /^\s*(?:re|aw|antw|antwort|sv|odp|res|rif|ri|r)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*/i;
const LONGEST_SUBJECT = 250;
const MOST_REFERENCES = 50;

/** Composes the mail. Throws PermanentFailure when `to` is no address. */
export async function composeMail(to: string, card: Card, send: SendOptions, options: ComposeOptions): Promise<ComposedMail> {
  const address = normalAddress(to);
  if (address === '')
    throw new PermanentFailure(
      'the conversation is not a mail address',
      'Ask the person for an address that mail can be sent to.',
    );
  const keyHash = keyHashOf(send.dedupeKey);
  const messageId = messageIdOf(send.dedupeKey, options.from.address);
  const files = await attachmentsOf(card, keyHash, options, send.signal);
  const bulk = send.bulk === true;
  const from = withReplyToken(options.from.address, send.replyToken);
  const stopLink = bulk ? stopLinkOf(from) : undefined;
  const mailCard = asMailCard(card, { from: options.from, postalAddress: options.postalAddress, bulk });
  const pictures = files.flatMap((file) =>
    file.cid === undefined ? [] : [{ cid: file.cid, alternativeText: file.alternativeText }],
  );
  const rendered = await renderMail(mailCard, { sender: options.from.name, stopLink, links: send.links, pictures });
  const composer = new MailComposer({
    // A line of a header ends at 998 signs, and only spaces fold it.
    from: { name: cut(oneLine(options.from.name)), address: from },
    to: { name: '', address },
    subject: subjectOf(send.subject, rendered.subject),
    messageId,
    date: options.clock.now(),
    ...threadOf(send),
    headers: { ...headersOf(bulk), 'X-Loop': options.from.address, ...unsubscribeHeaders(stopLink, send.links?.unsubscribe) },
    text: cleanLines(rendered.text),
    html: cleanLines(rendered.html),
    attachments: files.map(({ filename, contentType, content, cid }) => ({
      filename,
      contentType,
      content,
      ...(cid === undefined ? {} : { cid }),
    })),
    newline: 'win',
    // Content is always bytes or text that we hold: nothing may turn into a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { messageId, keyHash, to: address, bulk, raw: await composer.compile().build() };
}

/** What of a message's key its Message-ID and its file are named after. */
export const keyHashOf = (dedupeKey: string): string => createHash('sha256').update(dedupeKey).digest('hex').slice(0, 32);

/** The same key is the same Message-ID for ever (rule O4); the kind (`answer`, `digest`) is readable for those who read logs. */
export function messageIdOf(dedupeKey: string, fromAddress: string): string {
  const kind = /^[a-z][a-z0-9-]{0,30}(?=:)/i.exec(dedupeKey)?.[0].toLowerCase() ?? 'message';
  return `<${keyHashOf(dedupeKey)}.${kind}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
}

/** The subject answered, with one `Re:` (rule O12); without one the card's title. */
export function subjectOf(answered: string | undefined, title: string): string {
  let subject = oneLine(answered ?? '');
  if (subject === '') return cut(oneLine(title)) || 'A message for you';
  while (REPLY_PREFIX.test(subject)) subject = subject.replace(REPLY_PREFIX, '');
  return cut(`Re: ${subject}`.trimEnd());
}

function headersOf(bulk: boolean): Record<string, string> {
  return {
    // RFC 3834: no vacation answer to it, and another assistant does not answer either (rule E9).
    'Auto-Submitted': bulk ? 'auto-generated' : 'auto-replied',
    'X-Auto-Response-Suppress': 'All',
    // Outlook's reactions never reach us by mail (rule O11).
    'x-ms-reactions': 'disallow',
  };
}

/**
 * RFC 8058: the page takes a POST without anything else, over HTTPS only (section 3.1), and the mail address stays for programs that know no
 * pages (rule O1).
 */
function unsubscribeHeaders(stopLink: string | undefined, page: string | undefined): Record<string, string> {
  if (stopLink === undefined) return {};
  if (page === undefined || !/^https?:\/\/[!-;=?-~]+$/.test(page)) return { 'List-Unsubscribe': `<${stopLink}>` };
  const both = { 'List-Unsubscribe': `<${page}>, <${stopLink}>` };
  return page.startsWith('https:') ? { ...both, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : both;
}

function stopLinkOf(address: string): string {
  return `mailto:${address}?subject=stop`;
}

function threadOf(send: SendOptions): { inReplyTo?: string; references?: string[] } {
  // ASCII only: an id that is not cannot be in a header, and an encoded one would be another id.
  const isId = (id: string) => /^<[!-;=?-~]{1,900}>$/.test(id);
  const inReplyTo = send.inReplyTo !== undefined && isId(send.inReplyTo) ? send.inReplyTo : undefined;
  const references = [...new Set([...(send.references ?? []).filter(isId), ...(inReplyTo === undefined ? [] : [inReplyTo])])];
  // The first stays: programs find the thread by it.
  const kept =
    references.length <= MOST_REFERENCES ? references : [...references.slice(0, 1), ...references.slice(1 - MOST_REFERENCES)];
  return { ...(inReplyTo === undefined ? {} : { inReplyTo }), ...(kept.length === 0 ? {} : { references: kept }) };
}

interface MailFile {
  filename: string;
  contentType: string;
  content: Buffer;
  cid: string | undefined;
  alternativeText: string;
}

async function attachmentsOf(card: Card, keyHash: string, options: ComposeOptions, signal: AbortSignal): Promise<MailFile[]> {
  const { readBlob } = options;
  if (readBlob === undefined) return [];
  return Promise.all(
    card.attachments.map(async (file, index) =>
      toFile(file, await readBlob(file.blob, signal), `${keyHash.slice(0, 16)}.${index}@shortlist`),
    ),
  );
}

function toFile(file: CardAttachment, bytes: Uint8Array, cid: string): MailFile {
  const isType = /^[a-z0-9][\w.+-]*\/[\w.+-]+$/i.test(file.type);
  return {
    filename: cleanFileName(file.name) || 'attachment',
    contentType: isType ? file.type : 'application/octet-stream',
    content: Buffer.from(bytes),
    cid: file.type.startsWith('image/') ? cid : undefined,
    alternativeText: file.alternativeText,
  };
}

function cut(subject: string): string {
  return subject.length <= LONGEST_SUBJECT
    ? subject
    : `${subject.slice(0, LONGEST_SUBJECT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A lone CR ends a line for some servers and not for others; control characters make a mail look like spam. */
function cleanLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
