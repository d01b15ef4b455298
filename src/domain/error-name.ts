/** What a log may say of an error: its message may quote somebody's data, as a failed query quotes its parameters (rule P9). */

/** Name and code. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** Where it was thrown, without its message; at most eight lines. */
export function errorFrames(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return frames?.slice(0, 8).join('\n');
}
