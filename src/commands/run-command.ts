/** The step `runCommand`: a command line that a message carried → its answer, in one commit. */
import type { Clock } from '../domain/clock.ts';
import { UserError } from '../domain/errors.ts';
import { type Person, type Role, serviceViewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import type { Card } from '../messages/card.ts';
import { buildRefusalCard, buildUsageCard } from '../messages/error-card.ts';
import { buildDidYouMeanCard } from '../messages/help-card.ts';
import { privacyNotice } from '../messages/privacy-notice.ts';
import { firstContactNotice, replyToSubmission } from '../pipeline/answer/reply-to-submission.ts';
import { getNumberedMatches, lastSentTo } from '../store/outbox.ts';
import { getPerson } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { getSubmission, type SubmissionView } from '../store/submissions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import type { StepResult, TaskQueue } from '../tasks/queue.ts';
import { COMMANDS } from './all-commands.ts';
import { findCommand, nearestCommand } from './find-command.ts';
import { readInvoked } from './invoked.ts';
import { type ParsedLine, parseCommandLine } from './parse-command-line.ts';
import { type CommandContext, type CommandResult, type CommandSettings, mayUse, UsageError } from './registry.ts';

export interface CommandRunnerOptions {
  store: Store;
  queue: TaskQueue;
  taxonomy: Taxonomy;
  clock: Clock;
  settings: CommandSettings;
  readAdFile?: CommandContext['readAdFile'];
}

export function createRunCommand(options: CommandRunnerOptions): StepHandler<'runCommand'> {
  const { store } = options;
  return async (task) => {
    const submission = await getSubmission(store, serviceViewer(task.workspace), task.payload.submissionId);
    const person = submission && (await getPerson(store, task.workspace, submission.personId));
    // Only what was verified when it came in is a command (rule E10); intake decided, this line holds it.
    if (!submission?.verified || !person || submission.answeredAt !== null) return NOTHING;
    return reply(options, submission, person, await resultOf(options, submission, person));
  };
}

async function resultOf(options: CommandRunnerOptions, submission: SubmissionView, person: Person): Promise<CommandResult> {
  const { line, asked } = askedBy(submission);
  if (!asked || !mayUse(person.role, asked.command)) return unknownCommand(line, person.role);
  try {
    const context = await contextOf(options, submission, person);
    const { command, words, fields } = asked;
    if (fields === undefined || !command.fill) return await command.run(context, words);
    return await command.fill(context, words, fields);
  } catch (error) {
    if (error instanceof UserError || error instanceof UsageError) return problem(error);
    throw error;
  }
}

interface Asked extends ParsedLine {
  fields?: Readonly<Record<string, string>>;
}

/** What a platform's command said, or the line that a message carried. */
function askedBy(submission: SubmissionView): { line: string; asked: Asked | undefined } {
  const invoked = readInvoked(submission.detail);
  if (!invoked) {
    const line = typeof submission.detail?.command === 'string' ? submission.detail.command : submission.text;
    return { line, asked: parseCommandLine(line, COMMANDS) };
  }
  const command = findCommand(invoked.command, COMMANDS);
  return { line: submission.text, asked: command && { command, words: invoked.words, fields: invoked.fields } };
}

/** Unknown, or not for this person: both read alike. */
function unknownCommand(line: string, role: Role): ReturnType<typeof problem> {
  const near = nearestCommand(line, role, COMMANDS);
  if (near !== undefined) return { card: buildDidYouMeanCard(line, near), json: [], refused: true };
  return problem(
    new UserError(`"${line.slice(0, 60)}" is not a command that you can use here.`, 'Answer "help" for those you can.'),
  );
}

async function contextOf(options: CommandRunnerOptions, submission: SubmissionView, person: Person): Promise<CommandContext> {
  const { store } = options;
  const message = submission.repliesTo ?? (await lastSentTo(store, submission.workspace, person.id, submission.channel))?.id;
  const numbered = message ? await getNumberedMatches(store, submission.workspace, message) : [];
  const viewer = { workspace: submission.workspace, personId: person.id, role: person.role };
  const { conversation, messageId, references } = submission;
  const askedIn = { conversation, messageId: messageId ?? undefined, references };
  return {
    ...options,
    workspace: submission.workspace,
    viewer,
    person,
    channel: submission.channel,
    message: { submissionId: submission.id, text: submission.text },
    askedIn,
    numbered,
  };
}

/** The words of an error as a card. */
function problemCard(error: UserError | UsageError): Card {
  if (error instanceof UserError) return buildRefusalCard(error);
  const [example = error.usage] = error.examples;
  return buildUsageCard({ command: error.command, problem: error.message, usage: error.usage, example });
}

const problem = (error: UserError | UsageError): CommandResult & { refused: true } => ({
  card: problemCard(error),
  json: [],
  refused: true,
});

function reply(options: CommandRunnerOptions, submission: SubmissionView, person: Person, result: CommandResult): StepResult {
  const notice = firstContactNotice(person, options.settings);
  const card = notice ? { ...result.card, blocks: [...result.card.blocks, privacyNotice(notice)] } : result.card;
  const { matches, changes, tasks, postingId } = result;
  const answer = replyToSubmission(options.clock, submission, {
    card,
    matches,
    changes,
    tasks,
    postingId,
    noticed: notice !== undefined,
    lastWord: 'refused' in result,
    priority: 0,
  });
  return { ...answer, messages: [...(result.answersLater ? [] : answer.messages), ...(result.messages ?? [])] };
}
