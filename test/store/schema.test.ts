/** Principles 1, 8 and 11, rule A8: walks every table of the schema. */
import { readdirSync } from 'node:fs';
import { getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/store/all-tables.ts';
import { NOT_EXPORTED } from '../../src/store/export-person.ts';
import { JOIN_WAYS } from '../../src/store/join-slice.ts';

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

describe('data about people (A8)', () => {
  const names = tables.map((table) => getTableName(table));

  it('is walked by export and erase table by table: none of the folder is missing in the list', () => {
    expect([...TABLES.keys()].sort()).toEqual([...names].sort());
  });

  it('is in the export, or a reason says why not', () => {
    // By the person, or by the resumes that are the person's.
    const byResume = ['candidates', 'resumes', 'resume_versions', 'matches', 'term_mentions'];
    // By the address or the message: the export of somebody who has all of it is looked at below.
    const byAnotherRow = ['delivery_reports', 'suppressions'];
    const reasons = new Set([...NOT_EXPORTED.keys()].map((table) => getTableName(table)));
    // These hold nothing of anybody but ids that make no sense elsewhere.
    const ofNobody = [
      'tasks',
      'cursors',
      'feed_runs',
      'postings',
      'posting_versions',
      'posting_sources',
      'erased_events',
      'model_spending',
    ];
    for (const table of tables) {
      const name = getTableName(table);
      const columns = getTableConfig(table).columns.map((column) => column.name);
      const accounted =
        columns.includes('person_id') ||
        [...byResume, ...byAnotherRow].includes(name) ||
        reasons.has(name) ||
        ofNobody.includes(name);
      expect(
        accounted,
        `${name}: is it somebody's? Then it needs person_id, or a way into export-person.ts and the erasure`,
      ).toBe(true);
      if (columns.some((column) => /^(candidate|person|resume)_id$/.test(column))) expect(ofNobody).not.toContain(name);
    }
    for (const reason of NOT_EXPORTED.values()) expect(reason.length).toBeGreaterThan(10);
  });
});

it('knows all the tables', () => {
  expect(tables.length).toBeGreaterThanOrEqual(21);
});

describe('linking (F8.2)', () => {
  it('has a way of its own for every table in which a person is part of what has to be unique', () => {
    for (const table of tables) {
      const { name, columns, indexes, primaryKeys } = getTableConfig(table);
      const keys = [
        ...primaryKeys.map((key) => key.columns.map((column) => column.name)),
        ...indexes
          .filter((index) => index.config.unique)
          .map((index) => index.config.columns.map((column) => ('name' in column ? column.name : ''))),
      ];
      const own = keys.some((key) => key.includes('person_id'));
      if (own)
        expect(
          [...JOIN_WAYS.keys()].map((one) => getTableName(one)),
          name,
        ).toContain(name);
      // Another column that names somebody is not found by its name: then it needs a way too.
      const others = columns
        .map((column) => column.name)
        .filter((one) => /(^|_)(person|owner|author|poster|posted)(_|$)/.test(one));
      expect(
        others.filter((one) => one !== 'person_id' && !['posted_by', 'author', 'posted_at'].includes(one)),
        name,
      ).toEqual([]);
    }
  });
});
