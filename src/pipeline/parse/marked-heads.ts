/** Entries set as the items of a list: a mark before the head of each, its dates on the line below, what was done as a list within. */
import { isDuration, onlyDates } from './date-range.ts';
import type { Line } from './line.ts';

/** Marks of one list stand under each other. */
const SAME_X = 3;
/** A template marks every head alike; one line may be read wrongly. */
const NEARLY_ALL = 0.75;

function isRangeAlone({ bullet, segments }: Line): boolean {
  const dates = segments.filter((segment) => !isDuration(segment.text)).map((segment) => onlyDates(segment.text));
  return !bullet && dates.length > 0 && dates.every((span) => span !== undefined) && dates.some((span) => span?.single === false);
}

/** The lines of a section, heads without their marks; as they are where the marks stand before what was done. */
export function withoutMarks(lines: readonly Line[]): Line[] {
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
