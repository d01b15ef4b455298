/** Runs → rows of segments. A row holds everything on one baseline of a page, whatever column it stands in. */
import type { DocumentPage, TextRun } from '../../domain/document.ts';
import { cleanText, joinLetterSpaced, singleSpaced, splitBullet } from './clean-text.ts';
import { isDateFragment } from './date-fragment.ts';
import { findDateSpans, onlyDates } from './date-range.ts';
import { isHeadingText } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { joinStretched } from './stretched-text.ts';

export interface Row {
  y: number;
  size: number;
  segments: Segment[];
}

/** What is kept of each row, without rows of which nothing is. */
export const pickSegments = (rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] =>
  rows.map((row) => ({ ...row, segments: row.segments.filter(keep) })).filter((row) => row.segments.length > 0);

/** Fonts of other scripts on the same line sit up to a third of the size higher or lower. */
export const SAME_BASELINE = 0.36;
/** A gap wider than this many sizes ends a segment: four spaces; justified text stretches a space to two or three. */
const WIDE_GAP = 1.15;
const WORD_GAP = 0.14;
/** Runs this many sizes apart are no words of one phrase: a space is a quarter to a third. */
const APART = 0.42;

function groupByBaseline(runs: readonly TextRun[]): TextRun[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: { y: number; size: number; runs: TextRun[] }[] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    if (row && run.y - row.y <= SAME_BASELINE * Math.min(run.size, row.size)) {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { size: run.size, y: run.y });
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

function sameStyle(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.color === b.color;
}

interface Piece {
  text: string;
  runs: TextRun[];
  styleBreaks: number[];
  /** Where what stands apart from the words before it starts, and where those end. */
  jumps: { at: number; x: number; before: number }[];
  x: number;
  right: number;
}

function startPiece(run: TextRun, text: string, x = run.x, right = run.x + run.width): Piece {
  return { text, runs: [run], styleBreaks: [], jumps: [], x, right };
}

function extendPiece(piece: Piece, run: TextRun, text: string, space: boolean): void {
  const last = piece.runs.at(-1);
  if (space && !piece.text.endsWith(' ') && !text.startsWith(' ')) piece.text += ' ';
  if (last && !sameStyle(last, run) && text.trim()) piece.styleBreaks.push(piece.text.length);
  if (run.x - piece.right > APART * run.size && run.confidence === undefined)
    piece.jumps.push({ at: piece.text.length, x: run.x, before: piece.right });
  piece.text += text;
  piece.runs.push(run);
  piece.right = Math.max(piece.right, run.x + run.width);
}

function dominant(runs: readonly TextRun[]): TextRun | undefined {
  if (runs.length === 1) return runs[0];
  return [...runs].sort((a, b) => b.text.trim().length - a.text.trim().length)[0];
}

/** `– Jun 2026)` is the second half of a range, not an item of a list. */
function bulletOf(text: string): { bullet: boolean; text: string } {
  const split = splitBullet(text);
  return split.bullet &&
    /^\s*[–—-]/.test(text) &&
    (onlyDates(split.text) || (split.text.length > 1 && isDateFragment(split.text)))
    ? { bullet: false, text }
    : split;
}

/** The texts between the jumps; undefined where there are none or cleaning has changed the letters. */
function apartPieces(piece: Piece, text: string, lead: number): Segment['pieces'] {
  if (piece.jumps.length === 0 || piece.text.slice(lead, lead + text.length) !== text) return undefined;
  const ends = [
    ...piece.jumps.map((jump) => ({ at: jump.at, right: jump.before })),
    { at: lead + text.length, right: piece.right },
  ];
  const starts = [{ at: lead, x: piece.x }, ...piece.jumps];
  return starts.map((start, i) => {
    const end = ends[i] ?? { at: start.at, right: start.x };
    return { text: piece.text.slice(start.at, end.at).replace(/\s+/g, ' ').trim(), x: start.x, right: end.right };
  });
}

function finishPiece(piece: Piece): Segment | undefined {
  const run = dominant(piece.runs);
  const lead = piece.text.length - piece.text.trimStart().length;
  const trimmed = joinLetterSpaced(piece.text.trim());
  const { bullet, text } = bulletOf(trimmed);
  const cut = lead + (trimmed.length - text.length);
  const pieces = apartPieces(piece, text, cut);
  if (!run || (text.trim() === '' && !bullet)) return undefined;
  return {
    text: singleSpaced(text).trim(),
    x: piece.x,
    right: piece.right,
    y: run.y,
    size: run.size,
    bold: run.bold,
    italic: run.italic,
    color: run.color,
    link: piece.runs.find((r) => r.link)?.link,
    heading: piece.runs.find((r) => r.heading)?.heading,
    bullet: bullet || piece.runs.some((r) => r.bullet === true),
    named: isHeadingText(text),
    cell: run.cell,
    ...(run.foot ? { foot: true } : {}),
    ...(pieces ? { pieces } : {}),
    ...(piece.runs.some((r) => r.confidence !== undefined)
      ? { sure: Math.min(...piece.runs.map((r) => r.confidence ?? 1)) }
      : {}),
    styleBreaks: piece.styleBreaks.map((at) => at - cut).filter((at) => at > 0 && at < text.length),
  };
}

/** Dots or a line that lead the eye from a text to the date at the margin, in the words' own run or in one of theirs. */
const LEADER = /^(?:\s?[.·…‥_]){5,}\s?$/u;

/** Two spaces, a tab or a leader inside a run are a gap as well: plain text lays out columns that way. */
function splitRun(run: TextRun): TextRun[] {
  const text = cleanText(run.text);
  if (!MAY_HOLD_GAP.test(text) || SPACED_OUT.test(text.trim())) return [{ ...run, text }];
  const parts = text.split(/(\s{2,}|\t+|(?:\s?[.·…‥_]){5,}\s?)/u);
  if (parts.length === 1) return [{ ...run, text }];
  const perChar = run.width / Math.max(1, text.length);
  let at = 0;
  const pieces: TextRun[] = [];
  for (const part of parts) {
    if (part.trim() && !LEADER.test(part))
      pieces.push({ ...run, text: part, x: run.x + at * perChar, width: part.length * perChar, ...(at > 0 ? GAP_BEFORE : {}) });
    at += part.length;
  }
  return pieces;
}
const SPACED_OUT = /^(?:\p{L}\s{1,3}){3,}\p{L}$/u;
/** What a gap of any kind begins with. */
const MAY_HOLD_GAP = /\s\s|\t|[.·…‥_]\s?[.·…‥_]/u;
const GAP_BEFORE = { gapBefore: true } as const;

function isGap(piece: Piece, run: TextRun & { gapBefore?: true }): boolean {
  const last = piece.runs.at(-1);
  if (last?.cell && run.cell && (last.cell.table !== run.cell.table || last.cell.column !== run.cell.column)) return true;
  return run.gapBefore === true || run.x - piece.right > WIDE_GAP * Math.max(run.size, 6);
}

/** Han and Kana, and digits among them, stand without spaces: only a wide gap is one, or any where the style changes (a firm before a title). */
function wordGap(before: string, after: string, styled: boolean): number {
  const pair = before.slice(-1) + after.charAt(0);
  return !styled && CJK.test(pair) && CJK_OR_DIGIT.test(pair) ? 0.6 : WORD_GAP;
}
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const CJK_OR_DIGIT = /^[\u3040-\u30ff\u3400-\u9fff\d]{2}$/;

/** Where columns start: left edges that this many rows share. */
const SHARED_BY = 3;
/** Less than a wide gap is one all the same before such an edge; words of justified text seldom stand so far apart. */
const STOP_GAP = 0.4;

/** Left edges (to the point) of text behind a wide gap or at the start of a row, with the number of their rows. */
function tabStops(rows: readonly TextRun[][]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    row.forEach((run, i) => {
      const before = row[i - 1];
      if (before && run.x - (before.x + before.width) <= WIDE_GAP * run.size) return;
      // A heading behind others says that a column begins there: one more line tells that it is no chance.
      const worth = before && isHeadingText(run.text) ? SHARED_BY - 1 : 1;
      counts.set(Math.round(run.x), (counts.get(Math.round(run.x)) ?? 0) + worth);
    });
  }
  return new Set([...[...counts].filter(([, n]) => n >= SHARED_BY).map(([x]) => x), ...edgesBehindLabels(rows)]);
}

