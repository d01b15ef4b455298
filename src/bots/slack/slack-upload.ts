/** Pictures and files of a card: their bytes go up before the message, and are shown beneath it. */
import { PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { CardAttachment } from '../../messages/card.ts';
import type { SlackApi } from './slack-api.ts';
import { isSlackAddress } from './slack-hosts.ts';
import type { SlackLog } from './slack-log.ts';
import { DOWN_MS, retryableProblem, setupFix, slackErrorCode } from './slack-problem.ts';
import { cutText } from './slack-text.ts';

export interface UploadOptions {
  api: SlackApi;
  log: SlackLog;
  apiUrl?: string;
  readBlob?(blob: string, signal: AbortSignal): Promise<Uint8Array>;
}

const MOST_FILES = 5;
const ALT_TEXT = 1_000;

/** Ids of files that nobody sees yet. Throws RetryLater: nothing was sent then. */
export async function uploadFiles(
  options: UploadOptions,
  attachments: readonly CardAttachment[],
  signal: AbortSignal,
): Promise<{ id: string; title: string }[]> {
  const { readBlob } = options;
  if (readBlob === undefined) return [];
  const uploaded: { id: string; title: string }[] = [];
  for (const { name, blob, alternativeText } of attachments.slice(0, MOST_FILES)) {
    const bytes = await readBlob(blob, signal);
    uploaded.push({ id: await uploadOne(options, { name, bytes, alternativeText }, signal), title: name });
  }
  return uploaded;
}

async function uploadOne(
  { api, apiUrl }: UploadOptions,
  { name, bytes, alternativeText }: { name: string; bytes: Uint8Array; alternativeText: string },
  signal: AbortSignal,
): Promise<string> {
  const place = await api.files
    .getUploadURLExternal({ filename: name, length: bytes.byteLength, alt_text: cutText(alternativeText, ALT_TEXT) })
    .catch((error: unknown) => {
      throw retryableProblem(error);
    });
  const { upload_url: address, file_id: id } = place;
  if (id === undefined || address === undefined || !URL.canParse(address) || !isSlackAddress(new URL(address), apiUrl))
    throw new PermanentFailure('Slack names no place for a file', 'Look whether the app has the scope files:write.');
  const body = new Uint8Array(bytes);
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual', signal }).catch((error: unknown) => {
    throw new RetryLater('a file could not be sent to Slack', { afterMs: DOWN_MS, countsAsAttempt: false, cause: error });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new RetryLater(`Slack's file server answers ${answer.status}`, { afterMs: DOWN_MS });
  return id;
}

/** Beneath the message, which is sent already: a failure is no reason to send it again, and its words say what the picture shows. */
export async function showFiles(
  { api, log }: UploadOptions,
  [first, ...rest]: readonly { id: string; title: string }[],
  { channel, ts }: { channel: string; ts: string },
): Promise<void> {
  if (first === undefined) return;
  const files: [typeof first, ...(typeof first)[]] = [first, ...rest];
  await api.files.completeUploadExternal({ files, channel_id: channel, thread_ts: ts }).catch((error: unknown) => {
    const fix = setupFix(error);
    log.warn(
      { error: slackErrorCode(error), ...(fix === undefined ? {} : { fix }) },
      'a picture of a message could not be shown',
    );
  });
}
