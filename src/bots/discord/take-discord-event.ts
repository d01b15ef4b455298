/** One event of the gateway, from Discord's words to a commit of ours. */
import type { ChannelEvents, IncomingMessage } from '../../messages/channel.ts';
import { type InteractionOptions, NOT_HERE, say, takeInteraction } from './answer-interaction.ts';
import type { CatchUp } from './catch-up.ts';
import type { GatewayEvent } from './discord-gateway.ts';
import { DiscordInteraction, DiscordMessage, DiscordReaction } from './discord-payloads.ts';
import type { KnownPlaces } from './known-places.ts';
import { readMessage, readReaction } from './read-discord-event.ts';
import { type ReceiveOptions, receiveFiles, receiveShared } from './receive-files.ts';
import type { Turns } from './take-turns.ts';
import type { Strangers } from './tell-strangers.ts';

export interface TakeOptions {
  events: ChannelEvents;
  interactions: InteractionOptions;
  files: ReceiveOptions;
  guilds: readonly string[];
  turns: Turns;
  places: KnownPlaces;
  catchUp: CatchUp;
  strangers: Strangers;
}

const isServed = (guilds: readonly string[], guild: string | null | undefined): boolean =>
  guild == null || guilds.length === 0 || guilds.includes(guild);

/** True when something was committed. Rejects when it has to come again. */
export async function takeDiscordEvent(options: TakeOptions, { type, data, sequence, session }: GatewayEvent): Promise<boolean> {
  switch (type) {
    case 'MESSAGE_CREATE': {
      const message = DiscordMessage.safeParse(data);
      return message.success && takeNewMessage(options, message.data, session.ourUser);
    }
    case 'MESSAGE_REACTION_ADD':
    case 'MESSAGE_REACTION_REMOVE': {
      const read = DiscordReaction.safeParse(data);
      if (!read.success || !isServed(options.guilds, read.data.guild_id)) return false;
      const removed = type === 'MESSAGE_REACTION_REMOVE';
      const reaction = readReaction(read.data, removed, `${session.id}:${sequence}`, session.ourUser);
      if (!reaction) return false;
      await options.turns.run(read.data.channel_id, () => options.events.reactionChanged(reaction));
      return true;
    }
    case 'INTERACTION_CREATE': {
      const read = DiscordInteraction.safeParse(data);
      if (!read.success) return false;
      if (isServed(options.guilds, read.data.guild_id)) return takeInteraction(options.interactions, read.data);
      await say(options.interactions, read.data, NOT_HERE);
      return false;
    }
    default:
      return false;
  }
}

async function takeNewMessage(options: TakeOptions, raw: DiscordMessage, ourUser: string): Promise<boolean> {
  // Not before the channel's turn is asked for: what is not for us must not wait behind what is.
  const read = readMessage(raw, ourUser);
  if (!read) return false;
  if (!isServed(options.guilds, raw.guild_id)) {
    await options.strangers.tell(raw.author.id, raw.guild_id ?? '');
    return false;
  }
  await options.turns.run(raw.channel_id, async () => {
    await options.catchUp.ofChannel(raw.channel_id);
    await takeMessage(options, raw, ourUser);
  });
  return true;
}

/** In its turn: positions of one channel are committed in order. */
export async function takeMessage(
  { events, files: source, places }: Pick<TakeOptions, 'events' | 'files' | 'places'>,
  raw: DiscordMessage,
  ourUser: string,
): Promise<void> {
  const read = readMessage(raw, ourUser);
  if (!read) return;
  if (raw.guild_id != null) await places.add(raw.channel_id, raw.guild_id);
  const { message, files } = read;
  const attachments: IncomingMessage['attachments'] =
    message.sharedPlace === true ? await receiveShared(source, files) : await receiveFiles(source, files);
  await events.messageReceived({ ...message, attachments });
}
