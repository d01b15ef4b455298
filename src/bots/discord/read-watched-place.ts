/**
 * A watched channel (F1.7), read on request. What Discord shows there without the privileged intent (rule D2): messages that mention us, answer
 * us or are forwarded to us with a mention. Others come without their files, and are passed over.
 */
import type { REST } from 'discord.js';
import { PermanentFailure } from '../../domain/errors.ts';
import type { IncomingMessage, PlaceMessages } from '../../messages/channel.ts';
import { isSnowflake } from './discord-ids.ts';
import { retryableProblem } from './discord-problem.ts';
import { readMessage } from './read-discord-event.ts';
import { createReadPage } from './read-pages.ts';
import { type ReceiveOptions, receiveShared } from './receive-files.ts';

const BEGINNING = '0';
/** A name for "some server": messages come without theirs. */
const A_SERVER = 'watched';

export async function readWatchedPlace(
  { api, files, ourUser }: { api: REST; files: ReceiveOptions; ourUser: string },
  place: string,
  { after, limit, signal }: { after?: string; limit: number; signal: AbortSignal },
): Promise<PlaceMessages> {
  const channel = place.replace(/^discord:/, '');
  if (!isSnowflake(channel))
    throw new PermanentFailure(
      'this is no channel of Discord',
      'Turn on Developer Mode in Discord, then "Copy Channel ID" in the menu of the channel.',
    );
  const page = await createReadPage(api)(channel, { after: after ?? BEGINNING, guild: A_SERVER, limit, signal }).catch(
    (error: unknown) => {
      throw retryableProblem(error);
    },
  );
  const messages: IncomingMessage[] = [];
  for (const raw of page.messages) {
    const read = readMessage(raw, ourUser, { watched: true });
    if (!read || read.files.length === 0) continue;
    const { cursor: _ours, publicPlace: _silent, ...message } = read.message;
    messages.push({ ...message, attachments: await receiveShared(files, read.files) });
  }
  const next = page.next ?? after;
  return { messages, more: page.more, ...(next === undefined ? {} : { next }) };
}
