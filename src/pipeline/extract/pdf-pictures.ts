/**
 * Makes the pictures of a PDF cheap: we look at where they lie, never at their pixels, but pdfjs decodes each one (70 ms for a photo of
 * a megapixel, on pages that are read in 8). Two edits in place leave every offset as it was: the size of a raster becomes 1 × 1,
 * and the data of a compressed photo lose their first bytes, so that its decoder gives up at once. pdfjs then notes the picture all the same.
 */

/** A dictionary of a picture is shorter; what is not found in so many bytes keeps its pixels, which is only slower. */
const DICTIONARY = 2048;
/** Bounds the work on files that are made of the word. */
const MAX_PICTURES = 1000;
const CODECS = /\/(?:DCTDecode|DCT|JPXDecode|JBIG2Decode)\b/;
const PICTURE = Buffer.from('/Image');

/** Edits `bytes` in place. Encrypted files and pictures inside content streams stay as they are. */
export function dropPixels(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf(PICTURE);
  for (let n = 0; at !== -1 && n < MAX_PICTURES; n++) {
    dropPixelsAt(file, at);
    at = file.indexOf(PICTURE, at + PICTURE.length);
  }
}

function dropPixelsAt(file: Buffer, at: number): void {
  const from = Math.max(0, at - DICTIONARY);
  const text = file.toString('latin1', from, at + DICTIONARY);
  const start = text.lastIndexOf('obj', at - from) + 3;
  const dictionary = /^\s*<<[\s\S]*?>>\s*stream\r?\n/.exec(text.slice(start))?.[0];
  if (start < 3 || !dictionary || start + dictionary.length < at - from) return;
  if (!/\/Subtype\s*\/Image\b/.test(dictionary) || /\/ImageMask\s+true|\/ImageMask\s+\d/.test(dictionary)) return;
  for (const size of dictionary.matchAll(/\/(?:Width|Height)\s+(\d+)(?=[\s/>])(?!\s+\d+\s+R\b)/g))
    file.write('1'.padEnd(size[1]?.length ?? 0), from + start + size.index + size[0].length - (size[1]?.length ?? 0), 'latin1');
  if (CODECS.test(dictionary)) file.fill(0, from + start + dictionary.length, from + start + dictionary.length + 2);
}
