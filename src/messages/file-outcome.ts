/** What became of one file of a submission, as its answer tells it. */
import type { CandidateId } from '../domain/ids.ts';
import type { ReadError } from '../domain/read-error.ts';
import type { Resume } from '../domain/resume.ts';

export interface ReadResume {
  outcome: 'resume';
  file: string;
  candidateId: CandidateId;
  resumeCode: string;
  resume: Resume;
  /** The reader sent or could see the same bytes before (never said because of what others sent, rule A12). */
  seenBefore: boolean;
}

export type FileOutcome =
  | ReadResume
  | { outcome: 'not-resume'; file: string }
  | { outcome: 'failed'; file: string; error: ReadError }
  /** Still being read when the answer had to go out. */
  | { outcome: 'waiting'; file: string };
