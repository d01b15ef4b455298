/** Caps of what one file may cost (rules P2, P4). */
export const MAX_PAGES = 100;
/** Characters of visible and hidden text together; `2 MB of text`. */
export const MAX_TEXT = 2_000_000;
/** Stretches of text in one file. A page of a resume has 30 to 150; this bounds the work of whoever reads them. */
export const MAX_RUNS = 50_000;
/** Pixels of one picture that the PDF library may decode: 32 MP is A4 at 600 dpi; more costs hundreds of MB. */
export const MAX_IMAGE_PIXELS = 36_000_000;
/** Depth of nested elements. Deep nesting is quadratic in the XML and HTML readers. */
export const MAX_DEPTH = 256;
/** Pixels of a picture that is a page: the largest of phones have 50 million; decoded it takes four bytes a pixel. */
export const MAX_PICTURE_PIXELS = 50_000_000;
/** Pages of one file that text recognition reads, 2 s each: resumes have one to four. */
export const MAX_OCR_PAGES = 8;
