/** The map of handlers: a step without a handler, or with a wrong payload, does not compile. */
import type { StepName } from '../domain/steps.ts';
import type { LeasedTask, StepResult } from './queue.ts';

/** Load → pure function → changes. Never writes; throws RetryLater or PermanentFailure. */
export type StepHandler<S extends StepName> = (
  task: Extract<LeasedTask, { step: S }>,
  signal: AbortSignal,
) => Promise<StepResult>;
export type StepHandlers = { [S in StepName]: StepHandler<S> };

export const NOTHING: StepResult = { changes: [], tasks: [], messages: [] };

/** Runs the handler of the task's step. */
export function runStep(handlers: StepHandlers, task: LeasedTask, signal: AbortSignal): Promise<StepResult> {
  // The mapped type guarantees that handler and task belong to the same step; a switch would only repeat the list.
  const handler: (task: never, signal: AbortSignal) => Promise<StepResult> = handlers[task.step];
  return handler(task as never, signal);
}
