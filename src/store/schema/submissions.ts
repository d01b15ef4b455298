/** What came in: messages, their files, and the bytes of these. */
import { count, flag, index, instant, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { AttachmentState, SubmissionKind } from '../../domain/changes.ts';
import type { FileFormat } from '../../domain/document.ts';
import type { ReadError, ReadErrorCode } from '../../domain/read-error.ts';
import { personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const blobs = table(
  'blobs',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    size: count('size').notNull(),
    personId: text('person_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
);

export const submissions = table(
  'submissions',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    personId: text('person_id').notNull(),
    identityId: text('identity_id').notNull(),
    channel: text('channel').notNull(),
    conversation: personal<string>('conversation').notNull(),
    private: flag('private').notNull(),
    eventKey: text('event_key').notNull(),
    messageId: text('message_id'),
    references: json<readonly string[]>('references').notNull(),
    kind: text('kind').$type<SubmissionKind>().notNull(),
    subject: personal<string>('subject'),
    text: personal<string>('text').notNull(),
    detail: personal<Readonly<Record<string, unknown>>>('detail'),
    verified: flag('verified').notNull(),
    /** The message of ours whose reply token proved the sender (rule E10). */
    provenBy: text('proven_by'),
    automatic: text('automatic'),
    repliesTo: text('replies_to'),
    postingId: text('posting_id'),
    rawBlobId: text('raw_blob_id'),
    location: text('location'),
    remarks: personal<readonly string[]>('remarks').notNull(),
    receivedAt: instant('received_at').notNull(),
    answeredAt: instant('answered_at'),
    partial: flag('partial').notNull(),
  },
  (t) => [
    uniqueIndex('submissions_event').on(t.workspace, t.channel, t.eventKey),
    uniqueIndex('submissions_code').on(t.workspace, t.code),
    index('submissions_message').on(t.workspace, t.channel, t.messageId),
    index('submissions_person').on(t.workspace, t.personId, t.receivedAt),
  ],
);

export const attachments = table(
  'attachments',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    submissionId: text('submission_id').notNull(),
    personId: text('person_id').notNull(),
    parentId: text('parent_id'),
    name: personal<string>('name').notNull(),
    type: text('type').notNull(),
    /** 0 until it is fetched. */
    size: count('size').notNull(),
    /** NOT_FETCHED while its bytes are still where they were sent. */
    blobId: text('blob_id').notNull(),
    /** Where the channel fetches it: an id of the platform's. */
    ref: text('ref'),
    state: text('state').$type<AttachmentState>().notNull(),
    format: text('format').$type<FileFormat>(),
    /** Of the closed list, so it tells nothing about anybody: what to read again after an update is searched by it. */
    errorCode: text('error_code').$type<ReadErrorCode>(),
    error: personal<ReadError>('error'),
    resumeId: text('resume_id'),
    candidateId: text('candidate_id'),
    seenBefore: flag('seen_before').notNull(),
    position: count('position').notNull(),
  },
  (t) => [
    index('attachments_submission').on(t.submissionId),
    index('attachments_resume').on(t.workspace, t.resumeId),
    index('attachments_candidate').on(t.workspace, t.candidateId),
    index('attachments_error').on(t.workspace, t.errorCode),
  ],
);
