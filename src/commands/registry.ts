/** One declaration a command (principle 6): it appears in mail, in the terminal and in every chat. */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import type { MatchId, PostingId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import type { Person, Role, Viewer } from '../domain/people.ts';
import type { NewTask } from '../domain/steps.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import type { Card } from '../messages/card.ts';
import type { Choice, Form } from '../messages/channel.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import type { FileReading } from '../pipeline/postings/post-file.ts';
import type { Store } from '../store/store.ts';
import type { TaskQueue } from '../tasks/queue.ts';

export interface CommandSettings {
  showFrom: number;
  storeFrom: number;
  retentionDays: number;
  keepOriginals: boolean;
  /** The address that mail to the service goes to. */
  inbox?: string;
  /** The role that the settings give to an address: no command takes it away. */
  roleBySettings?(channel: string, address: string): Role | undefined;
}

/** Where the command came from, for what is answered later. */
export interface AskedIn {
  conversation: string;
  messageId?: string;
  references: readonly string[];
}

export interface CommandContext {
  store: Store;
  queue: TaskQueue;
  taxonomy: Taxonomy;
  clock: Clock;
  workspace: WorkspaceId;
  viewer: Viewer;
  /** Who asks; undefined for the operator at the terminal. */
  person?: Person;
  channel: string;
  /** Undefined at the terminal. */
  askedIn?: AskedIn;
  settings: CommandSettings;
  /** The message that carried the command: `jobs post` reads what stands below the line, or is attached. */
  message?: { submissionId: SubmissionId; text: string };
  /** Reads a file with a job ad in a child process (rule P1). */
  readAdFile?: (bytes: Uint8Array, name: string) => Promise<FileReading>;
  /** Numbers of the message replied to, else of the last one sent to the person. */
  numbered: readonly { number: number; matchId: MatchId }[];
}

export interface CommandResult {
  card: Card;
  /** What `--json` prints, a value a line. */
  json: readonly unknown[];
  changes?: readonly Change[];
  tasks?: readonly NewTask[];
  /** To others than who asked. */
  messages?: readonly OutgoingMessage[];
  /** Which match a number in the card means. */
  matches?: readonly { number: number; matchId: MatchId }[];
  /** The answer comes when the work is done: the card is for the terminal only. */
  answersLater?: boolean;
  /** The one job that the card is about: files in an answer to it are for that job. */
  postingId?: PostingId;
}

/** A typed argument, for platforms that have them. Options become words in the order declared. */
export interface CommandOption {
  /** Small letters, at most 32. */
  name: string;
  /** At most 100 letters. */
  summary: string;
  kind: 'words' | 'number' | 'choice' | 'file';
  required?: boolean;
  /** At most 25. */
  choices?: readonly Choice[];
  /** What it is completed with while it is typed: things that the person may see. */
  suggests?: 'posting' | 'match' | 'candidate' | 'zone';
  /** Written before the value in the line: `min:`, `at `. */
  prefix?: string;
}

export interface Command {
  name: string;
  /** Other words for it, in lower case. */
  aliases?: readonly string[];
  /** How to write it: `shortlist <job>`. */
  usage: string;
  summary: string;
  examples: readonly string[];
  /** The least role that may use it. */
  role: Role;
  /** Left out: one option `words` when the usage has arguments. */
  options?: readonly CommandOption[];
  /** Short name of its own beside `/shortlist` on platforms with slash commands. */
  slash?: string;
  /** False: only a platform's own command; in a text its name is an ordinary word. */
  textual?: boolean;
  /** A form to fill in. Undefined: not for this person now. Reads only what the viewer may see. */
  form?(context: FormContext, words: readonly string[]): Promise<Omit<Form, 'command'> | undefined>;
  /** What the form does when it comes back (of `resume`, intake takes the files). No field has the name of an option. Throws UserError. */
  fill?(context: CommandContext, words: readonly string[], fields: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** True when the words are arguments of this command: mail takes a line for a command only then. */
  accepts(words: readonly string[]): boolean;
  /** Throws UserError for what cannot be done as asked. */
  run(context: CommandContext, words: readonly string[]): Promise<CommandResult>;
}

export type FormContext = Pick<CommandContext, 'store' | 'taxonomy' | 'clock' | 'workspace' | 'viewer' | 'person' | 'settings'>;

/** What a channel shows of a command: no handler. */
export type CommandFace = Pick<Command, 'name' | 'aliases' | 'usage' | 'summary' | 'examples' | 'role' | 'options' | 'slash'> & {
  hasForm: boolean;
};

/** Typed arguments on the inside, one plain shape on the outside. `parse` gives undefined for words that are not its arguments. */
export function defineCommand<A>(
  command: Omit<Command, 'accepts' | 'run'> & {
    parse(words: readonly string[]): A | undefined;
    run(context: CommandContext, args: A): Promise<CommandResult>;
  },
): Command {
  const { parse, run, ...rest } = command;
  return {
    ...rest,
    accepts: (words) => parse(words) !== undefined,
    async run(context, words) {
      const args = parse(words);
      if (args === undefined) throw new UsageError(rest.name, rest.usage, rest.examples);
      return run(context, args);
    },
  };
}

/** The command exists, its words do not fit. */
export class UsageError extends Error {
  readonly command: string;
  readonly usage: string;
  readonly examples: readonly string[];
  constructor(command: string, usage: string, examples: readonly string[]) {
    super(`${command} is written: ${usage}`);
    this.name = 'UsageError';
    this.command = command;
    this.usage = usage;
    this.examples = examples;
  }
}

const RANK: Readonly<Record<Role, number>> = { candidate: 0, recruiter: 1, admin: 2 };

/** A role may do what a lesser one may. */
export const mayUse = (role: Role, command: Pick<Command, 'role'>): boolean => RANK[role] >= RANK[command.role];
