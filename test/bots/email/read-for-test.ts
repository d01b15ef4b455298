import { expect } from 'vitest';
import { type MailEvent, type ReadMailOptions, readMail } from '../../../src/bots/email/read-mail.ts';
import type { IncomingAttachment, IncomingMessage } from '../../../src/messages/channel.ts';

const OPTIONS: ReadMailOptions = {
  trust: 'local',
  receivedAt: new Date('2025-11-20T10:05:00Z'),
  ourAddresses: ['jobs@shortlist.example.net'],
};

export function readEvent(raw: Uint8Array, options: Partial<ReadMailOptions> = {}): Promise<MailEvent> {
  return readMail(raw, { ...OPTIONS, ...options });
}

/** The message in a mail; fails when it is a reaction. */
export async function readMessage(raw: Uint8Array, options: Partial<ReadMailOptions> = {}): Promise<IncomingMessage> {
  const event = await readEvent(raw, options);
  if (event.kind !== 'message') throw expect.unreachable('a message was expected');
  return event.message;
}

export function bytesOf(attachment: IncomingAttachment | undefined): Buffer {
  if (attachment === undefined || !('bytes' in attachment.content))
    throw expect.unreachable('an attachment with bytes was expected');
  return Buffer.from(attachment.content.bytes);
}
