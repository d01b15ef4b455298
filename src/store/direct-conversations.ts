/** Where people and we talk alone on a channel, for its start: a library that forgot them drops what happens there (rule D4). */
import { and, desc, eq, gt, isNotNull, max } from 'drizzle-orm';
import type { WorkspaceId } from '../domain/ids.ts';
import { outbox } from './schema/delivery.ts';
import { identities } from './schema/people.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

const WITHIN_MS = 90 * 86_400_000;
const MOST = 500;

/** That something came from or went to within ninety days, newest first, at most 500. */
export async function directConversations(store: Store, workspace: WorkspaceId, channel: string): Promise<string[]> {
  const since = store.clock.now().getTime() - WITHIN_MS;
  const theirs = and(
    eq(identities.workspace, workspace),
    eq(identities.channel, channel),
    isNotNull(identities.directConversation),
  );
  const came = await store.db
    .select({ conversation: identities.directConversation, at: max(submissions.receivedAt) })
    .from(identities)
    .innerJoin(submissions, eq(submissions.identityId, identities.id))
    .where(and(theirs, gt(submissions.receivedAt, since)))
    .groupBy(identities.id, identities.directConversation)
    .orderBy(desc(max(submissions.receivedAt)))
    .limit(MOST);
  const went = await store.db
    .select({ conversation: identities.directConversation, at: max(outbox.createdAt) })
    .from(identities)
    .innerJoin(outbox, and(eq(outbox.personId, identities.personId), eq(outbox.channel, identities.channel)))
    .where(and(theirs, gt(outbox.createdAt, since)))
    .groupBy(identities.id, identities.directConversation)
    .orderBy(desc(max(outbox.createdAt)))
    .limit(MOST);
  const last = new Map<string, number>();
  for (const { conversation, at } of [...came, ...went])
    if (conversation !== null) last.set(conversation, Math.max(last.get(conversation) ?? 0, Number(at)));
  return [...last]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([conversation]) => conversation);
}
