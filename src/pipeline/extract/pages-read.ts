/** What a warning says of a file of which not every page was read: `5 of 8 pages read (not 6–8)`. */
export function pagesReadWarning(all: number, left: readonly number[]): string {
  return `${all - left.length} of ${all} pages read (not ${rangesOf(left).join(', ')})`;
}

function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}
