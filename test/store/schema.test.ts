/** Principles 1, 8 and 11, rule A8: walks every table of the schema. */
import { readdirSync } from 'node:fs';
import { getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/store/schema/', import.meta.url);
const tables: SQLiteTable[] = [];
for (const file of readdirSync(folder)) {
  const module: Record<string, unknown> = await import(new URL(file, folder).href);
  for (const value of Object.values(module)) if (is(value, Table) && is(value, SQLiteTable)) tables.push(value);
}

describe.each(tables.map((table) => [getTableName(table), getTableConfig(table)] as const))('table %s', (_name, config) => {
  const columns = config.columns.map((column) => column.name);

  it('carries its workspace', () => {
    expect(config.columns.find((column) => column.name === 'workspace')?.notNull).toBe(true);
  });

  it('names whose every personal column is', () => {
    const personal = config.columns.filter((column) => column.columnType === 'SQLiteCustomColumn');
    if (personal.length > 0) expect(columns.some((name) => name === 'person_id' || name === 'candidate_id')).toBe(true);
  });

  it('has nothing unique across workspaces but the id that the program makes', () => {
    for (const index of config.indexes) {
      const [first] = index.config.columns;
      if (index.config.unique) expect(first && 'name' in first ? first.name : '').toBe('workspace');
    }
  });
});

it('knows all the tables', () => {
  expect(tables.length).toBeGreaterThanOrEqual(21);
});
