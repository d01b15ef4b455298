/** One-time codes: 40 random bits, shown in two groups of four. */
import { randomBytes } from 'node:crypto';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 8;

/** With a digit in it: "link" and a word is no command. */
export function newLinkCode(): string {
  for (;;) {
    const code = Array.from(randomBytes(LENGTH), (byte) => LETTERS.charAt(byte & 31)).join('');
    if (/\d/.test(code)) return code;
  }
}

/** `7k3m-9q2x`. */
export const showLinkCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** As people type it: capitals, blanks and dashes do not count, `o` is a nought, `i` and `l` are ones. Undefined for what is no code. */
export function readLinkCode(text: string): string | undefined {
  const code = text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : undefined;
}
