/** Finds headings that stand in the margin beside their sections, and cuts the page into one band a heading. */
import { isLabel } from './entry-labels.ts';
import { placesThatDiffer } from './gutter-places.ts';
import { crosses } from './gutters.ts';
import { isHeadingText } from './heading-lookup.ts';
import {
  BESIDE_TWO,
  datesBelow,
  isOneName,
  LABEL_PITCH,
  LEAST_LABELS,
  leftOf,
  middlesOf,
  rightOf,
  topsOf,
} from './label-tops.ts';
import { isCaps, looksLike, type Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

export interface LabelRail {
  /** Rows from…to (exclusive) beside which the rail runs. */
  from: number;
  to: number;
  /** Everything left of this is the rail. */
  x: number;
}

const BIN = 4;
const MAX_LABEL = 30;
const BARE = 0.75;

/** Of the labels that are headings, how many stand on (nearly) the baseline of text beside them. */
function alignedShare(labels: readonly Segment[], rows: readonly Row[], x: number, tolerance = 0.75): number {
  // Two headings side by side head two columns.
  const beside = rows.filter((row) => rightOf(row, x).some((s) => !s.named)).map((row) => row.y);
  const onText = (s: Segment): boolean => beside.some((y) => Math.abs(y - s.y) < tolerance * s.size);
  // The first entry stands beside its date when that is set right below the heading.
  // Headings that stand over dates stand over their text as well, unless others in their style stand beside theirs.
  const near = labels.filter((label) => beside.some((y) => Math.abs(y - label.y) < BESIDE_TWO * label.size));
  const overDate = (label: Segment): boolean =>
    near.filter((other) => looksLike(label, other)).length >= 0.5 * labels.length && datesBelow(label, rows, x).some(onText);
  const aligned = labels.filter((label) => onText(label) || overDate(label)).length;
  return aligned / Math.max(1, labels.length);
}

/**
 * Text that starts in the margin and ends before the text beside it: the margin is a column, its headings head what stands below. Lines
 * right above the first label with nothing beside them are the head of the page, however short they are.
 */
function hasTextBelowLabels(rows: readonly Row[], inside: readonly Row[], left: readonly Segment[], x: number): boolean {
  const beside = Math.min(...inside.flatMap((row) => rightOf(row, x).map((s) => s.x)));
  // The first line of a label may be none by itself: `Professional` over `Summary`.
  const first = labelsAmong(left)[0];
  const label = rows.findIndex((row) => first !== undefined && row.segments.includes(first));
  const head = rows.findLastIndex((row, i) => i < label && row.segments.some((s) => s.x > beside - 3));
  const isColumnText = (s: Segment): boolean => s.x < x && s.right > x && s.right < beside && !s.named;
  return rows.some((row, i) => (i <= head || i >= label) && row.segments.some(isColumnText));
}

/** `Tools` and `Languages` before their lists, below a larger `Skills` that has nothing beside it: labels of its rows, no headings. */
function areHeadedThemselves(labels: readonly Segment[], rows: readonly Row[], x: number): boolean {
  const beside = rows.flatMap((row) => rightOf(row, x)).map((s) => s.y);
  const isLevel = (label: Segment): boolean => beside.some((y) => Math.abs(y - label.y) < 0.75 * label.size);
  const largest = Math.max(0, ...labels.filter(isLevel).map((label) => label.size));
  return largest > 0 && labels.some((label) => !isLevel(label) && label.size > HEADS * largest);
}
const HEADS = 1.12;

/** Larger headings beside the margin, alone in their rows, and more of them: they head the sections, and a label is one of a row. */
function headsStandBeside(labels: readonly Segment[], rows: readonly Row[], x: number): boolean {
  const largest = Math.max(...labels.map((label) => label.size));
  const heads = rows.filter(
    ({ segments: [only, ...more] }) => only?.named && more.length === 0 && only.x >= x && only.size > HEADS * largest,
  );
  return heads.length > labels.length;
}

/** Text right below a heading: it heads a narrow column, whatever stands beside it. */
function headsTextBelow(label: Segment, rows: readonly Row[]): boolean {
  return rows.some(
    (row) =>
      row.y > label.y + 0.5 * label.size &&
      row.y < label.y + 2 * label.size &&
      row.segments.some(
        (s) => Math.abs(s.x - label.x) < 3 && !s.named && !isDatePiece(s.text) && !isHeadingText(`${label.text} ${s.text}`),
      ),
  );
}

/** Headings, and what is set like one of them: a label that we do not know, the second line of one. */
function labelsAmong(left: readonly Segment[]): Segment[] {
  // One of each look: as many labels as lines must not be compared with as many lines (P6).
  const looks = new Map(left.filter((s) => s.named).map((s) => [`${s.size} ${s.bold} ${s.color} ${isCaps(s.text)}`, s]));
  const named = [...looks.values()];
  return left.filter((s) => s.named || (!isDatePiece(s.text) && named.some((label) => looksLike(s, label))));
}

/** `Education and` over `training`: where the second line alone is known, the first says where the label stands. */
function firstLine(label: Segment, before: readonly Segment[]): Segment {
  const above = before.findLast((s) => s.y < label.y && label.y - s.y < LABEL_PITCH * label.size && looksLike(s, label));
  return above && !above.named && isHeadingText(`${above.text} ${label.text}`) ? above : label;
}
/** Texts of the margin among which the line above a label is looked for. */
const NEAR_ABOVE = 3;

function judge(rows: readonly Row[], x: number, from: number, to: number): LabelRail | undefined {
  const inside = rows.slice(from, to);
  const left = inside.flatMap((row) => leftOf(row, x));
  const rightRows = inside.filter((row) => rightOf(row, x).length > 0).length;
  const labels = left.filter((s) => s.named);
  if (labels.length === 0 || rightRows < 1 || left.some((s) => s.text.length > MAX_LABEL)) return undefined;
  const dates = left.filter((s) => isDatePiece(s.text)).length;
  const bare = labels.length >= LEAST_LABELS && labelsAmong(left).length + dates >= BARE * left.length;
  // Beside other text the first line of a heading stands level with a line of the next column by chance.
  const tops = bare
    ? left.flatMap((s, i) => (s.named ? [firstLine(s, left.slice(Math.max(0, i - NEAR_ABOVE), i))] : []))
    : labels;
  const parts = new Set([...labels, ...tops]).size;
  if ((parts + dates) / left.length < 0.55 || rightRows < 0.99 * labels.length) return undefined;
  if (hasTextBelowLabels(rows, inside, left, x) || areHeadedThemselves(labels, inside, x)) return undefined;
  if (headsStandBeside(labels, inside, x)) return undefined;
  if (labels.filter((label) => headsTextBelow(label, rows)).length >= 0.5 * labels.length) return undefined;
  return (bare && alignedShare(tops, inside, x, 1) >= 0.8) || alignedShare(tops, inside, x) >= 0.6 ? { from, to, x } : undefined;
}

const namedLeftOf = (rows: readonly Row[], x: number): Segment[] => rows.flatMap((row) => leftOf(row, x)).filter((s) => s.named);

const NEARLY_ALL = 0.9;

/** Address and telephone may stand in the same margin above the first heading. */
function judgeBelowHead(rows: readonly Row[], x: number, from: number, to: number): LabelRail | undefined {
  const first = rows.findIndex((row, i) => i > from && i < to && leftOf(row, x).some((s) => s.named));
  if (first <= from || to - first < 2) return undefined;
  const left = rows.slice(first, to).flatMap((row) => leftOf(row, x));
  // A sidebar that begins with an address goes on with text of its own.
  return labelsAmong(left).length >= NEARLY_ALL * left.length ? judge(rows, x, first, to) : undefined;
}

function hasLabel(rows: readonly Row[], x: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) for (const s of rows[i]?.segments ?? []) if (s.named && s.right <= x) return true;
  return false;
}

