/** Files are fetched when they come: there is no second chance with Discord's addresses (rule D3). */
import { setTimeout as delay } from 'node:timers/promises';
import { PermanentFailure } from '../../domain/errors.ts';
import type { IncomingAttachment } from '../../messages/channel.ts';
import type { DiscordLog } from './discord-connection.ts';
import type { DiscordFile } from './discord-payloads.ts';
import { discordErrorCode } from './discord-problem.ts';
import { type FileSource, fetchDiscordFile } from './fetch-discord-file.ts';
import type { FileGiven } from './read-discord-event.ts';

/** As for a mail (rule E11). */
const MAX_BYTES = 40 * 1024 * 1024;
/** Of one message, held in memory at once; what is beyond is fetched by a task. */
const MOST_BYTES = 60 * 1024 * 1024;
/** Of one file of a shared channel, which is looked at before it is taken in (rule A7). */
const SHARED_MAX_BYTES = 20 * 1024 * 1024;
const MOST_SHARED_FILES = 5;
const FETCH_WITHIN_MS = 60_000;
/** Before a file that nobody can ask for later is given up. */
const PAUSES_MS = [1_000, 5_000];

export interface ReceiveOptions {
  source: FileSource;
  log: DiscordLog;
  pausesMs?: readonly number[];
}

/** Of a direct message: what cannot be had now is named, and a task asks for it again. */
export async function receiveFiles({ source }: ReceiveOptions, files: readonly FileGiven[]): Promise<IncomingAttachment[]> {
  const received: IncomingAttachment[] = [];
  let room = MOST_BYTES;
  for (const { file, ref } of files) {
    const bytes = file.size <= room ? await collect(source, file, ref, MAX_BYTES).catch(() => undefined) : undefined;
    room -= bytes?.byteLength ?? 0;
    received.push(attachmentOf(file, bytes ? { bytes } : { ref: ref ?? NO_REF, size: file.size }));
  }
  return received;
}

/** Nothing asks for it again: the person is told to send it anew. */
const NO_REF = 'discord:gone';

/** Of a form or a command: they belong to no message, so it is tried a little longer. */
export async function receiveOnce(options: ReceiveOptions, files: readonly FileGiven[]): Promise<IncomingAttachment[]> {
  const received: IncomingAttachment[] = [];
  for (const { file, ref } of files) {
    const bytes = await patiently(options, file, ref, MAX_BYTES);
    received.push(attachmentOf(file, bytes ? { bytes } : { ref: ref ?? NO_REF, size: file.size }));
  }
  return received;
}

/** Of a shared channel: judged by intake, so that only bytes count. What cannot be had is left alone. */
export async function receiveShared(options: ReceiveOptions, files: readonly FileGiven[]): Promise<IncomingAttachment[]> {
  const received: IncomingAttachment[] = [];
  for (const { file, ref } of files.slice(0, MOST_SHARED_FILES)) {
    const bytes = await patiently(options, file, ref, SHARED_MAX_BYTES);
    if (bytes) received.push(attachmentOf(file, { bytes }));
  }
  return received;
}

async function patiently(
  { source, log, pausesMs = PAUSES_MS }: ReceiveOptions,
  file: DiscordFile,
  ref: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  for (const pause of [...pausesMs, undefined]) {
    try {
      return await collect(source, file, ref, maxBytes);
    } catch (error) {
      if (error instanceof PermanentFailure) return undefined;
      if (pause === undefined) log.error({ error: discordErrorCode(error) }, 'a file of Discord could not be fetched');
      else await delay(pause);
    }
  }
  return undefined;
}

async function collect(source: FileSource, file: DiscordFile, ref: string | undefined, maxBytes: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(FETCH_WITHIN_MS);
  const chunks: Uint8Array[] = [];
  for await (const chunk of fetchDiscordFile(source, { ref, url: file.url }, { maxBytes, signal })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const attachmentOf = (file: DiscordFile, content: IncomingAttachment['content']): IncomingAttachment => ({
  name: nameOf(file),
  type: file.content_type || 'application/octet-stream',
  inline: false,
  embedded: false,
  depth: 0,
  content,
});

/** Discord rewrites names of files to plain letters; the title keeps what the sender called it. */
function nameOf({ filename, title }: DiscordFile): string {
  if (!title) return filename;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(filename)?.[0] ?? '';
  return title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`;
}
