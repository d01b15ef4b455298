/** Steps of durable work and what their tasks carry: ids, never payloads (principle 3). Rows are validated with these schemas when read. */
import { z } from 'zod';

const id = z.string().min(1);

export const STEP_PAYLOADS = {
  /** Read one attachment: text, fields, "is it a resume?", candidate. A zip becomes further attachments, from member `from` on. */
  readAttachment: z.object({ attachmentId: id, from: z.number().int().min(0).optional() }),
  /** Score one resume against the open postings, from a cursor on. */
  matchResume: z.object({ resumeId: id, submissionId: id.optional(), after: id.optional() }),
  /** Score postings against the candidates, from a cursor on. */
  matchPostings: z.object({ postingIds: z.array(id).min(1).max(200), after: id.optional() }),
  /** Write the one reply to a submission when everything in it is done, or after ten minutes with what there is. */
  answerSubmission: z.object({
    submissionId: id,
    /** Files that were read again after their answer had gone out (`retry s…`): a second answer tells what became readable. */
    again: z.object({ files: z.array(id).min(1).max(200), askedAt: z.number().int() }).optional(),
  }),
  /** Run a command that a message carried. */
  runCommand: z.object({ submissionId: id }),
  /** Take in reactions, corrections and comments on a message of ours. */
  takeFeedback: z.object({ submissionId: id }),
  /** Hand one outbox message to its channel. */
  deliverMessage: z.object({ outboxId: id }),
  /** Mark a message that came in where it lies (a flag, another folder), once it is answered. */
  markMessage: z.object({ submissionId: id }),
  /** Choose, write and send one person's digest of one local date. */
  sendDigest: z.object({ personId: id, localDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
} as const;

export type StepPayloads = { [S in keyof typeof STEP_PAYLOADS]: z.infer<(typeof STEP_PAYLOADS)[S]> };
export type StepName = keyof StepPayloads;
export const STEP_NAMES = Object.keys(STEP_PAYLOADS) as StepName[];

/** A task to be added. `id` is deterministic where two schedulers may want the same work; adding it again only brings its due time forward. */
export type NewTask = {
  [S in StepName]: {
    id: string;
    workspace: string;
    step: S;
    payload: StepPayloads[S];
    /** Milliseconds; now when left out. */
    dueAt?: number;
    /** Lower runs first: 0 an answer somebody waits for, 5 ordinary, 9 bulk. */
    priority?: number;
  };
}[StepName];
