/** What the functions that turn changes into writes are given. */
import type { Db, Plan, Statement } from '#dialect';
import type { Change } from '../domain/changes.ts';
import type { StoreKeys } from './store-keys.ts';

export interface Applying {
  tx: Db;
  keys: StoreKeys;
  /** Milliseconds. */
  now: number;
}

export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Writes that a repetition does not harm. */
export const plainly = (...statements: Statement[]): Plan => statements.map((run) => ({ run }));
