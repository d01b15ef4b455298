/** Discord's markup, both ways. */

/** Signs that its markup begins with wherever they stand. A backslash shows what follows as it is, letters and digits apart. */
const ANYWHERE = /[\\*_~`|<>[\]]/g;
/** Headings, lists and small print begin a line. */
const AT_LINE_START = /^(\s*)([-+#])/gm;
const NUMBER_AT_LINE_START = /^(\s*\d+)\./gm;
/** Links, `:smile:`, and the two mentions that need no brackets. */
const COLONS = /:(?=\/\/|[\w+-]+:)/g;
const CALLS = /@(?=everyone|here)/gi;

/** Literal in every text that Discord reads as markup: no mention, link, heading, emoji or spoiler (rule D7). */
export const escapeDiscord = (text: string): string =>
  withoutControls(text)
    .replace(ANYWHERE, '\\$&')
    .replace(AT_LINE_START, '$1\\$2')
    .replace(NUMBER_AT_LINE_START, '$1\\.')
    .replace(COLONS, '\\:')
    .replace(CALLS, '\\@');

/** What a person typed: without the mention of us; other mentions as the number they are. */
export const plainDiscordText = (text: string, ourUser: string): string =>
  text
    .replace(new RegExp(`<@!?${ourUser}>`, 'g'), '')
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .trim();

/** At most so many UTF-16 units, never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(0, most - 1);
  const half = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
  return `${text.slice(0, half ? end - 1 : end)}…`;
}

/** As `cutText`, of a text with escapes: never between a backslash and its sign. */
export function cutEscaped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = cutText(text, most).slice(0, -1);
  const slashes = /\\*$/.exec(cut)?.[0].length ?? 0;
  return `${slashes % 2 === 1 ? cut.slice(0, -1) : cut}…`;
}

/** Without signs that do not show or that turn the reading direction, and without halves of characters. */
export const withoutControls = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]|(?!\n)\p{Cc}/gu, '');
