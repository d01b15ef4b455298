/** Whether the text that a PDF page holds is the text that a reader sees on it. */
import type { DocumentPage } from '../../domain/document.ts';

/** Letters of a page that is no page of text: its number, a stamp, what a scanner program signs with. */
const NEXT_TO_NOTHING = 40;
/** Pictures on so much of a page may be what there is to read. */
const PICTURED = 0.3;
/** A page that is scanned is covered by its picture. */
const COVERED = 0.6;
/** Letters drawn as shapes: more shapes than a drawing of lines has. */
const DRAWN = 150;
/** Signs that stand for nothing: private use, replacement, control. */
const NO_LETTERS = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g;
const LETTERS = /[\p{L}\p{N}]/gu;

export interface PageSight {
  /** Share of the page under pictures. */
  pictures: number;
  /** Filled shapes, without text. */
  shapes: number;
}

/** True when a picture of the page would have to be read. */
export function needsRecognition(page: DocumentPage, { pictures, shapes }: PageSight): boolean {
  if (page.doubtful) return true;
  const text = page.runs.map((run) => run.text).join(' ');
  const letters = text.match(LETTERS)?.length ?? 0;
  const nothings = text.match(NO_LETTERS)?.length ?? 0;
  if (nothings > 20 && nothings > 0.3 * (letters + nothings)) return true;
  if (letters === 0) return pictures >= PICTURED || shapes >= DRAWN;
  return letters < NEXT_TO_NOTHING && pictures >= COVERED;
}
