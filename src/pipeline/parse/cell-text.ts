/** What the runs within the lines of a drawn cell say: values that broke for want of room, headings written from top to bottom, items. */
import type { TextRun } from '../../domain/document.ts';
import { joinWrapped, splitBullet } from './clean-text.ts';
import { lookupHeading } from './heading-lookup.ts';
import type { Lexicon } from './lexicon.ts';
import { hasLegalForm, schoolCue } from './organisation-cues.ts';
import { isDatePiece } from './rails.ts';

/** In sizes: runs of one line; and apart as words are. */
const SAME_LINE = 0.5;
const WORD_GAP = 0.14;

/** Runs of a cell by line, from top to bottom. */
export function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)?.[0];
    if (last && run.y - last.y < SAME_LINE * Math.min(run.size, last.size)) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

export function textOf(line: readonly TextRun[]): string {
  return line
    .reduce((text, run, i) => {
      const before = line[i - 1];
      const apart = before && run.x - before.x - before.width > WORD_GAP * run.size;
      return text + (apart ? ' ' : '') + run.text;
    }, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const MOST_LINES = 8;
const SYLLABLE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** What all lines of a cell say together when that is a known heading: its letters may stand one below the other. */
export function headingIn(lines: readonly TextRun[][]): string | undefined {
  const texts = lines.map(textOf);
  if (texts.length === 0 || texts.length > MOST_LINES) return undefined;
  const text = texts.reduce((all, next) => all + (SYLLABLE.test(all) ? '' : ' ') + next);
  return lookupHeading(text)?.by === 'exact' ? text : undefined;
}

export const isItem = (line: readonly TextRun[]): boolean => line[0]?.bullet === true || splitBullet(textOf(line)).bullet;

/** A value is no longer. */
const MOST_LETTERS = 60;
const MOST_WRAPPED = 3;
/** Letters of one word may be wider than those of its line are on average. */
const SLACK = 1.2;

const widthOf = (line: readonly TextRun[]): number => {
  const [first] = line;
  return first ? Math.max(...line.map((run) => run.x + run.width)) - first.x : 0;
};

const looksLike = (a: TextRun | undefined, b: TextRun | undefined): boolean =>
  a?.bold === b?.bold && a?.size === b?.size && a?.color === b?.color;

/** The next line's first word had no room behind this one, in the width that the lines of the cell have. */
function hadNoRoom(line: readonly TextRun[], next: readonly TextRun[], room: number): boolean {
  const text = textOf(next);
  const [first = ''] = text.split(/\s/u);
  const word = SYLLABLE.test(text.slice(0, 1)) ? 1 : first.length + 1;
  const perLetter = widthOf(next) / Math.max(1, text.length);
  const width = widthOf(line);
  return looksLike(line[0], next[0]) && width > FILLED * room && width + SLACK * word * perLetter > room;
}

/** A column is as wide as its widest value, so that shorter ones fill it as well: such a share of it at least. */
const FILLED = 0.6;
/** `University of` over `Leeds`, `Hochschule` over `Stade`: nothing is called so without what follows. */
export const wantsMore = (text: string): boolean =>
  /(?:^|\s)\p{Ll}{1,3}$/u.test(text) || (!text.includes(' ') && schoolCue(text) >= 1);

/** `Acme Ltd`, not `PT Acme` or `株式会社アクメ`, whose names may go on. */
const endsInLegalForm = (text: string): boolean =>
  hasLegalForm(text) && !hasLegalForm(SYLLABLE.test(text) ? text.slice(0, -1) : text.replace(/\s*\S+$/u, ''));

/** Another value: a firm with its legal form is whole, and its town or its dates stand below it. */
const isAnother = (text: string, next: string, lexicon: Lexicon): boolean =>
  endsInLegalForm(text) || (isDatePiece(next) && !isDatePiece(text)) || (lexicon.isPlace(next) && !wantsMore(text));

/** A value of a few lines that only broke for want of room. */
function wrappedValue({ lines, x, right }: CellText, lexicon: Lexicon): string | undefined {
  if (lines.length < 2 || lines.length > MOST_WRAPPED || lines.some(isItem)) return undefined;
  const padding = Math.min(...lines.map((line) => (line[0]?.x ?? x) - x));
  const room = right - x - 2 * padding;
  const [first = '', ...rest] = lines.map(textOf);
  let text = first;
  for (const [i, next] of rest.entries()) {
    if (!hadNoRoom(lines[i] ?? [], lines[i + 1] ?? [], room) || isAnother(text, next, lexicon)) return undefined;
    text = joinWrapped(text, next, lexicon.knows);
  }
  return text.length <= MOST_LETTERS ? text : undefined;
}

interface CellText {
  /** From top to bottom. */
  lines: readonly TextRun[][];
  x: number;
  right: number;
}

/** The lines of a cell; those of one value or one heading as one run, at the first of them. */
export function readableLines(cell: CellText, lexicon: Lexicon): readonly TextRun[][] {
  const { lines, right } = cell;
  const first = lines[0]?.[0];
  const text = lines.length > 1 ? (headingIn(lines) ?? wrappedValue(cell, lexicon)) : undefined;
  return text && first ? [[{ ...first, text, width: Math.max(1, right - first.x - 1) }]] : lines;
}
