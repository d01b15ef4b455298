/** Candidates, who may see what of them, and what was read of their resumes. */
import { count, index, instant, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { AccessReason } from '../../domain/changes.ts';
import type { Resume } from '../../domain/resume.ts';
import { lookup, personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const candidates = table(
  'candidates',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('candidates_code').on(t.workspace, t.code)],
);

/** Keyed hashes of what a candidate can be recognised by (F1.6). */
export const candidateLookups = table(
  'candidate_lookups',
  {
    workspace: workspace(),
    candidateId: text('candidate_id').notNull(),
    field: text('field').$type<'email' | 'phone' | 'name'>().notNull(),
    hash: lookup('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.candidateId, t.field, t.hash] }),
    index('candidate_lookups_hash').on(t.workspace, t.field, t.hash),
  ],
);

export const candidateAccess = table(
  'candidate_access',
  {
    workspace: workspace(),
    candidateId: text('candidate_id').notNull(),
    personId: text('person_id').notNull(),
    submissionId: text('submission_id').notNull(),
    resumeId: text('resume_id').notNull(),
    reason: text('reason').$type<AccessReason>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.personId, t.candidateId, t.submissionId, t.resumeId] }),
    index('candidate_access_resume').on(t.workspace, t.resumeId, t.personId),
    index('candidate_access_candidate').on(t.workspace, t.candidateId),
  ],
);

export const resumes = table(
  'resumes',
  {
    workspace: workspace(),
    /** HMAC(workspace key, SHA-256 of the bytes): the same bytes are the same resume in one workspace and tell nothing in another. */
    id: text('id').notNull(),
    code: text('code').notNull(),
    candidateId: text('candidate_id').notNull(),
    blobId: text('blob_id').notNull(),
    version: count('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('resumes_code').on(t.workspace, t.code),
    index('resumes_candidate').on(t.workspace, t.candidateId),
  ],
);

export const resumeVersions = table(
  'resume_versions',
  {
    workspace: workspace(),
    resumeId: text('resume_id').notNull(),
    version: count('version').notNull(),
    candidateId: text('candidate_id').notNull(),
    origin: text('origin').$type<'parser' | 'correction' | 'model'>().notNull(),
    /** Empty: everybody who may see the resume. Else the submission that brought the correction: seen only through access by it (A12). */
    audience: text('audience').notNull(),
    data: personal<Resume>('data').notNull(),
    parserVersion: text('parser_version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.resumeId, t.version] })],
);

/** Where the counts of terms come from; never an incremented number. */
export const termMentions = table(
  'term_mentions',
  {
    workspace: workspace(),
    kind: text('kind').$type<'skill' | 'company' | 'title'>().notNull(),
    term: text('term').notNull(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id').notNull(),
    firstSeen: instant('first_seen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.kind, t.term, t.candidateId, t.resumeId] }),
    index('term_mentions_resume').on(t.workspace, t.resumeId),
  ],
);
