import { readdirSync, readFileSync } from 'node:fs';

export const DATA_FOLDER = new URL('./data/', import.meta.url);

/** A row of a data file: value by column name; every column of the header is there, possibly empty. */
export type Row = Record<string, string>;

/**
 * Reads one tab-separated data file: first line names the columns, lines that start with `#` are remarks.
 * Throws with file and line when a row has more cells than the header: the usual slip of a hand-edited file.
 */
export function readTable(name: string): Row[] {
  const lines = readFileSync(new URL(name, DATA_FOLDER), 'utf8').split('\n');
  const columns = (lines[0] ?? '').split('\t');
  const rows: Row[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (cells.length > columns.length)
      throw new Error(`${name}:${index + 1}: ${cells.length} cells for ${columns.length} columns`);
    const row: Row = {};
    for (const [position, column] of columns.entries()) row[column] = (cells[position] ?? '').trim();
    rows.push(row);
  }
  return rows;
}

/** Names of the data files below a folder of `data/`, sorted, so that the order of the file system does not matter. */
export function listTables(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, DATA_FOLDER))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The items of a cell that holds a list. */
export function listCell(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
