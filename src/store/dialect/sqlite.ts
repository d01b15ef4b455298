/** The SQLite column kit and everything that only SQLite knows. Same exported names as `postgres.ts`; `#dialect` chooses one. */
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonalCodec } from '../personal.ts';

export const dialect = 'sqlite' as const;

export { index, primaryKey, real, text, uniqueIndex };
export const table = sqliteTable;

/** Milliseconds since 1970. */
export const instant = (name: string) => integer(name);
export const count = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** Text or JSON about a human: also cards, raw messages, model answers (principle 11). The codec decides what stands in the file. */
export const personalColumn = <T>(name: string, codec: PersonalCodec) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => codec.seal(JSON.stringify(value)),
    fromDriver: (value) => JSON.parse(codec.open(value)),
  })(name);

export type Db = BaseSQLiteDatabase<'sync', Database.RunResult>;
export type Tx = Db;
/** A write that has not run yet. */
export interface Statement {
  run(): unknown;
}
/** A conditional write with `returning`: a row back means that it took the row. */
export interface Guard {
  all(): unknown[];
}

export interface OpenDatabase {
  db: Db;
  /** Applies what is missing of `folder` (a drizzle-kit migrations folder). */
  migrate(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Waiting inside better-sqlite3 blocks the event loop, so the engine waits little and `atomicallyIf` waits asynchronously (rule R1). */
const BUSY_TIMEOUT_MS = 250;

/** Opens `file` (or `:memory:`), creates it where it is missing; WAL, synchronous FULL, foreign keys (rule R1). */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const client = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  const db = drizzle({ client });
  return {
    db,
    async migrate(folder) {
      runMigrations(db, { migrationsFolder: folder });
    },
    async close() {
      client.close();
    },
  };
}

const isBusy = (error: unknown): boolean => {
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT' || code === 'SQLITE_LOCKED';
};
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Waits between two tries when another process holds the write lock: 5, 10, 20 … 160 ms with jitter, 10 s in all. */
async function whenFree<T>(work: () => T): Promise<T> {
  const until = Date.now() + 10_000;
  for (let pause = 5; ; pause = Math.min(pause * 2, 160)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

/**
 * One transaction as data. `build` runs synchronously and only builds; `onlyIf` is a conditional write with `returning`, so that it
 * takes the row itself: a guard *query* answers SQLITE_BUSY_SNAPSHOT here and lets a lease be stolen in between on Postgres.
 * Resolves to false, with nothing written, when `onlyIf` gives no row.
 */
export async function atomicallyIf(db: Db, build: (tx: Tx) => { onlyIf?: Guard; then: readonly Statement[] }): Promise<boolean> {
  return whenFree(() =>
    db.transaction(
      (tx) => {
        const { onlyIf, then } = build(tx);
        if (onlyIf && onlyIf.all().length === 0) return false;
        for (const statement of then) statement.run();
        return true;
      },
      { behavior: 'immediate' },
    ),
  );
}
