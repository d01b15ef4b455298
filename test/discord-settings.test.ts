import { describe, expect, it } from 'vitest';
import { readDiscordSettings } from '../src/discord-settings.ts';
import { ConfigError } from '../src/domain/errors.ts';

const TOKEN = 'discord-token-for-tests';

describe('the settings of Discord', () => {
  it('are off without a token', () => {
    expect(readDiscordSettings({ DISCORD_GUILDS: '220000000000000001' })).toBeUndefined();
  });

  it('take servers separated by commas or blanks, each once, and a token with or without its word', () => {
    expect(
      readDiscordSettings({
        DISCORD_TOKEN: `Bot ${TOKEN}`,
        DISCORD_GUILDS: '220000000000000001, 220000000000000002 220000000000000001',
        DISCORD_API_URL: 'http://127.0.0.1:1/api/v10/',
      }),
    ).toEqual({
      token: TOKEN,
      applicationId: undefined,
      guilds: ['220000000000000001', '220000000000000002'],
      apiUrl: 'http://127.0.0.1:1/api',
    });
  });

  it.each([
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'two words' }],
    ['DISCORD_GUILDS', { DISCORD_TOKEN: TOKEN, DISCORD_GUILDS: 'My server' }],
    ['DISCORD_APPLICATION_ID', { DISCORD_TOKEN: TOKEN, DISCORD_APPLICATION_ID: 'shortlist' }],
    ['DISCORD_API_URL', { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'discord' }],
  ])('that are wrong are named with what to do: %s', (variable, env) => {
    const failure = (() => {
      try {
        return readDiscordSettings(env);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure).toMatchObject({ variable, fix: expect.stringMatching(/.{10}/) });
  });
});
