/** Paragraphs in the head of a resume that no heading announces: the summary of those who write none above it. */
import { isProse } from './entry-items.ts';
import type { Line } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** Addresses, numbers and dates: a paragraph about somebody has none, a contact line has little else. */
const CONTACT = /@|https?:|www\.|\d{2}-\d{3}\b|\d[\d\s./()-]{4,}\d/;

function goesOn(above: Line, line: Line): boolean {
  return (
    above.lane === line.lane &&
    above.page === line.page &&
    line.gap < 1.7 &&
    hadNoRoom(above, line) &&
    Math.abs(above.size - line.size) < 0.3 &&
    above.bold === line.bold &&
    above.italic === line.italic &&
    above.color === line.color
  );
}

/** Lines of the paragraphs among `head`, in order; `skip` are lines known to be something else (the name). */
export function headParagraphs(head: readonly Line[], skip: readonly Line[]): Line[] {
  const groups: Line[][] = [];
  for (const line of head) {
    if (skip.includes(line) || CONTACT.test(line.text) || line.segments.length > 2) {
      groups.push([]);
      continue;
    }
    const last = groups.at(-1)?.at(-1);
    if (last && goesOn(last, line)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.filter((group) => isParagraph(group.map((line) => line.text).join(' '))).flat();
}

/** Long enough and written out; a title and a town below each other end in no full stop. */
function isParagraph(text: string): boolean {
  return isProse(text) && text.split(/\s+/).length >= 5 && (/[.!?。]$/.test(text) || text.length > 130);
}
