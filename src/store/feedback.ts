/** Reads of what people said about matches. Everybody sees their own; admins see all. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Feedback } from '../domain/feedback.ts';
import type { CandidateId, MatchId, PersonId, PostingId, ResumeId, SubmissionId } from '../domain/ids.ts';
import type { Parts } from '../domain/match.ts';
import type { Viewer } from '../domain/people.ts';
import type { Posting } from '../domain/posting.ts';
import { feedback, matches } from './schema/matches.ts';
import { postingVersions } from './schema/postings.ts';
import type { Store } from './store.ts';
import { seesAll, visibleMatch } from './viewer-conditions.ts';

/** A person's active feedback with what the match was like: what taste is learned from. */
export interface FeedbackWithMatch {
  feedback: Feedback;
  parts: Parts;
  candidateId: CandidateId;
  resumeId: ResumeId;
  resumeVersion: number;
  postingId: PostingId;
  posting: Posting;
}

/** Learning uses the newest 200; more would only be read to be left out. */
const MOST = 400;

/** Newest first, without what was retracted; empty when it is not the viewer's to see. */
export async function feedbackBy(store: Store, viewer: Viewer, personId: PersonId): Promise<FeedbackWithMatch[]> {
  if (viewer.personId !== personId && !seesAll(viewer)) return [];
  const rows = await store.db
    .select({
      feedback,
      score: matches.score,
      candidateId: matches.candidateId,
      resumeId: matches.resumeId,
      resumeVersion: matches.resumeVersion,
      postingId: matches.postingId,
      posting: postingVersions.data,
    })
    .from(feedback)
    .innerJoin(matches, and(eq(matches.workspace, feedback.workspace), eq(matches.id, feedback.matchId)))
    .innerJoin(
      postingVersions,
      and(
        eq(postingVersions.workspace, matches.workspace),
        eq(postingVersions.postingId, matches.postingId),
        eq(postingVersions.version, matches.postingVersion),
      ),
    )
    .where(
      and(
        eq(feedback.workspace, viewer.workspace),
        eq(feedback.personId, personId),
        isNull(feedback.retractedAt),
        visibleMatch(store, viewer),
      ),
    )
    .orderBy(desc(feedback.createdAt), desc(feedback.id))
    .limit(MOST);
  return rows.map(({ feedback: row, score, ...match }) => ({ ...match, feedback: feedbackOf(row), parts: score.parts }));
}

/**
 * The viewer's own active feedback on these matches, oldest first, by match. What was said of the same resume and posting before it was
 * corrected counts: to a person it is the same job. Each keeps the id of the match that it was given on.
 */
export async function feedbackOn(store: Store, viewer: Viewer, matchIds: readonly MatchId[]): Promise<Map<MatchId, Feedback[]>> {
  if (viewer.personId === null || matchIds.length === 0) return new Map();
  const asked = await store.db
    .select({ id: matches.id, resumeId: matches.resumeId, postingId: matches.postingId })
    .from(matches)
    .where(and(eq(matches.workspace, viewer.workspace), inArray(matches.id, [...matchIds])));
  if (asked.length === 0) return new Map();
  const rows = await store.db
    .select({ feedback, resumeId: matches.resumeId, postingId: matches.postingId })
    .from(feedback)
    .innerJoin(matches, and(eq(matches.workspace, feedback.workspace), eq(matches.id, feedback.matchId)))
    .where(
      and(
        eq(feedback.workspace, viewer.workspace),
        eq(feedback.personId, viewer.personId),
        inArray(matches.resumeId, [...new Set(asked.map((one) => one.resumeId))]),
        inArray(matches.postingId, [...new Set(asked.map((one) => one.postingId))]),
        isNull(feedback.retractedAt),
      ),
    )
    .orderBy(asc(feedback.createdAt), asc(feedback.id));
  const ofPair = ({ resumeId, postingId }: { resumeId: ResumeId; postingId: PostingId }) =>
    rows.filter((row) => row.resumeId === resumeId && row.postingId === postingId);
  // A view of the pair that the viewer may not see must not tell, by what they said of another, that it exists (rule A12).
  const toldByOthers = asked.filter((one) => ofPair(one).some((row) => row.feedback.matchId !== one.id)).map(({ id }) => id);
  const visible = await visibleAmong(store, viewer, toldByOthers);
  const found = asked.map((one): [MatchId, Feedback[]] => [
    one.id,
    ofPair(one).flatMap(({ feedback: row }) => (row.matchId === one.id || visible.has(one.id) ? [feedbackOf(row)] : [])),
  ]);
  return new Map(found.filter(([, given]) => given.length > 0));
}

async function visibleAmong(store: Store, viewer: Viewer, ids: readonly MatchId[]): Promise<ReadonlySet<MatchId>> {
  if (ids.length === 0) return new Set();
  const rows = await store.db
    .select({ id: matches.id })
    .from(matches)
    .where(and(inArray(matches.id, [...ids]), visibleMatch(store, viewer)));
  return new Set(rows.map((row) => row.id));
}

/** The viewer's own that one message gave and that still counts: what `undo` in answer to its confirmation takes back. */
export async function feedbackByMessage(store: Store, viewer: Viewer, submissionId: SubmissionId): Promise<Feedback[]> {
  if (viewer.personId === null) return [];
  const rows = await store.db
    .select()
    .from(feedback)
    .where(
      and(
        eq(feedback.workspace, viewer.workspace),
        eq(feedback.personId, viewer.personId),
        eq(feedback.submissionId, submissionId),
        isNull(feedback.retractedAt),
      ),
    )
    .orderBy(asc(feedback.createdAt), asc(feedback.id));
  return rows.map(feedbackOf);
}

function feedbackOf(row: typeof feedback.$inferSelect): Feedback {
  const { id, personId, matchId, meaning, createdAt } = row;
  return {
    id,
    personId,
    matchId,
    meaning,
    createdAt,
    rating: row.rating ?? undefined,
    comment: row.comment ?? undefined,
    outboxId: row.outboxId ?? undefined,
    submissionId: row.submissionId ?? undefined,
    retractedAt: row.retractedAt ?? undefined,
  };
}
