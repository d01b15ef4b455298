/** Splits the header lines of an entry into the smallest pieces that can be a title, an employer or a place of their own. */
import { AT, firmBehind, firmSetOff, schoolBehind } from './at-employer.ts';
import { cjkTitleCue, isCjkLegalForm } from './cjk-cues.ts';
import { type DateSpan, isDateRemark, isDuration, withoutSpan } from './date-range.ts';
import { isDateLabel } from './entry-labels.ts';
import type { Line, Segment } from './line.ts';
import { hasLegalForm, schoolCue } from './organisation-cues.ts';

/** `before` is how strongly the piece is set apart from the one before it in its line: 0 the first, 1 comma … 3 gap or bar. */
export interface Atom {
  text: string;
  before: number;
  separator: string;
  /** The separator as printed, where it is a word. */
  word?: string;
  line: Line;
}

export interface HeaderLine {
  /** Lines from the dated one: -2, -1 above, 0 the dated line, 1, 2 below. */
  slot: number;
  atoms: Atom[];
  line: Line;
}

interface Separator {
  pattern: RegExp;
  strength: number;
  name: string;
}

/** Between a title and its employer. */
const AT_EMPLOYER: Separator = { pattern: AT, strength: 2.5, name: '@' };

/** A blank between two words of Chinese, Japanese or Korean. */
export const BLANK = ' ';

const CJK_BLANK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー)）]) +(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}(（])/uy;

/** Order matters: the first that fits at a place wins. All need spaces so that `A-Level`, `C/C++` and `Müller-Meier` stay whole. */
const SEPARATORS: readonly Separator[] = [
  { pattern: /\s*[|¦│｜]\s*/y, strength: 3, name: '|' },
  { pattern: /\s+[·•∙●▪◦]\s+|・/y, strength: 3, name: '|' },
  { pattern: /\s+(?:[–—]|--?)\s+/y, strength: 2.5, name: '-' },
  AT_EMPLOYER,
  { pattern: /\s*[:：]\s+|：/y, strength: 2, name: ':' },
  { pattern: /\s+\/{1,2}\s+/y, strength: 1.5, name: '/' },
  { pattern: /\s*[;；]\s*/y, strength: 1.5, name: ';' },
  { pattern: /,\s+|[，、]\s*/y, strength: 1, name: ',' },
  // Scripts that put no blanks between words part company, department and title with one.
  { pattern: CJK_BLANK, strength: 1, name: BLANK },
];
/** What any of them may begin with. */
const OPENS: ReadonlySet<string> = new Set('|¦│｜・:：;；,，、');
const BLANKS = /\s/;
/** A blank before one of these can only open a word between a title and its employer. */
const isPlain = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
const BEFORE_WORDS: readonly Separator[] = [AT_EMPLOYER];
const STYLED_COMMA = 2.2;
/** Nothing but another weight or colour between two words: a part of its own as often as a word that was set off. */
const STYLE_ALONE = { strength: 1.3, name: '~' } as const;

function separatorAt(text: string, at: number): { separator: Separator; end: number } | undefined {
  const first = text.charAt(at);
  if (!OPENS.has(first) && !(first === ' ' || BLANKS.test(first))) return undefined;
  const separators = first === ' ' && isPlain(text.charCodeAt(at + 1)) ? BEFORE_WORDS : SEPARATORS;
  for (const separator of separators) {
    separator.pattern.lastIndex = at;
    const found = separator.pattern.exec(text);
    if (found && found[0].length > 0) return { separator, end: at + found[0].length };
  }
  return undefined;
}

function nameAt(
  { text, styleBreaks }: Segment,
  at: number,
  line: Line,
  { firms, studies }: SplitHabits,
): { separator: Separator; end: number } | undefined {
  if (text.charAt(at) !== ' ') return undefined;
  const isStudy = (before: string): boolean => schoolCue(line.text) < 1 && studies?.(before) === true;
  const end = firms
    ? Math.max(firmBehind(text, at), firmSetOff(text, at, styleBreaks))
    : studies
      ? schoolBehind(text, at, isStudy)
      : -1;
  return end > 0 ? { separator: AT_EMPLOYER, end } : undefined;
}

