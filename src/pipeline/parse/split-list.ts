/** Splits printed lists (`a, b; c | d`) outside brackets. Signs are sets: each letter of a list is asked for. */
const OPENING: ReadonlySet<string> = new Set('([（【');
const CLOSING: ReadonlySet<string> = new Set(')]）】');
const LIST_SIGNS: ReadonlySet<string> = new Set(',，、،;；؛|•∙●▪◇◆❖✦✧⋄⬥♦◊│¦・\t');
const STRONG_SIGNS: ReadonlySet<string> = new Set('|;；؛•∙●▪◇◆❖✦✧⋄⬥♦◊│¦・\t');
const DASHES: ReadonlySet<string> = new Set('/–—-');
const COMMAS: ReadonlySet<string> = new Set(',，、،');

function cutAt(text: string, isCut: (char: string, at: number) => number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPENING.has(char)) depth++;
    else if (CLOSING.has(char)) depth = Math.max(0, depth - 1);
    const length = depth === 0 ? isCut(char, i) : 0;
    if (length === 0) continue;
    parts.push(text.slice(start, i));
    start = i + length;
    i = start - 1;
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Most texts hold nothing to cut at. */
function whole(text: string): string[] {
  return text.trim() ? [text.trim()] : [];
}

/** At commas of any script, semicolons, bars, bullets and spaced slashes. A comma between digits (`1,000`) does not split. */
export function splitList(text: string): string[] {
  if (!/[,，、،;；؛|•∙●▪◇◆❖✦✧⋄⬥♦◊│¦・\t·/]/.test(text)) return whole(text);
  return cutAt(text, (char, at) => {
    if (LIST_SIGNS.has(char)) return char === ',' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)) ? 0 : 1;
    if (char === '·') return 1;
    return char === '/' && text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ' ? 1 : 0;
  });
}

const KATAKANA = /[\p{Script=Katakana}ー]/u;
/** `マーケティング・ビジネス`: the dot stands where a name of another script has a blank. */
const isBlank = (text: string, at: number): boolean =>
  text.charAt(at) === '・' && KATAKANA.test(text.charAt(at - 1)) && KATAKANA.test(text.charAt(at + 1));

/** Only at strong signs: bars, bullets, semicolons, spaced slashes and dashes. */
export function splitStrong(text: string): string[] {
  if (!/[|;；؛•∙●▪◇◆❖✦✧⋄⬥♦◊│¦・\t·/–—]|\s-\s/.test(text)) return whole(text);
  return cutAt(text, (char, at) => {
    if (STRONG_SIGNS.has(char)) return isBlank(text, at) ? 0 : 1;
    if (char === '·' && text.charAt(at - 1) === ' ') return 1;
    return DASHES.has(char) && text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ' ? 1 : 0;
  });
}

/** At commas only. */
export function splitCommas(text: string): string[] {
  return /[,，、،]/.test(text) ? cutAt(text, (char) => (COMMAS.has(char) ? 1 : 0)) : whole(text);
}
