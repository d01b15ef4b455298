/** What a person's messages gave to others: it ends when they go, as with an application that is taken back. */
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { PersonId } from '../domain/ids.ts';
import { type Slice, takeRows } from './erase-slice.ts';
import { candidateAccess, resumeVersions } from './schema/candidates.ts';
import { corrections } from './schema/corrections.ts';
import { outboxMatches } from './schema/delivery.ts';
import { digestItems, feedback, matches } from './schema/matches.ts';
import { persons } from './schema/people.ts';
import { submissions } from './schema/submissions.ts';

/** Access of those who look after the jobs that the person applied to. */
export async function takeApplicationAccess(slice: Slice, personId: PersonId): Promise<boolean> {
  const { store, workspace } = slice;
  const theirs = store.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.personId, personId)));
  const given = and(
    eq(candidateAccess.workspace, workspace),
    eq(candidateAccess.reason, 'application'),
    inArray(candidateAccess.submissionId, theirs),
  );
  return takeRows(slice, candidateAccess, given);
}

/**
 * Corrected views that came with the messages of `personId`: a candidate's go with the mail, a recruiter's when nobody else sees them.
 * What others still see stays as it is; who corrected it goes with the person.
 */
export async function takeCorrections(slice: Slice, personId: PersonId): Promise<boolean> {
  const { store, workspace } = slice;
  const [person] = await store.db.select({ role: persons.role }).from(persons).where(eq(persons.id, personId));
  const [view] = await store.db
    .select({ resumeId: resumeVersions.resumeId, audience: resumeVersions.audience })
    .from(resumeVersions)
    .innerJoin(submissions, and(eq(submissions.id, resumeVersions.audience), eq(submissions.personId, personId)))
    .leftJoin(
      candidateAccess,
      and(
        eq(candidateAccess.workspace, resumeVersions.workspace),
        eq(candidateAccess.resumeId, resumeVersions.resumeId),
        eq(candidateAccess.submissionId, resumeVersions.audience),
        ne(candidateAccess.personId, personId),
      ),
    )
    .where(
      and(eq(resumeVersions.workspace, workspace), person?.role === 'candidate' ? undefined : isNull(candidateAccess.personId)),
    )
    .limit(1);
  if (!view) return true;
  const of = (table: typeof resumeVersions | typeof matches | typeof corrections) =>
    and(eq(table.workspace, workspace), eq(table.resumeId, view.resumeId), eq(table.audience, view.audience));
  const scored = store.db.select({ id: matches.id }).from(matches).where(of(matches));
  if (
    (await takeRows(slice, feedback, inArray(feedback.matchId, scored))) &&
    (await takeRows(slice, outboxMatches, inArray(outboxMatches.matchId, scored))) &&
    (await takeRows(slice, digestItems, inArray(digestItems.matchId, scored))) &&
    (await takeRows(slice, matches, of(matches))) &&
    (await takeRows(slice, corrections, of(corrections)))
  )
    await takeRows(slice, resumeVersions, of(resumeVersions));
  return false;
}
