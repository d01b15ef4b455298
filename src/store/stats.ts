/** Counts by table and state, of what the viewer may see (`shortlist stats`). */
import { and, eq, sql } from 'drizzle-orm';
import type { AttachmentState, SubmissionKind } from '../domain/changes.ts';
import type { SuppressionCause } from '../domain/delivery-changes.ts';
import type { Viewer } from '../domain/people.ts';
import { countCandidates } from './candidates.ts';
import { countPostings } from './postings.ts';
import { candidateAccess, resumes } from './schema/candidates.ts';
import { type OutboxState, outbox, tasks } from './schema/delivery.ts';
import { digests, feedback, matches } from './schema/matches.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { countSuppressions } from './suppressions.ts';
import { accessOf, ownSubmission, seesAll, visibleAttachment, visibleMatch } from './viewer-conditions.ts';

export interface Stats {
  submissions: Record<SubmissionKind | 'answered' | 'partial', number>;
  attachments: Record<AttachmentState, number>;
  resumes: number;
  candidates: number;
  postings: number;
  matches: number;
  feedback: number;
  digests: number;
  /** Nobody's in particular: only admins see them counted. */
  tasks: Record<'waiting' | 'running' | 'dead', number>;
  outbox: Record<OutboxState, number>;
  /** Addresses that get nothing any more (rule O7); like the tasks for admins only. */
  suppressed: Record<SuppressionCause, number>;
}

const count = sql<number>`cast(count(*) as integer)`;

export async function stats(store: Store, viewer: Viewer): Promise<Stats> {
  return {
    submissions: await submissionCounts(store, viewer),
    attachments: await attachmentCounts(store, viewer),
    resumes: await resumeCount(store, viewer),
    candidates: await countCandidates(store, viewer),
    postings: await countPostings(store, viewer.workspace),
    matches: total(await store.db.select({ count }).from(matches).where(visibleMatch(store, viewer))),
    feedback: total(await store.db.select({ count }).from(feedback).where(theirs(feedback, viewer))),
    digests: total(await store.db.select({ count }).from(digests).where(theirs(digests, viewer))),
    tasks: await taskCounts(store, viewer),
    outbox: await outboxCounts(store, viewer),
    suppressed: await countSuppressions(store, viewer),
  };
}

const total = (rows: { count: number }[]): number => rows[0]?.count ?? 0;

/** Rows that name a person: an admin counts all, anybody else their own. */
const theirs = (table: typeof feedback | typeof digests | typeof outbox, viewer: Viewer) =>
  and(
    eq(table.workspace, viewer.workspace),
    seesAll(viewer) ? undefined : viewer.personId === null ? sql`1 = 0` : eq(table.personId, viewer.personId),
  );

async function submissionCounts(store: Store, viewer: Viewer): Promise<Stats['submissions']> {
  const counts = { resume: 0, command: 0, feedback: 0, application: 0, other: 0, answered: 0, partial: 0 };
  const answered = sql<number>`cast(count(${submissions.answeredAt}) as integer)`;
  const partial = sql<number>`cast(count(case when ${submissions.partial} then 1 end) as integer)`;
  const rows = await store.db
    .select({ kind: submissions.kind, count, answered, partial })
    .from(submissions)
    .where(ownSubmission(viewer))
    .groupBy(submissions.kind);
  for (const row of rows) {
    counts[row.kind] = row.count;
    counts.answered += row.answered;
    counts.partial += row.partial;
  }
  return counts;
}

async function attachmentCounts(store: Store, viewer: Viewer): Promise<Stats['attachments']> {
  const counts = { waiting: 0, resume: 0, 'not-resume': 0, unpacked: 0, failed: 0, ignored: 0 };
  const rows = await store.db
    .select({ state: attachments.state, count })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(visibleAttachment(store, viewer))
    .groupBy(attachments.state);
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

async function resumeCount(store: Store, viewer: Viewer): Promise<number> {
  if (seesAll(viewer))
    return total(await store.db.select({ count }).from(resumes).where(eq(resumes.workspace, viewer.workspace)));
  const distinct = sql<number>`cast(count(distinct ${resumes.id}) as integer)`;
  const seen = await store.db
    .select({ count: distinct })
    .from(candidateAccess)
    .innerJoin(resumes, and(eq(resumes.workspace, candidateAccess.workspace), eq(resumes.id, candidateAccess.resumeId)))
    .where(accessOf(viewer));
  return total(seen);
}

async function taskCounts(store: Store, viewer: Viewer): Promise<Stats['tasks']> {
  const counts = { waiting: 0, running: 0, dead: 0 };
  if (!seesAll(viewer)) return counts;
  const rows = await store.db
    .select({ state: tasks.state, count })
    .from(tasks)
    .where(eq(tasks.workspace, viewer.workspace))
    .groupBy(tasks.state);
  for (const row of rows) if (row.state !== 'done') counts[row.state] = row.count;
  return counts;
}

async function outboxCounts(store: Store, viewer: Viewer): Promise<Stats['outbox']> {
  const counts = { waiting: 0, sent: 0, uncertain: 0, failed: 0 };
  const rows = await store.db
    .select({ state: outbox.state, count })
    .from(outbox)
    .where(theirs(outbox, viewer))
    .groupBy(outbox.state);
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}
