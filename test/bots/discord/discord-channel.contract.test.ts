import { createDiscordChannel } from '../../../src/bots/discord/create-discord-channel.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { ChannelEvents } from '../../../src/messages/channel.ts';
import { channelContract } from '../../contracts/channel-contract.ts';
import { type Answer, type ChannelHarness, CONTRACT_FACES, type SentMessage } from '../../contracts/channel-harness.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord-server.ts';
import { BOT, BOT_TOKEN, SHARED, type WorldMessage } from '../../servers/discord-world.ts';
import { SILENT_LOG } from '../email/recorded-events.ts';
import { fillsForm, labelsOf, presses, tellMessage, tellReaction, usesCommand, writeMessage } from './discord-people.ts';
import { rememberedState } from './remembered-state.ts';

const ILSE = '310000000000000001';
const WITHIN_MS = 1_000;

channelContract('Discord', async (): Promise<ChannelHarness> => {
  const discord = await startDiscord();
  discord.users.set(ILSE, {});
  const conversation = discord.directOf(ILSE);
  const open = () =>
    createDiscordChannel({
      account: { token: BOT_TOKEN, guilds: [], apiUrl: discord.url },
      log: SILENT_LOG,
      clock: systemClock,
      faces: CONTRACT_FACES,
      timings: { retryMs: 10 },
    });
  let events: ChannelEvents | undefined;
  const tell = createTelling(discord);
  const interactionIds = new Map<string, string>();
  const idOfKey = (key: string) => {
    const id = interactionIds.get(key) ?? discord.next();
    interactionIds.set(key, id);
    return id;
  };
  const ready = async (channel: ChannelHarness['channel'], given: ChannelEvents) => {
    await channel.start(given, rememberedState());
    // Commands are registered in the background.
    for (let turn = 0; turn < 200 && discord.commands.size === 0; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const harness: ChannelHarness = {
    channel: open(),
    conversation,
    address: ILSE,
    async start(given) {
      events = given;
      await ready(harness.channel, given);
    },
    write: ({ key, text, file, inReplyTo }) =>
      tell.once(key, () =>
        tellMessage(
          discord,
          tell.message(key, () =>
            writeMessage(discord, ILSE, conversation, { text, inReplyTo, files: file && [{ ...file, title: file.name }] }),
          ),
        ),
      ),
    react: (target, emoji, key, { removed = false } = {}) =>
      tell.once(key, () => tellReaction(discord, ILSE, target, `${emoji}\u{1f3fd}`, removed)),
    command: ({ key, command, options }) =>
      tell.once(
        key,
        () =>
          usesCommand(discord, { id: idOfKey(key), user: ILSE, channel: SHARED, command, options: numbersOf(options) }).sequence,
      ),
    endInvocations: () => discord.interactions.end(),
    press: (target, value, key) =>
      tell.once(key, () => presses(discord, { id: idOfKey(key), user: ILSE, channel: conversation, target, value }).sequence),
    async fillForm({ key, command, fields }) {
      const used = usesCommand(discord, { id: idOfKey(key), user: ILSE, channel: SHARED, command });
      const answer = await tell.taken(used.sequence);
      const { modal } = used.interaction;
      if (modal === undefined) return { opened: undefined, answer };
      const filled = fillsForm(discord, { user: ILSE, channel: SHARED, modal, fields });
      return { opened: labelsOf(modal), answer: await tell.taken(filled.sequence) };
    },
    async restart() {
      await harness.channel.stop();
      harness.channel = open();
      tell.forget();
      if (events) await ready(harness.channel, events);
    },
    refusals: () => discord.refusals,
    sent: async () => discord.messages.filter((message) => message.author === BOT).map(sentOf),
    dispose: discord.close,
  };
  return harness;
});

const numbersOf = (options: Readonly<Record<string, string>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]));

/** The same key is the same event: what was refused comes again by itself when the session is resumed, and is not told a second time. */
function createTelling(discord: DiscordServer) {
  const messages = new Map<string, WorldMessage>();
  const refused = new Map<string, number>();
  const taken = async (sequence: number | undefined): Promise<Answer> =>
    sequence === undefined ? 'refused' : discord.gateway.taken(sequence, WITHIN_MS);
  return {
    taken,
    forget: () => refused.clear(),
    message(key: string, write: () => WorldMessage): WorldMessage {
      const message = messages.get(key) ?? write();
      messages.set(key, message);
      return message;
    },
    async once(key: string, tell: () => number | undefined): Promise<Answer> {
      const before = refused.get(key);
      for (let turn = 0; before !== undefined && turn < 400 && !discord.gateway.connected(); turn++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      const sequence = before ?? tell();
      const answer = await taken(sequence);
      if (answer === 'refused' && sequence !== undefined) refused.set(key, sequence);
      return answer;
    },
  };
}

const sentOf = (message: WorldMessage): SentMessage => ({
  conversation: message.channel,
  message: `${message.channel}:${message.id}`,
  text: message.shown,
  inReplyTo: message.reference && `${message.reference.channel}:${message.reference.message}`,
  visibleTo: message.visibleTo,
  buttons: message.buttons,
  edited: message.edited,
});
