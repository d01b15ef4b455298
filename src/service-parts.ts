import type { Config } from './config.ts';
import type { Clock } from './domain/clock.ts';
import type { Taxonomy } from './domain/taxonomy.ts';
import type { Log } from './log.ts';
import type { Channel } from './messages/channel.ts';
import type { OpenReader } from './reader.ts';
import type { Store } from './store/store.ts';
import type { GiveWay } from './tasks/give-way.ts';
import type { TaskQueue } from './tasks/queue.ts';
import type { Worker } from './tasks/worker.ts';

/** The parts that the terminal shares with the service. */
export interface Parts {
  config: Config;
  clock: Clock;
  log: Log;
  store: Store;
  queue: TaskQueue;
  taxonomy: Taxonomy;
  reader: OpenReader;
  channels: Map<string, Channel>;
  worker: Worker;
  /** Between what comes in and the worker. */
  giveWay: GiveWay;
  /** Running tasks finish or give their lease back within `withinMs`, 10 s by default (rule R4). */
  close(withinMs?: number): Promise<void>;
}