/** The rail with most headings, or undefined. `rows` are in order from top to bottom. */
export function findLabelRail(rows: readonly Row[]): LabelRail | undefined {
  const all = rows.flatMap((row) => row.segments);
  const x0 = Math.min(...all.map((s) => s.x));
  const x1 = Math.max(...all.map((s) => s.right));
  if (!all.some((s) => s.x < x0 + (x1 - x0) * 0.35 && s.named)) return undefined;
  let best: { rail: LabelRail; labels: number } | undefined;
  const places: number[] = [];
  for (let x = x0 + BIN; x < x0 + (x1 - x0) * 0.45; x += BIN) places.push(x);
  for (const x of placesThatDiffer(places, all)) {
    let from = 0;
    for (let i = 0; i <= rows.length; i++) {
      const row = rows[i];
      if (row && !crosses(row, x)) continue;
      const mayBe = i - from >= 2 && hasLabel(rows, x, from, i);
      const rail = mayBe ? (judge(rows, x, from, i) ?? judgeBelowHead(rows, x, from, i)) : undefined;
      const labels = rail ? namedLeftOf(rows.slice(rail.from, i), x).length : 0;
      if (rail && labels > (best?.labels ?? 0)) best = { rail, labels };
      from = i + 1;
    }
  }
  return best?.rail;
}

