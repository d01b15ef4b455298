/** One transaction for all that a step, intake or an import found out: changes, next tasks and messages (principle 4). */
import { atomically, type Plan } from '#dialect';
import type { StepResult } from '../tasks/queue.ts';
import { applyChange } from './apply-changes.ts';
import type { Applying } from './applying.ts';
import { messageAdded } from './outbox-rows.ts';
import type { Store } from './store.ts';
import { taskAdded } from './task-rows.ts';
import type { PlanOutcome } from './write-plan.ts';

/**
 * Writes all of it or nothing. `duplicate`: its event was taken in before. `conflict`: somebody else wrote the same first (a newcomer
 * met twice, a version taken) or what it was about has gone; build the list again from what is there now. Rejects when the
 * database cannot write: then nobody acknowledges.
 */
export async function commit(store: Store, result: StepResult): Promise<'committed' | 'duplicate' | 'conflict'> {
  const outcome = await commitWith(store, result, () => []);
  // Only guards of the caller can be stale, and there are none.
  return outcome === 'stale' ? 'conflict' : outcome;
}

/** The same behind guards of the caller's own, and before what the caller does last (`complete-task.ts`). */
export async function commitWith(
  store: Store,
  result: StepResult,
  guards: (applying: Applying) => Plan,
  last: (applying: Applying) => Plan = () => [],
): Promise<PlanOutcome> {
  const now = store.clock.now().getTime();
  const outcome = await atomically(store.db, (tx) => {
    const applying = { tx, keys: store.keys, now };
    return [...guards(applying), ...planOf(applying, result), ...last(applying)];
  });
  if (outcome === 'committed' && result.tasks.length + result.messages.length > 0) store.announceTasks();
  return outcome;
}

const planOf = (applying: Applying, { changes, tasks, messages }: StepResult): Plan => [
  ...changes.flatMap((change) => applyChange(applying, change)),
  ...messages.flatMap((message) => messageAdded(applying, message)),
  ...tasks.flatMap((task) => taskAdded(applying, task)),
];
