/** Everything that stands in a database, table by table. */
import { TABLES } from '../../src/store/all-tables.ts';
import type { Store } from '../../src/store/store.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, Row[]>>;

/** Rows in an order of their own content. */
export async function readTables(store: Store): Promise<Tables> {
  const found: Record<string, Row[]> = {};
  for (const [name, table] of TABLES) {
    const rows: Row[] = await store.db.select().from(table);
    found[name] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return found;
}
