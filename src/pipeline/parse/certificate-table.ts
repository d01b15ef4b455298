/** Certificates as rows of a table under a row of heads: `Year | Certification | Issued by`. */
import { findDateSpans, onlyDates } from './date-range.ts';
import { CERTIFICATE_HEADS, type CertificateColumn } from './label-words.ts';
import type { Line, Segment } from './line.ts';
import { squeezeText } from './text-keys.ts';

const HEADS = CERTIFICATE_HEADS.map(([column, words]) => ({ column, words: new Set(words.split(';').map(squeezeText)) }));
const LONGEST = 32;
const LEAST_COLUMNS = 2;

/** A cell under its head; `rest` are other cells of the same row. */
export interface TabledCertificate {
  line: Line;
  name: string;
  issuer?: string;
  date?: string;
  until?: string;
}

function columnOf(text: string): CertificateColumn | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = [text, ...text.split(/\s*[/|&]\s*/)].map((part) => squeezeText(part.replace(/\s*\(.*\)$/, '')));
  return HEADS.find(({ words }) => parts.some((part) => words.has(part)))?.column;
}

/** What the cells of a row of heads announce; undefined where any of them is no head, or no column holds names. */
function columnsOf({ segments, bullet }: Line): CertificateColumn[] | undefined {
  if (bullet || segments.length < LEAST_COLUMNS) return undefined;
  const columns = segments.map((segment) => columnOf(segment.text)).filter((column) => column !== undefined);
  const told = columns.length === segments.length && new Set(columns).size === columns.length;
  return told && columns.includes('name') ? columns : undefined;
}

const middle = (segment: Segment): number => (segment.x + segment.right) / 2;

/** Which head a cell stands under: by the cells of the format, by their order where none is missing, else by place. */
function headOf(cell: Segment, at: number, row: Line, heads: readonly Segment[]): number {
  if (cell.cell) return heads.findIndex((head) => head.cell?.column === cell.cell?.column);
  if (row.segments.length === heads.length || row.flow) return at;
  const away = heads.map((head) => Math.abs(middle(head) - middle(cell)));
  return away.indexOf(Math.min(...away));
}

const dayOf = (text: string | undefined): string | undefined => {
  const span = text === undefined ? undefined : (onlyDates(text) ?? findDateSpans(text)[0]);
  return span?.end ?? span?.start;
};

function certificateOf(
  row: Line,
  columns: readonly CertificateColumn[],
  heads: readonly Segment[],
): TabledCertificate | undefined {
  const values = new Map<CertificateColumn, string>();
  for (const [at, cell] of row.segments.entries()) {
    const column = columns[headOf(cell, at, row, heads)];
    if (column) values.set(column, [values.get(column), cell.text].filter(Boolean).join(' '));
  }
  const name = values.get('name');
  if (name === undefined || !/\p{L}/u.test(name)) return undefined;
  const issuer = values.get('issuer');
  const [date, until] = [dayOf(values.get('date')), dayOf(values.get('until'))];
  return {
    line: row,
    name,
    ...(issuer && /\p{L}/u.test(issuer) ? { issuer } : {}),
    ...(date ? { date } : {}),
    ...(until ? { until } : {}),
  };
}

/** Rows that have so many cells as a table of so many columns has at least. */
const ROW_CELLS = 2;

/** Rows below the heads, and the lines of the section above and below the table; undefined where there is none. */
export function readCertificateTable(
  lines: readonly Line[],
): { before: Line[]; rows: TabledCertificate[]; behind: Line[] } | undefined {
  const at = lines.findIndex((line) => columnsOf(line) !== undefined);
  const head = lines[at];
  const columns = head && columnsOf(head);
  if (!head || !columns) return undefined;
  const ends = lines.findIndex((line, i) => i > at && (line.bullet || line.segments.length < ROW_CELLS));
  const to = ends < 0 ? lines.length : ends;
  const rows = lines.slice(at + 1, to).flatMap((line) => certificateOf(line, columns, head.segments) ?? []);
  return rows.length > 0 ? { before: lines.slice(0, at), rows, behind: lines.slice(to) } : undefined;
}
