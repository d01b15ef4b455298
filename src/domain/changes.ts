/**
 * Domain facts that a step, intake or an import found out, on their way into the store. `store/apply-changes.ts` turns each into
 * statements; nothing else writes. Ids are made by whoever builds the change, never by the database, so that a list is fixed before
 * its transaction begins. Times are milliseconds.
 */
import type { FileFormat } from './document.ts';
import type { Feedback } from './feedback.ts';
import type { Preferences, Score } from './match.ts';
import type { DigestState, Role } from './people.ts';
import type { Posting } from './posting.ts';
import type { ReadError } from './read-error.ts';
import type { Resume } from './resume.ts';

export type SubmissionKind = 'resume' | 'command' | 'feedback' | 'application' | 'other';
export type AttachmentState = 'waiting' | 'resume' | 'not-resume' | 'unpacked' | 'failed' | 'ignored';
export type AccessReason = 'sent' | 'inbox' | 'application' | 'own' | 'shared';

export interface AttachmentRow {
  id: string;
  submissionId: string;
  personId: string;
  /** The zip or mail it was found in. */
  parentId?: string;
  name: string;
  type: string;
  size: number;
  blobId: string;
  state: AttachmentState;
  /** Order within the submission. */
  position: number;
}

export type Change =
  | {
      kind: 'personMet';
      person: {
        id: string;
        workspace: string;
        code: string;
        role: Role;
        name?: string;
        timeZone: string;
        digestTime: string;
        createdAt: number;
      };
    }
  | {
      kind: 'identityMet';
      identity: {
        id: string;
        workspace: string;
        personId: string;
        channel: string;
        address: string;
        verified: boolean;
        createdAt: number;
      };
    }
  | { kind: 'identityVerified'; workspace: string; identityId: string }
  | { kind: 'personNoticed'; workspace: string; personId: string; at: number }
  | {
      kind: 'personSettingsChanged';
      workspace: string;
      personId: string;
      digest?: DigestState;
      digestTime?: string;
      digestPausedUntil?: number | null;
      timeZone?: string;
      preferences?: Preferences;
      role?: Role;
    }
  | { kind: 'ownCandidateSet'; workspace: string; personId: string; candidateId: string | null }
  | { kind: 'cursorMoved'; workspace: string; source: string; value: string }
  | { kind: 'blobStored'; workspace: string; blobId: string; size: number; personId?: string; createdAt: number }
  | {
      kind: 'submissionReceived';
      submission: {
        id: string;
        workspace: string;
        code: string;
        personId: string;
        identityId: string;
        channel: string;
        conversation: string;
        private: boolean;
        eventKey: string;
        messageId?: string;
        references: readonly string[];
        kind: SubmissionKind;
        subject?: string;
        text: string;
        verified: boolean;
        automatic?: string;
        repliesTo?: string;
        postingId?: string;
        rawBlobId?: string;
        /** Where its channel finds it again (`Channel.mark`). */
        location?: string;
        remarks: readonly string[];
        receivedAt: number;
        /** Reaction, command or other structured content that routing found; shape by `kind`. */
        detail?: Readonly<Record<string, unknown>>;
      };
    }
  | { kind: 'submissionAnswered'; workspace: string; submissionId: string; at: number; partial: boolean }
  | { kind: 'attachmentReceived'; workspace: string; attachment: AttachmentRow }
  /** To be read again: it waits as on the first day. */
  | { kind: 'attachmentReopened'; workspace: string; attachmentId: string }
  | {
      kind: 'attachmentRead';
      workspace: string;
      attachmentId: string;
      state: Exclude<AttachmentState, 'waiting'>;
      format?: FileFormat;
      error?: ReadError;
      resumeId?: string;
      candidateId?: string;
      seenBefore?: boolean;
    }
  | { kind: 'candidateFound'; candidate: { id: string; workspace: string; code: string; createdAt: number } }
  | { kind: 'candidateLookupAdded'; workspace: string; candidateId: string; field: 'email' | 'phone' | 'name'; value: string }
  | {
      kind: 'resumeParsed';
      resume: {
        id: string;
        workspace: string;
        code: string;
        candidateId: string;
        blobId: string;
        version: number;
        origin: 'parser' | 'correction';
        /** Of a correction: the submission that brought it. Only who has access by that submission sees this version (rule A12). */
        submissionId?: string;
        data: Resume;
        parserVersion: string;
        createdAt: number;
      };
    }
  | {
      kind: 'accessGranted';
      workspace: string;
      candidateId: string;
      personId: string;
      submissionId: string;
      resumeId: string;
      reason: AccessReason;
      at: number;
    }
  | {
      kind: 'termsMentioned';
      workspace: string;
      candidateId: string;
      resumeId: string;
      terms: { kind: 'skill' | 'company' | 'title'; term: string }[];
      at: number;
    }
  | { kind: 'feedRunFinished'; workspace: string; feed: string; runId: string; startedAt: number; report: FeedRunReport }
  | {
      kind: 'postingSaved';
      workspace: string;
      posting: {
        id: string;
        code: string;
        version: number;
        status: PostingStatus;
        data: Posting;
        canonicalUrl?: string;
        requisitionKey?: string;
        contentHash: string;
        at: number;
      };
    }
  | {
      kind: 'postingSourceSeen';
      workspace: string;
      feed: string;
      sourceKey: string;
      externalId?: string;
      url?: string;
      postingId: string;
      contentHash: string;
      at: number;
    }
  | { kind: 'postingClosed'; workspace: string; postingId: string; at: number }
  | {
      kind: 'matchScored';
      workspace: string;
      match: {
        id: string;
        code: string;
        candidateId: string;
        resumeId: string;
        resumeVersion: number;
        postingId: string;
        postingVersion: number;
        preferencesVersion: number;
        score: Score;
        at: number;
        askedFor: boolean;
      };
    }
  /** Somebody asked why, reacted or applied: kept whatever its score (F5.3). */
  | { kind: 'matchAskedFor'; workspace: string; matchId: string }
  | { kind: 'matchDropped'; workspace: string; resumeId: string; postingId: string }
  | { kind: 'feedbackGiven'; workspace: string; feedback: Feedback }
  | { kind: 'feedbackRetracted'; workspace: string; personId: string; matchId: string; meanings?: readonly string[]; at: number }
  | {
      kind: 'digestWritten';
      workspace: string;
      digest: {
        id: string;
        personId: string;
        localDate: string;
        /** The person's zone when it was written: no two within 12 h after a change of zone (rule O5). */
        timeZone: string;
        outboxId?: string;
        onRequest: boolean;
        createdAt: number;
        items: { number: number; matchId: string; postingId: string; postingVersion: number; candidateId: string }[];
      };
    }
  | { kind: 'messageSent'; workspace: string; outboxId: string; platformMessageId: string; at: number }
  | { kind: 'messageUncertain'; workspace: string; outboxId: string; reason: string; at: number }
  | { kind: 'messageFailed'; workspace: string; outboxId: string; reason: string; at: number };

export const POSTING_STATUSES = ['approved', 'manualReview', 'archived', 'closed'] as const;
export type PostingStatus = (typeof POSTING_STATUSES)[number];

/** One reading of a feed: what `jobs import --json` prints. Counts of postings; `ms` wall time. */
export interface FeedRunReport {
  feed: string;
  read: number;
  closed: number;
  malformed: number;
  new: number;
  updated: number;
  unchanged: number;
  merged: number;
  approved: number;
  manualReview: number;
  archived: number;
  failed: number;
  ms: number;
  errors: { code: string; message: string; position?: string }[];
}
