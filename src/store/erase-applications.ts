/** What readers of jobs were told of somebody's applications: the words of the applicant stand in it, also where the resume stays with others. */
import { and, asc, eq, gt, gte, ne } from 'drizzle-orm';
import type { CandidateId, PersonId } from '../domain/ids.ts';
import { areLeaving, type Slice, takeRows } from './erase-slice.ts';
import { applicationNotices, applications } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';

interface Told {
  postingId: string;
  candidateId: CandidateId;
  at: number;
  readerId: PersonId;
}

const ROWS_A_PAGE = 100;
const MOST_A_SLICE = 20;

/** True when none is left. To be taken before the applications, which say who was told. */
export async function takeApplicationTellings(slice: Slice, personId: PersonId): Promise<boolean> {
  const { store, workspace } = slice;
  const told: Told[] = await store.db
    .select({
      postingId: applications.postingId,
      candidateId: applications.candidateId,
      at: applications.at,
      readerId: applicationNotices.personId,
    })
    .from(applications)
    .innerJoin(
      applicationNotices,
      and(eq(applicationNotices.workspace, workspace), eq(applicationNotices.applicationId, applications.id)),
    )
    .where(
      and(eq(applications.workspace, workspace), eq(applications.personId, personId), ne(applicationNotices.personId, personId)),
    )
    .orderBy(asc(applications.id), asc(applicationNotices.personId));
  for (const one of told) {
    const hits = await tellings(slice, one);
    if (hits.length === 0) continue;
    if (await areLeaving(slice, hits)) return false;
    const at = store.clock.now().getTime();
    for (const { id, dedupeKey } of hits) {
      slice.messages.push(dedupeKey);
      slice.changes.push({ kind: 'messageRedacted', workspace, outboxId: id, at });
      await takeRows(slice, outboxMatches, eq(outboxMatches.outboxId, id));
    }
    return false;
  }
  return true;
}

/** To one reader about one candidate: news of the job; and everything, when the reader sees the candidate no more. */
async function tellings(slice: Slice, { postingId, candidateId, at, readerId }: Told) {
  const { store, workspace } = slice;
  const seen = await store.db
    .select({ id: candidateAccess.resumeId })
    .from(candidateAccess)
    .where(
      and(
        eq(candidateAccess.workspace, workspace),
        eq(candidateAccess.personId, readerId),
        eq(candidateAccess.candidateId, candidateId),
      ),
    )
    .limit(1);
  const hits: { id: string; dedupeKey: string; state: string }[] = [];
  for (let after = ''; hits.length < MOST_A_SLICE; ) {
    const rows = await store.db
      .select({ id: outbox.id, card: outbox.card, dedupeKey: outbox.dedupeKey, state: outbox.state })
      .from(outbox)
      .where(and(eq(outbox.workspace, workspace), eq(outbox.personId, readerId), gte(outbox.createdAt, at), gt(outbox.id, after)))
      .orderBy(asc(outbox.id))
      .limit(ROWS_A_PAGE);
    for (const { card, ...row } of rows)
      if (card.about.includes(candidateId) && (seen.length === 0 || row.dedupeKey.startsWith(`applications:${postingId}:`)))
        hits.push(row);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_PAGE) break;
    after = last.id;
    // Everybody else gets a turn (rule R1).
    await new Promise((resolve) => setImmediate(resolve));
  }
  return hits.slice(0, MOST_A_SLICE);
}
