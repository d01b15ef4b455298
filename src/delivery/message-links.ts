/** The addresses of pages of ours in one message, signed for whoever it goes to. */
import { type Link, signLink } from '../domain/signed-token.ts';
import { type Card, itemsOf } from '../messages/card.ts';
import type { MessageLinks } from '../messages/channel.ts';

/** What of a message on its way the links follow from. */
export interface LinkedMessage {
  id: string;
  workspace: string;
  personId: string;
  private: boolean;
  bulk: boolean;
  card: Card;
  /** `answer:<submission>` of an answer. */
  dedupeKey: string;
  createdAt: number;
}

/** The one resume that a message says was understood, and the submission that it answers. */
export type FindCorrectable = (message: LinkedMessage) => Promise<{ resumeId: string; submissionId: string } | undefined>;

const DAY_MS = 86_400_000;
/** A mail from last year must still be able to end the digests. */
const UNSUBSCRIBE_DAYS = 400;
const FEEDBACK_DAYS = 60;
const CORRECT_DAYS = 60;

/**
 * `publicUrl` without a slash at the end. Times run from when the message was written, so that a second try sends the same bytes. None
 * in a conversation that others read: a link acts for the recipient, whoever opens it.
 */
export function createMessageLinks(
  publicUrl: string,
  key: Uint8Array,
  findCorrectable?: FindCorrectable,
): (message: LinkedMessage) => Promise<MessageLinks | undefined> {
  return async (message) => {
    if (!message.private) return undefined;
    const { workspace, personId, id: outboxId } = message;
    const address = (path: string, link: Link, days: number) =>
      `${publicUrl}/${path}/${signLink(key, link, message.createdAt + days * DAY_MS)}`;
    const items = itemsOf(message.card).flatMap(({ number, matchId }): [number, string][] =>
      matchId === undefined
        ? []
        : [[number, address('f', { kind: 'feedback', workspace, personId, outboxId, number }, FEEDBACK_DAYS)]],
    );
    const correctable = await findCorrectable?.(message);
    return {
      ...(message.bulk ? { unsubscribe: address('u', { kind: 'unsubscribe', workspace, personId }, UNSUBSCRIBE_DAYS) } : {}),
      ...(items.length > 0 ? { items: new Map(items) } : {}),
      ...(correctable ? { correct: address('c', { kind: 'correct', workspace, personId, ...correctable }, CORRECT_DAYS) } : {}),
    };
  };
}
