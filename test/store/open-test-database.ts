import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '#test-database';
import type { Clock } from '../../src/domain/clock.ts';
import { createFileBlobStore } from '../../src/store/blob-store.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { readOrMakeKeys } from '../../src/store/store-keys.ts';

export interface TestDatabase {
  readonly engine: 'sqlite' | 'postgres';
  /** An empty store. On Postgres this empties the one before it. */
  fresh(clock: Clock): Promise<Store>;
  close(): Promise<void>;
}

/** Opens the engine of the project that runs. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const engine = await openEngine();
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-store-'));
  const keys = await readOrMakeKeys(folder, { newDatabase: true });
  const blobs = createFileBlobStore(path.join(folder, 'blobs'), keys.blob);
  return {
    engine: engine.engine,
    async fresh(clock) {
      const db = await engine.emptyDatabase(folder);
      return createStore({ db, clock, keys, blobs, schemaVersion: 'test', close: async () => {} });
    },
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
