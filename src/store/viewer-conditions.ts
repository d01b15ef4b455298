/** What a viewer may see, as SQL: the one place that knows the rule (docs/architecture.md, "Who sees what"; rule A12). */
import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../domain/people.ts';
import { candidateAccess } from './schema/candidates.ts';
import { matches } from './schema/matches.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

/** An admin sees all of their workspace; the service and the operator are admins. */
export const seesAll = (viewer: Viewer): boolean => viewer.role === 'admin';

/** Access rows of the viewer; nobody's for a viewer who is no person. */
export const accessOf = (viewer: Viewer): SQL | undefined =>
  viewer.personId === null
    ? sql`1 = 0`
    : and(eq(candidateAccess.workspace, viewer.workspace), eq(candidateAccess.personId, viewer.personId));

/** Rows of `submissions` as a whole, with their text: the sender's own. One that only claims to be from them is not theirs. */
export const ownSubmission = (viewer: Viewer): SQL | undefined =>
  and(
    eq(submissions.workspace, viewer.workspace),
    seesAll(viewer)
      ? undefined
      : viewer.personId === null
        ? sql`1 = 0`
        : and(eq(submissions.personId, viewer.personId), eq(submissions.verified, true)),
  );

/** Rows of `attachments` (joined with their submission): the sender's own, and files whose resume came to the viewer by that submission. */
export const visibleAttachment = (store: Store, viewer: Viewer): SQL | undefined => {
  const byAccess = exists(
    store.db
      .select({ one: sql`1` })
      .from(candidateAccess)
      .where(
        and(
          accessOf(viewer),
          eq(candidateAccess.resumeId, attachments.resumeId),
          eq(candidateAccess.submissionId, attachments.submissionId),
        ),
      ),
  );
  return and(eq(attachments.workspace, viewer.workspace), seesAll(viewer) ? undefined : or(ownSubmission(viewer), byAccess));
};

/** Rows of `matches`: the viewer may see the resume, and the correction too when the score was made of one. */
export const visibleMatch = (store: Store, viewer: Viewer): SQL | undefined => {
  const byAccess = exists(
    store.db
      .select({ one: sql`1` })
      .from(candidateAccess)
      .where(
        and(
          accessOf(viewer),
          eq(candidateAccess.resumeId, matches.resumeId),
          or(eq(matches.audience, ''), eq(candidateAccess.submissionId, matches.audience)),
        ),
      ),
  );
  return and(eq(matches.workspace, viewer.workspace), seesAll(viewer) ? undefined : byAccess);
};
