/** Matches, what people said about them, and the digests they were in. */
import { sql } from 'drizzle-orm';
import { count, flag, index, instant, primaryKey, real, table, text, uniqueIndex } from '#dialect';
import type { Meaning } from '../../domain/feedback.ts';
import type { Score } from '../../domain/match.ts';
import { personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const matches = table(
  'matches',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id').notNull(),
    resumeVersion: count('resume_version').notNull(),
    /** Of the resume version: a score made of a correction is seen by those who may see the correction. */
    audience: text('audience').notNull(),
    postingId: text('posting_id').notNull(),
    postingVersion: count('posting_version').notNull(),
    preferencesVersion: count('preferences_version').notNull(),
    scoreVersion: text('score_version').notNull(),
    asOf: text('as_of').notNull(),
    recruiterTotal: real('recruiter_total').notNull(),
    candidateTotal: real('candidate_total').notNull(),
    confidence: real('confidence').notNull(),
    score: personal<Score>('score').notNull(),
    /** Kept whatever its score: somebody reacted, applied or asked. */
    askedFor: flag('asked_for').notNull(),
    /** Fell below what is kept, and stays only because a message or feedback names it: in no list. */
    dropped: flag('dropped').notNull(),
    scoredAt: instant('scored_at').notNull(),
  },
  (t) => [
    uniqueIndex('matches_code').on(t.workspace, t.code),
    uniqueIndex('matches_pair').on(t.workspace, t.resumeId, t.audience, t.postingId),
    index('matches_by_resume').on(t.workspace, t.resumeId, t.audience, t.candidateTotal),
    index('matches_by_posting').on(t.workspace, t.postingId, t.recruiterTotal),
  ],
);

export const feedback = table(
  'feedback',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    matchId: text('match_id').notNull(),
    meaning: text('meaning').$type<Meaning>().notNull(),
    rating: count('rating'),
    comment: personal<string>('comment'),
    outboxId: text('outbox_id'),
    submissionId: text('submission_id'),
    createdAt: instant('created_at').notNull(),
    retractedAt: instant('retracted_at'),
  },
  (t) => [index('feedback_person').on(t.workspace, t.personId, t.createdAt), index('feedback_match').on(t.matchId)],
);

export const digests = table(
  'digests',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    localDate: text('local_date').notNull(),
    /** The person's when it was written: no two within 12 h after a change of zone (rule O5). */
    timeZone: text('time_zone').notNull(),
    /** `digest now` is a reply, not the day's digest; its items count as shown. */
    onRequest: flag('on_request').notNull(),
    outboxId: text('outbox_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('digests_person').on(t.workspace, t.personId, t.localDate),
    // Rules C4 and O5: however many schedulers, one a person and local date.
    uniqueIndex('digests_daily').on(t.workspace, t.personId, t.localDate).where(sql`not ${t.onRequest}`),
  ],
);

export const digestItems = table(
  'digest_items',
  {
    workspace: workspace(),
    digestId: text('digest_id').notNull(),
    personId: text('person_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    number: count('number').notNull(),
    matchId: text('match_id').notNull(),
    postingId: text('posting_id').notNull(),
    postingVersion: count('posting_version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.digestId, t.number] }), index('digest_items_person').on(t.workspace, t.personId, t.postingId)],
);