/** So many rows whose first text ends and whose second begins at one place; no words of a text do. */
const FLUSH_ROWS = 5;
const FLUSH_STARTS = 3;

/** Left edges of values behind labels that are set flush right against them, nearer than a wide gap. */
function edgesBehindLabels(rows: readonly TextRun[][]): number[] {
  const pairs = rows.flatMap(([label, value]) => {
    const right = label && label.x + label.width;
    return label && value && right !== undefined && value.x - right > STOP_GAP * value.size
      ? [{ key: `${Math.round(right)} ${Math.round(value.x)}`, start: Math.round(label.x), x: Math.round(value.x) }]
      : [];
  });
  const alike = [...Map.groupBy(pairs, ({ key }) => key).values()];
  const flush = alike.filter(
    (group) => group.length >= FLUSH_ROWS && new Set(group.map(({ start }) => start)).size >= FLUSH_STARTS,
  );
  return flush.flatMap(([first]) => (first ? [first.x] : []));
}

function isAtStop(piece: Piece, run: TextRun, stops: ReadonlySet<number>): boolean {
  const last = piece.runs.at(-1);
  const gap = run.x - piece.right;
  if (!last || !stops.has(Math.round(run.x)) || gap < 0) return false;
  return gap > (sameStyle(last, run) ? STOP_GAP : WORD_GAP) * run.size;
}

