/** What people said besides their files: corrections of resumes, and wishes in versions (F2.5, F2.6). */
import { count, index, instant, primaryKey, table, text } from '#dialect';
import type { CorrectionAuthor, CorrectionOp } from '../../domain/correction.ts';
import type { Preferences } from '../../domain/match.ts';
import { personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const corrections = table(
  'corrections',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id').notNull(),
    personId: text('person_id').notNull(),
    author: text('author').$type<CorrectionAuthor>().notNull(),
    /** The submission by which the corrected view is seen; never empty. */
    audience: text('audience').notNull(),
    submissionId: text('submission_id'),
    position: count('position').notNull(),
    path: text('path').notNull(),
    op: text('op').$type<CorrectionOp>().notNull(),
    value: personal<string>('value').notNull(),
    anchor: personal<string>('anchor'),
    previous: personal<string>('previous'),
    at: instant('at').notNull(),
    retractedAt: instant('retracted_at'),
  },
  (t) => [
    index('corrections_resume').on(t.workspace, t.resumeId, t.audience),
    index('corrections_person').on(t.workspace, t.personId, t.at),
    index('corrections_candidate').on(t.workspace, t.candidateId),
  ],
);

/** Every version that a match may name: a score is replayed with the wishes it was made with (F5.4), and the last one can be taken back. */
export const preferenceVersions = table(
  'preference_versions',
  {
    workspace: workspace(),
    personId: text('person_id').notNull(),
    version: count('version').notNull(),
    data: personal<Preferences>('data').notNull(),
    submissionId: text('submission_id'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.personId, t.version] })],
);
