/**
 * Sections with an upright line between their heading and their text: it reaches as far as the text does, so that it says what stands
 * beside a heading that is set to the middle of it, and which dates below the heading belong to the text.
 */
import type { DocumentPage, Rule } from '../../domain/document.ts';
import { type Block, withLabel } from './columns.ts';
import { isDateFragment } from './date-fragment.ts';
import { onlyDates } from './date-range.ts';
import { isLabel } from './entry-labels.ts';
import { isHeadingText } from './heading-lookup.ts';
import { joinBaselines } from './join-baselines.ts';
import { LABEL_PITCH } from './label-tops.ts';
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import { pickSegments, type Row } from './rows.ts';

/** What stands beside one line. */
interface Band {
  from: number;
  /** Exclusive. */
  to: number;
  /** The words of the heading, line by line; none where another entry of the same section goes on. */
  label: Segment[];
  /** Dates left of the line. */
  dates: Row[];
  text: Row[];
}

/** In points. */
const THIN = 4;
const OVER = 1;
const SAME_PLACE = 2;
/** A page has a few; a drawing has thousands (P6). */
const MOST_LINES = 60;
/** In sizes: text so far below a heading does not stand beside it. */
const LEVEL = 0.3;
const LONGEST_LABEL = 40;

const isDate = ({ text }: Segment): boolean => isDatePiece(text) || (/\d/.test(text) && isDateFragment(text));

const pick = (rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] => joinBaselines(pickSegments(rows, keep));

const isAt = (a: Rule, b: Rule): boolean => Math.abs(a.x - b.x) < SAME_PLACE;
const isAsTall = (a: Rule, b: Rule): boolean => Math.abs(a.y - b.y) < SAME_PLACE && Math.abs(a.height - b.height) < SAME_PLACE;

/** The lines of a table or a box come in pairs of one height. */
function uprightLines({ rules }: DocumentPage): Rule[] {
  const thin = rules.filter((rule) => rule.width < THIN && rule.height > 2 * THIN).slice(0, MOST_LINES);
  return thin.filter((rule) => !thin.some((other) => other !== rule && !isAt(rule, other) && isAsTall(rule, other)));
}

/** `Work` over `experience` is one heading; other texts under each other are a column of their own. */
function isOneLabel(lines: readonly Segment[]): boolean {
  return lines.every((line, i) => {
    const above = lines[i - 1];
    return line.text.length <= LONGEST_LABEL && (!above || line.y - above.y < LABEL_PITCH * Math.max(line.size, above.size));
  });
}

function bandBeside(rows: readonly Row[], rule: Rule): Band | undefined {
  const from = rows.findIndex((row) => row.y > rule.y);
  const end = rows.findIndex((row) => row.y > rule.y + rule.height + OVER);
  const to = end < 0 ? rows.length : end;
  if (from < 0 || to <= from) return undefined;
  const inside = rows.slice(from, to);
  const [isLeft, isRight] = [(s: Segment) => s.right <= rule.x + OVER, (s: Segment) => s.x >= rule.x - OVER];
  if (!inside.every((row) => row.segments.every((s) => isLeft(s) || isRight(s)))) return undefined;
  const label = pick(inside, (s) => isLeft(s) && !isDate(s)).flatMap((row) => row.segments);
  const [dates, text] = [pick(inside, (s) => isLeft(s) && isDate(s)), pick(inside, isRight)];
  const isBeside = text.length > 0 && label.length + dates.length > 0 && isOneLabel(label);
  return isBeside ? { from, to, label, dates, text } : undefined;
}

const wordsOf = ({ label }: Band): string => label.map((s) => s.text).join(' ');
const isNamed = (band: Band): boolean => band.label.some((s) => s.named) || isHeadingText(wordsOf(band));

