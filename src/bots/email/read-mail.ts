/** The bytes of a mail → what happened: a message, or a reaction to one (rules E7, E9–E12, O11). */
import type { IncomingMessage, MessageProblem, ReactionChange } from '../../messages/channel.ts';
import { chooseBody } from './choose-body.ts';
import { collectFiles } from './collect-files.ts';
import { automaticReason, hasEmptySender, isReport } from './detect-automatic.ts';
import { mailEventKey } from './event-key.ts';
import { addressesOf, type FromAddress, fromOf, isOurs, normalAddress } from './mail-address.ts';
import { type MailHeader, messageIdsOf, readHeader, valuesOf } from './mail-header.ts';
import { readDeliveryReport } from './read-delivery-report.ts';
import { readReaction } from './read-reaction.ts';
import { replyAddressOf } from './reply-address.ts';
import { stripQuoted } from './strip-quoted.ts';
import { type SenderTrust, type TrustOptions, trustSender } from './trust-sender.ts';
import { type WalkedMail, walkParts } from './walk-parts.ts';

export interface MailEnvelope {
  /** MAIL FROM; `''` is the null sender of bounces. */
  from?: string;
  /** RCPT TO: all of them ours, or the mail would not be here. */
  to: readonly string[];
  /** Who handed it over, for SPF. */
  remoteAddress?: string;
  helo?: string;
}

export interface ReadMailOptions extends TrustOptions {
  /** Addresses without plus parts that mails to us carry. */
  ourAddresses: readonly string[];
  /** What SMTP said; a mailbox does not know it. */
  envelope?: MailEnvelope;
  /** The position to commit with the message (rule E5). */
  cursor?: { source: string; value: string };
  /** Of a mailbox (`MailOrigin`): handed on as they are. */
  location?: string;
  sharedPlace?: boolean;
  answeredBefore?: boolean;
  backlog?: boolean;
  problem?: MessageProblem;
}

export type MailEvent = { kind: 'message'; message: IncomingMessage } | { kind: 'reaction'; reaction: ReactionChange };

const RECIPIENT_FIELDS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];
const LONGEST_TEXT = 1_000_000;
const MOST_REFERENCES = 100;

/** Reads a mail. Never throws: one that cannot be parsed is a message with its raw bytes and a remark, so that it is not lost. */
export async function readMail(raw: Uint8Array, options: ReadMailOptions): Promise<MailEvent> {
  const header = readHeader(raw);
  const walked = await walkParts(raw);
  const from = senderOf(header, options.envelope);
  const trust = await trustSender({ raw, header, from, envelope: options.envelope }, options);
  const basics = await basicsOf(header, raw, from, walked, trust, options);
  const inReplyTo = messageIdsOf(header, 'in-reply-to');
  const reaction = readReaction(walked.parts, inReplyTo);
  if (reaction !== undefined) return { kind: 'reaction', reaction: { ...basics, ...reaction, removed: false } };
  return {
    kind: 'message',
    message: {
      ...basics,
      ...(await contentOf(header, walked)),
      ...(options.problem === undefined ? {} : { problem: options.problem }),
      ...(options.backlog === true ? { backlog: true } : {}),
      raw,
      recipients: recipientsOf(header, options),
      inReplyTo: answered(header),
      deliveryReport: readDeliveryReport(header, walked.parts, { emptySender: hasEmptySender(header, options.envelope) }),
    },
  };
}

/** Who it is from; mails without a From (or with a garbled one) have the envelope's sender, and nobody believes it. */
function senderOf(header: MailHeader, envelope: MailEnvelope | undefined): FromAddress {
  const from = fromOf(header);
  if (from.address !== '') return from;
  const fallback =
    normalAddress(envelope?.from ?? '') || normalAddress(valuesOf(header, 'return-path')[0]?.replace(/[<>]/g, '') ?? '');
  return { address: fallback, name: from.name, wellFormed: false };
}

async function basicsOf(
  header: MailHeader,
  raw: Uint8Array,
  from: FromAddress,
  walked: WalkedMail,
  trust: SenderTrust,
  options: ReadMailOptions,
) {
  const automatic = automaticReason(header, {
    ourAddresses: options.ourAddresses,
    sender: from.address,
    envelopeFrom: options.envelope?.from,
  });
  const answeredBefore = options.answeredBefore === true ? 'answered before' : undefined;
  const silent = automatic ?? answeredBefore ?? (from.address === '' ? 'no sender address' : undefined);
  const name = walked.senderName ?? (from.name || undefined);
  return {
    channel: 'email',
    eventKey: mailEventKey(header, raw),
    ...(options.cursor === undefined ? {} : { cursor: options.cursor }),
    conversation: await replyAddressOf(header, from.address, trust.verified && trust.replyTo),
    private: true,
    sender: { address: from.address, ...(name === undefined ? {} : { name }), verified: trust.verified },
    ...(trust.verified ? { proof: { replayable: trust.replayable, thread: trust.thread } } : {}),
    // Nobody can be answered at no address: that is as good as automatic.
    ...(silent === undefined ? {} : { automatic: silent }),
    messageId: messageIdsOf(header, 'message-id')[0],
    ...(options.location === undefined ? {} : { location: options.location }),
    ...(options.sharedPlace === true ? { sharedPlace: true } : {}),
  };
}

async function contentOf(header: MailHeader, walked: WalkedMail) {
  const subject = walked.subject ?? valuesOf(header, 'subject')[0];
  const body = chooseBody(walked.parts);
  const files = await collectFiles(body, { openMails: !isReport(header) });
  const remarks = [...walked.remarks, ...files.remarks];
  if (body.text.length > LONGEST_TEXT) remarks.push('The text was too long; only the beginning was read.');
  return {
    ...(subject === undefined ? {} : { subject }),
    text: stripQuoted(body.text.slice(0, LONGEST_TEXT), subject),
    references: messageIdsOf(header, 'references').slice(-MOST_REFERENCES),
    attachments: files.attachments,
    remarks: [...new Set(remarks)],
  };
}

/** In-Reply-To; some programs set only References, whose last is the mail answered. */
function answered(header: MailHeader): string[] {
  const inReplyTo = messageIdsOf(header, 'in-reply-to').slice(0, MOST_REFERENCES);
  return inReplyTo.length > 0 ? inReplyTo : messageIdsOf(header, 'references').slice(-1);
}

function recipientsOf(header: MailHeader, options: ReadMailOptions): string[] {
  const named = RECIPIENT_FIELDS.flatMap((field) => addressesOf(header, field)).filter((address) =>
    isOurs(address, options.ourAddresses),
  );
  const envelope = (options.envelope?.to ?? []).map(normalAddress).filter((address) => address !== '');
  return [...new Set([...envelope, ...named])];
}
