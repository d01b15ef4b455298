/**
 * Entries set as the items of a list: a mark before the head of each says where it begins, not that it is an item. Told by the dates alone on
 * the line below every mark, or by heads set bold and large.
 */
import { findDateSpans, isDuration, onlyDates } from './date-range.ts';
import type { Line } from './line.ts';

/** Marks of one list stand under each other. */
const SAME_X = 3;
/** A template marks every head alike; one line may be read wrongly. */
const NEARLY_ALL = 0.75;

function isRangeAlone({ bullet, segments }: Line): boolean {
  const dates = segments.filter((segment) => !isDuration(segment.text)).map((segment) => onlyDates(segment.text));
  return !bullet && dates.length > 0 && dates.every((span) => span !== undefined) && dates.some((span) => span?.single === false);
}

/** Heads above their dates without their marks; as they are where the marks stand before what was done. */
function withoutMarksAboveDates(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (!first?.bullet) return [...lines];
  const outer = lines.flatMap((line, i) => (line.bullet && line.x <= first.x + SAME_X ? [i] : []));
  const heads = outer.filter((i) => lines[i + 1] && isRangeAlone(lines[i + 1] ?? first));
  if (heads[0] !== 0 || heads.length < NEARLY_ALL * outer.length) return [...lines];
  return lines.map((line, i) =>
    heads.includes(i)
      ? { ...line, bullet: false, segments: line.segments.map((segment) => ({ ...segment, bullet: false })) }
      : line,
  );
}

/** In sizes of the text below: set large. */
const LARGE = 1.12;
/** A head is no sentence. */
const MAX_LETTERS = 90;

/** Large and bold beside every plain line of the section: heads, whose items are indented further. */
function isDottedHead(line: Line, usual: number): boolean {
  return line.bullet && line.bold && line.size >= LARGE * usual && line.text.length <= MAX_LETTERS && !/[.;!?]$/.test(line.text);
}

function medianSize(lines: readonly Line[]): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** The lines of a section, those heads without their dots. Every dotted head is followed by text, and starts left of nothing else. */
function withoutMarksOnLarge(lines: readonly Line[]): readonly Line[] {
  const rest = lines.filter((line) => !line.bold);
  if (rest.length === 0 || !lines.some((line) => line.bullet && line.bold)) return lines;
  const usual = medianSize(rest);
  const heads = lines.filter((line, i) => isDottedHead(line, usual) && lines[i + 1]?.bullet !== true);
  // Left of the dotted heads stands nothing: they are no items of somebody else's entry.
  const edge = Math.min(...lines.map((line) => line.x));
  if (heads.some((line) => line.x > edge + 3)) return lines;
  return lines.map((line) => (heads.includes(line) ? { ...line, bullet: false } : line));
}

/** `■株式会社みらい（2020年4月～現在）`: marks on all lines that hold a range, the first of the section among them, and items below. */
function withoutMarksOnDated(lines: readonly Line[]): readonly Line[] {
  // Roles below the employer have a range of their own, alone on its line.
  const ranged = lines.filter(
    (line) => (line.bullet || !isRangeAlone(line)) && findDateSpans(line.text).some((span) => !span.single),
  );
  const [first] = ranged;
  const plain = lines.some((line) => !line.bullet);
  if (
    ranged.length < 2 ||
    !first ||
    first !== lines[0] ||
    !plain ||
    ranged.some((line) => !line.bullet || line.x > first.x + SAME_X)
  )
    return lines;
  const heads = lines.filter((line) => ranged.includes(line) || isSeasonBeside(line, first));
  return lines.map((line) => (heads.includes(line) ? { ...line, bullet: false } : line));
}

/** `• Stage, Mairie de Lorva, été 2016` among marked heads with ranges: a job of one season, written as they are. */
function isSeasonBeside({ bullet, x, text, segments }: Line, head: Line): boolean {
  if (!bullet || Math.abs(x - head.x) > SAME_X || text.length > MAX_LETTERS) return false;
  const span = findDateSpans(text).at(-1);
  const likeHead = segments[0]?.styleBreaks.length !== 0 || head.segments[0]?.styleBreaks.length === 0;
  return span?.single === true && span.start !== span.end && likeHead && /^[)\]\s]*$/.test(text.slice(span.to));
}

/** The lines of a section, heads of entries without their marks. */
export function withoutMarks(lines: readonly Line[]): Line[] {
  return withoutMarksAboveDates(withoutMarksOnLarge(withoutMarksOnDated(lines)));
}
