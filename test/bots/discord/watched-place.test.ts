/** Watched channels (F1.7), and files that Discord does not give at once (rule D3). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordApi } from '../../../src/bots/discord/discord-api.ts';
import { receiveFiles, receiveShared } from '../../../src/bots/discord/receive-files.ts';
import { PermanentFailure } from '../../../src/domain/errors.ts';
import type { Channel } from '../../../src/messages/channel.ts';
import { bytesOf } from '../../contracts/channel-harness.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord-server.ts';
import { ALL_RIGHTS, GUILD, SHARED, type WorldMessage } from '../../servers/discord-world.ts';
import { recordedEvents, SILENT_LOG } from '../email/recorded-events.ts';
import { writeMessage } from './discord-people.ts';
import { openChannel } from './open-channel.ts';
import { rememberedState } from './remembered-state.ts';

checkForLeaks();
const ILSE = '310000000000000001';

let discord: DiscordServer;
let channel: Channel;
beforeEach(async () => {
  discord = await startDiscord();
  discord.users.set(ILSE, {});
  channel = openChannel(discord);
  await channel.start(recordedEvents(), rememberedState());
});
afterEach(async () => {
  await channel.stop();
  await discord.close();
});

const read = (after?: string, limit = 50) => channel.readPlace?.(SHARED, { after, limit, signal: new AbortController().signal });
const posts = (name: string, mentions = true) =>
  writeMessage(discord, ILSE, SHARED, { files: [{ name, bytes: `bytes of ${name}` }], mentions });

describe('a watched channel', () => {
  it('is read in pages behind a position, oldest first, with the bytes of its files and without a receipt', async () => {
    const messages = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => posts(name));
    const first = await read(undefined, 2);
    expect(first).toMatchObject({ more: true, next: messages[1]?.id });
    expect(first?.messages.map((message) => message.attachments[0]?.name)).toEqual(['a.pdf', 'b.pdf']);
    expect(first?.messages[0]).toMatchObject({ sharedPlace: true, sender: { address: ILSE } });
    expect(first?.messages[0]?.publicPlace).toBeUndefined();
    expect(first?.messages[0]?.attachments[0]?.content).toEqual({ bytes: Buffer.from('bytes of a.pdf') });
    const second = await read(first?.next, 2);
    expect(second).toMatchObject({ more: false, next: messages[2]?.id });
    expect(await read(second?.next)).toEqual({ messages: [], more: false, next: messages[2]?.id });
  });

  it('gives what mentions us: the files of all else Discord keeps to itself (D2)', async () => {
    posts('theirs.pdf', false);
    posts('ours.pdf');
    expect((await read())?.messages.flatMap((message) => message.attachments.map((file) => file.name))).toEqual(['ours.pdf']);
  });

  it('that the bot may not read, or that is none, says what to do', async () => {
    discord.guilds.set(GUILD, ALL_RIGHTS & ~(1n << 16n));
    await expect(read()).rejects.toMatchObject({ fix: expect.stringContaining('Read Message History') });
    const none = channel.readPlace?.('general', { limit: 1, signal: new AbortController().signal });
    await expect(none).rejects.toMatchObject({ fix: expect.stringContaining('Copy Channel ID') });
  });
});

describe('a file of Discord', () => {
  const filesOf = (message: WorldMessage) =>
    message.files.flatMap((id) => {
      const file = discord.files.get(id);
      const url = `${discord.root}/attachments/${id}/x?hm=0`;
      return file
        ? [{ file: { id, filename: file.name, size: file.bytes.byteLength, url }, ref: `${SHARED}:${message.id}:${id}` }]
        : [];
    });
  const options = () => ({
    source: { api: createDiscordApi({ token: discord.token, apiUrl: discord.url }), apiUrl: discord.url },
    log: SILENT_LOG,
    pausesMs: [1, 1],
  });
  const failing = (message: WorldMessage, ...faults: number[]) => {
    for (const id of message.files) {
      const file = discord.files.get(id);
      if (file) file.faults = faults;
    }
  };

  it('that is not given right now is named, and asked for later by its message', async () => {
    const message = posts('cv.pdf');
    failing(message, 503);
    const [file] = await receiveFiles(options(), filesOf(message));
    expect(file?.content).toMatchObject({ ref: expect.stringContaining(message.id) });
    expect(file && (await bytesOf(channel, file.content))).toEqual(Buffer.from('bytes of cv.pdf'));
  });

  it('of a shared channel is tried three times, then left alone (A7)', async () => {
    const message = posts('cv.pdf');
    failing(message, 503, 503);
    expect(await receiveShared(options(), filesOf(message))).toHaveLength(1);
    failing(message, 503, 503, 503);
    expect(await receiveShared(options(), filesOf(message))).toEqual([]);
  });

  it('is fetched from Discord alone, and not when it is too large', async () => {
    const signal = new AbortController().signal;
    const message = posts('cv.pdf');
    const [given] = filesOf(message);
    const { source } = options();
    const { fetchDiscordFile } = await import('../../../src/bots/discord/fetch-discord-file.ts');
    const failureOf = async (file: { ref?: string; url?: string }, maxBytes = 1_000) => {
      try {
        for await (const _ of fetchDiscordFile(source, file, { maxBytes, signal }));
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(await failureOf({ url: given?.file.url })).toBeUndefined();
    for (const url of ['http://127.0.0.1:1/x', 'https://cdn.discordapp.com.evil.example/x', 'http://cdn.discordapp.com/x'])
      expect(await failureOf({ url })).toBeInstanceOf(PermanentFailure);
    expect(await failureOf({ url: given?.file.url }, 3)).toMatchObject({ message: expect.stringMatching(/larger/) });
    expect(await failureOf({ ref: 'discord:gone' })).toMatchObject({ fix: expect.stringContaining('Send the file again') });
  });
});
