/** Who looks after which posting, who applied to it, and who was told of it. */
import { index, instant, primaryKey, table, text } from '#dialect';
import { workspace } from './workspace-column.ts';

/** A selected job is a person's on one channel (F4.10): there they hear of it. */
export const postingSelections = table(
  'posting_selections',
  {
    workspace: workspace(),
    personId: text('person_id').notNull(),
    postingId: text('posting_id').notNull(),
    channel: text('channel').notNull(),
    at: instant('at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.personId, t.postingId, t.channel] }),
    index('posting_selections_posting').on(t.workspace, t.postingId),
  ],
);

export type ApplicationState = 'sent' | 'withdrawn';

/** One row an applicant, candidate and posting; what came without a proof of its sender is a row of its own and changes no other. */
export const applications = table(
  'applications',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    postingId: text('posting_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id').notNull(),
    /** Who sent it. */
    personId: text('person_id').notNull(),
    submissionId: text('submission_id').notNull(),
    state: text('state').$type<ApplicationState>().notNull(),
    at: instant('at').notNull(),
    /** A newer resume, or taken back. */
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('applications_posting').on(t.workspace, t.postingId, t.at),
    index('applications_person').on(t.workspace, t.personId, t.at),
    index('applications_candidate').on(t.workspace, t.candidateId),
    index('applications_submission').on(t.submissionId),
  ],
);

/** What a reader of a posting was told of an application last. */
export const applicationNotices = table(
  'application_notices',
  {
    workspace: workspace(),
    applicationId: text('application_id').notNull(),
    personId: text('person_id').notNull(),
    /** Id of the resume, or `withdrawn`. */
    told: text('told').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.applicationId, t.personId] }),
    index('application_notices_person').on(t.workspace, t.personId, t.at),
  ],
);
