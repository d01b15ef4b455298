/** Where what is known of candidates came from, as far as it came to the viewer. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { CandidateId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { candidateAccess } from './schema/candidates.ts';
import { identities, persons } from './schema/people.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';

export interface CandidateSource {
  channel: string;
  /** Milliseconds. */
  receivedAt: number;
  /** Name or address of the sender. */
  from?: string;
}

/** Latest first. The submissions that gave the viewer access; for an admin all that brought a file. */
export async function sourcesOf(
  store: Store,
  viewer: Viewer,
  ids: readonly CandidateId[],
): Promise<Map<CandidateId, CandidateSource[]>> {
  const found = new Map<CandidateId, CandidateSource[]>();
  if (ids.length === 0) return found;
  const seen = new Set<string>();
  for (const { candidateId, submissionId, channel, receivedAt, name, address } of await submissionsBehind(store, viewer, ids)) {
    if (candidateId === null || seen.has(`${candidateId} ${submissionId}`)) continue;
    seen.add(`${candidateId} ${submissionId}`);
    const list = found.get(candidateId) ?? [];
    list.push({ channel, receivedAt, from: name ?? address ?? undefined });
    found.set(candidateId, list);
  }
  return found;
}

function submissionsBehind(store: Store, viewer: Viewer, ids: readonly CandidateId[]) {
  const link = seesAll(viewer) ? attachments : candidateAccess;
  const linked = seesAll(viewer) ? eq(attachments.workspace, viewer.workspace) : accessOf(viewer);
  return store.db
    .select({
      candidateId: link.candidateId,
      submissionId: submissions.id,
      channel: submissions.channel,
      receivedAt: submissions.receivedAt,
      name: persons.name,
      address: identities.address,
    })
    .from(link)
    .innerJoin(submissions, eq(submissions.id, link.submissionId))
    .leftJoin(persons, eq(persons.id, submissions.personId))
    .leftJoin(identities, eq(identities.id, submissions.identityId))
    .where(and(linked, inArray(link.candidateId, [...ids])))
    .orderBy(desc(submissions.receivedAt), desc(submissions.id));
}
