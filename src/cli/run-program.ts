/** All commands of the terminal, and what their ends mean to the shell. */
import { Command, CommanderError } from 'commander';
import { UsageError } from '../commands/registry.ts';
import { loadDotEnv } from '../config.ts';
import { ConfigError, UserError } from '../domain/errors.ts';
import type { OpenReader } from '../reader.ts';
import { addJobCommands } from './job-commands.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { addPrivacyCommands } from './privacy-commands.ts';
import { addRegistryCommands } from './registry-commands.ts';
import { addResumeCommands } from './resume-commands.ts';
import { addStatelessCommands } from './stateless-commands.ts';

const EXIT_USAGE = 2;
const EXIT_INTERNAL = 3;

function createProgram(ahead: OpenReader | undefined): Command {
  const program = new Command('shortlist')
    .description(
      'Reads resumes, matches them to jobs, learns from reactions and sends a daily digest. Needs no key and no network.',
    )
    .option('--data <dir>', 'data folder', 'data')
    .option('--database <url>', 'database (default: shortlist.db in the data folder)')
    .option('--json', 'one JSON value a line on stdout, everything else on stderr', false)
    .option('--as <email>', 'whose eyes to use (default: the operator, an admin)')
    .showHelpAfterError('(add --help for the options and an example)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExamples:\n  shortlist demo\n  shortlist serve\n  shortlist parse resume.pdf --json\n  shortlist jobs import feed.xml --feed our-board\n',
    )
    .exitOverride();
  addStatelessCommands(program, ahead);
  addRegistryCommands(program);
  addOperatorCommands(program);
  addPrivacyCommands(program);
  addJobCommands(program);
  addPeopleCommands(program);
  addResumeCommands(program);
  return program;
}

/** Options such as --json may stand before or behind the command: every subcommand takes the global ones too. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n${error.fix}\n`);
    return EXIT_USAGE;
  }
  if (error instanceof UserError) {
    process.stderr.write(`${error.message} ${error.fix}\n`);
    return EXIT_USAGE;
  }
  if (error instanceof UsageError) {
    process.stderr.write(
      `Write it like this: shortlist ${error.usage}\nFor example: shortlist ${error.examples[0] ?? error.usage}\n`,
    );
    return EXIT_USAGE;
  }
  process.stderr.write(
    `Something went wrong inside: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT_INTERNAL;
}

/** Runs the command that the words of this process name. `ahead`: a reader that was started for it; closed when it ends. */
export async function runProgram(ahead: OpenReader | undefined): Promise<void> {
  // `shortlist … | head` closes the pipe: that is the reader's choice and no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  // Nobody reads the remarks any more (`shortlist serve 2>&1 | head -1`): the work goes on without them.
  process.stderr.on('error', () => {});
  try {
    loadDotEnv();
    await createProgram(ahead).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  } finally {
    await ahead?.close();
  }
}
