/**
 * Every table, once, for both engines (principle 8). Every row carries its workspace; every row with a `personal` column names whose
 * it is by `personId` or `candidateId` (principle 11; a test walks this file). Times are milliseconds.
 */
import { count, flag, index, instant, json, primaryKey, real, table, text, uniqueIndex } from '#dialect';
import type { AccessReason, AttachmentState, FeedRunReport, PostingStatus, SubmissionKind } from '../domain/changes.ts';
import type { FileFormat } from '../domain/document.ts';
import type { Meaning } from '../domain/feedback.ts';
import type { Preferences, Score } from '../domain/match.ts';
import type { DigestState, Role } from '../domain/people.ts';
import type { Posting } from '../domain/posting.ts';
import type { ReadError } from '../domain/read-error.ts';
import type { Resume } from '../domain/resume.ts';
import type { StepName } from '../domain/steps.ts';
import type { Card } from '../messages/card.ts';
import { lookup, personal } from './personal-columns.ts';

const workspace = () => text('workspace').notNull();

export const persons = table(
  'persons',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    role: text('role').$type<Role>().notNull(),
    personId: text('person_id').notNull(),
    name: personal<string>('name'),
    timeZone: text('time_zone').notNull(),
    digest: text('digest').$type<DigestState>().notNull(),
    digestTime: text('digest_time').notNull(),
    digestPausedUntil: instant('digest_paused_until'),
    ownCandidateId: text('own_candidate_id'),
    preferences: personal<Preferences>('preferences'),
    noticedAt: instant('noticed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('persons_code').on(t.workspace, t.code), index('persons_digest').on(t.workspace, t.digest)],
);

export const identities = table(
  'identities',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    channel: text('channel').notNull(),
    address: personal<string>('address').notNull(),
    addressLookup: lookup('address_lookup').notNull(),
    verified: flag('verified').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('identities_address').on(t.workspace, t.channel, t.addressLookup),
    index('identities_person').on(t.personId),
  ],
);

export const cursors = table(
  'cursors',
  { workspace: workspace(), source: text('source').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.workspace, t.source] })],
);

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
    automatic: text('automatic'),
    repliesTo: text('replies_to'),
    postingId: text('posting_id'),
    rawBlobId: text('raw_blob_id'),
    remarks: personal<readonly string[]>('remarks').notNull(),
    receivedAt: instant('received_at').notNull(),
    answeredAt: instant('answered_at'),
    partial: flag('partial').notNull(),
  },
  (t) => [
    uniqueIndex('submissions_event').on(t.workspace, t.channel, t.eventKey),
    uniqueIndex('submissions_code').on(t.workspace, t.code),
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
    size: count('size').notNull(),
    blobId: text('blob_id').notNull(),
    state: text('state').$type<AttachmentState>().notNull(),
    format: text('format').$type<FileFormat>(),
    error: personal<ReadError>('error'),
    resumeId: text('resume_id'),
    candidateId: text('candidate_id'),
    seenBefore: flag('seen_before').notNull(),
    position: count('position').notNull(),
  },
  (t) => [index('attachments_submission').on(t.submissionId), index('attachments_resume').on(t.workspace, t.resumeId)],
);

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
    origin: text('origin').$type<'parser' | 'correction'>().notNull(),
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
  (t) => [primaryKey({ columns: [t.workspace, t.kind, t.term, t.candidateId, t.resumeId] })],
);

export const feedRuns = table(
  'feed_runs',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    feed: text('feed').notNull(),
    startedAt: instant('started_at').notNull(),
    report: json<FeedRunReport>('report').notNull(),
  },
  (t) => [index('feed_runs_feed').on(t.workspace, t.feed, t.startedAt)],
);

