/** Steps of durable work and what their tasks carry: ids, never payloads (principle 3). Rows are validated with these schemas when read. */
import { z } from 'zod';

const id = z.string().min(1);

export const STEP_PAYLOADS = {
  /** Read one attachment: text, fields, "is it a resume?", candidate. A zip becomes further attachments, from member `from` on. */
  readAttachment: z.object({ attachmentId: id, from: z.number().int().min(0).optional() }),
  /** After an update: open files anew that no reader before `reader` could read, from a cursor on. */
  readAgain: z.object({ reader: z.number().int(), after: id.optional() }),
  /** Fetch the bytes of one attachment from the platform that has them. */
  fetchAttachment: z.object({ attachmentId: id }),
  /** Score one resume (of an audience: as that audience's corrections make it) against the open postings, from a cursor on. */
  matchResume: z.object({ resumeId: id, audience: id.optional(), submissionId: id.optional(), after: id.optional() }),
  /** Score one resume against the jobs that it was sent to, and tell those who look after them (F1.8). */
  scoreForJobs: z.object({ resumeId: id, submissionId: id, postingIds: z.array(id).min(1).max(20) }),
  /** Tell one person of applications to a job that they look after: not more than once an hour. */
  tellApplications: z.object({ postingId: id, personId: id }),
  /** Give somebody who looks after a job from now on access to the applications that are there, from a cursor on. */
  openApplications: z.object({ postingId: id, personId: id, after: id.optional() }),
  /** Score postings against the candidates, from a cursor on. */
  matchPostings: z.object({ postingIds: z.array(id).min(1).max(200), after: id.optional() }),
  /** See what a language model could find out about a resume, and take what it answered (F2.4's better half; off without a model). */
  askModel: z.object({ resumeId: id, submissionId: id.optional() }),
  /** The call itself, its money set aside. `content`: hash of what is asked. */
  callModel: z.object({ resumeId: id, submissionId: id.optional(), content: id, tries: z.number().int().min(1) }),
  /** Write the one reply to a submission when everything in it is done, or after ten minutes with what there is. */
  answerSubmission: z.object({
    submissionId: id,
    /** Files that were read again after their answer had gone out (`retry s…`): a second answer tells what became readable. */
    again: z.object({ files: z.array(id).min(1).max(200), askedAt: z.number().int() }).optional(),
  }),
  /**
   * The sender of a message that was not verified answered with our reply token: grant what it brought, then go on with that answer
   * (`replyId`) as with any message.
   */
  grantSubmission: z.object({
    submissionId: id,
    replyId: id,
    next: z.enum(['answerSubmission', 'runCommand', 'takeFeedback']),
  }),
  /** Run a command that a message carried. */
  runCommand: z.object({ submissionId: id }),
  /** Take in reactions, corrections and comments on a message of ours. */
  takeFeedback: z.object({ submissionId: id }),
  /** Hand one outbox message to its channel. */
  deliverMessage: z.object({ outboxId: id }),
  /** Mark a message that came in where it lies (a flag, another folder), once it is answered. */
  markMessage: z.object({
    submissionId: id,
    /** A copy's place, in the channel's terms; without it the message's own. */
    location: z.string().max(200).optional(),
    /** That it was seen: at once, where it was answered before that it is too late. */
    seen: z.boolean().optional(),
  }),
  /** Say how far the files of a message are, in one message that is edited (F1.3); asks for itself until all are read. */
  showProgress: z.object({ submissionId: id, shown: z.string().max(60).optional() }),
  /** Put together what somebody sees as their home on a channel. */
  publishHome: z.object({ personId: id, identityId: id }),
  /** Choose, write and send one person's digest of one local date. */
  sendDigest: z.object({ personId: id, localDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  /** One slice of an erasure (rule A8); asks for itself until nothing is left. */
  erase: z.object({ erasureId: id }),
  /** One slice of what is older than is kept (rule A9); asks for itself until nothing is left. */
  enforceRetention: z.object({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  /** One slice of two people becoming one (F8.2): everything of `from` becomes `to`'s. Asks for itself until nothing is left. */
  joinPersons: z.object({
    from: id,
    to: id,
    /** Leases of what was under way when nothing was left: it may still write of `from`. */
    waitFor: z.array(id).max(1000).optional(),
  }),
  /** Read one page of a watched place (F1.7). `run`: when it was read last, so that every next reading is one task; `so`: what its earlier pages held. */
  syncSource: z.object({
    sourceId: id,
    run: z.number().int().min(0),
    so: z.object({ found: z.number().int(), known: z.number().int(), ignored: z.number().int() }).optional(),
  }),
  /** Originals are not kept (KEEP_ORIGINALS=no): the bytes of an answered message. */
  dropOriginals: z.object({ submissionId: id }),
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
