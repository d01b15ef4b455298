/** Studies whose years stand under each other, the first beside the school and the last beside the degree, where nothing marks a margin of dates. */
import { type DateSpan, onlyDates } from './date-range.ts';
import { type Line, makeLine, type Segment } from './line.ts';
import { schoolCue } from './organisation-cues.ts';

/** In points. */
const SAME_PLACE = 2;
/** In lines. */
const NEAR = 2;

interface Dated {
  date: Segment;
  span: DateSpan;
  rest: Segment[];
}

/** One date, and something beside it. */
function datedStart({ segments: [date, ...rest], bullet, flow }: Line): Dated | undefined {
  const span = date && rest.length > 0 && !bullet && !flow ? onlyDates(date.text) : undefined;
  return date && span?.single && span.start && span.end ? { date, span, rest } : undefined;
}

const namesSchool = ({ rest }: Dated): boolean => rest.some(({ text }) => schoolCue(text) >= 1);

/** `2003   Larkmoor University` over `2005   MSc`: of two studies each would have its school. */
function isRange(above: Dated, below: Dated): boolean {
  const forwards = (above.span.start ?? '') <= (below.span.end ?? '') && above.span.start?.length === below.span.end?.length;
  const aligned = Math.abs(above.date.x - below.date.x) < SAME_PLACE;
  return forwards && aligned && namesSchool(above) !== namesSchool(below);
}

/** The lines of a section with such pairs as one range each; unchanged where a date has no other to go with. */
export function joinStackedYears(lines: readonly Line[]): Line[] {
  const dated = lines.map(datedStart);
  const joined = [...lines];
  for (let i = 0; i < lines.length; i++) {
    const [above, below] = [dated[i], dated[i + 1]];
    if (!above) continue;
    const [line, next] = [lines[i], lines[i + 1]];
    const near = line && next && (next.page > line.page || next.gap < NEAR);
    if (!line || !next || !below || !near || !isRange(above, below)) return [...lines];
    const text = `${above.date.text} – ${below.date.text}`;
    joined[i] = makeLine([{ ...above.date, text, styleBreaks: [] }, ...above.rest], line);
    joined[i + 1] = makeLine(below.rest, next);
    i++;
  }
  return joined;
}
