/**
 * Entries written as paragraphs: `Welder at Acme, Leeds (May 2019 – June 2021). Welded frames. Led two.` The sentence that ends with the
 * dates is the head, what follows it is the text. Told by the paragraphs of a section that agree.
 */
import { joinWrapped } from './clean-text.ts';
import { findDateSpans } from './date-range.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** In sizes: lines of one paragraph are no further apart. */
const PITCH = 1.5;
/** Letters of a head with its dates. */
const MAX_HEAD = 200;
/** Letters of a paragraph: what is longer is looked at in pieces (P6). */
const LONGEST = 3000;
/** So many paragraphs of a section are written so. */
const MOST = 0.6;

interface Paragraph {
  lines: Line[];
  text: string;
  /** Where each of its lines begins in its text. */
  starts: number[];
}

/** Where the head of a paragraph ends and its text begins. */
interface Cut {
  head: number;
  text: number;
}

const wordsOf = (line: Line): string => line.segments.map((segment) => segment.text).join(' ');

/** The look changes where the line breaks: a name over another, each a line by itself. */
function changesLook(last: Line, line: Line): boolean {
  if (last.segments.some((s) => s.styleBreaks.length > 0) || /^\p{Ll}/u.test(line.text)) return false;
  return last.bold !== line.bold || last.italic !== line.italic || last.color !== line.color;
}

function goesOn(last: Line, line: Line): boolean {
  if (line.flow || line.bullet || line.gap > PITCH || line.heading !== undefined || changesLook(last, line)) return false;
  return Math.abs(last.size - line.size) < 0.3 && Math.abs(last.x - line.x) < 2 && hadNoRoom(last, line);
}

function paragraphsOf(lines: readonly Line[], lexicon: Lexicon): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && open.text.length < LONGEST && goesOn(last, line)) {
      const text = joinWrapped(open.text, wordsOf(line), lexicon.knows);
      open.starts.push(text.length - wordsOf(line).length);
      open.lines.push(line);
      open.text = text;
    } else paragraphs.push({ lines: [line], text: wordsOf(line), starts: [0] });
  }
  return paragraphs;
}

/** A range in brackets that closes the first sentence: `… (May 2019 – June 2021). Welded …`. */
function cutOf({ text, lines }: Paragraph): Cut | undefined {
  if (lines[0]?.bullet) return undefined;
  const span = findDateSpans(text.slice(0, MAX_HEAD)).find(({ single, ongoing }) => !single || ongoing);
  if (!span || !/\S\s*[([（]\s*$/u.test(text.slice(0, span.from))) return undefined;
  const close = /^\s*[)\]）](?:\.?$|\.\s+(?=\S))/u.exec(text.slice(span.to));
  if (!close) return undefined;
  const bracket = text.slice(span.to).search(/[)\]）]/u);
  return { head: span.to + bracket + 1, text: span.to + close[0].length };
}

/** Both parts as lines; each stands where it begins. */
function part(paragraph: Paragraph, cut: Cut): Line[] {
  const [first] = paragraph.lines;
  if (!first) return [];
  const lineOf = (line: Line, text: string, gap: number): Line => ({
    ...line,
    text,
    gap,
    segments: line.segments.slice(0, 1).map((segment) => ({ ...segment, text, right: line.edge })),
  });
  const head = lineOf(first, paragraph.text.slice(0, cut.head), first.gap);
  const rest = paragraph.text.slice(cut.text).trim();
  if (rest === '') return [head];
  const at = paragraph.starts.findLastIndex((start) => start <= cut.text);
  return [head, lineOf(paragraph.lines[at] ?? first, rest, 1.2)];
}

/** The lines of a section, the head of each entry a line by itself where its entries are paragraphs. */
export function partRunInHeads(lines: readonly Line[], lexicon: Lexicon): Line[] {
  if (!lines.some((line) => /[)\]）]\.?(?:\s|$)/u.test(line.text))) return [...lines];
  const paragraphs = paragraphsOf(lines, lexicon);
  const cuts = paragraphs.map(cutOf);
  // A head that is a line as it stands needs no help; a sentence behind one, or one over two lines, does.
  const helped = paragraphs.some(({ lines: own, text }, i) => {
    const cut = cuts[i];
    return cut !== undefined && (own.length > 1 || cut.text < text.length || text.endsWith('.'));
  });
  if (!helped || cuts.filter((cut) => cut !== undefined).length < MOST * paragraphs.length) return [...lines];
  return paragraphs.flatMap((paragraph, i) => {
    const cut = cuts[i];
    return cut ? part(paragraph, cut) : paragraph.lines;
  });
}
