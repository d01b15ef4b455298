/** The port of the durable queue. The implementation stands beside the data (`store/task-queue.ts`), because completion, changes, next tasks and messages are one transaction. */
import type { Change } from '../domain/changes.ts';
import type { NewTask, StepName, StepPayloads } from '../domain/steps.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';

/** All that a step, intake or an import writes, at once. */
export interface StepResult {
  changes: readonly Change[];
  tasks: readonly NewTask[];
  messages: readonly OutgoingMessage[];
}

export type LeasedTask = {
  [S in StepName]: {
    id: string;
    workspace: string;
    code: string;
    step: S;
    payload: StepPayloads[S];
    /** 1 at the first try. */
    attempt: number;
    /** Proof of ownership; a stale one completes nothing. */
    leaseToken: string;
    leaseExpiresAt: number;
    /** An earlier lease ran out without an outcome: its effects outside the database may have happened. */
    leaseWasLost: boolean;
    createdAt: number;
  };
}[StepName];

export interface TaskView {
  /** Shown to people. */
  code: string;
  id: string;
  step: StepName;
  state: 'waiting' | 'running' | 'dead';
  attempts: number;
  reason: string | null;
  fix: string | null;
  dueAt: string;
}

/** Both ends included. */
export interface PriorityRange {
  from?: number;
  to?: number;
}

/** From this priority number on work is bulk: nobody waits for it, so it makes room for everything else. */
export const BULK_PRIORITY = 9;

export interface LeaseOptions {
  limit: number;
  leaseMs: number;
  priorities?: PriorityRange;
}

export interface TaskQueue {
  /** Takes up to `limit` due tasks, lowest priority number first, then oldest. Also those whose lease ran out. */
  lease(options: LeaseOptions): Promise<LeasedTask[]>;
  /** Extends the lease; false when it is no longer ours. */
  heartbeat(task: LeasedTask, leaseMs: number): Promise<boolean>;
  /** Commits the result and ends the task; false, and nothing written, when the lease is stale. */
  complete(task: LeasedTask, result: StepResult): Promise<boolean>;
  /** The same, and leases others in the same transaction; it does not look for leases that ran out. */
  completeAndLease(task: LeasedTask, result: StepResult, next: LeaseOptions): Promise<{ ours: boolean; leased: LeasedTask[] }>;
  /** Back to waiting. Without `afterMs`: exponential back-off with jitter. After the last attempt: dead letter. */
  retry(task: LeasedTask, options: { afterMs?: number; reason: string; countsAsAttempt: boolean }): Promise<boolean>;
  /** Dead letter. */
  fail(task: LeasedTask, options: { reason: string; fix: string }): Promise<boolean>;
  /** Back to waiting at once, no attempt consumed (SIGTERM, rule R4). */
  release(task: LeasedTask): Promise<boolean>;
  /** A dead or waiting task becomes due now with its attempts forgotten; undefined when there is none of that code. */
  retryNow(workspace: string, code: string): Promise<TaskView | undefined>;
  find(workspace: string, code: string): Promise<TaskView | undefined>;
  list(workspace: string, options?: { state?: TaskView['state']; limit?: number }): Promise<TaskView[]>;
  /** How many tasks, dead ones aside, have an id that begins so. */
  countPending(workspace: string, idPrefix: string): Promise<number>;
  /** When the oldest task, dead ones aside, whose id begins so was added; undefined when there is none. Milliseconds. */
  waitingSince(workspace: string, idPrefix: string): Promise<number | undefined>;
  counts(workspace: string): Promise<{ waiting: number; running: number; dead: number }>;
  /** When the next waiting task becomes due; undefined when none waits. Milliseconds. */
  nextDueAt(): Promise<number | undefined>;
}
