/** Reads of where people can be written to. For the service's own steps. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { Identity } from '../domain/people.ts';
import { type Place, UNREACHABLE_MS } from '../domain/place.ts';
import { identitiesOf } from './people.ts';
import { lookupHash } from './personal-columns.ts';
import { submissions } from './schema/submissions.ts';
import { suppressions } from './schema/suppressions.ts';
import type { Store } from './store.ts';

/** Messages looked through for the last private ones. */
const RECEIVED = 50;

/** Private conversations with proven addresses of the person, those that cannot be reached just now too. */
export async function placesOf(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<Place[]> {
  const verified = (await identitiesOf(store, workspace, personId)).filter((one) => one.verified);
  const { channel, conversation, identityId, receivedAt } = submissions;
  const received = await store.db
    .select({ channel, conversation, identityId, receivedAt })
    .from(submissions)
    .where(
      and(
        eq(submissions.workspace, workspace),
        eq(submissions.personId, personId),
        eq(submissions.private, true),
        eq(submissions.verified, true),
      ),
    )
    .orderBy(desc(receivedAt), desc(submissions.id))
    .limit(RECEIVED);
  const places: Place[] = [];
  for (const identity of verified) {
    // A conversation counts only with the address that it came from: a forged mail must not turn the digest round.
    const last = received.find((one) => one.identityId === identity.id && one.channel === identity.channel);
    const where =
      identity.channel === 'email'
        ? (last?.conversation ?? identity.address)
        : (identity.directConversation ?? last?.conversation);
    if (where === undefined || identity.channel === 'terminal') continue;
    places.push({
      identityId: identity.id,
      channel: identity.channel,
      conversation: where,
      unreachable: await unreachable(store, identity, where),
      wroteAt: last?.receivedAt,
    });
  }
  return places;
}

async function unreachable(store: Store, identity: Identity, conversation: string): Promise<Place['unreachable']> {
  const { workspace, channel, unreachableUntil: until } = identity;
  if (typeof until === 'number') return { since: until - UNREACHABLE_MS, until };
  const rows = await store.db
    .select({ since: suppressions.at })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspace, workspace),
        eq(suppressions.channel, channel),
        eq(suppressions.addressLookup, lookupHash(store.keys.lookup, workspace, `address:${channel}`, conversation)),
        eq(suppressions.kind, 'bounce'),
        isNull(suppressions.liftedAt),
      ),
    )
    .limit(1);
  return rows[0] && { since: rows[0].since, until: Number.POSITIVE_INFINITY };
}

/** The address of the person's that a conversation is with: of several accounts on one channel the one that it belongs to. */
export async function identityBehind(
  store: Store,
  message: { workspace: WorkspaceId; personId: PersonId; channel: string; conversation: string },
): Promise<Identity | undefined> {
  const there = (await identitiesOf(store, message.workspace, message.personId)).filter((one) => one.channel === message.channel);
  const named = message.conversation.toLowerCase();
  return (
    there.find((one) => one.directConversation === message.conversation || one.address.toLowerCase() === named) ??
    (there.length === 1 ? there[0] : undefined)
  );
}
