/** The tick of the digests: everybody whose digest is due gets a task (rule O5). Safe with any number of instances (rule C4). */
import type { Clock } from '../domain/clock.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { type Person, serviceViewer } from '../domain/people.ts';
import { commit } from '../store/commit.ts';
import { lastDigests } from '../store/digests.ts';
import { peopleBeingJoined } from '../store/joins.ts';
import { personsWithDigest } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { type DigestSubscriber, dueDate, dueDigests, rememberInstants } from './due-digests.ts';
import type { instantOf } from './local-day.ts';

/** Rows a transaction (rule R1). */
const PERSONS_A_PAGE = 200;

/** Adds the tasks of all digests that are due now; how many. Those added before and not done yet are counted again. */
export async function scheduleDueDigests(
  { store, clock }: { store: Store; clock: Clock },
  workspace: WorkspaceId,
): Promise<number> {
  const at = rememberInstants();
  const joining = await peopleBeingJoined(store, workspace);
  let added = 0;
  let after: string | undefined;
  for (;;) {
    const persons = await personsWithDigest(store, workspace, after, PERSONS_A_PAGE);
    const now = clock.now().getTime();
    const ready = persons.filter((person) => !joining.has(person.id));
    const tasks = dueDigests(await subscribersOf(store, workspace, ready, now, at), now, at);
    if (tasks.length > 0) await commit(store, { changes: [], tasks, messages: [] });
    added += tasks.length;
    after = persons.at(-1)?.id;
    if (persons.length < PERSONS_A_PAGE) return added;
  }
}

/** Only those who would be due without an earlier digest are asked for theirs: before the time of the day that is nobody. */
async function subscribersOf(
  store: Store,
  workspace: WorkspaceId,
  persons: readonly Person[],
  now: number,
  at: typeof instantOf,
): Promise<DigestSubscriber[]> {
  const possible = persons.filter((person) => dueDate({ person }, now, at) !== undefined);
  if (possible.length === 0) return [];
  const ids = possible.map((person) => person.id);
  const last = await lastDigests(store, serviceViewer(workspace), ids);
  return possible.map((person) => ({ person, last: last.get(person.id) }));
}
