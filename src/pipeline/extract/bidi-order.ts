/** Right-to-left text as PDF pages draw it (pieces from left to right) into reading order. */

const RTL = '\\u0590-\\u05ff\\u0600-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc';
const RIGHT_TO_LEFT = new RegExp(`[${RTL}]`);
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** `R` and `L` letters by the direction they are written in, `N` digits, `S` a space, `O` all other signs. */
type Kind = 'R' | 'L' | 'N' | 'S' | 'O';

/** One glyph, or several that stay in their order. */
export interface Sign {
  text: string;
}

function kindOf(text: string): Kind {
  if (text.trim() === '') return 'S';
  if (RIGHT_TO_LEFT.test(text)) return /^[،؛؟]$/.test(text) ? 'O' : 'R';
  if (LETTER.test(text)) return 'L';
  return DIGIT.test(text) ? 'N' : 'O';
}

/** Signs that are read from left to right wherever they stand, or one that takes its direction from the text around it. */
interface Unit<T> {
  kind: Kind;
  signs: T[];
}

/** Between a word and a number that are one phrase; what parts items does not. */
const GLUE = /^[^|•·،؛–—]$/u;
/** Between two digits: `01/2018`, `3.5`, `10:30`. A hyphen parts numbers that may stand either way around. */
const IN_NUMBER = /^[/.:,'٫٬]$/u;

/** From left to right: foreign words with the numbers among them are one unit, numbers alone are units of their own. */
function unitsOf<T extends Sign>(signs: readonly T[]): Unit<T>[] {
  const kinds = signs.map((sign) => kindOf(sign.text));
  const units: Unit<T>[] = [];
  const foreign = foreignLetters(kinds);
  for (let at = 0; at < signs.length; ) {
    const kind = kinds[at] ?? 'O';
    let end = at + 1;
    if (kind === 'L' || kind === 'N') {
      end = numberOrWordEnd(signs, kinds, at);
      // `AWS Solutions Architect 2020`: words and numbers with single signs or spaces between are read on.
      const goOn = (): number => continuation(signs, kinds, foreign, at, end);
      for (let next = goOn(); next > end; next = goOn()) end = next;
    }
    const of = signs.slice(at, end);
    const letters = foreign(at, end);
    units.push({ kind: kind === 'N' && letters ? 'L' : kind, signs: of });
    at = end;
  }
  return units;
}

/** Tells whether there are foreign letters among the signs a…b (exclusive): counted once, however often it is asked (P6). */
function foreignLetters(kinds: readonly Kind[]): (a: number, b: number) => boolean {
  const before = new Uint32Array(kinds.length + 1);
  for (const [i, kind] of kinds.entries()) before[i + 1] = (before[i] ?? 0) + Number(kind === 'L');
  return (a, b) => (before[Math.min(b, kinds.length)] ?? 0) > (before[a] ?? 0);
}

function numberOrWordEnd(signs: readonly Sign[], kinds: readonly Kind[], from: number): number {
  let end = from + 1;
  while (end < signs.length) {
    const kind = kinds[end];
    if (kind === 'L' || kind === 'N') end++;
    else if (kind === 'O' && IN_NUMBER.test(signs[end]?.text ?? '') && kinds[end - 1] === 'N' && kinds[end + 1] === 'N') end += 2;
    else if (kind === 'O' && /^[%°]$/.test(signs[end]?.text ?? '') && kinds[end - 1] === 'N') return end + 1;
    else return end;
  }
  return end;
}

/** The end of the next word that goes on where a foreign phrase ends, or `end`. */
function continuation(
  signs: readonly Sign[],
  kinds: readonly Kind[],
  latin: (a: number, b: number) => boolean,
  from: number,
  end: number,
): number {
  let at = end;
  let between = '';
  while (at < signs.length && (kinds[at] === 'S' || kinds[at] === 'O')) {
    between += kinds[at] === 'S' ? ' ' : (signs[at]?.text ?? '');
    at++;
  }
  if (at >= signs.length || at === end || kinds[at] === 'R') return latin(from, end) ? signEnd(signs, kinds, end) : end;
  const next = numberOrWordEnd(signs, kinds, at);
  // Any sign between two foreign words takes their direction.
  if (latin(from, end) && latin(at, next)) return next;
  if ([...between.replace(/ /g, '')].some((sign) => !GLUE.test(sign))) return end;
  if (!latin(from, end) && !latin(at, next)) return end;
  return /^\s[-–—]\s$/u.test(between) ? end : next;
}

/** `C++`, `Node.js)`: a sign right behind the last foreign letter, where nothing else takes it. */
function signEnd(signs: readonly Sign[], kinds: readonly Kind[], end: number): number {
  let at = end;
  while (kinds[at] === 'O' && /^[+#]$/.test(signs[at]?.text ?? '')) at++;
  return at;
}

const digitsOf = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => String(Number(/[0-9]/.test(digit) ? digit : (digit.codePointAt(0) ?? 0) % 16)));

/** A month as a number that grows with time; undefined for what is no date. */
function momentOf(text: string): number | undefined {
  const [, m, y] = /^(?:\d{1,2}[/.])?(\d{1,2})[/.]((?:1[39]|20|25)\d\d)$/.exec(text) ?? [];
  const [, year, month = '0'] = /^((?:1[39]|20|25)\d\d)(?:[/.](\d{1,2})(?:[/.]\d{1,2})?)?$/.exec(text) ?? [];
  if (y && m) return Number(y) * 12 + Number(m);
  return year ? Number(year) * 12 + Number(month) : undefined;
}

/** Digits of the shortest number that somebody can be called at. */
const PHONE_DIGITS = 7;

/** Whether numbers in a row, as drawn from left to right, are also read so: time and telephone numbers run in one direction only. */
function readsLeftToRight(drawn: string, numbers: readonly string[]): boolean {
  const moments = numbers.map(momentOf).filter((moment) => moment !== undefined);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first !== undefined && last !== undefined && moments.length > 1) return first < last;
  if (numbers.join('').length < PHONE_DIGITS) return false;
  if (/^[(]?\+/.test(drawn)) return true;
  if (/\+[)]?$/.test(drawn)) return false;
  const [front = '', end = ''] = [numbers[0], numbers.at(-1)];
  if (!end.startsWith('0')) return true;
  // `055 555 0172`: of two groups that begin with a zero, the last is the longer; mobile numbers begin with 05 to 09.
  if (front.length !== end.length) return front.startsWith('0') && front.length < end.length;
  return /^0[5-9]/.test(front) || !/^0[5-9]/.test(end);
}

/** Numbers with nothing but signs between them, read together. */
function mergeNumbers<T extends Sign>(units: readonly Unit<T>[]): Unit<T>[] {
  const merged: Unit<T>[] = [];
  for (let at = 0; at < units.length; ) {
    const end = numbersEnd(units, at);
    const row = units.slice(at, end);
    const [start, ...more] = row;
    if (!start) break;
    const drawn = row.flatMap((unit) => unit.signs);
    const text = digitsOf(drawn.map((sign) => sign.text).join(''));
    const numbers = row.filter((unit) => unit.kind === 'N').map((unit) => digitsOf(unit.signs.map((sign) => sign.text).join('')));
    if (more.length > 0 && numbers.length > 0 && readsLeftToRight(text.trim(), numbers))
      merged.push({ kind: 'L', signs: withOpeningFirst(drawn) });
    else merged.push(...row);
    at = end;
  }
  return merged;
}

const isPhoneSign = (unit: Unit<Sign> | undefined): boolean => unit?.kind === 'O' && /^[+()]$/.test(unit.signs[0]?.text ?? '');

/** The end of a row of numbers that starts here (a plus or bracket may stand around it), else the next unit. */
function numbersEnd<T extends Sign>(units: readonly Unit<T>[], from: number): number {
  let at = from;
  while (at - from < MOST_IN_FRONT && isPhoneSign(units[at])) at++;
  if (units[at]?.kind !== 'N') return from + 1;
  let end = at + 1;
  for (let next = end; next < units.length; next++) {
    const kind = units[next]?.kind;
    if (kind === 'N') end = next + 1;
    else if (kind === 'O' && !/^[-–—~+()/.]$/u.test(units[next]?.signs[0]?.text ?? '')) break;
    else if (kind === 'R' || kind === 'L') break;
  }
  if (units[end]?.kind === 'O' && units[end]?.signs[0]?.text === '+') return end + 1;
  const brackets = units.slice(from, end).filter(isRoundBracket).length;
  // A bracket comes with its partner, or stays where it is.
  if (brackets % 2 === 0) return end;
  return isRoundBracket(units[end]) ? end + 1 : from + 1;
}
/** Signs in front of a number. */
const MOST_IN_FRONT = 3;
const isRoundBracket = (unit: Unit<Sign> | undefined): boolean => unit?.kind === 'O' && /^[()]$/.test(unit.signs[0]?.text ?? '');

/** Brackets of what is read as drawn: where the first closes, the writer named the signs that are meant in the other direction. */
function withOpeningFirst<T extends Sign>(signs: readonly T[]): T[] {
  const first = signs.find(({ text }) => /^[()]$/.test(text));
  return first?.text === ')' ? signs.map((sign) => ({ ...sign, text: MIRROR[sign.text] ?? sign.text })) : [...signs];
}

const MIRROR: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};
const BRACKET = /^[()[\]{}<>«»]$/;

