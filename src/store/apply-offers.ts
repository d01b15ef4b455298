/** Changes about newer files that wait for their owner's yes. */
import { and, eq } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { candidateAccess } from './schema/candidates.ts';
import { resumeOffers } from './schema/offers.ts';

/** The same bytes are offered once, whoever sends them again. */
export function resumeOffered({ tx }: Applying, { workspace, offer }: ChangeOf<'resumeOffered'>): Plan {
  return plainly(
    tx
      .insert(resumeOffers)
      .values({ ...offer, workspace })
      .onConflictDoNothing({ target: [resumeOffers.workspace, resumeOffers.resumeId] }),
  );
}

/** A guard as well: it has to be that person's. */
export function offerAnswered({ tx }: Applying, change: ChangeOf<'offerAnswered'>): Plan {
  const { workspace, resumeId, personId, state, submissionId, at } = change;
  const theirs = and(
    eq(resumeOffers.workspace, workspace),
    eq(resumeOffers.resumeId, resumeId),
    eq(resumeOffers.personId, personId),
  );
  const answered = tx
    .update(resumeOffers)
    .set({ state, submissionId, answeredAt: at })
    .where(theirs)
    .returning({ resumeId: resumeOffers.resumeId });
  return [{ must: answered, otherwise: 'conflict' }];
}

/** Everybody's access to that resume by that submission. */
export function accessEnded({ tx }: Applying, { workspace, resumeId, submissionId }: ChangeOf<'accessEnded'>): Plan {
  const by = and(
    eq(candidateAccess.workspace, workspace),
    eq(candidateAccess.resumeId, resumeId),
    eq(candidateAccess.submissionId, submissionId),
  );
  return plainly(tx.delete(candidateAccess).where(by));
}