/** The heading or the dates stand lower than the first line beside them: rows alone would part what belongs together. */
function standsLower({ label, dates, text: [first] }: Band): boolean {
  const top = label[0] ?? dates[0]?.segments[0];
  if (!top || !first) return false;
  const date = dates[0]?.segments[0];
  return [top, date].some((s) => s !== undefined && s.y - first.y > LEVEL * first.size);
}

/** The end of the page may cut a section from its line: a heading and its text, a few rows below the last line. */
function belowLast(rows: readonly Row[], lines: readonly Rule[]): Rule[] {
  const last = lines.at(-1);
  const bottom = last ? last.y + last.height + OVER : 0;
  const rest = rows.filter((row) => row.y > bottom);
  const [first, end] = [rest[0], rest.at(-1)];
  if (!last || !first || !end || rest.length > CUT_ROWS || !first.segments.some((s) => s.named && s.right <= last.x)) return [];
  return [{ ...last, y: bottom, height: end.y - bottom }];
}
const CUT_ROWS = 3;

/** The bands along lines at one place, from top to bottom; undefined where they part no headings from their text. */
export function findRuledBands(rows: readonly Row[], page: DocumentPage): Band[] | undefined {
  const lines = uprightLines(page);
  for (const line of lines) {
    const beside = lines.filter((other) => isAt(line, other)).sort((a, b) => a.y - b.y);
    if (beside[0] !== line) continue;
    const bands = [...beside, ...belowLast(rows, beside)].flatMap((rule) => bandBeside(rows, rule) ?? []);
    const headed = bands.filter((band) => band.label.length > 0);
    const apart = bands.every((band, i) => band.from >= (bands[i - 1]?.to ?? 0));
    if (apart && headed.some(isNamed) && headed.filter(isNamed).length >= 0.5 * headed.length && bands.some(standsLower))
      return bands;
  }
  return undefined;
}

/** The one range left of the line stands beside the first line of the text; several stand where they are printed. */
function textOf({ dates, text }: Band): Row[] {
  const pieces = dates.flatMap((row) => row.segments);
  const [date] = pieces;
  const [first, ...rest] = text;
  if (!date || !first) return text;
  const words = pieces.map((s) => s.text).join(' ');
  if (onlyDates(words))
    return [{ ...first, segments: [{ ...date, text: words, rail: true, y: first.y }, ...first.segments] }, ...rest];
  const railed = dates.map((row) => ({ ...row, segments: row.segments.map((s) => ({ ...s, rail: true })) }));
  return joinBaselines([...railed, ...text].sort((a, b) => a.y - b.y));
}

function headingOf(band: Band, unknownToo: boolean): Row | undefined {
  const [first] = band.label;
  if (!first) return undefined;
  const text = wordsOf(band);
  const named = isNamed(band) || (unknownToo && !isLabel(text));
  return {
    y: first.y,
    size: first.size,
    segments: [{ ...first, text, right: Math.max(...band.label.map((s) => s.right)), rail: true, named }],
  };
}

/** So many known headings say that the words no list knows, set as they are, head a section as well. */
const TELLING = 3;

/** The blocks of the page in order: a heading, then all that stands beside its line and those that follow without a heading. */
export function readRuledBands(rows: readonly Row[], bands: readonly Band[], split: (rows: Row[]) => Block[]): Block[] {
  const unknownToo = bands.filter(isNamed).length >= TELLING;
  const blocks: Block[] = [];
  let at = 0;
  let label: Row | undefined;
  let text: Row[] = [];
  const close = (): void => {
    if (label || text.length > 0) blocks.push(...withLabel(label, split(text)));
    [label, text] = [undefined, []];
  };
  for (const band of bands) {
    if (band.from > at || band.label.length > 0) close();
    blocks.push(...split(rows.slice(at, band.from)));
    if (band.label.length > 0) label = headingOf(band, unknownToo);
    text.push(...textOf(band));
    at = band.to;
  }
  close();
  return [...blocks, ...split(rows.slice(at))];
}
