/** A message that ended (sent, uncertain, failed) lets the one that follows it go: in the same commit, so that a crash loses neither. */
import type { NewTask } from '../domain/steps.ts';
import { followersOf } from '../store/outbox-items.ts';
import type { Store } from '../store/store.ts';
import { BULK_PRIORITY, type StepResult } from '../tasks/queue.ts';

const ENDS: ReadonlySet<string> = new Set(['messageSent', 'messageUncertain', 'messageFailed']);

/** The result with the deliveries that it sets free; as it is while the message still waits. `message` undefined: it is gone. */
export async function thenNext(
  store: Store,
  message: { workspace: string; id: string; state?: string },
  result: StepResult,
): Promise<StepResult> {
  const ended = message.state !== 'waiting' || result.changes.some((change) => ENDS.has(change.kind));
  if (!ended) return result;
  const next = await followersOf(store, message.workspace, message.id);
  const tasks = next.map(
    ({ id, bulk }): NewTask => ({
      id: `deliver:${id}`,
      workspace: message.workspace,
      step: 'deliverMessage',
      payload: { outboxId: id },
      priority: bulk ? BULK_PRIORITY : 1,
    }),
  );
  return tasks.length > 0 ? { ...result, tasks: [...result.tasks, ...tasks] } : result;
}
