/** The seam between composing a mail and the way it leaves. */
import type { Sent } from '../../messages/channel.ts';
import type { ComposedMail } from './compose-mail.ts';

export interface OutgoingMail {
  /** The same key sent twice is one mail. */
  readonly idempotent: boolean;
  /** Throws RetryLater or PermanentFailure; `uncertain` when nobody can know whether it was taken (rule O4). */
  send(mail: ComposedMail, signal: AbortSignal): Promise<Sent>;
  close(): Promise<void>;
}
