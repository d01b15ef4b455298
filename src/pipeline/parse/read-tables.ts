/** Rows of drawn tables stay together as they were drawn: what stands side by side there is no column of the page. */
import type { Block } from './columns.ts';
import { keyOfCell } from './drawn-tables.ts';
import type { Segment } from './line.ts';
import type { Row } from './rows.ts';

const tableOf = ({ segments }: Row): number | undefined => {
  const [table, ...others] = new Set(segments.map((segment) => segment.cell?.table));
  return others.length === 0 ? table : undefined;
};

/** Rows of one table, or of none. */
export interface TablePart {
  table?: number;
  rows: Row[];
}

/** The rows cut where a drawn table begins and ends. */
export function partTables(rows: readonly Row[]): TablePart[] {
  const parts: TablePart[] = [];
  for (const row of rows) {
    const table = tableOf(row);
    const last = parts.at(-1);
    if (last && last.table === table) last.rows.push(row);
    else parts.push({ ...(table === undefined ? {} : { table }), rows: [row] });
  }
  return parts;
}

/** The rows of a table in one block, each heading of its margin ahead of the row that it begins in. */
export function tableBlock(rows: readonly Row[], labels: ReadonlySet<string>): Block {
  const isOfLabel = ({ cell }: Segment): boolean => cell !== undefined && labels.has(keyOfCell(cell));
  const all = rows.flatMap((row) => row.segments);
  return {
    x: Math.min(...all.map((segment) => segment.x)),
    right: Math.max(...all.map((segment) => segment.right)),
    rows: rows.flatMap((row) => {
      const heads = row.segments.filter(isOfLabel).map((segment) => ({ ...segment, rail: true }));
      const rest = row.segments.filter((segment) => !isOfLabel(segment));
      return [
        ...heads.map((segment) => ({ ...row, segments: [segment] })),
        ...(rest.length > 0 ? [{ ...row, segments: rest }] : []),
      ];
    }),
  };
}
