/** Leases tasks, runs their handlers, and says what came of it. Any number of workers may run on one database. */
import type { Clock } from '../domain/clock.ts';
import { errorFrames, errorName } from '../domain/error-name.ts';
import { PermanentFailure, RetryLater } from '../domain/errors.ts';
import { runStep, type StepHandlers } from './handlers.ts';
import type { LeasedTask, TaskQueue } from './queue.ts';

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
  const { queue, handlers, clock, log, concurrency = 4, leaseMs = 15_000, idleMs = 1000 } = options;
  const running = new Map<string, { task: LeasedTask; done: Promise<void>; abort: AbortController }>();
  let stopped = true;
  let looping: Promise<void> = Promise.resolve();
  let wakeUp = () => {};
  let woken = false;
  // Between the row and the map a task is ours and in neither: `idle` must not believe that nothing runs.
  let leasing = false;

  const wake = () => {
    woken = true;
    wakeUp();
  };

  async function settle(task: LeasedTask, abort: AbortController): Promise<void> {
    // A third of the lease: two heartbeats may fail before somebody else takes the task.
    const beat = setInterval(() => {
      queue.heartbeat(task, leaseMs).then(
        (ours) => ours || abort.abort(new Error('the lease was lost')),
        (error: unknown) => log.warn({ task: task.code, error: errorName(error) }, 'heartbeat failed'),
      );
    }, leaseMs / 3);
    try {
      const result = await runStep(handlers, task, abort.signal);
      if (!(await queue.complete(task, result)))
        log.warn({ task: task.code, step: task.step }, 'lease was stale, nothing written');
    } catch (error) {
      await settleFailure(task, abort, error).catch((again: unknown) =>
        log.error(
          { task: task.code, step: task.step, error: errorName(again) },
          'could not record the failure; the lease will run out',
        ),
      );
    } finally {
      clearInterval(beat);
    }
  }

  async function settleFailure(task: LeasedTask, abort: AbortController, error: unknown): Promise<void> {
    if (stopped && abort.signal.aborted) await queue.release(task);
    else if (error instanceof PermanentFailure) await queue.fail(task, { reason: error.message, fix: error.fix });
    else if (error instanceof RetryLater)
      await queue.retry(task, { afterMs: error.afterMs, reason: error.message, countsAsAttempt: error.countsAsAttempt });
    else {
      log.error({ task: task.code, step: task.step, error: errorName(error), stack: errorFrames(error) }, 'step failed');
      await queue.retry(task, { reason: errorName(error), countsAsAttempt: true });
    }
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      const free = concurrency - running.size;
      leasing = true;
      const leased = free > 0 ? await lease(free) : [];
      for (const task of leased) begin(task);
      leasing = false;
      if (leased.length === free && free > 0) continue;
      await sleep();
    }
  }

  async function lease(limit: number): Promise<LeasedTask[]> {
    try {
      return await queue.lease({ limit, leaseMs });
    } catch (error) {
      log.error({ error: errorName(error) }, 'could not lease');
      return [];
    }
  }

  function begin(task: LeasedTask): void {
    const abort = new AbortController();
    const done = settle(task, abort).finally(() => {
      running.delete(task.id);
      wake();
    });
    running.set(task.id, { task, done, abort });
  }

  async function sleep(): Promise<void> {
    const due = await queue.nextDueAt().catch(() => undefined);
    if (woken || stopped) return;
    const ms = due === undefined ? idleMs : Math.max(1, Math.min(idleMs, due - clock.now().getTime()));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, running.size === concurrency ? idleMs : ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
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
        await Promise.race([all, new Promise((resolve) => setTimeout(resolve, withinMs * 0.3))]);
      }
      clearTimeout(timer);
    },
  };
}
