/** The next slice of an erasure: what it takes and where the erasure stands after it. Reads only. */
import { eq } from 'drizzle-orm';
import { ERASURE_PHASES, type Erasure, type ErasurePhase, type ErasureProgress } from '../domain/erasure.ts';
import { RetryLater } from '../domain/errors.ts';
import { type Scanned, takeTellings, takeWritings } from './erase-mentions.ts';
import { takePerson, takeSentResumes } from './erase-person.ts';
import { takePosted } from './erase-postings.ts';
import { takeResume } from './erase-resume.ts';
import { createSlice, type Slice, takeMessages, takeRow } from './erase-slice.ts';
import { sentRow, takeTasks, workUnderWay } from './erase-tasks.ts';
import { forgetOldPages } from './forget-old-pages.ts';
import { outbox, tasks } from './schema/delivery.ts';
import { erasures } from './schema/privacy.ts';
import type { Store } from './store.ts';

export interface ErasureSlice extends Pick<Slice, 'changes' | 'blobs' | 'messages'> {
  /** The confirmation is due with this slice. */
  confirm: boolean;
  /** Nothing is left to do after it. */
  over: boolean;
}

/** A phase is over, or goes on; a scan says from where. */
type Outcome = 'done' | 'more' | { after: string };

const WORK_MS = 250;
const READERS_MS = 500;
const DELIVERY_MS = 30_000;

/** Under this key the confirmation is in the outbox until it has been delivered. */
export const confirmationKey = (erasureId: string): string => `erased:${erasureId}`;

function goesOn({ after, again }: Scanned): Outcome {
  if (again) return 'more';
  return after === undefined ? 'done' : { after };
}

const PHASES: Record<ErasurePhase, (slice: Slice, erasure: Erasure) => Promise<Outcome>> = {
  tasks: async (slice, erasure) => goesOn(await takeTasks(slice, erasure)),
  async resumes(slice, { scope, personId }) {
    for (const resumeId of scope.resumeIds) if (!(await takeResume(slice, resumeId, personId))) return 'more';
    return 'done';
  },
  sent: async (slice, { personId }) => (personId === null || (await takeSentResumes(slice, personId)) ? 'done' : 'more'),
  async person(slice, { personId, scope }) {
    if (personId === null) return 'done';
    return (await takePosted(slice, personId, scope)) && (await takePerson(slice, personId)) ? 'done' : 'more';
  },
  messages: async (slice, erasure) => goesOn(await takeTellings(slice, erasure)),
  texts: async (slice, erasure) => goesOn(await takeWritings(slice, erasure)),
  settle: async (slice, { progress: { waitFor = [] } }) => {
    const running = await workUnderWay(slice);
    if (running.some((token) => waitFor.includes(token)))
      throw new RetryLater('work that was under way is still running', { afterMs: WORK_MS, countsAsAttempt: false });
    return 'done';
  },
  clear: async () => 'done',
  async confirm(slice) {
    // Before anybody is told that all is gone, also the older copies of the pages are.
    await withoutOldPages(slice);
    return 'done';
  },
  async forget(slice, { id }) {
    const row = await sentRow(slice, confirmationKey(id));
    if (row?.state === 'waiting')
      throw new RetryLater('the confirmation has not left yet', { afterMs: DELIVERY_MS, countsAsAttempt: false });
    return row === undefined || (await takeMessages(slice, eq(outbox.id, row.id))) ? 'done' : 'more';
  },
  async polish(slice, { id }) {
    await withoutOldPages(slice);
    takeRow(slice, erasures, { id });
    // The one that the service would have gone on with, when the terminal did the work.
    takeRow(slice, tasks, { id: `erase:${id}` });
    return 'done';
  },
};

/** Throws RetryLater when something has to end first. */
export async function nextErasureSlice(store: Store, erasure: Erasure): Promise<ErasureSlice> {
  const slice = createSlice(store, erasure.workspace, erasure.personId);
  const outcome = await PHASES[erasure.phase](slice, erasure);
  const over = erasure.phase === 'polish';
  const confirm = erasure.phase === 'confirm' && erasure.reply !== null;
  if (outcome !== 'more' && !over) {
    const to = outcome === 'done' ? await phaseAfter(slice, erasure) : { phase: erasure.phase, ...goingOn(erasure, outcome) };
    slice.changes.push({ kind: 'erasureMoved', workspace: erasure.workspace, erasureId: erasure.id, ...to });
  }
  return { changes: slice.changes, blobs: slice.blobs, messages: slice.messages, confirm, over };
}

const goingOn = ({ progress }: Erasure, { after }: { after: string }): { progress: ErasureProgress } => ({
  progress: { ...progress, after },
});

async function phaseAfter(slice: Slice, erasure: Erasure): Promise<{ phase: ErasurePhase; progress: ErasureProgress }> {
  const { phase, reply } = erasure;
  const { round } = erasure.progress;
  if (phase === 'texts') {
    const waitFor = round === 1 ? await workUnderWay(slice) : [];
    return { phase: waitFor.length > 0 ? 'settle' : 'clear', progress: { round, waitFor } };
  }
  if (phase === 'settle') return { phase: 'tasks', progress: { round: 2 } };
  if (phase === 'confirm') return { phase: reply === null ? 'polish' : 'forget', progress: { round } };
  return { phase: ERASURE_PHASES[ERASURE_PHASES.indexOf(phase) + 1] ?? 'polish', progress: { round } };
}

async function withoutOldPages({ store }: Slice): Promise<void> {
  if (!(await forgetOldPages(store)))
    throw new RetryLater('another process reads the database just now', { afterMs: READERS_MS, countsAsAttempt: false });
}
