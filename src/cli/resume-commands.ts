/** `profile` and `correct` at the terminal: in the name of the person whose word it is (`--as`). */
import type { Command as Subcommand } from 'commander';
import { runCommand } from './registry-commands.ts';
import { action } from './settings.ts';

export function addResumeCommands(program: Subcommand): void {
  program
    .command('profile')
    .description('what was understood of a resume, in facts and sentences (--as, or a candidate)')
    .argument('[candidate]', 'candidate code (c…)')
    .addHelpText('after', '\nExample:\n  shortlist profile --as ana@example.com')
    .action(
      action<[string | undefined]>((settings, code) =>
        runCommand(settings, async (context) =>
          (await import('../commands/profile.ts')).profile.run(context, code === undefined ? [] : [code]),
        ),
      ),
    );
  program
    .command('correct')
    .description('correct what was understood of a resume (--as)')
    .argument('<words...>', 'field=value, after a resume code (r…) where it is not the own resume')
    .addHelpText('after', '\nExample:\n  shortlist correct title="Staff Engineer" --as ana@example.com')
    .action(
      action<[string[]]>((settings, words) =>
        runCommand(settings, async (context) => (await import('../commands/correct.ts')).correct.run(context, words)),
      ),
    );
}
