/** Headings that a narrow column breaks in two (`LICENCES AND` / `CERTIFICATES`) are put together before they are looked for. */
import { isHeadingText } from './heading-lookup.ts';
import type { Line } from './line.ts';

const LONGEST = 32;

function sameLook(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) < 0.3 && a.bold === b.bold && a.color === b.color && a.lane === b.lane && a.page === b.page;
}

function breaksHeading(line: Line, next: Line): boolean {
  if (line.flow || line.bullet || next.bullet || line.segments.length !== 1 || next.segments.length !== 1) return false;
  if (line.text.length > LONGEST || next.text.length > LONGEST || next.gap > 1.8 || !sameLook(line, next)) return false;
  if (!isHeadingText(`${line.text} ${next.text}`)) return false;
  return !isHeadingText(line.text) || !isHeadingText(next.text);
}

/** The joined line stands where the first one stood. */
export function joinWrappedHeadings(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const [segment] = above?.segments ?? [];
    if (above && segment && breaksHeading(above, line)) {
      const text = `${above.text} ${line.text}`;
      const right = Math.max(above.right, line.right);
      joined[joined.length - 1] = { ...above, text, right, segments: [{ ...segment, text, right, named: true }] };
    } else joined.push(line);
  }
  return joined;
}
