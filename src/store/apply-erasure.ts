/** Changes that take data away: erasure and retention (rules A8, A9). */
import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { keyColumns, type Plan } from '#dialect';
import { type ErasurePhase, NO_SCOPE } from '../domain/erasure.ts';
import type { RowKey } from '../domain/row-key.ts';
import type { Card } from '../messages/card.ts';
import { TABLES } from './all-tables.ts';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { outbox } from './schema/delivery.ts';
import { erasedEvents, erasures } from './schema/privacy.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';

/** A second one of the same id changes nothing: two clicks, one erasure. */
export function erasureStarted({ tx }: Applying, { erasure }: ChangeOf<'erasureStarted'>): Plan {
  return plainly(tx.insert(erasures).values(erasure).onConflictDoNothing({ target: erasures.id }));
}

/** From here on nothing needs to know any more who it was. */
const FORGOTTEN_FROM: Partial<Record<ErasurePhase, 'scope' | 'reply'>> = { confirm: 'scope', forget: 'reply', polish: 'reply' };

export function erasureMoved({ tx }: Applying, change: ChangeOf<'erasureMoved'>): Plan {
  const { workspace, erasureId, phase, progress } = change;
  const forgotten = FORGOTTEN_FROM[phase];
  const set = {
    phase,
    progress,
    ...(forgotten === undefined ? {} : { scope: NO_SCOPE }),
    ...(forgotten === 'reply' ? { reply: null } : {}),
  };
  const it = and(eq(erasures.workspace, workspace), eq(erasures.id, erasureId));
  return plainly(tx.update(erasures).set(set).where(it));
}

export function rowsErased({ tx }: Applying, { workspace, table: name, keys }: ChangeOf<'rowsErased'>): Plan {
  const table = TABLES.get(name);
  if (!table) throw new RangeError(`no table ${name}`);
  if (keys.length === 0) return [];
  const columns = keyColumns(table);
  const [only, ...more] = Object.entries(columns);
  const sole = only !== undefined && more.length === 0 ? only : undefined;
  const where = sole
    ? inArray(
        sole[1],
        keys.map((key) => key[sole[0]]),
      )
    : or(...keys.map((key) => rowOf(columns, { ...key, workspace })));
  return plainly(tx.delete(table).where(where));
}

const rowOf = (columns: ReturnType<typeof keyColumns>, key: RowKey): SQL | undefined =>
  and(...Object.entries(columns).map(([name, column]) => eq(column, key[name])));

/** What is left of a message that told of somebody who was erased. */
const ERASED_CARD: Card = {
  about: [],
  title: 'Erased',
  blocks: [{ kind: 'text', text: 'What stood here was about somebody whose data was erased.' }],
  footer: [],
  attachments: [],
};

/** The row stays: its key keeps the same message from being sent again. One that has not left yet never does. */
export function messageRedacted({ tx }: Applying, { workspace, outboxId }: ChangeOf<'messageRedacted'>): Plan {
  const it = and(eq(outbox.workspace, workspace), eq(outbox.id, outboxId));
  return plainly(
    tx.update(outbox).set({ card: ERASED_CARD, subject: null, reason: null }).where(it),
    tx
      .update(outbox)
      .set({ state: 'failed' })
      .where(and(it, eq(outbox.state, 'waiting'))),
  );
}

export function submissionRedacted({ tx }: Applying, { workspace, submissionId }: ChangeOf<'submissionRedacted'>): Plan {
  const it = and(eq(submissions.workspace, workspace), eq(submissions.id, submissionId));
  return plainly(tx.update(submissions).set({ subject: null, text: '', detail: null, remarks: [], rawBlobId: null }).where(it));
}

export function rawDropped({ tx }: Applying, { workspace, submissionId }: ChangeOf<'rawDropped'>): Plan {
  const it = and(eq(submissions.workspace, workspace), eq(submissions.id, submissionId));
  return plainly(tx.update(submissions).set({ rawBlobId: null }).where(it));
}

export function attachmentRenamed({ tx }: Applying, change: ChangeOf<'attachmentRenamed'>): Plan {
  const it = and(eq(attachments.workspace, change.workspace), eq(attachments.id, change.attachmentId));
  return plainly(tx.update(attachments).set({ name: change.name }).where(it));
}

export function blobReleased({ tx }: Applying, { workspace, blobId, personId }: ChangeOf<'blobReleased'>): Plan {
  const it = and(eq(blobs.workspace, workspace), eq(blobs.id, blobId), eq(blobs.personId, personId));
  return plainly(tx.update(blobs).set({ personId: null }).where(it));
}

export function eventForgotten({ tx }: Applying, { workspace, event, at }: ChangeOf<'eventForgotten'>): Plan {
  const { workspace: ws, event: hash } = erasedEvents;
  return plainly(
    tx
      .insert(erasedEvents)
      .values({ workspace, event, at })
      .onConflictDoNothing({ target: [ws, hash] }),
  );
}
