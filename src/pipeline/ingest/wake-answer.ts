import type { NewTask } from '../../domain/steps.ts';

/** The answer to a submission looks again whether everything in it is done. An automatic message has no answer (rule E9). */
export function wakeAnswer(submission: { id: string; workspace: string; automatic: string | null }): NewTask[] {
  if (submission.automatic !== null) return [];
  return [
    {
      id: `answer:${submission.id}`,
      workspace: submission.workspace,
      step: 'answerSubmission',
      payload: { submissionId: submission.id },
      priority: 1,
    },
  ];
}
