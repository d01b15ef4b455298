/** The terminal face of what people say of their own resumes: `profile`, `correct`, `accept`, `decline`, `undo`, each with `--as`. */
import type { Command as Subcommand } from 'commander';
import type { Command } from '../commands/registry.ts';
import { runCommand } from './registry-commands.ts';
import { action } from './settings.ts';

interface Face {
  description: string;
  words: string;
  example: string;
  load(): Promise<Command>;
}

const FACES: Readonly<Record<string, Face>> = {
  profile: {
    description: 'what was understood of a resume, in facts and sentences',
    words: 'code of a candidate (c…), if not oneself',
    example: 'shortlist profile --as ana@example.com',
    load: async () => (await import('../commands/profile.ts')).profile,
  },
  correct: {
    description: 'correct what was understood of a resume',
    words: 'code of the resume (r…), if not the own one; then the line, in quotes where a word begins with "-"',
    example: 'shortlist correct "skills +Rust -Excel" --as ana@example.com',
    load: async () => (await import('../commands/correct.ts')).correct,
  },
  undo: {
    description: 'take back the last word about a match, a resume or a newer file',
    words: 'code of the match (m…) or resume (r…)',
    example: 'shortlist undo r4f7k2m9q --as ana@example.com',
    load: async () => (await import('../commands/undo.ts')).undo,
  },
  accept: {
    description: 'use a newer resume that somebody else sent; without a code: what waits',
    words: 'code of the resume (r…)',
    example: 'shortlist accept r4f7k2m9q --as ana@example.com',
    load: async () => (await import('../commands/accept.ts')).accept,
  },
  decline: {
    description: 'keep the current resume, whatever newer one somebody else sent',
    words: 'code of the resume (r…)',
    example: 'shortlist decline r4f7k2m9q --as ana@example.com',
    load: async () => (await import('../commands/accept.ts')).decline,
  },
};

export function addResumeCommands(program: Subcommand): void {
  for (const [name, { description, words, example, load }] of Object.entries(FACES))
    program
      .command(name)
      .description(description)
      .argument('[words...]', words)
      .addHelpText('after', `\nExample:\n  ${example}`)
      .action(
        action<[string[]]>((settings, given) =>
          runCommand(settings, async (context) =>
            (await load()).run(context, given.flatMap((word) => word.split(/\s+/)).filter(Boolean)),
          ),
        ),
      );
}
