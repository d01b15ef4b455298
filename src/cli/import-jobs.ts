/** `shortlist jobs import`: reads feeds into the database with a progress line and a run report, and scores what is new. */
import { createReadStream } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import type { FeedRunReport } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { createLog } from '../log.ts';
import { openParts } from '../main.ts';
import { importFeed } from '../pipeline/postings/import-feed.ts';
import { expandFiles } from './open-files.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export async function importJobs(
  { config, clock, terminal }: Settings,
  sources: string[],
  options: { feed?: string },
): Promise<void> {
  const url = sources.find((source) => /^https?:\/\//i.test(source));
  if (url)
    throw new UserError(
      'Feeds by URL come with a later release.',
      'Download the feed and import the file: shortlist jobs import feed.xml --feed NAME',
    );
  const files = await expandFiles(sources, { folders: false });
  // Beside a running service: what people wait for there goes first (rule R1).
  setPriority(constants.priority.PRIORITY_LOW);
  const parts = await openParts(config, clock, createLog('warn', process.stderr.isTTY === true));
  parts.worker.start();
  try {
    for (const file of files) {
      const feed = options.feed ?? path.basename(file).replace(/(\.\w+)(\.gz)?$/, '');
      const report = await importFeed(parts, {
        workspace: DEFAULT_WORKSPACE,
        feed,
        source: createReadStream(file),
        onProgress: progressLine(terminal, feed),
      });
      terminal.value(report);
      if (report.malformed > 0 || report.failed > 0) terminal.failed();
      if (!terminal.json) terminal.say(describeReport(report));
    }
    await parts.worker.idle();
  } finally {
    await parts.close();
  }
}

/** One line that moves in a terminal; nothing elsewhere (the report follows). */
function progressLine(terminal: Terminal, feed: string): (read: number) => void {
  return (read) => {
    if (process.stderr.isTTY && !terminal.json) process.stderr.write(`\r${feed}: ${read} postings read`);
  };
}

/** The run report in words. */
export function describeReport(report: FeedRunReport): string {
  const { feed, read, closed, malformed, updated, unchanged, merged, ms } = report;
  const counts = [
    `${report.new} new`,
    `${merged} merged`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    `${closed} closed`,
    `${malformed} malformed`,
  ].filter((text) => !text.startsWith('0 '));
  const errors = report.errors.slice(0, 5).map((error) => `  ${error.position ?? ''} ${error.message}`.replace(/^ {2} /, '  '));
  return [`${feed}: ${read} postings in ${ms} ms: ${counts.join(', ') || 'nothing new'}`, ...errors].join('\n');
}
