/** The settings of Slack, out of the environment that config.ts read. */
import { ConfigError } from './domain/errors.ts';

export interface SlackSettings {
  /** `xoxb-…`. */
  botToken: string;
  /** `xapp-…`: events come over a socket that we open (Socket Mode). */
  appToken: string;
  /** The Web API's root, with a slash at the end; Slack's own when left out. */
  apiUrl?: string;
}

export interface SlackEnvironment {
  SLACK_BOT_TOKEN?: string;
  SLACK_APP_TOKEN?: string;
  SLACK_SIGNING_SECRET?: string;
  SLACK_API_URL?: string;
}

/**
 * Undefined without SLACK_BOT_TOKEN. Throws ConfigError: a service that cannot tell events of Slack from anybody's must not start
 * (rule S16), and over HTTP nothing is taken in yet.
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
  if (appToken === undefined) throw withoutSocket(env);
  if (!appToken.startsWith('xapp-'))
    throw new ConfigError(
      'SLACK_APP_TOKEN',
      'is no app-level token',
      'Make one with connections:write under "Basic Information" (xapp-…).',
    );
  return { botToken, appToken, apiUrl: apiUrl(env.SLACK_API_URL) };
}

function withoutSocket({ SLACK_SIGNING_SECRET: secret }: SlackEnvironment): ConfigError {
  const fix = 'Turn on Socket Mode for the app and set SLACK_APP_TOKEN=xapp-… (or leave SLACK_BOT_TOKEN out).';
  return secret === undefined
    ? new ConfigError('SLACK_APP_TOKEN', 'Slack needs an app-level token, and a signing secret that is empty is none', fix)
    : new ConfigError('SLACK_SIGNING_SECRET', 'events over HTTP come with a later release', fix);
}

function apiUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return `${value.replace(/\/+$/, '')}/`;
  throw new ConfigError('SLACK_API_URL', 'is not an http:// or https:// address', 'Leave SLACK_API_URL out for Slack itself.');
}
