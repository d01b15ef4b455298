/** Addresses that nothing may be sent to, and the reports that said so (rule O7). */
import { index, instant, primaryKey, table, text } from '#dialect';
import type { ReportKind, SuppressionCause } from '../../domain/delivery-changes.ts';
import { lookup } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

/** By the same keyed hash as the identity of that address: who is erased leaves no address here, and still gets no mail. */
export const suppressions = table(
  'suppressions',
  {
    workspace: workspace(),
    channel: text('channel').notNull(),
    addressLookup: lookup('address_lookup').notNull(),
    kind: text('kind').$type<SuppressionCause>().notNull(),
    /** RFC 3463, where it was said. */
    status: text('status'),
    at: instant('at').notNull(),
    /** Null while it holds. */
    liftedAt: instant('lifted_at'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.channel, t.addressLookup, t.kind] })],
);

/** Reports that were about a message of ours: each counts once. */
export const deliveryReports = table(
  'delivery_reports',
  {
    workspace: workspace(),
    channel: text('channel').notNull(),
    eventKey: text('event_key').notNull(),
    outboxId: text('outbox_id').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    status: text('status'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.channel, t.eventKey] }), index('delivery_reports_outbox').on(t.outboxId)],
);
