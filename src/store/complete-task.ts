/** The end of a task and everything it found out, in one transaction. */
import { and, eq, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import type { LeasedTask, StepResult } from '../tasks/queue.ts';
import type { Applying } from './applying.ts';
import { commitWith } from './commit.ts';
import { inOrder, type LeaseRequest, leasing } from './lease-tasks.ts';
import type { TaskRow } from './read-task.ts';
import { tasks } from './schema/delivery.ts';
import type { Store } from './store.ts';
import type { PlanOutcome } from './write-plan.ts';

/**
 * `stale`, and nothing written, when the lease token is not the task's any more. With `next` what is due then is leased in the same
 * transaction, for each costs a write that waits for the disk; `leased` are its rows, none unless it was committed.
 */
export async function completeTask(
  store: Store,
  task: LeasedTask,
  result: StepResult,
  next?: LeaseRequest,
): Promise<{ outcome: PlanOutcome; leased: TaskRow[] }> {
  let leased: readonly TaskRow[] = [];
  const take = ({ tx }: Applying, request: LeaseRequest): Plan => {
    return [
      {
        take: leasing(tx, request),
        tell(rows: readonly TaskRow[]) {
          leased = rows;
        },
      },
    ];
  };
  const outcome = await commitWith(
    store,
    result,
    (applying) => completion(applying, task),
    (applying) => (next && next.limit > 0 ? take(applying, next) : []),
  );
  return { outcome, leased: outcome === 'committed' ? inOrder(leased) : [] };
}

/**
 * The guard is itself the write that ends the lease: of two completers with one token, one finds no row. A task that was woken while
 * it ran waits again. The row goes before the result's own tasks come, because a step may ask for itself again under the same id.
 */
function completion({ tx }: Applying, task: LeasedTask): Plan {
  const ours = and(eq(tasks.id, task.id), eq(tasks.leaseToken, task.leaseToken), eq(tasks.state, 'running'));
  const end = tx
    .update(tasks)
    .set({
      state: sql`case when ${tasks.wakes} > ${tasks.wakesSeen} then 'waiting' else 'done' end`,
      attempts: 0,
      lostLeases: 0,
      leaseToken: null,
      leaseExpiresAt: null,
      reason: null,
      fix: null,
    })
    .where(ours)
    .returning({ id: tasks.id });
  return [
    { must: end, otherwise: 'stale' },
    { run: tx.delete(tasks).where(and(eq(tasks.id, task.id), eq(tasks.state, 'done'))) },
  ];
}
