/** What happened between us and a language model. Money is in micro-dollars. */
import type { CandidateId, ResumeId } from './ids.ts';
import type { ModelCaps, TokensUsed } from './language-model.ts';

export type ModelChange =
  /** A guard: where a cap would be passed, or somebody else asks the same, nothing of the list is written (`conflict`). */
  | {
      kind: 'modelCallReserved';
      workspace: string;
      resumeId: ResumeId;
      candidateId: CandidateId;
      contentHash: string;
      /** The first call is 1. */
      tries: number;
      cost: number;
      caps: ModelCaps;
      at: number;
    }
  /** The end of the call that was reserved. Once: a repetition changes nothing. */
  | {
      kind: 'modelCallSettled';
      workspace: string;
      resumeId: ResumeId;
      contentHash: string;
      tries: number;
      state: 'open' | 'answered' | 'given-up';
      cost: number;
      used?: TokensUsed;
      /** What it proposed, when it did. */
      answer?: unknown;
      at: number;
    };
