/** `shortlist parse`. */
import { dateOf } from '../domain/clock.ts';
import type { OpenReader } from '../reader.ts';
import { expandFiles } from './open-files.ts';
import { parseFiles, showParseLine } from './parse-files.ts';
import { startReader } from './reader-ahead.ts';
import type { Settings } from './settings.ts';

export interface ParseArguments {
  parallel: number;
  force: boolean;
}

/** `ahead`: a reader whose child has been starting since the process began. */
export async function runParse(
  { clock, terminal }: Settings,
  paths: string[],
  options: ParseArguments,
  ahead?: OpenReader,
): Promise<void> {
  const files = await expandFiles(paths, { folders: false });
  const reader = ahead ?? startReader(options.parallel);
  const progress = terminal.progress(files.length, 'reading');
  try {
    await parseFiles(reader, files, { asOf: dateOf(clock.now()), parallel: options.parallel, force: options.force }, (line) => {
      if (!line.ok) terminal.failed();
      terminal.value(line);
      if (!terminal.json) showParseLine(terminal, line);
      progress.advance(line.file);
    });
  } finally {
    progress.done();
    await reader.close();
  }
}
