/** Access tokens for XOAUTH2 (rule E8): a fresh one for each connection. */
import { z } from 'zod';
import type { OAuthEndpoint } from './oauth-providers.ts';

export interface TokenSource {
  /** Throws TokenRefused when only a person can help; anything else may pass by itself. */
  accessToken(): Promise<string>;
}

/** The provider will not give a token to these credentials, however often it is asked. */
export class TokenRefused extends Error {
  readonly fix: string;
  constructor(reason: string, fix: string) {
    super(reason);
    this.name = 'TokenRefused';
    this.fix = fix;
  }
}

export interface RefreshTokenOptions {
  endpoint: OAuthEndpoint;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const Answer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional() });
const Refusal = z.object({ error: z.string() });

/** Of RFC 6749, section 5.2: what no repetition changes. */
const FINAL: Readonly<Record<string, string | undefined>> = {
  invalid_client: 'Check IMAP_OAUTH_CLIENT_ID and IMAP_OAUTH_CLIENT_SECRET; a secret may have run out.',
  unauthorized_client:
    'Allow the application to use refresh tokens, or use the client that made the token (IMAP_OAUTH_CLIENT_ID).',
  invalid_scope: 'Allow the application to read mail over IMAP.',
};

/** Keeps the newest refresh token in memory: Microsoft gives a new one each time, and the configured one goes on being valid. */
export function createRefreshTokenSource(options: RefreshTokenOptions): TokenSource {
  let { refreshToken } = options;
  return {
    async accessToken() {
      const response = await fetch(options.endpoint.url, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: options.clientId,
          client_secret: options.clientSecret,
          refresh_token: refreshToken,
          ...(options.endpoint.scope === undefined ? {} : { scope: options.endpoint.scope }),
        }),
        // The credentials stand in the body: they follow no redirect.
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      });
      const body: unknown = await response.json().catch(() => undefined);
      const answer = Answer.safeParse(body);
      if (!response.ok || !answer.success) throw problemOf(response.status, body, options.endpoint);
      refreshToken = answer.data.refresh_token ?? refreshToken;
      return answer.data.access_token;
    },
  };
}

function problemOf(status: number, body: unknown, endpoint: OAuthEndpoint): Error {
  const refusal = Refusal.safeParse(body);
  const code = refusal.success ? refusal.data.error : undefined;
  if (code === 'invalid_grant')
    return new TokenRefused('the refresh token was withdrawn or has run out (invalid_grant)', endpoint.howToRenew);
  const fix = code === undefined ? undefined : FINAL[code];
  if (fix !== undefined) return new TokenRefused(`no access token (${code})`, fix);
  return new Error(`the token endpoint answered ${status}`);
}
