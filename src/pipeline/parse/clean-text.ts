/**
 * Characters that only look different are made the same: ligatures, full-width letters and digits, Kangxi radicals, presentation
 * forms. Full NFKC would also turn `，` and `：` into their western shapes and `½` into three characters, which no longer is what the page shows.
 */
const COMPATIBILITY =
  /[\ufb00-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\u2e80-\u2fdf\uf900-\ufaff]+/g;
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Hyphens and dashes that fonts and programs choose for others: nobody sees the difference, and only the plain ones are in patterns. */
const HYPHENS = /[\u2010\u2011]/g;
const DASHES = /[\u2012\u2015]/g;
/** Icon fonts live in the private use area: an icon is no letter. */
const ICONS = /[\ue000-\uf8ff\ufffd]|[\u{f0000}-\u{ffffd}]/gu;
/** Nor is a picture set as one (`📍 Lorva`, `🏢 Acme Ltd`, flags). Dots and squares stay: they show levels. */
const PICTURES =
  /[\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1f532}\u{1f53e}-\u{1f7d9}\u{1f90c}-\u{1faff}](?:[\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1f532}\u{1f53e}-\u{1f7d9}\u{1f90c}-\u{1faff}]|\ufe0f|\u200d|\u2640|\u2642)*/gu;

/** Radicals that fonts draw for the letters they look like; Unicode gives them no compatibility mapping. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  '⻄西⻅见⻆角⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺠民⺟母⻁虎⻉贝⻄西⺌小⺍小⻑長⻒镸⻫斉⻭歯⻯竜⻲亀⺼月⻌辶⺮竹⺩王⺻聿⺬示⻂衣⻎辶⻏阝'
    .match(/../gu)
    ?.map((pair) => [...pair]) ?? [],
);

/** Digits of Arabic, Persian, Hindi, Bengali and Thai writing: numbers are numbers. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const ZEROS = [0x0e50, 0x09e6, 0x0966, 0x06f0, 0x0660];
const digitOf = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.find((zero) => code >= zero) ?? code));
};
/** The stretch of an Arabic word to the width of its line, and the two halves that Thai fonts make of one vowel. */
const STRETCH = /\u0640+/g;
const HALVES = /\u0e33\u0e32|\u0e4d\u0e32/g;

/** Most runs of most resumes: nothing of the below is in them. */
const PRINTED_ASCII = /^[\x20-\x7e]*$/;

/** Visible text with plain spaces; a soft hyphen at the very end stays, for joining lines. */
export function cleanText(text: string): string {
  if (PRINTED_ASCII.test(text)) return text;
  return text
    .replace(COMPATIBILITY, (s) => s.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (c) => RADICALS[c] ?? c)
    .replace(INVISIBLE, '')
    .replace(ICONS, ' ')
    .replace(PICTURES, ' ')
    .replace(SPACES, ' ')
    .replace(DIGITS, digitOf)
    .replace(STRETCH, '')
    .replace(HALVES, '\u0e33')
    .replace(HYPHENS, '-')
    .replace(DASHES, '–')
    .replace(/\u00ad(?!\s*$)/g, '')
    .normalize('NFC');
}

const IRREGULAR_BLANKS = /[^\S ]|\s\s/;

/** One plain space for blanks of any kind and number. */
export function singleSpaced(text: string): string {
  return IRREGULAR_BLANKS.test(text) ? text.replace(/\s+/g, ' ') : text;
}

const BULLET = /^\s*(?:[・．‧•●○◦▪▫■□◆◇►▶▸▷▹▻‣⁃∙⚫⬤➢➤➔➜➝➞→⇒✓✔✦❖★☆♦❯·]\s*|[*–—-]\s+|[»›>]\s+|o\s+(?=\p{Lu}))/u;

/** `●●●○○` beside a skill is how well, not what stands behind a bullet. */
const METER = /^\s*(?:[●○◉◎★☆■□▪▫⬤◯]{2}|(?:[●○◉◎★☆■□▪▫⬤◯]\s){3})/u;

/** Takes a bullet glyph off the start; `bullet` says whether there was one. A dash needs a space behind it. */
export function splitBullet(text: string): { bullet: boolean; text: string } {
  const found = BULLET.exec(text);
  if (!found || METER.test(text)) return { bullet: false, text };
  return { bullet: true, text: text.slice(found[0].length) };
}

const SPACED = /^(?:[\p{L}&]\s){3,}[\p{L}&]$/u;

/** `E X P E R I E N C E` → `EXPERIENCE`; words must be two or more spaces apart to stay apart. */
export function joinLetterSpaced(text: string): string {
  if (!/^\s*\S\s/u.test(text)) return text;
  const words = text.trim().split(/\s{2,}/);
  if (!words.every((word) => SPACED.test(word) || (words.length > 1 && /^(?:\p{L}\s)*\p{L}$|^&$/u.test(word)))) return text;
  return words.map((word) => word.replace(/\s/g, '')).join(' ');
}

/**
 * Joins the next line to a text that wrapped. A hyphen at the end goes only where a word was broken in two (`devel-` `opment`);
 * `cross-` `functional` and `C-` `Level` keep it. `knows` says whether a joined word is known.
 */
export function joinWrapped(text: string, next: string, knows: (word: string) => boolean): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const broken = /(\p{L}{2,})-$/u.exec(text);
  const start = /^(\p{Ll}+)/u.exec(next)?.[1];
  if (broken && start) {
    const joined = `${broken[1]}${start}`;
    return knows(joined) || knows(joined.toLowerCase()) ? text.slice(0, -1) + next : text + next;
  }
  if (/[\u3400-\u9fff\u3040-\u30ff]$/.test(text) && /^[\u3400-\u9fff\u3040-\u30ff]/.test(next)) return text + next;
  return `${text} ${next}`;
}
