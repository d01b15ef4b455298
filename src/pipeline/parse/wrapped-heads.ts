/** Joins the lines of a school's or employer's name that wrapped in a narrow column. */
import { findDateSpans, onlyDates } from './date-range.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';

const OPEN_END = /(?:\b(?:of|and|for|the|de|des|du|la|et|und|für|der|y|del|e|di|van|en|i)|[&,–-])$/iu;
/** `Leeds, UK`, `Boise, ID`: a place below a name is a line of its own. */
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

/** A long head that reaches the edge of its column, goes on in the same style and is not closed by a date or a bracket. */
function fillsColumn(line: Line, next: Line): boolean {
  if (line.text.length < 55 || next.gap > 1.5 || !sameLook(line, next) || /[.:;)\d]$/.test(line.text)) return false;
  const word = next.text.split(/\s/)[0] ?? '';
  const perChar = (line.right - line.x) / line.text.length;
  return line.right + perChar * (word.length + 1) > line.edge && findDateSpans(line.text).length === 0;
}

function wraps(line: Line, next: Line, right: number, lexicon: Lexicon): boolean {
  if (line.flow || line.bullet || next.bullet || line.segments.length > 1 || next.segments.length > 1) return false;
  if (line.page !== next.page || line.lane !== next.lane || next.gap > 1.8) return false;
  // `Engineer, Acme (Sep 2022 –` `present)`: a bracket that the line leaves open.
  if (opensBracket(line.text) && /^[^(]*\)/.test(next.text)) return true;
  if (fillsColumn(line, next)) return true;
  if (
    next.gap > 1.5 ||
    !sameLook(line, next) ||
    line.text.length > 60 ||
    onlyDates(line.text) ||
    onlyDates(next.text) ||
    /[.:;]$/.test(line.text)
  )
    return false;
  const open = OPEN_END.test(line.text) || /^(?:\p{Ll}|&|\()/u.test(next.text);
  return open || (wasFull(line, next, right) && !PLACE.test(next.text) && line.bold && !lexicon.isPlace(next.text));
}

function opensBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
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
