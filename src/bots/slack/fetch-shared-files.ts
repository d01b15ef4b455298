/** What lies in a shared channel is looked at before anything of it is kept (rule A7): its bytes come with the message. */
import { PermanentFailure } from '../../domain/errors.ts';
import type { IncomingAttachment, IncomingMessage } from '../../messages/channel.ts';
import { type FileSource, fetchSlackFile } from './fetch-slack-file.ts';

const MAX_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 5;
const WITHIN_MS = 60_000;
/** Of one reading of a watched channel: all of it is in memory at once. */
const MOST_BYTES_OF_PLACE = 80 * 1024 * 1024;

/** Files that cannot be had are left out. Throws RetryLater. */
export async function withBytes(source: FileSource, message: IncomingMessage, maxBytes = MAX_BYTES): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  const attachments: IncomingAttachment[] = [];
  for (const attachment of message.attachments.slice(0, MOST_FILES)) {
    if ('bytes' in attachment.content) attachments.push(attachment);
    else {
      const bytes = await bytesOf(source, attachment.content.ref, maxBytes, signal);
      if (bytes) attachments.push({ ...attachment, content: { bytes } });
    }
  }
  return { ...message, attachments };
}

/** One after the other; once a reading is as large as it may be, what is large itself is left alone. */
export async function withAllBytes(source: FileSource, messages: readonly IncomingMessage[]): Promise<IncomingMessage[]> {
  const read: IncomingMessage[] = [];
  let left = MOST_BYTES_OF_PLACE;
  for (const message of messages) {
    const whole = await withBytes(source, message, Math.max(1, Math.min(MAX_BYTES, left)));
    for (const { content } of whole.attachments) left -= 'bytes' in content ? content.bytes.byteLength : 0;
    read.push(whole);
  }
  return read;
}

async function bytesOf(source: FileSource, ref: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const all: Uint8Array[] = [];
    for await (const chunk of fetchSlackFile(source, ref, { maxBytes, signal })) all.push(chunk);
    return Buffer.concat(all);
  } catch (error) {
    // Gone, too large, not given: nobody can say that it is a resume, so it is left alone.
    if (error instanceof PermanentFailure) return undefined;
    throw error;
  }
}
