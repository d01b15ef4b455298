/** Newer files of somebody's own candidate that others sent: they wait for the owner's yes (F1.6). `personId` is the owner. */
import { index, instant, primaryKey, table, text } from '#dialect';
import type { OfferState } from '../../domain/offer.ts';
import { personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const resumeOffers = table(
  'resume_offers',
  {
    workspace: workspace(),
    resumeId: text('resume_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    personId: text('person_id').notNull(),
    /** As its sender called it. */
    fileName: personal<string>('file_name').notNull(),
    state: text('state').$type<OfferState>().notNull(),
    offeredAt: instant('offered_at').notNull(),
    /** Null: it waits without a question. */
    askedAt: instant('asked_at'),
    /** The owner's message that answered it last; a yes is seen through it, as if it had brought the file. */
    submissionId: text('submission_id'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.resumeId] }),
    index('resume_offers_person').on(t.workspace, t.personId, t.offeredAt),
  ],
);
