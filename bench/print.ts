/** How the benches print: a name, a figure, and how it stands to its peer. */

/** `ratio` above 1: ours is better. */
export function print(what: string, value: string, peer?: { name: string; value: string; ratio: number }): void {
  const beside = peer ? `  ${peer.name} ${peer.value}, ratio ${peer.ratio.toFixed(peer.ratio < 0.1 ? 3 : 2)}` : '';
  console.log(`  ${what.padEnd(44)} ${value.padStart(14)}${beside}`);
}

/** Of measured times; sorts a copy. */
export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * q)] ?? Number.NaN;
}

/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs of `work` a second, for about so many seconds and at least once. */
export async function perSecond(seconds: number, work: () => unknown): Promise<number> {
  const started = performance.now();
  let runs = 0;
  do {
    await work();
    runs++;
  } while (performance.now() - started < seconds * 1000);
  return (runs * 1000) / (performance.now() - started);
}
