/** Erasures under way, and what is left of what was erased: that an event was taken in once. */
import { index, instant, json, primaryKey, table, text } from '#dialect';
import type { ErasurePhase, ErasureProgress, ErasureReply, ErasureScope } from '../../domain/erasure.ts';
import { lookup, personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const erasures = table(
  'erasures',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    /** Null for a candidate who never wrote. */
    personId: text('person_id'),
    scope: personal<ErasureScope>('scope').notNull(),
    reply: personal<ErasureReply>('reply'),
    phase: text('phase').$type<ErasurePhase>().notNull(),
    progress: json<ErasureProgress>('progress').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (t) => [index('erasures_workspace').on(t.workspace)],
);

/** A keyed hash of channel and event key: a mailbox that is read anew must not bring back what was erased, and the hash tells nothing. */
export const erasedEvents = table(
  'erased_events',
  {
    workspace: workspace(),
    event: lookup('event').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.event] })],
);
