/** Plain text of an advertisement → lines; bullets and headings are told by how they are written. */

export interface AdLine {
  text: string;
  kind: 'heading' | 'item' | 'text';
}

interface Marks {
  item: boolean;
  heading: boolean;
  bold: boolean;
}

const BULLET = /^\s{0,40}(?:[-–—•·▪◦‣●○■□➢➤►▶✓✔✅→*+»∙⁃👉]|\d{1,2}[.)](?=\s))\uFE0F?\s{1,20}(?=\S)/u;
const INLINE_BULLET = /\s[•▪●➢✓✔]\s/;
const NO_TEXT = /^[\s\p{P}\p{S}\u200b]*$/u;

/** One printed line; several when bullets stand inside it. Empty for white space and rules of dashes. */
export function toLine(raw: string, marks: Marks): AdLine[] {
  const text = raw.replace(/[\s\u00a0\u200b\u2028\u2029\ufeff]+/g, ' ').trim();
  if (text === '' || NO_TEXT.test(text)) return [];
  if (INLINE_BULLET.test(` ${text}`) && ` ${text}`.split(INLINE_BULLET).length > 2) {
    const [lead = '', ...items] = ` ${text}`.split(INLINE_BULLET);
    return [...toLine(lead, marks), ...items.flatMap((item) => toLine(item, { ...marks, item: true }))];
  }
  const bullet = BULLET.exec(text);
  const plain = stripPictures(bullet ? text.slice(bullet[0].length) : text);
  if (plain === '') return [];
  if (marks.heading) return [{ text: plain, kind: 'heading' }];
  if (marks.item || bullet) return [{ text: plain, kind: 'item' }];
  return [{ text: plain, kind: isHeadingLike(plain, marks.bold) ? 'heading' : 'text' }];
}

/** Leading emoji are decoration. */
const stripPictures = (text: string): string =>
  text.replace(/^(?:\p{Extended_Pictographic}|\u200d|\uFE0F|\s){1,12}(?=\p{L})/u, '').trim();

function isHeadingLike(text: string, bold: boolean): boolean {
  const words = text.split(' ').length;
  if (words > 9 || text.length > 90) return false;
  if (text.endsWith(':')) return true;
  if (/[.;,]$/.test(text)) return false;
  if (bold) return true;
  return words <= 6 && /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Hard-wrapped lines are joined: a line that does not end a sentence and is followed by a small letter goes on. */
export function textToLines(text: string): AdLine[] {
  const joined: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      last.trim() !== '' &&
      last.length > 40 &&
      !/[.:!?;]\s{0,9}$/.test(last) &&
      /^\s{0,40}\p{Ll}/u.test(line);
    if (goesOn) joined[joined.length - 1] = `${last.trimEnd()} ${line.trim()}`;
    else joined.push(line);
  }
  return joined.flatMap((line) => toLine(line, { item: false, heading: false, bold: false }));
}
