/** The step `takeFeedback`: what somebody answered to a message of ours → reactions, corrections, wishes, and one reply that says what was taken (F2.5, F2.6, O11). */
import type { Change } from '../../domain/changes.ts';
import { UserError } from '../../domain/errors.ts';
import { type Person, serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { companiesIn } from '../../messages/card.ts';
import { buildWhichMatchCard } from '../../messages/feedback-card.ts';
import { buildTakenCard, type TakenInput } from '../../messages/taken-card.ts';
import { getNumberedMatches, getOutbox, type OutboxRow } from '../../store/outbox.ts';
import { itemCardsOf } from '../../store/outbox-items.ts';
import { getPerson } from '../../store/people.ts';
import { submissionAnsweredBy } from '../../store/replies.ts';
import { currentResume } from '../../store/resumes.ts';
import { getSubmission, type SubmissionView } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import { replyToSubmission } from '../answer/reply-to-submission.ts';
import { viewerOf } from '../correct/correct-resume.ts';
import type { RescoreOptions } from '../correct/rescore-shown.ts';
import { setPreferences, takeBackPreferences } from '../correct/set-preferences.ts';
import { showCorrection, showPreferences } from '../correct/show-taken.ts';
import { takeBack, takeCorrections } from '../correct/take-corrections.ts';
import { resumeAskedAbout } from '../ingest/offer-newer.ts';
import { replyToQuestion } from '../ingest/reply-to-question.ts';
import { chatReaction, isLostButton, takeLostButton } from './chat-reactions.ts';
import { confirmsInSilence } from './confirm-in-silence.ts';
import { meaningOfEmoji } from './reaction-meanings.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import type { NumberedReaction } from './read-reactions.ts';
import { type Numbered, takeBackReactions, takeReactions } from './take-reactions.ts';

/** A message that came in, who sent it, and the message of ours that it answers. */
interface Answered {
  submission: SubmissionView;
  person: Person;
  outbox: OutboxRow;
  numbered: readonly Numbered[];
}

interface Taken {
  changes: Change[];
  tasks: NewTask[];
  shown: Omit<TakenInput, 'problems' | 'ignored' | 'personId'>;
  problems: TakenInput['problems'][number][];
}

export interface FeedbackOptions extends RescoreOptions {
  /** Each match of a list is a message of its own there (`capabilities.itemMessages`). */
  splitsLists(channel: string): boolean;
}

export function createTakeFeedback(options: FeedbackOptions): StepHandler<'takeFeedback'> {
  const { store, clock } = options;
  return async (task) => {
    const submission = await getSubmission(store, serviceViewer(task.workspace), task.payload.submissionId);
    const outbox = submission?.repliesTo ? await getOutbox(store, task.workspace, submission.repliesTo) : undefined;
    const person = submission && (await getPerson(store, task.workspace, submission.personId));
    if (submission && person && isLostButton(submission)) return takeLostButton(store, clock, submission, person);
    // It counts only from the verified recipient of that message: whoever else quotes it changes nothing (rule O11).
    if (!submission?.verified || !person || submission.answeredAt !== null || outbox?.personId !== person.id) return NOTHING;
    const numbered = await getNumberedMatches(store, task.workspace, outbox.id);
    const answered: Answered = { submission, person, outbox, numbered };
    if (resumeAskedAbout(outbox) !== undefined) {
      const answer = await replyToQuestion(options, answered, await readText(options, answered));
      if (answer) return answer;
    }
    const isButton = typeof submission.detail?.match === 'string';
    const inChat = isButton || options.splitsLists(submission.channel) ? await chatReaction(store, clock, answered) : undefined;
    if (inChat) return inChat;
    const read = await readText(options, answered);
    const takenBack = isBareUndo(read) ? await replyToQuestion(options, answered, read) : undefined;
    if (takenBack) return takenBack;
    if (options.splitsLists(submission.channel) && namesNoMatch(read, numbered.length))
      return replyToSubmission(clock, submission, { card: buildWhichMatchCard(), lastWord: true, priority: 0 });
    const taken =
      (await undone(options, answered, read)) ?? nothingLeft(answered, read) ?? (await takenFrom(options, answered, read));
    const { changes, tasks } = taken;
    const card = buildTakenCard({ ...taken.shown, problems: taken.problems, ignored: read.ignored, personId: person.id });
    // A native reaction has no subject of its own: its confirmation stays in the thread of what was reacted to (rule O12).
    const subject = submission.subject ?? outbox.subject ?? outbox.card.title;
    // The confirmation can be answered too ("1 undo"): its numbers are those of the message that was answered.
    const reply = replyToSubmission(clock, { ...submission, subject }, { card, changes, tasks, matches: numbered, priority: 0 });
    return (await confirmsInSilence(store, outbox, read)) ? { ...reply, messages: [] } : reply;
  };
}

/** A bare `👍` in answer to a list: where each match is a message of its own it counts for none (by mail it means number 1, rule O11). */
const namesNoMatch = ({ reactions }: ReadAnswer, items: number): boolean =>
  items > 1 &&
  reactions.some(({ number, reaction }) => number === undefined && reaction.kind === 'given' && reaction.meaning !== 'comment');

const only = (reactions: readonly NumberedReaction[]): ReadAnswer => ({
  reactions: [...reactions],
  corrections: [],
  preferences: [],
  problems: [],
  ignored: [],
});

/** A native reaction carries one emoji and means item 1; a text may say much. */
async function readText({ store, taxonomy }: RescoreOptions, answered: Answered): Promise<ReadAnswer> {
  const { submission, person, outbox, numbered } = answered;
  const { emoji, removed } = submission.detail ?? {};
  if (typeof emoji === 'string') {
    const reaction = removed === true ? ({ kind: 'undo' } as const) : meaningOfEmoji(emoji);
    return only(reaction ? [{ number: undefined, reaction }] : []);
  }
  const own = person.ownCandidateId && (await currentResume(store, viewerOf(person), person.ownCandidateId));
  const companies = companiesIn(outbox.card, ...(await itemCardsOf(store, outbox.workspace, outbox)));
  const country = own ? own.data.basics.location?.countryCode : undefined;
  return readAnswer(submission.text, { taxonomy, items: numbered.length, companies, country }) ?? only([]);
}

const isBareUndo = ({ reactions, corrections, preferences }: ReadAnswer): boolean =>
  corrections.length + preferences.length === 0 &&
  reactions.length === 1 &&
  reactions[0]?.reaction.kind === 'undo' &&
  reactions[0].number === undefined;

/** `undo` in answer to a confirmation takes all of it back; undefined where there was nothing of the kind to take back. */
async function undone(options: RescoreOptions, answered: Answered, read: ReadAnswer): Promise<Taken | undefined> {
  if (!isBareUndo(read)) return undefined;
  const { store } = options;
  const { person, outbox, numbered } = answered;
  const confirmed = submissionAnsweredBy(outbox);
  if (confirmed === undefined) return undefined;
  const viewer = viewerOf(person);
  const reactions = await takeBackReactions(store, viewer, confirmed, numbered);
  const correction = await takeBack(options, person, outbox, confirmed);
  const preferences = await takeBackPreferences(options, person, confirmed);
  if (reactions.confirmed.length === 0 && !correction && !preferences) return undefined;
  return {
    changes: [...reactions.changes, ...(correction?.changes ?? []), ...(preferences?.changes ?? [])],
    tasks: [...(correction?.tasks ?? []), ...(preferences?.tasks ?? [])],
    shown: {
      ...(reactions.confirmed.length > 0 && { reactions: { ...reactions, highest: numbered.length } }),
      ...(correction && { correction: showCorrection(person, correction, true) }),
      ...(preferences && { preferences: showPreferences(person, preferences, true) }),
    },
    problems: [],
  };
}

/** A second `undo` below what confirmed a correction: it speaks of no match, whatever numbers the message carries. */
function nothingLeft({ numbered, outbox }: Answered, read: ReadAnswer): Taken | undefined {
  const confirms = outbox.card.blocks.some(
    (block) => block.kind === 'commands' && block.commands.some(({ command }) => /^undo r/.test(command)),
  );
  if (!isBareUndo(read) || (numbered.length > 0 && !confirms)) return undefined;
  const problem = 'there is nothing of yours to take back there; what you took back once is as it was before.';
  return { changes: [], tasks: [], shown: {}, problems: [{ line: 'undo', problem }] };
}

async function takenFrom(options: RescoreOptions, answered: Answered, read: ReadAnswer): Promise<Taken> {
  const { store } = options;
  const { submission, person, outbox, numbered } = answered;
  const taken: Taken = { changes: [], tasks: [], shown: {}, problems: [...read.problems] };
  const add = ({ changes, tasks }: { changes: readonly Change[]; tasks?: readonly NewTask[] }) => {
    taken.changes.push(...changes);
    taken.tasks.push(...(tasks ?? []));
  };
  const nothingElse = read.corrections.length + read.preferences.length + read.problems.length === 0;
  if (read.reactions.length > 0 || nothingElse) {
    const reactions = await takeReactions(store, viewerOf(person), submission, read.reactions, numbered);
    const unknown = read.reactions.length === 0 ? [1] : reactions.unknown;
    taken.shown.reactions = { ...reactions, unknown, highest: numbered.length };
    add(reactions);
  }
  if (read.corrections.length > 0) {
    try {
      const correction = await takeCorrections(options, { person, submissionId: submission.id, outbox, read });
      taken.shown.correction = showCorrection(person, correction, false);
      add(correction);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      taken.problems.push({
        line: read.corrections.length === 1 ? 'your correction' : 'your corrections',
        problem: `${error.message} ${error.fix}`,
      });
    }
  }
  if (read.preferences.length > 0) {
    const preferences = await setPreferences(options, person, read.preferences, submission.id);
    taken.shown.preferences = showPreferences(person, preferences, false);
    add(preferences);
  }
  return taken;
}