const JOINING = /(?:^|\s)(?:in|im|of|for|the|and|at|und|für|von|zu|der|en|de|du|des|del|et|y|em|e|di|van|w|i|&)$/u;

/** A space at which the style changes, between words that a name does not join (`BSc in` **Physics**). */
function isSetOff({ text, styleBreaks }: Segment, at: number): boolean {
  if (text.charAt(at) !== ' ' || !styleBreaks.some((offset) => offset === at || offset === at + 1)) return false;
  return /^[^\p{Ll}]/u.test(text.charAt(at + 1)) && !JOINING.test(text.slice(Math.max(0, at - 6), at));
}

/** What the entries of a section hold. */
export interface SplitHabits {
  /** Which pieces without a letter are a piece all the same. */
  keeps: (bare: string) => boolean;
  /** A firm may stand behind a word for `in`. */
  firms: boolean;
  /** A school may stand behind a word for `from`; which texts before it are a degree and its field to the last word. */
  studies?: (text: string) => boolean;
  /** Which texts are one piece, whatever signs they hold: `Grade: Second Class, Upper`. */
  isOne?: (text: string) => boolean;
}
const PLAIN: SplitHabits = { keeps: () => false, firms: false };

/** What would part it from the next line: `Acme GmbH ·` over its town. */
const OPEN_SIGN = /\s[·•|¦]$/u;

/** Splits one segment; commas inside brackets and legal forms (`Acme, Inc.`) do not split. */
function splitSegment(segment: Segment, line: Line, first: number, habits: SplitHabits): Atom[] {
  const { text } = segment;
  const atoms: Atom[] = [];
  let start = 0;
  let before = first;
  let name = first > 0 ? 'gap' : '';
  let depth = 0;
  let word: string | undefined;
  if (habits.isOne?.(text)) return [{ text, before, separator: name, line }];
  const push = (end: number): void => {
    const piece = text.slice(start, end).trim().replace(OPEN_SIGN, '');
    if (piece) atoms.push({ text: piece, before, separator: name, line, ...(word ? { word } : {}) });
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '(' || char === '（' || char === '[') depth++;
    if (char === ')' || char === '）' || char === ']') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (i > start && isSetOff(segment, i) && !separatorAt(text, i)) {
      push(i);
      before = STYLE_ALONE.strength;
      name = STYLE_ALONE.name;
      word = undefined;
      start = i + 1;
      continue;
    }
    const found = separatorAt(text, i) ?? nameAt(segment, i, line, habits);
    if (!found || i === start || LEGAL_TAIL.test(text.slice(found.end)) || isCampus(text.slice(start, i), found)) continue;
    push(i);
    const styled = found.separator.strength < STYLED_COMMA && segment.styleBreaks.some((at) => at >= i && at <= found.end);
    before = styled ? STYLED_COMMA : found.separator.strength;
    name = styled ? `${found.separator.name}*` : found.separator.name;
    word = found.separator.name === '@' ? text.slice(i, found.end).replace(/\s+/g, ' ') : undefined;
    start = found.end;
    i = found.end - 1;
  }
  push(text.length);
  return mergeBare(atoms, habits);
}
/** `The University of Texas at Austin`: a campus, not an employer. */
const isCampus = (before: string, { separator }: { separator: Separator }): boolean =>
  separator.name === '@' && /\bUniversity of (?:\p{Lu}[\p{L}-]+ ?){1,3}$/u.test(before);
