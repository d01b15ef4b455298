/** Joins the lines of a school's or employer's name that wrapped in a narrow column. */
import { isDateFragment } from './date-fragment.ts';
import { findDateSpans, onlyDates } from './date-range.ts';
import { isLabel } from './entry-labels.ts';
import { isGrade } from './grades.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Segment } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** Width of a column, in sizes, in which names wrap as often as not. */
const NARROW = 19;
const OPEN_END = /(?:\b(?:of|in|at|and|for|the|de|des|du|la|et|und|für|der|y|del|e|di|van|en|i)|[&,–-])$/iu;
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

/** A line in two styles may end in that of the next. */
function goesOnInStyle(text: Segment, line: Line, next: Line): boolean {
  return text.styleBreaks.length > 0 && Math.abs(line.size - next.size) < 0.3 && Math.abs(line.x - next.x) < 3;
}

/** A long head that reaches the edge of its column, goes on in the same style and is not closed by a date or a bracket. */
function fillsColumn(line: Line, next: Line): boolean {
  const [text] = line.segments;
  const alike = sameLook(line, next) || (text !== undefined && goesOnInStyle(text, line, next));
  if (line.text.length < 55 || next.gap > 1.5 || !alike || /[.:;)\d]$/.test(line.text)) return false;
  // Dates that have a line to themselves are no words that the head had no room for.
  if (onlyDates(next.text)?.single === false) return false;
  const word = next.text.split(/\s/)[0] ?? '';
  const perChar = (line.right - line.x) / line.text.length;
  return line.right + perChar * (word.length + 1) > line.edge && findDateSpans(line.text).length === 0;
}

/** `… | July 2012 – May` / `2016`: a range that began on the line above. */
function completesRange(line: Line, next: Line): boolean {
  if (!isDateFragment(next.text) || !sameLook(line, next) || next.gap > 1.8) return false;
  const both = `${line.text} ${next.text}`;
  return findDateSpans(both).some(
    (span) => !span.single && !span.backwards && span.from < line.text.length && span.to > line.text.length,
  );
}

const CLOSING = 70;

/** In lines: the first line of a paragraph stands so much further below what is above it than its second below it. */
const OPENS = 1.2;
const LONGEST_REST = 90;

/** `Planner, Acme Knitting and Trade` / `Ltd, Leeds | Jul 2018 – Jan 2021`: a paragraph whose second line holds the dates of its head, behind a sign. */
function closesWithDates(line: Line, next: Line): boolean {
  const opens = line.gap < 0.5 || line.gap > OPENS * next.gap;
  if (!opens || next.gap > 1.5 || Math.abs(line.size - next.size) > 0.3 || Math.abs(line.x - next.x) > 2) return false;
  const [text] = line.segments;
  if (!text || changesLook(text, next)) return false;
  if (line.text.length < 30 || next.text.length > LONGEST_REST || !hadNoRoom(line, next) || /[.:;!?]$/.test(line.text))
    return false;
  const both = `${line.text} ${next.text}`;
  const span = findDateSpans(both).find(({ single, backwards }) => !single && !backwards);
  if (!span || span.to <= line.text.length) return false;
  return /[|·•(（–—]\s*$/u.test(both.slice(0, span.from)) && /^\s*(?:$|[|·•)）])/u.test(both.slice(span.to));
}

/** A name whose last words had no room before the date beside it. */
function wrapsBesideDate(line: Line, next: Line): boolean {
  const [first, date, ...more] = line.segments;
  if (!first || !date || more.length > 0 || next.segments.length !== 1 || next.bullet || line.bullet || line.flow) return false;
  if (!onlyDates(date.text) || line.page !== next.page || line.lane !== next.lane || next.gap > 1.5) return false;
  if (Math.abs(first.x - next.x) > 2 || Math.abs(first.size - next.size) > 0.3) return false;
  if (first.bold !== next.bold && first.styleBreaks.length === 0) return false;
  // What is left of a head is short, or closes it with a stop.
  const most = /[\p{Ll})]\.$/u.test(next.text) && next.text.includes(',') ? CLOSING : 30;
  if (findDateSpans(next.text).length > 0 || next.text.length > most) return false;
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  const perChar = (first.right - first.x) / Math.max(1, first.text.length);
  return first.right + perChar * (word + 1) > date.x - 0.5 * first.size;
}

/** The look changes between a text and the line below it: two names, not one that wraps. */
function changesLook(text: Segment, next: Line): boolean {
  return text.styleBreaks.length === 0 && (text.bold !== next.bold || text.italic !== next.italic || text.color !== next.color);
}

/** Text behind a date in the rail, and a line below it that stands and looks as if it went on. */
function textOverLine(line: Line, next: Line): Segment | undefined {
  const [date, text, ...more] = line.segments;
  if (!date || !text || more.length > 0 || next.segments.length !== 1 || next.bullet || text.bullet || line.flow)
    return undefined;
  if (!onlyDates(date.text) || line.page !== next.page || line.lane !== next.lane || next.gap > 1.5) return undefined;
  if (Math.abs(text.x - next.x) > 2 || Math.abs(text.size - next.size) > 0.3 || changesLook(text, next)) return undefined;
  return findDateSpans(next.text).length > 0 ? undefined : text;
}

