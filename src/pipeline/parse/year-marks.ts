/** Years of a timeline (`2019` beside `Mar 2019 – Present`): where every one of them says what a range beside it says, they say nothing more. */
import { type DateSpan, findDateSpans } from './date-range.ts';
import { type Line, makeLine, type Segment } from './line.ts';

/** A mark stands on the line of its entry or on the next one. */
const NEAR = 1;

const isYear = ({ text }: Segment): boolean => /^(?:19|20)\d\d$/.test(text.trim());

/** The first of its line, left of what the others begin with. */
function markOf({ segments: [first], flow }: Line, edge: number): Segment | undefined {
  return first && !flow && isYear(first) && first.right < edge ? first : undefined;
}

const yearsOf = ({ start, end }: DateSpan): string[] => [start, end].flatMap((date) => date?.slice(0, 4) ?? []);

function rangesOf({ segments }: Line, mark: Segment): DateSpan[] {
  const others = segments.filter((segment) => segment !== mark);
  return others.flatMap(({ text }) => findDateSpans(text)).filter((span) => !span.single);
}

/** The lines without such years. */
export function withoutYearMarks(lines: readonly Line[]): Line[] {
  const edges = lines.flatMap(({ segments }) => segments.filter((segment) => !isYear(segment)).map(({ x }) => x));
  const edge = Math.min(...edges);
  const marks = new Map<number, Segment>();
  for (const [i, line] of lines.entries()) {
    const mark = markOf(line, edge);
    if (mark) marks.set(i, mark);
  }
  if (marks.size === 0) return [...lines];
  const isTold = ([i, mark]: readonly [number, Segment]): boolean =>
    lines
      .slice(Math.max(0, i - NEAR), i + NEAR + 1)
      .some((line) => rangesOf(line, mark).some((range) => yearsOf(range).includes(mark.text.trim())));
  if (![...marks].every(isTold)) return [...lines];
  return lines.flatMap((line, i) => {
    const mark = marks.get(i);
    const rest = line.segments.filter((segment) => segment !== mark);
    return mark === undefined ? [line] : rest.length > 0 ? [makeLine(rest, line)] : [];
  });
}
