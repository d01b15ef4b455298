/** What went wrong and what to do about it, without blame and without inner workings. */
import type { ReadError } from '../domain/read-error.ts';
import type { Card, CardBlock } from './card.ts';
import { oneLine } from './phrases.ts';
import { explainReadError } from './read-error-text.ts';

function card(title: string, text: string, commands: { command: string; does: string }[]): Card {
  const blocks: CardBlock[] = [{ kind: 'text', text }];
  if (commands.length > 0) blocks.push({ kind: 'commands', commands });
  return { about: [], title, blocks, footer: [], attachments: [] };
}

const HELP = { command: 'help', does: 'everything I can do' };

/** A file that was not read. */
export function buildReadErrorCard(file: string, error: ReadError): Card {
  const { what, fix } = explainReadError(error);
  const label = oneLine(file, 80);
  return card(`I could not read ${label}`, `I could not read ${label}: ${what}. ${fix}`, []);
}

export interface UsageProblem {
  /** The command as registered: `why`. */
  command: string;
  /** What was missing or wrong, a sentence without its full stop: `"m12" is not the code of a match`. */
  problem: string;
  /** `why MATCH`. */
  usage: string;
  example: string;
}

/** A known command with words it cannot use. */
export function buildUsageCard(problem: UsageProblem): Card {
  return card(`How to use "${problem.command}"`, `${problem.problem}. Please write it like this: ${problem.usage}`, [
    { command: problem.example, does: 'for example' },
    HELP,
  ]);
}

/** A word that is no command; `near` are those that look alike. */
export function buildUnknownCommandCard(word: string, near: readonly { command: string; does: string }[]): Card {
  const asked = oneLine(word, 60);
  return card(
    `I do not know "${asked}"`,
    near.length > 0 ? `I do not know "${asked}". Did you mean one of these?` : `I do not know "${asked}".`,
    [...near, HELP],
  );
}

/** What a command refused: shown as it stands (domain/errors.ts, UserError). Unknown and forbidden read alike. */
export function buildRefusalCard(error: { message: string; fix: string }): Card {
  return card(oneLine(error.message, 100), `${error.message} ${error.fix}`.trim(), []);
}

/** Something failed inside; the code finds it in the queue. Never carries the error's own text: it may hold personal data. */
export function buildInternalErrorCard(taskCode?: string): Card {
  const code = taskCode ? ` Its number is ${taskCode}.` : '';
  return card(
    'That did not work',
    `Something went wrong on my side; what you sent is safe.${code} Please try again in a few minutes, and tell whoever runs this service if it stays so.`,
    [],
  );
}
