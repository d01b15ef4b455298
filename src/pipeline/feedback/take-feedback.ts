/** The step `takeFeedback`: what somebody answered to a message of ours → feedback rows and one line that says what was noted (rule O11). */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Meaning } from '../../domain/feedback.ts';
import { newId } from '../../domain/ids.ts';
import { type Person, serviceViewer, type Viewer } from '../../domain/people.ts';
import { buildFeedbackCard, buildUnknownNumberCard, type TakenFeedback } from '../../messages/feedback-card.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { getMatch, type MatchRow } from '../../store/matches.ts';
import { getNumberedMatches, getOutbox } from '../../store/outbox.ts';
import { getPerson } from '../../store/people.ts';
import { getPosting } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission, type SubmissionView } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { replyToSubmission } from '../answer/reply-to-submission.ts';
import { meaningOfEmoji } from './reaction-meanings.ts';
import { type NumberedReaction, readCommentText, readReactionText } from './read-reactions.ts';

export interface FeedbackOptions {
  store: Store;
  clock: Clock;
}

interface Numbered {
  number: number;
  matchId: string;
}

export function createTakeFeedback(options: FeedbackOptions): StepHandler<'takeFeedback'> {
  const { store } = options;
  return async (task) => {
    const submission = await getSubmission(store, serviceViewer(task.workspace), task.payload.submissionId);
    const outbox = submission?.repliesTo ? await getOutbox(store, task.workspace, submission.repliesTo) : undefined;
    const person = submission && (await getPerson(store, task.workspace, submission.personId));
    // It counts only from the verified recipient of that message: whoever else quotes it changes nothing (rule O11).
    if (!submission?.verified || !person || submission.answeredAt !== null || outbox?.personId !== person.id) return NOTHING;
    const numbered = await getNumberedMatches(store, task.workspace, outbox.id);
    // A native reaction has no subject of its own: its confirmation stays in the thread of what was reacted to (rule O12).
    const subject = submission.subject ?? outbox.subject ?? outbox.card.title;
    return taken(options, { ...submission, subject }, person, numbered);
  };
}

async function taken(
  options: FeedbackOptions,
  submission: SubmissionView,
  person: Person,
  numbered: readonly Numbered[],
): Promise<StepResult> {
  const { store, clock } = options;
  const reactions = reactionsOf(submission, numbered);
  const unknown = reactions.flatMap(({ number }) =>
    number !== undefined && !numbered.some((one) => one.number === number) ? [number] : [],
  );
  const viewer: Viewer = { workspace: submission.workspace, personId: person.id, role: person.role };
  const changes: Change[] = [];
  const confirmed: TakenFeedback[] = [];
  for (const { number = 1, reaction } of reactions) {
    const matchId = numbered.find((one) => one.number === number)?.matchId;
    const row = matchId === undefined ? undefined : await getMatch(store, viewer, matchId);
    if (!row) continue;
    const { changes: more, taken: what } = await changesOf(options, submission, viewer, row, reaction);
    changes.push(...more);
    confirmed.push({ number, ...(await titleOf(store, viewer, row)), candidateId: row.candidateId, taken: what });
  }
  const card =
    confirmed.length > 0
      ? buildFeedbackCard(confirmed)
      : buildUnknownNumberCard(unknown.length > 0 ? unknown : [1], numbered.length);
  // The confirmation can be answered too ("1 undo"): its numbers are those of the message that was answered.
  return replyToSubmission(clock, submission, {
    card,
    changes,
    matches: numbered,
    lastWord: confirmed.length === 0,
    priority: 0,
  });
}

/** A native reaction carries one emoji and means item 1; a text may name several items. */
function reactionsOf(submission: SubmissionView, numbered: readonly Numbered[]): NumberedReaction[] {
  const { emoji, removed } = submission.detail ?? {};
  if (typeof emoji === 'string') {
    const reaction = removed === true ? ({ kind: 'undo' } as const) : meaningOfEmoji(emoji);
    return reaction ? [{ number: undefined, reaction }] : [];
  }
  return (readReactionText(submission.text) ?? readCommentText(submission.text, numbered.length))?.reactions ?? [];
}

/** Yes and no about one match exclude each other: the newer one counts. */
const OPPOSITE: Partial<Record<Meaning, readonly Meaning[]>> = {
  interested: ['not-interested'],
  'not-interested': ['interested', 'saved'],
  saved: ['not-interested'],
  applied: ['not-interested'],
  rating: ['rating'],
};

async function changesOf(
  { store, clock }: FeedbackOptions,
  submission: SubmissionView,
  viewer: Viewer,
  row: MatchRow,
  reaction: NumberedReaction['reaction'],
): Promise<{ changes: Change[]; taken: TakenFeedback['taken'] }> {
  const { workspace, personId } = submission;
  const at = clock.now().getTime();
  const earlier = (await feedbackOn(store, viewer, [row.id])).get(row.id) ?? [];
  if (reaction.kind === 'undo') {
    if (earlier.length === 0) return { changes: [], taken: { kind: 'nothing-to-undo' } };
    return { changes: [{ kind: 'feedbackRetracted', workspace, personId, matchId: row.id, at }], taken: { kind: 'undone' } };
  }
  const rating = reaction.meaning === 'rating' ? reaction.rating : undefined;
  const changes: Change[] = [{ kind: 'matchAskedFor', workspace, matchId: row.id }];
  const replaced = OPPOSITE[reaction.meaning];
  if (replaced) changes.push({ kind: 'feedbackRetracted', workspace, personId, matchId: row.id, meanings: replaced, at });
  const same = earlier.some(
    (one) => one.meaning === reaction.meaning && reaction.meaning !== 'rating' && reaction.meaning !== 'comment',
  );
  if (!same) {
    changes.push({
      kind: 'feedbackGiven',
      workspace,
      feedback: {
        id: newId(clock),
        personId,
        matchId: row.id,
        meaning: reaction.meaning,
        rating,
        comment: reaction.meaning === 'comment' ? reaction.comment : undefined,
        outboxId: submission.repliesTo ?? undefined,
        submissionId: submission.id,
        createdAt: at,
      },
    });
  }
  return { changes, taken: { kind: 'given', meaning: reaction.meaning, rating } };
}

/** What the item was called where it was listed: the job for a candidate, the person for a recruiter. */
async function titleOf(store: Store, viewer: Viewer, row: MatchRow): Promise<{ title: string; company?: string }> {
  const posting = await getPosting(store, viewer.workspace, row.postingId);
  const job = { title: posting?.data.title ?? row.code, company: posting?.data.company };
  if (viewer.role === 'candidate') return job;
  const resume = await getResume(store, viewer, row.resumeId);
  return resume?.data.basics.name ? { title: `${resume.data.basics.name} for ${job.title}`, company: job.company } : job;
}
