/** The durable queue: a table beside the data (docs/decisions/0009-the-queue.md). */
import { and, asc, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { writeReturning } from '#dialect';
import { RetryLater } from '../domain/errors.ts';
import type { LeasedTask, LeaseOptions, StepResult, TaskQueue } from '../tasks/queue.ts';
import { completeTask } from './complete-task.ts';
import { leaseRows, nextDueAt } from './lease-tasks.ts';
import { readLeasedTask, type TaskRow, viewTask } from './read-task.ts';
import { tasks } from './schema/delivery.ts';
import type { Store } from './store.ts';

export interface TaskQueueOptions {
  /** A task that failed so often goes to the dead letters. */
  maxAttempts?: number;
  /** 0…1, for the jitter. */
  random?: () => number;
}

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;
/** ± 20 %: tasks that failed together must not come back together. */
const JITTER = 0.4;

/** 2 s, 4 s, 8 s … 15 min, ± 20 %. `failures` counts from 1. */
export function backoffMs(failures: number, random: () => number): number {
  const plain = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(plain * (1 - JITTER / 2 + JITTER * random()));
}

/** A range instead of LIKE: it uses the primary key, and an id may hold % or _. */
const pending = (workspace: string, idPrefix: string) =>
  and(eq(tasks.workspace, workspace), ne(tasks.state, 'dead'), gte(tasks.id, idPrefix), lt(tasks.id, `${idPrefix}\u{10ffff}`));

export function createTaskQueue(store: Store, options: TaskQueueOptions = {}): TaskQueue {
  const { maxAttempts = 8, random = Math.random } = options;
  const { db } = store;
  const now = () => store.clock.now().getTime();
  const woken = sql`${tasks.wakes} > ${tasks.wakesSeen}`;

  /** Ends the lease of one task with other columns set; false when the lease is not ours any more. */
  async function settle(task: LeasedTask, set: Parameters<ReturnType<typeof updateTasks>['set']>[0]): Promise<boolean> {
    const ours = and(eq(tasks.id, task.id), eq(tasks.leaseToken, task.leaseToken), eq(tasks.state, 'running'));
    const rows = await writeReturning(db, (tx) =>
      tx
        .update(tasks)
        .set({ leaseToken: null, leaseExpiresAt: null, ...set })
        .where(ours)
        .returning({ id: tasks.id }),
    );
    return rows.length > 0;
  }
  const updateTasks = () => db.update(tasks);

  async function readable(rows: readonly TaskRow[]): Promise<LeasedTask[]> {
    const leased: LeasedTask[] = [];
    for (const row of rows) {
      const task = readLeasedTask(row);
      if (task) leased.push(task);
      else await buryUnreadable(store, row);
    }
    return leased;
  }

  const fail: TaskQueue['fail'] = (task, { reason, fix }) => settle(task, { state: 'dead', reason, fix });

  async function complete(task: LeasedTask, result: StepResult, next?: LeaseOptions) {
    const { outcome, leased } = await completeTask(store, task, result, next && { ...next, now: now() });
    if (outcome === 'committed') return { ours: true, leased: await readable(leased) };
    if (outcome === 'stale') return { ours: false, leased: [] };
    throw new RetryLater('somebody else wrote the same at the same time', { afterMs: Math.round(50 + 200 * random()) });
  }

  async function byCode(workspace: string, code: string): Promise<TaskRow | undefined> {
    const rows = await db
      .select()
      .from(tasks)
      .where(and(eq(tasks.workspace, workspace), eq(tasks.code, code)))
      .limit(1);
    return rows[0];
  }

  return {
    async lease({ limit, leaseMs, priorities }) {
      if (limit < 1) return [];
      return readable(await leaseRows(db, { limit, leaseMs, now: now(), priorities }));
    },

    async heartbeat(task, leaseMs) {
      const ours = and(eq(tasks.id, task.id), eq(tasks.leaseToken, task.leaseToken), eq(tasks.state, 'running'));
      const rows = await writeReturning(db, (tx) =>
        tx
          .update(tasks)
          .set({ leaseExpiresAt: now() + leaseMs })
          .where(ours)
          .returning({ id: tasks.id }),
      );
      return rows.length > 0;
    },

    complete: async (task, result) => (await complete(task, result)).ours,
    completeAndLease: complete,

    async retry(task, { afterMs, reason, countsAsAttempt }) {
      if (countsAsAttempt && task.attempt >= maxAttempts)
        return fail(task, { reason, fix: `Tried ${task.attempt} times. Remove the cause, then retry the task.` });
      const again = now() + (afterMs ?? backoffMs(task.attempt, random));
      return settle(task, {
        state: 'waiting',
        reason,
        dueAt: sql`case when ${woken} then ${tasks.dueAt} else ${again} end`,
        attempts: countsAsAttempt ? task.attempt : task.attempt - 1,
      });
    },

    fail,

    async release(task) {
      const given = await settle(task, { state: 'waiting', dueAt: now(), attempts: task.attempt - 1 });
      if (given) store.announceTasks();
      return given;
    },

    async retryNow(workspace, code) {
      const row = await byCode(workspace, code);
      if (!row) return undefined;
      await writeReturning(db, (tx) =>
        tx
          .update(tasks)
          .set({ state: 'waiting', dueAt: now(), attempts: 0, lostLeases: 0, reason: null, fix: null })
          .where(and(eq(tasks.id, row.id), inArray(tasks.state, ['waiting', 'dead'])))
          .returning({ id: tasks.id }),
      );
      store.announceTasks();
      const after = await byCode(workspace, code);
      return after && viewTask(after);
    },

    async find(workspace, code) {
      const row = await byCode(workspace, code);
      return row && viewTask(row);
    },

    async list(workspace, { state, limit = 50 } = {}) {
      const rows = await db
        .select()
        .from(tasks)
        .where(and(eq(tasks.workspace, workspace), state && eq(tasks.state, state)))
        .orderBy(desc(tasks.createdAt), desc(tasks.id))
        .limit(limit);
      return rows.map(viewTask);
    },

    async countPending(workspace, idPrefix) {
      const rows = await db
        .select({ count: sql<number>`cast(count(*) as integer)` })
        .from(tasks)
        .where(pending(workspace, idPrefix));
      return rows[0]?.count ?? 0;
    },

    async waitingSince(workspace, idPrefix) {
      const [oldest] = await db
        .select({ at: tasks.createdAt })
        .from(tasks)
        .where(pending(workspace, idPrefix))
        .orderBy(asc(tasks.createdAt))
        .limit(1);
      return oldest?.at;
    },

    async counts(workspace) {
      const rows = await db
        .select({ state: tasks.state, count: sql<number>`cast(count(*) as integer)` })
        .from(tasks)
        .where(eq(tasks.workspace, workspace))
        .groupBy(tasks.state);
      const of = (state: TaskRow['state']) => rows.find((row) => row.state === state)?.count ?? 0;
      return { waiting: of('waiting'), running: of('running'), dead: of('dead') };
    },

    nextDueAt: () => nextDueAt(db),
  };
}

/** Not a crash: the other tasks of the batch are fine. */
async function buryUnreadable(store: Store, row: TaskRow): Promise<void> {
  const dead = {
    state: 'dead',
    leaseToken: null,
    leaseExpiresAt: null,
    reason: `${row.step} does not take this payload`,
    fix: 'It was written by another version. Start the version that wrote it, or leave it.',
  } as const;
  await writeReturning(store.db, (tx) =>
    tx
      .update(tasks)
      .set(dead)
      .where(and(eq(tasks.id, row.id), eq(tasks.state, 'running')))
      .returning({ id: tasks.id }),
  );
}
