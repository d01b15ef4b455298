/** The tick: whoever's digest is due gets a task with a deterministic id, so that two schedulers collide harmlessly (rules O5, C4). */
import type { Clock } from '../domain/clock.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { serviceViewer } from '../domain/people.ts';
import { commit } from '../store/commit.ts';
import { lastDigest } from '../store/digests.ts';
import { personsWithDigest } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { type DigestSubscriber, dueDigests } from './due-digests.ts';

const PAGE = 100;

export async function scheduleDueDigests(
  { store, clock }: { store: Store; clock: Clock },
  workspace: WorkspaceId,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const people = await personsWithDigest(store, workspace, after, PAGE);
    const subscribers: DigestSubscriber[] = [];
    for (const person of people) subscribers.push({ person, last: await lastDigest(store, serviceViewer(workspace), person.id) });
    const tasks = dueDigests(subscribers, clock.now().getTime());
    if (tasks.length > 0) await commit(store, { changes: [], tasks, messages: [] });
    after = people.at(-1)?.id;
    if (people.length < PAGE) return;
  }
}