/** Fonts draw `(` in right-to-left text as `)`: some writers name the sign that is drawn, some the one that is meant. */
function mirrorBrackets<T extends Sign>(units: readonly Unit<T>[]): Unit<T>[] {
  const first = units.find((unit) => unit.kind === 'O' && BRACKET.test(unit.signs[0]?.text ?? ''));
  const sign = first?.signs[0]?.text ?? '';
  if (!/^[)\]}>»]$/.test(sign)) return [...units];
  return units.map((unit) =>
    unit.kind === 'O' ? { ...unit, signs: unit.signs.map((one) => ({ ...one, text: MIRROR[one.text] ?? one.text })) } : unit,
  );
}

/**
 * Signs of one line, given from left to right as drawn, in the order in which they are read; those of one list stay together.
 * `base`: the direction of the paragraph.
 */
export function toReadingOrder<T extends Sign>(signs: readonly T[], base: 'rtl' | 'ltr'): T[][] {
  if (base === 'rtl') return mirrorBrackets(mergeNumbers(unitsOf(signs)).reverse()).map((unit) => unit.signs);
  const kinds = signs.map((sign) => kindOf(sign.text));
  const read: T[][] = [];
  for (let at = 0; at < signs.length; ) {
    const sign = signs[at];
    const end = kinds[at] === 'R' ? rightToLeftEnd(kinds, at) : at;
    if (end > at) read.push(...toReadingOrder(signs.slice(at, end), 'rtl'));
    else if (sign) read.push([sign]);
    at = Math.max(end, at + 1);
  }
  return read;
}

/** Behind the last right-to-left letter before a foreign one. */
function rightToLeftEnd(kinds: readonly Kind[], from: number): number {
  let end = from + 1;
  for (let at = end; at < kinds.length && kinds[at] !== 'L'; at++) if (kinds[at] === 'R') end = at + 1;
  return end;
}
