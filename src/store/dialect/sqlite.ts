/** The SQLite column kit and everything that only SQLite knows. Same exported names as `postgres.ts`; `#dialect` chooses one. */
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonalCodec } from '../personal.ts';
import { errorCode, type PlanOutcome, PlanRefused, type WritePlan } from '../write-plan.ts';

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
/** A write that has not run yet. */
export interface Statement {
  run(): unknown;
}
/** A write with `returning` that has not run yet. */
export interface Returning<Row> {
  all(): Row[];
}
export type Plan = WritePlan<Statement, Returning<unknown>>;

/** What a leasing subquery ends with. SQLite has one writer at a time: nothing to skip. */
export const skipLocked = sql``;

export interface OpenDatabase {
  db: Db;
  /** Applies what is missing of `folder` (a drizzle-kit migrations folder). */
  migrate(folder: string): Promise<void>;
  /** When the last applied migration was made (its folder's milliseconds); undefined for a new database. */
  lastMigration(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Waiting inside better-sqlite3 blocks the event loop, so the engine waits little and `whenFree` waits asynchronously (rule R1). */
const BUSY_TIMEOUT_MS = 250;
const GIVE_UP_AFTER_MS = 10_000;

/** Opens `file` (or `:memory:`), creates it where it is missing; WAL, synchronous FULL, foreign keys (rule R1). */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const client = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  // Changing to WAL needs the file for itself for a moment: another process may be starting at the same time.
  await whenFree(() => client.pragma('journal_mode = WAL'));
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  const db = drizzle({ client });
  return {
    db,
    migrate: (folder) => migrateAlone(client, () => runMigrations(db, { migrationsFolder: folder })),
    async lastMigration() {
      return readLastMigration(client);
    },
    async close() {
      client.close();
    },
  };
}

/**
 * Drizzle looks before it begins, so two processes that start at once would both create the tables. A lock of its own (a second,
 * empty file next to the database) would need cleaning up after a crash; the exclusive locking mode does not: it ends with the connection.
 */
async function migrateAlone(client: Database.Database, migrate: () => void): Promise<void> {
  await whenFree(() => {
    client.pragma('locking_mode = EXCLUSIVE');
    try {
      // Takes the lock: the mode alone waits for the first write.
      client.exec('begin immediate; commit');
      migrate();
    } finally {
      client.pragma('locking_mode = NORMAL');
      // The lock is let go at the next access.
      client.pragma('user_version');
    }
  });
}

function readLastMigration(client: Database.Database): number | undefined {
  const exists = client.prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'").get();
  if (!exists) return undefined;
  const at: unknown = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  return typeof at === 'number' ? at : undefined;
}

const BUSY = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED']);
const REFUSED_ROW = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_NOTNULL']);

/** Waits between two tries when another process holds the write lock: 5, 10, 20 … 160 ms with jitter, 10 s in all. */
async function whenFree<T>(work: () => T): Promise<T> {
  const until = performance.now() + GIVE_UP_AFTER_MS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 160)) {
    try {
      return work();
    } catch (error) {
      if (!BUSY.has(errorCode(error) ?? '') || performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

/** Everything between two writes gets its turn: promises alone would never let a timer or a socket in (rule R1). */
const yieldToEvents = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * One transaction, all or nothing. `build` only builds. A row that the schema refuses (a unique key that somebody else took first, a
 * NOT NULL whose subselect found nothing because what it was about has gone) is the outcome `conflict`; other errors reject.
 */
export async function atomically(db: Db, build: (tx: Db) => Plan): Promise<PlanOutcome> {
  const outcome = await whenFree((): PlanOutcome => {
    try {
      db.transaction((tx) => walk(build(tx)), { behavior: 'immediate' });
      return 'committed';
    } catch (error) {
      if (error instanceof PlanRefused) return error.refusal;
      if (REFUSED_ROW.has(errorCode(error) ?? '')) return 'conflict';
      throw error;
    }
  });
  await yieldToEvents();
  return outcome;
}

function walk(plan: Plan): void {
  for (const write of plan) {
    if ('run' in write) write.run.run();
    else if ('must' in write) {
      if (write.must.all().length === 0) throw new PlanRefused(write.otherwise);
    } else if (write.ifTaken.all().length > 0) walk(write.also);
  }
}

/** One write on its own; its rows. */
export async function writeReturning<Row>(db: Db, build: (db: Db) => Returning<Row>): Promise<Row[]> {
  const rows = await whenFree(() => build(db).all());
  await yieldToEvents();
  return rows;
}
