/** What every engine's queue promises (rules R1, R3, C1). */
import { beforeEach, describe, expect, it } from 'vitest';
import { RetryLater } from '../../src/domain/errors.ts';
import { codeOf } from '../../src/domain/ids.ts';
import { type NewTask, STEP_NAMES } from '../../src/domain/steps.ts';
import { commit } from '../../src/store/commit.ts';
import { findByAddress } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { backoffMs, createTaskQueue } from '../../src/store/task-queue.ts';
import type { LeasedTask, TaskQueue } from '../../src/tasks/queue.ts';
import { identityMet, personMet, result, task, W } from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const LEASE_MS = 60_000;
const MIDDLE = () => 0.5;

export function queueContract(database: () => TestDatabase): void {
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
  const personOf = (address: string) => findByAddress(store, W, 'email', address);

  describe('leasing', () => {
    it('gives the lowest priority number first, then what is due longest, and nothing twice', async () => {
      const now = clock.now().getTime();
      await add(
        task('ordinary'),
        task('bulk', { priority: 9 }),
        task('late', { dueAt: now - 5000 }),
        task('answer', { priority: 0 }),
      );
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['answer', 'late', 'ordinary', 'bulk']);
      expect(await leaseAll()).toEqual([]);
    });

    it('gives at most as many as asked for', async () => {
      await add(task('a'), task('b'), task('c'));
      expect(await queue.lease({ limit: 2, leaseMs: LEASE_MS })).toHaveLength(2);
      expect(await queue.lease({ limit: 2, leaseMs: LEASE_MS })).toHaveLength(1);
    });

    it('keeps a task until it is due', async () => {
      await add(task('later', { dueAt: clock.now().getTime() + 1000 }));
      expect(await leaseAll()).toEqual([]);
      clock.advance(1000);
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['later']);
    });

    it('says what to do, for whom and which try it is', async () => {
      await add(task('read:1', { attachmentId: 'a1' }));
      expect(await leaseOne()).toMatchObject({
        id: 'read:1',
        workspace: W,
        code: codeOf('t', 'read:1'),
        step: 'readAttachment',
        payload: { attachmentId: 'a1' },
        attempt: 1,
        leaseWasLost: false,
        leaseExpiresAt: clock.now().getTime() + LEASE_MS,
      });
    });

    it('knows every step', async () => {
      const base = (step: string) => ({ id: `one:${step}`, workspace: W });
      await add(
        { ...base('readAttachment'), step: 'readAttachment', payload: { attachmentId: 'a' } },
        { ...base('readAgain'), step: 'readAgain', payload: { reader: 2, after: 'a' } },
        { ...base('fetchAttachment'), step: 'fetchAttachment', payload: { attachmentId: 'a' } },
        { ...base('matchResume'), step: 'matchResume', payload: { resumeId: 'r' } },
        { ...base('askModel'), step: 'askModel', payload: { resumeId: 'r' } },
        { ...base('callModel'), step: 'callModel', payload: { resumeId: 'r', content: 'c', tries: 1 } },
        { ...base('matchPostings'), step: 'matchPostings', payload: { postingIds: ['p'] } },
        { ...base('answerSubmission'), step: 'answerSubmission', payload: { submissionId: 's' } },
        {
          ...base('grantSubmission'),
          step: 'grantSubmission',
          payload: { submissionId: 's', replyId: 'r', next: 'answerSubmission' },
        },
        { ...base('runCommand'), step: 'runCommand', payload: { submissionId: 's' } },
        { ...base('takeFeedback'), step: 'takeFeedback', payload: { submissionId: 's' } },
        { ...base('markMessage'), step: 'markMessage', payload: { submissionId: 's' } },
        { ...base('deliverMessage'), step: 'deliverMessage', payload: { outboxId: 'o' } },
        { ...base('scoreForJobs'), step: 'scoreForJobs', payload: { resumeId: 'r1', submissionId: 's1', postingIds: ['j1'] } },
        { ...base('tellApplications'), step: 'tellApplications', payload: { postingId: 'j1', personId: 'p1' } },
        { ...base('openApplications'), step: 'openApplications', payload: { postingId: 'j1', personId: 'p1' } },
        { ...base('showProgress'), step: 'showProgress', payload: { submissionId: 's' } },
        { ...base('publishHome'), step: 'publishHome', payload: { personId: 'p', identityId: 'i' } },
        { ...base('sendDigest'), step: 'sendDigest', payload: { personId: 'p', localDate: '2026-03-02' } },
        { ...base('erase'), step: 'erase', payload: { erasureId: 'e' } },
        { ...base('enforceRetention'), step: 'enforceRetention', payload: { date: '2026-03-02' } },
        { ...base('joinPersons'), step: 'joinPersons', payload: { from: 'p2', to: 'p1', waitFor: ['lease'] } },
        { ...base('syncSource'), step: 'syncSource', payload: { sourceId: 's1', run: 1 } },
        { ...base('dropOriginals'), step: 'dropOriginals', payload: { submissionId: 's' } },
      );
      expect((await leaseAll()).map((leased) => leased.step).sort()).toEqual([...STEP_NAMES].sort());
    });

    it('puts a payload that its step does not take aside as a dead letter, and gives the others', async () => {
      const wrong = { id: 'wrong', workspace: W, step: 'readAttachment', payload: { attachmentId: '' } } as const;
      const unknown = { ...task('unknown'), step: 'fromTheFuture' } as unknown as NewTask;
      await add(wrong, unknown, task('right'));
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['right']);
      expect(await queue.counts(W)).toEqual({ waiting: 0, running: 1, dead: 2 });
      expect((await queue.find(W, codeOf('t', 'wrong')))?.reason).toContain('does not take this payload');
    });
  });

  describe('completion', () => {
    it('writes changes, next tasks and the end of the task together', async () => {
      await add(task('first'));
      const first = await leaseOne();
      const done = await queue.complete(
        first,
        result([personMet('ada'), identityMet('ada', 'ada@example.com')], { tasks: [task('second')] }),
      );
      expect(done).toBe(true);
      expect((await personOf('ada@example.com'))?.person.id).toBe('ada');
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['second']);
      expect(await queue.find(W, first.code)).toBeUndefined();
    });

    it('leases what is due with the end of the task, of the given priorities, also what the task itself brought', async () => {
      await add(task('first', { priority: 0 }), task('bulk', { priority: 9 }));
      const first = await leaseOne();
      const brought = result([], { tasks: [task('later', { dueAt: clock.now().getTime() + 1000 }), task('second')] });
      const end = await queue.completeAndLease(first, brought, { limit: 5, leaseMs: LEASE_MS, priorities: { to: 8 } });
      expect([end.ours, end.leased.map((leased) => leased.id)]).toEqual([true, ['second']]);
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['bulk']);
      const [second] = end.leased;
      expect(second && (await queue.complete(second, result([])))).toBe(true);
    });

    it('leases nothing with the end of a task that is not ours any more', async () => {
      await add(task('slow'));
      const lost = await leaseOne();
      clock.advance(LEASE_MS + 1);
      await leaseOne();
      await add(task('waits'));
      const end = await queue.completeAndLease(lost, result([]), { limit: 5, leaseMs: LEASE_MS });
      expect(end).toEqual({ ours: false, leased: [] });
      expect((await leaseAll()).map((leased) => leased.id)).toEqual(['waits']);
    });

    it('of two completers with one lease takes one and writes nothing of the other', async () => {
      await add(task('once'));
      const once = await leaseOne();
      const outcomes = await Promise.all([
        queue.complete(once, result([personMet('first'), identityMet('first', 'first@example.com')])),
        queue.complete(once, result([personMet('second'), identityMet('second', 'second@example.com')])),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const [first, second] = [await personOf('first@example.com'), await personOf('second@example.com')];
      expect([first !== undefined, second !== undefined]).toEqual(outcomes);
    });

    it('refuses a lease that ran out and was given to somebody else', async () => {
      await add(task('slow'));
      const lost = await leaseOne();
      clock.advance(LEASE_MS + 1);
      const taken = await leaseOne();
      expect(taken).toMatchObject({ id: 'slow', attempt: 1, leaseWasLost: true });
      expect(await queue.complete(lost, result([personMet('late'), identityMet('late', 'late@example.com')]))).toBe(false);
      expect(await personOf('late@example.com')).toBeUndefined();
      expect(await queue.retry(lost, { reason: 'late', countsAsAttempt: true })).toBe(false);
      expect(await queue.fail(lost, { reason: 'late', fix: '' })).toBe(false);
      expect(await queue.release(lost)).toBe(false);
      expect(await queue.complete(taken, result([]))).toBe(true);
    });

    it('lets the step run again when somebody else wrote the same first', async () => {
      await commit(store, result([personMet('ada'), identityMet('ada', 'ada@example.com')]));
      await add(task('meet'));
      const meet = await leaseOne();
      const again = result([personMet('other'), identityMet('other', 'ada@example.com')], { tasks: [task('next')] });
      await expect(queue.complete(meet, again)).rejects.toBeInstanceOf(RetryLater);
      expect(await queue.counts(W)).toEqual({ waiting: 0, running: 1, dead: 0 });
      expect((await personOf('ada@example.com'))?.person.id).toBe('ada');
    });

    it('lets a step ask for itself again under the same id', async () => {
      await add(task('page'));
      await queue.complete(await leaseOne(), result([], { tasks: [task('page', { attachmentId: 'next' })] }));
      expect(await leaseOne()).toMatchObject({ id: 'page', payload: { attachmentId: 'next' }, attempt: 1 });
    });

    it('tells listeners of this process about new work, and only after it is there', async () => {
      const seen: number[] = [];
      const stop = store.onTasksAdded(() => seen.push(1));
      await add(task('a'));
      expect(seen).toHaveLength(1);
      await queue.complete(await leaseOne(), result([]));
      expect(seen).toHaveLength(1);
      stop();
      await add(task('b'));
      expect(seen).toHaveLength(1);
    });
  });

  describe('leases', () => {
    it('are kept by heartbeats', async () => {
      await add(task('long'));
      const long = await leaseOne();
      for (let beat = 0; beat < 5; beat++) {
        clock.advance(LEASE_MS / 3);
        expect(await queue.heartbeat(long, LEASE_MS)).toBe(true);
      }
      expect(await leaseAll()).toEqual([]);
      clock.advance(LEASE_MS + 1);
      await leaseOne();
      expect(await queue.heartbeat(long, LEASE_MS)).toBe(false);
    });

    it('that were lost once are remembered through later tries, until a person retries the task', async () => {
      await add(task('send'));
      await leaseOne();
      clock.advance(LEASE_MS + 1);
      const second = await leaseOne();
      expect(second.leaseWasLost).toBe(true);
      await queue.retry(second, { reason: 'no route', countsAsAttempt: true, afterMs: 0 });
      const third = await leaseOne();
      expect(third.leaseWasLost).toBe(true);
      await queue.fail(third, { reason: 'refused', fix: 'write by hand' });
      await queue.retryNow(W, third.code);
      expect(await leaseOne()).toMatchObject({ attempt: 1, leaseWasLost: false });
    });

    it('that kills of the process lose cost no try: eight of them and more leave the task alive (rule R3)', async () => {
      await add(task('unlucky'));
      for (let kill = 0; kill < 12; kill++) {
        // Each time it waits longer behind the others, for a minute at the end.
        let tries = 0;
        for (; tries < 5; tries++) {
          const [leased] = await leaseAll();
          if (leased) expect(leased).toMatchObject({ id: 'unlucky', attempt: 1, leaseWasLost: kill > 0 });
          clock.advance(LEASE_MS + 1);
          if (leased) break;
          clock.advance(20_000);
        }
        expect(tries).toBeLessThan(5);
      }
    });

    it('that a task loses every time end as a dead letter, not as a crash loop', async () => {
      await add(task('poison'));
      let lost = 0;
      for (; lost < 100 && (await queue.find(W, codeOf('t', 'poison')))?.state !== 'dead'; clock.advance(10 * 60_000))
        lost += (await leaseAll()).length;
      expect(lost).toBe(25);
      expect((await queue.find(W, codeOf('t', 'poison')))?.fix).not.toBe('');
    });

    it('are given back at once without using up a try (rule R4)', async () => {
      await add(task('stopped'));
      expect(await queue.release(await leaseOne())).toBe(true);
      expect(await leaseOne()).toMatchObject({ attempt: 1, leaseWasLost: false });
    });
  });

  describe('retrying', () => {
    it('waits 2 s, 4 s, 8 s … and at most 15 minutes, give or take a fifth', () => {
      expect([1, 2, 3, 4].map((failures) => backoffMs(failures, MIDDLE))).toEqual([2000, 4000, 8000, 16_000]);
      expect(backoffMs(30, MIDDLE)).toBe(15 * 60_000);
      expect([backoffMs(1, () => 0), backoffMs(1, () => 1)]).toEqual([1600, 2400]);
    });

    it('backs off, keeps the reason and counts the try', async () => {
      await add(task('flaky'));
      await queue.retry(await leaseOne(), { reason: 'the disk was busy', countsAsAttempt: true });
      expect(await queue.find(W, codeOf('t', 'flaky'))).toMatchObject({
        state: 'waiting',
        attempts: 1,
        reason: 'the disk was busy',
      });
      expect(await queue.nextDueAt()).toBe(clock.now().getTime() + 2000);
      clock.advance(2000);
      expect((await leaseOne()).attempt).toBe(2);
    });

    it('after a rate limit waits as long as told and uses up no try', async () => {
      await add(task('limited'));
      for (let round = 0; round < 20; round++) {
        const limited = await leaseOne();
        expect(limited.attempt).toBe(1);
        await queue.retry(limited, { afterMs: 30_000, reason: 'slow down', countsAsAttempt: false });
        expect(await leaseAll()).toEqual([]);
        clock.advance(30_000);
      }
    });

    it('ends after the last try as a dead letter with the reason and a fix', async () => {
      await add(task('hopeless'));
      for (let attempt = 1; attempt <= 8; attempt++) {
        await queue.retry(await leaseOne(), { reason: `failure ${attempt}`, countsAsAttempt: true, afterMs: 0 });
      }
      expect(await leaseAll()).toEqual([]);
      const view = await queue.find(W, codeOf('t', 'hopeless'));
      expect(view).toMatchObject({ state: 'dead', reason: 'failure 8' });
      expect(view?.fix).toContain('8 times');
    });

    it('of a dead task by a person begins from the start, and there is nothing of an unknown code', async () => {
      await add(task('dead'));
      await queue.fail(await leaseOne(), { reason: 'refused', fix: 'ask them' });
      expect(await queue.list(W, { state: 'dead' })).toMatchObject([
        { id: 'dead', state: 'dead', reason: 'refused', fix: 'ask them' },
      ]);
      expect(await queue.retryNow(W, codeOf('t', 'dead'))).toMatchObject({ state: 'waiting', attempts: 0, reason: null });
      expect((await leaseOne()).attempt).toBe(1);
      expect(await queue.retryNow(W, 't00000000')).toBeUndefined();
      expect(await queue.retryNow('other', codeOf('t', 'dead'))).toBeUndefined();
    });

    it('by a person does not touch a task that runs', async () => {
      await add(task('runs'));
      const runs = await leaseOne();
      expect(await queue.retryNow(W, runs.code)).toMatchObject({ state: 'running' });
      expect(await queue.complete(runs, result([]))).toBe(true);
    });
  });
}
