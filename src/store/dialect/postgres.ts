/** The Postgres column kit. Same exported names as `sqlite.ts`; `#dialect` chooses one. Serving on Postgres comes with a later release. */

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { PersonalCodec } from '../personal.ts';

export const dialect = 'postgres' as const;

export { index, primaryKey, text, uniqueIndex };
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
export type Tx = Db;
/** A write that has not run yet. */
export type Statement = PromiseLike<unknown>;
/** A conditional write with `returning`: a row back means that it took the row. */
export type Guard = PromiseLike<unknown[]>;

export interface OpenDatabase {
  db: Db;
  /** Applies what is missing of `folder` (a drizzle-kit migrations folder). */
  migrate(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Not yet: the service runs on SQLite; tests open PGlite themselves. */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  throw new Error(`serving on Postgres comes with a later release (${file.replace(/\/\/[^@]*@/, '//')})`);
}

/** See `sqlite.ts`; here the statements are awaited one after the other inside one transaction. */
export async function atomicallyIf(db: Db, build: (tx: Tx) => { onlyIf?: Guard; then: readonly Statement[] }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { onlyIf, then } = build(tx);
    if (onlyIf && (await onlyIf).length === 0) return false;
    for (const statement of then) await statement;
    return true;
  });
}
