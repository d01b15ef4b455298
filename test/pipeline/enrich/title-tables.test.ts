import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../src/pipeline/enrich/index-titles.ts';
import { loadTitles } from '../../../src/pipeline/enrich/load-titles.ts';
import { listCell, readTable } from '../../../src/pipeline/enrich/read-table.ts';

const functions = new Set(readTable('functions.tsv').map((row) => row('function')));

describe('the title tables', () => {
  it('use only functions that are listed', () => {
    const used = ['titles.tsv', 'title-heads.tsv', 'title-fields.tsv'].flatMap((name) =>
      readTable(name).map((row) => row('function')),
    );
    expect(used.filter((name) => !functions.has(name))).toEqual([]);
    const neighbours = readTable('functions.tsv').flatMap((row) => listCell(row('neighbours')));
    expect(neighbours.filter((name) => !functions.has(name))).toEqual([]);
  });

  it('give an alias to one title only', () => {
    const owners = new Map<string, string>();
    const claimed: string[] = [];
    for (const row of readTable('titles.tsv')) {
      for (const form of [row('title'), ...listCell(row('aliases'))]) {
        const key = titleKey(form.split('@')[0] ?? '');
        const owner = owners.get(key);
        if (owner !== undefined && owner !== row('title')) claimed.push(`${key}: ${owner}, ${row('title')}`);
        owners.set(key, row('title'));
      }
    }
    expect(claimed).toEqual([]);
    expect(owners.size).toBeGreaterThan(4000);
  });

  it('know every level that they name', () => {
    const known = ['', 'student', 'junior', 'mid', 'senior', 'lead', 'executive'];
    const named = ['titles.tsv', 'title-heads.tsv', 'title-levels.tsv'].flatMap((name) =>
      readTable(name).map((row) => row('level')),
    );
    const inAliases = readTable('titles.tsv').flatMap((row) =>
      listCell(row('aliases')).map((alias) => alias.split('@')[1] ?? ''),
    );
    expect([...named, ...inAliases].filter((level) => !known.includes(level))).toEqual([]);
  });

  it('make neighbours of functions both ways', () => {
    const { neighbours } = loadTitles();
    for (const [name, others] of neighbours) for (const other of others) expect(neighbours.get(other)?.has(name)).toBe(true);
  });
});
