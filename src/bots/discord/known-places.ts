/** The channels of servers where somebody called us: what is caught up after downtime (rule D9). Ids only, the latest ones. */
import { z } from 'zod';
import type { ChannelState } from '../../messages/channel.ts';

export interface KnownPlaces {
  /** Channel and server. */
  all(): ReadonlyMap<string, string>;
  has(channel: string): boolean;
  /** Resolves when it is kept. */
  add(channel: string, guild: string): Promise<void>;
}

const SOURCE = 'discord:places';
const MOST = 200;
const Kept = z.array(z.tuple([z.string(), z.string()]));

export async function openKnownPlaces(state: ChannelState): Promise<KnownPlaces> {
  const places = new Map(readKept(await state.cursor(SOURCE)));
  return {
    all: () => places,
    has: (channel) => places.has(channel),
    async add(channel, guild) {
      if (places.has(channel)) return;
      places.set(channel, guild);
      const [oldest] = places.keys();
      if (places.size > MOST && oldest !== undefined) places.delete(oldest);
      await state.moveCursor(SOURCE, JSON.stringify([...places]));
    },
  };
}

function readKept(value: string | undefined): [string, string][] {
  try {
    return value === undefined ? [] : Kept.parse(JSON.parse(value));
  } catch {
    return [];
  }
}
