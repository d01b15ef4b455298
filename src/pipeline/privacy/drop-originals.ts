/** KEEP_ORIGINALS=no: the bytes of files and messages go as soon as they have been read and answered. */
import type { SubmissionId, WorkspaceId } from '../../domain/ids.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { SentFiles } from '../../messages/sent-files.ts';
import { originalsOf } from '../../store/originals-slice.ts';
import type { Store } from '../../store/store.ts';
import { getAttachment } from '../../store/submissions.ts';
import type { StepHandler, StepHandlers } from '../../tasks/handlers.ts';
import { withoutFiles } from './remove-files.ts';

export function createDropOriginals(options: { store: Store; sent: SentFiles }): StepHandler<'dropOriginals'> {
  return async ({ workspace, payload }) => {
    const { changes } = await withoutFiles(options, workspace, () => originalsOf(options.store, workspace, payload.submissionId));
    // A zip of two thousand files takes several transactions (rule R1): what took something looks once more.
    const again = changes.length > 0 ? [dropTask(workspace, payload.submissionId)] : [];
    return { changes, tasks: again, messages: [] };
  };
}

const dropTask = (workspace: WorkspaceId, submissionId: SubmissionId): NewTask => ({
  id: `originals:${submissionId}`,
  workspace,
  step: 'dropOriginals',
  payload: { submissionId },
  priority: 8,
});

/** The handlers after which a message may be done, each followed by a look at its bytes. */
export function thenDropOriginals(store: Store, handlers: StepHandlers): StepHandlers {
  return {
    ...handlers,
    async readAttachment(task, signal) {
      const file = await getAttachment(store, serviceViewer(task.workspace), task.payload.attachmentId);
      const result = await handlers.readAttachment(task, signal);
      return file ? { ...result, tasks: [...result.tasks, dropTask(task.workspace, file.submissionId)] } : result;
    },
    async answerSubmission(task, signal) {
      const result = await handlers.answerSubmission(task, signal);
      return { ...result, tasks: [...result.tasks, dropTask(task.workspace, task.payload.submissionId)] };
    },
    async runCommand(task, signal) {
      const result = await handlers.runCommand(task, signal);
      return { ...result, tasks: [...result.tasks, dropTask(task.workspace, task.payload.submissionId)] };
    },
    async takeFeedback(task, signal) {
      const result = await handlers.takeFeedback(task, signal);
      return { ...result, tasks: [...result.tasks, dropTask(task.workspace, task.payload.submissionId)] };
    },
  };
}
