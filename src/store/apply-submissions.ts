/** Changes about what came in. */
import { and, eq } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';

/** The guard of its whole list: an event that is there already means that nothing of the list is written. */
export function submissionReceived({ tx }: Applying, { submission }: ChangeOf<'submissionReceived'>): Plan {
  const insert = tx
    .insert(submissions)
    .values({ ...submission, partial: false })
    .onConflictDoNothing({ target: [submissions.workspace, submissions.channel, submissions.eventKey] })
    .returning({ id: submissions.id });
  return [{ must: insert, otherwise: 'duplicate' }];
}

export function submissionAnswered({ tx }: Applying, change: ChangeOf<'submissionAnswered'>): Plan {
  const it = and(eq(submissions.workspace, change.workspace), eq(submissions.id, change.submissionId));
  return plainly(tx.update(submissions).set({ answeredAt: change.at, partial: change.partial }).where(it));
}

export function blobStored({ tx }: Applying, change: ChangeOf<'blobStored'>): Plan {
  const { workspace, blobId: id, size, personId, createdAt } = change;
  return plainly(
    tx
      .insert(blobs)
      .values({ workspace, id, size, personId, createdAt })
      .onConflictDoNothing({ target: [blobs.workspace, blobs.id] }),
  );
}

export function attachmentReceived({ tx }: Applying, { workspace, attachment }: ChangeOf<'attachmentReceived'>): Plan {
  return plainly(
    tx
      .insert(attachments)
      .values({ ...attachment, workspace, seenBefore: false })
      .onConflictDoNothing({ target: attachments.id }),
  );
}

export function attachmentFetched({ tx }: Applying, change: ChangeOf<'attachmentFetched'>): Plan {
  const it = and(eq(attachments.workspace, change.workspace), eq(attachments.id, change.attachmentId));
  return plainly(tx.update(attachments).set({ blobId: change.blobId, size: change.size }).where(it));
}

export function attachmentReopened({ tx }: Applying, change: ChangeOf<'attachmentReopened'>): Plan {
  const it = and(eq(attachments.workspace, change.workspace), eq(attachments.id, change.attachmentId));
  return plainly(tx.update(attachments).set({ state: 'waiting' }).where(it));
}

export function attachmentRead({ tx }: Applying, change: ChangeOf<'attachmentRead'>): Plan {
  const it = and(eq(attachments.workspace, change.workspace), eq(attachments.id, change.attachmentId));
  const { state, format, error, resumeId, candidateId, seenBefore } = change;
  const read = {
    state,
    format: format ?? null,
    error: error ?? null,
    errorCode: error?.code ?? null,
    resumeId: resumeId ?? null,
    candidateId: candidateId ?? null,
    seenBefore: seenBefore ?? false,
  };
  return plainly(tx.update(attachments).set(read).where(it));
}
