/**
 * Makes the fonts of a PDF cheap: letters, widths and names stand in the dictionaries of the file; the font program is for drawing, and
 * pdfjs mends each one for a browser, which was a seventh of the time of a reading. One letter of its key is changed in the copy
 * that pdfjs gets, so that every offset stays as it was and the font counts as one that is not embedded.
 */

const KEY = Buffer.from('/FontFile2');
const TO_UNICODE = Buffer.from('/ToUnicode');
/** A dictionary of a font is shorter; what is not found in so many bytes keeps its program, which is only slower. */
const DICTIONARY = 1024;
/** Bounds the work on files that are made of the word. */
const MAX_FONTS = 500;
/** A part of a font. A whole one may go by the name of a standard font, and pdfjs then loads that instead. */
const SUBSET = /\/FontName\s*\/[A-Z]{6}(?:\+|#2[Bb])/;

/**
 * Edits `bytes` in place. Only TrueType, whose programs tell nothing of letters, and only where each font says what its letters are.
 * Dictionaries inside packed object streams stay as they are.
 */
export function dropFontFiles(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fonts = placesOf(KEY, file);
  if (fonts.length === 0 || placesOf(TO_UNICODE, file).length < fonts.length) return;
  for (const at of fonts) if (isSubset(file, at)) file.write('X', at + KEY.length - 1, 'latin1');
}

function placesOf(word: Buffer, file: Buffer): number[] {
  const places: number[] = [];
  for (let at = file.indexOf(word); at !== -1 && places.length < MAX_FONTS; at = file.indexOf(word, at + word.length))
    places.push(at);
  return places;
}

/** Whether the dictionary around is that of a part of a font. */
function isSubset(file: Buffer, at: number): boolean {
  const from = Math.max(0, at - DICTIONARY);
  const text = file.toString('latin1', from, at + DICTIONARY);
  const start = text.lastIndexOf('obj', at - from);
  const end = text.indexOf('endobj', at - from);
  if (start < 0 || end < 0) return false;
  const dictionary = text.slice(start, end);
  return /\/Type\s*\/FontDescriptor\b/.test(dictionary) && !dictionary.includes('stream') && SUBSET.test(dictionary);
}
