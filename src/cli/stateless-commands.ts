/** `parse`, `jobs read`, `score`: no database, no network; the same input gives the same output. */
import { availableParallelism } from 'node:os';
import type { Command as Subcommand } from 'commander';
import { dateOf } from '../domain/clock.ts';
import type { Preset } from '../domain/match.ts';
import { createLog } from '../log.ts';
import { openResumeReader } from '../reader.ts';
import { expandFiles } from './open-files.ts';
import { addFeedImport } from './operator-commands.ts';
import { parseFiles, showParseLine } from './parse-files.ts';
import { readJobFiles } from './read-job-files.ts';
import { addJobsCommands } from './registry-commands.ts';
import { scoreFiles } from './score-files.ts';
import { action, type Settings, wholeNumber } from './settings.ts';

export function addStatelessCommands(program: Subcommand): void {
  program
    .command('parse')
    .description('read resumes and print what was understood as JSON Resume')
    .argument('<files...>', 'PDF, DOCX, DOC, ODT, RTF, TXT, MD, HTML or a zip of those')
    .option('--parallel <n>', 'how many at once', wholeNumber(1, 64), Math.min(4, availableParallelism()))
    .option('--force', 'also read what does not look like a resume', false)
    .addHelpText('after', '\nExample:\n  shortlist parse resumes/*.pdf --json > parsed.jsonl')
    .action(action<[string[], { parallel: number; force: boolean }]>(parse));
  const jobs = program.command('jobs').description('job postings: read, import, list, show, search');
  jobs
    .command('read')
    .description('read job feeds and print their postings, without a database')
    .argument('<files...>', 'XML, RSS, Atom or JSON feeds, also gzipped')
    .addHelpText('after', '\nExample:\n  shortlist jobs read feed.xml --json')
    .action(action<[string[]]>(readJobFiles));
  addFeedImport(jobs);
  addJobsCommands(jobs);
  program
    .command('score')
    .description('score resumes against postings, every pair, without a database')
    .requiredOption('--resumes <files...>', 'resumes')
    .requiredOption('--jobs <files...>', 'job feeds')
    .option('--preset <preset>', 'recruiter or candidate', 'recruiter')
    .addHelpText('after', '\nExample:\n  shortlist score --resumes resumes/*.pdf --jobs feed.xml --json')
    .action(action<[{ resumes: string[]; jobs: string[]; preset: Preset }]>(scoreFiles));
}

async function parse(
  { clock, terminal }: Settings,
  paths: string[],
  options: { parallel: number; force: boolean },
): Promise<void> {
  const files = await expandFiles(paths, { folders: false });
  const reader = openResumeReader(createLog('silent', false), { size: options.parallel });
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
