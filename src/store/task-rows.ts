/** New tasks as rows; one that is there already is woken instead. */
import { ne, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { codeOf } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import { type Applying, plainly } from './applying.ts';
import { tasks } from './schema/delivery.ts';

const ORDINARY = 5;

/**
 * Added again, a task comes due at the earlier of both times. While it runs, its own due time is past: the first wake sets a new one,
 * and completion sees by `wakes` that it has to run once more. A dead task stays dead until a person retries it.
 */
export function taskAdded({ tx, now }: Applying, task: NewTask): Plan {
  const { id, workspace, step, payload } = task;
  const row = {
    id,
    workspace,
    code: codeOf('t', id),
    step,
    payload,
    state: 'waiting',
    priority: task.priority ?? ORDINARY,
    dueAt: task.dueAt ?? now,
    attempts: 0,
    lostLeases: 0,
    wakes: 1,
    wakesSeen: 0,
    createdAt: now,
  } as const;
  const firstWakeOfRunning = sql`${tasks.state} = 'running' and ${tasks.wakes} = ${tasks.wakesSeen}`;
  return plainly(
    tx
      .insert(tasks)
      .values(row)
      .onConflictDoUpdate({
        target: tasks.id,
        set: {
          wakes: sql`${tasks.wakes} + 1`,
          dueAt: sql`case when ${firstWakeOfRunning} or excluded.due_at < ${tasks.dueAt} then excluded.due_at else ${tasks.dueAt} end`,
          priority: sql`case when excluded.priority < ${tasks.priority} then excluded.priority else ${tasks.priority} end`,
        },
        setWhere: ne(tasks.state, 'dead'),
      }),
  );
}