/** One band a heading: the heading's row first, then what stands beside it. Text above the first heading is a band without one. */
export function bandsOf(rows: readonly Row[], rail: LabelRail): { label?: Row; rows: Row[] }[] {
  const inside = rows.slice(rail.from, rail.to);
  const left = inside.flatMap((row) => leftOf(row, rail.x));
  const known = new Set(labelsAmong(left));
  const heads = left.filter(
    (s, i) => known.has(s) && (s.named || s.y - (left[i - 1]?.y ?? Number.NEGATIVE_INFINITY) > LABEL_PITCH * s.size),
  );
  // Among so many that are known, a word that no list knows is a heading as they are; `Location` says what stands beside it.
  const named = heads.filter((s) => s.named).length;
  const unknownAreHeadings = named >= LEAST_LABELS && named > heads.length - named;
  const tops = middlesOf(left, known, inside, rail.x) ?? topsOf(heads, inside, rail.x);
  const bands: { label?: Row; top: number; rows: Row[] }[] = [{ top: Number.NEGATIVE_INFINITY, rows: [] }];
  for (const row of inside) {
    const labels = leftOf(row, rail.x).filter((s) => known.has(s));
    if (labels.length === 0) continue;
    const last = bands.at(-1);
    const above = last?.label?.segments[0];
    const [label] = labels;
    // `Work` over `experience` is one heading broken in two, and so is `Professional` over `Summary`.
    const near = above && label && row.y - above.y < LABEL_PITCH * label.size;
    const oneName = near && isOneName(above.text, label.text);
    if (last && above && label && oneName) above.text += ` ${label.text}`;
    else
      bands.push({
        label: {
          ...row,
          segments: labels.map((s) => ({
            ...s,
            rail: true,
            named: s.named || (unknownAreHeadings && heads.includes(s) && !isLabel(s.text)),
          })),
        },
        top: (label && tops.get(label)) ?? row.y - 0.75 * row.size,
        rows: [],
      });
  }
  for (const row of inside) {
    const segments = row.segments.filter((s) => s.x >= rail.x || !known.has(s));
    for (const s of segments) if (s.right <= rail.x) s.rail = true;
    const band = bands.findLast((b) => row.y >= b.top);
    if (segments.length > 0) band?.rows.push({ ...row, segments });
  }
  return bands.filter((band) => band.label || band.rows.length > 0).map((band) => ({ ...band, rows: joinRailDates(band.rows) }));
}

/** Dates in the rail belong to the row they stand beside, though smaller letters sit a little higher or lower. */
function joinRailDates(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const near = above !== undefined && row.y - above.y < BESIDE * Math.max(row.size, above.size);
    if (above && near && isRailDate(row) !== isRailDate(above)) {
      const text = isRailDate(row) ? above : row;
      joined[joined.length - 1] = { ...text, segments: [...(isRailDate(row) ? row : above).segments, ...text.segments] };
    } else joined.push(row);
  }
  return joined;
}
/** In sizes: less than a line apart. */
const BESIDE = 0.6;
const isRailDate = (row: Row): boolean => row.segments.every((s) => s.rail === true && isDatePiece(s.text));
