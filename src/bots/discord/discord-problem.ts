/** What Discord's answers mean for a message on its way: later, never, over, or perhaps. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { AddressGone, InvocationOver, PermanentFailure, RetryLater } from '../../domain/errors.ts';

const SETUP_MS = 15 * 60_000;
const DOWN_MS = 30_000;
/** Like mail to a server that is down (rule O7). */
const GIVE_UP_MS = 72 * 3_600_000;

export const TOKEN_FIX = 'Discord does not take the token: copy it again ("Bot" → "Reset Token") and set DISCORD_TOKEN.';
const ACCESS_FIX =
  'Give the bot View Channel, Send Messages, Embed Links and Read Message History there, or invite it again (docs/discord.md).';

/** Nobody is there, or they take no messages from us (rule D5). */
const GONE_CODES: ReadonlySet<unknown> = new Set([50007, 50278, 10013]);
/** The interaction is over, or was never answered in time. */
const OVER_CODES: ReadonlySet<unknown> = new Set([10015, 50027, 10062]);
const ACCESS_CODES: ReadonlySet<unknown> = new Set([50001, 50013]);
const NOT_SENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** discord.js throws a bare error once it has forgotten a refused token: it asks Discord no more (rule D6). */
const isTokenForgotten = (error: unknown): boolean => error instanceof Error && /expected token to be set/i.test(error.message);

const isRefusedToken = (error: unknown): boolean =>
  isTokenForgotten(error) || (error instanceof DiscordAPIError && error.status === 401 && !OVER_CODES.has(error.code));

/** What an administrator does about it, when it is their affair. */
export function setupFix(error: unknown): string | undefined {
  if (isRefusedToken(error)) return TOKEN_FIX;
  return error instanceof DiscordAPIError && ACCESS_CODES.has(error.code) ? ACCESS_FIX : undefined;
}

/** A short word for logs: Discord's code, or the network's. Never a text: those quote what was sent. */
export function discordErrorCode(error: unknown): string {
  if (isTokenForgotten(error)) return '401';
  if (error instanceof DiscordAPIError) return String(error.code === 0 ? error.status : error.code);
  if (error instanceof HTTPError) return String(error.status);
  if (error instanceof RateLimitError) return '429';
  return networkCode(error) ?? (error instanceof Error ? error.name : 'unknown');
}

export const hasCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof DiscordAPIError && codes.some((code) => code === error.code);

function networkCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = at.cause;
  }
  return undefined;
}

/** The error to throw, or `uncertain` when the call may have worked. */
export function discordProblem(error: unknown): Error | 'uncertain' {
  const code = discordErrorCode(error);
  if (error instanceof RateLimitError)
    return new RetryLater('Discord asks for a pause', {
      afterMs: Math.max(error.timeToReset, error.sublimitTimeout, error.retryAfter),
      countsAsAttempt: false,
    });
  if (isRefusedToken(error)) return later('Discord does not take the token', SETUP_MS, error);
  if (error instanceof DiscordAPIError) return refused(error, code);
  if (error instanceof HTTPError)
    return error.status === 502 || error.status === 503 ? later(`Discord answers ${code}`, DOWN_MS, error) : 'uncertain';
  if (error instanceof Error && !isOurs(error))
    return NOT_SENT_CODES.has(code) ? later(`Discord cannot be reached (${code})`, DOWN_MS, error) : 'uncertain';
  return error instanceof Error ? error : new Error(code);
}

const isOurs = (error: Error): boolean =>
  error instanceof PermanentFailure || error instanceof RetryLater || error instanceof InvocationOver;

function refused(error: DiscordAPIError, code: string): Error {
  if (GONE_CODES.has(error.code))
    return new AddressGone(`Discord says ${code}: they take no messages from the bot`, DM_FIX, { cause: error });
  if (OVER_CODES.has(error.code)) return new InvocationOver(`Discord says ${code}`, { cause: error });
  if (error.status === 408 || error.status === 429) return later(`Discord says ${code}`, DOWN_MS, error);
  return new PermanentFailure(`Discord says ${code}`, setupFix(error) ?? 'Write to the bot once more, in a direct message.', {
    cause: error,
  });
}

const DM_FIX = 'They can allow direct messages from members of the server, or write to the bot first.';

/** For calls that may be repeated: what is uncertain is tried again. */
export function retryableProblem(error: unknown): Error {
  const problem = discordProblem(error);
  return problem === 'uncertain' ? later(`Discord did not answer (${discordErrorCode(error)})`, DOWN_MS, error) : problem;
}

const later = (reason: string, afterMs: number, cause: unknown) =>
  new RetryLater(reason, { afterMs, countsAsAttempt: false, giveUpAfterMs: GIVE_UP_MS, cause });
