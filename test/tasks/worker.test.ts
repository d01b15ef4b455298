import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import type { NewTask } from '../../src/domain/steps.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { NOTHING, type StepHandlers } from '../../src/tasks/handlers.ts';
import { BULK_PRIORITY } from '../../src/tasks/queue.ts';
import { createWorker, type Worker } from '../../src/tasks/worker.ts';

const log = { debug() {}, warn() {}, error() {} };
let folder: string;
let store: Store;
let worker: Worker;
/** Ids in the order in which they began; how many bulk tasks ran at once at most. */
let began: string[];
let bulkNow: number;
let mostBulk: number;
/** Tasks that were leased with the end of another. */
let handedOn: number;
let giveWay: () => Promise<void>;
let onRetention: StepHandlers['enforceRetention'];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-worker-'));
  store = await openStore({ file: path.join(folder, 'w.db'), dataFolder: folder, clock: systemClock });
  began = [];
  bulkNow = 0;
  mostBulk = 0;
  const nothing = async () => NOTHING;
  const handlers: StepHandlers = {
    readAttachment: nothing,
    fetchAttachment: nothing,
    grantSubmission: nothing,
    askModel: nothing,
    callModel: nothing,
    matchResume: nothing,
    scoreForJobs: nothing,
    tellApplications: nothing,
    openApplications: nothing,
    runCommand: nothing,
    takeFeedback: nothing,
    deliverMessage: nothing,
    markMessage: nothing,
    showProgress: nothing,
    publishHome: nothing,
    sendDigest: nothing,
    erase: nothing,
    enforceRetention: (task, signal) => onRetention(task, signal),
    joinPersons: nothing,
    syncSource: nothing,
    readAgain: nothing,
    dropOriginals: nothing,
    async answerSubmission(task) {
      began.push(task.id);
      return NOTHING;
    },
    async matchPostings(task) {
      began.push(task.id);
      bulkNow += 1;
      mostBulk = Math.max(mostBulk, bulkNow);
      // While bulk runs, somebody asks something.
      if (task.id === 'bulk0') await add(urgent('late'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      bulkNow -= 1;
      return NOTHING;
    },
  };
  giveWay = async () => {};
  const queue = createTaskQueue(store);
  const { completeAndLease } = queue;
  handedOn = 0;
  queue.completeAndLease = async (...end) => {
    const ended = await completeAndLease(...end);
    handedOn += ended.leased.length;
    return ended;
  };
  worker = createWorker({ queue, handlers, clock: systemClock, log, giveWay: () => giveWay() });
  store.onTasksAdded(() => worker.wake());
});
afterEach(async () => {
  await worker.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (...tasks: NewTask[]) => commit(store, { changes: [], tasks, messages: [] });
const urgent = (id: string): NewTask => ({
  id,
  workspace: 'default',
  step: 'answerSubmission',
  payload: { submissionId: id },
  priority: 1,
});
const bulk = (id: string): NewTask => ({
  id,
  workspace: 'default',
  step: 'matchPostings',
  payload: { postingIds: [id] },
  priority: BULK_PRIORITY,
});

it('runs bulk work one task at a time, and what somebody waits for passes it (R1)', async () => {
  await add(bulk('bulk0'), bulk('bulk1'), bulk('bulk2'), urgent('early'));
  worker.start();
  await worker.idle();
  expect(began).toEqual(['early', 'bulk0', 'late', 'bulk1', 'bulk2']);
  expect(mostBulk).toBe(1);
});

it('begins nothing before what is more urgent is done (S2)', async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: clear, resolve: goOn } = Promise.withResolvers<void>();
  giveWay = () => {
    ask();
    return clear;
  };
  await add(urgent('early'));
  worker.start();
  await asked;
  expect(began).toEqual([]);
  goOn();
  await worker.idle();
  expect(began).toEqual(['early']);
});

it('leases the next task with the end of the last one: one wait for the disk for each, not two', async () => {
  const many = Array.from({ length: 40 }, (_, n) => urgent(`t${String(n).padStart(2, '0')}`));
  await add(...many);
  worker.start();
  await worker.idle();
  expect([...began].sort()).toEqual(many.map((task) => task.id));
  // All but the first four, and what the worker finds when it looks for itself now and then: seldom, unless the machine stands still.
  expect(handedOn).toBeGreaterThan(0);
  expect(handedOn).toBeLessThanOrEqual(36);
});

it('a step that asks for itself again with its end runs again, and the worker knows when it is idle', async () => {
  let rounds = 0;
  await add({ id: 'again', workspace: 'default', step: 'enforceRetention', payload: { date: '2026-03-01' }, priority: 1 });
  onRetention = async (task) => {
    rounds += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return rounds < 5
      ? {
          ...NOTHING,
          tasks: [{ id: task.id, workspace: task.workspace, step: 'enforceRetention', payload: task.payload, priority: 1 }],
        }
      : NOTHING;
  };
  worker.start();
  await worker.idle();
  expect(rounds).toBe(5);
  expect(await createTaskQueue(store).counts('default')).toEqual({ waiting: 0, running: 0, dead: 0 });
});
