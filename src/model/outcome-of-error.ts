/** What an error of the library means for the call: is it worth another try, and was it billed? */
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { ModelOutcome } from '../domain/language-model.ts';

/** A server that speaks chat alone. An unknown model is another 404. */
export const speaksNoResponses = (error: unknown): boolean =>
  error instanceof APIError &&
  (error.status === 404 || error.status === 405 || error.status === 501) &&
  error.code !== 'model_not_found';

type Failure = Exclude<ModelOutcome<never>, { outcome: 'answered' }>;

export function outcomeOfError(error: unknown): Failure {
  // No answer in time, a line that broke, a stop of ours: the other side may have worked all the same.
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return { outcome: 'unknown' };
  if (error instanceof APIConnectionError)
    return neverReached(error) ? { outcome: 'later', reason: 'down' } : { outcome: 'unknown' };
  if (error instanceof APIError && error.status !== undefined) return byStatus(error.status, error);
  // A page of HTML with status 200 ends as a bare TypeError.
  return { outcome: 'unusable', reason: 'invalid' };
}

function byStatus(status: number, error: APIError): Failure {
  if (error.code === 'insufficient_quota')
    return {
      outcome: 'misconfigured',
      reason: 'the account of the language model has no credit',
      fix: 'Add credit at the provider, or unset OPENAI_API_KEY.',
    };
  if (status === 429) return { outcome: 'later', reason: 'busy', afterMs: retryAfter(error) };
  // A proxy speaks for itself: whether the model behind it worked, and billed, it cannot say.
  if (status === 408 || status === 502 || status === 504) return { outcome: 'unknown' };
  if (status >= 500 || status === 409) return { outcome: 'later', reason: 'down', afterMs: retryAfter(error) };
  if (status === 401 || status === 403)
    return {
      outcome: 'misconfigured',
      reason: `the language model refuses the key (${status})`,
      fix: 'Check OPENAI_API_KEY and OPENAI_BASE_URL.',
    };
  if (status === 404)
    return {
      outcome: 'misconfigured',
      reason: 'there is no such language model (404)',
      fix: 'Check OPENAI_MODEL and OPENAI_BASE_URL.',
    };
  return {
    outcome: 'misconfigured',
    reason: `the language model does not take what is asked (${status})`,
    fix: 'Use a model that takes a JSON schema: set OPENAI_MODEL to another one.',
  };
}

const NEVER_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Nobody was there to bill anything. */
function neverReached(error: Error): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && NEVER_REACHED.has(at.code)) return true;
  }
  return false;
}

const LONGEST_REST_MS = 60 * 60_000;

/** Seconds or a date. */
function retryAfter({ headers }: APIError): number | undefined {
  const said = headers?.get('retry-after')?.trim();
  if (!said) return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.min(LONGEST_REST_MS, Math.max(0, ms)) : undefined;
}
