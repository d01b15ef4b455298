/** Which entry that was read is which of the gold: best agreement first. What is left over stands alone. */
type Pair = readonly [read: number | undefined, gold: number | undefined];

/** `agreement` gives 0…1 for each thing compared; entries that agree in nothing are not paired. */
export function pairEntries<A, B>(read: readonly A[], gold: readonly B[], agreement: (a: A, b: B) => readonly number[]): Pair[] {
  const candidates = read.flatMap((a, i) =>
    gold.map((b, j) => ({ i, j, sum: agreement(a, b).reduce((x, y) => x + y, 0) })).filter(({ sum }) => sum > 0.3),
  );
  // Of equal agreement the pair in the same place wins: two jobs of one title at one firm keep their order.
  candidates.sort((a, b) => b.sum - a.sum || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const pairs: Pair[] = [];
  const [used, taken] = [new Set<number>(), new Set<number>()];
  for (const { i, j } of candidates) {
    if (used.has(i) || taken.has(j)) continue;
    used.add(i);
    taken.add(j);
    pairs.push([i, j]);
  }
  for (const i of read.keys()) if (!used.has(i)) pairs.push([i, undefined]);
  for (const j of gold.keys()) if (!taken.has(j)) pairs.push([undefined, j]);
  return pairs;
}
