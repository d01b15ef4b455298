import type { Clock } from '../../src/domain/clock.ts';
import type { Store } from '../../src/store/store.ts';

/** What `#test-database` opens, for the engine of the project that runs. */
export interface TestDatabase {
  readonly engine: 'sqlite' | 'postgres';
  /** An empty store. On Postgres the one before it is emptied: use one at a time, or workspaces of your own. */
  fresh(clock: Clock): Promise<Store>;
  close(): Promise<void>;
}
