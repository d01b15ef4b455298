/** The step `erase`: one slice of an erasure after the other, each a transaction of its own, until nothing is left (rules A8, R1). */
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../domain/clock.ts';
import type { Erasure } from '../../domain/erasure.ts';
import { RetryLater } from '../../domain/errors.ts';
import { newId } from '../../domain/ids.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { OutgoingMessage } from '../../messages/outgoing.ts';
import { buildErasedCard } from '../../messages/privacy-cards.ts';
import type { SentFiles } from '../../messages/sent-files.ts';
import { commit } from '../../store/commit.ts';
import { getErasure } from '../../store/erasures.ts';
import { confirmationKey, nextErasureSlice } from '../../store/next-erasure-slice.ts';
import type { Store } from '../../store/store.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { withoutFiles } from './remove-files.ts';

export interface EraseOptions {
  store: Store;
  clock: Clock;
  sent: SentFiles;
}

/** The address that the confirmation goes to is the last that is kept: so long after it left. */
const CONFIRMATION_KEPT_MS = 60_000;

export function createErase(options: EraseOptions): StepHandler<'erase'> {
  return async (task) => {
    const erasure = await getErasure(options.store, task.workspace, task.payload.erasureId);
    if (!erasure) return NOTHING;
    const { result, over } = await sliceOf(options, erasure);
    return over ? result : { ...result, tasks: [nextSlice(options, erasure)] };
  };
}

async function sliceOf(options: EraseOptions, erasure: Erasure): Promise<{ result: StepResult; over: boolean }> {
  const { store } = options;
  const slice = await withoutFiles(options, erasure.workspace, () => nextErasureSlice(store, erasure));
  const messages = slice.confirm ? confirmation(options, erasure) : [];
  return { result: { changes: slice.changes, tasks: [], messages }, over: slice.over };
}

function nextSlice({ clock }: EraseOptions, { id, workspace, phase, reply }: Erasure): NewTask {
  const dueAt = clock.now().getTime() + (phase === 'confirm' && reply !== null ? CONFIRMATION_KEPT_MS : 0);
  return { id: `erase:${id}`, workspace, step: 'erase', payload: { erasureId: id }, dueAt };
}

/** Its subject is its own: the one that was answered may hold what was erased. */
function confirmation({ clock }: EraseOptions, { id, workspace, personId, reply }: Erasure): OutgoingMessage[] {
  if (reply === null) return [];
  const { channel, conversation, messageId, references } = reply;
  return [
    {
      id: newId(clock),
      workspace,
      personId: personId ?? id,
      channel,
      conversation,
      private: true,
      dedupeKey: confirmationKey(id),
      card: buildErasedCard(),
      inReplyTo: messageId,
      references,
      matches: [],
      createdAt: clock.now().getTime(),
      priority: 0,
    },
  ];
}

const LONGEST_WAIT_MS = 30_000;

/** All slices at once, for the terminal. False when something else has to end first: the service goes on with it. */
export async function eraseNow(options: EraseOptions, workspace: string, erasureId: string): Promise<boolean> {
  const { store } = options;
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const erasure = await getErasure(store, workspace, erasureId);
    if (!erasure) return true;
    try {
      await commit(store, (await sliceOf(options, erasure)).result);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      if (Date.now() > until) return false;
      await delay(Math.min(error.afterMs ?? 500, 1_000));
    }
  }
}
