/** `parse`, `jobs read`, `score`: no database, no network; the same input gives the same output. */
import { availableParallelism } from 'node:os';
import type { Command as Subcommand } from 'commander';
import type { Preset } from '../domain/match.ts';
import { READ_FORMATS_LISTED } from '../messages/read-formats.ts';
import type { OpenReader } from '../reader.ts';
import { addFeedImport } from './operator-commands.ts';
import { mostAtOnce } from './reader-ahead.ts';
import { addJobsCommands } from './registry-commands.ts';
import type { ParseArguments } from './run-parse.ts';
import { action, wholeNumber } from './settings.ts';

/** `ahead`: a reader that `parse` takes instead of one of its own. */
export function addStatelessCommands(program: Subcommand, ahead?: OpenReader): void {
  program
    .command('parse')
    .description('read resumes and print what was understood as JSON Resume')
    .argument('<files...>', `${READ_FORMATS_LISTED} or a zip of those`)
    .option('--parallel <n>', 'how many at once', wholeNumber(1, 64), mostAtOnce(availableParallelism()))
    .option('--force', 'also read what does not look like a resume', false)
    .addHelpText('after', '\nExample:\n  shortlist parse resumes/*.pdf --json > parsed.jsonl')
    .action(
      action<[string[], ParseArguments]>(async (settings, files, options) =>
        (await import('./run-parse.ts')).runParse(settings, files, options, ahead),
      ),
    );
  const jobs = program
    .command('jobs')
    .description('job postings: read, import, list, show, search')
    .addHelpText('after', '\nExample:\n  shortlist jobs import feed.xml --feed our-board');
  jobs
    .command('read')
    .description('read job feeds and print their postings, without a database')
    .argument('<files...>', 'XML, RSS, Atom or JSON feeds, also gzipped')
    .addHelpText('after', '\nExample:\n  shortlist jobs read feed.xml --json')
    .action(action<[string[]]>(async (settings, files) => (await import('./read-job-files.ts')).readJobFiles(settings, files)));
  addFeedImport(jobs);
  addJobsCommands(jobs);
  program
    .command('score')
    .description('score resumes against postings, every pair, without a database')
    .requiredOption('--resumes <files...>', 'resumes')
    .requiredOption('--jobs <files...>', 'job feeds')
    .option('--preset <preset>', 'recruiter or candidate', 'recruiter')
    .addHelpText('after', '\nExample:\n  shortlist score --resumes resumes/*.pdf --jobs feed.xml --json')
    .action(
      action<[{ resumes: string[]; jobs: string[]; preset: Preset }]>(async (settings, options) =>
        (await import('./score-files.ts')).scoreFiles(settings, options),
      ),
    );
}
