import type { NewTask } from '../../domain/steps.ts';

/** Between two looks, and so between two edits of one message: platforms count those. */
const PROGRESS_EVERY_MS = 3_000;

/** `shown`: what the message says already. */
export const progressTask = (submission: { id: string; workspace: string }, now: number, shown?: string): NewTask => ({
  id: `progress:${submission.id}`,
  workspace: submission.workspace,
  step: 'showProgress',
  payload: { submissionId: submission.id, ...(shown === undefined ? {} : { shown }) },
  dueAt: now + PROGRESS_EVERY_MS,
  priority: 1,
});
