/** Where mails come from: the built-in listener, a mailbox. The seam between a protocol and reading. */
import type { ChannelState, MessageProblem } from '../../messages/channel.ts';
import type { MailEnvelope } from './read-mail.ts';
import type { MailTrust } from './trust-sender.ts';

export interface MailOrigin {
  /** What SMTP said, where it was SMTP. */
  envelope?: MailEnvelope;
  /** The position that is to be committed with the message (rule E5). */
  cursor?: { source: string; value: string };
  /** Where it can be found again to be marked (`Channel.mark`). */
  location?: string;
  /** People read that place as well (rules E6, E13). */
  sharedPlace?: boolean;
  /** It carries the mark of a mail that was answered: taken in again, it gets no second answer (rule E5). */
  answeredBefore?: boolean;
  /** It lay there before the service came: nobody waits for an answer. */
  backlog?: boolean;
  /** Why `raw` is not the whole mail (rule E11). */
  problem?: MessageProblem;
  /** Whose sender addresses to believe from this source; the channel's setting when left out. */
  trust?: MailTrust;
  /** When it reached the mailbox (INTERNALDATE), where that is not now: signatures are judged as of then. */
  receivedAt?: Date;
}

/** Takes one mail in. Resolves only after its commit; a rejection means: keep it, try again. */
export type TakeMail = (raw: Uint8Array, origin: MailOrigin) => Promise<void>;

export interface MailSource {
  /** Resolves when mails can arrive, or will as soon as the other side is there. Rejects when they never will (port taken). */
  start(take: TakeMail, state: ChannelState): Promise<void>;
  /** Takes nothing new; resolves when what was being taken in is committed or refused. May be called twice. */
  stop(): Promise<void>;
}

/** The part of the logger that the channel uses. Addresses, subjects and bodies are never logged (rule P9). */
export interface MailLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
