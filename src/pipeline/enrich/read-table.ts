import { readdirSync, readFileSync } from 'node:fs';

export const DATA_FOLDER = new URL('./data/', import.meta.url);

/** A row of a data file: the cell of a column, possibly empty. Throws when the header has no such column. */
export type Row = (column: string) => string;

/**
 * Reads one tab-separated data file: first line names the columns, lines that start with `#` are remarks.
 * Throws with file and line when a row has more cells than the header: the usual slip of a hand-edited file.
 */
export function readTable(name: string): Row[] {
  const [header = '', ...lines] = readFileSync(new URL(name, DATA_FOLDER), 'utf8').split('\n');
  const columns = new Map(header.split('\t').map((column, position) => [column, position]));
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (cells.length > columns.size) throw new Error(`${name}:${index + 2}: ${cells.length} cells for ${columns.size} columns`);
    rows.push((column) => {
      const position = columns.get(column);
      if (position === undefined) throw new Error(`${name}: no column ${column}`);
      return cells[position] ?? '';
    });
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
export function listCell(cell: string): string[] {
  return cell === '' ? [] : cell.split(';').map((item) => item.trim());
}
