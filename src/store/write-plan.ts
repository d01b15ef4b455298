/**
 * A transaction as data. A better-sqlite3 transaction is synchronous and a Postgres one is not, so neither runs a callback that
 * awaits: the writes are built first, without running, and each dialect walks the list in its own way.
 */

/** Why a plan was undone: the event was known, somebody else wrote the same first, or the lease belongs to somebody else by now. */
export type Refusal = 'duplicate' | 'conflict' | 'stale';
export type PlanOutcome = 'committed' | Refusal;

/**
 * `must` and `ifTaken` are conditional writes with `returning`: a row back means that they took the row. A guard *query* would not do:
 * SQLite answers SQLITE_BUSY_SNAPSHOT, and on Postgres the row can be taken by somebody else in between.
 */
export type WritePlan<Statement, Guard> = readonly Write<Statement, Guard>[];
type Write<Statement, Guard> =
  | { run: Statement }
  /** No row back: everything is undone, with this outcome. */
  | { must: Guard; otherwise: Refusal }
  /** No row back: only what hangs on it is left out. */
  | { ifTaken: Guard; also: WritePlan<Statement, Guard> }
  /** Its rows are told, each time the transaction is tried; they count when it is committed. */
  | { take: Guard; tell(rows: readonly unknown[]): void };

/** Thrown inside a transaction to undo it; never leaves the dialect. */
export class PlanRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.name = 'PlanRefused';
    this.refusal = refusal;
  }
}

/** The `code` of an error or of what caused it: drizzle wraps the driver's errors. */
export function errorCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
