/** After a command, a reaction or an answer the home of whoever looked at theirs lately is put together anew, in the same commit. */
import type { Clock } from '../domain/clock.ts';
import { serviceViewer } from '../domain/people.ts';
import type { NewTask, StepName } from '../domain/steps.ts';
import { homeTask } from '../pipeline/answer/home-task.ts';
import { identitiesOf } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { getSubmission } from '../store/submissions.ts';
import type { StepHandler, StepHandlers } from '../tasks/handlers.ts';

/** Whoever has not looked for a week gets it when they look. */
const LOOKED_WITHIN_MS = 7 * 86_400_000;
/** Ten reactions in a row are one new home. */
const COLLECT_MS = 2_000;

export function thenRefreshHomes({ store, clock }: { store: Store; clock: Clock }, handlers: StepHandlers): StepHandlers {
  const homesOf = async (workspace: string, submissionId: string): Promise<NewTask[]> => {
    const submission = await getSubmission(store, serviceViewer(workspace), submissionId);
    if (!submission) return [];
    const { personId } = submission;
    const now = clock.now().getTime();
    return (await identitiesOf(store, workspace, personId))
      .filter(({ homeOpenedAt }) => (homeOpenedAt ?? 0) > now - LOOKED_WITHIN_MS)
      .map(({ id }) => ({ ...homeTask({ workspace, personId, identityId: id }), dueAt: now + COLLECT_MS }));
  };
  const refreshing =
    <S extends StepName>(
      handler: StepHandler<S>,
      submissionOf: (task: Parameters<StepHandler<S>>[0]) => string,
    ): StepHandler<S> =>
    async (task, signal) => {
      const result = await handler(task, signal);
      if (result.changes.length === 0) return result;
      return { ...result, tasks: [...result.tasks, ...(await homesOf(task.workspace, submissionOf(task)))] };
    };
  return {
    ...handlers,
    runCommand: refreshing(handlers.runCommand, (task) => task.payload.submissionId),
    takeFeedback: refreshing(handlers.takeFeedback, (task) => task.payload.submissionId),
    answerSubmission: refreshing(handlers.answerSubmission, (task) => task.payload.submissionId),
  };
}
