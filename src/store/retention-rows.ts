/** Rows that go by their own age when retention runs (rule A9), and what hangs on them. */
import { and, eq, exists, lt, notExists, type SQL, sql } from 'drizzle-orm';
import { type AnyColumn, alias } from '#dialect';
import { takeApplications } from './erase-resume.ts';
import { type Slice, takeRows } from './erase-slice.ts';
import { applications, postingSelections } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import { corrections, preferenceVersions } from './schema/corrections.ts';
import { matches } from './schema/matches.ts';
import { linkCodes, persons } from './schema/people.ts';
import { erasedEvents } from './schema/privacy.ts';
import { submissions } from './schema/submissions.ts';
import { deliveryReports, suppressions } from './schema/suppressions.ts';

/**
 * True when none is left. Corrections in force go with their resume, wishes with their person, and an address that wants no mail stays
 * (a keyed hash): forgetting those would change what people get.
 */
export async function takeOldRows(slice: Slice, before: number): Promise<boolean> {
  const { workspace } = slice;
  const of = (table: { workspace: AnyColumn }, old: SQL) => and(eq(table.workspace, workspace), old);
  return (
    (await takeApplications(slice, of(applications, lt(applications.updatedAt, before)))) &&
    (await takeLeftAccess(slice, before)) &&
    (await takeRows(slice, postingSelections, of(postingSelections, lt(postingSelections.endedAt, before)))) &&
    (await takeRows(slice, corrections, of(corrections, lt(corrections.retractedAt, before)))) &&
    (await takeOldWishes(slice, before)) &&
    (await takeRows(slice, suppressions, of(suppressions, lt(suppressions.liftedAt, before)))) &&
    (await takeRows(slice, linkCodes, of(linkCodes, lt(linkCodes.expiresAt, before)))) &&
    (await takeRows(slice, deliveryReports, of(deliveryReports, lt(deliveryReports.at, before)))) &&
    (await takeRows(slice, erasedEvents, of(erasedEvents, lt(erasedEvents.at, before))))
  );
}

/** Who had a candidate by an application only has them no longer than the application. */
async function takeLeftAccess(slice: Slice, before: number): Promise<boolean> {
  const standing = slice.store.db
    .select({ one: sql`1` })
    .from(applications)
    .innerJoin(submissions, eq(submissions.personId, applications.personId))
    .where(and(eq(submissions.id, candidateAccess.submissionId), eq(applications.candidateId, candidateAccess.candidateId)));
  const left = and(
    eq(candidateAccess.workspace, slice.workspace),
    eq(candidateAccess.reason, 'application'),
    lt(candidateAccess.at, before),
    notExists(standing),
  );
  return takeRows(slice, candidateAccess, left);
}

/** Neither the wishes of now nor those that a kept score was made with (F5.4). */
async function takeOldWishes(slice: Slice, before: number): Promise<boolean> {
  const { db } = slice.store;
  const newer = alias(preferenceVersions, 'newer');
  const { workspace, personId, version, at } = preferenceVersions;
  const later = db
    .select({ one: sql`1` })
    .from(newer)
    .where(and(eq(newer.workspace, workspace), eq(newer.personId, personId), sql`${newer.version} > ${version}`));
  const named = db
    .select({ one: sql`1` })
    .from(matches)
    .where(
      and(
        eq(matches.workspace, workspace),
        eq(matches.preferencesVersion, version),
        sql`${matches.candidateId} = (select p.own_candidate_id from ${persons} p where p.id = ${personId})`,
      ),
    );
  const old = and(eq(workspace, slice.workspace), lt(at, before), exists(later), notExists(named));
  return takeRows(slice, preferenceVersions, old);
}