/** Where the text would end with the first word of the next line. */
function endWith(text: Segment, next: Line): number {
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  return text.right + ((text.right - text.x) / Math.max(1, text.text.length)) * (word + 1);
}

/** `2003 – date` beside `Archivist, Hancock County` / `Historical Library, Ellsworth.`: the text behind a date in the rail goes on below. */
function wrapsBehindDate(line: Line, next: Line): boolean {
  const text = textOverLine(line, next);
  if (!text || /[.:;)]$/.test(text.text)) return false;
  return OPEN_END.test(text.text) || endWith(text, next) > line.edge;
}

/** Some entry has a second line though there was room: it is a line by itself in all of them. */
function haveSecondLines(lines: readonly Line[]): boolean {
  return lines.some((line, i) => {
    const next = lines[i + 1];
    const text = next && textOverLine(line, next);
    return text !== undefined && !OPEN_END.test(text.text) && endWith(text, next ?? line) < line.edge - ROOM * text.size;
  });
}
/** In sizes. */
const ROOM = 2;

function wraps(line: Line, next: Line, right: number, lexicon: Lexicon): boolean {
  if (line.flow || line.bullet || next.bullet || line.segments.length > 1 || next.segments.length > 1) return false;
  if (line.page !== next.page || line.lane !== next.lane || next.gap > 1.8) return false;
  // `Engineer, Acme (Sep 2022 –` `present)`: a bracket that the line leaves open.
  if (opensBracket(line.text) && /^[^(]*\)/.test(next.text)) return true;
  if (fillsColumn(line, next) || completesRange(line, next) || closesWithDates(line, next)) return true;
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
  if (open || isTownOfSchool(line, next, lexicon)) return true;
  const name = line.bold || isRemainder(line, next);
  return name && wasFull(line, next, right) && !PLACE.test(next.text) && !lexicon.isPlace(next.text);
}

/** Words that every school of its kind is called by: a town in the same look below them is the rest of the name (`Technische Universität` / `Lorva`). */
const ANY_SCHOOL =
  /^(?:(?:at|an der|bei|à|en la|alla|presso)\s+)?(?:(?:technische|freie|pädagogische|private|staatliche|katholische|evangelische|duale|medizinische|tierärztliche) )?(?:universität|hochschule|fachhochschule|berufsakademie|berufsschule|fachschule|universiteit|hogeschool|université|institut universitaire de technologie|école supérieure de commerce|universidad|universidade|università degli studi|politecnico|universitet|uniwersytet|politechnika|politeknik negeri|universitas)$/iu;

function isTownOfSchool(line: Line, next: Line, lexicon: Lexicon): boolean {
  return ANY_SCHOOL.test(line.text) && lexicon.isPlace(next.text) && /^\p{Lu}\p{L}+(?:[ -]\p{L}+)?$/u.test(next.text);
}

/** In a narrow column a word or two below a line without room are what was left of a name (`Selwick Community` / `College`). */
function isRemainder(line: Line, next: Line): boolean {
  const narrow = line.edge - line.x < NARROW * line.size;
  return narrow && hadNoRoom(line, next) && line.text.includes(' ') && /^\p{L}+(?: \p{L}+)?$/u.test(next.text);
}

function opensBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** `Dissertation: Cranes of the north` is no rest of the name above it. */
function saysLabel(text: string): boolean {
  const label = /^([^:：]{3,32})[:：]\s/u.exec(text)?.[1];
  return label !== undefined && isLabel(label);
}

/** Lines with wrapped names joined; the joined line stands where its first line stood. */
export function joinWrappedHeads(lines: readonly Line[], lexicon: Lexicon): Line[] {
  const right = Math.max(...lines.map((line) => line.right));
  const twoLines = haveSecondLines(lines);
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const above = saysLabel(line.text) || isGrade(line.text) ? undefined : joined.at(-1);
    const [segment] = above?.segments ?? [];
    if (above && segment && last && wrapsBesideDate(last, line)) {
      const [, ...rest] = above.segments;
      const text = `${segment.text} ${line.text}`;
      joined[joined.length - 1] = {
        ...above,
        text: [text, ...rest.map((s) => s.text)].join('   '),
        segments: [{ ...segment, text }, ...rest],
      };
    } else if (above && segment && last && !twoLines && wrapsBehindDate(last, line)) {
      const [, behind] = above.segments;
      const text = `${behind?.text ?? ''} ${line.text}`;
      const segments = behind ? [segment, { ...behind, text }] : [segment];
      joined[joined.length - 1] = { ...above, text: segments.map((s) => s.text).join('   '), segments };
    } else if (above && segment && last && wraps(last, line, right, lexicon)) {
      const text = `${above.text} ${line.text}`;
      joined[joined.length - 1] = { ...above, text, right: Math.max(above.right, line.right), segments: [{ ...segment, text }] };
    } else joined.push(line);
    last = line;
  }
  return joined;
}
