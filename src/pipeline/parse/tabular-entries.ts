/** Studies and jobs as rows of a table under a row of heads: each column says what its values are, however little they say themselves. */
import { wantsMore } from './cell-text.ts';
import { joinWrapped } from './clean-text.ts';
import { joinHalves, spanOf } from './dates-in-halves.ts';
import type { LabelledKind } from './entry-labels.ts';
import type { ColumnRole } from './label-words.ts';
import type { LabelledEntry, LabelledText } from './labelled-entries.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Segment } from './line.ts';
import type { Row } from './rows.ts';
import { columnRoles, isTableHead } from './table-heads.ts';

interface Column {
  role: ColumnRole | undefined;
  head: Segment;
}

export interface TabularEntries {
  entries: LabelledEntry[];
  /** Lines of the section that stand outside the table. */
  others: Line[];
}

/** In sizes: rows of a table are no further apart, or not much further than the others of it. */
const APART = 2.6;
const MUCH_FURTHER = 1.5;

const overlaps = (a: Segment, b: Segment): boolean => a.x < b.right && a.right > b.x;

/** Text that goes across columns, a heading, or what stands far below ends a table. */
function endsTable(row: Row, heads: readonly Segment[], gap: number, widest: number): boolean {
  const [first] = row.segments;
  if (row.segments.length === 1 && first?.named) return true;
  if (row.segments.some((segment) => heads.filter((head) => overlaps(segment, head)).length > 1)) return true;
  return gap > Math.max(APART * row.size, MUCH_FURTHER * widest);
}

/** The first table of a page: its rows from…to (exclusive), heads included. Columns of it are none of the page. */
export function findTable(rows: readonly Row[]): { from: number; to: number } | undefined {
  const from = rows.findIndex((row) => isTableHead(row.segments));
  const head = rows[from];
  if (!head) return undefined;
  let widest = 0;
  let to = from + 1;
  for (; to < rows.length; to++) {
    const [row, above] = [rows[to], rows[to - 1]];
    const gap = row && above ? row.y - above.y : 0;
    if (!row || endsTable(row, head.segments, gap, widest)) break;
    widest = Math.max(widest, gap);
  }
  return to - from >= 2 && rows.slice(from + 1, to).some((row) => row.segments.length >= 0.6 * head.segments.length)
    ? { from, to }
    : undefined;
}

const middle = (segment: Segment): number => (segment.x + segment.right) / 2;

/** Cells of the format itself, as many pieces as there are heads, else what stands below. */
function columnOf(segment: Segment, at: number, line: Line, columns: readonly Column[]): Column | undefined {
  const { cell } = segment;
  const ofCell = cell && columns.find(({ head }) => head.cell?.column === cell.column);
  if (ofCell || (cell && line.flow)) return ofCell;
  if (line.flow || line.segments.length === columns.length) return columns[at];
  const under = columns.filter(({ head }) => overlaps(head, segment));
  const near = (column: Column): number => Math.abs(middle(column.head) - middle(segment));
  return (under.length > 0 ? under : [...columns]).sort((a, b) => near(a) - near(b))[0];
}

/** The heads go on in the next line where they are set as no row of the table is: `Year of` over `Passing`. */
function headLines(lines: readonly Line[], at: number): number {
  const head = lines[at];
  let end = at + 1;
  if (!head?.bold || head.flow) return end;
  while (lines[end]?.bold && (lines[end]?.segments.length ?? 0) < head.segments.length) end++;
  return lines[end] ? end : at + 1;
}

/** Lines of one row: those of a row of cells; else a row is what stands nearest to its dates. */
function rowsOf(lines: readonly Line[], isAnchor: (line: Line) => boolean): Line[][] {
  const celled = lines.every((line) => line.segments[0]?.cell);
  if (celled) return [...Map.groupBy(lines, (line) => line.segments[0]?.cell?.row).values()];
  const anchors = lines.flatMap((line, i) => (isAnchor(line) ? [i] : []));
  const starts = anchors.slice(1).map((anchor, n) => {
    const from = (anchors[n] ?? 0) + 1;
    const between = lines.slice(from, anchor + 1);
    const widest = Math.max(...between.map((line) => line.gap));
    return from + between.findLastIndex((line) => line.gap >= widest - 0.01);
  });
  return [0, ...starts].map((start, i) => lines.slice(start, starts[i] ?? lines.length)).filter((row) => row.length > 0);
}

interface RowValues {
  values: ReadonlyMap<ColumnRole, LabelledText>;
  /** What the row says beside: its items, else all of it. */
  texts: readonly LabelledText[];
}

function goOn(known: LabelledText, segment: Segment, line: Line, lexicon: Lexicon): void {
  known.text = joinWrapped(known.text, segment.text, lexicon.knows);
  known.lines.push(line);
}

const NAMED: ReadonlySet<ColumnRole> = new Set(['employer', 'school', 'board']);
const VILLAGE = /^\p{Lu}[\p{L}'’.-]+(?:[ -][\p{L}'’.-]+){0,2}$/u;
const LEAST_TOWNS = 2;

