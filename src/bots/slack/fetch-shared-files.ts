/** What lies in a shared channel is looked at before anything of it is kept (rule A7): its bytes come with the message. */
import { PermanentFailure } from '../../domain/errors.ts';
import type { IncomingAttachment, IncomingMessage } from '../../messages/channel.ts';
import { type FileInfo, type FileSource, fetchSlackFile } from './fetch-slack-file.ts';

/** Of one file. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Of one message, which has ten files at most in Slack: all of them are in memory at once. */
const MOST_BYTES_OF_MESSAGE = 60 * 1024 * 1024;
const MOST_FILES = 10;
const WITHIN_MS = 60_000;
/** Of one reading of a watched channel. */
const MOST_BYTES_OF_PLACE = 80 * 1024 * 1024;

/** Files that cannot be had are left out, and their sender is told if the message is taken in at all. Throws RetryLater. */
export async function withBytes(
  source: FileSource,
  message: IncomingMessage,
  mostBytes = MOST_BYTES_OF_MESSAGE,
): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  const attachments: IncomingAttachment[] = [];
  const remarks = [...message.remarks];
  let left = mostBytes;
  for (const attachment of message.attachments.slice(0, MOST_FILES)) {
    const whole = await fetched(source, attachment, Math.max(1, Math.min(MAX_BYTES, left)), signal);
    if ('reason' in whole) remarks.push(`${attachment.name} was left out: ${whole.reason}.`);
    else {
      attachments.push(whole);
      left -= 'bytes' in whole.content ? whole.content.bytes.byteLength : 0;
    }
  }
  return { ...message, attachments, remarks };
}

/** One after the other; once a reading is as large as it may be, what is large itself is left alone. */
export async function withAllBytes(source: FileSource, messages: readonly IncomingMessage[]): Promise<IncomingMessage[]> {
  const read: IncomingMessage[] = [];
  let left = MOST_BYTES_OF_PLACE;
  for (const message of messages) {
    const whole = await withBytes(source, message, Math.min(MOST_BYTES_OF_MESSAGE, left));
    for (const { content } of whole.attachments) left -= 'bytes' in content ? content.bytes.byteLength : 0;
    read.push(whole);
  }
  return read;
}

async function fetched(
  source: FileSource,
  attachment: IncomingAttachment,
  maxBytes: number,
  signal: AbortSignal,
): Promise<IncomingAttachment | { reason: string }> {
  if ('bytes' in attachment.content) return attachment;
  let info: FileInfo = {};
  const onInfo = (found: FileInfo) => {
    info = found;
  };
  try {
    const all: Uint8Array[] = [];
    for await (const chunk of fetchSlackFile(source, attachment.content.ref, { maxBytes, signal, onInfo })) all.push(chunk);
    const { name = attachment.name, type = attachment.type } = info;
    return { ...attachment, name, type, content: { bytes: Buffer.concat(all) } };
  } catch (error) {
    // Gone, too large, not given: nobody can say that it is a resume, so it is left alone.
    if (error instanceof PermanentFailure) return { reason: error.message };
    throw error;
  }
}
