/** Studies whose dates stand under each other, the first beside the school and the last beside the degree, where nothing marks a margin of dates. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type DateSpan, onlyDates } from './date-range.ts';
import { type Line, makeLine, type Segment } from './line.ts';
import { holdsDegree } from './listed-studies.ts';
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

/** One date, left or right of something else. */
function datedLine({ segments, bullet, flow }: Line): Dated | undefined {
  if (segments.length < 2 || bullet || flow) return undefined;
  const date = [segments[0], segments.at(-1)].find((s) => s && onlyDates(s.text));
  const span = date && onlyDates(date.text);
  const rest = segments.filter((s) => s !== date);
  if (!date || !span?.single || !span.start || !span.end || rest.some((s) => onlyDates(s.text))) return undefined;
  return { date, span, rest };
}

function mayBeRange(above: Dated, below: Dated): boolean {
  const forwards = (above.span.start ?? '') <= (below.span.end ?? '') && above.span.start?.length === below.span.end?.length;
  const [x, right] = [above.date.x - below.date.x, above.date.right - below.date.right].map(Math.abs);
  return forwards && ((x ?? 0) < SAME_PLACE || (right ?? 0) < SAME_PLACE);
}

/** `2003   Larkmoor University` over `2005   MSc`: two studies would have a school each, or a degree each. */
function isOneStudy(above: Dated, below: Dated, taxonomy: Taxonomy): boolean | undefined {
  const namesSchool = ({ rest }: Dated): boolean => rest.some(({ text }) => schoolCue(text) >= 1);
  const namesDegree = ({ rest }: Dated): boolean => rest.some(({ text }) => holdsDegree(text, taxonomy));
  const [schools, degrees] = [namesSchool, namesDegree].map((names) => Number(names(above)) + Number(names(below)));
  if (schools === 2 || degrees === 2) return false;
  return schools === 1 || degrees === 1 || undefined;
}

/** The pairs of dates by the line of their first; undefined where a date has no other to go with. */
function pairsOf(lines: readonly Line[], taxonomy: Taxonomy): ReadonlyMap<number, [Dated, Dated]> | undefined {
  const dated = lines.map(datedLine);
  const pairs = new Map<number, [Dated, Dated]>();
  let sure = false;
  for (let i = 0; i < lines.length; i++) {
    const [above, below] = [dated[i], dated[i + 1]];
    if (!above) continue;
    const [line, next] = [lines[i], lines[i + 1]];
    const near = line && next && (next.page > line.page || next.gap < NEAR);
    const one = below && near && mayBeRange(above, below) ? isOneStudy(above, below, taxonomy) : false;
    if (!below || one === false) return undefined;
    sure ||= one === true;
    pairs.set(i, [above, below]);
    i++;
  }
  return sure ? pairs : undefined;
}

/** The lines of a section with such pairs as one range each, where all of its dates stand so. */
export function joinStackedYears(lines: readonly Line[], taxonomy: Taxonomy): Line[] {
  const pairs = pairsOf(lines, taxonomy);
  if (!pairs) return [...lines];
  return lines.map((line, i) => {
    const [above, below] = pairs.get(i) ?? [];
    if (above && below) {
      const date = { ...above.date, text: `${above.date.text} – ${below.date.text}`, styleBreaks: [] };
      return makeLine(
        line.segments.map((s) => (s === above.date ? date : s)),
        line,
      );
    }
    const [, own] = pairs.get(i - 1) ?? [];
    return own ? makeLine(own.rest, line) : line;
  });
}
