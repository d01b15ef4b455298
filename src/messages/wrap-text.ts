/** Lines of at most so many columns. East Asian characters and emoji take two, combining marks none. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;
/** After these a line must not end, before those none may begin (the most common of JIS X 4051's rules). */
const NEVER_FIRST = /^[、。，．・：；？！）」』】〉》”’ー々]/u;

const segmenter = () => new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that the text takes in a terminal. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of segmenter().segment(text)) columns += graphemeColumns(segment);
  return columns;
}

function graphemeColumns(grapheme: string): number {
  if (/^[\p{M}\u200b-\u200d\u2060]+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/**
 * Wraps at blanks, and between East Asian characters, which have none. Addresses of the web stay whole: a broken one cannot be clicked.
 * Line breaks of the text stay. Blanks at the end of a line are dropped.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.trim(), Math.max(8, width)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let columns = 0;
  for (const { piece, space } of piecesOf(line, width)) {
    const gap = current !== '' && space ? 1 : 0;
    const taken = columnsOf(piece);
    if (current !== '' && columns + gap + taken > width && !NEVER_FIRST.test(piece)) {
      lines.push(current);
      current = piece;
      columns = taken;
    } else {
      current += (gap > 0 ? ' ' : '') + piece;
      columns += gap + taken;
    }
  }
  return [...lines, current];
}

/** What may not be broken, and whether a blank came before it. */
function* piecesOf(line: string, width: number): Generator<{ piece: string; space: boolean }> {
  for (const word of line.split(/[ \t]+/)) {
    let space = true;
    for (const piece of breakWord(word, width)) {
      yield { piece, space };
      space = false;
    }
  }
}

function breakWord(word: string, width: number): string[] {
  if (/^[\u0020-\u007e]*$/.test(word) && word.length <= width) return [word];
  if (/^[(<"']?(?:https?|mailto):/i.test(word)) return [word];
  const pieces: string[] = [];
  let narrow = '';
  for (const { segment } of segmenter().segment(word)) {
    const wide = graphemeColumns(segment) === 2;
    if (narrow !== '' && (wide || columnsOf(narrow) >= width)) {
      pieces.push(narrow);
      narrow = '';
    }
    if (wide) pieces.push(segment);
    else narrow += segment;
  }
  return narrow === '' ? pieces : [...pieces, narrow];
}
