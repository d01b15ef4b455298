/** Changes about matches, what people said about them, and digests. */
import { and, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Db, Plan } from '#dialect';
import type { Meaning } from '../domain/feedback.ts';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { resumeVersions } from './schema/candidates.ts';
import { outboxMatches } from './schema/delivery.ts';
import { digestItems, digests, feedback, matches } from './schema/matches.ts';

/**
 * Id and code of the first time stay: messages and feedback name them. A score of older versions than the one there (a step that
 * was slow) changes nothing. The audience follows from the resume version; where that has gone (erased meanwhile) the column stays
 * empty, the schema refuses the row, and the step reads again.
 */
export function matchScored({ tx }: Applying, { workspace, match }: ChangeOf<'matchScored'>): Plan {
  const { id, code, candidateId, resumeId, resumeVersion, postingId, postingVersion, preferencesVersion, score } = match;
  const scored = {
    resumeVersion,
    postingVersion,
    preferencesVersion,
    scoreVersion: score.scoreVersion,
    asOf: score.asOf,
    recruiterTotal: score.totals.recruiter,
    candidateTotal: score.totals.candidate,
    confidence: score.confidence,
    score,
    dropped: false,
    scoredAt: match.at,
  };
  const audience = sql<string>`(select v.audience from ${resumeVersions} v
    where v.workspace = ${workspace} and v.resume_id = ${resumeId} and v.version = ${resumeVersion})`;
  return plainly(
    tx
      .insert(matches)
      .values({ ...scored, id, workspace, code, candidateId, resumeId, postingId, audience, askedFor: match.askedFor })
      .onConflictDoUpdate({
        target: [matches.workspace, matches.resumeId, matches.audience, matches.postingId],
        set: { ...scored, askedFor: sql`${matches.askedFor} or excluded.asked_for` },
        setWhere: sql`${matches.resumeVersion} <= excluded.resume_version and ${matches.postingVersion} <= excluded.posting_version`,
      }),
  );
}

/** From now on it is kept whatever its score (F5.3). */
export function matchAskedFor({ tx }: Applying, { workspace, matchId }: ChangeOf<'matchAskedFor'>): Plan {
  return plainly(askedFor(tx, workspace, matchId));
}

/** A pair that a message, feedback or somebody's question names stays, out of every list; any other goes. */
export function matchDropped({ tx }: Applying, change: ChangeOf<'matchDropped'>): Plan {
  const { workspace, resumeId, postingId, audience = '' } = change;
  const pair = and(
    eq(matches.workspace, workspace),
    eq(matches.resumeId, resumeId),
    eq(matches.audience, audience),
    eq(matches.postingId, postingId),
  );
  const named = (table: typeof feedback | typeof outboxMatches | typeof digestItems) =>
    exists(tx.select({ one: sql`1` }).from(table).where(eq(table.matchId, matches.id)));
  const unnamed = and(eq(matches.askedFor, false), not(named(feedback)), not(named(outboxMatches)), not(named(digestItems)));
  return plainly(tx.delete(matches).where(and(pair, unnamed)), tx.update(matches).set({ dropped: true }).where(pair));
}

export function feedbackGiven({ tx }: Applying, { workspace, feedback: given }: ChangeOf<'feedbackGiven'>): Plan {
  return plainly(
    tx
      .insert(feedback)
      .values({ ...given, workspace })
      .onConflictDoNothing({ target: feedback.id }),
    askedFor(tx, workspace, given.matchId),
  );
}

const askedFor = (tx: Db, workspace: string, matchId: string) =>
  tx
    .update(matches)
    .set({ askedFor: true })
    .where(and(eq(matches.workspace, workspace), eq(matches.id, matchId)));

const MEANINGS: readonly Meaning[] = ['interested', 'not-interested', 'saved', 'applied', 'rating', 'comment', 'ideal'];

export function feedbackRetracted({ tx }: Applying, change: ChangeOf<'feedbackRetracted'>): Plan {
  const active = and(
    eq(feedback.workspace, change.workspace),
    eq(feedback.personId, change.personId),
    eq(feedback.matchId, change.matchId),
    isNull(feedback.retractedAt),
    change.meanings &&
      inArray(
        feedback.meaning,
        MEANINGS.filter((meaning) => change.meanings?.includes(meaning)),
      ),
  );
  return plainly(tx.update(feedback).set({ retractedAt: change.at }).where(active));
}

/** Without "on conflict": the second digest of one person and local date takes its message with it (rules C4, O5). */
export function digestWritten({ tx }: Applying, { workspace, digest }: ChangeOf<'digestWritten'>): Plan {
  const { items, ...row } = digest;
  const { id: digestId, personId } = row;
  const head = tx.insert(digests).values({ ...row, workspace });
  if (items.length === 0) return plainly(head);
  return plainly(head, tx.insert(digestItems).values(items.map((item) => ({ ...item, workspace, digestId, personId }))));
}
