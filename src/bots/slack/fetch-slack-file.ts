/** The bytes of a file of Slack's, by its id (rules S5, S6, S7). */
import { PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { SlackApi } from './slack-api.ts';
import { isSlackAddress } from './slack-hosts.ts';
import { retryableProblem, setupFix } from './slack-problem.ts';

export interface FileSource {
  api: SlackApi;
  botToken: string;
  /** Its host counts as Slack's. */
  apiUrl?: string;
  /** A missing scope is an administrator's affair. */
  onSetupProblem(fix: string): void;
}

/** What Slack says of a file whose event said nothing (rule S5). */
export interface FileInfo {
  name?: string;
  type?: string;
}

const MOST_HOPS = 3;
const PERSON_FIX = 'Send the file again, or send it by mail.';
const SCOPE_FIX = 'Slack gave a login page instead of a file: add the scope files:read to the app and install it again.';

/** Throws RetryLater, or PermanentFailure for a file that is gone, too large or not given to us. */
export async function* fetchSlackFile(
  source: FileSource,
  fileId: string,
  { maxBytes, signal, onInfo }: { maxBytes: number; signal: AbortSignal; onInfo?(info: FileInfo): void },
): AsyncGenerator<Uint8Array> {
  const url = await addressOf(source, fileId, maxBytes, onInfo);
  const response = await follow(source, url, signal);
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    const seconds = Number(response.headers.get('retry-after'));
    throw new RetryLater(`Slack's file server answers ${response.status}`, {
      afterMs: seconds > 0 ? seconds * 1000 : 30_000,
      countsAsAttempt: false,
    });
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new PermanentFailure(`Slack's file server answers ${response.status}`, PERSON_FIX);
  }
  yield* bytesOf(source, response.headers.get('content-type') ?? '', response.body, maxBytes);
}

/** Asked anew each time: files of Slack Connect come without an address (rule S5), and addresses grow old. */
async function addressOf(
  { api, onSetupProblem }: FileSource,
  file: string,
  maxBytes: number,
  onInfo: (info: FileInfo) => void = () => {},
): Promise<URL> {
  const answer = await api.files.info({ file }).catch((error: unknown) => {
    const fix = setupFix(error);
    if (fix !== undefined) onSetupProblem(fix);
    throw retryableProblem(error);
  });
  const { size = 0, url_private_download: download, url_private: view, mode } = answer.file ?? {};
  const { name, mimetype } = answer.file ?? {};
  onInfo({ name, type: mimetype });
  if (size > maxBytes) throw tooLarge(maxBytes);
  const address = download ?? view;
  if (mode === 'tombstone' || address === undefined || !URL.canParse(address))
    throw new PermanentFailure('the file is no longer in Slack', PERSON_FIX);
  return new URL(address);
}

async function follow(source: FileSource, from: URL, signal: AbortSignal): Promise<Response> {
  let url = from;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    // Nobody else is asked, so nobody else ever sees the token (rule S7).
    if (!isSlackAddress(url, source.apiUrl)) throw new PermanentFailure('the file is not kept by Slack', PERSON_FIX);
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { authorization: `Bearer ${source.botToken}` },
    }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new RetryLater("Slack's file server cannot be reached", { afterMs: 30_000, countsAsAttempt: false, cause: error });
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(next, url.href)) break;
    url = new URL(next, url);
  }
  throw new PermanentFailure('the file moves on from address to address', PERSON_FIX);
}

async function* bytesOf(
  { onSetupProblem }: FileSource,
  type: string,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  let isFirst = true;
  for await (const chunk of body) {
    if (isFirst && (/^text\/html/i.test(type) || /^\s*<!doctype html/i.test(Buffer.from(chunk.subarray(0, 100)).toString()))) {
      onSetupProblem(SCOPE_FIX);
      throw new PermanentFailure('Slack did not give the file', PERSON_FIX);
    }
    isFirst = false;
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

const tooLarge = (maxBytes: number) =>
  new PermanentFailure(
    `the file is larger than ${Math.floor(maxBytes / 1_048_576)} MB`,
    'Send a smaller one: only the resume itself.',
  );
