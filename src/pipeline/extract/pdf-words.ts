/** Glyphs to words: where a gap is a space, where it is a column, and where it is only letter-spacing. */
import { accentOver } from './pdf-accents.ts';
import type { Glyph, Span } from './pdf-span.ts';

/** A stretch of a span without gaps of the width of a column. `at` and `width` along the baseline, in points. */
interface Piece {
  text: string;
  at: number;
  width: number;
}

/**
 * Gaps in ems. A justified line shrinks a space of a narrow font to about 0.15 em; kerning opens a pair by up to 0.1 em.
 * pdftotext uses 0.1, pdfminer 0.1 of the character box, pdf.js 0.1.
 */
const WORD_GAP = 0.12;
/** Where words are parted by space glyphs a pair may be opened wider by its kerning (`A` before a `J` that reaches far left). */
const WORD_GAP_AMONG_SPACES = 0.2;
const COLUMN_GAP = 1;
/** With a space glyph in it a gap may be wider: justified text of few words. */
const COLUMN_GAP_WITH_SPACE = 1.35;
/** Fewer letters than this are no evidence of letter-spacing. */
const LETTER_SPACED = 4;

const LETTER = /[\p{L}\p{N}]/u;

interface Step {
  glyph: Glyph;
  /** Distance to the glyph before, in ems. */
  gap: number;
  /** A space glyph stands in between. */
  space: boolean;
}

/** The pieces of a span, from left to right along its baseline. `cuts` are places along it where signs of another span stand. */
export function makePieces(span: Span, cuts: readonly number[] = []): Piece[] {
  const steps = toSteps(combineAccents(span.glyphs, span.size), span.size);
  const pieces: Piece[] = [];
  for (const group of splitColumns(steps).flatMap((columns) => cutAtSigns(columns, cuts))) {
    const text = joinWords(group);
    const first = group[0]?.glyph;
    const last = group.at(-1)?.glyph;
    if (text && first && last) pieces.push({ text, at: first.at, width: last.at + last.width - first.at });
  }
  return pieces;
}

function toSteps(glyphs: readonly Glyph[], size: number): Step[] {
  const steps: Step[] = [];
  let space = false;
  let end = glyphs[0]?.at ?? 0;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      space = true;
      continue;
    }
    steps.push({ glyph, gap: (glyph.at - end) / size, space: space && steps.length > 0 });
    // A vowel sign has no width and stands on its letter.
    end = glyph.width > 0 ? glyph.at + glyph.width : Math.max(end, glyph.at);
    space = false;
  }
  return steps;
}

function splitColumns(steps: readonly Step[]): Step[][] {
  const typical = letterGap(steps);
  const groups: Step[][] = [];
  for (const step of steps) {
    const limit = (step.space ? COLUMN_GAP_WITH_SPACE : COLUMN_GAP) + 2 * typical;
    const group = groups.at(-1);
    if (group && step.gap < limit && step.gap > -1) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** `Nursing ◇ Care` whose sign is of another font: the words are drawn first, with room for it. */
function cutAtSigns(group: readonly Step[], cuts: readonly number[]): Step[][] {
  if (cuts.length === 0) return [[...group]];
  const parts: Step[][] = [];
  for (const step of group) {
    const above = parts.at(-1)?.at(-1)?.glyph;
    const end = above && above.at + above.width;
    if (end === undefined || cuts.some((cut) => cut >= end && cut <= step.glyph.at)) parts.push([step]);
    else parts.at(-1)?.push(step);
  }
  return parts;
}

/** The gap that is usual between two letters of one word: 0, or the letter-spacing. Signs may stand anywhere. */
function letterGap(steps: readonly Step[]): number {
  const gaps = steps
    .slice(1)
    .filter((step) => !step.space)
    .map((step) => step.gap)
    .sort((a, b) => a - b);
  if (gaps.length < LETTER_SPACED - 1 || !steps.some((step) => LETTER.test(step.glyph.text))) return 0;
  // The lower third: between words without space glyphs gaps are wider, and there are fewer of them than letters.
  return Math.max(0, gaps[Math.floor((gaps.length - 1) / 3)] ?? 0);
}

function joinWords(group: readonly Step[]): string {
  const spaced = isTypedApart(group) ? typedGap(group) : undefined;
  const threshold = letterGap(group) + (group.some((step) => step.space) ? WORD_GAP_AMONG_SPACES : WORD_GAP);
  let text = '';
  for (const [i, step] of group.entries()) {
    const isSpace = spaced === undefined ? step.space || step.gap > threshold : step.gap > spaced;
    text += (i > 0 && isSpace ? ' ' : '') + step.glyph.text;
  }
  return text;
}

/** `J O H N   D O E`: letters typed with spaces between them. */
function isTypedApart(group: readonly Step[]): boolean {
  if (group.length < LETTER_SPACED + 1) return false;
  const apart = group.slice(1).filter((step) => step.space).length;
  return apart === group.length - 1 && group.every((step) => /^\p{L}$/u.test(step.glyph.text));
}

/** Between letters there is one space, between words two or more; without two kinds of gaps all is one word. */
function typedGap(group: readonly Step[]): number {
  return Math.min(...group.slice(1).map((step) => step.gap)) * 1.6;
}

function combineAccents(glyphs: readonly Glyph[], size: number): Glyph[] {
  const out: Glyph[] = [];
  for (const glyph of glyphs) {
    const accent = out.at(-1);
    const accented = accent && accentOver(accent, glyph, size);
    if (accent && accented)
      out[out.length - 1] = {
        text: accented,
        at: Math.min(accent.at, glyph.at),
        width: Math.max(glyph.width, accent.width),
      };
    else out.push(glyph);
  }
  return out;
}
