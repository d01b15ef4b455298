import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { DATA_FOLDER } from './read-table.ts';

/** 12 hex digits over names and bytes of all data files, in sorted order: changes exactly when the data change. */
export function dataVersion(): string {
  const hash = createHash('sha256');
  const names = readdirSync(DATA_FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'));
  for (const name of names.map((found) => found.replaceAll('\\', '/')).sort()) {
    hash.update(`${name}\0`).update(readFileSync(new URL(name, DATA_FOLDER)));
  }
  return hash.digest('hex').slice(0, 12);
}
