/** The gateway: what is asked for, what comes again, and bad days (rules D2, D4, D6, D9). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/messages/channel.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord-server.ts';
import { SHARED } from '../../servers/discord-world.ts';
import { freePort } from '../../servers/free-port.ts';
import { type RecordedEvents, recordedEvents } from '../email/recorded-events.ts';
import { idOf, reacts, says, saysDirectly, tellMessage, writeMessage } from './discord-people.ts';
import { listeningLog, openChannel, sendOptions } from './open-channel.ts';
import { rememberedState } from './remembered-state.ts';

checkForLeaks();
const ILSE = '310000000000000001';
const CARD = { about: [], title: 'Hello', blocks: [], footer: [], attachments: [] };

let discord: DiscordServer;
let channel: Channel;
let events: RecordedEvents;
beforeEach(async () => {
  discord = await startDiscord();
  discord.users.set(ILSE, {});
  events = recordedEvents();
});
afterEach(async () => {
  await channel.stop();
  await discord.close();
});

async function start(state = rememberedState([discord.directOf(ILSE)]), more = {}) {
  channel = openChannel(discord, more);
  const { messageReceived } = events;
  // As intake does: with the message.
  events.messageReceived = async (message) => {
    await messageReceived(message);
    if (message.cursor) state.cursors.set(message.cursor.source, message.cursor.value);
  };
  await channel.start(events, state);
  return state;
}
const texts = () => events.messages.map((message) => message.text);

describe('the gateway', () => {
  it('is asked for nothing that needs Discord’s approval: it lets us in (D2)', async () => {
    await start();
    expect([discord.gateway.identified(), discord.gateway.closed, channel.isUp?.()]).toEqual([1, [], true]);
  });

  it('is asked for direct messages, mentions and reactions in both (D2)', async () => {
    await start();
    const direct = await saysDirectly(discord, ILSE, { text: 'one' });
    await says(discord, ILSE, SHARED, { text: 'two', mentions: true });
    const sent = await channel.send({ conversation: SHARED }, CARD, sendOptions('a'));
    expect(sent.outcome).toBe('sent');
    await reacts(discord, ILSE, idOf(discord.messages.at(-1) ?? direct), '👍');
    expect(texts()).toEqual(['one', 'two']);
    expect(events.reactions).toHaveLength(1);
  });

  it('tells again what was not committed when the connection broke, and nothing that was (D9)', async () => {
    await start();
    await saysDirectly(discord, ILSE, { text: 'one' });
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    events.beforeCommit = () => committed;
    tellMessage(discord, writeMessage(discord, ILSE, discord.directOf(ILSE), { text: 'two' }));
    events.beforeCommit = async () => {};
    discord.gateway.drop();
    commit();
    await expect.poll(() => discord.gateway.resumed()).toBe(1);
    await saysDirectly(discord, ILSE, { text: 'three' });
    expect(texts().filter((text) => text === 'one')).toEqual(['one']);
    expect(new Set(events.messages.map((message) => message.eventKey)).size).toBe(3);
    expect(discord.gateway.identified()).toBe(1);
  });

  it('is resumed by the next process: what came while there was none is told then, reactions too (D9, R3)', async () => {
    const state = await start();
    const message = await saysDirectly(discord, ILSE, { text: 'one' });
    const sent = await channel.send({ conversation: message.channel }, CARD, sendOptions('a'));
    await channel.stop();
    tellMessage(discord, writeMessage(discord, ILSE, message.channel, { text: 'two' }));
    await reacts(discord, ILSE, sent.outcome === 'sent' ? sent.message : '', '👍');
    await start(state);
    await expect.poll(() => [texts(), events.reactions.length]).toEqual([['one', 'two'], 1]);
    expect([discord.gateway.identified(), discord.gateway.resumed()]).toEqual([1, 1]);
  });

  it('whose session ended is caught up behind the last message of each conversation that is known, in order (D9)', async () => {
    const state = await start();
    const direct = await saysDirectly(discord, ILSE, { text: 'one' });
    await says(discord, ILSE, SHARED, { text: 'two', mentions: true });
    await channel.stop();
    discord.gateway.endSession();
    for (let number = 0; number < 120; number++) writeMessage(discord, ILSE, direct.channel, { text: `missed ${number}` });
    writeMessage(discord, ILSE, SHARED, { text: 'not for us' });
    writeMessage(discord, ILSE, SHARED, { text: 'called', mentions: true });
    events = recordedEvents();
    await start(state);
    await expect.poll(() => texts().length, { timeout: 30_000 }).toBe(121);
    expect(texts().filter((text) => text !== 'called')).toEqual(Array.from({ length: 120 }, (_, number) => `missed ${number}`));
    expect(events.messages.find((message) => message.text === 'called')).toMatchObject({ publicPlace: { conversation: SHARED } });
    expect(state.cursors.get('discord:session')).not.toBe('');
  });

  it('is caught up by the next process when the one that began it ended in the middle (D9, R3)', async () => {
    const state = await start();
    const direct = await saysDirectly(discord, ILSE, { text: 'one' });
    await channel.stop();
    discord.gateway.endSession();
    writeMessage(discord, ILSE, direct.channel, { text: 'missed' });
    discord.fail('GET', /\/messages$/, { status: 500 });
    await start(state);
    await expect.poll(() => discord.calls.filter((call) => /^GET .*\/messages$/.test(call)).length).toBe(1);
    await channel.stop();
    expect(texts()).toEqual(['one']);
    await start(state);
    await expect.poll(texts, { timeout: 30_000 }).toEqual(['one', 'missed']);
    expect([discord.gateway.identified(), discord.gateway.resumed()]).toEqual([2, 1]);
    // And not at every start from then on.
    await expect
      .poll(() => JSON.parse(state.cursors.get('discord:session') ?? '{}'), { timeout: 30_000 })
      .toMatchObject({ behind: false });
  });

  it('brings nothing newer of a conversation before what was missed of it (D9)', async () => {
    const state = await start();
    const direct = await saysDirectly(discord, ILSE, { text: 'one' });
    await channel.stop();
    discord.gateway.endSession();
    writeMessage(discord, ILSE, direct.channel, { text: 'missed' });
    // The first look fails, and the live message comes right then.
    discord.fail('GET', /\/messages$/, { status: 500 });
    await start(state);
    const live = writeMessage(discord, ILSE, direct.channel, { text: 'live' });
    tellMessage(discord, live);
    await expect.poll(texts, { timeout: 30_000 }).toContain('live');
    expect(texts().indexOf('missed')).toBeLessThan(texts().indexOf('live'));
    expect(texts()).toContain('missed');
  });

  it.each([
    ['drops the connection', () => discord.gateway.drop()],
    ['asks for another one', () => discord.gateway.askToReconnect()],
    ['ends the session', () => discord.gateway.endSession()],
  ])('that %s is entered again, and loses nothing', async (_, trouble) => {
    await start();
    trouble();
    await expect.poll(() => discord.gateway.connections() > 1 && discord.gateway.connected() && channel.isUp?.()).toBe(true);
    await saysDirectly(discord, ILSE, { text: 'hello' });
    expect(texts()).toEqual(['hello']);
  });

  it('may end a session right behind a resume: the process lives on (D4)', async () => {
    await start();
    discord.gateway.endAfterResume();
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.identified(), { timeout: 30_000 }).toBe(2);
    await saysDirectly(discord, ILSE, { text: 'hello' });
    expect(texts()).toEqual(['hello']);
  });

  it('that says nothing any more is left after two heartbeats', async () => {
    await discord.close();
    discord = await startDiscord({ heartbeatMs: 60 });
    await start();
    discord.gateway.goSilent();
    await expect.poll(() => discord.gateway.connections(), { timeout: 30_000 }).toBeGreaterThan(1);
  });

  it('that lets nobody in twice within seconds is asked again later', async () => {
    await discord.close();
    discord = await startDiscord({ identifyEveryMs: 150 });
    await start();
    discord.gateway.endSession();
    await expect.poll(() => discord.gateway.identified(), { timeout: 30_000 }).toBe(2);
    expect(channel.isUp?.()).toBe(true);
  });
});

describe('without Discord', () => {
  it('a refused token is said with what to do, asked about once and not again and again (D6)', async () => {
    const { log, said } = listeningLog();
    channel = openChannel(discord, { token: 'another-token-for-tests', log });
    await channel.start(events, rememberedState());
    const failures = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        channel.send({ conversation: SHARED }, CARD, sendOptions(`${index}`)).catch((error: unknown) => error),
      ),
    );
    expect(channel.isUp?.()).toBe(false);
    expect(said.join()).toMatch(/does not let us in.*DISCORD_TOKEN/);
    for (const failure of failures) expect(failure).toMatchObject({ name: 'RetryLater', countsAsAttempt: false });
    expect(discord.calls).toEqual(['GET /gateway/bot']);
  });

  it('a token that is reset while we are connected ends the channel and nothing else (D6)', async () => {
    const { log, said } = listeningLog();
    await start(rememberedState(), { log });
    discord.token = 'reset-token-for-tests';
    discord.gateway.drop();
    await expect.poll(() => said.join()).toMatch(/DISCORD_TOKEN/);
    const calls = discord.calls.length;
    await channel.send({ conversation: SHARED }, CARD, sendOptions('a')).catch(() => {});
    expect(discord.calls.length - calls).toBeLessThanOrEqual(1);
    expect(channel.isUp?.()).toBe(false);
  });

  it('the start succeeds, is said, and Discord is found once it is there', async () => {
    const { log, said } = listeningLog();
    const port = await freePort();
    const account = { ...discord, url: `http://127.0.0.1:${port}/api` };
    channel = openChannel(account, { log, timings: { startWithinMs: 200 } });
    await channel.start(events, rememberedState());
    expect([channel.isUp?.(), said.join()]).toEqual([false, expect.stringMatching(/cannot be reached.*ECONNREFUSED/)]);
    await discord.close();
    discord = await startDiscord({ port });
    discord.users.set(ILSE, {});
    await expect.poll(() => channel.isUp?.(), { timeout: 30_000 }).toBe(true);
    await saysDirectly(discord, ILSE, { text: 'hello' });
    expect(texts()).toEqual(['hello']);
  });
});
