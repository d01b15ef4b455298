/** Leases tasks, runs their handlers, and says what came of it. Any number of workers may run on one database. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import { errorFrames, errorName } from '../domain/error-name.ts';
import { PermanentFailure, RetryLater } from '../domain/errors.ts';
import { isStorageFull, STORAGE_FULL_FIX } from '../domain/storage-full.ts';
import { runStep, type StepHandlers } from './handlers.ts';
import { BULK_PRIORITY, type LeasedTask, type LeaseOptions, type PriorityRange, type TaskQueue } from './queue.ts';

export interface WorkerLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WorkerOptions {
  queue: TaskQueue;
  handlers: StepHandlers;
  clock: Clock;
  log: WorkerLog;
  /** How many tasks run at once. */
  concurrency?: number;
  leaseMs?: number;
  /** How long the worker sleeps at most when nothing is due: another process may have added work. */
  idleMs?: number;
  /** Awaited before new tasks begin: resolves soon, when what is more urgent is done. */
  giveWay?(): Promise<void>;
}

export interface Worker {
  start(): void;
  /** Something was added: look now. */
  wake(): void;
  /** Resolves when no task is due or running. */
  idle(): Promise<void>;
  /** Takes nothing new; running tasks finish or give their lease back within `withinMs` (rule R4). */
  stop(withinMs?: number): Promise<void>;
}

