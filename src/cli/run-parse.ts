/** `shortlist parse`. */
import { dateOf } from '../domain/clock.ts';
import { createLog } from '../log.ts';
import { openResumeReader } from '../reader.ts';
import { expandFiles } from './open-files.ts';
import { parseFiles, showParseLine } from './parse-files.ts';
import type { Settings } from './settings.ts';

export interface ParseArguments {
  parallel: number;
  force: boolean;
}

export async function runParse({ clock, terminal }: Settings, paths: string[], options: ParseArguments): Promise<void> {
  const files = await expandFiles(paths, { folders: false });
  const reader = openResumeReader(createLog('silent', false), { size: options.parallel });
  // A child takes longer to start than the first file to be read.
  reader.warm();
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
