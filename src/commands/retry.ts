/** `retry t…`: a failed task again. `retry s…`, `retry`: files of a kind that was not read yet are read again, as after an update. */
import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { codeOf, isCode } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import { buildQueueCard, buildReopenedCard } from '../messages/operator-cards.ts';
import { getSubmission, unreadAttachments } from '../store/submissions.ts';
import { adminsOnly, taskJson } from './operate.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** Each file makes two rows, and no transaction holds more than 200 (rule R1). */
const MOST_FILES = 80;
/** As long as a first answer waits for its files (F1.1). */
const ANSWER_AFTER_MS = 10 * 60_000;

type Unread = Awaited<ReturnType<typeof unreadAttachments>>[number];

async function retryTask(context: CommandContext, code: string): Promise<CommandResult> {
  const task = await context.queue.retryNow(context.viewer.workspace, code);
  if (!task) throw new UserError(`There is no task ${code}.`, '"queue" shows all of them.');
  return { card: buildQueueCard([{ ...task, id: task.code }]), json: [taskJson(task)] };
}

async function readAgain(context: CommandContext, code: string | undefined): Promise<CommandResult> {
  const { store, viewer } = context;
  const submission = code === undefined ? undefined : await getSubmission(store, viewer, code);
  if (code !== undefined && !submission)
    throw new UserError(`There is no message ${code}.`, '"queue" shows those with files that could not be read yet.');
  const unread = await unreadAttachments(store, viewer, { submissionId: submission?.id, limit: MOST_FILES + 1 });
  const files = await withoutPending(context, unread.slice(0, MOST_FILES));
  const tasks = files.map(readTask);
  return {
    card: buildReopenedCard({ files: files.length, more: unread.length > MOST_FILES }),
    json: files.map((file) => jsonOf(context, file)),
    changes: files.map((file): Change => ({ kind: 'attachmentReopened', workspace: file.workspace, attachmentId: file.id })),
    tasks: [...tasks, ...answerTasks(context, files)],
  };
}

/** What its first answer still waits for needs no second one; and a second one that is under way must not be asked for again. */
async function withoutPending({ queue, viewer }: CommandContext, files: readonly Unread[]): Promise<Unread[]> {
  const pending = new Set<string>();
  for (const id of new Set(files.map((file) => file.submissionId)))
    if ((await queue.countPending(viewer.workspace, `answer:${id}`)) > 0) pending.add(id);
  return files.filter((file) => !pending.has(file.submissionId));
}

const readTask = ({ id, workspace }: Unread): NewTask => ({
  id: `read:${id}`,
  workspace,
  step: 'readAttachment',
  payload: { attachmentId: id },
  priority: 9,
});

/** One answer a message, under the id that the reading steps wake. */
function answerTasks({ clock }: CommandContext, files: readonly Unread[]): NewTask[] {
  const askedAt = clock.now().getTime();
  return [...Map.groupBy(files, (file) => file.submissionId)].map(([submissionId, those]) => ({
    id: `answer:${submissionId}`,
    workspace: those[0]?.workspace ?? '',
    step: 'answerSubmission',
    payload: { submissionId, again: { files: those.map((file) => file.id), askedAt } },
    dueAt: askedAt + ANSWER_AFTER_MS,
    priority: 9,
  }));
}

const jsonOf = ({ clock }: CommandContext, file: Unread) =>
  taskJson({
    code: codeOf('t', readTask(file).id),
    step: 'readAttachment',
    state: 'waiting',
    attempts: 0,
    reason: file.errorCode,
    dueAt: clock.now().toISOString(),
  });

export const retry = defineCommand<{ code?: string }>({
  name: 'retry',
  usage: 'retry [task or message]',
  summary: 'try a failed task again, or after an update the files that could not be read yet',
  examples: ['retry t4f7k2m9q', 'retry s4f7k2m9q', 'retry'],
  role: 'admin',
  parse([word, ...more]) {
    const code = word?.toLowerCase();
    if (more.length > 0 || (code !== undefined && !isCode(code, 't') && !isCode(code, 's'))) return undefined;
    return { code };
  },
  async run(context, { code }) {
    adminsOnly(context.viewer);
    return code !== undefined && isCode(code, 't') ? retryTask(context, code) : readAgain(context, code);
  },
});
