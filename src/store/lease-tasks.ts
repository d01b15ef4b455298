/** Taking tasks from the queue: first gives back what was leased and never ended, then leases what is due. */
import { randomBytes } from 'node:crypto';
import { and, asc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { type Db, skipLocked, writeReturning } from '#dialect';
import type { PriorityRange } from '../tasks/queue.ts';
import type { TaskRow } from './read-task.ts';
import { tasks } from './schema/delivery.ts';

export interface LeaseRequest {
  limit: number;
  leaseMs: number;
  /** Milliseconds. */
  now: number;
  priorities?: PriorityRange;
}

/** Rows as leased, lowest priority number first, then oldest. */
export async function leaseRows(db: Db, request: LeaseRequest): Promise<TaskRow[]> {
  await giveBackLost(db, request);
  return inOrder(await writeReturning(db, (tx) => leasing(tx, request)));
}

export const inOrder = (rows: readonly TaskRow[]): TaskRow[] =>
  rows.toSorted((a, b) => a.priority - b.priority || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));

/** The write that leases. One token a call: it is compared together with the task's id. */
export function leasing(db: Db, { limit, leaseMs, now, priorities }: LeaseRequest) {
  const { from = 0, to = HIGHEST_PRIORITY } = priorities ?? {};
  const due = sql`(select ${tasks.id} from ${tasks} where ${tasks.state} = 'waiting' and ${tasks.dueAt} <= ${now}
    and ${tasks.priority} >= ${from} and ${tasks.priority} <= ${to}
    order by ${tasks.priority}, ${tasks.dueAt}, ${tasks.id} limit ${limit}${skipLocked})`;
  return db
    .update(tasks)
    .set({
      state: 'running',
      attempts: sql`${tasks.attempts} + 1`,
      leaseToken: randomBytes(16).toString('hex'),
      leaseExpiresAt: now + leaseMs,
      wakesSeen: sql`${tasks.wakes}`,
    })
    .where(sql`${tasks.id} in ${due}`)
    .returning();
}

/** So often may the process under a task die before the task is suspected: two hundred kills in a row must not cost a resume (rule R3). */
const MOST_LOST = 25;
/** From the second time on it waits longer each time, so that what kills its process lets everything else go first. */
const LONGER_EACH_MS = 5_000;

/**
 * A lease that ran out means that its process died or hung, mostly for reasons that are not the task's: it costs no attempt. Only a task
 * under which processes die again and again ends as a dead letter instead of a crash loop.
 */
async function giveBackLost(db: Db, { now }: LeaseRequest): Promise<void> {
  const lost = and(eq(tasks.state, 'running'), lte(tasks.leaseExpiresAt, now));
  const [found] = await db.select({ id: tasks.id }).from(tasks).where(lost).limit(1);
  if (!found) return;
  const ended = {
    leaseToken: null,
    leaseExpiresAt: null,
    lostLeases: sql`${tasks.lostLeases} + 1`,
    attempts: sql`${tasks.attempts} - 1`,
  };
  await writeReturning(db, (tx) =>
    tx
      .update(tasks)
      .set({ ...ended, state: 'dead', reason: LOST_REASON, fix: LOST_FIX })
      .where(and(lost, gte(tasks.lostLeases, MOST_LOST - 1)))
      .returning({ id: tasks.id }),
  );
  const due = sql`case when ${tasks.lostLeases} > 0 then cast(${now} as bigint) + ${tasks.lostLeases} * cast(${LONGER_EACH_MS} as bigint)
    when ${tasks.dueAt} > ${now} then cast(${now} as bigint) else ${tasks.dueAt} end`;
  await writeReturning(db, (tx) =>
    tx
      .update(tasks)
      .set({ ...ended, state: 'waiting', dueAt: due })
      .where(and(lost, lt(tasks.lostLeases, MOST_LOST - 1)))
      .returning({ id: tasks.id }),
  );
}

const HIGHEST_PRIORITY = 1000;
const LOST_REASON = 'the process that worked on it ended without an outcome, again and again';
const LOST_FIX = 'Look into the log for what ended the process, then retry the task.';

/** The earliest moment at which `leaseRows` could give something. */
export async function nextDueAt(db: Db): Promise<number | undefined> {
  const first = db.select({ at: tasks.dueAt }).from(tasks).where(eq(tasks.state, 'waiting')).orderBy(asc(tasks.dueAt)).limit(1);
  const ending = db
    .select({ at: tasks.leaseExpiresAt })
    .from(tasks)
    .where(eq(tasks.state, 'running'))
    .orderBy(asc(tasks.leaseExpiresAt))
    .limit(1);
  const times = [...(await first), ...(await ending)].flatMap(({ at }) => (at === null ? [] : [at]));
  return times.length > 0 ? Math.min(...times) : undefined;
}
