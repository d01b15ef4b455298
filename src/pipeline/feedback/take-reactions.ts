/** Reactions of a reply → feedback rows, and a line each that names the match (rule O11). */
import type { Change } from '../../domain/changes.ts';
import { type Feedback, type Meaning, REPLACED_BY } from '../../domain/feedback.ts';
import { newId } from '../../domain/ids.ts';
import type { Viewer } from '../../domain/people.ts';
import type { TakenFeedback } from '../../messages/feedback-card.ts';
import { feedbackByMessage, feedbackOn } from '../../store/feedback.ts';
import { getMatch, type MatchRow } from '../../store/matches.ts';
import { getPosting } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import type { NumberedReaction } from './read-reactions.ts';

export interface Numbered {
  number: number;
  matchId: string;
}

export interface TakenReactions {
  changes: Change[];
  confirmed: TakenFeedback[];
  /** Numbers that the message does not have. */
  unknown: number[];
}

/**
 * Without a number the only match is meant, or the one numbered 1, because the message says so (rule O11). `alone`: the message or button
 * was about one match only, whose number says nothing then.
 */
export async function takeReactions(
  store: Store,
  viewer: Viewer,
  submission: SubmissionView,
  reactions: readonly NumberedReaction[],
  numbered: readonly Numbered[],
  alone = false,
): Promise<TakenReactions> {
  const taken: TakenReactions = { changes: [], confirmed: [], unknown: [] };
  for (const { number: named, reaction } of reactions) {
    const number = named ?? (numbered.length === 1 ? numbered[0]?.number : undefined) ?? 1;
    const matchId = numbered.find((one) => one.number === number)?.matchId;
    const row = matchId === undefined ? undefined : await getMatch(store, viewer, matchId);
    if (!row) {
      if (!taken.unknown.includes(number)) taken.unknown.push(number);
      continue;
    }
    const { changes, what } = await feedbackChanges(store, submission, viewer, row, reaction);
    taken.changes.push(...changes);
    taken.confirmed.push({
      number,
      alone: named === undefined && alone,
      assumed: named === undefined && numbered.length > 1,
      code: row.code,
      ...(await matchTitle(store, viewer, row)),
      candidateId: row.candidateId,
      taken: what,
    });
  }
  return taken;
}

/** What `undo` in answer to a confirmation means: all that it confirmed. */
export async function takeBackReactions(
  store: Store,
  viewer: Viewer,
  submissionId: string,
  numbered: readonly Numbered[],
): Promise<TakenReactions> {
  const taken: TakenReactions = { changes: [], confirmed: [], unknown: [] };
  for (const { matchId, meaning } of await feedbackByMessage(store, viewer, submissionId)) {
    const row = await getMatch(store, viewer, matchId);
    if (!row) continue;
    taken.changes.push(retracted(store, viewer, matchId, [meaning]));
    const number = numbered.find((one) => one.matchId === matchId)?.number ?? 1;
    const what: TakenFeedback = {
      number,
      ...(await matchTitle(store, viewer, row)),
      candidateId: row.candidateId,
      taken: { kind: 'undone' },
    };
    if (!taken.confirmed.some((one) => one.number === number)) taken.confirmed.push(what);
  }
  return taken;
}

function retracted(store: Store, viewer: Viewer, matchId: string, meanings?: readonly Meaning[]): Change {
  const { workspace, personId } = viewer;
  return { kind: 'feedbackRetracted', workspace, personId: personId ?? '', matchId, meanings, at: store.clock.now().getTime() };
}

/** Said again these change nothing. */
const ONCE: readonly Meaning[] = ['interested', 'not-interested', 'saved', 'applied'];

/** Whose reaction it is and where it came from: a message of theirs, or a page of ours (then without `id`). */
export type ReactionSource = Pick<SubmissionView, 'workspace' | 'repliesTo'> & { id?: string };

/** What one reaction to one match changes. The page behind a signed link records by the same rules. */
export async function feedbackChanges(
  store: Store,
  submission: ReactionSource,
  viewer: Viewer,
  row: MatchRow,
  reaction: NumberedReaction['reaction'],
): Promise<{ changes: Change[]; what: TakenFeedback['taken'] }> {
  // Also what was said of the pair before the resume was corrected, on a match of another id.
  const earlier = (await feedbackOn(store, viewer, [row.id])).get(row.id) ?? [];
  const given = [...new Set([row.id, ...earlier.map((one) => one.matchId)])];
  if (reaction.kind === 'undo') {
    if (earlier.length === 0) return { changes: [], what: { kind: 'nothing-to-undo' } };
    return { changes: given.map((id) => retracted(store, viewer, id)), what: { kind: 'undone' } };
  }
  const { meaning } = reaction;
  const changes: Change[] = [{ kind: 'matchAskedFor', workspace: submission.workspace, matchId: row.id }];
  const replaced = REPLACED_BY[meaning];
  if (replaced) changes.push(...given.map((id) => retracted(store, viewer, id, replaced)));
  if (!(ONCE.includes(meaning) && earlier.some((one) => one.meaning === meaning)))
    changes.push({
      kind: 'feedbackGiven',
      workspace: submission.workspace,
      feedback: feedbackOf(store, submission, viewer, row, reaction),
    });
  return { changes, what: { kind: 'given', meaning, rating: meaning === 'rating' ? reaction.rating : undefined } };
}

function feedbackOf(
  store: Store,
  submission: ReactionSource,
  viewer: Viewer,
  row: MatchRow,
  reaction: Exclude<NumberedReaction['reaction'], { kind: 'undo' }>,
): Feedback {
  return {
    id: newId(store.clock),
    personId: viewer.personId ?? '',
    matchId: row.id,
    meaning: reaction.meaning,
    rating: reaction.meaning === 'rating' ? reaction.rating : undefined,
    comment: 'comment' in reaction ? reaction.comment : undefined,
    outboxId: submission.repliesTo ?? undefined,
    submissionId: submission.id,
    createdAt: store.clock.now().getTime(),
  };
}

/** What the item was called where it was listed: the job for a candidate, the person for a recruiter. */
export async function matchTitle(store: Store, viewer: Viewer, row: MatchRow): Promise<{ title: string; company?: string }> {
  const posting = await getPosting(store, viewer.workspace, row.postingId);
  const job = { title: posting?.data.title ?? row.code, company: posting?.data.company };
  if (viewer.role === 'candidate') return job;
  const resume = await getResume(store, viewer, row.resumeId);
  return resume?.data.basics.name ? { title: `${resume.data.basics.name} for ${job.title}`, company: job.company } : job;
}
