/** What Slack's answers mean for a message on its way: later, never, or perhaps. */
import { webApi } from '@slack/bolt';
import { AddressGone, PermanentFailure, RetryLater } from '../../domain/errors.ts';

const SETUP_MS = 15 * 60_000;
/** After an outage; the other side named no time. */
export const DOWN_MS = 30_000;
/** Like mail to a server that is down (rule O7). */
const GIVE_UP_MS = 72 * 3_600_000;

const GONE_FIX = 'It goes over another channel of the person, or when they write to the app again.';
const SETUP_FIXES: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not take the token: copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN again from the settings of the app.',
  not_authed: 'Set SLACK_BOT_TOKEN to the "Bot User OAuth Token" of the app.',
  token_revoked: 'The app was removed from the workspace: install it again and copy the new SLACK_BOT_TOKEN.',
  token_expired: 'The token has expired: install the app again and copy the new SLACK_BOT_TOKEN.',
  account_inactive: 'The workspace or the app was switched off: install the app again.',
  messages_tab_disabled: 'Turn on the Messages Tab of the app ("App Home" in its settings), so that people can write to it.',
  not_allowed_token_type: 'SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-: they may have been exchanged.',
};

/** Codes after which Slack may have done it all the same. */
const PERHAPS = new Set(['internal_error', 'fatal_error', 'request_timeout']);
/** Nobody reads there any more, or the app may not write there. */
const GONE = new Set(['user_not_found', 'user_disabled', 'users_not_found', 'cannot_dm_bot', 'user_not_visible']);
const LATER = new Set(['service_unavailable', 'team_added_to_org', 'ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** Nothing had left this machine. */
export const NOT_SENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an administrator does about it, when it is their affair. */
export function setupFix(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const { error: code } = error.data;
  if (code === 'missing_scope')
    return `Add the scope ${'needed' in error.data ? String(error.data.needed) : ''} to the app ("OAuth & Permissions") and install it again.`;
  return SETUP_FIXES[code];
}

/** A short word for logs: Slack's code, or the network's. Never a text. */
export function slackErrorCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return String(error.statusCode);
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  return networkCode(error) ?? (error instanceof Error ? error.name : 'unknown');
}

/** The system's word for what went wrong, however deep it lies. */
export function networkCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string' && !at.code.startsWith('slack_')) return at.code;
    at = at instanceof webApi.WebAPIRequestError ? at.original : at.cause;
  }
  return undefined;
}

/** There is nobody at that address. */
export const goneAddress = (error: unknown): AddressGone =>
  new AddressGone(`Slack says ${slackErrorCode(error)}`, GONE_FIX, { cause: error });

/** How long Slack asks not to be called, in ms; 0 when it does not. */
export const pauseOf = (error: unknown): number => (error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0);

/** The error to throw, or `uncertain` when the call may have worked: what was sent is not sent again blindly (rule O4). */
export function slackProblem(error: unknown): Error | 'uncertain' {
  const code = slackErrorCode(error);
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new RetryLater('Slack asks for a pause', { afterMs: error.retryAfter * 1000, countsAsAttempt: false });
  if (error instanceof webApi.WebAPIPlatformError) {
    if (PERHAPS.has(code)) return 'uncertain';
    if (setupFix(error) !== undefined) return later(`Slack says ${code}`, SETUP_MS, error);
    if (LATER.has(code)) return later(`Slack says ${code}`, DOWN_MS, error);
    if (GONE.has(code)) return goneAddress(error);
    return new PermanentFailure(`Slack says ${code}`, 'Write to the app in Slack once more, in a direct message.', {
      cause: error,
    });
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return error.statusCode === 502 || error.statusCode === 503 ? later(`Slack answers ${code}`, DOWN_MS, error) : 'uncertain';
  if (error instanceof webApi.WebAPIRequestError)
    return NOT_SENT_CODES.has(code) ? later(`Slack cannot be reached (${code})`, DOWN_MS, error) : 'uncertain';
  return error instanceof Error ? error : new Error(code);
}

/** For calls that may be repeated: what is uncertain is tried again. */
export function retryableProblem(error: unknown): Error {
  const problem = slackProblem(error);
  return problem === 'uncertain' ? later(`Slack did not answer (${slackErrorCode(error)})`, DOWN_MS, error) : problem;
}

const later = (reason: string, afterMs: number, cause: unknown) =>
  new RetryLater(reason, { afterMs, countsAsAttempt: false, giveUpAfterMs: GIVE_UP_MS, cause });
