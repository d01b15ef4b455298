/**
 * Operators' commands that exist nowhere else: serve, demo, import, migrate, doctor, mailbox, digest preview. Each loads what it needs when it
 * runs: `--help` and `stats` must not wait for parsers and mail.
 */
import type { Command as Subcommand } from 'commander';
import { action } from './settings.ts';

export function addOperatorCommands(program: Subcommand): void {
  program
    .command('serve')
    .description('run the service (npm start); SIGTERM or Ctrl-C drains and ends it')
    .addHelpText('after', '\nExample:\n  SMTP_LISTEN=127.0.0.1:2525 RECRUITERS=ana@example.com shortlist serve --data ./data')
    .action(action(async (settings) => (await import('./serve.ts')).serve(settings)));
  program
    .command('demo')
    .description('the main job, end to end, on samples in a temporary folder; ends by itself')
    .option('--out <dir>', 'where the mails and the digest are written (default: a temporary folder)')
    .addHelpText('after', '\nExample:\n  shortlist demo')
    .action(
      action<[{ out?: string }]>(async (settings, options) => (await import('./demo/run-demo.ts')).runDemo(settings, options)),
    );
  program
    .command('import')
    .description('bulk import of resumes into the database')
    .argument('<paths...>', 'files or folders')
    .addHelpText('after', '\nExample:\n  shortlist import ./resumes --as recruiter@example.com --json')
    .action(action<[string[]]>(async (settings, paths) => (await import('./import-resumes.ts')).importResumes(settings, paths)));
  program
    .command('migrate')
    .description('bring the database up to date')
    .addHelpText('after', '\nExample:\n  shortlist migrate --data ./data')
    .action(action(async (settings) => (await import('./migrate.ts')).migrateDatabase(settings)));
  program
    .command('doctor')
    .description('check this machine and these settings, with the fix for what is wrong')
    .addHelpText('after', '\nExample:\n  shortlist doctor --json')
    .action(action(async (settings) => (await import('./doctor.ts')).runDoctor(settings)));
  const mailbox = program
    .command('mailbox')
    .description('the mailbox of IMAP_URL')
    .addHelpText('after', '\nExample:\n  shortlist mailbox read-old --since 2026-01-31');
  mailbox
    .command('read-old')
    .description('take in mails that were there before the first start; the running service does it, behind new mail')
    .option('--since <date>', 'those that arrived on that day or later, YYYY-MM-DD (default: all)')
    .option('--answer', 'answer them too; else their senders get no mail', false)
    .addHelpText('after', '\nExample:\n  shortlist mailbox read-old --since 2026-01-31')
    .action(
      action<[{ since?: string; answer: boolean }]>(async (settings, options) =>
        (await import('./mailbox.ts')).readOldMails(settings, options),
      ),
    );
  const digest = program
    .command('digest')
    .description('the daily digest')
    .addHelpText('after', '\nExample:\n  shortlist digest preview --person ana@example.com');
  digest
    .command('preview')
    .description("one person's digest as it would be sent; sends nothing")
    .requiredOption('--person <email>', 'whose digest')
    .option('--date <date>', 'local date, YYYY-MM-DD (default: today)')
    .option('--format <format>', 'html, text or json', 'text')
    .addHelpText('after', '\nExample:\n  shortlist digest preview --person ana@example.com --format html > digest.html')
    .action(
      action<[{ person: string; date?: string; format: string }]>(async (settings, options) =>
        (await import('./digest-preview.ts')).previewDigest(settings, options),
      ),
    );
}

/** `jobs import`, below the `jobs` of the other files. */
export function addFeedImport(jobs: Subcommand): void {
  jobs
    .command('import')
    .description('read job feeds into the database and score what is new')
    .argument('<sources...>', 'feed files')
    .option('--feed <name>', 'name of the feed (default: the file name)')
    .addHelpText('after', '\nExample:\n  shortlist jobs import feed.xml --feed our-board --json')
    .action(
      action<[string[], { feed?: string }]>(async (settings, sources, options) =>
        (await import('./import-jobs.ts')).importJobs(settings, sources, options),
      ),
    );
}
