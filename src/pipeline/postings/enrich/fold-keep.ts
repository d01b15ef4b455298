/** Lower case without accents, one character for one: an index into the folded text is an index into the text. */
export function foldKeep(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && /^[\x00-\x7f]*$/.test(lower)) return lower;
  let out = '';
  for (let i = 0; i < text.length; i++) out += FOLDED[text.charCodeAt(i)] ?? foldUnit(text.charAt(i));
  return out;
}

function foldUnit(unit: string): string {
  if (unit <= '\x7f') return unit.toLowerCase();
  if (unit === '\u2019' || unit === '\u02bc') return "'";
  if (unit === '\u00a0' || unit === '\u202f') return ' ';
  const base = unit.toLowerCase().normalize('NFD').charAt(0);
  return base === 'ł' ? 'l' : base === 'ø' ? 'o' : base === '' ? unit : base;
}

/** Latin letters and the signs among them; others are folded as they come. */
const LATIN_UNITS = 0x250;
const FOLDED: readonly string[] = Array.from({ length: LATIN_UNITS }, (_, code) => foldUnit(String.fromCharCode(code)));
