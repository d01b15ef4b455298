/** The SQLite column kit and everything that only SQLite knows. Same exported names as `postgres.ts`; `#dialect` chooses one. */
import Database from 'better-sqlite3';
import { getTableColumns, is, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import {
  alias,
  customType,
  getTableConfig,
  index,
  integer,
  primaryKey,
  real,
  type SQLiteColumn,
  SQLiteTable,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { PersonalCodec } from '../personal.ts';
import { errorCode, type PlanOutcome, PlanRefused, type Refusal, type WritePlan } from '../write-plan.ts';

export const dialect = 'sqlite' as const;

export { alias, index, primaryKey, real, text, uniqueIndex };
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
  prepare(): { run(): unknown };
}
/** A write with `returning` that has not run yet. */
export interface Returning<Row> {
  prepare(): { all(): Row[] };
}
export type Plan = WritePlan<Statement, Returning<unknown>>;

export type AnyTable = SQLiteTable;
export type AnyColumn = SQLiteColumn;
export const isTable = (value: unknown): value is AnyTable => is(value, SQLiteTable);
export const tableName = (table: AnyTable): string => getTableConfig(table).name;

/** The primary key's columns under the names that the program uses. */
export function keyColumns(table: AnyTable): Record<string, AnyColumn> {
  const { primaryKeys, columns } = getTableConfig(table);
  const names = new Set((primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((column) => column.name));
  return Object.fromEntries(Object.entries<AnyColumn>(getTableColumns(table)).filter(([, column]) => names.has(column.name)));
}

/**
 * What was deleted is zeros in the pages by `secure_delete`; this takes the older copies of those pages out of the write-ahead log.
 * False while another connection reads: ask again.
 */
export async function dropOldPages(db: Db): Promise<boolean> {
  return db.get<{ busy: number }>(sql`pragma wal_checkpoint(truncate)`).busy === 0;
}

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
/** Four processes that started together on a busy machine waited for each other's tables for more than ten seconds. */
const MIGRATED_WITHIN_MS = 60_000;

/** Opens `file` (or `:memory:`), creates it where it is missing; WAL, synchronous FULL, foreign keys (rule R1). */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const client = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  keepPrepared(client);
  // Changing to WAL needs the file for itself for a moment: another process may be starting at the same time.
  await whenFree(() => client.pragma('journal_mode = WAL'));
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // Rule A8: what is deleted leaves no bytes behind. Measured in docs/decisions/0020: cheaper than a VACUUM after each erasure.
  client.pragma('secure_delete = ON');
  const db = drizzle({ client });
  return {
    db,
    migrate: (folder) => migrateAlone(client, folder),
    async lastMigration() {
      return readLastMigration(client);
    },
    async close() {
      client.close();
    },
  };
}

/** Different statements of the store with lists of different lengths: a few hundred in use. */
const KEPT_STATEMENTS = 500;

/**
 * Drizzle has every query compiled anew (a quarter of the time of a commit); the same text is compiled once here. Oldest out first.
 * Safe because the driver runs a statement to its end at once, and drizzle reads one text always in the same mode (`raw`).
 */
function keepPrepared(client: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const compile = client.prepare.bind(client);
  const prepare = (source: string): Database.Statement => {
    const known = kept.get(source) ?? compile(source);
    kept.delete(source);
    kept.set(source, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return known;
  };
  Object.defineProperty(client, 'prepare', { value: prepare });
}

/**
 * Drizzle's own migrator looks before it begins, so two processes that start at once would both create the tables; locking the whole
 * file instead makes two that have it open wait for each other for ever. Here the look and all steps are one transaction that holds
 * the write lock from its start. The table and what stands in it are drizzle's.
 */
async function migrateAlone(client: Database.Database, folder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const migrate = client.transaction(() => {
    client.exec(
      'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)',
    );
    const last = readLastMigration(client) ?? Number.NEGATIVE_INFINITY;
    for (const { sql: steps, hash, folderMillis } of migrations.filter((migration) => migration.folderMillis > last)) {
      for (const step of steps) client.exec(step);
      client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, folderMillis);
    }
  });
  await whenFree(() => migrate.immediate(), MIGRATED_WITHIN_MS);
}

function readLastMigration(client: Database.Database): number | undefined {
  const exists = client.prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'").get();
  if (!exists) return undefined;
  const at: unknown = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  return typeof at === 'number' ? at : undefined;
}

const BUSY = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED']);
const REFUSED_ROW = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_NOTNULL']);

/** Waits between two tries when another process holds the write lock: 5, 10, 20 … 160 ms with jitter, 10 s in all unless told. */
async function whenFree<T>(work: () => T, giveUpAfterMs = GIVE_UP_AFTER_MS): Promise<T> {
  const until = performance.now() + giveUpAfterMs;
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
  const steps = await prepareAll(build(db));
  const outcome = await whenFree((): PlanOutcome => {
    try {
      db.transaction(() => walk(steps), { behavior: 'immediate' });
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

interface Step {
  /** The rows of a guard; undefined for a plain write. */
  run(): unknown[] | undefined;
  otherwise?: Refusal;
  tell?(rows: readonly unknown[]): void;
  also: Step[];
}

const PREPARED_BETWEEN_YIELDS = 20;

/**
 * Making SQL of builders takes longer than running it (some 80 µs a statement against 20), so it is done before the transaction
 * begins, with turns for everybody else in between: measured in bench/tasks.ts. A transaction belongs to the connection, so what was
 * prepared outside of it runs inside.
 */
async function prepareAll(plan: Plan): Promise<Step[]> {
  const steps: Step[] = [];
  for (const write of plan) {
    if (steps.length % PREPARED_BETWEEN_YIELDS === PREPARED_BETWEEN_YIELDS - 1) await yieldToEvents();
    if ('run' in write) {
      const statement = write.run.prepare();
      steps.push({ run: () => void statement.run(), also: [] });
    } else if ('must' in write) {
      const guard = write.must.prepare();
      steps.push({ run: () => guard.all(), otherwise: write.otherwise, also: [] });
    } else if ('take' in write) {
      const taking = write.take.prepare();
      steps.push({ run: () => taking.all(), tell: (rows) => write.tell(rows), also: [] });
    } else {
      const guard = write.ifTaken.prepare();
      steps.push({ run: () => guard.all(), also: await prepareAll(write.also) });
    }
  }
  return steps;
}

function walk(steps: readonly Step[]): void {
  for (const step of steps) {
    const rows = step.run();
    step.tell?.(rows ?? []);
    const took = rows?.length !== 0;
    if (!took && step.otherwise) throw new PlanRefused(step.otherwise);
    if (took) walk(step.also);
  }
}

/** One write on its own; its rows. */
export async function writeReturning<Row>(db: Db, build: (db: Db) => Returning<Row>): Promise<Row[]> {
  const query = build(db).prepare();
  const rows = await whenFree(() => query.all());
  await yieldToEvents();
  return rows;
}
