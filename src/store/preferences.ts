/** Reads of wishes in their versions. Everybody sees their own; admins see all. */
import { and, eq } from 'drizzle-orm';
import type { PersonId, SubmissionId } from '../domain/ids.ts';
import type { Preferences } from '../domain/match.ts';
import type { Viewer } from '../domain/people.ts';
import { preferenceVersions } from './schema/corrections.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

const mayRead = (viewer: Viewer, personId: PersonId): boolean => viewer.personId === personId || seesAll(viewer);

/** The wishes that a score was made with; undefined for version 0 (there were none) and for what is not the viewer's to see. */
export async function preferencesOfVersion(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  version: number,
): Promise<Preferences | undefined> {
  if (!mayRead(viewer, personId)) return undefined;
  const rows = await store.db
    .select({ data: preferenceVersions.data })
    .from(preferenceVersions)
    .where(
      and(
        eq(preferenceVersions.workspace, viewer.workspace),
        eq(preferenceVersions.personId, personId),
        eq(preferenceVersions.version, version),
      ),
    )
    .limit(1);
  return rows[0]?.data;
}

/** The version that one message made. */
export async function preferencesByMessage(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  submissionId: SubmissionId,
): Promise<Preferences | undefined> {
  if (!mayRead(viewer, personId)) return undefined;
  const rows = await store.db
    .select({ data: preferenceVersions.data })
    .from(preferenceVersions)
    .where(
      and(
        eq(preferenceVersions.workspace, viewer.workspace),
        eq(preferenceVersions.personId, personId),
        eq(preferenceVersions.submissionId, submissionId),
      ),
    )
    .limit(1);
  return rows[0]?.data;
}
