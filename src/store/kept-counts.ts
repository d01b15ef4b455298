/** What is kept about a person, counted: `privacy` and the first step of `erase`. Only what is theirs and what they may see (rule A12). */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyColumn, AnyTable } from '#dialect';
import type { PersonId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { ownResumes } from './own-resumes.ts';
import { applications, postingSelections } from './schema/applications.ts';
import { resumes } from './schema/candidates.ts';
import { corrections, preferenceVersions } from './schema/corrections.ts';
import { outbox } from './schema/delivery.ts';
import { digests, feedback, matches } from './schema/matches.ts';
import { postings } from './schema/postings.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

export interface Kept {
  what:
    | 'messages'
    | 'files'
    | 'resumes'
    | 'matches'
    | 'reactions'
    | 'digests'
    | 'answers'
    | 'applications'
    | 'corrections'
    | 'wishes'
    | 'jobs'
    | 'selections';
  count: number;
  /** Milliseconds. */
  oldest?: number;
}

/** Empty for a person who is not the viewer's to see. */
export async function keptAbout(store: Store, viewer: Viewer, personId: PersonId): Promise<Kept[]> {
  if (viewer.personId !== personId && !seesAll(viewer)) return [];
  const { workspace } = viewer;
  const own = await ownResumes(store, viewer, personId);
  const theirs = (
    table:
      | typeof feedback
      | typeof digests
      | typeof outbox
      | typeof corrections
      | typeof preferenceVersions
      | typeof postingSelections,
  ) => and(eq(table.workspace, workspace), eq(table.personId, personId));
  const sent = and(eq(submissions.workspace, workspace), eq(submissions.personId, personId), eq(submissions.verified, true));
  const messages = store.db.select({ id: submissions.id }).from(submissions).where(sent);
  const files = and(eq(attachments.workspace, workspace), inArray(attachments.submissionId, messages));
  const applied = and(eq(applications.workspace, workspace), inArray(applications.submissionId, messages));
  const posted = and(eq(postings.workspace, workspace), eq(postings.postedBy, personId));
  const receivedAt = sql`(select s.received_at from ${submissions} s where s.id = ${attachments.submissionId})`;
  const ids = own.map((resume) => resume.id);
  const scored = and(
    eq(matches.workspace, workspace),
    inArray(matches.resumeId, ids),
    inArray(matches.audience, ['', ...own.flatMap((resume) => resume.audiences)]),
  );
  return [
    { what: 'messages', ...(await countOf(store, submissions, sent, submissions.receivedAt)) },
    { what: 'files', ...(await countOf(store, attachments, files, receivedAt)) },
    {
      what: 'resumes',
      ...(await countOf(store, resumes, and(eq(resumes.workspace, workspace), inArray(resumes.id, ids)), undefined)),
    },
    { what: 'matches', ...(await countOf(store, matches, scored, matches.scoredAt)) },
    { what: 'reactions', ...(await countOf(store, feedback, theirs(feedback), feedback.createdAt)) },
    { what: 'digests', ...(await countOf(store, digests, theirs(digests), digests.createdAt)) },
    { what: 'answers', ...(await countOf(store, outbox, theirs(outbox), outbox.createdAt)) },
    { what: 'applications', ...(await countOf(store, applications, applied, applications.at)) },
    { what: 'corrections', ...(await countOf(store, corrections, theirs(corrections), corrections.at)) },
    { what: 'wishes', ...(await countOf(store, preferenceVersions, theirs(preferenceVersions), preferenceVersions.at)) },
    { what: 'selections', ...(await countOf(store, postingSelections, theirs(postingSelections), postingSelections.at)) },
    { what: 'jobs', ...(await countOf(store, postings, posted, postings.createdAt)) },
  ];
}

async function countOf(
  store: Store,
  table: AnyTable,
  where: SQL | undefined,
  at: AnyColumn | SQL | undefined,
): Promise<{ count: number; oldest?: number }> {
  const count = sql<number>`cast(count(*) as integer)`;
  const oldest = sql<number | string | null>`${at === undefined ? sql`null` : sql`min(${at})`}`;
  const [row] = await store.db.select({ count, oldest }).from(table).where(where);
  // Postgres gives a bigint as text.
  return { count: row?.count ?? 0, oldest: row?.oldest === null || row === undefined ? undefined : Number(row.oldest) };
}
