/**
 * Domain facts that a step, intake or an import found out, on their way into the store. `store/apply-changes.ts` turns each into
 * statements; nothing else writes. Ids are made by whoever builds the change, never by the database, so that a list is fixed before
 * its transaction begins. Times are milliseconds.
 */
import type { Correction } from './correction.ts';
import type { DeliveryChange } from './delivery-changes.ts';
import type { FileFormat } from './document.ts';
import type { Erasure, ErasurePhase, ErasureProgress } from './erasure.ts';
import type { Feedback } from './feedback.ts';
import type { Preferences, Score } from './match.ts';
import type { ModelChange } from './model-changes.ts';
import type { Role } from './people.ts';
import type { PeopleChange } from './people-changes.ts';
import type { Posting } from './posting.ts';
import type { ReadError } from './read-error.ts';
import type { Resume } from './resume.ts';
import type { RowKey } from './row-key.ts';

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
  /** NOT_FETCHED while only `ref` says where its bytes are. */
  blobId: string;
  ref?: string;
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
  | { kind: 'profileAddressSeen'; workspace: string; identityId: string; address: string }
  /** They looked at their home there. */
  | { kind: 'homeOpened'; workspace: string; identityId: string; at: number }
  /** Where the person and we talk alone on that channel. */
  | { kind: 'directConversationSeen'; workspace: string; identityId: string; conversation: string }
  | { kind: 'personNoticed'; workspace: string; personId: string; at: number }
  | PeopleChange
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
        /** The message of ours whose reply token proved the sender. */
        provenBy?: string;
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
  /** Its sender answered with the reply token of `outboxId`: it counts as if it had been verified when it came. */
  | { kind: 'submissionProven'; workspace: string; submissionId: string; outboxId: string }
  | { kind: 'attachmentReceived'; workspace: string; attachment: AttachmentRow }
  | { kind: 'attachmentFetched'; workspace: string; attachmentId: string; blobId: string; size: number }
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
  | { kind: 'candidateLookupRemoved'; workspace: string; candidateId: string; field: 'email' | 'phone'; value: string }
  | {
      kind: 'resumeParsed';
      resume: {
        id: string;
        workspace: string;
        code: string;
        candidateId: string;
        blobId: string;
        version: number;
        origin: 'parser' | 'correction' | 'model';
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
      /** A newer reading: what an older one mentioned and this one does not is mentioned no more. */
      instead?: true;
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
  | { kind: 'postingReopened'; workspace: string; postingId: string; at: number }
  /** The first to post it stays its poster. */
  | { kind: 'postingPosted'; workspace: string; postingId: string; personId: string }
  | { kind: 'postingSelected'; workspace: string; postingId: string; personId: string; channel: string; at: number }
  /** On every channel. */
  | { kind: 'postingUnselected'; workspace: string; postingId: string; personId: string; at: number }
  | {
      kind: 'applicationReceived';
      workspace: string;
      application: {
        id: string;
        postingId: string;
        candidateId: string;
        resumeId: string;
        personId: string;
        submissionId: string;
        at: number;
      };
    }
  /** All of that person's to that posting; whoever saw the candidate only by them sees no more. */
  | { kind: 'applicationWithdrawn'; workspace: string; postingId: string; personId: string; at: number }
  | { kind: 'applicationTold'; workspace: string; applicationId: string; personId: string; told: string; at: number }
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
  | { kind: 'matchDropped'; workspace: string; resumeId: string; postingId: string; audience?: string }
  | { kind: 'correctionMade'; workspace: string; correction: Correction }
  | { kind: 'correctionsRetracted'; workspace: string; ids: readonly string[]; at: number }
  | { kind: 'preferencesSet'; workspace: string; personId: string; preferences: Preferences; submissionId?: string; at: number }
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
  | { kind: 'erasureStarted'; erasure: Erasure }
  | { kind: 'erasureMoved'; workspace: string; erasureId: string; phase: ErasurePhase; progress: ErasureProgress }
  /** Rows by their primary keys (as the program names the columns), of any table of the schema. */
  | { kind: 'rowsErased'; workspace: string; table: string; keys: readonly RowKey[] }
  /** A message to somebody else that told of who is erased: that there was one stays, what it said does not. */
  | { kind: 'messageRedacted'; workspace: string; outboxId: string; at: number }
  /** What somebody else wrote when they sent who is erased; its raw bytes go with it. */
  | { kind: 'submissionRedacted'; workspace: string; submissionId: string }
  /** The bytes of the message as it came are gone. */
  | { kind: 'rawDropped'; workspace: string; submissionId: string }
  /** A zip's name may say whose files it held. */
  | { kind: 'attachmentRenamed'; workspace: string; attachmentId: string; name: string }
  /** Who posted a job is erased; the job is what others were told of, and stays. */
  | { kind: 'posterForgotten'; workspace: string; postingId: string; personId: string }
  /** A version of a posting without the words that name who posted it. */
  | { kind: 'postingRedacted'; workspace: string; postingId: string; version: number; data: Posting }
  /** Somebody else needs the same bytes. */
  | { kind: 'blobReleased'; workspace: string; blobId: string; personId: string }
  /** It is never taken in again; `event` is its keyed hash (`eventHash`). */
  | { kind: 'eventForgotten'; workspace: string; event: string; at: number }
  | ModelChange
  | DeliveryChange;

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
