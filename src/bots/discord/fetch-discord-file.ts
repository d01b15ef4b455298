/** The bytes of a file of Discord's. Its addresses are signed for a day: an old one is asked for again once, by its message (rule D3). */
import { type REST, Routes } from 'discord.js';
import { PermanentFailure, RetryLater } from '../../domain/errors.ts';
import { readFileRef } from './discord-ids.ts';
import { DiscordMessage } from './discord-payloads.ts';
import { retryableProblem } from './discord-problem.ts';

export interface FileSource {
  api: REST;
  /** Its host counts as Discord's. */
  apiUrl?: string;
}

const PERSON_FIX = 'Send the file again, or send it by mail.';
const EXPIRED: ReadonlySet<number> = new Set([403, 404]);

/** Throws RetryLater, or PermanentFailure for a file that is gone or too large. `url`: where it was when it came. */
export async function* fetchDiscordFile(
  source: FileSource,
  { ref, url }: { ref?: string; url?: string },
  options: { maxBytes: number; signal: AbortSignal },
): AsyncGenerator<Uint8Array> {
  const first = url === undefined ? undefined : await get(source, url, options.signal);
  const isOld = first === undefined || EXPIRED.has(first.status);
  if (isOld) await first?.body?.cancel();
  const fresh = isOld && ref !== undefined ? await get(source, await freshUrl(source, ref), options.signal) : undefined;
  const response = fresh ?? first;
  if (!response) throw new PermanentFailure('the file is no longer in Discord', PERSON_FIX);
  yield* bytesOf(await taken(response), options.maxBytes);
}

async function freshUrl({ api }: FileSource, ref: string): Promise<string> {
  const place = readFileRef(ref);
  const gone = new PermanentFailure('the file is no longer in Discord', PERSON_FIX);
  if (!place) throw gone;
  const answer = await api.get(Routes.channelMessage(place.channel, place.message)).catch((error: unknown) => {
    const problem = retryableProblem(error);
    throw problem instanceof PermanentFailure ? gone : problem;
  });
  const message = DiscordMessage.safeParse(answer);
  if (!message.success) throw gone;
  const forwarded = (message.data.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments);
  const file = [...message.data.attachments, ...forwarded].find((one) => one.id === place.file);
  if (!file) throw gone;
  return file.url;
}

async function get(source: FileSource, url: string, signal: AbortSignal): Promise<Response> {
  if (!isDiscord(source, url)) throw new PermanentFailure('the file is not kept by Discord', PERSON_FIX);
  // Signed by its address: nobody is shown the token. A redirect would lead to where nobody checked.
  return fetch(url, { redirect: 'error', signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new RetryLater("Discord's file server cannot be reached", { afterMs: 30_000, countsAsAttempt: false, cause: error });
  });
}

function isDiscord({ apiUrl }: FileSource, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (apiUrl !== undefined && url.origin === new URL(apiUrl).origin) return true;
  const isTheirs = /^(?:cdn\.discordapp\.com|media\.discordapp\.net|cdn\.discordapp\.net)$/.test(url.hostname);
  return url.protocol === 'https:' && url.port === '' && isTheirs;
}

async function taken(response: Response): Promise<AsyncIterable<Uint8Array>> {
  if (response.ok && response.body) return response.body;
  await response.body?.cancel();
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new RetryLater(`Discord's file server answers ${response.status}`, {
      afterMs: seconds > 0 ? seconds * 1000 : 30_000,
      countsAsAttempt: false,
    });
  }
  throw new PermanentFailure('the file is no longer in Discord', PERSON_FIX);
}

async function* bytesOf(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of body) {
    total += chunk.byteLength;
    if (total > maxBytes)
      throw new PermanentFailure(
        `the file is larger than ${Math.floor(maxBytes / 1_048_576)} MB`,
        'Send a smaller one: only the resume itself.',
      );
    yield chunk;
  }
}
