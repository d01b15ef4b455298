/** Which resume an answer says it understood: the page behind `Correct what is wrong` opens it. */
import { serviceViewer } from '../domain/people.ts';
import { submissionAnsweredBy } from '../store/replies.ts';
import type { Store } from '../store/store.ts';
import { attachmentsOf } from '../store/submissions.ts';
import type { FindCorrectable } from './message-links.ts';

/** Only of answers about one resume: a page of several would have to ask which. */
export function createFindCorrectable(store: Store): FindCorrectable {
  return async (message) => {
    const { workspace, card } = message;
    const submissionId = submissionAnsweredBy(message);
    if (submissionId === undefined || !card.blocks.some((block) => block.kind === 'facts')) return undefined;
    const files = await attachmentsOf(store, serviceViewer(workspace), submissionId);
    const [resumeId, ...others] = new Set(files.flatMap((file) => file.resumeId ?? []));
    return resumeId === undefined || others.length > 0 ? undefined : { resumeId, submissionId };
  };
}
