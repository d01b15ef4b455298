/** True for exactly one emoji, with skin tone, joined family or flag: one grapheme that is drawn as a picture. */
export function isSingleEmoji(text: string): boolean {
  if (text === '' || text.length > 40) return false;
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  // A bare ❤ (without the variation selector) is not in the recommended set but is what some programs send.
  return graphemes.length === 1 && (/^\p{RGI_Emoji}$/v.test(text) || /^\p{Extended_Pictographic}/u.test(text));
}
