/** What goes out to Discord (rules D5, D6, D7, D8). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AddressGone, PermanentFailure, RetryLater } from '../../../src/domain/errors.ts';
import type { Card } from '../../../src/messages/card.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord-server.ts';
import { ALL_RIGHTS, BOT, GUILD, SHARED } from '../../servers/discord-world.ts';
import { idOf, writeMessage } from './discord-people.ts';
import { listeningLog, openChannel, sendOptions } from './open-channel.ts';

checkForLeaks();
const ILSE = '310000000000000001';
const CARD: Card = { about: [], title: 'Hello', blocks: [], footer: [], attachments: [] };

let discord: DiscordServer;
beforeEach(async () => {
  discord = await startDiscord();
  discord.users.set(ILSE, {});
});
afterEach(() => discord.close());

const direct = () => discord.directOf(ILSE);
const bodies = () => discord.messages.filter((message) => message.author === BOT).map((message) => message.body);
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a message to Discord', () => {
  it('calls nobody, whatever stands in it (D7)', async () => {
    await openChannel(discord).send(
      { conversation: direct() },
      { ...CARD, title: '@everyone <@310000000000000001>' },
      sendOptions('a'),
    );
    expect(bodies()).toMatchObject([{ allowed_mentions: { parse: [] } }]);
    expect(discord.refusals).toEqual([]);
  });

  it('has a number that makes a second one the same, for each key its own (D8)', async () => {
    const channel = openChannel(discord);
    const first = await channel.send({ conversation: direct() }, CARD, sendOptions('answer:1'));
    expect(await openChannel(discord).send({ conversation: direct() }, CARD, sendOptions('answer:1'))).toEqual(first);
    await channel.send({ conversation: direct() }, CARD, sendOptions('answer:2'));
    expect(bodies()).toHaveLength(2);
    for (const body of bodies()) expect(body).toMatchObject({ nonce: expect.stringMatching(/^[\w-]{25}$/), enforce_nonce: true });
  });

  it('in doubt is repeated soon, while Discord still knows its number (D8)', async () => {
    discord.fail('POST', /messages$/, { hangUp: true });
    const channel = openChannel(discord);
    const failure = await failureOf(channel.send({ conversation: direct() }, CARD, sendOptions('a')));
    expect(failure).toMatchObject({ name: 'RetryLater', afterMs: 2_000, countsAsAttempt: false });
    expect(await channel.send({ conversation: direct() }, CARD, sendOptions('a'))).toMatchObject({ outcome: 'sent' });
    expect(bodies()).toHaveLength(1);
  });

  it('to somebody who takes none says that the address is gone (D5)', async () => {
    discord.users.set(ILSE, { closed: true });
    expect(await failureOf(openChannel(discord).send({ conversation: direct() }, CARD, sendOptions('a')))).toBeInstanceOf(
      AddressGone,
    );
    const failure = await failureOf(openChannel(discord).send({ conversation: `user:${ILSE}` }, CARD, sendOptions('a')));
    expect(failure).toMatchObject({ name: expect.any(String), fix: expect.stringMatching(/direct messages/) });
  });

  it('to a person opens their direct conversation once', async () => {
    const channel = openChannel(discord);
    const sent = await channel.send({ conversation: `user:${ILSE}` }, CARD, sendOptions('a'));
    await channel.send({ conversation: `user:${ILSE}` }, CARD, sendOptions('b'));
    expect(sent).toMatchObject({ message: expect.stringMatching(`^${direct()}:`) });
    expect(discord.calls.filter((call) => call === 'POST /users/@me/channels')).toHaveLength(1);
  });

  it('waits for what Discord asks for: five in five seconds and channel, no refusal at all (D6)', async () => {
    await discord.close();
    discord = await startDiscord({ burst: 5 });
    discord.users.set(ILSE, {});
    const channel = openChannel(discord);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => channel.send({ conversation: direct() }, CARD, sendOptions(`${index}`))),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    for (const one of outcomes)
      if (one.status === 'rejected') {
        expect(one.reason).toBeInstanceOf(RetryLater);
        expect(one.reason).toMatchObject({ countsAsAttempt: false });
        expect(one.reason.afterMs).toBeGreaterThan(1_500);
      }
    expect(discord.refusals).toEqual([]);
  });

  it('is one of at most fifty requests in any second, over all conversations (D6)', async () => {
    const channel = openChannel(discord);
    const users = Array.from({ length: 80 }, (_, index) => `31000000000000${String(index + 1_000)}`);
    for (const user of users) discord.users.set(user, {});
    await Promise.all(users.map((user) => channel.send({ conversation: discord.directOf(user) }, CARD, sendOptions(user))));
    expect(bodies()).toHaveLength(80);
    expect(discord.busiestSecond()).toBeLessThanOrEqual(50);
    expect(discord.refusals).toEqual([]);
  });

  it('where the bot may not write fails for good, with what to do', async () => {
    discord.guilds.set(GUILD, ALL_RIGHTS & ~(1n << 11n));
    const failure = await failureOf(openChannel(discord).send({ conversation: SHARED }, CARD, sendOptions('a')));
    expect(failure).toBeInstanceOf(PermanentFailure);
    expect(failure).toMatchObject({ fix: expect.stringContaining('Send Messages') });
  });

  it('is a reply only in the conversation of what it answers, and goes out though that is gone', async () => {
    const channel = openChannel(discord);
    const message = writeMessage(discord, ILSE, direct(), { text: 'hello' });
    await channel.send({ conversation: direct() }, CARD, sendOptions('a', { inReplyTo: idOf(message) }));
    await channel.send({ conversation: SHARED }, CARD, sendOptions('b', { inReplyTo: idOf(message) }));
    expect(bodies().map((body) => body.message_reference)).toEqual([
      { message_id: message.id, fail_if_not_exists: false },
      undefined,
    ]);
  });

  it('brings its pictures, described', async () => {
    const bytes = Uint8Array.from([137, 80, 78, 71]);
    const channel = openChannel(discord, { readBlob: async () => bytes });
    const attachments = [
      { name: 'skills.png', type: 'image/png', blob: 'b1', alternativeText: 'Your skills: welding, most of all' },
    ];
    await channel.send({ conversation: direct() }, { ...CARD, attachments }, sendOptions('a'));
    expect(discord.messages.at(-1)?.uploads).toEqual([
      { name: 'skills.png', description: 'Your skills: welding, most of all', bytes },
    ]);
    expect(discord.refusals).toEqual([]);
  });
});

describe('a mark on a message', () => {
  it('says seen, then done instead; failed where nobody else reads; missed by nobody where it cannot be set', async () => {
    const { log, said } = listeningLog();
    const channel = openChannel(discord, { log });
    const location = idOf(writeMessage(discord, ILSE, direct(), { text: 'cv' }));
    await channel.mark?.({ location }, 'seen');
    expect(discord.marks).toEqual([`${location} 👀`]);
    await channel.mark?.({ location }, 'done');
    await channel.mark?.({ location }, 'done');
    expect(discord.marks).toEqual([`${location} ✅`]);
    await channel.mark?.({ location: `${direct()}:1400000000000000000` }, 'seen');
    discord.guilds.set(GUILD, ALL_RIGHTS & ~(1n << 6n));
    await channel.mark?.({ location: idOf(writeMessage(discord, ILSE, SHARED, { text: 'cv' })) }, 'seen');
    expect(said.join()).toMatch(/could not be marked/);
  });
});
