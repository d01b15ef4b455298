import type { NewTask } from '../../domain/steps.ts';

/** After whatever somebody waits for, before bulk. */
const PRIORITY = 6;
/** Longer than an answer waits for its parts (F1.1): what is not answered by then gets no answer. */
export const MARK_UNANSWERED_AFTER_MS = 11 * 60_000;

/** Marks the message where it lies; nothing for one that lies nowhere. Asked for again, the task only becomes due sooner. */
export function markTask(submission: { id: string; workspace: string; location?: string | null }, dueAt: number): NewTask[] {
  const { id: submissionId, workspace, location } = submission;
  if (location === undefined || location === null) return [];
  return [{ id: `mark:${submissionId}`, workspace, step: 'markMessage', payload: { submissionId }, dueAt, priority: PRIORITY }];
}

/** 👀 on what brings a resume, within two seconds: before anything is read of it. */
export const seenTask = ({ id: submissionId, workspace }: { id: string; workspace: string }): NewTask => ({
  id: `seen:${submissionId}`,
  workspace,
  step: 'markMessage',
  payload: { submissionId, seen: true },
  priority: 0,
});

/** The same for a copy that lies elsewhere; it waits for the answer by itself. */
export const copyMarkTask = ({ id: submissionId, workspace }: { id: string; workspace: string }, location: string): NewTask => ({
  id: `mark:${submissionId}:${location}`,
  workspace,
  step: 'markMessage',
  payload: { submissionId, location },
  priority: PRIORITY,
});
