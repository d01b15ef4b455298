/** `retry t…`: a failed task again. `retry s…`, `retry`: files of a kind that was not read yet are read again, as after an update. */
import { UserError } from '../domain/errors.ts';
import { codeOf, isCode } from '../domain/ids.ts';
import { buildQueueCard, buildReopenedCard } from '../messages/operator-cards.ts';
import { MOST_FILES, readAgainWork, readTask, type UnreadFile, withoutPending } from '../pipeline/ingest/read-again.ts';
import { getSubmission, unreadAttachments } from '../store/submissions.ts';
import { adminsOnly, taskJson } from './operate.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

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
  const files = await withoutPending(context.queue, viewer.workspace, unread.slice(0, MOST_FILES));
  return {
    card: buildReopenedCard({ files: files.length, more: unread.length > MOST_FILES }),
    json: files.map((file) => jsonOf(context, file)),
    ...readAgainWork(files, context.clock.now().getTime()),
  };
}

const jsonOf = ({ clock }: CommandContext, file: UnreadFile) =>
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
