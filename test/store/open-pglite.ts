import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { createFileBlobStore } from '../../src/store/blob-store.ts';
import { migrationsFolder } from '../../src/store/migrate-database.ts';
import { createStore } from '../../src/store/store.ts';
import { readOrMakeKeys } from '../../src/store/store-keys.ts';
import type { TestDatabase } from './test-database.ts';

/** One PGlite a test file: each takes seconds to start and half a gigabyte. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const client = await PGlite.create();
  const db = drizzle({ client });
  await migrate(db, { migrationsFolder: migrationsFolder() });
  const tables = await client.query<{ tablename: string }>("select tablename from pg_tables where schemaname = 'public'");
  const names = tables.rows.map(({ tablename }) => `"${tablename}"`).join(', ');
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-store-'));
  const keys = await readOrMakeKeys(folder, { newDatabase: true });
  return {
    engine: 'postgres',
    async fresh(clock) {
      await client.exec(`truncate ${names}`);
      const blobs = createFileBlobStore(path.join(folder, 'blobs'), keys.blob);
      return createStore({ db, clock, keys, blobs, schemaVersion: 'test', close: async () => {} });
    },
    async close() {
      await client.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
