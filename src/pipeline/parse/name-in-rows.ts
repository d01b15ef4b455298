/** The name of a form that gives its halves a row each: `Surname | Reed`, `First name(s) | Ada`. */
import { type Found, found } from './found.ts';
import { FAMILY_NAME_LABELS, GIVEN_NAME_LABELS } from './label-words.ts';
import type { Line } from './line.ts';
import { calm } from './person-name.ts';
import { keysOf, squeezeText } from './text-keys.ts';

const GIVEN = keysOf(GIVEN_NAME_LABELS);
const FAMILY = keysOf(FAMILY_NAME_LABELS);
const LONGEST = 40;
/** Lines of a head in which a form tells the name. */
const HEAD_LINES = 24;
/** Rows of both halves stand together. */
const APART = 3;

interface Half {
  at: number;
  line: Line;
  text: string;
}

const isName = (text: string): boolean => text.length <= LONGEST && /^\p{Lu}[^\d@:;!?/\\|_=<>]*$/u.test(text);
const keyOf = (label: string): string => squeezeText(label.replace(/\([^)]*\)/g, ''));

const isHalf = (text: string): boolean => GIVEN.has(keyOf(text)) || FAMILY.has(keyOf(text));

/** Pieces of a line as they stand side by side, colons being no pieces. */
const piecesOf = ({ segments }: Line): string[] =>
  segments
    .flatMap(({ text }) => text.split(/[:：]\s*/u))
    .map((text) => text.trim())
    .filter(Boolean);

function halfOf(lines: readonly Line[], words: ReadonlySet<string>): Half | undefined {
  for (const [at, line] of lines.entries()) {
    const pieces = line.text.length <= 2 * LONGEST ? piecesOf(line) : [];
    const label = pieces.findIndex((piece) => piece.length <= LONGEST && words.has(keyOf(piece)));
    if (label < 0) continue;
    // `Last name   First name` over `Reed   Ada`.
    const above = label + 1 === pieces.length || pieces.every((piece) => isHalf(piece));
    const [shown, text] = above
      ? [lines[at + 1] ?? line, lines[at + 1]?.segments[label]?.text ?? '']
      : [line, pieces[label + 1] ?? ''];
    if (isName(text) && !isHalf(text)) return { at, line: shown, text };
  }
  return undefined;
}

/** undefined where no two rows hold the halves of one name. `lines` are those of the head and of the contacts. */
export function nameInRows(lines: readonly Line[]): Found | undefined {
  const head = lines.slice(0, HEAD_LINES);
  const [given, family] = [halfOf(head, GIVEN), halfOf(head, FAMILY)];
  if (!given || !family || given.text === family.text || Math.abs(given.at - family.at) > APART) return undefined;
  const whole = family.text.split(/\s+/).includes(given.text) ? family.text : `${calm(given.text)} ${calm(family.text)}`;
  return found(whole, [...new Set([given.line, family.line])], 0.95);
}
