/** A message on its way: its row, what its numbers mean, and the task that delivers it. */
import type { Plan } from '#dialect';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { type Applying, plainly } from './applying.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import { taskAdded } from './task-rows.ts';

/**
 * The same dedupeKey again adds nothing at all: neither numbers nor a delivery of a message that is not there. What follows another message
 * is delivered when that one's delivery has ended (`delivery/next-in-line.ts`).
 */
export function messageAdded(applying: Applying, message: OutgoingMessage): Plan {
  const { matches, priority, invocation, ...row } = message;
  const { id: outboxId, workspace } = message;
  const insert = applying.tx
    .insert(outbox)
    .values({
      ...row,
      invocation: invocation?.id,
      invocationExpiresAt: invocation?.expiresAt,
      references: row.references ?? [],
      bulk: row.bulk ?? false,
      lastWord: row.lastWord ?? false,
      provable: row.provable ?? false,
      state: 'waiting',
    })
    .onConflictDoNothing({ target: [outbox.workspace, outbox.dedupeKey] })
    .returning({ id: outbox.id });
  const numbers = matches.map((match) => ({ ...match, workspace, outboxId }));
  const numbered = numbers.length > 0 ? plainly(applying.tx.insert(outboxMatches).values(numbers).onConflictDoNothing()) : [];
  if (message.follows !== undefined) return [{ ifTaken: insert, also: numbered }];
  const deliver = { id: `deliver:${outboxId}`, workspace, step: 'deliverMessage', payload: { outboxId }, priority } as const;
  return [{ ifTaken: insert, also: [...numbered, ...taskAdded(applying, deliver)] }];
}
