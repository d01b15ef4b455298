import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../src/cli/doctor-discord.ts';
import { readConfig } from '../../src/config.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type DiscordServer, startDiscord } from '../servers/discord-server.ts';
import { APPLICATION, BOT_TOKEN, GUILD } from '../servers/discord-world.ts';

checkForLeaks();
let discord: DiscordServer;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.close());

const look = (environment: Record<string, string>) => checkDiscord({ config: readConfig({}, environment) });

describe('the doctor looks at Discord', () => {
  it('and says that it is off, or good with the address that invites the bot', async () => {
    expect(await look({})).toMatchObject({ ok: true, detail: expect.stringContaining('off') });
    const good = await look({ DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: discord.url, DISCORD_GUILDS: GUILD });
    expect(good).toMatchObject({ ok: true, detail: expect.stringContaining(`client_id=${APPLICATION}`) });
  });

  it('and says what to do about a refused token, a server without the bot, and no way there', async () => {
    const wrong = await look({ DISCORD_TOKEN: 'another-token-for-tests', DISCORD_API_URL: discord.url });
    expect(wrong).toMatchObject({ ok: false, fix: expect.stringContaining('Reset Token') });
    const absent = await look({ DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: discord.url, DISCORD_GUILDS: '220000000000000009' });
    expect(absent).toMatchObject({
      ok: false,
      detail: expect.stringContaining('220000000000000009'),
      fix: expect.stringContaining('oauth2'),
    });
    const nowhere = await look({ DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(nowhere).toMatchObject({ ok: false, fix: expect.stringContaining('discord.com') });
  });
});
