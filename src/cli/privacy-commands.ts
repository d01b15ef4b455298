/** `privacy`, `export` and `erase` at the terminal: the operator acts for somebody who asked. Each loads what it needs when it runs. */
import type { Command as Subcommand } from 'commander';
import { action } from './settings.ts';

export function addPrivacyCommands(program: Subcommand): void {
  program
    .command('privacy')
    .description('what is kept about a person')
    .requiredOption('--person <email>', 'whose')
    .addHelpText('after', '\nExample:\n  shortlist privacy --person ana@example.com --json')
    .action(
      action<[{ person: string }]>(async (settings, { person }) =>
        (await import('./privacy-of-person.ts')).showPrivacy(settings, person),
      ),
    );
  program
    .command('export')
    .description('everything that is kept about a person, as one JSON document')
    .requiredOption('--person <email>', 'whose; also a candidate who never wrote')
    .option('--out <file>', 'write it there instead of to stdout')
    .addHelpText('after', '\nExample:\n  shortlist export --person ana@example.com --out ana.json')
    .action(
      action<[{ person: string; out?: string }]>(async (settings, options) =>
        (await import('./privacy-of-person.ts')).exportData(settings, options),
      ),
    );
  program
    .command('erase')
    .description('erase everything about a person; without --yes it only says what would go')
    .requiredOption('--person <email>', 'whom; also a candidate who never wrote')
    .option('--yes', 'do it; it cannot be undone', false)
    .addHelpText('after', '\nExample:\n  shortlist erase --person ana@example.com --yes --json')
    .action(
      action<[{ person: string; yes: boolean }]>(async (settings, options) =>
        (await import('./privacy-of-person.ts')).erasePerson(settings, options),
      ),
    );
}