const LEGAL_TAIL = /^(?:inc|llc|ltd|limited|gmbh|plc|s\.?l\.?|s\.?a\.?)\.?(?:$|[\s,|(–-])/i;

/** `주식회사 아크메`, `アクメ 株式会社`: a legal form stays with its name, whichever comes first. */
function isOneName(last: Atom, atom: Atom): boolean {
  return atom.separator === BLANK && (isCjkLegalForm(last.text) || (isCjkLegalForm(atom.text) && cjkTitleCue(last.text) === 0));
}

/** A piece without a letter (`2`, `50%`) is no name: it goes back to the piece before, unless it says something by itself. */
function mergeBare(atoms: Atom[], { keeps }: SplitHabits): Atom[] {
  const merged: Atom[] = [];
  for (const atom of atoms) {
    const last = merged.at(-1);
    const bare = !/\p{L}/u.test(atom.text) && !(atom.separator !== ':' && keeps(atom.text));
    if (last && (bare || isOneName(last, atom))) last.text += glue(atom) + atom.text;
    else merged.push(atom);
  }
  return merged;
}

/** `Completed in` before a date, `Abgeschlossen im`: the label with the small word that leads to it. */
const announcesDate = (text: string): boolean => isDateLabel(text) || isDateLabel(text.replace(LEADS_TO_DATE, ''));
const LEADS_TO_DATE = /\s(?:in|on|im|am|en|em|le|el|il|nel|a|w|op|den|i)$/iu;

/** What is left of a segment when the dates are taken out: one or two pieces. */
function undated(segment: Segment, span: DateSpan): Segment[] {
  const { before, after } = withoutSpan(segment.text, span);
  const pieces: Segment[] = [];
  if (/[\p{L}\p{N}]/u.test(before) && !announcesDate(before) && !isDuration(before.replace(/[,;:]$/, '')))
    pieces.push({ ...segment, text: before, styleBreaks: segment.styleBreaks.filter((at) => at < before.length) });
  if (/[\p{L}\p{N}]/u.test(after) && !isDateRemark(after)) {
    const offset = segment.text.length - after.length;
    pieces.push({ ...segment, text: after, styleBreaks: segment.styleBreaks.map((at) => at - offset).filter((at) => at > 0) });
  }
  return pieces;
}

/** A head that closes with a stop. Short words with one are abbreviations (`Assoc.`), but for a name behind the last comma that is no `Inc.` */
const CLOSED = /\p{Ll}{5}\.$|,\s(\p{Lu}\p{Ll}{2,})\.$/u;

/** `Madurai Medical College. First Class`: a new sentence in the head of a study says more of it. */
const SENTENCE = /(?<=\p{Ll}{4})(?<!Assoc|Pharm|[Ss]taatl|Techn)\.(?=\s\p{Lu})/gu;

function withoutStop(segment: Segment): Segment {
  const found = CLOSED.exec(segment.text);
  if (!found) return segment;
  const [name = '', ...form] = segment.text.split(', ').slice(-2);
  if (form.length > 0 && !hasLegalForm(name) && hasLegalForm(`${name} ${form[0]}`)) return segment;
  return { ...segment, text: segment.text.slice(0, -1) };
}

/** `date` says which segment holds the dates of the entry. */
export function headerLine(
  line: Line,
  slot: number,
  segments: readonly Segment[],
  date?: { segment: Segment; span: DateSpan },
  habits: SplitHabits = PLAIN,
): HeaderLine {
  const pieces = segments.flatMap((segment) => (date && segment === date.segment ? undated(segment, date.span) : [segment]));
  const parted = pieces.map((segment) => (habits.firms ? segment : { ...segment, text: segment.text.replace(SENTENCE, ',') }));
  const atoms = parted.flatMap((segment, i) => splitSegment(withoutStop(segment), line, i === 0 ? 0 : 3, habits));
  return { slot, atoms, line };
}

/** The pieces from…to (exclusive) as one printed text. */
export function joinAtoms(atoms: readonly Atom[]): string {
  return atoms.map((atom, i) => (i === 0 ? '' : glue(atom)) + atom.text).join('');
}

const GLUE: Readonly<Record<string, string>> = {
  '|': ' | ',
  '-': ' – ',
  ':': ': ',
  '/': ' / ',
  ';': '; ',
  ',': ', ',
  '~': ' ',
  [BLANK]: ' ',
  gap: ' ',
};

function glue(atom: Atom): string {
  if (atom.word) return atom.word;
  return GLUE[atom.separator.replace('*', '')] ?? ', ';
}
