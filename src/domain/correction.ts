/** What a person says a resume says, where it was read wrong or says too little (F2.5). A fact given by a person: it wins over every reading of the same file. */
import type { CandidateId, PersonId, ResumeId, SubmissionId } from './ids.ts';

export type CorrectionOp = 'set' | 'add' | 'remove';

/** One field of one resume. Values are normalised when they are taken in, so that applying them again needs no dictionary. */
export interface ResumeCorrection {
  /** `basics.name`, `work.1.position`, `education.0.studyType`; of lists (`skills`, `languages`, `certificates`, `work`) the list, or `work.1` to remove. */
  path: string;
  op: CorrectionOp;
  /** Dates ISO, an end that is still open `''`, phone E.164, an added job as JSON of its fields. `''` takes the value away. */
  value: string;
  /** How the job or education was called and which lines it was read from (pipeline/correct/entry-anchor.ts): a later reading may count and read the entries otherwise. */
  anchor?: string;
  /** The value with its numeric dates read month first (`06/01/2016`): which of the two is meant, the resume says when it is applied. Never kept. */
  monthFirst?: string;
}

/** `candidate`: given by the person whose own candidate it is. `sender`: by whoever sent the file. */
export type CorrectionAuthor = 'candidate' | 'sender';

export interface Correction extends ResumeCorrection {
  id: string;
  candidateId: CandidateId;
  resumeId: ResumeId;
  personId: PersonId;
  author: CorrectionAuthor;
  /** The submission by which the corrected view is seen: whoever has access by it (rule A12). */
  audience: SubmissionId;
  /** The message that brought it; corrections of one message are taken back together. */
  submissionId?: SubmissionId;
  /** Order within the message. */
  position: number;
  /** As it was shown before, for people. */
  previous?: string;
  at: number;
}
