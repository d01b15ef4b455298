/** What operators and admins see of the machine itself. */
import type { Card } from './card.ts';

export interface QueueLine {
  id: string;
  step: string;
  state: string;
  attempts: number;
  reason: string | null;
  fix: string | null;
  dueAt: string;
}

export function buildQueueCard(tasks: readonly QueueLine[]): Card {
  const [first] = tasks;
  if (!first) return plain('Nothing is waiting', [{ kind: 'text', text: 'No task waits, runs or has failed.' }]);
  const line = (task: QueueLine) =>
    [`${task.id} ${task.step}: ${task.state}, ${task.attempts} attempts, due ${task.dueAt}`, task.reason, task.fix]
      .filter(Boolean)
      .join('. ');
  const dead = tasks.some((task) => task.state === 'dead');
  const commands = dead
    ? [{ command: `retry ${tasks.find((task) => task.state === 'dead')?.id}`, does: 'try a failed one again' }]
    : [{ command: 'stats', does: 'counts of everything' }];
  return plain(`${tasks.length} tasks`, [
    { kind: 'list', items: tasks.map(line) },
    { kind: 'commands', commands },
  ]);
}

/** Counts, nested one level: `tasks: waiting 0, running 0, dead 0`. */
export function buildStatsCard(stats: object): Card {
  const facts = Object.entries(stats).map(([label, value]: [string, unknown]) => ({ label, value: counts(value) }));
  return plain('Counts', [{ kind: 'facts', facts }]);
}

function counts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(
    ([name, count]: [string, unknown]) => `${name} ${typeof count === 'object' ? `(${counts(count)})` : String(count)}`,
  );
  return parts.length > 0 ? parts.join(', ') : '0';
}

const plain = (title: string, blocks: Card['blocks']): Card => ({ about: [], title, blocks, footer: [], attachments: [] });
