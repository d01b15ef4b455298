/** The step `callModel`: one call whose money is set aside, and what it cost in the end. Nothing of an answer is used here. */
import type { Change } from '../../domain/changes.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { LanguageModel, ModelOutcome, TokensUsed } from '../../domain/language-model.ts';
import { costOf } from '../../domain/language-model.ts';
import { getModelAnswer, type KeptAnswer } from '../../store/model-spending.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { LeasedTask, StepResult } from '../../tasks/queue.ts';
import { type AskOptions, askTask, wakeOnly } from './ask-model.ts';
import { prepareAsk } from './prepare-ask.ts';

export interface CallOptions extends AskOptions {
  /** Settings that do not work are the operator's to hear of; codes and fixes, nothing of anybody. */
  warn(reason: string, fix: string): void;
}

type Call = Extract<LeasedTask, { step: 'callModel' }>;

/** Half of the worker's places: a slow model must not hold up answers. */
const MOST_AT_ONCE = 2;
const PLACE_MS = 400;
/** A content is asked so often at most, each time paid. */
const MOST_TRIES = 2;
const AGAIN_MS = 60_000;
/** Servers that say "later" are believed for so long. */
const PATIENCE_MS = 12 * 60 * 60_000;
const MOST_DOWN = 6;
const LEAST_REST_MS = 1_000;

export function createCallModel(options: CallOptions): StepHandler<'callModel'> {
  const { store, clock, asked } = options;
  let running = 0;
  return async (task, signal) => {
    const { workspace, payload } = task;
    const kept = await getModelAnswer(store, workspace, payload.resumeId, payload.content);
    // Erased meanwhile, or settled by an earlier run.
    if (kept?.state !== 'calling' || kept.tries !== payload.tries) return wakeOnly(store, workspace, payload);
    // A process died here: the call may have been made, and paid.
    if (task.leaseWasLost) return settle(options, task, { cost: kept.reserved, state: 'open', again: true });
    const ask = asked && (await prepareAsk(options, asked.model, workspace, payload.resumeId));
    // Switched off, or the file is gone, or it reads otherwise now.
    if (!ask || ask.hash !== payload.content) return settle(options, task, { cost: 0, state: 'open' });
    if (running >= MOST_AT_ONCE) throw new RetryLater('other calls are under way', { afterMs: PLACE_MS, countsAsAttempt: false });
    running += 1;
    const outcome = await asked.model.ask(ask.request.question, signal).finally(() => {
      running -= 1;
    });
    return end(options, task, asked.model, kept, outcome, clock.now().getTime());
  };
}

async function end(
  options: CallOptions,
  task: Call,
  { price }: LanguageModel,
  kept: KeptAnswer,
  outcome: ModelOutcome<unknown>,
  now: number,
): Promise<StepResult> {
  // Who does not say what it cost is taken to have cost all that was set aside.
  const paid = (used: TokensUsed | undefined) => ({ used, cost: used ? costOf(price, used) : kept.reserved });
  switch (outcome.outcome) {
    case 'answered':
      return settle(options, task, { ...paid(outcome.used), state: 'answered', answer: outcome.value });
    case 'unusable': {
      const over = outcome.reason === 'refused' || task.payload.tries >= MOST_TRIES;
      return settle(options, task, { ...paid(outcome.used), state: over ? 'given-up' : 'open', again: !over });
    }
    case 'unknown': {
      const over = task.payload.tries >= MOST_TRIES;
      return settle(options, task, { ...paid(undefined), state: over ? 'given-up' : 'open', again: !over });
    }
    case 'later':
      if (now - task.createdAt > PATIENCE_MS || (outcome.reason === 'down' && task.attempt >= MOST_DOWN))
        return settle(options, task, { cost: 0, state: 'open' });
      throw new RetryLater(outcome.reason === 'busy' ? 'the language model has no room now' : 'the language model is down', {
        afterMs: outcome.afterMs === undefined ? undefined : Math.max(LEAST_REST_MS, outcome.afterMs),
        countsAsAttempt: outcome.reason === 'down',
      });
    case 'misconfigured':
      options.warn(outcome.reason, outcome.fix);
      return settle(options, task, { cost: 0, state: 'open' });
  }
}

interface Settlement {
  cost: number;
  used?: TokensUsed;
  state: 'open' | 'answered' | 'given-up';
  answer?: unknown;
  /** Ask once more, a little later. */
  again?: boolean;
}

async function settle({ store, clock }: CallOptions, task: Call, settlement: Settlement): Promise<StepResult> {
  const { workspace, payload } = task;
  const { resumeId, submissionId, content: contentHash, tries } = payload;
  const { again, ...rest } = settlement;
  const at = clock.now().getTime();
  const settled: Change = { kind: 'modelCallSettled', workspace, resumeId, contentHash, tries, at, ...rest };
  if (settlement.state === 'answered')
    return { ...NOTHING, changes: [settled], tasks: [askTask(workspace, { resumeId, submissionId })] };
  const { tasks } = await wakeOnly(store, workspace, payload);
  const later = again ? [askTask(workspace, { resumeId, submissionId }, { dueAt: at + AGAIN_MS })] : [];
  return { ...NOTHING, changes: [settled], tasks: [...tasks, ...later] };
}
