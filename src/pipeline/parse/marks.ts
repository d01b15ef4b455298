/** Marks that decorate a heading and say nothing: a dash, a drawn sign, a letter of an icon font. */

/** Letters that are drawn as a dash (`ㅡ`, a vowel of Korean): alone above a heading they are no word. */
export const DASH_LETTERS = 'ㅡ一ーｰ丨ㅣ';
const MARK = new RegExp(`^(?:[^\\p{L}\\p{N}]|[${DASH_LETTERS}])+$`, 'u');
const LONGEST = 12;

/** The whole text is such a mark. */
export const isMark = (text: string): boolean => text.length <= LONGEST && MARK.test(text);

const DASH = new RegExp(`^(?:[-=_~*#+–—―─━═]{4,}|[-–—―─━═${DASH_LETTERS}]{1,3})$`, 'u');

/** Signs that stand for a drawn line: below a heading of plain text, or alone where the format lost the cell that they stood in. */
export const isDash = (text: string): boolean => DASH.test(text);
