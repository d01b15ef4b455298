/**
 * What one transaction of a join takes over (F8.2): at most so many rows of the person that goes (rule R1). It walks the schema: a table
 * that comes later is taken over plainly, and a test asks for its own way when a person is part of its key.
 */
import { and, eq, getTableColumns } from 'drizzle-orm';
import { type AnyTable, keyColumns } from '#dialect';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { RowKey } from '../domain/row-key.ts';
import { columnNamed, TABLES } from './all-tables.ts';
import { joinNotices, joinOwnApplications, joinSelections } from './join-applications.ts';
import { JOINED_AT_ONCE, type JoinSlice, type JoinWay, moveRows } from './join-moves.ts';
import { joinPostings } from './join-postings.ts';
import { joinAccess, joinDigests, joinFeedback, joinPreferences } from './join-rows.ts';
import { applicationNotices, applications, postingSelections } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import { preferenceVersions } from './schema/corrections.ts';
import { digests, feedback } from './schema/matches.ts';
import { linkCodes, persons } from './schema/people.ts';
import { erasures } from './schema/privacy.ts';
import type { Store } from './store.ts';

const nothing: JoinWay = async () => {};

/** Tables where a row of both would be two of the same, or whose rows have an end of their own. */
export const JOIN_WAYS: ReadonlyMap<AnyTable, JoinWay> = new Map<AnyTable, JoinWay>([
  [candidateAccess, joinAccess],
  [feedback, joinFeedback],
  [digests, joinDigests],
  [preferenceVersions, joinPreferences],
  [postingSelections, joinSelections],
  [applications, joinOwnApplications],
  [applicationNotices, joinNotices],
  [linkCodes, async (slice) => dropCodes(slice)],
  // The last of all, with a word of its own; and nobody who is being erased is joined.
  [persons, nothing],
  [erasures, nothing],
]);

/** Empty changes: nothing of `from` is left but the person. Reads only. */
export async function nextJoinSlice(
  store: Store,
  whom: { workspace: WorkspaceId; from: PersonId; to: PersonId },
): Promise<Pick<JoinSlice, 'changes' | 'jobs'>> {
  const slice: JoinSlice = { store, ...whom, changes: [], jobs: new Set(), left: JOINED_AT_ONCE };
  for (const table of TABLES.values()) {
    if (slice.left <= 0) break;
    await (JOIN_WAYS.get(table) ?? plainly(table))(slice);
    // SQLite answers without a turn between: everybody else gets one (rule R1).
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  if (slice.left > 0) await joinPostings(slice);
  return slice;
}

const plainly =
  (table: AnyTable): JoinWay =>
  async (slice) => {
    const owner = columnNamed(getTableColumns(table), 'personId');
    if (!owner) return;
    const rows = await slice.store.db.select(keyColumns(table)).from(table).where(eq(owner, slice.from)).limit(slice.left);
    moveRows(slice, table, rows.map(rowKey));
  };

function rowKey(row: Readonly<Record<string, unknown>>): RowKey {
  const key: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`no key: ${name}`);
    key[name] = value;
  }
  return key;
}

async function dropCodes(slice: JoinSlice): Promise<void> {
  const { workspace, from } = slice;
  const rows = await slice.store.db
    .select({ id: linkCodes.id })
    .from(linkCodes)
    .where(and(eq(linkCodes.workspace, workspace), eq(linkCodes.personId, from)))
    .limit(1);
  if (rows.length === 0) return;
  slice.changes.push({ kind: 'linkCodesDropped', workspace, personId: from });
  slice.left -= 1;
}
