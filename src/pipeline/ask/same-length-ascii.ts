/** Signs that stand for plain ones, so that what is found in the text holds in the original. */

/** Full-width forms (`＠`, `４`, `Ａ`), the blank among them, and the digits of any script; the length stays. */
export function asAscii(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, (digit) =>
      String(figureOf(digit.charCodeAt(0))),
    );
}

/** Each of these rows of ten begins at a code that ends in 0 or 6. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];
const figureOf = (code: number): number => code - (ZEROS.findLast((zero) => zero <= code) ?? code);
