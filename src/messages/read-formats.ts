/** What can be sent, said in one way wherever it is said. */
const TEXTS = 'PDF, DOCX, DOC, ODT, RTF, TXT, MD, HTML';

/** `… HTML, PNG, JPEG or TIFF` */
export const READ_FORMATS = `${TEXTS}, PNG, JPEG or TIFF`;
/** For lists that go on: `…, or a zip of several`. */
export const READ_FORMATS_LISTED = `${TEXTS}, PNG, JPEG, TIFF`;
