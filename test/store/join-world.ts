/** Random people who become one, and how (F8.2). */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { createJoinPersons } from '../../src/pipeline/people/join-persons.ts';
import { startJoin } from '../../src/pipeline/people/start-join.ts';
import { commit } from '../../src/store/commit.ts';
import { peopleBeingJoined } from '../../src/store/joins.ts';
import { getPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { AT, feedbackGiven, result, W } from './build-changes.ts';
import { type EraseWorld, eraseWorldChanges } from './erase-world.ts';
import { manualClock } from './manual-clock.ts';
import type { TestDatabase } from './open-test-database.ts';

/** Rule R1. */
const MOST_ROWS = 200;
export const DAY = 86_400_000;

/** What the two have besides: digests, wishes, reactions, a code. */
export interface More {
  /** Days on which each had a digest; true when it was asked for. */
  digests: readonly { who: 0 | 1; day: number; onRequest: boolean }[];
  feedback: readonly { who: 0 | 1; match: number; meaning: 'interested' | 'not-interested' | 'comment'; at: number }[];
  wishes: readonly [number, number];
}
const who = fc.constantFrom<0 | 1>(0, 1);
export const mores: fc.Arbitrary<More> = fc.record({
  digests: fc.uniqueArray(fc.record({ who, day: fc.nat({ max: 4 }), onRequest: fc.boolean() }), {
    maxLength: 8,
    selector: ({ who: of, day, onRequest }) => (onRequest ? `${of} ${day} asked` : `${of} ${day}`),
  }),
  feedback: fc.array(
    fc.record({
      who,
      match: fc.nat({ max: 2 }),
      meaning: fc.constantFrom<'interested' | 'not-interested' | 'comment'>('interested', 'not-interested', 'comment'),
      at: fc.nat({ max: 1000 }),
    }),
    { maxLength: 8 },
  ),
  wishes: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
});

export const dateOf = (day: number) => `2026-03-0${day + 1}`;

function moreChanges(more: More, people: readonly [string, string]): Change[] {
  const digests = more.digests.map(
    ({ who: of, day, onRequest }, n): Change => ({
      kind: 'digestWritten',
      workspace: W,
      digest: {
        id: `d${n}`,
        personId: people[of],
        localDate: dateOf(day),
        timeZone: 'UTC',
        onRequest,
        createdAt: AT + day * DAY,
        items: [{ number: 1, matchId: `mm${day}`, postingId: 'j0', postingVersion: 1, candidateId: 'c0' }],
      },
    }),
  );
  const said = more.feedback.map(({ who: of, match, meaning, at }, n) =>
    feedbackGiven(`said${n}`, people[of], `mm${match}`, { meaning, createdAt: AT + at }),
  );
  const wishes = people.flatMap((personId, of) =>
    Array.from(
      { length: more.wishes[of as 0 | 1] },
      (_, n): Change => ({
        kind: 'preferencesSet',
        workspace: W,
        personId,
        preferences: { version: n + 1, cities: [`${personId} ${n}`] },
        at: AT + n,
      }),
    ),
  );
  return [...digests, ...said, ...wishes];
}

export const NOTHING_MORE: More = { digests: [], feedback: [], wishes: [0, 0] };
export const PLAIN: EraseWorld = {
  roles: ['candidate', 'recruiter', 'candidate', 'candidate'],
  owners: [0, null, null, null, null, null],
  sent: [{ sender: 0, verified: true, files: [0], letter: false, readers: [], applies: false }],
  told: [],
  corrected: [],
  selected: [],
  poster: null,
  wishing: [],
};

export async function storeOf(database: TestDatabase, world: EraseWorld, more: More, people: readonly [string, string]) {
  const clock = manualClock();
  const store = await database.fresh(clock);
  const blobs = { file: (f: number) => `${f}`.repeat(64), raw: (n: number) => `${n}a`.repeat(32) };
  // The wishes here take the place of the world's; the older of the two is drawn as well.
  const { changes, tasks, messages } = eraseWorldChanges({ ...world, wishing: [] }, blobs);
  expect(await commit(store, { changes, tasks, messages })).toBe('committed');
  expect(await commit(store, result(moreChanges(more, people)))).toBe('committed');
  return { store, clock };
}

/** Begins, then slice after slice; every third is built and lost, as when the process is killed before its commit. */
export async function join(
  store: Store,
  [a, b]: readonly [string, string],
): Promise<{ from: string; to: string; slices: number }> {
  const people = [await getPerson(store, W, a), await getPerson(store, W, b)] as const;
  const [one, two] = people;
  if (!one || !two) throw new Error('nobody to join');
  await commit(
    store,
    result([
      {
        kind: 'linkCodeMade',
        workspace: W,
        link: { id: 'code', personId: a, identityId: 'i', code: '7k3m9q2x', createdAt: AT, expiresAt: AT + DAY },
      },
    ]),
  );
  const started = await startJoin(store, [one, two], 'code');
  const from = started.to === a ? b : a;
  expect(await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] })).toBe('committed');
  expect(await commit(store, { changes: started.changes, tasks: [], messages: [] }), 'a code works once').toBe('conflict');
  expect(await peopleBeingJoined(store, W)).toEqual(new Set([a, b]));
  return { from, to: started.to, slices: await runSlices(store) };
}

export async function runSlices(store: Store): Promise<number> {
  const queue = createTaskQueue(store);
  const handler = createJoinPersons({ store });
  for (let n = 1; ; n++) {
    const leased = await queue.lease({ limit: 50, leaseMs: 0 });
    const task = leased.find((one) => one.step === 'joinPersons');
    if (task?.step !== 'joinPersons') return n;
    const built = await handler(task, new AbortController().signal);
    const rows = built.changes.reduce((sum, one) => sum + ('keys' in one ? one.keys.length : 1), 0);
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    if (n % 3 === 0) await queue.release(task);
    else expect(await queue.complete(task, built)).toBe(true);
    if (n > 300) throw new Error('it does not end');
  }
}
