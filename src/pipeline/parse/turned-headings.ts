/** Headings that run up or down a margin head what stands beside them: the page is cut into one band a heading. */
import type { DocumentPage, TextRun } from '../../domain/document.ts';
import { cleanText, joinLetterSpaced } from './clean-text.ts';
import { type Block, withLabel } from './columns.ts';
import { isHeadingText } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { pickSegments, type Row } from './rows.ts';

export interface TurnedHeading {
  segment: Segment;
  /** Where its letters begin and end on the page. */
  top: number;
  bottom: number;
}

/** In sizes: how wide a letter is where the file did not say how long the text is, and how far apart two words of one heading stand. */
const LETTER = 0.62;
const WORD = 0.9;
const MAX_LETTERS = 40;
/** More than that on one page are no headings. */
const MOST_PHRASES = 60;
/** In points: words of one margin stand no further from one line. */
const SAME_MARGIN = 2;

function topOf(run: TextRun): number {
  return run.y - (run.length ?? run.text.length * LETTER * run.size);
}

function isSameMargin(a: TextRun, b: TextRun): boolean {
  return Math.abs(a.x - b.x) < SAME_MARGIN && Math.abs(a.size - b.size) < 0.3 && a.color === b.color;
}

/** Words that follow each other up or down one margin, as one text; the first of them is kept as what it looks like. */
interface Phrase {
  run: TextRun;
  words: TextRun[];
  top: number;
  bottom: number;
}

/** Runs come in the order they are read in, whether that is up or down. */
function phrasesOf(runs: readonly TextRun[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const run of runs) {
    const last = phrases.at(-1);
    const [top, bottom] = [topOf(run), run.y];
    const apart = last ? Math.max(top - last.bottom, last.top - bottom) : 0;
    if (last && isSameMargin(last.run, run) && apart < WORD * run.size) {
      last.words.push(run);
      Object.assign(last, { top: Math.min(last.top, top), bottom: Math.max(last.bottom, bottom) });
    } else phrases.push({ run, words: [run], top, bottom });
  }
  return phrases;
}

function textOf({ words }: Phrase): string {
  return joinLetterSpaced(
    cleanText(words.map((word) => word.text.trim()).join(' '))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function headingOf(phrase: Phrase): TurnedHeading {
  const { run, top, bottom } = phrase;
  const text = textOf(phrase);
  const { x, size, bold, italic, color } = run;
  const right = x + text.length * LETTER * size;
  const segment = {
    text,
    x,
    right,
    y: top,
    size,
    bold,
    italic,
    bullet: false,
    named: isHeadingText(text),
    styleBreaks: [],
    rail: true,
  };
  return { segment: { ...segment, ...(color ? { color } : {}) }, top, bottom };
}

/** The headings among what stands turned on a page, from top to bottom, and the page without them. */
export function partTurnedHeadings(page: DocumentPage): { headings: TurnedHeading[]; rest: DocumentPage } {
  const turned = page.runs.filter((run) => run.sideways === true && run.text.trim() !== '');
  if (turned.length === 0) return { headings: [], rest: page };
  const phrases = phrasesOf(turned).filter((phrase) => textOf(phrase).length <= MAX_LETTERS);
  if (phrases.length > MOST_PHRASES) return { headings: [], rest: page };
  const known = phrases.filter((phrase) => isHeadingText(textOf(phrase)));
  // What is set like a known heading in the same margin is one that we do not know.
  const heads = phrases.filter((phrase) => known.some((other) => isSameMargin(other.run, phrase.run)));
  const used = new Set(heads.flatMap(({ words }) => words));
  return {
    headings: heads.map(headingOf).sort((a, b) => a.top - b.top),
    rest: { ...page, runs: page.runs.filter((run) => !used.has(run)) },
  };
}

/** In sizes: text above the first heading with more white than this below it is not headed by it. */
const ABOVE_FIRST = 2.2;
const TITLE = 1.3;

/** A row stands beside a heading when its letters do. */
const isBeside = (row: Row, { top, bottom }: TurnedHeading): boolean => row.y > top - 1 && row.y - 0.7 * row.size < bottom + 1;

/** The first row of the text beside a heading, when all of it stands below what the heading before it heads. */
function openingRow(rows: readonly Row[], heading: TurnedHeading, above: TurnedHeading): number {
  const first = rows.findIndex((row) => isBeside(row, heading) || row.y > heading.bottom);
  const last = rows.findLastIndex((row) => isBeside(row, above) || row.y < above.top);
  const end = first < 0 ? rows.length : first;
  let best = end;
  const gap = (i: number): number => (rows[i]?.y ?? 0) - (rows[i - 1]?.y ?? 0);
  for (let i = Math.max(1, last + 1); i < end; i++) if (best === rows.length || gap(i) > gap(best)) best = i;
  return best;
}

/** Text goes up from the first heading's side as long as it keeps to that side and neither white nor a title parts it. */
function firstRow(rows: readonly Row[], heading: TurnedHeading, isOwn: (segment: Segment) => boolean): number {
  let at = rows.findIndex((row) => row.segments.some(isOwn) && (isBeside(row, heading) || row.y > heading.bottom));
  if (at < 0) return rows.length;
  for (let i = at - 1; i >= 0; i--) {
    const [row, above] = [rows[at], rows[i]];
    if (!row || !above || row.y - above.y > ABOVE_FIRST * row.size || above.size > TITLE * row.size) break;
    if (above.segments.some(isOwn)) at = i;
  }
  return at;
}

/** Blocks of a page with turned headings: what stands above them, what stands on their other side, then a band for each. */
export function bandsBeside(rows: Row[], headings: readonly TurnedHeading[], split: (rows: Row[]) => Block[]): Block[] {
  const [first] = headings;
  if (!first) return split(rows);
  const x = Math.min(...headings.map(({ segment }) => segment.x));
  const span = rows.filter((row) => row.y > first.top && row.y < (headings.at(-1)?.bottom ?? 0));
  const onRight = span.filter((row) => row.segments.some((s) => s.x >= x)).length;
  const onLeft = span.filter((row) => row.segments.some((s) => s.x < x)).length;
  const isOwn = (s: Segment): boolean => (onRight >= onLeft ? s.x >= x : s.x < x);
  const from = firstRow(rows, first, isOwn);
  const own = pickSegments(rows.slice(from), isOwn);
  const other = pickSegments(rows.slice(from), (s) => !isOwn(s));
  const starts = headings.map((heading, i) => {
    const above = headings[i - 1];
    return above ? openingRow(own, heading, above) : 0;
  });
  const bands = headings.flatMap(({ segment }, i) => {
    const band = own.slice(starts[i], starts[i + 1]);
    const y = (band[0]?.y ?? segment.y) - ABOVE_FIRST * segment.size;
    return withLabel({ y, size: segment.size, segments: [{ ...segment, y }] }, split(band));
  });
  return [...split(rows.slice(0, from)), ...split(other), ...bands];
}
