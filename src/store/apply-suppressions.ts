/** Changes about what other servers said of messages of ours, and whom nothing is sent to any more. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { lookupHash } from './personal-columns.ts';
import { type OutboxState, outbox } from './schema/delivery.ts';
import { identities } from './schema/people.ts';
import { deliveryReports, suppressions } from './schema/suppressions.ts';

/** The same report again changes nothing: what came after the first (the person wrote again) stays. */
export function deliveryReported({ tx }: Applying, change: ChangeOf<'deliveryReported'>): Plan {
  const { workspace, channel, eventKey, outboxId, report, status, at } = change;
  const insert = tx
    .insert(deliveryReports)
    .values({ workspace, channel, eventKey, outboxId, kind: report, status, at })
    .onConflictDoNothing({ target: [deliveryReports.workspace, deliveryReports.channel, deliveryReports.eventKey] })
    .returning({ outboxId: deliveryReports.outboxId });
  return [{ must: insert, otherwise: 'duplicate' }, ...consequence(tx, change)];
}

/** A report is the last word about a message, also about one of which we were not sure. */
function consequence(tx: Applying['tx'], change: ChangeOf<'deliveryReported'>): Plan {
  const { report, reason } = change;
  const message = (states: OutboxState[]) =>
    and(eq(outbox.workspace, change.workspace), eq(outbox.id, change.outboxId), inArray(outbox.state, states));
  if (report === 'delivered')
    return plainly(
      tx
        .update(outbox)
        .set({ state: 'sent', reason: null, sentAt: change.at })
        .where(message(['uncertain'])),
    );
  const set = report === 'failed' ? ({ state: 'failed', reason } as const) : { reason };
  return plainly(
    tx
      .update(outbox)
      .set(set)
      .where(message(['sent', 'uncertain'])),
  );
}

/** Again is again: a suppression that was lifted holds once more. */
export function addressSuppressed({ tx, keys }: Applying, change: ChangeOf<'addressSuppressed'>): Plan {
  const { workspace, channel, address, cause: kind, status, at } = change;
  const addressLookup = lookupHash(keys.lookup, workspace, `address:${channel}`, address);
  return plainly(
    tx
      .insert(suppressions)
      .values({ workspace, channel, addressLookup, kind, status, at })
      .onConflictDoUpdate({
        target: [suppressions.workspace, suppressions.channel, suppressions.addressLookup, suppressions.kind],
        set: { status: status ?? null, at, liftedAt: null },
      }),
  );
}

/** By address, or for all addresses of a person. */
export function suppressionLifted({ tx, keys }: Applying, change: ChangeOf<'suppressionLifted'>): Plan {
  const { workspace, causes, whose, at } = change;
  const theirs =
    'address' in whose
      ? and(
          eq(suppressions.channel, whose.channel),
          eq(suppressions.addressLookup, lookupHash(keys.lookup, workspace, `address:${whose.channel}`, whose.address)),
        )
      : inArray(
          suppressions.addressLookup,
          tx
            .select({ hash: identities.addressLookup })
            .from(identities)
            .where(and(eq(identities.workspace, workspace), eq(identities.personId, whose.personId))),
        );
  const held = and(
    eq(suppressions.workspace, workspace),
    inArray(suppressions.kind, [...causes]),
    isNull(suppressions.liftedAt),
    theirs,
  );
  return plainly(tx.update(suppressions).set({ liftedAt: at }).where(held));
}
