/** Dates that a cell of a table breaks over lines (`2022年4月` / `～` / `現在`): one range on the first line of its row. */
import { onlyDates } from './date-range.ts';
import { saysLabels } from './entry-label-lines.ts';
import { roleOfLabel } from './entry-labels.ts';
import { type Line, makeLine, type Segment } from './line.ts';

const rowOf = ({ segments: [first] }: Line): string => (first?.cell ? `${first.cell.table}/${first.cell.row}` : '');
const isFirst = ({ cell }: Segment): boolean => cell?.column === 0;

/** The pieces in the first column of one row as a range; undefined where they are none, or stand on one line. */
function rangeOf(row: readonly Line[]): Segment | undefined {
  const pieces = row.flatMap(({ segments }) => segments.filter(isFirst));
  const [first] = pieces;
  if (!first || pieces.length < 2 || pieces.length > 4) return undefined;
  const text = pieces.map((piece) => piece.text).join(' ');
  return onlyDates(text)?.single === false ? { ...first, text, styleBreaks: [] } : undefined;
}

/** `tasks`: the heads of the table announce what was done, so that below the first line of a row stands nothing else. */
function joinRow(row: readonly Line[], tasks: boolean): Line[] {
  const range = rangeOf(row);
  if (!range) return [...row];
  return row.flatMap((line, i) => {
    const rest = line.segments.filter((segment) => !isFirst(segment));
    const told = tasks && i > 0 ? rest.map((segment) => ({ ...segment, bullet: true })) : rest;
    const segments = i === 0 ? [range, ...rest] : told;
    return segments.length > 0 ? [makeLine(segments, line)] : [];
  });
}

const tableOf = (line: Line | undefined): number | undefined => line?.segments[0]?.cell?.table;
/** `期間 | 業務内容` */
const announcesTasks = (line: Line): boolean =>
  saysLabels(line, 'work') && line.segments.some(({ text }) => roleOfLabel(text, 'work') === 'text');

/** Lines of a section; those without cells as they are. */
export function joinCellDates(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ segments: [first] }) => first?.cell)) return lines;
  const rows: Line[][] = [];
  for (const line of lines) {
    const above = rows.at(-1)?.[0];
    if (above && rowOf(line) !== '' && rowOf(line) === rowOf(above)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  let told: number | undefined;
  return rows.flatMap((row) => {
    const [first] = row;
    if (first && announcesTasks(first)) told = tableOf(first);
    return joinRow(row, told !== undefined && tableOf(first) === told);
  });
}