/** Lines of their own below a firm or a school in one cell that are its town, where no column holds towns. What wraps in a cell was joined before. */
function townsBelow(rows: readonly (readonly Line[])[], columns: readonly Column[], lexicon: Lexicon): ReadonlySet<Segment> {
  if (columns.some(({ role }) => role === 'place')) return new Set();
  const below = rows.flatMap((row) =>
    columns.flatMap((column) => {
      if (!column.role || !NAMED.has(column.role)) return [];
      const [name, second, ...more] = row.flatMap((line) =>
        line.segments.filter((segment, at) => segment.cell && columnOf(segment, at, line, columns) === column),
      );
      return name && second && more.length === 0 && !wantsMore(name.text) ? [second] : [];
    }),
  );
  const known = below.filter(({ text }) => lexicon.isPlace(text));
  // Where most are towns, so are villages that no gazetteer holds; a department has a word of its work.
  const all = known.length >= LEAST_TOWNS && known.length > below.length / 2;
  if (!all) return new Set(known);
  return new Set([...known, ...below.filter(({ text }) => VILLAGE.test(text) && !lexicon.isOfWork(text))]);
}

function valuesOf(row: readonly Line[], columns: readonly Column[], towns: ReadonlySet<Segment>, lexicon: Lexicon): RowValues {
  const values = new Map<ColumnRole, LabelledText>();
  const owners = new Map<ColumnRole, Column>();
  const texts: LabelledText[] = [];
  for (const line of row) {
    for (const [at, segment] of line.segments.entries()) {
      const column = columnOf(segment, at, line, columns);
      if (!column?.role) continue;
      const { role } = column;
      // A second column of the same meaning says less.
      if (owners.has(role) && owners.get(role) !== column) continue;
      const isItem = role === 'text' && segment.bullet;
      const known = isItem ? undefined : role === 'text' ? texts.at(-1) : values.get(role);
      if (towns.has(segment)) {
        values.set('place', { text: segment.text, bullet: false, lines: [line] });
        continue;
      }
      if (known) {
        goOn(known, segment, line, lexicon);
        continue;
      }
      const value = { text: segment.text, bullet: isItem, lines: [line] };
      owners.set(role, column);
      if (role === 'text') texts.push(value);
      else values.set(role, value);
    }
  }
  return { values, texts };
}

function entryOf({ values, texts }: RowValues): LabelledEntry {
  const dates = joinHalves({ dates: values.get('dates'), from: values.get('from'), to: values.get('to') });
  const span = spanOf(dates);
  return {
    values: {
      title: values.get('title'),
      employer: values.get('employer'),
      place: values.get('place'),
      degree: values.get('degree'),
      field: values.get('field'),
      school: values.get('school') ?? values.get('board'),
      grade: values.get('grade'),
      ...(dates && span ? { dates } : {}),
    },
    ...(span ? { span } : {}),
    texts: [...texts],
  };
}

const NAMES: Record<LabelledKind, readonly ColumnRole[]> = {
  work: ['employer', 'title'],
  education: ['degree', 'school', 'board', 'field'],
};
/** The lines of a table end where one has nothing under the heads but its first column. */
function tableEnd(lines: readonly Line[], from: number, columns: number): number {
  const table = lines[from]?.segments[0]?.cell?.table;
  const past = lines.findIndex((line, i) =>
    i < from
      ? false
      : table !== undefined
        ? line.segments[0]?.cell?.table !== table
        : line.flow && line.segments.length < Math.max(2, columns - 2),
  );
  return past < 0 ? lines.length : past;
}

/** undefined where no line of the section is the heads of a table. */
export function readTabularEntries(lines: readonly Line[], kind: LabelledKind, lexicon: Lexicon): TabularEntries | undefined {
  const at = lines.findIndex((line) => columnRoles(line.segments, kind) !== undefined);
  const head = lines[at];
  const roles = head && columnRoles(head.segments, kind);
  if (!head || !roles) return undefined;
  const columns = head.segments.map((segment, i): Column => ({ role: roles[i], head: segment }));
  const from = headLines(lines, at);
  const to = tableEnd(lines, from, columns.length);
  const dated = columns.filter(({ role }) => role === 'dates' || role === 'from');
  const isAnchor = (line: Line): boolean =>
    dated.length > 0
      ? line.segments.some((segment, i) =>
          dated.includes(columnOf(segment, i, line, columns) ?? { role: undefined, head: segment }),
        )
      : line.segments.length >= 0.6 * columns.length;
  const printed = rowsOf(lines.slice(from, to), isAnchor);
  const towns = townsBelow(printed, columns, lexicon);
  const rows = printed.map((row) => valuesOf(row, columns, towns, lexicon));
  const entries = rows.filter(({ values }) => NAMES[kind].some((role) => values.has(role))).map(entryOf);
  return entries.length > 0 ? { entries, others: [...lines.slice(0, at), ...lines.slice(to)] } : undefined;
}
