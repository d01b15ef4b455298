/** When a value that was read says the same as the gold: what a person would call right, not what is equal letter by letter. */
const LEGAL =
  /\b(?:gmbh|mbh|ag|kg|ohg|ug|inc|llc|ltd|limited|plc|corp|corporation|co|sa|sarl|sas|srl|spa|bv|nv|sl|slu|lda|ltda|oy|ab|as|aps|sp z o o)\b/g;

/** Lower case without accents and punctuation; letters of any script stay. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 0…1 on folded texts. */
function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : a === b ? 1 : longest > 300 ? 0 : 1 - edits(a, b) / longest;
}

const unbracketed = (text: string): string => text.replace(/\([^)]*\)/g, ' ');
const bare = (text: string): string => fold(text).replace(LEGAL, ' ').replace(/\s+/g, ' ').trim();

/** Employers, schools, titles, towns: brackets and legal forms may be there or not. */
export function alike(a: string, b: string, least = 0.85): boolean {
  if (similarity(fold(a), fold(b)) >= least) return true;
  const [x, y] = [bare(unbracketed(a)), bare(unbracketed(b))];
  return x !== '' && y !== '' && similarity(x, y) >= least;
}

const words = (text: string): string[] => fold(text).split(' ').filter(Boolean);

/** F1 of the words of two texts, each counted once. */
export function wordsAgree(a: string, b: string): number {
  const [x, y] = [new Set(words(a)), new Set(words(b))];
  const common = [...x].filter((word) => y.has(word)).length;
  return x.size + y.size === 0 ? 0 : (2 * common) / (x.size + y.size);
}

/** The share of `part`'s words that stand in `whole`. */
export function coveredBy(part: string, whole: string): number {
  const inside = new Set(words(whole));
  const own = words(part);
  return own.length === 0 ? 0 : own.filter((word) => inside.has(word)).length / own.length;
}

/** Digits agree from the end; a country code or a trunk zero may be missing. */
export function samePhone(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.replace(/\(0\)/g, '').replace(/\D/g, ''));
  if (!x || !y) return false;
  const [short, long] = (x.length < y.length ? [x, y] : [y, x]).map((digits) => digits.replace(/^0+/, ''));
  return (
    short !== undefined && long !== undefined && short.length >= 6 && long.endsWith(short) && long.length - short.length <= 4
  );
}

const TITLES = /^(?:(?:dr|prof|ing|mag|dipl|mba|phd|md|mr|mrs|ms)\s+)+|(?:\s+(?:phd|md|mba))+$/g;

export const sameName = (a: string, b: string): boolean => fold(a).replace(TITLES, '') === fold(b).replace(TITLES, '');

/** Short names and those with a sign decide by every letter: C, C++ and C# are three. */
export function sameSkill(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x === y || (Math.min(x.length, y.length) > 3 && similarity(x, y) >= 0.85);
}