export const postings = table(
  'postings',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    version: count('version').notNull(),
    status: text('status').$type<PostingStatus>().notNull(),
    title: text('title').notNull(),
    company: text('company'),
    canonicalUrl: text('canonical_url'),
    requisitionKey: text('requisition_key'),
    contentHash: text('content_hash').notNull(),
    confidence: real('confidence').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('postings_code').on(t.workspace, t.code),
    index('postings_status').on(t.workspace, t.status, t.id),
    index('postings_url').on(t.workspace, t.canonicalUrl),
    index('postings_requisition').on(t.workspace, t.requisitionKey),
    index('postings_hash').on(t.workspace, t.contentHash),
  ],
);

export const postingVersions = table(
  'posting_versions',
  {
    workspace: workspace(),
    postingId: text('posting_id').notNull(),
    version: count('version').notNull(),
    data: json<Posting>('data').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.postingId, t.version] })],
);

/** Each original of a merged posting (F4.4). */
export const postingSources = table(
  'posting_sources',
  {
    workspace: workspace(),
    feed: text('feed').notNull(),
    /** The feed's id of the posting, else its canonical URL, else its content hash. */
    sourceKey: text('source_key').notNull(),
    externalId: text('external_id'),
    url: text('url'),
    postingId: text('posting_id').notNull(),
    contentHash: text('content_hash').notNull(),
    firstSeen: instant('first_seen').notNull(),
    lastSeen: instant('last_seen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.feed, t.sourceKey] }), index('posting_sources_posting').on(t.postingId)],
);

export const matches = table(
  'matches',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id').notNull(),
    resumeVersion: count('resume_version').notNull(),
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
    scoredAt: instant('scored_at').notNull(),
  },
  (t) => [
    uniqueIndex('matches_code').on(t.workspace, t.code),
    uniqueIndex('matches_pair').on(t.workspace, t.resumeId, t.postingId),
    index('matches_by_candidate').on(t.workspace, t.candidateId, t.candidateTotal),
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
    /** `digest now` is a reply, not the day's digest; its items count as shown. */
    onRequest: flag('on_request').notNull(),
    outboxId: text('outbox_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('digests_person').on(t.workspace, t.personId, t.localDate)],
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

export type OutboxState = 'waiting' | 'sent' | 'uncertain' | 'failed';

export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    channel: text('channel').notNull(),
    conversation: personal<string>('conversation').notNull(),
    private: flag('private').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    card: personal<Card>('card').notNull(),
    inReplyTo: text('in_reply_to'),
    references: json<readonly string[]>('references').notNull(),
    subject: personal<string>('subject'),
    bulk: flag('bulk').notNull(),
    state: text('state').$type<OutboxState>().notNull(),
    reason: text('reason'),
    platformMessageId: text('platform_message_id'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    uniqueIndex('outbox_dedupe').on(t.workspace, t.dedupeKey),
    index('outbox_platform').on(t.workspace, t.channel, t.platformMessageId),
    index('outbox_person').on(t.workspace, t.personId, t.createdAt),
    index('outbox_state').on(t.workspace, t.state),
  ],
);

/** Which match a number in a message of ours means. */
export const outboxMatches = table(
  'outbox_matches',
  {
    workspace: workspace(),
    outboxId: text('outbox_id').notNull(),
    number: count('number').notNull(),
    matchId: text('match_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.number] })],
);

export type TaskState = 'waiting' | 'running' | 'dead';

export const tasks = table(
  'tasks',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    step: text('step').$type<StepName>().notNull(),
    payload: json<Readonly<Record<string, unknown>>>('payload').notNull(),
    state: text('state').$type<TaskState>().notNull(),
    priority: count('priority').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: count('attempts').notNull(),
    leaseToken: text('lease_token'),
    leaseExpiresAt: instant('lease_expires_at'),
    /** How often the task was asked for; one more than `wakesSeen` means: run again at once. */
    wakes: count('wakes').notNull(),
    wakesSeen: count('wakes_seen').notNull(),
    reason: text('reason'),
    fix: text('fix'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('tasks_code').on(t.workspace, t.code), index('tasks_due').on(t.state, t.priority, t.dueAt)],
);
