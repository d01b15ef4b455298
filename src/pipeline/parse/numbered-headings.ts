/** Forms number their sections (`A. Angaben zur Person`, `B. Werdegang`): a line of that series is a heading, whatever it says. */
import type { Line } from './line.ts';

const NUMBERED = /^(?:(\d{1,2})|([A-Z]))[.)]\s+\p{L}/u;
const LONGEST = 90;
/** So many headings of the series are known, for the others to be some as well. */
const LEAST_KNOWN = 2;

function numberOf(line: Line): number {
  if (line.bullet || line.text.length > LONGEST || line.segments.length > 1) return 0;
  const [, digits, letter] = NUMBERED.exec(line.text) ?? [];
  return digits ? Number(digits) : letter ? letter.charCodeAt(0) - 64 : 0;
}

const styleOf = (line: Line): string =>
  [Math.round(line.size * 2) / 2, line.bold, line.color ?? '', line.heading ?? ''].join('/');

/** Indexes of the lines of such a series in one style, in order, each number one more than the last. `known` are headings for sure. */
export function numberedHeadings(lines: readonly Line[], known: ReadonlyMap<number, unknown>): number[] {
  const numbered = lines.map((line, index) => ({ index, line, number: numberOf(line) })).filter(({ number }) => number > 0);
  const series = new Map<string, number[]>();
  for (const { index, line, number } of numbered) {
    const style = styleOf(line);
    const own = series.get(style) ?? [];
    if (number === own.length + 1) own.push(index);
    series.set(style, own);
  }
  return [...series.values()].find((own) => own.filter((index) => known.has(index)).length >= LEAST_KNOWN) ?? [];
}
