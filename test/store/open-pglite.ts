import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Db } from '../../src/store/dialect/postgres.ts';
import { migrationsFolder } from '../../src/store/migrate-database.ts';

/** `#test-database` on Postgres: one PGlite a test file (each takes seconds and half a gigabyte), emptied each time. */
export async function openEngine() {
  const client = await PGlite.create();
  const db = drizzle({ client });
  await migrate(db, { migrationsFolder: migrationsFolder() });
  const tables = await client.query<{ tablename: string }>("select tablename from pg_tables where schemaname = 'public'");
  const names = tables.rows.map(({ tablename }) => `"${tablename}"`).join(', ');
  return {
    engine: 'postgres' as const,
    async emptyDatabase(_folder: string): Promise<Db> {
      await client.exec(`truncate ${names}`);
      return db;
    },
    close: () => client.close(),
  };
}
