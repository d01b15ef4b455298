/** `shortlist jobs post FILE|-`: a job ad into the database, compared with all candidates before it ends. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runPost } from '../commands/jobs-post.ts';
import { UserError } from '../domain/errors.ts';
import { createLog } from '../log.ts';
import { openParts } from '../main.ts';
import { cardToText } from '../messages/card-to-text.ts';
import { openResumeReader } from '../reader.ts';
import { commit } from '../store/commit.ts';
import { openContext } from './open-context.ts';
import { expandFiles } from './open-files.ts';
import type { Settings } from './settings.ts';

export async function postJobFile(settings: Settings, file: string, options: { template?: string }): Promise<void> {
  const { config, clock, terminal } = settings;
  const log = createLog('warn', process.stderr.isTTY === true);
  if (file !== '-') await expandFiles([file], { folders: false });
  const ad =
    file === '-'
      ? { name: 'stdin', bytes: await buffer(process.stdin) }
      : { name: path.basename(file), bytes: await readFile(file) };
  const open = await openContext(settings);
  const reader = openResumeReader(log, { size: 1 });
  try {
    const result = await runPost(
      { ...open.context, readAdFile: reader.ad },
      { text: '', files: [ad] },
      options.template?.toLowerCase(),
    );
    await commit(open.store, { changes: result.changes ?? [], tasks: result.tasks ?? [], messages: [] });
    for (const value of result.json) terminal.value(value);
    if (!terminal.json) terminal.say(cardToText(result.card));
  } catch (error) {
    // The ad is input: what cannot be read of it is no wrong usage (exit code 1).
    if (!(error instanceof UserError)) throw error;
    terminal.note(`${error.message} ${error.fix}`.trim());
    terminal.failed();
    return;
  } finally {
    await reader.close();
    await open.close();
  }
  const parts = await openParts(config, clock, log);
  parts.worker.start();
  await parts.worker.idle();
  await parts.close();
}
