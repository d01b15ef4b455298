/** A card on its way: what a step, command or intake returns in `messages`. The store turns it into an outbox row and its delivery task. */
import type { MatchId, OutboxId, PersonId, PostingId, WorkspaceId } from '../domain/ids.ts';
import type { Card } from './card.ts';
import type { ConversationId, InvocationId, MessageId } from './channel.ts';

export interface OutgoingMessage {
  id: OutboxId;
  workspace: WorkspaceId;
  /** Who gets it. */
  personId: PersonId;
  channel: string;
  conversation: ConversationId;
  private: boolean;
  /** Unique in the workspace: the same answer is never added twice. `answer:{submissionId}`, `digest:{person}:{date}`. */
  dedupeKey: string;
  card: Card;
  inReplyTo?: MessageId;
  references?: readonly MessageId[];
  subject?: string;
  bulk?: boolean;
  /** The one job that it is about: a resume in an answer to it is an application (F1.8). */
  postingId?: PostingId;
  /** Help, an acknowledgement, a refusal: an answer to it that asks for nothing gets none (rule E9). */
  lastWord?: boolean;
  /** Whoever answers proves that they received this, by the token in its From address (rule E10). Counts once, for two weeks. */
  provable?: boolean;
  /** Which match a number of the message means. */
  matches: { number: number; matchId: MatchId }[];
  /** Answered there while it lasts (ms since 1970), then in the direct conversation. */
  invocation?: { id: InvocationId; expiresAt: number };
  /** Its delivery begins when that one's has ended, so that messages stay in their order. */
  follows?: OutboxId;
  createdAt: number;
  priority?: number;
}
