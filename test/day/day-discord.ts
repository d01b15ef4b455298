/** The scripted day on our own Discord. */
import { setTimeout as delay } from 'node:timers/promises';
import { presses, tellMessage, tellReaction, usesCommand, usesOnMessage, writeMessage } from '../bots/discord/discord-people.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { BOT, SHARED, type WorldMessage } from '../servers/discord-world.ts';
import type { DayPerson } from './day-people.ts';
import type { DayPlace, Received, Sent } from './day-place.ts';

const TAKEN_WITHIN_MS = 5_000;

export function dayOnDiscord(discord: DiscordServer, people: readonly DayPerson[]): DayPlace {
  for (const { address } of people) discord.users.set(address, {});
  /** Told once: what was not taken is told again by the session itself when it is resumed. Told anew only after the session is lost. */
  async function until(tell: () => number | undefined): Promise<void> {
    for (;;) {
      const session = discord.gateway.identified();
      const sequence = tell();
      while (sequence !== undefined && discord.gateway.identified() === session) {
        if ((await discord.gateway.taken(sequence, TAKEN_WITHIN_MS)) === 'acknowledged') return;
        await delay(30);
      }
      await delay(30);
    }
  }

  async function send(sent: Sent): Promise<void> {
    const { person, way, file, twisted } = sent;
    const user = person.address;
    if (way === 'command') {
      const id = discord.next();
      await until(() => usesCommand(discord, { id, user, channel: SHARED, command: 'resume', files: { file } }).sequence);
      return;
    }
    const channel = way === 'direct' ? discord.directOf(user) : SHARED;
    const message = writeMessage(discord, user, channel, {
      text: way === 'mention' ? 'my resume' : '',
      files: [{ ...file, title: file.name }],
      mentions: way === 'mention',
    });
    if (way === 'shortcut') {
      const id = discord.next();
      await until(() => usesOnMessage(discord, { id, user, channel: SHARED, name: 'Add to pipeline', message }).sequence);
      return;
    }
    if (twisted) for (const id of message.files) expire(discord, id);
    await until(() => tellMessage(discord, message));
    if (twisted) await until(() => tellMessage(discord, message));
  }

  return {
    ways: ['direct', 'mention', 'command', 'shortcut'],
    send,
    command: async (person, line) => {
      const id = discord.next();
      // With words it goes through `/shortlist`: options are each command's own affair.
      await until(() => usesCommand(discord, { id, user: person.address, channel: SHARED, command: line }).sequence);
    },
    react: (person, to, emoji, removed) => until(() => tellReaction(discord, person.address, to.id ?? '', emoji, removed)),
    press: async (person, on, value) => {
      const id = discord.next();
      await until(() => presses(discord, { id, user: person.address, channel: SHARED, target: on.id ?? '', value }).sequence);
    },
    receivedBy: async (person) =>
      ours(discord)
        .filter((message) => seenBy(discord, message) === person.address)
        .map(receivedMessage),
    shared: () =>
      ours(discord)
        .filter((message) => seenBy(discord, message) === undefined)
        .flatMap(({ shown, body, uploads }) => [
          shown,
          JSON.stringify(body),
          ...uploads.flatMap((one) => [one.name, one.description]),
        ]),
    written: async () => ours(discord).length,
    // What a kill leaves: told again, the first response is there already (40060), none is to be found (10015), or it comes too late (10062).
    refusals: () => discord.refusals.filter((refusal) => !/"code":(40060|10015|10062)/.test(refusal)),
    close: () => discord.close(),
  };
}

/** The address of the file stops working between the telling and the fetching (rule D3). */
function expire(discord: DiscordServer, id: string): void {
  const file = discord.files.get(id);
  if (file) file.faults = [404];
}

const ours = (discord: DiscordServer) => discord.messages.filter(({ author, loading }) => author === BOT && loading !== true);

/** The one person who sees it; undefined when others do. */
function seenBy(discord: DiscordServer, { channel, visibleTo }: WorldMessage): string | undefined {
  return visibleTo ?? discord.channels.get(channel)?.user;
}

const receivedMessage = ({ channel, id, shown, buttons, visibleTo }: WorldMessage): Received => ({
  ...(visibleTo === undefined ? { id: `${channel}:${id}` } : {}),
  text: shown,
  buttons,
});
