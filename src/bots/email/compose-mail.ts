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
  const keyHash = createHash('sha256').update(send.dedupeKey).digest('hex').slice(0, 32);
  const messageId = messageIdOf(send.dedupeKey, keyHash, options.from.address);
  const files = await attachmentsOf(card, keyHash, options, send.signal);
  const bulk = send.bulk === true;
  const stopLink = bulk ? stopLinkOf(options.from.address) : undefined;
  const mailCard = asMailCard(card, { from: options.from, postalAddress: options.postalAddress, bulk });
  const pictures = files.flatMap((file) =>
    file.cid === undefined ? [] : [{ cid: file.cid, alternativeText: file.alternativeText }],
  );
  const rendered = await renderMail(mailCard, { sender: options.from.name, stopLink, pictures });
  const composer = new MailComposer({
    from: { name: oneLine(options.from.name), address: withReplyToken(options.from.address, send.replyToken) },
    to: { name: '', address },
    subject: subjectOf(send.subject, rendered.subject),
    messageId,
    date: options.clock.now(),
    ...threadOf(send),
    headers: { ...headersOf(bulk, stopLink), 'X-Loop': options.from.address },
    text: rendered.text,
    html: rendered.html,
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
  return { messageId, keyHash, to: address, raw: await composer.compile().build() };
}

/** The same key is the same Message-ID for ever (rule O4); the kind (`answer`, `digest`) is readable for those who read logs. */
function messageIdOf(dedupeKey: string, keyHash: string, fromAddress: string): string {
  const kind = /^[a-z][a-z0-9-]{0,30}(?=:)/i.exec(dedupeKey)?.[0].toLowerCase() ?? 'message';
  return `<${keyHash}.${kind}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
}

/** The subject answered, with one `Re:` (rule O12); without one the card's title. */
export function subjectOf(answered: string | undefined, title: string): string {
  let subject = oneLine(answered ?? '');
  if (subject === '') return cut(oneLine(title)) || 'A message for you';
  while (REPLY_PREFIX.test(subject)) subject = subject.replace(REPLY_PREFIX, '');
  return cut(`Re: ${subject}`.trimEnd());
}

function headersOf(bulk: boolean, stopLink: string | undefined): Record<string, string> {
  return {
    // RFC 3834: no vacation answer to it, and another assistant does not answer either (rule E9).
    'Auto-Submitted': bulk ? 'auto-generated' : 'auto-replied',
    'X-Auto-Response-Suppress': 'All',
    // Outlook's reactions never reach us by mail (rule O11).
    'x-ms-reactions': 'disallow',
    ...(stopLink === undefined ? {} : { 'List-Unsubscribe': `<${stopLink}>` }),
  };
}

function stopLinkOf(address: string): string {
  return `mailto:${address}?subject=stop`;
}

function threadOf(send: SendOptions): { inReplyTo?: string; references?: string[] } {
  const isId = (id: string) => /^<[^<>\s]{1,900}>$/.test(id);
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

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
