/** Messages on their way out, and durable work. */
import { count, flag, index, instant, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { StepName } from '../../domain/steps.ts';
import type { Card } from '../../messages/card.ts';
import { personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export type OutboxState = 'waiting' | 'sent' | 'uncertain' | 'failed';

export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    channel: text('channel').notNull(),
    conversation: personal<string>('conversation').notNull(),
    private: flag('private').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    card: personal<Card>('card').notNull(),
    inReplyTo: text('in_reply_to'),
    references: json<readonly string[]>('references').notNull(),
    subject: personal<string>('subject'),
    bulk: flag('bulk').notNull(),
    /** Where it is answered while that lasts, then in the direct conversation; a secret of the platform. */
    invocation: personal<string>('invocation'),
    invocationExpiresAt: instant('invocation_expires_at'),
    /** The message that has to be on its way before this one: an item of a list, each a message of its own. */
    follows: text('follows'),
    /** The one job that it is about: a resume in an answer to it is an application (F1.8). */
    postingId: text('posting_id'),
    /** Help, an acknowledgement, a refusal: an answer to it that asks for nothing gets none (rule E9). */
    lastWord: flag('last_word').notNull().default(false),
    /** It comes from an address with a reply token. */
    provable: flag('provable').notNull().default(false),
    /** The answer that its token let in; a token counts once. */
    tokenUsedAt: instant('token_used_at'),
    state: text('state').$type<OutboxState>().notNull(),
    /** What the other side said: often with the address in it. */
    reason: personal<string>('reason'),
    platformMessageId: text('platform_message_id'),
    createdAt: instant('created_at').notNull(),
    /** Since when the other side has been putting it off; null when it never did. */
    deferredSince: instant('deferred_since'),
    sentAt: instant('sent_at'),
  },
  (t) => [
    uniqueIndex('outbox_dedupe').on(t.workspace, t.dedupeKey),
    index('outbox_platform').on(t.workspace, t.channel, t.platformMessageId),
    index('outbox_person').on(t.workspace, t.personId, t.createdAt),
    index('outbox_follows').on(t.follows),
    index('outbox_state').on(t.workspace, t.state),
  ],
);

/** Which match a number in a message of ours means. */
export const outboxMatches = table(
  'outbox_matches',
  {
    workspace: workspace(),
    outboxId: text('outbox_id').notNull(),
    number: count('number').notNull(),
    matchId: text('match_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.number] }), index('outbox_matches_match').on(t.matchId)],
);

/** `done` lives inside a transaction only: completion marks, the next statement deletes. */
export type TaskState = 'waiting' | 'running' | 'dead' | 'done';

export const tasks = table(
  'tasks',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    step: text('step').$type<StepName>().notNull(),
    payload: json<Readonly<Record<string, unknown>>>('payload').notNull(),
    state: text('state').$type<TaskState>().notNull(),
    priority: count('priority').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: count('attempts').notNull(),
    leaseToken: text('lease_token'),
    leaseExpiresAt: instant('lease_expires_at'),
    /** Leases that ran out without an outcome: what they did outside the database may have happened. */
    lostLeases: count('lost_leases').notNull(),
    /** How often the task was asked for; one more than `wakesSeen` means: run again at once. */
    wakes: count('wakes').notNull(),
    wakesSeen: count('wakes_seen').notNull(),
    reason: text('reason'),
    fix: text('fix'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    // Not unique: the code follows from the id, so that a collision could never be rolled again.
    index('tasks_code').on(t.workspace, t.code),
    index('tasks_due').on(t.state, t.priority, t.dueAt),
    index('tasks_lease').on(t.state, t.leaseExpiresAt),
  ],
);
