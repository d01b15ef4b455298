/** The settings of Slack, out of the environment that config.ts read. */
import { ConfigError } from './domain/errors.ts';

export interface SlackSettings {
  /** `xoxb-…`. */
  botToken: string;
  /** `xapp-…`: events come over a socket that we open (Socket Mode). */
  appToken?: string;
  /** Events come over HTTP, signed with it. */
  signingSecret?: string;
  /** The Web API's root, with a slash at the end; Slack's own when left out. */
  apiUrl?: string;
}

export interface SlackEnvironment {
  SLACK_BOT_TOKEN?: string;
  SLACK_APP_TOKEN?: string;
  SLACK_SIGNING_SECRET?: string;
  SLACK_API_URL?: string;
  HTTP_LISTEN?: string;
}

/** Slack's are 32 hexadecimal digits; a shorter one is a slip, and one that is guessed is none. */
const SECRET = /^\S{16,}$/;

/**
 * Undefined without SLACK_BOT_TOKEN. Throws ConfigError: a service that cannot tell events of Slack from anybody's must not start
 * (rule S16).
 */
export function readSlackSettings(env: SlackEnvironment): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  if (botToken === undefined) return undefined;
  if (!botToken.startsWith('xoxb-'))
    throw new ConfigError(
      'SLACK_BOT_TOKEN',
      'is no bot token',
      'Copy the "Bot User OAuth Token" (xoxb-…) from "OAuth & Permissions".',
    );
  if (appToken !== undefined && !appToken.startsWith('xapp-'))
    throw new ConfigError(
      'SLACK_APP_TOKEN',
      'is no app-level token',
      'Make one with connections:write under "Basic Information" (xapp-…).',
    );
  const signingSecret = signingSecretOf(env);
  if (appToken === undefined && signingSecret === undefined)
    throw new ConfigError(
      'SLACK_APP_TOKEN',
      'Slack needs an app-level token or a signing secret, and a signing secret that is empty is none',
      'Set SLACK_APP_TOKEN=xapp-… (Socket Mode), or SLACK_SIGNING_SECRET with HTTP_LISTEN (events over HTTP), or leave SLACK_BOT_TOKEN out.',
    );
  return { botToken, appToken, signingSecret, apiUrl: apiUrl(env.SLACK_API_URL) };
}

function signingSecretOf({ SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN, HTTP_LISTEN }: SlackEnvironment): string | undefined {
  if (secret === undefined) return undefined;
  if (!SECRET.test(secret))
    throw new ConfigError('SLACK_SIGNING_SECRET', 'is no signing secret', 'Copy it from "Basic Information" of the app.');
  if (SLACK_APP_TOKEN === undefined && (HTTP_LISTEN === undefined || HTTP_LISTEN === 'off'))
    throw new ConfigError(
      'HTTP_LISTEN',
      'events of Slack over HTTP need an address',
      'Set HTTP_LISTEN=0.0.0.0:8080 (behind a proxy with TLS, that Slack can reach), or SLACK_APP_TOKEN for Socket Mode.',
    );
  return secret;
}

function apiUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return `${value.replace(/\/+$/, '')}/`;
  throw new ConfigError('SLACK_API_URL', 'is not an http:// or https:// address', 'Leave SLACK_API_URL out for Slack itself.');
}
