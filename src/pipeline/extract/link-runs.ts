/** Puts the links of a page on the runs that they cover, and cuts a run where a link covers a part of it. */
import type { DocumentPage, TextRun } from '../../domain/document.ts';
import type { Box } from './matrix.ts';

/** A link takes a word whose middle it covers; one that covers this share of a run takes all of it. */
const WHOLE = 0.8;

/** Returns false when the link covers no text. */
export function linkRuns(page: DocumentPage, box: Box, target: string): boolean {
  let covered = false;
  page.runs = page.runs.flatMap((run) => {
    const middle = run.y - run.size / 3;
    const overlap = Math.min(run.x + run.width, box[2]) - Math.max(run.x, box[0]);
    if (middle < box[1] || middle > box[3] || overlap <= 0 || run.link) return [run];
    const parts = overlap >= WHOLE * run.width ? [{ ...run, link: target }] : cut(run, box, target);
    covered ||= parts.some((part) => part.link === target);
    return parts;
  });
  return covered;
}

/** Words are placed in proportion to their letters, which is near enough to tell one word from the next. */
function cut(run: TextRun, box: Box, target: string): TextRun[] {
  const parts: TextRun[] = [];
  const perLetter = run.width / Math.max(1, run.text.length);
  for (const match of run.text.matchAll(/\S+/g)) {
    const x = run.x + match.index * perLetter;
    const width = match[0].length * perLetter;
    const inside = x + width / 2 > box[0] && x + width / 2 < box[2];
    const last = parts.at(-1);
    if (last && (last.link === target) === inside) {
      last.text += ` ${match[0]}`;
      last.width = x + width - last.x;
    } else parts.push({ ...run, text: match[0], x, width, ...(inside ? { link: target } : {}) });
  }
  return parts;
}
