/** A headline that wraps: the lines above and below that look alike and hold the rest of it (`Undergraduate Student, Environmental` / `Science`). */
import { isCaps, type Line, type Segment } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** Points from which letters are set large, and wrap soon. */
const LARGE = 14;
const NEAR = 1.6;
const MOST_LINES = 5;
const LONGEST = 110;
const LONGEST_REST = 40;
/** Nobody ends a line with these but for want of room. */
const OPEN_END = /(?:,|&|\/|-|\s(?:in|of|for|and|und|für|im|der|et|de|des|du|en|y|e|di|van|voor|och|i))$/iu;

export interface Headline {
  text: string;
  lines: Line[];
}

const alike = (a: Segment, b: Segment): boolean =>
  Math.abs(a.size - b.size) < 0.3 &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.color === b.color &&
  isCaps(a.text) === isCaps(b.text);

function goesOn(line: Line, text: string, own: Segment, next: Line, below: Segment): boolean {
  if (line.flow || line.page !== next.page || line.lane !== next.lane || !alike(own, below) || next.y <= line.y) return false;
  if (next.gap > NEAR || below.bullet || below.text.length > LONGEST_REST) return false;
  return own.size >= LARGE || OPEN_END.test(text) || hadNoRoom(line, next);
}

/** The headline with what it goes on with. `partOf` gives what of a line may belong to it: '' where nothing does. */
export function wholeHeadline(
  lines: readonly Line[],
  found: { text: string; line: Line },
  partOf: (line: Line) => string,
): Headline {
  const whole: Headline = { text: found.text, lines: [found.line] };
  const at = lines.indexOf(found.line);
  for (let i = at + 1; i < lines.length && whole.lines.length < MOST_LINES; i++) {
    const [line, next] = [lines[i - 1], lines[i]];
    const [own, below] = [line?.segments.at(-1), next?.segments[0]];
    if (!line || !next || !own || !below || next.segments.length > 1 || partOf(next) !== below.text) break;
    if (!goesOn(line, whole.text, own, next, below) || whole.text.length + below.text.length > LONGEST) break;
    // A bracket that was left open is closed already.
    if (!whole.text.endsWith(` ${below.text}`)) whole.text = `${whole.text} ${below.text}`;
    whole.lines.push(next);
  }
  for (let i = at - 1; i >= 0 && whole.lines.length < MOST_LINES; i--) {
    const [line, next] = [lines[i], lines[i + 1]];
    const [above, own] = [line?.segments.at(-1), next?.segments[0]];
    const text = line ? partOf(line) : '';
    if (!line || !next || !above || !own || text === '' || text.length > LONGEST_REST) break;
    if (next.segments.length > 1 || !goesOn(line, text, above, next, own) || whole.text.length + text.length > LONGEST) break;
    whole.text = `${text} ${whole.text}`;
    whole.lines.unshift(line);
  }
  return whole;
}
