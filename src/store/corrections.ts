/** Reads of corrections. Everybody sees their own; admins see all. What they make of a resume is a version of it (store/resumes.ts). */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Correction } from '../domain/correction.ts';
import { correctionValue } from '../domain/correction-value.ts';
import type { PersonId, ResumeId, SubmissionId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { candidateAccess } from './schema/candidates.ts';
import { corrections } from './schema/corrections.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

/** In force, in the order in which they were made: applied in that order they give the corrected resume. */
export async function correctionsOfResume(store: Store, viewer: Viewer, resumeId: ResumeId): Promise<Correction[]> {
  const rows = await store.db
    .select()
    .from(corrections)
    .where(and(active(viewer), eq(corrections.resumeId, resumeId)))
    .orderBy(asc(corrections.at), asc(corrections.position), asc(corrections.id));
  return rows.map(correctionOf);
}

/** Those in force that one message brought, in their order. */
export async function correctionsByMessage(store: Store, viewer: Viewer, submissionId: SubmissionId): Promise<Correction[]> {
  const rows = await store.db
    .select()
    .from(corrections)
    .where(and(active(viewer), eq(corrections.submissionId, submissionId)))
    .orderBy(asc(corrections.position));
  return rows.map(correctionOf);
}

function active(viewer: Viewer) {
  const theirs = seesAll(viewer) ? undefined : eq(corrections.personId, viewer.personId ?? '');
  return and(eq(corrections.workspace, viewer.workspace), theirs, isNull(corrections.retractedAt));
}

/**
 * The submissions by which a person has this resume, latest first, and whether they sent it themselves, verified: where their
 * correction of it can be seen. Empty: they have nothing to correct.
 */
export async function waysToResume(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  resumeId: ResumeId,
): Promise<{ submissionId: SubmissionId; sent: boolean }[]> {
  if (viewer.personId !== personId && !seesAll(viewer)) return [];
  const rows = await store.db
    .select({ submissionId: candidateAccess.submissionId, senderId: submissions.personId, verified: submissions.verified })
    .from(candidateAccess)
    .innerJoin(submissions, eq(submissions.id, candidateAccess.submissionId))
    .where(
      and(
        eq(candidateAccess.workspace, viewer.workspace),
        eq(candidateAccess.personId, personId),
        eq(candidateAccess.resumeId, resumeId),
      ),
    )
    .orderBy(desc(candidateAccess.at), asc(candidateAccess.submissionId));
  return rows.map(({ submissionId, senderId, verified }) => ({ submissionId, sent: verified && senderId === personId }));
}

/** Throws where the row says what its path cannot have, as tasks do for their payloads. */
function correctionOf(row: typeof corrections.$inferSelect): Correction {
  correctionValue(row);
  const { retractedAt: _, workspace: __, ...rest } = row;
  return {
    ...rest,
    submissionId: row.submissionId ?? undefined,
    anchor: row.anchor ?? undefined,
    previous: row.previous ?? undefined,
  };
}
