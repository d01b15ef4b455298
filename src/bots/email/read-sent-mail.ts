/** Reads a mail that we wrote ourselves: what the demo shows and checks look at. */
import { chooseBody } from './choose-body.ts';
import { fromOf } from './mail-address.ts';
import { messageIdsOf, readHeader } from './mail-header.ts';
import { walkParts } from './walk-parts.ts';

export interface SentMail {
  /** With the reply token, where it has one. */
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId?: string;
  inReplyTo: string[];
}

export async function readSentMail(raw: Uint8Array): Promise<SentMail> {
  const header = readHeader(raw);
  const walked = await walkParts(raw);
  const { text, html } = chooseBody(walked.parts);
  return {
    from: fromOf(header).address,
    subject: walked.subject ?? '',
    text,
    html,
    messageId: messageIdsOf(header, 'message-id')[0],
    inReplyTo: messageIdsOf(header, 'in-reply-to'),
  };
}
