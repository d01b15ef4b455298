import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../../src/store/store.ts';
import type { TestDatabase } from './test-database.ts';

export async function openTestDatabase(): Promise<TestDatabase> {
  const opened: { store: Store; folder: string }[] = [];
  return {
    engine: 'sqlite',
    async fresh(clock) {
      const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-store-'));
      const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock });
      opened.push({ store, folder });
      return store;
    },
    async close() {
      for (const { store, folder } of opened) {
        await store.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
