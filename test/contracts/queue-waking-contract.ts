/** What every engine's queue promises about tasks that are asked for again, and about looking at them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../src/domain/ids.ts';
import type { NewTask } from '../../src/domain/steps.ts';
import { commit } from '../../src/store/commit.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import type { LeasedTask, TaskQueue } from '../../src/tasks/queue.ts';
import { result, task, W } from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const LEASE_MS = 60_000;
const MIDDLE = () => 0.5;

export function queueWakingContract(database: () => TestDatabase): void {
  let clock: ManualClock;
  let store: Store;
  let queue: TaskQueue;

  beforeEach(async () => {
    clock = manualClock();
    store = await database().fresh(clock);
    queue = createTaskQueue(store, { random: MIDDLE });
  });

  const add = (...tasks: NewTask[]) => commit(store, result([], { tasks }));
  const leaseAll = () => queue.lease({ limit: 100, leaseMs: LEASE_MS });
  async function leaseOne(): Promise<LeasedTask> {
    const [leased] = await queue.lease({ limit: 1, leaseMs: LEASE_MS });
    if (!leased) throw new Error('nothing to lease');
    return leased;
  }

  it('leases only within the priorities asked for, both ends included', async () => {
    await add({ ...task('answer'), priority: 1 }, { ...task('plain'), priority: 5 }, { ...task('bulk'), priority: 9 });
    const between = async (priorities: { from?: number; to?: number }) =>
      (await queue.lease({ limit: 9, leaseMs: LEASE_MS, priorities })).map((leased) => leased.id);
    expect(await between({ from: 2, to: 5 })).toEqual(['plain']);
    expect(await between({ to: 8 })).toEqual(['answer']);
    expect(await between({ from: 9 })).toEqual(['bulk']);
  });

  describe('waking', () => {
    it('adds a task of the same id once, due at the earlier time', async () => {
      const now = clock.now().getTime();
      await add(task('answer', { dueAt: now + 600_000 }));
      await add(task('answer', { dueAt: now + 900_000 }));
      expect(await queue.nextDueAt()).toBe(now + 600_000);
      await add(task('answer'));
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['answer']);
      expect(await queue.counts(W)).toEqual({ waiting: 0, running: 1, dead: 0 });
    });

    it('while it runs makes it run once more after completion', async () => {
      await add(task('answer'));
      const first = await leaseOne();
      await add(task('answer'));
      await add(task('answer'));
      expect(await leaseAll()).toEqual([]);
      expect(await queue.complete(first, result([]))).toBe(true);
      const second = await leaseOne();
      expect(second).toMatchObject({ id: 'answer', attempt: 1 });
      await queue.complete(second, result([]));
      expect(await queue.counts(W)).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('for later while it runs keeps that time', async () => {
      await add(task('answer'));
      const first = await leaseOne();
      await add(task('answer', { dueAt: clock.now().getTime() + 5000 }));
      await queue.complete(first, result([]));
      expect(await leaseAll()).toEqual([]);
      clock.advance(5000);
      expect(await leaseAll()).toHaveLength(1);
    });

    it('while it runs cuts the wait after a retry', async () => {
      await add(task('answer'));
      const first = await leaseOne();
      await add(task('answer'));
      await queue.retry(first, { afterMs: 600_000, reason: 'parts are still being read', countsAsAttempt: false });
      expect((await leaseOne()).id).toBe('answer');
    });

    it('does not raise the dead, nor touch them', async () => {
      await add(task('answer'));
      await queue.fail(await leaseOne(), { reason: 'no', fix: 'none' });
      const dead = await queue.find(W, codeOf('t', 'answer'));
      await add(task('answer', { dueAt: clock.now().getTime() - 5000 }));
      expect(await leaseAll()).toEqual([]);
      expect(await queue.find(W, codeOf('t', 'answer'))).toEqual(dead);
    });
  });

  describe('looking', () => {
    it('counts and lists one workspace only', async () => {
      await add(task('mine'), task('theirs', { workspace: 'other' }));
      expect(await queue.counts(W)).toEqual({ waiting: 1, running: 0, dead: 0 });
      expect((await queue.list(W)).map((view) => view.id)).toEqual(['mine']);
      expect(await queue.find(W, codeOf('t', 'theirs'))).toBeUndefined();
    });

    it('counts what is pending by the beginning of the id, taken literally', async () => {
      await add(task('match:w_1:r1'), task('match:w_1:r1:after'), task('match:wx1:r1'), task('match:w_1:r2'));
      expect(await queue.countPending(W, 'match:w_1:r1')).toBe(2);
      expect(await queue.countPending('other', 'match:w_1:r1')).toBe(0);
      expect(await queue.waitingSince(W, 'match:w_1:r1')).toBe(clock.now().getTime());
      expect(await queue.waitingSince(W, 'match:w_1:r9')).toBeUndefined();
      for (const leased of await leaseAll()) await queue.fail(leased, { reason: 'x', fix: 'y' });
      expect(await queue.countPending(W, 'match:w_1:r1')).toBe(0);
    });

    it('says when there is something to do next: also when a lease would run out', async () => {
      expect(await queue.nextDueAt()).toBeUndefined();
      const now = clock.now().getTime();
      await add(task('a', { dueAt: now + 7000 }));
      expect(await queue.nextDueAt()).toBe(now + 7000);
      clock.advance(7000);
      await leaseOne();
      expect(await queue.nextDueAt()).toBe(now + 7000 + LEASE_MS);
    });
  });
}
