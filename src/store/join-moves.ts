/** One transaction of a join while it is built: what it is about, and rows that change hands or go (F8.2). */
import { type AnyTable, tableName } from '#dialect';
import type { Change } from '../domain/changes.ts';
import type { PersonId, PostingId, WorkspaceId } from '../domain/ids.ts';
import type { RowKey } from '../domain/row-key.ts';
import type { Store } from './store.ts';

/** Each makes up to three writes: 60 stay below the 200 of rule R1. */
export const JOINED_AT_ONCE = 60;

export interface JoinSlice {
  readonly store: Store;
  readonly workspace: WorkspaceId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly changes: Change[];
  /** Jobs that `to` looks after from now on. */
  readonly jobs: Set<PostingId>;
  /** Rows that still fit. */
  left: number;
}

/** Takes over the rows that fit into the slice. */
export type JoinWay = (slice: JoinSlice) => Promise<void>;

export function moveRows(slice: JoinSlice, table: AnyTable, keys: readonly RowKey[]): void {
  if (keys.length === 0) return;
  const { workspace, from, to } = slice;
  slice.changes.push({ kind: 'rowsMoved', workspace, table: tableName(table), keys, from, to });
  slice.left -= keys.length;
}

export function dropRows(slice: JoinSlice, table: AnyTable, keys: readonly RowKey[]): void {
  if (keys.length === 0) return;
  slice.changes.push({ kind: 'rowsErased', workspace: slice.workspace, table: tableName(table), keys });
  slice.left -= keys.length;
}
