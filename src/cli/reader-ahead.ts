/** `parse` spends its time on the start of a child (decision 0034): where the words of the command line ask for it, that begins before the program is loaded. */
import type { Log } from '../log.ts';
import { type OpenReader, openResumeReader } from '../reader.ts';

/** As `parse` reads without being told how many at once. */
export const mostAtOnce = (cores: number): number => Math.min(4, cores);

/** What this machine cannot do is told by `doctor` and the service. */
const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** What only shows help, and what says how many children there may be. */
const NOT_PLAIN = /^(?:-h|--help|--parallel)\b/;

/** A reader whose child starts now, for `shortlist parse FILE…`; undefined for anything else. Close it, used or not. */
export function readerAhead(words: readonly string[], cores: number): OpenReader | undefined {
  const [command, ...rest] = words;
  const hasFile = rest.some((word) => !word.startsWith('-'));
  if (command !== 'parse' || !hasFile || rest.some((word) => NOT_PLAIN.test(word))) return undefined;
  return startReader(mostAtOnce(cores));
}

/** A reader with a child that starts: that takes longer than to find the first file. */
export function startReader(size: number): OpenReader {
  const reader = openResumeReader(SILENT, { size });
  reader.warm();
  return reader;
}
