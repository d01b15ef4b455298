/** Right-to-left text as PDF pages draw it (from left to right) into reading order. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** A stretch that keeps its direction inside right-to-left text: numbers and other scripts, with what joins them. */
const LEFT_TO_RIGHT = /[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?: [^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/g;

/** Reverses a line that is mostly right-to-left, and turns its numbers and foreign words back. Other text is returned as it is. */
export function toReadingOrder(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const letters = [...text].filter((c) => /\p{L}/u.test(c));
  const rtl = letters.filter((c) => RIGHT_TO_LEFT.test(c)).length;
  if (rtl * 2 < letters.length) return text;
  return reverse(text).replace(LEFT_TO_RIGHT, reverse);
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}
