/** What admins can look at and repair: counts, the queue, failed tasks. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildQueueCard, buildStatsCard } from '../messages/operator-cards.ts';
import { stats as readStats } from '../store/stats.ts';
import { defineCommand } from './registry.ts';

const MOST_TASKS = 100;

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
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && !isCode(word.toLowerCase(), 't')) ? undefined : { code: word?.toLowerCase() },
  async run(context, { code }) {
    const { workspace } = context.viewer;
    const one = code === undefined ? undefined : await context.queue.find(workspace, code);
    if (code !== undefined && !one)
      throw new UserError(`There is no task ${code}.`, 'Answer "queue" for all of them; finished tasks are gone.');
    const tasks = one ? [one] : await context.queue.list(workspace, { limit: MOST_TASKS });
    const lines = tasks.map((task) => ({ ...task, id: task.code }));
    return {
      card: buildQueueCard(lines),
      json: lines.map(({ id, step, state, attempts, reason, dueAt }) => ({ id, step, state, attempts, reason, dueAt })),
    };
  },
});

export const retry = defineCommand<string>({
  name: 'retry',
  usage: 'retry <task>',
  summary: 'try a failed task again',
  examples: ['retry t4f7k2m9q'],
  role: 'admin',
  parse: ([word = '', ...more]) => (more.length === 0 && isCode(word.toLowerCase(), 't') ? word.toLowerCase() : undefined),
  async run(context, code) {
    const task = await context.queue.retryNow(context.viewer.workspace, code);
    if (!task) throw new UserError(`There is no task ${code}.`, 'Answer "queue" for all of them.');
    const line = { ...task, id: task.code };
    return {
      card: buildQueueCard([line]),
      json: [
        { id: line.id, step: line.step, state: line.state, attempts: line.attempts, reason: line.reason, dueAt: line.dueAt },
      ],
    };
  },
});