const LETTERS_APART = /^\p{Lu}(?: \p{Lu})+$/u;
/** Small capitals are this much smaller than the capitals beside them. */
const SMALL_CAPITALS = 0.85;

/** `2019 t o 2021` in spaced small capitals: letters that stand apart in a smaller size than what is beside them are a word. */
function joinSmallCapitals(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map((run, i) => {
    if (!LETTERS_APART.test(run.text.trim())) return run;
    const beside = [runs[i - 1], runs[i + 1]].some((other) => other && other.size * SMALL_CAPITALS >= run.size);
    return beside ? { ...run, text: run.text.replace(/ /g, '') } : run;
  });
}

/** The size that the gap between two runs is measured in: that of the capital before small capitals. */
function gapSize(piece: Piece, run: TextRun): number {
  const last = piece.runs.at(-1);
  const small = last && run.size <= last.size * SMALL_CAPITALS && /\p{Lu}$/u.test(last.text) && /^\p{Lu}/u.test(run.text);
  return small ? last.size : run.size;
}

/** `Acme` right beside `2019 – 2021` in another size or weight: templates part the two by style alone. */
function isDateBehind(piece: Piece, run: TextRun): boolean {
  const last = piece.runs.at(-1);
  if (!last || !/[\p{L})]$/u.test(last.text) || !/^[\p{Lu}\d]/u.test(run.text)) return false;
  if (sameStyle(last, run) && Math.abs(last.size - run.size) < 0.1 * run.size) return false;
  return findDateSpans(run.text)[0]?.from === 0;
}

function isWordApart(piece: Piece, run: TextRun): boolean {
  const last = piece.runs.at(-1);
  const styled = last !== undefined && !sameStyle(last, run);
  return run.x - piece.right > wordGap(piece.text, run.text, styled) * gapSize(piece, run) || isDateBehind(piece, run);
}

/** Letters of a row may be runs of their own, and still no row has more: what stands behind them is one (rule P6). */
const MAX_RUNS_OF_ROW = 2000;

function joinEnd(runs: TextRun[]): TextRun[] {
  const end = runs.slice(MAX_RUNS_OF_ROW);
  const [first] = end;
  if (!first) return runs;
  return [...runs.slice(0, MAX_RUNS_OF_ROW), { ...first, text: end.map((run) => run.text).join(' ') }];
}

function segmentsOf(printed: readonly TextRun[], stops: ReadonlySet<number>): Segment[] {
  const pieces: Piece[] = [];
  for (const run of joinEnd(joinSmallCapitals(printed).flatMap(splitRun))) {
    if (!run.text.trim()) {
      const last = pieces.at(-1);
      if (last && !last.text.endsWith(' ')) last.text += ' ';
      continue;
    }
    const piece = pieces.at(-1);
    if (!piece || isGap(piece, run) || isAtStop(piece, run, stops)) pieces.push(startPiece(run, run.text));
    else extendPiece(piece, run, run.text, isWordApart(piece, run));
  }
  return joinStretched(joinBullets(pieces.map(finishPiece).filter((s) => s !== undefined)));
}

const LONE_BULLET = /^[*–—-]$/u;

/** A bullet glyph that stands apart from its text belongs to the text; one with none stays as it is, without text. */
function joinBullets(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const dash = joined.length === 1 && LONE_BULLET.test(last?.text ?? '') && segment.x - (last?.right ?? 0) < 2 * segment.size;
    if (last && ((last.text === '' && last.bullet) || dash))
      joined[joined.length - 1] = { ...segment, bullet: true, sign: { x: last.x, right: last.right } };
    else joined.push(segment);
  }
  return joined;
}

/** Rows without the bullets of no text. */
export const withoutLoneBullets = (rows: readonly Row[]): Row[] =>
  rows
    .map((row) => (row.segments.some(isLone) ? rowOf(row.segments.filter((segment) => !isLone(segment))) : row))
    .filter((row) => row.segments.length > 0);

const isLone = (segment: Segment): boolean => segment.text === '';
const rowOf = (segments: Segment[]): Row => ({
  y: segments[0]?.y ?? 0,
  size: Math.max(0, ...segments.map((s) => s.size)),
  segments,
});

/** Rows from top to bottom; segments from left to right, never empty but for bullets that have no text. */
export function readRows(page: DocumentPage): Row[] {
  const runs = page.runs.filter((run) => run.text !== '');
  const baselines = groupByBaseline(runs);
  const stops = page.flow ? new Set<number>() : tabStops(baselines);
  return baselines.map((row) => rowOf(segmentsOf(row, stops))).filter((row) => row.segments.length > 0);
}
