/**
 * The terminal face of the registry: the same commands as in mail, with `--json` and the operator's eyes unless `--as` says otherwise.
 * Store and commands are loaded when one runs: `--help` and `parse` need neither, and `stats` no scoring.
 */
import { Option, type Command as Subcommand } from 'commander';
import type { CommandContext, CommandResult } from '../commands/registry.ts';
import { POSTING_STATUSES, type PostingStatus } from '../domain/changes.ts';
import { cardToText } from '../messages/card-to-text.ts';
import { action, type Settings, wholeNumber } from './settings.ts';

/** Opens the store, runs, commits what the command changes, prints. */
export async function runCommand(settings: Settings, work: (context: CommandContext) => Promise<CommandResult>): Promise<void> {
  const [{ openContext }, { commit }] = await Promise.all([import('./open-context.ts'), import('../store/commit.ts')]);
  const open = await openContext(settings);
  try {
    const result = await work(open.context);
    const { changes = [], tasks = [], messages = [] } = result;
    if (changes.length + tasks.length > 0) await commit(open.store, { changes, tasks, messages });
    for (const value of result.json) settings.terminal.value(value);
    if (!settings.terminal.json) settings.terminal.say(cardToText(result.card));
  } finally {
    await open.close();
  }
}

export function addRegistryCommands(program: Subcommand): void {
  program
    .command('match')
    .description('jobs for a candidate, best first')
    .addOption(new Option('--resume <id>', 'resume code (r…)').conflicts('candidate'))
    .option('--candidate <id>', 'candidate code (c…)')
    .option('--limit <n>', 'how many', wholeNumber(1, 1000), 7)
    .option('--min-score <s>', 'from which score on', wholeNumber(0, 100))
    .addHelpText('after', '\nExample:\n  shortlist match --candidate c4f7k2m9q --limit 10 --json')
    .action(
      action<[{ resume?: string; candidate?: string; limit: number; minScore?: number }]>((settings, options) =>
        runCommand(settings, async (context) =>
          (await import('../commands/match.ts')).runMatch(context, {
            code: (options.resume ?? options.candidate)?.toLowerCase(),
            limit: options.limit,
            minScore: options.minScore,
          }),
        ),
      ),
    );
  program
    .command('shortlist')
    .description('candidates for a job, best first')
    .requiredOption('--job <id>', 'job code (j…)')
    .option('--limit <n>', 'how many', wholeNumber(1, 1000), 20)
    .option('--min-score <s>', 'from which score on', wholeNumber(0, 100))
    .addHelpText('after', '\nExample:\n  shortlist shortlist --job j4f7k2m9q --json')
    .action(
      action<[{ job: string; limit: number; minScore?: number }]>((settings, options) =>
        runCommand(settings, async (context) =>
          (await import('../commands/shortlist.ts')).runShortlist(context, {
            code: options.job.toLowerCase(),
            limit: options.limit,
            minScore: options.minScore,
          }),
        ),
      ),
    );
  program
    .command('why')
    .description('one match with its evidence')
    .argument('<id>', 'match code (m…)')
    .addHelpText('after', '\nExample:\n  shortlist why m4f7k2m9q')
    .action(
      action<[string]>((settings, id) =>
        runCommand(settings, async (context) => (await import('../commands/why.ts')).why.run(context, [id])),
      ),
    );
  program
    .command('candidates')
    .description('the candidates that may be seen')
    .argument('[words...]', 'words to look for')
    .addHelpText('after', '\nExample:\n  shortlist candidates nurse leeds --as recruiter@example.com --json')
    .action(
      action<[string[]]>((settings, words) =>
        runCommand(settings, async (context) => (await import('../commands/candidates.ts')).candidates.run(context, words)),
      ),
    );
  program
    .command('candidate')
    .description('one candidate')
    .argument('<id>', 'candidate code (c…)')
    .addHelpText('after', '\nExample:\n  shortlist candidate c4f7k2m9q --json')
    .action(
      action<[string]>((settings, id) =>
        runCommand(settings, async (context) => (await import('../commands/candidates.ts')).candidate.run(context, [id])),
      ),
    );
  program
    .command('stats')
    .description('counts by table and state')
    .addHelpText('after', '\nExample:\n  shortlist stats --json')
    .action(
      action((settings) =>
        runCommand(settings, async (context) => (await import('../commands/operate.ts')).stats.run(context, [])),
      ),
    );
  program
    .command('queue')
    .description('what waits, runs or has failed')
    .argument('[id]', 'task code (t…)')
    .addHelpText('after', '\nExample:\n  shortlist queue --json')
    .action(
      action<[string | undefined]>((settings, id) =>
        runCommand(settings, async (context) =>
          (await import('../commands/operate.ts')).queue.run(context, id === undefined ? [] : [id]),
        ),
      ),
    );
  program
    .command('retry')
    .description('try a failed task again; or, after an update, read files again that could not be read yet')
    .argument('[id]', 'task code (t…) or message code (s…); without one: all files that could not be read yet')
    .addHelpText('after', '\nExamples:\n  shortlist retry t4f7k2m9q\n  shortlist retry s4f7k2m9q\n  shortlist retry --json')
    .action(
      action<[string | undefined]>((settings, id) =>
        runCommand(settings, async (context) =>
          (await import('../commands/retry.ts')).retry.run(context, id === undefined ? [] : [id]),
        ),
      ),
    );
}

/** `jobs list`, `jobs show`, `jobs search`, below the `jobs` that the stateless commands made. */
export function addJobsCommands(jobs: Subcommand): void {
  jobs
    .command('list')
    .description('the postings in the database')
    .addOption(new Option('--status <s>', 'only these').choices(POSTING_STATUSES))
    .addHelpText('after', '\nExample:\n  shortlist jobs list --status approved --json')
    .action(
      action<[{ status?: PostingStatus }]>((settings, { status }) =>
        runCommand(settings, async (context) => (await import('../commands/jobs.ts')).listJobs(context, { words: [], status })),
      ),
    );
  jobs
    .command('show')
    .description('one posting in full')
    .argument('<id>', 'job code (j…)')
    .addHelpText('after', '\nExample:\n  shortlist jobs show j4f7k2m9q --json')
    .action(
      action<[string]>((settings, id) =>
        runCommand(settings, async (context) => (await import('../commands/jobs.ts')).showJob(context, id.toLowerCase())),
      ),
    );
  jobs
    .command('search')
    .description('postings with these words')
    .argument('<words...>')
    .addHelpText('after', '\nExample:\n  shortlist jobs search nurse leeds --json')
    .action(
      action<[string[]]>((settings, words) =>
        runCommand(settings, async (context) => (await import('../commands/jobs.ts')).listJobs(context, { words })),
      ),
    );
}
