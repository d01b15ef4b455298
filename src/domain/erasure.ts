/** What is to go when somebody is erased (rule A8). Ids and words are fixed when it begins: on the way, what they were found by goes too. */
import type { CandidateId, PersonId, ResumeId, WorkspaceId } from './ids.ts';

export interface ErasureScope {
  /** Of all channels, as far as they are known to be the person's. Lower case. */
  addresses: readonly string[];
  /** Those that the resumes belong to. Each goes with its last resume. */
  candidateIds: readonly CandidateId[];
  /** Resumes that go whoever sent them. */
  resumeIds: readonly ResumeId[];
  /** What others may have written of them: looked for in what stays. */
  names: readonly string[];
  phones: readonly string[];
}

/** Where the confirmation goes; forgotten when it has been delivered. */
export interface ErasureReply {
  channel: string;
  conversation: string;
  messageId?: string;
  references: readonly string[];
}

/**
 * In this order. `resumes`: what carries them; `sent`: other people's resumes that nobody but the person may see; `person`: the person's
 * own rows; `messages` and `texts`: what others were told and wrote; `settle`: work that was under way may have written of them since,
 * so once more from the beginning; `clear`: the scope itself; `confirm`: the last mail; `forget`: that mail; `polish`: the files of the
 * database.
 */
export const ERASURE_PHASES = [
  'tasks',
  'resumes',
  'sent',
  'person',
  'messages',
  'texts',
  'settle',
  'clear',
  'confirm',
  'forget',
  'polish',
] as const;
export type ErasurePhase = (typeof ERASURE_PHASES)[number];

export interface ErasureProgress {
  /** The last row that a scan has looked at. */
  after?: string;
  /** 1, and 2 when work was under way at the end of the first. */
  round: number;
  /** Leases of the work that was under way. */
  waitFor?: readonly string[];
}

export interface Erasure {
  id: string;
  workspace: WorkspaceId;
  /** Null for a candidate who never wrote. */
  personId: PersonId | null;
  scope: ErasureScope;
  reply: ErasureReply | null;
  phase: ErasurePhase;
  progress: ErasureProgress;
  /** Milliseconds. */
  startedAt: number;
}

export const NO_SCOPE: ErasureScope = { addresses: [], candidateIds: [], resumeIds: [], names: [], phones: [] };
