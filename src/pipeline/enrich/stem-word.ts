/**
 * Takes off the endings that differ between the dictionary form and running text. Both sides of every comparison go through it,
 * so the result need not be a word; it must only be stable and must not merge different words. Short words stay whole:
 * `bus`, `gas`, `iOS` and `Tests` (4 letters left) are where light stemmers do harm.
 */
export function stemWord(folded: string): string {
  const length = folded.length;
  if (length < 5) return folded;
  for (let at = 0; at < length; at++) {
    const code = folded.charCodeAt(at);
    if (code < 97 || code > 122) return folded;
  }
  if (folded.endsWith('ies') && length > 5) return `${folded.slice(0, -3)}y`;
  let word = folded;
  if (word.endsWith('s') && !/(?:ss|us|is|os)$/.test(word)) word = word.slice(0, -1);
  if (word.length > 6 && word.endsWith('en')) return word.slice(0, -2);
  if (word.length > 5 && word.endsWith('e')) return word.slice(0, -1);
  return word;
}
