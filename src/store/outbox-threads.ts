/** Which message of ours an answer in a platform's thread means, when somebody else's message began the thread (Slack). */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { MessageId } from '../messages/channel.ts';
import { getNumberedMatches, type NumberedMatch, type OutboxRow } from './outbox.ts';
import { outbox } from './schema/delivery.ts';
import type { Store } from './store.ts';

/** The last one that went to the person in answer to `root`, not one of its items; undefined when there was none. */
export async function lastAnswerTo(
  store: Store,
  workspace: WorkspaceId,
  { personId, channel, root }: { personId: PersonId; channel: string; root: MessageId },
): Promise<(OutboxRow & { matches: NumberedMatch[] }) | undefined> {
  const rows = await store.db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.workspace, workspace),
        eq(outbox.personId, personId),
        eq(outbox.channel, channel),
        eq(outbox.inReplyTo, root),
        eq(outbox.private, true),
        isNull(outbox.follows),
        inArray(outbox.state, ['sent', 'uncertain']),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  const message = rows[0];
  return message && { ...message, matches: await getNumberedMatches(store, workspace, message.id) };
}
