/** Changes that only chats bring: where somebody and we talk alone, and that they look at their home. */
import { and, eq } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { identities } from './schema/people.ts';

export function directConversationSeen({ tx }: Applying, change: ChangeOf<'directConversationSeen'>): Plan {
  const it = and(eq(identities.workspace, change.workspace), eq(identities.id, change.identityId));
  return plainly(tx.update(identities).set({ directConversation: change.conversation }).where(it));
}

export function homeOpened({ tx }: Applying, change: ChangeOf<'homeOpened'>): Plan {
  const it = and(eq(identities.workspace, change.workspace), eq(identities.id, change.identityId));
  return plainly(tx.update(identities).set({ homeOpenedAt: change.at }).where(it));
}
