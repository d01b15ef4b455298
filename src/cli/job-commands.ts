/** The terminal face of what recruiters do with jobs and of applications: `jobs post|select|close …`, `applications`, `status`. */
import type { Command as Subcommand } from 'commander';
import type { CommandContext, CommandResult } from '../commands/registry.ts';
import { runCommand } from './registry-commands.ts';
import { action } from './settings.ts';

/** Below the `jobs` that other files made, and beside it. */
export function addJobCommands(program: Subcommand): void {
  const jobs = program.commands.find((command) => command.name() === 'jobs');
  if (jobs) addToJobs(jobs);
  const onJob = (name: string, description: string, run: (context: CommandContext, words: string[]) => Promise<CommandResult>) =>
    program
      .command(name)
      .description(description)
      .argument('<job>', 'job code (j…)')
      .addHelpText('after', `\nExample:\n  shortlist ${name} j4f7k2m9q --as ana@example.com --json`)
      .action(action<[string]>((settings, code) => runCommand(settings, (context) => run(context, [code]))));
  onJob('applications', 'who applied for a job', async (context, words) =>
    (await import('../commands/applied.ts')).applications.run(context, words),
  );
  onJob('withdraw', "take somebody's application back (--as)", async (context, words) =>
    (await import('../commands/applied.ts')).withdraw.run(context, words),
  );
  program
    .command('applied')
    .description('what somebody applied for (--as)')
    .addHelpText('after', '\nExample:\n  shortlist applied --as ana@example.com --json')
    .action(
      action((settings) =>
        runCommand(settings, async (context) => (await import('../commands/applied.ts')).applied.run(context, [])),
      ),
    );
  program
    .command('status')
    .description('how far a message or batch is')
    .argument('[id]', 'message or batch code (s…); without one the last with files')
    .addHelpText('after', '\nExample:\n  shortlist status s4f7k2m9q --json')
    .action(
      action<[string | undefined]>((settings, id) =>
        runCommand(settings, async (context) =>
          (await import('../commands/status.ts')).status.run(context, id === undefined ? [] : [id]),
        ),
      ),
    );
}

const ON_JOB = {
  select: 'look after a job: its candidates and applications come to --as',
  unselect: 'look after it no longer',
  close: 'close a job; its address answers so',
  reopen: 'open a closed job again',
} as const;

function addToJobs(jobs: Subcommand): void {
  jobs
    .command('post')
    .description('post a job from an ad: TXT, MD, PDF, DOCX, DOC, ODT, RTF, HTML or JSON')
    .argument('<file>', 'the ad; - reads it from the standard input')
    .option('--template <job>', 'code of a job of yours: its company, place, pay and type hold where the ad says nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  shortlist jobs post welder.txt --as rita@example.com --json\n  pbpaste | shortlist jobs post -',
    )
    .action(
      action<[string, { template?: string }]>(async (settings, file, options) =>
        (await import('./post-job.ts')).postJobFile(settings, file, options),
      ),
    );
  for (const [name, description] of Object.entries(ON_JOB)) {
    jobs
      .command(name)
      .description(description)
      .argument('<id>', 'job code (j…)')
      .addHelpText('after', `\nExample:\n  shortlist jobs ${name} j4f7k2m9q --as rita@example.com --json`)
      .action(action<[string]>((settings, id) => runCommand(settings, (context) => runJobs(context, [name, id]))));
  }
  jobs
    .command('edit')
    .description('correct what was understood of a posted job')
    .argument('<id>', 'job code (j…)')
    .argument('<fields...>', 'field=value: title, company, place, workplace, pay, type, years, must, nice, link')
    .addHelpText('after', '\nExample:\n  shortlist jobs edit j4f7k2m9q "title=Senior Welder" place=Leeds')
    .action(
      action<[string, string[]]>((settings, id, fields) =>
        runCommand(settings, (context) => runJobs(context, ['edit', id, ...fields])),
      ),
    );
  jobs
    .command('mine')
    .description('jobs that somebody posted or selected (--as)')
    .addHelpText('after', '\nExample:\n  shortlist jobs mine --as rita@example.com --json')
    .action(action((settings) => runCommand(settings, (context) => runJobs(context, ['mine']))));
}

const runJobs = async (context: CommandContext, words: string[]): Promise<CommandResult> =>
  (await import('../commands/jobs.ts')).jobs.run(context, words);
