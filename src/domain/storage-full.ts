/** Whether there is no room left to write: nobody's fault, and over when somebody makes room (rule R1). */

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100']);

/** True for a full disk or quota, also one that a database reports (53100: Postgres), also as the cause of another error. */
export function isStorageFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ('code' in at && typeof at.code === 'string' && FULL.has(at.code)) return true;
  return false;
}

/** What an operator is told. */
export const STORAGE_FULL_FIX =
  'the disk is full: nothing is acknowledged until there is room; free some or move the data folder';
