/** The terminal face of roles and of watched places: `admin …`, `sources`, `source …`. */
import type { Command as Subcommand } from 'commander';
import type { CommandContext, CommandResult } from '../commands/registry.ts';
import { runCommand } from './registry-commands.ts';
import { action } from './settings.ts';

export function addPeopleCommands(program: Subcommand): void {
  const admin = program
    .command('admin')
    .description('who is a recruiter or an admin; give and take roles')
    .addHelpText('after', '\nExample:\n  shortlist admin grant ana@example.com recruiter --json');
  admin
    .command('list')
    .description('recruiters and admins')
    .addHelpText('after', '\nExample:\n  shortlist admin list --json')
    .action(action((settings) => runCommand(settings, (context) => runAdmin(context, ['list']))));
  admin
    .command('grant')
    .description('give a role: candidate, recruiter or admin')
    .argument('<who>', 'mail address, slack:<user id>, discord:<user id> or the code of a person (p…)')
    .argument('<role>', 'candidate, recruiter or admin')
    .addHelpText('after', '\nExample:\n  shortlist admin grant ana@example.com recruiter')
    .action(
      action<[string, string]>((settings, who, role) =>
        runCommand(settings, (context) => runAdmin(context, ['grant', who, role])),
      ),
    );
  admin
    .command('revoke')
    .description('take a role away; RECRUITERS and ADMINS stay the least that somebody has')
    .argument('<who>', 'mail address, slack:<user id>, discord:<user id> or the code of a person (p…)')
    .addHelpText('after', '\nExample:\n  shortlist admin revoke slack:U0ANA')
    .action(action<[string]>((settings, who) => runCommand(settings, (context) => runAdmin(context, ['revoke', who]))));
  program
    .command('sources')
    .description('channels and folders that are watched for resumes')
    .addHelpText('after', '\nExample:\n  shortlist sources --json')
    .action(
      action((settings) =>
        runCommand(settings, async (context) => (await import('../commands/sources.ts')).sources.run(context, [])),
      ),
    );
  const source = program
    .command('source')
    .description('watch a channel or a folder for resumes; the running service reads it')
    .addHelpText('after', '\nExample:\n  shortlist source add folder:/srv/resumes daily --as rita@example.com');
  source
    .command('add')
    .description('watch a place')
    .argument('<place...>', 'slack:#channel, discord:<id> or folder:/path; then hourly, daily, weekly or manual; then: as <name>')
    .addHelpText('after', '\nExample:\n  shortlist source add folder:/srv/resumes daily as inbox --as rita@example.com')
    .action(action<[string[]]>((settings, words) => runCommand(settings, (context) => runSource(context, ['add', ...words]))));
  source
    .command('edit')
    .description('how often it is read, or its name')
    .argument('<name>', 'name of the source')
    .argument('<words...>', 'hourly, daily, weekly or manual; or: as <new name>')
    .addHelpText('after', '\nExample:\n  shortlist source edit inbox weekly')
    .action(
      action<[string, string[]]>((settings, name, words) =>
        runCommand(settings, (context) => runSource(context, ['edit', name, ...words])),
      ),
    );
  for (const [name, description] of Object.entries(ON_SOURCE)) {
    source
      .command(name)
      .description(description)
      .argument('<name>', 'name of the source')
      .addHelpText('after', `\nExample:\n  shortlist source ${name} inbox`)
      .action(action<[string]>((settings, which) => runCommand(settings, (context) => runSource(context, [name, which]))));
  }
}

const ON_SOURCE = {
  sync: 'read it now',
  pause: 'leave it alone for now',
  resume: 'go on with it',
  remove: 'watch it no longer; what came stays',
} as const;

const runAdmin = async (context: CommandContext, words: string[]): Promise<CommandResult> =>
  (await import('../commands/admin.ts')).admin.run(context, words);

const runSource = async (context: CommandContext, words: string[]): Promise<CommandResult> =>
  (await import('../commands/sources.ts')).source.run(context, words);
