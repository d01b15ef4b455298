/** The Postgres column kit. Same exported names as `sqlite.ts`; `#dialect` chooses one. Serving on Postgres comes with a later release. */
import { getTableColumns, is, sql } from 'drizzle-orm';
import type { PgColumn, PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import {
  alias,
  bigint,
  boolean,
  customType,
  doublePrecision,
  getTableConfig,
  index,
  integer,
  jsonb,
  PgTable,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { PersonalCodec } from '../personal.ts';
import { errorCode, type PlanOutcome, PlanRefused, type WritePlan } from '../write-plan.ts';

export const dialect = 'postgres' as const;

export { alias, index, primaryKey, text, uniqueIndex };
export const real = (name: string) => doublePrecision(name);
export const table = pgTable;

/** Milliseconds since 1970. */
export const instant = (name: string) => bigint(name, { mode: 'number' });
export const count = (name: string) => integer(name);
export const flag = (name: string) => boolean(name);
export const json = <T>(name: string) => jsonb(name).$type<T>();

/** Text or JSON about a human (principle 11). */
export const personalColumn = <T>(name: string, codec: PersonalCodec) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => codec.seal(JSON.stringify(value)),
    fromDriver: (value) => JSON.parse(codec.open(value)),
  })(name);

export type Db = PgDatabase<PgQueryResultHKT>;
/** A write that has not run yet. */
export type Statement = PromiseLike<unknown>;
/** A write with `returning` that has not run yet. */
export type Returning<Row> = PromiseLike<Row[]>;
export type Plan = WritePlan<Statement, Returning<unknown>>;

export type AnyTable = PgTable;
export type AnyColumn = PgColumn;
export const isTable = (value: unknown): value is AnyTable => is(value, PgTable);
export const tableName = (table: AnyTable): string => getTableConfig(table).name;

/** The primary key's columns under the names that the program uses. */
export function keyColumns(table: AnyTable): Record<string, AnyColumn> {
  const { primaryKeys, columns } = getTableConfig(table);
  const names = new Set((primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((column) => column.name));
  return Object.fromEntries(Object.entries<AnyColumn>(getTableColumns(table)).filter(([, column]) => names.has(column.name)));
}

/** Vacuuming belongs to whoever runs the database. */
export async function dropOldPages(_db: Db): Promise<boolean> {
  return true;
}

/** What a leasing subquery ends with: several workers lease at once without waiting for each other. */
export const skipLocked = sql` for update skip locked`;

export interface OpenDatabase {
  db: Db;
  /** Applies what is missing of `folder` (a drizzle-kit migrations folder). */
  migrate(folder: string): Promise<void>;
  /** When the last applied migration was made (its folder's milliseconds); undefined for a new database. */
  lastMigration(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Not yet: the service runs on SQLite; tests open PGlite themselves. */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  throw new Error(`serving on Postgres comes with a later release (${file.replace(/\/\/[^@]*@/, '//')})`);
}

/** unique_violation, not_null_violation. */
const REFUSED_ROW = new Set(['23505', '23502']);
/** serialization_failure, deadlock_detected: somebody else went on, so trying again does too. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 10;

/** See `sqlite.ts`; here the writes are awaited one after the other inside one transaction. */
export async function atomically(db: Db, build: (tx: Db) => Plan): Promise<PlanOutcome> {
  return again(async () => {
    try {
      await db.transaction((tx) => walk(build(tx)));
      return 'committed';
    } catch (error) {
      if (error instanceof PlanRefused) return error.refusal;
      if (REFUSED_ROW.has(errorCode(error) ?? '')) return 'conflict';
      throw error;
    }
  });
}

async function walk(plan: Plan): Promise<void> {
  for (const write of plan) {
    if ('run' in write) await write.run;
    else if ('take' in write) write.tell(await write.take);
    else if ('must' in write) {
      if ((await write.must).length === 0) throw new PlanRefused(write.otherwise);
    } else if ((await write.ifTaken).length > 0) await walk(write.also);
  }
}

/** One write on its own; its rows. */
export async function writeReturning<Row>(db: Db, build: (db: Db) => Returning<Row>): Promise<Row[]> {
  return again(async () => build(db));
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !AGAIN.has(errorCode(error) ?? '')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 5 * attempt * (0.5 + Math.random())));
  }
}
