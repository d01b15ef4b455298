/** The settings of Discord, out of the environment that config.ts read. */
import { ConfigError } from './domain/errors.ts';

export interface DiscordSettings {
  token: string;
  applicationId?: string;
  /** Servers that are served; all that invited the bot when empty. */
  guilds: readonly string[];
  /** The API's root, without the version and without a slash at the end; Discord's own when left out. */
  apiUrl?: string;
}

export interface DiscordEnvironment {
  DISCORD_TOKEN?: string;
  DISCORD_APPLICATION_ID?: string;
  DISCORD_GUILDS?: string;
  DISCORD_API_URL?: string;
}

const COPY_ID =
  'Turn on Developer Mode in Discord (Settings → Advanced), then copy it from the menu of the server or application.';

/** Undefined without DISCORD_TOKEN. Throws ConfigError. */
export function readDiscordSettings(env: DiscordEnvironment): DiscordSettings | undefined {
  const { DISCORD_TOKEN: given, DISCORD_APPLICATION_ID: applicationId } = env;
  if (given === undefined) return undefined;
  const token = given.replace(/^Bot\s+/i, '');
  if (!/^[\w.-]{10,200}$/.test(token))
    throw new ConfigError('DISCORD_TOKEN', 'is no bot token', 'Copy it from "Bot" → "Reset Token" of the application.');
  if (applicationId !== undefined && !isId(applicationId))
    throw new ConfigError('DISCORD_APPLICATION_ID', 'is not the number of an application', COPY_ID);
  return { token, applicationId, guilds: guildsOf(env.DISCORD_GUILDS), apiUrl: apiUrl(env.DISCORD_API_URL) };
}

const isId = (id: string): boolean => /^\d{15,20}$/.test(id);

function guildsOf(value = ''): string[] {
  const guilds = [...new Set(value.split(/[\s,;]+/).filter(Boolean))];
  const wrong = guilds.find((id) => !isId(id));
  if (wrong !== undefined) throw new ConfigError('DISCORD_GUILDS', `${wrong} is not the number of a server`, COPY_ID);
  return guilds;
}

function apiUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '').replace(/\/v\d+$/, '');
  throw new ConfigError(
    'DISCORD_API_URL',
    'is not an http:// or https:// address',
    'Leave DISCORD_API_URL out for Discord itself.',
  );
}
