/** Reactions that somebody put on a message of ours and took away again, as they came in. For the service's own steps. */
import { and, asc, eq } from 'drizzle-orm';
import type { OutboxId, PersonId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

export interface NativeReaction {
  submissionId: SubmissionId;
  emoji: string;
  removed: boolean;
}

/** Oldest first; buttons are none. */
export async function nativeReactionsOn(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  outboxId: OutboxId,
): Promise<NativeReaction[]> {
  const rows = await store.db
    .select({ submissionId: submissions.id, detail: submissions.detail })
    .from(submissions)
    .where(
      and(
        eq(submissions.workspace, workspace),
        eq(submissions.personId, personId),
        eq(submissions.kind, 'feedback'),
        eq(submissions.repliesTo, outboxId),
      ),
    )
    .orderBy(asc(submissions.receivedAt), asc(submissions.id));
  return rows.flatMap(({ submissionId, detail }) => {
    const { emoji, removed, match } = detail ?? {};
    return typeof emoji === 'string' && match === undefined ? [{ submissionId, emoji, removed: removed === true }] : [];
  });
}
