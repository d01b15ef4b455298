/** What admins can look at: counts, and the queue. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { buildQueueCard, buildStatsCard } from '../messages/operator-cards.ts';
import { stats as readStats } from '../store/stats.ts';
import { unreadAttachments } from '../store/submissions.ts';
import type { TaskView } from '../tasks/queue.ts';
import { defineCommand } from './registry.ts';

const MOST_TASKS = 100;

/** In mail the registry asks; at the terminal `--as` may name anybody, and the queue is nobody's in particular. */
export function adminsOnly(viewer: Viewer): void {
  if (viewer.role !== 'admin')
    throw new UserError('Only administrators see the queue.', 'Leave --as out, or name an administrator.');
}

/** A task as `--json` prints it. */
export const taskJson = ({ code, step, state, attempts, reason, dueAt }: Omit<TaskView, 'id' | 'fix'>) => ({
  id: code,
  step,
  state,
  attempts,
  reason,
  dueAt,
});

function countByCode(codes: readonly string[]): { code: string; files: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, files]) => ({ code, files }));
}

export const stats = defineCommand<true>({
  name: 'stats',
  usage: 'stats',
  summary: 'counts of everything',
  examples: ['stats'],
  role: 'admin',
  parse: (words) => (words.length === 0 ? true : undefined),
  async run({ store, viewer }) {
    const counts = await readStats(store, viewer);
    return { card: buildStatsCard(counts), json: [counts] };
  },
});

export const queue = defineCommand<{ code?: string }>({
  name: 'queue',
  usage: 'queue [task]',
  summary: 'what waits, runs or has failed',
  examples: ['queue', 'queue t4f7k2m9q'],
  role: 'admin',
  options: [{ name: 'task', summary: 'Its code', kind: 'words' }],
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && !isCode(word.toLowerCase(), 't')) ? undefined : { code: word?.toLowerCase() },
  async run(context, { code }) {
    const { workspace } = context.viewer;
    adminsOnly(context.viewer);
    const one = code === undefined ? undefined : await context.queue.find(workspace, code);
    if (code !== undefined && !one)
      throw new UserError(`There is no task ${code}.`, '"queue" shows all of them; finished tasks are gone.');
    const tasks = one ? [one] : await context.queue.list(workspace, { limit: MOST_TASKS });
    const unread = one ? [] : await unreadAttachments(context.store, context.viewer);
    const card = buildQueueCard(
      tasks.map((task) => ({ ...task, id: task.code })),
      countByCode(unread.map((file) => file.submissionCode)),
    );
    return { card, json: tasks.map(taskJson) };
  },
});
