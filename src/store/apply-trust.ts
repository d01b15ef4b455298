/** Changes about senders who proved themselves by answering (rule E10). */
import { and, eq, isNull } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { outbox } from './schema/delivery.ts';
import { submissions } from './schema/submissions.ts';

/** Two answers with one token at the same instant: one finds no row, and is read again without it. */
export function replyTokenUsed({ tx }: Applying, change: ChangeOf<'replyTokenUsed'>): Plan {
  const unused = and(eq(outbox.workspace, change.workspace), eq(outbox.id, change.outboxId), isNull(outbox.tokenUsedAt));
  const use = tx.update(outbox).set({ tokenUsedAt: change.at }).where(unused).returning({ id: outbox.id });
  return [{ must: use, otherwise: 'conflict' }];
}

/** What is being read meanwhile finds it verified; what was read before is granted by the step `grantSubmission`. */
export function submissionProven({ tx }: Applying, change: ChangeOf<'submissionProven'>): Plan {
  const it = and(eq(submissions.workspace, change.workspace), eq(submissions.id, change.submissionId));
  return plainly(tx.update(submissions).set({ verified: true, provenBy: change.outboxId }).where(it));
}
