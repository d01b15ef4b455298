import path from 'node:path';
import { type Db, openDatabase } from '../../src/store/dialect/sqlite.ts';
import { migrateDatabase } from '../../src/store/migrate-database.ts';

/** `#test-database` on SQLite: a file of its own each time. */
export async function openEngine() {
  let files = 0;
  const opened: { close(): Promise<void> }[] = [];
  return {
    engine: 'sqlite' as const,
    async emptyDatabase(folder: string): Promise<Db> {
      const database = await openDatabase(path.join(folder, `${files++}.db`));
      opened.push(database);
      await migrateDatabase(database);
      return database.db;
    },
    async close() {
      for (const database of opened) await database.close();
    },
  };
}