export function createWorker(options: WorkerOptions): Worker {
  const { queue, handlers, clock, log, concurrency = 4, leaseMs = 15_000, idleMs = 1000, giveWay } = options;
  const running = new Map<string, { task: LeasedTask; done: Promise<void>; abort: AbortController }>();
  let stopped = true;
  let looping: Promise<void> = Promise.resolve();
  let wakeUp = () => {};
  let woken = false;
  // Between the row and the map a task is ours and in neither: `idle` must not believe that nothing runs.
  let leasing = false;
  // Said once, not at every look, until it works again.
  let leaseFails = false;
  let bulkRuns = false;
  let looked = Number.NEGATIVE_INFINITY;
  let bulkRestsUntil = 0;

  const wake = () => {
    woken = true;
    wakeUp();
  };

  async function settle(task: LeasedTask, abort: AbortController): Promise<void> {
    // A third of the lease: two heartbeats may fail before somebody else takes the task.
    const beat = setInterval(() => {
      queue.heartbeat(task, leaseMs).then(
        (ours) => ours || abort.abort(new Error('the lease was lost')),
        (error: unknown) => isStorageFull(error) || log.warn({ task: task.code, error: errorName(error) }, 'heartbeat failed'),
      );
    }, leaseMs / 3);
    try {
      const result = await runStep(handlers, task, abort.signal);
      const { ours, leased } = await whenRoom(() => queue.completeAndLease(task, result, nextInPlace()));
      if (!ours) log.warn({ task: task.code, step: task.step }, 'lease was stale, nothing written');
      await beginInPlace(leased);
    } catch (error) {
      await whenRoom(() => settleFailure(task, abort, error)).catch((again: unknown) =>
        log.error(
          { task: task.code, step: task.step, error: errorName(again) },
          'could not record the failure; the lease will run out',
        ),
      );
    } finally {
      clearInterval(beat);
    }
  }

  /**
   * What ends hands its place on: the next task is leased in the transaction that ends it, which saves one of two waits for the disk.
   * Now and then the loop has to look itself: only there leases that ran out are given back, and bulk gets its turn.
   */
  function nextInPlace(): LeaseOptions {
    const none = stopped || running.size > concurrency || performance.now() - looked > LOOK_EVERY_MS;
    return { limit: none ? 0 : 1, leaseMs, priorities: { to: BULK_PRIORITY - 1 } };
  }

  async function beginInPlace(next: readonly LeasedTask[]): Promise<void> {
    if (next.length === 0) return;
    await giveWay?.();
    for (const task of next) {
      if (!stopped) begin(task);
      else await queue.release(task);
    }
  }

  /** Keeps what was worked out, and its place, until it can be written: a message that went out must not be taken for one that did not. */
  async function whenRoom<T>(write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (stopped || !isStorageFull(error)) throw error;
        log.error({ error: errorName(error) }, STORAGE_FULL_FIX);
      }
      await delay(STORAGE_FULL_MS / 3, undefined, { ref: false });
    }
  }

  async function settleFailure(task: LeasedTask, abort: AbortController, error: unknown): Promise<void> {
    if (stopped && abort.signal.aborted) await queue.release(task);
    else if (error instanceof PermanentFailure) await queue.fail(task, { reason: error.message, fix: error.fix });
    else if (error instanceof RetryLater)
      await queue.retry(task, { afterMs: error.afterMs, reason: error.message, countsAsAttempt: error.countsAsAttempt });
    else if (isStorageFull(error)) {
      log.error({ task: task.code, step: task.step, error: errorName(error) }, STORAGE_FULL_FIX);
      await queue.retry(task, { afterMs: STORAGE_FULL_MS, reason: 'the disk is full', countsAsAttempt: false });
    } else {
      log.error({ task: task.code, step: task.step, error: errorName(error), stack: errorFrames(error) }, 'step failed');
      await queue.retry(task, { reason: errorName(error), countsAsAttempt: true });
    }
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      leasing = true;
      await giveWay?.();
      const more = await fill();
      leasing = false;
      if (!more) await sleep();
    }
  }

  /** Begins what is due; true when there may be more that could begin at once. */
  async function fill(): Promise<boolean> {
    const free = concurrency - running.size;
    if (free <= 0) return false;
    looked = performance.now();
    const urgent = await lease(free, { to: BULK_PRIORITY - 1 });
    for (const task of urgent) begin(task);
    if (urgent.length === free) return true;
    if (!bulkRuns && performance.now() >= bulkRestsUntil)
      for (const task of await lease(1, { from: BULK_PRIORITY })) beginBulk(task);
    return false;
  }

  async function lease(limit: number, priorities: PriorityRange): Promise<LeasedTask[]> {
    try {
      const leased = await queue.lease({ limit, leaseMs, priorities });
      leaseFails = false;
      return leased;
    } catch (error) {
      if (!leaseFails) log.error({ error: errorName(error) }, isStorageFull(error) ? STORAGE_FULL_FIX : 'could not lease');
      leaseFails = true;
      return [];
    }
  }

  function begin(task: LeasedTask): Promise<void> {
    const abort = new AbortController();
    const done = settle(task, abort).finally(() => {
      // A step that asked for itself again may have begun already.
      if (running.get(task.id)?.abort === abort) running.delete(task.id);
      wake();
    });
    running.set(task.id, { task, done, abort });
    return done;
  }

  /** One at a time, and then a rest as long as it took: half of the write lock and of the event loop stays free for mail. */
  function beginBulk(task: LeasedTask): void {
    bulkRuns = true;
    const began = performance.now();
    void begin(task).finally(() => {
      bulkRuns = false;
      bulkRestsUntil = performance.now() + Math.min(LONGEST_REST_MS, performance.now() - began);
    });
  }

  async function sleep(): Promise<void> {
    // With no free place only an end wakes: asking what is due next would be two queries for nothing after each task of an import.
    const due = running.size < concurrency ? await queue.nextDueAt().catch(() => undefined) : undefined;
    if (woken || stopped) return;
    const ms = restMs(due);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** What is due and was not begun is bulk that rests or runs, or waits for a free place, whose end wakes. */
  function restMs(due: number | undefined): number {
    if (due === undefined) return idleMs;
    const untilDue = due - clock.now().getTime();
    if (untilDue > 0) return Math.min(idleMs, untilDue);
    return bulkRuns ? idleMs : Math.max(1, Math.min(idleMs, bulkRestsUntil - performance.now()));
  }

  /**
   * Handlers that do not hear the signal (a file that is being read in a child): their lease goes back all the same, the stale token
   * writes nothing. A message on its way keeps its lease: only a lost one tells the next process that it may have been sent (rule O4).
   */
  async function releaseDeaf(): Promise<void> {
    for (const { task } of running.values()) {
      if (task.step === 'deliverMessage') continue;
      await queue
        .release(task)
        .catch((error: unknown) => log.warn({ task: task.code, error: errorName(error) }, 'lease not given back'));
    }
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      looping = loop();
    },
    wake,
    async idle() {
      for (;;) {
        await Promise.all([...running.values()].map((entry) => entry.done));
        const due = await queue.nextDueAt();
        if (running.size === 0 && !leasing && (due === undefined || due > clock.now().getTime())) return;
        wake();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async stop(withinMs = 10_000) {
      stopped = true;
      wake();
      await looping;
      const all = Promise.all([...running.values()].map((entry) => entry.done));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, withinMs * 0.7, 'late');
      });
      if ((await Promise.race([all, late])) === 'late') {
        for (const entry of running.values()) entry.abort.abort(new Error('the service is stopping'));
        let last: NodeJS.Timeout | undefined;
        await Promise.race([
          all,
          new Promise((resolve) => {
            last = setTimeout(resolve, withinMs * 0.3);
          }),
        ]);
        clearTimeout(last);
        await releaseDeaf();
      }
      clearTimeout(timer);
    },
  };
}

/** Until a task that found no room tries again; a full disk consumes no attempts. */
const STORAGE_FULL_MS = 15_000;

/** So often the loop looks for itself, however many tasks hand on their place. */
const LOOK_EVERY_MS = 250;

/** A bulk task that waited long for the lock must not rest as long again. */
const LONGEST_REST_MS = 250;
