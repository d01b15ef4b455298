/** Files that could not be read yet are read again: when an operator asks (`retry`), and by itself after an update that can (`readAgain`). */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { commit } from '../../store/commit.ts';
import { getCursor } from '../../store/cursors.ts';
import type { Store } from '../../store/store.ts';
import { unreadAttachments } from '../../store/submissions.ts';
import type { StepHandler } from '../../tasks/handlers.ts';
import type { TaskQueue } from '../../tasks/queue.ts';

/** Raise it when the reader learns to open what it could not: 2 reads pictures of text. */
const READER = 2;
/** The last reader for which every file that could not be read was looked at again. */
const CURSOR = 'reader';
/** Each file makes two rows, and no transaction holds more than 200 (rule R1). */
export const MOST_FILES = 80;
/** As long as a first answer waits for its files (F1.1). */
const ANSWER_AFTER_MS = 10 * 60_000;
/** An answer that is under way is there within its ten minutes. */
const PENDING_MS = 60_000;
const BULK = 9;

export type UnreadFile = Awaited<ReturnType<typeof unreadAttachments>>[number];

/** Opens the files anew, reads them, and answers each sender once more when something became readable. */
export function readAgainWork(files: readonly UnreadFile[], askedAt: number): { changes: Change[]; tasks: NewTask[] } {
  return {
    changes: files.map((file): Change => ({ kind: 'attachmentReopened', workspace: file.workspace, attachmentId: file.id })),
    tasks: [...files.map(readTask), ...answerTasks(files, askedAt)],
  };
}

export const readTask = ({ id, workspace }: UnreadFile): NewTask => ({
  id: `read:${id}`,
  workspace,
  step: 'readAttachment',
  payload: { attachmentId: id },
  priority: BULK,
});

/** One answer a message, under the id that the reading steps wake. */
function answerTasks(files: readonly UnreadFile[], askedAt: number): NewTask[] {
  return [...Map.groupBy(files, (file) => file.submissionId)].map(([submissionId, those]) => ({
    id: `answer:${submissionId}`,
    workspace: those[0]?.workspace ?? '',
    step: 'answerSubmission',
    payload: { submissionId, again: { files: those.map((file) => file.id), askedAt } },
    dueAt: askedAt + ANSWER_AFTER_MS,
    priority: BULK,
  }));
}

/** What its first answer still waits for needs no second one; and a second one that is under way must not be asked for again. */
export async function withoutPending(
  queue: Pick<TaskQueue, 'countPending'>,
  workspace: WorkspaceId,
  files: readonly UnreadFile[],
): Promise<UnreadFile[]> {
  const pending = new Set<string>();
  for (const id of new Set(files.map((file) => file.submissionId)))
    if ((await queue.countPending(workspace, `answer:${id}`)) > 0) pending.add(id);
  return files.filter((file) => !pending.has(file.submissionId));
}

/** At the start: one walk over what could not be read, once for each reader. Any number of starts make one walk. */
export async function scheduleReadAgain(store: Store, workspace: WorkspaceId): Promise<void> {
  if (Number((await getCursor(store, workspace, CURSOR)) ?? 0) >= READER) return;
  const [any] = await unreadAttachments(store, serviceViewer(workspace), { limit: 1 });
  // A new installation has nothing to walk over, and what it cannot read from now on, this reader could not.
  await commit(
    store,
    any ? { ...NOTHING, tasks: [walkTask(workspace, READER)] } : { ...NOTHING, changes: [done(workspace, READER)] },
  );
}

const NOTHING = { changes: [], tasks: [], messages: [] };
const done = (workspace: WorkspaceId, reader: number): Change => ({
  kind: 'cursorMoved',
  workspace,
  source: CURSOR,
  value: String(reader),
});

const walkTask = (workspace: WorkspaceId, reader: number, after?: string): NewTask => ({
  id: `again:${workspace}:${reader}${after === undefined ? '' : `:${after}`}`,
  workspace,
  step: 'readAgain',
  payload: { reader, after },
  priority: BULK,
});

/** The step `readAgain`: a slice of the files that no reader could read, in order of their ids; asks for itself until the last. */
export function createReadAgain(options: {
  store: Store;
  queue: Pick<TaskQueue, 'countPending'>;
  clock: Clock;
}): StepHandler<'readAgain'> {
  const { store, queue, clock } = options;
  return async ({ workspace, payload: { reader, after } }) => {
    const files = await unreadAttachments(store, serviceViewer(workspace), { after, limit: MOST_FILES });
    const last = files.at(-1);
    if (!last) return { ...NOTHING, changes: [done(workspace, reader)] };
    const free = await withoutPending(queue, workspace, files);
    if (free.length < files.length)
      throw new RetryLater('answers are under way', { afterMs: PENDING_MS, countsAsAttempt: false });
    const { changes, tasks } = readAgainWork(free, clock.now().getTime());
    return { changes, tasks: [...tasks, walkTask(workspace, reader, last.id)], messages: [] };
  };
}
