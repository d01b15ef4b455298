/** Forms: rows of a label and its value, the labels in a column of their own. There every first cell is a label, also one that no list has. */
import { onlyDates } from './date-range.ts';
import { type LabelledKind, roleOfLabel } from './entry-labels.ts';
import type { Line, Segment } from './line.ts';

export interface Form {
  /** The line is a row of the form: something stands in the column of labels and something beside it. */
  holds(line: Line): boolean;
  /** The line goes on with the value above: it stands in the column of values alone. */
  isBelow(line: Line): boolean;
  /** The line stands alone where the labels do, in another style or apart from them: it says what the rows below are about. */
  isCaption(line: Line): boolean;
}

/** So many rows with labels that are known, and at least so great a share of the rows with two cells, make a form. */
const LEAST_ROWS = 3;
const KNOWN_SHARE = 0.5;
/** In points: cells of one column start or end so near to each other. */
const NEAR = 2;
const SAME_SIZE = 0.3;
/** In words: no label and no caption is longer. */
const LABEL_WORDS = 8;

const isShort = (text: string): boolean => text.split(/\s+/).length <= LABEL_WORDS && !/[!;]$|\p{L}{5}\.$/u.test(text);

const alike = (a: Segment, b: Segment): boolean =>
  a.cell && b.cell ? a.cell.column === b.cell.column : Math.abs(a.x - b.x) < NEAR;
/** Labels may be set flush right. */
const alikeLabels = (a: Segment, b: Segment): boolean => alike(a, b) || Math.abs(a.right - b.right) < NEAR;

/** A form has a few columns: each is asked for once, however many rows it has (P6). */
const MOST_COLUMNS = 100;

function columnsOf(segments: readonly Segment[]): Segment[] {
  const places = new Map(segments.map((one) => [`${one.cell?.column} ${Math.round(one.x)} ${Math.round(one.right)}`, one]));
  return [...places.values()].slice(0, MOST_COLUMNS);
}

/** undefined where the lines of an entry section are no such rows. */
export function formOf(lines: readonly Line[], kind: LabelledKind): Form | undefined {
  const rows = lines.filter(({ segments: [first], segments }) => segments.length === 2 && first && !onlyDates(first.text));
  const known = rows.filter(({ segments: [first] }) => first && roleOfLabel(first.text, kind) !== undefined);
  if (known.length < LEAST_ROWS || known.length < KNOWN_SHARE * rows.length) return undefined;
  const labels = columnsOf(known.flatMap(({ segments: [first] }) => first ?? []));
  const values = columnsOf(known.flatMap(({ segments: [, second] }) => second ?? []));
  const [label] = labels;
  const stands = (segment: Segment | undefined, among: readonly Segment[]): boolean =>
    segment !== undefined && among.some((one) => (among === labels ? alikeLabels : alike)(one, segment));
  const holds = ({ segments: [first, second] }: Line): boolean =>
    second !== undefined && first !== undefined && !onlyDates(first.text) && isShort(first.text) && stands(first, labels);
  const isBelow = ({ segments: [first], segments }: Line): boolean =>
    segments.length === 1 && stands(first, values) && !stands(first, labels);
  const isCaption = (line: Line): boolean => {
    const [first] = line.segments;
    if (!first || !label || line.segments.length > 1 || line.bullet || !isShort(line.text)) return false;
    const apart = !label.bold || (label.cell && !first.cell) || Math.abs(label.size - first.size) > SAME_SIZE;
    return apart && !stands(first, values) && (line.bold || line.heading !== undefined);
  };
  return { holds, isBelow, isCaption };
}
