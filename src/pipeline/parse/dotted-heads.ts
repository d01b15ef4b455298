/** Heads of entries that a list dots (`• Acme Ltd`, set bold and large): the dot says where an entry begins, not that it is an item. */
import type { Line } from './line.ts';

/** In sizes of the text below: set large. */
const LARGE = 1.12;
/** A head is no sentence. */
const MAX_LETTERS = 90;

/** Large and bold beside every plain line of the section: heads, whose items are indented further. */
function isDottedHead(line: Line, usual: number): boolean {
  return line.bullet && line.bold && line.size >= LARGE * usual && line.text.length <= MAX_LETTERS && !/[.;!?]$/.test(line.text);
}

function medianSize(lines: readonly Line[]): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** The lines of a section, those heads without their dots. Every dotted head is followed by text, and starts left of nothing else. */
export function withoutDotsOnHeads(lines: readonly Line[]): readonly Line[] {
  const rest = lines.filter((line) => !line.bold);
  if (rest.length === 0 || !lines.some((line) => line.bullet && line.bold)) return lines;
  const usual = medianSize(rest);
  const heads = lines.filter((line, i) => isDottedHead(line, usual) && lines[i + 1]?.bullet !== true);
  // Left of the dotted heads stands nothing: they are no items of somebody else's entry.
  const edge = Math.min(...lines.map((line) => line.x));
  if (heads.some((line) => line.x > edge + 3)) return lines;
  return lines.map((line) => (heads.includes(line) ? { ...line, bullet: false } : line));
}
