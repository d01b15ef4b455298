/** Where a value stands literally in a text: case, white space and Unicode forms do not count, anything else does (rule A2). */

const SAME: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
};

interface Folded {
  text: string;
  /** Offset in the original of each character of `text`, and one more for the end. */
  at: number[];
}

function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const char of original) {
    const plain = char.normalize('NFKD').toLowerCase();
    for (const one of plain) {
      const same = SAME[one] ?? one;
      const blank = /\s/.test(same);
      if (blank && (text === '' || text.endsWith(' '))) continue;
      for (const unit of blank ? ' ' : same) {
        text += unit;
        at.push(offset);
      }
    }
    offset += char.length;
  }
  at.push(offset);
  return { text, at };
}

export interface Place {
  from: number;
  /** Exclusive. */
  to: number;
}

/** Every place where the value stands, as offsets in the text as it is. At most 20. */
export function locateValue(value: string, text: string): Place[] {
  const needle = fold(value).text.trim();
  const folded = fold(text);
  const places: Place[] = [];
  if (needle === '') return places;
  for (let found = folded.text.indexOf(needle); found >= 0 && places.length < 20; found = folded.text.indexOf(needle, found + 1))
    places.push({ from: folded.at[found] ?? 0, to: endOf(text, folded, found + needle.length) });
  return places;
}

/** White space that was folded away behind the value is not part of it. */
function endOf(text: string, folded: Folded, end: number): number {
  let to = folded.at[end] ?? text.length;
  while (to > 0 && /\s/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

/** Words that stand between a title, an employer and a place (`Nurse at Vale Hospital`). A closed class of several languages. */
const BETWEEN = new Set(
  'at in bei beim im am chez en au aux presso di da de del do bij te we u for für von vom van der des of with mit'.split(' '),
);
const SIGNS = /[\s,;:|·•()[\]/–—\-−@"'“”„«»→►▪■◆*&+.]/;

/**
 * True when the value is a piece of the line of its own: something that separates stands on either side, or a small word that joins.
 * What somebody wrote into the middle of a sentence is no title.
 */
export function isOwnPiece(text: string, { from, to }: Place): boolean {
  const before = text.slice(0, from);
  const after = text.slice(to);
  return endsApart(before) && beginsApart(after);
}

function endsApart(before: string): boolean {
  if (before.trim() === '') return true;
  if (/\s{2,}$/.test(before)) return true;
  const trimmed = before.trimEnd();
  const last = trimmed.at(-1) ?? '';
  if (SIGNS.test(last) && last !== '.' && last !== "'") return true;
  const word = /(\S+)$/.exec(trimmed.slice(-20))?.[1] ?? '';
  return before !== trimmed && (BETWEEN.has(word.toLowerCase()) || /\d$/.test(word));
}

function beginsApart(after: string): boolean {
  if (after.trim() === '') return true;
  if (/^\s{2,}/.test(after)) return true;
  const trimmed = after.trimStart();
  if (SIGNS.test(trimmed.charAt(0)) && !/^['.]\p{L}/u.test(trimmed)) return true;
  const word = /^(\S+)/.exec(trimmed.slice(0, 20))?.[1] ?? '';
  return after !== trimmed && (BETWEEN.has(word.toLowerCase()) || /^\d/.test(word));
}
