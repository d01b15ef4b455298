/**
 * After a session that could not be resumed (rule D9): what was written meanwhile in the conversations and channels that we know, each
 * before anything newer of it. A conversation that began meanwhile is not found: Discord lists none to bots.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ChannelState } from '../../messages/channel.ts';
import type { DiscordLog } from './discord-connection.ts';
import { isSnowflake } from './discord-ids.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import { discordErrorCode, hasCode } from './discord-problem.ts';
import type { KnownPlaces } from './known-places.ts';
import { cursorSource } from './read-discord-event.ts';
import type { ReadPage } from './read-pages.ts';
import type { Turns } from './take-turns.ts';

export interface CatchUp {
  /** All conversations are behind now. */
  begin(): void;
  /** Resolves when that channel is not behind; throws when it still is. Called in its turn. */
  ofChannel(channel: string): Promise<void>;
  stop(): Promise<void>;
}

export interface CatchUpOptions {
  state: ChannelState;
  places: KnownPlaces;
  turns: Turns;
  log: DiscordLog;
  read: ReadPage;
  /** As if it had just come. */
  take(message: DiscordMessage): Promise<void>;
  /** Everything that was behind is read. */
  onDone(): void;
  /** Between two conversations: nothing else must wait for this. */
  pauseMs?: number;
}

const PAUSE_MS = 50;
const RETRY_MS = 30_000;
/** Gone, or no longer ours to read. */
const LEFT = [10003, 50001, 50013];

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { state, places, turns, log, read, take, onDone, pauseMs = PAUSE_MS } = options;
  const stopping = new AbortController();
  /** Channel → its server, or nothing for a direct one. */
  const behind = new Map<string, string | undefined>();
  let listed: Promise<void> = Promise.resolve();
  let running: Promise<void> = Promise.resolve();
  /** Ends the pause before the next try. */
  let waking = new AbortController();

  async function list(): Promise<void> {
    for (const [channel, guild] of places.all()) behind.set(channel, guild);
    for (const conversation of await state.directConversations())
      if (isSnowflake(conversation)) behind.set(conversation, undefined);
  }

  async function ofChannel(channel: string): Promise<void> {
    await listed;
    if (!behind.has(channel)) return;
    const guild = behind.get(channel);
    let after = await state.cursor(cursorSource(channel));
    // Never read before: what lies there is not ours to fetch.
    while (after !== undefined) {
      const page = await read(channel, { after, guild, signal: stopping.signal }).catch((error: unknown) => {
        if (hasCode(error, ...LEFT)) return undefined;
        throw error;
      });
      for (const message of page?.messages ?? []) await take(message);
      after = page?.more === true ? page.next : undefined;
    }
    behind.delete(channel);
  }

  async function run(): Promise<void> {
    await listed;
    while (behind.size > 0 && !stopping.signal.aborted) {
      let failed = false;
      const { signal } = waking;
      for (const channel of [...behind.keys()]) {
        if (stopping.signal.aborted) return;
        await turns
          .run(channel, () => ofChannel(channel))
          .catch((error: unknown) => {
            failed = true;
            log.warn({ error: discordErrorCode(error) }, 'a conversation could not be caught up; trying again');
          });
        await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
      if (failed) await delay(RETRY_MS, undefined, { signal: AbortSignal.any([stopping.signal, signal]) }).catch(() => {});
    }
  }

  return {
    begin() {
      waking.abort();
      waking = new AbortController();
      listed = list();
      // Whoever waits for it hears of the failure.
      listed.catch(() => {});
      const mine = listed;
      const before = running;
      running = before
        .then(run)
        // Another beginning meanwhile has a list of its own.
        .then(() => (mine === listed && behind.size === 0 ? onDone() : undefined))
        .catch((error: unknown) => {
          log.warn({ error: discordErrorCode(error) }, 'the known conversations could not be listed');
        });
    },
    ofChannel,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
