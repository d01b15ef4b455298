/** Joins the lines of a school's or employer's name that wrapped in a narrow column. */
import { onlyDates } from './date-range.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';

const OPEN_END = /(?:\b(?:of|and|for|the|de|des|du|la|et|und|für|der|y|del|e|di|van|en|i)|[&,–-])$/iu;
/** `Leeds, UK`, `Tulsa, OK`: a place below a name is a line of its own. */
const PLACE = /,\s(?:[A-Z]{2,3}|\p{Lu}\p{Ll}+)$/u;

function sameLook(a: Line, b: Line): boolean {
  return (
    Math.abs(a.size - b.size) < 0.3 &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.color === b.color &&
    Math.abs(a.x - b.x) < 3
  );
}

/** The first word of the next line would not have fitted. */
function wasFull(line: Line, next: Line, right: number): boolean {
  const word = next.text.split(/\s/)[0] ?? '';
  const perChar = (line.right - line.x) / Math.max(1, line.text.length);
  return line.right + perChar * (word.length + 1) > line.x + (Math.min(line.edge, right * 1.05) - line.x) * 0.93;
}

function wraps(line: Line, next: Line, right: number, lexicon: Lexicon): boolean {
  if (line.flow || line.bullet || next.bullet || line.segments.length > 1 || next.segments.length > 1) return false;
  if (line.page !== next.page || line.lane !== next.lane || next.gap > 1.5 || !sameLook(line, next)) return false;
  if (line.text.length > 60 || onlyDates(line.text) || onlyDates(next.text) || /[.:;]$/.test(line.text)) return false;
  const open = OPEN_END.test(line.text) || /^(?:\p{Ll}|&|\()/u.test(next.text);
  return open || (wasFull(line, next, right) && !PLACE.test(next.text) && line.bold && !lexicon.isPlace(next.text));
}

/** Lines with wrapped names joined; the joined line stands where its first line stood. */
export function joinWrappedHeads(lines: readonly Line[], lexicon: Lexicon): Line[] {
  const right = Math.max(...lines.map((line) => line.right));
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const above = joined.at(-1);
    const [segment] = above?.segments ?? [];
    if (above && segment && last && wraps(last, line, right, lexicon)) {
      const text = `${above.text} ${line.text}`;
      joined[joined.length - 1] = { ...above, text, right: Math.max(above.right, line.right), segments: [{ ...segment, text }] };
    } else joined.push(line);
    last = line;
  }
  return joined;
}
