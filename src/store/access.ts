/** Whether somebody may be told anything about somebody else. */
import { and, eq, or } from 'drizzle-orm';
import type { CandidateId, PersonId, WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { livingPersonId } from './joins.ts';
import { candidates } from './schema/candidates.ts';
import { persons } from './schema/people.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';
import { visibleResumes } from './visible-resumes.ts';

/** Whether anything of the candidate can be seen. */
export async function canSee(store: Store, viewer: Viewer, candidateId: CandidateId): Promise<boolean> {
  return (await visibleResumes(store, viewer, [candidateId])).has(candidateId);
}

/**
 * Delivery's last look: may this person see everybody that a card is about? Ids of candidates and of persons; a person may see
 * themself. Somebody who has been erased meanwhile may be seen by nobody.
 */
export async function canSeeAll(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  about: readonly (CandidateId | PersonId)[],
): Promise<boolean> {
  const [person] = await store.db
    .select({ role: persons.role })
    .from(persons)
    .where(and(eq(persons.workspace, workspace), eq(persons.id, personId)))
    .limit(1);
  if (!person) return false;
  const viewer: Viewer = { workspace, personId, role: person.role };
  for (const id of new Set(about)) {
    if (id === personId || (await canSee(store, viewer, id)) || (await isPersonFor(store, viewer, id))) continue;
    // Themself under the id from before they were linked.
    if ((await livingPersonId(store, workspace, id)) !== personId) return false;
  }
  return true;
}

async function isPersonFor(store: Store, viewer: Viewer, id: PersonId): Promise<boolean> {
  if (!seesAll(viewer)) return false;
  const rows = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.workspace, viewer.workspace), eq(persons.id, id)))
    .limit(1);
  return rows.length > 0;
}

/** By id or public code, when the viewer sees anything of it. */
export async function visibleCandidateId(store: Store, viewer: Viewer, idOrCode: string): Promise<CandidateId | undefined> {
  const rows = await store.db
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.workspace, viewer.workspace), or(eq(candidates.id, idOrCode), eq(candidates.code, idOrCode))))
    .limit(1);
  const [row] = rows;
  return row && (await canSee(store, viewer, row.id)) ? row.id : undefined;
}
