/** Changes about applications and about who looks after a posting. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { applicationNotices, applications, postingSelections } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import { postings } from './schema/postings.ts';
import { submissions } from './schema/submissions.ts';

export function postingPosted({ tx }: Applying, { workspace, postingId, personId }: ChangeOf<'postingPosted'>): Plan {
  const first = and(eq(postings.workspace, workspace), eq(postings.id, postingId), isNull(postings.postedBy));
  return plainly(tx.update(postings).set({ postedBy: personId }).where(first));
}

/** Selected again while it is: the first time stays, because what came since then is new in the digest. */
export function postingSelected({ tx }: Applying, change: ChangeOf<'postingSelected'>): Plan {
  const { kind: _, ...row } = change;
  const { workspace, personId, postingId, channel } = postingSelections;
  return plainly(
    tx
      .insert(postingSelections)
      .values(row)
      .onConflictDoUpdate({
        target: [workspace, personId, postingId, channel],
        set: { at: row.at, endedAt: null },
        setWhere: sql`${postingSelections.endedAt} is not null`,
      }),
  );
}

export function postingUnselected({ tx }: Applying, change: ChangeOf<'postingUnselected'>): Plan {
  const active = and(
    eq(postingSelections.workspace, change.workspace),
    eq(postingSelections.personId, change.personId),
    eq(postingSelections.postingId, change.postingId),
    isNull(postingSelections.endedAt),
  );
  return plainly(tx.update(postingSelections).set({ endedAt: change.at }).where(active));
}

/** The same again changes nothing but the resume; sent again after it was taken back it is a new one. */
export function applicationReceived({ tx }: Applying, { workspace, application }: ChangeOf<'applicationReceived'>): Plan {
  const { resumeId, submissionId, at } = application;
  return plainly(
    tx
      .insert(applications)
      .values({ ...application, workspace, state: 'sent', updatedAt: at })
      .onConflictDoUpdate({
        target: applications.id,
        set: {
          resumeId,
          submissionId,
          state: 'sent',
          updatedAt: at,
          at: sql`case when ${applications.state} = 'withdrawn' then excluded.at else ${applications.at} end`,
        },
      }),
  );
}

/** Access ends for whoever has it by this person's applications only, and by none that stands: to another job that they look after. */
export function applicationWithdrawn({ tx }: Applying, change: ChangeOf<'applicationWithdrawn'>): Plan {
  const { workspace, postingId, personId, at } = change;
  const theirs = sql`a.workspace = ${workspace} and a.person_id = ${personId} and a.candidate_id = ${candidateAccess.candidateId}`;
  const looksAfter = sql`(exists (select 1 from ${postingSelections} s where s.workspace = ${workspace}
      and s.posting_id = a.posting_id and s.person_id = ${candidateAccess.personId} and s.ended_at is null)
    or exists (select 1 from ${postings} p where p.workspace = ${workspace}
      and p.id = a.posting_id and p.posted_by = ${candidateAccess.personId}))`;
  const byThem = and(
    eq(candidateAccess.workspace, workspace),
    eq(candidateAccess.reason, 'application'),
    sql`${candidateAccess.submissionId} in (select m.id from ${submissions} m where m.person_id = ${personId})`,
    sql`exists (select 1 from ${applications} a where ${theirs} and a.posting_id = ${postingId})`,
    sql`not exists (select 1 from ${applications} a where ${theirs} and a.state = 'sent' and ${looksAfter})`,
  );
  return plainly(
    tx
      .update(applications)
      .set({ state: 'withdrawn', updatedAt: at })
      .where(
        and(
          eq(applications.workspace, workspace),
          eq(applications.postingId, postingId),
          eq(applications.personId, personId),
          eq(applications.state, 'sent'),
        ),
      ),
    tx.delete(candidateAccess).where(byThem),
  );
}

export function applicationTold({ tx }: Applying, change: ChangeOf<'applicationTold'>): Plan {
  const { kind: _, ...row } = change;
  const { workspace, applicationId, personId } = applicationNotices;
  return plainly(
    tx
      .insert(applicationNotices)
      .values(row)
      .onConflictDoUpdate({ target: [workspace, applicationId, personId], set: { told: row.told, at: row.at } }),
  );
}
