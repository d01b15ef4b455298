/** A row of the queue as what it is: a task of one step with that step's payload, validated. */
import { z } from 'zod';
import { STEP_PAYLOADS } from '../domain/steps.ts';
import type { LeasedTask, TaskView } from '../tasks/queue.ts';
import type { tasks } from './schema/delivery.ts';

export type TaskRow = typeof tasks.$inferSelect;

/** Written out, because a map over STEP_PAYLOADS would lose which payload belongs to which step. */
const StepAndPayload = z.discriminatedUnion('step', [
  z.object({ step: z.literal('readAttachment'), payload: STEP_PAYLOADS.readAttachment }),
  z.object({ step: z.literal('readAgain'), payload: STEP_PAYLOADS.readAgain }),
  z.object({ step: z.literal('fetchAttachment'), payload: STEP_PAYLOADS.fetchAttachment }),
  z.object({ step: z.literal('matchResume'), payload: STEP_PAYLOADS.matchResume }),
  z.object({ step: z.literal('scoreForJobs'), payload: STEP_PAYLOADS.scoreForJobs }),
  z.object({ step: z.literal('tellApplications'), payload: STEP_PAYLOADS.tellApplications }),
  z.object({ step: z.literal('openApplications'), payload: STEP_PAYLOADS.openApplications }),
  z.object({ step: z.literal('matchPostings'), payload: STEP_PAYLOADS.matchPostings }),
  z.object({ step: z.literal('askModel'), payload: STEP_PAYLOADS.askModel }),
  z.object({ step: z.literal('callModel'), payload: STEP_PAYLOADS.callModel }),
  z.object({ step: z.literal('answerSubmission'), payload: STEP_PAYLOADS.answerSubmission }),
  z.object({ step: z.literal('grantSubmission'), payload: STEP_PAYLOADS.grantSubmission }),
  z.object({ step: z.literal('runCommand'), payload: STEP_PAYLOADS.runCommand }),
  z.object({ step: z.literal('takeFeedback'), payload: STEP_PAYLOADS.takeFeedback }),
  z.object({ step: z.literal('deliverMessage'), payload: STEP_PAYLOADS.deliverMessage }),
  z.object({ step: z.literal('markMessage'), payload: STEP_PAYLOADS.markMessage }),
  z.object({ step: z.literal('showProgress'), payload: STEP_PAYLOADS.showProgress }),
  z.object({ step: z.literal('publishHome'), payload: STEP_PAYLOADS.publishHome }),
  z.object({ step: z.literal('sendDigest'), payload: STEP_PAYLOADS.sendDigest }),
  z.object({ step: z.literal('erase'), payload: STEP_PAYLOADS.erase }),
  z.object({ step: z.literal('enforceRetention'), payload: STEP_PAYLOADS.enforceRetention }),
  z.object({ step: z.literal('joinPersons'), payload: STEP_PAYLOADS.joinPersons }),
  z.object({ step: z.literal('syncSource'), payload: STEP_PAYLOADS.syncSource }),
  z.object({ step: z.literal('dropOriginals'), payload: STEP_PAYLOADS.dropOriginals }),
]);

type Known = z.infer<typeof StepAndPayload>['step'];

/** undefined when the payload is not what its step takes, or a newer version wrote a step that this one does not know. */
export function readLeasedTask(row: TaskRow): LeasedTask | undefined {
  // Does not compile while a step of STEP_PAYLOADS is missing above: its tasks would all be dead letters.
  const step: Known = row.step;
  const parsed = StepAndPayload.safeParse({ step, payload: row.payload });
  if (!parsed.success || row.leaseToken === null || row.leaseExpiresAt === null) return undefined;
  const { id, workspace, code, attempts, leaseToken, leaseExpiresAt, lostLeases, createdAt } = row;
  return {
    id,
    workspace,
    code,
    attempt: attempts,
    leaseToken,
    leaseExpiresAt,
    leaseWasLost: lostLeases > 0,
    createdAt,
    ...parsed.data,
  };
}

/** For people. */
export function viewTask(row: TaskRow): TaskView {
  const { id, code, step, attempts, reason, fix } = row;
  const state = row.state === 'done' ? 'waiting' : row.state;
  return { id, code, step, state, attempts, reason, fix, dueAt: new Date(row.dueAt).toISOString() };
}
