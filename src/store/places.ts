/** Reads of where people can be written to. For the service's own steps. */
import { and, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { Identity } from '../domain/people.ts';
import { type Place, UNREACHABLE_MS } from '../domain/place.ts';
import { identitiesOf } from './people.ts';
import { lookupHash } from './personal-columns.ts';
import { outbox } from './schema/delivery.ts';
import { identities } from './schema/people.ts';
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

const MOST_CONVERSATIONS = 500;

/** Direct conversations on a channel that something came from or went to since then, newest first (rule D4), at most 500. */
export async function recentDirectConversations(
  store: Store,
  workspace: WorkspaceId,
  channel: string,
  since: number,
): Promise<string[]> {
  const known = await store.db
    .select({ id: identities.id, personId: identities.personId, conversation: identities.directConversation })
    .from(identities)
    .where(and(eq(identities.workspace, workspace), eq(identities.channel, channel), isNotNull(identities.directConversation)));
  const newest = new Map<string, number>();
  const note = (personId: string, at: number) => newest.set(personId, Math.max(at, newest.get(personId) ?? 0));
  const came = and(eq(submissions.workspace, workspace), eq(submissions.channel, channel), gt(submissions.receivedAt, since));
  for (const row of await store.db
    .select({ personId: submissions.personId, at: submissions.receivedAt })
    .from(submissions)
    .where(came))
    note(row.personId, row.at);
  const went = and(
    eq(outbox.workspace, workspace),
    eq(outbox.channel, channel),
    gt(outbox.createdAt, since),
    or(eq(outbox.state, 'sent'), eq(outbox.state, 'uncertain')),
  );
  for (const row of await store.db.select({ personId: outbox.personId, at: outbox.createdAt }).from(outbox).where(went))
    note(row.personId, row.at);
  return known
    .flatMap(({ personId, conversation }) => {
      const at = newest.get(personId);
      return conversation === null || at === undefined ? [] : [{ conversation, at }];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_CONVERSATIONS)
    .map(({ conversation }) => conversation);
}
