/** Slack's escapes, both ways. */

/** Literal in every text that Slack reads as markup: no mention, no link (rule S15). */
export const escapeSlack = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/** What a person typed: without the mention of us, links as their address, `&amp;` as &. */
export function plainSlackText(text: string, ourUser: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => plainReference(inner, ourUser))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

function plainReference(inner: string, ourUser: string): string {
  const [target = '', label] = inner.split('|');
  if (target === `@${ourUser}`) return '';
  // As people see it; Slack leaves the name out where the reader may not know it.
  if (target.startsWith('#')) return label ? `#${label}` : target;
  if (/^[@!]/.test(target)) return label || target;
  // The label of a link can say anything; for mail addresses and numbers both say the same.
  return target.replace(/^(?:mailto|tel):/, '');
}

/** At most so many UTF-16 units, never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const half = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
  return `${text.slice(0, half ? end - 1 : end)}…`;
}

/** Without signs that do not show or that turn the reading direction, and without halves of characters. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]|(?!\n)\p{Cc}/gu, '');
