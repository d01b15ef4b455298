/** Reads of applications. Their sender sees their own; a reader of the posting those whose candidate came to them by it. */
import { and, asc, desc, eq, exists, isNull, max, or, type SQL, sql } from 'drizzle-orm';
import type { PersonId, PostingId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { applicationNotices, applications, postingSelections } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import { postings } from './schema/postings.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';

export type ApplicationRow = typeof applications.$inferSelect;
export interface ApplicationView extends ApplicationRow {
  /** Its sender was verified. */
  verified: boolean;
}

const MOST = 500;

/** What the viewer sent themselves, latest first; one a posting and candidate. What came unverified in their name is not theirs. */
export async function ownApplications(store: Store, viewer: Viewer): Promise<ApplicationView[]> {
  if (viewer.personId === null) return [];
  const mine = and(eq(applications.personId, viewer.personId), eq(submissions.verified, true));
  const rows = await applicationsWhere(store, viewer.workspace, mine);
  const seen = new Set<string>();
  return rows.filter(({ postingId, candidateId }) => {
    const key = `${postingId} ${candidateId}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Standing applications to one posting that the viewer looks after, latest first. To have received one once is not enough: the row names
 * the newest resume, and that one came after they let the job go would be theirs to see.
 */
export async function applicationsTo(store: Store, viewer: Viewer, postingId: PostingId): Promise<ApplicationView[]> {
  const byAccess = exists(
    store.db
      .select({ one: sql`1` })
      .from(candidateAccess)
      .where(
        and(
          accessOf(viewer),
          eq(candidateAccess.candidateId, applications.candidateId),
          eq(candidateAccess.submissionId, applications.submissionId),
          eq(candidateAccess.reason, 'application'),
        ),
      ),
  );
  return applicationsWhere(
    store,
    viewer.workspace,
    and(
      eq(applications.postingId, postingId),
      eq(applications.state, 'sent'),
      seesAll(viewer) ? undefined : and(byAccess, looksAfter(store, viewer, postingId)),
    ),
  );
}

const looksAfter = (store: Store, viewer: Viewer, postingId: PostingId): SQL | undefined => {
  const { workspace, personId } = viewer;
  if (personId === null) return sql`1 = 0`;
  const one = { one: sql`1` };
  const selected = store.db
    .select(one)
    .from(postingSelections)
    .where(
      and(
        eq(postingSelections.workspace, workspace),
        eq(postingSelections.personId, personId),
        eq(postingSelections.postingId, postingId),
        isNull(postingSelections.endedAt),
      ),
    );
  const posted = store.db
    .select(one)
    .from(postings)
    .where(and(eq(postings.workspace, workspace), eq(postings.id, postingId), eq(postings.postedBy, personId)));
  return or(exists(selected), exists(posted));
};

/** Those that one message brought, for its answer by the service. */
export async function applicationsBy(
  store: Store,
  workspace: WorkspaceId,
  submissionId: SubmissionId,
): Promise<ApplicationView[]> {
  return applicationsWhere(store, workspace, eq(applications.submissionId, submissionId));
}

/** For the service, which gives access to whoever selects the posting later: in order of ids, in pages. */
export async function standingApplications(
  store: Store,
  workspace: WorkspaceId,
  postingId: PostingId,
  after: string | undefined,
  limit: number,
): Promise<ApplicationRow[]> {
  return store.db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.workspace, workspace),
        eq(applications.postingId, postingId),
        eq(applications.state, 'sent'),
        after === undefined ? undefined : sql`${applications.id} > ${after}`,
      ),
    )
    .orderBy(asc(applications.id))
    .limit(limit);
}

export interface ApplicationNews extends ApplicationView {
  /** What the person was told of it last: the id of a resume, or `withdrawn`. */
  told: string | null;
}

/** For the service: applications to a posting of which this reader does not know the state of now, oldest first. */
export async function applicationNews(
  store: Store,
  workspace: WorkspaceId,
  postingId: PostingId,
  personId: PersonId,
  limit: number,
): Promise<ApplicationNews[]> {
  const rows = await store.db
    .select({ application: applications, verified: submissions.verified, told: applicationNotices.told })
    .from(applications)
    .innerJoin(submissions, eq(submissions.id, applications.submissionId))
    .leftJoin(
      applicationNotices,
      and(
        eq(applicationNotices.workspace, applications.workspace),
        eq(applicationNotices.applicationId, applications.id),
        eq(applicationNotices.personId, personId),
      ),
    )
    .where(
      and(
        eq(applications.workspace, workspace),
        eq(applications.postingId, postingId),
        // Taken back before it was told of: nothing to tell.
        sql`case when ${applications.state} = 'withdrawn'
          then ${applicationNotices.told} is not null and ${applicationNotices.told} <> 'withdrawn'
          else ${applicationNotices.told} is null or ${applicationNotices.told} <> ${applications.resumeId} end`,
      ),
    )
    .orderBy(asc(applications.updatedAt), asc(applications.id))
    .limit(limit);
  return rows.map(({ application, verified, told }) => ({ ...application, verified, told }));
}

/** When this reader was last told of applications to the posting. Milliseconds. */
export async function lastToldAt(
  store: Store,
  workspace: WorkspaceId,
  postingId: PostingId,
  personId: PersonId,
): Promise<number | undefined> {
  const rows = await store.db
    .select({ at: max(applicationNotices.at) })
    .from(applicationNotices)
    .innerJoin(applications, eq(applications.id, applicationNotices.applicationId))
    .where(
      and(
        eq(applicationNotices.workspace, workspace),
        eq(applicationNotices.personId, personId),
        eq(applications.postingId, postingId),
      ),
    );
  return rows[0]?.at ?? undefined;
}

async function applicationsWhere(
  store: Store,
  workspace: WorkspaceId,
  condition: Parameters<typeof and>[0],
): Promise<ApplicationView[]> {
  const rows = await store.db
    .select({ application: applications, verified: submissions.verified })
    .from(applications)
    .innerJoin(submissions, eq(submissions.id, applications.submissionId))
    .where(and(eq(applications.workspace, workspace), condition))
    .orderBy(desc(applications.at), desc(applications.id))
    .limit(MOST);
  return rows.map(({ application, verified }) => ({ ...application, verified }));
}
