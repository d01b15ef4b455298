/** The first commit of an erasure: whom it is about is written down, and from then on their addresses are a newcomer's. */
import type { Change } from '../domain/changes.ts';
import type { Erasure, ErasureReply, ErasureScope } from '../domain/erasure.ts';
import { UserError } from '../domain/errors.ts';
import { newId, type PersonId, type WorkspaceId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import { takeIdentities } from './erase-person.ts';
import { createSlice } from './erase-slice.ts';
import { peopleBeingJoined } from './joins.ts';
import type { Store } from './store.ts';

/** Whoever began it at the terminal works on it at once; the service goes on with it when that process ends before it is done. */
const TAKEN_OVER_AFTER_MS = 60_000;

export interface StartedErasure {
  erasureId: string;
  changes: Change[];
  tasks: NewTask[];
}

/** `reply`: where the confirmation goes; null at the terminal. Throws UserError while the person is being joined to another. */
export async function startErasure(
  store: Store,
  whom: { workspace: WorkspaceId; personId: PersonId | null; scope: ErasureScope; reply: ErasureReply | null },
): Promise<StartedErasure> {
  const { workspace, personId, reply } = whom;
  if (personId !== null && (await peopleBeingJoined(store, workspace)).has(personId))
    throw new UserError('Your addresses are being linked just now.', 'Nothing was erased. Ask again in a few minutes.');
  const startedAt = store.clock.now().getTime();
  const erasure: Erasure = { ...whom, id: newId(store.clock), phase: 'tasks', progress: { round: 1 }, startedAt };
  const slice = createSlice(store, workspace, personId);
  if (personId !== null) {
    await takeIdentities(slice, personId);
    // No digest leaves on the way, and nobody is joined to somebody who goes.
    slice.changes.push(
      { kind: 'personSettingsChanged', workspace, personId, digest: 'off' },
      { kind: 'linkCodesDropped', workspace, personId },
    );
  }
  const dueAt = reply === null ? startedAt + TAKEN_OVER_AFTER_MS : startedAt;
  return {
    erasureId: erasure.id,
    changes: [{ kind: 'erasureStarted', erasure }, ...slice.changes],
    tasks: [{ id: `erase:${erasure.id}`, workspace, step: 'erase', payload: { erasureId: erasure.id }, dueAt }],
  };
}
