/** Facts about what became of messages of ours; a part of `changes.ts`. Times are milliseconds. */

export type DeliveryChange =
  | {
      kind: 'messageSent';
      workspace: string;
      outboxId: string;
      platformMessageId: string;
      at: number;
      /** It went elsewhere than it was meant to: into the direct conversation, because its invocation was over. */
      conversation?: string;
    }
  | {
      kind: 'messageUncertain';
      workspace: string;
      outboxId: string;
      reason: string;
      at: number;
      /** The id that it has if it went out: a report or an answer may still name it. */
      platformMessageId?: string;
    }
  /** A guard: a token that was used before undoes the whole list (`conflict`). */
  | { kind: 'replyTokenUsed'; workspace: string; outboxId: string; at: number }
  | { kind: 'messageFailed'; workspace: string; outboxId: string; reason: string; at: number }
  /** It waits for the other side; the first time counts (rule O7: 72 h). */
  | { kind: 'messageDeferred'; workspace: string; outboxId: string; reason: string; at: number }
  | {
      kind: 'deliveryReported';
      workspace: string;
      channel: string;
      eventKey: string;
      outboxId: string;
      report: ReportKind;
      status?: string;
      reason: string;
      at: number;
    }
  | {
      kind: 'addressSuppressed';
      workspace: string;
      channel: string;
      address: string;
      cause: SuppressionCause;
      status?: string;
      at: number;
    }
  | {
      kind: 'suppressionLifted';
      workspace: string;
      whose: { channel: string; address: string } | { personId: string };
      causes: readonly SuppressionCause[];
      at: number;
    };

/** What another server said about a message of ours. */
export type ReportKind = 'failed' | 'delayed' | 'delivered' | 'complaint';
/** Why nothing is sent to an address any more (rule O7). */
export type SuppressionCause = 'bounce' | 'complaint';
