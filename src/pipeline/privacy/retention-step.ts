/** The step `enforceRetention`, once a day: what is older than is kept goes, a slice at a time (rules A9, R1). */
import { type Clock, dateOf } from '../../domain/clock.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { SentFiles } from '../../messages/sent-files.ts';
import { commit } from '../../store/commit.ts';
import { getCursor } from '../../store/cursors.ts';
import { forgetOldPages } from '../../store/forget-old-pages.ts';
import { oldOriginals } from '../../store/originals-slice.ts';
import { nextRetentionSlice } from '../../store/retention-slice.ts';
import type { Store } from '../../store/store.ts';
import type { StepHandler } from '../../tasks/handlers.ts';
import { withoutFiles } from './remove-files.ts';

export interface RetentionOptions {
  store: Store;
  clock: Clock;
  sent: SentFiles;
  retentionDays: number;
  keepOriginals: boolean;
}

const DAY_MS = 86_400_000;
/** The last day on which it went through. */
const CURSOR = 'retention';

export function createEnforceRetention(options: RetentionOptions): StepHandler<'enforceRetention'> {
  const { store, clock, retentionDays, keepOriginals } = options;
  return async ({ id, workspace, payload }) => {
    const before = clock.now().getTime() - retentionDays * DAY_MS;
    const { changes } = await withoutFiles(options, workspace, async () => {
      const slice = await nextRetentionSlice(store, workspace, before);
      return slice.changes.length > 0 || keepOriginals ? slice : oldOriginals(store, workspace);
    });
    if (changes.length === 0) {
      // When somebody reads just now, the next day does it.
      await forgetOldPages(store);
      return {
        changes: [{ kind: 'cursorMoved', workspace, source: CURSOR, value: payload.date }],
        tasks: [],
        messages: [],
      };
    }
    return { changes, tasks: [{ id, workspace, step: 'enforceRetention', payload, priority: BULK }], messages: [] };
  };
}

/** Everything else passes it. */
const BULK = 9;

/** Adds today's task when it has not been through: at the start, and with each tick. The same id however many schedulers. */
export async function scheduleRetention({ store, clock }: { store: Store; clock: Clock }, workspace: WorkspaceId): Promise<void> {
  const date = dateOf(clock.now());
  if (((await getCursor(store, workspace, CURSOR)) ?? '') >= date) return;
  const task: NewTask = {
    id: `retain:${workspace}:${date}`,
    workspace,
    step: 'enforceRetention',
    payload: { date },
    priority: BULK,
  };
  await commit(store, { changes: [], tasks: [task], messages: [] });
}
