/** An answer that only the one who asked sees, where they asked: posted to the response URL of a command, a button or a form. */
import { createHash } from 'node:crypto';
import { InvocationOver, PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { Sent } from '../../messages/channel.ts';
import type { SlackMessage } from './render-slack.ts';
import { isSlackAddress } from './slack-hosts.ts';
import { DOWN_MS, NOT_SENT_CODES, networkCode } from './slack-problem.ts';

/** Besides what was there, to the one who asked, and never read as markup (rule S15). */
const WHISPER = { response_type: 'ephemeral', replace_original: false, mrkdwn: false };
const ANSWER_WITHIN_MS = 15_000;
/** An acknowledgement waits for it, and Slack shows an error after three seconds. */
const MENTION_WITHIN_MS = 1_000;
/** Half an hour is over, or five answers were given. */
const OVER = /expired_url|used_url/;

/** Throws InvocationOver, RetryLater, or PermanentFailure. Slack names no message: `dedupeKey` makes an id of ours. */
export async function respondSlack(
  { apiUrl }: { apiUrl?: string },
  responseUrl: string,
  message: SlackMessage,
  { dedupeKey, signal }: { dedupeKey: string; signal: AbortSignal },
): Promise<Sent> {
  const url = URL.canParse(responseUrl) ? new URL(responseUrl) : undefined;
  if (url === undefined || !isSlackAddress(url, apiUrl)) throw new InvocationOver('this is no response URL of Slack');
  let response: Response;
  try {
    response = await postJson(url, { ...WHISPER, ...message }, signal);
  } catch (error) {
    const code = networkCode(error);
    if (code !== undefined && NOT_SENT_CODES.has(code))
      throw new RetryLater(`Slack cannot be reached (${code})`, { afterMs: DOWN_MS, countsAsAttempt: false, cause: error });
    return { outcome: 'uncertain', reason: 'Slack did not answer' };
  }
  return outcomeOf(response, dedupeKey);
}

/** Said at once and only once: what is lost with it is a courtesy. */
export async function mentionSlack(account: { apiUrl?: string }, responseUrl: string, text: string): Promise<void> {
  const url = URL.canParse(responseUrl) ? new URL(responseUrl) : undefined;
  if (url === undefined || !isSlackAddress(url, account.apiUrl)) return;
  await postJson(url, { ...WHISPER, text }, AbortSignal.timeout(MENTION_WITHIN_MS)).then(
    (response) => response.body?.cancel(),
    () => {},
  );
}

const postJson = (url: URL, body: object, signal: AbortSignal): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    // It could lead the answer elsewhere (rule S7).
    redirect: 'manual',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
  });

async function outcomeOf(response: Response, dedupeKey: string): Promise<Sent> {
  const said = (await response.text().catch(() => '')).slice(0, 300);
  const { status } = response;
  if (OVER.test(said) || status === 404 || status === 410) throw new InvocationOver('the response URL is used up');
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new RetryLater('Slack asks for a pause', {
      afterMs: seconds > 0 ? seconds * 1000 : DOWN_MS,
      countsAsAttempt: false,
    });
  }
  if (status >= 500) return { outcome: 'uncertain', reason: `Slack answered ${status}` };
  if (!response.ok || /"ok"\s*:\s*false/.test(said))
    throw new PermanentFailure(`Slack refuses the answer (${status})`, 'Ask for it in a direct message to the app.');
  return { outcome: 'sent', message: `response:${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 32)}` };
}
