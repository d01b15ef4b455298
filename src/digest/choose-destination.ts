/** Where a person's digest goes (F7.1): where they last wrote to us in private, else their verified mail address. Pure. */
import type { Identity } from '../domain/people.ts';

export interface Destination {
  channel: string;
  conversation: string;
}

/** What is known of a message that the person sent. */
export interface ReceivedMessage {
  channel: string;
  conversation: string;
  private: boolean;
  verified: boolean;
  identityId: string;
}

/** `received` newest first. Undefined when there is no place that is private and proven to be theirs. */
export function chooseDestination(
  identities: readonly Identity[],
  received: readonly ReceivedMessage[],
): Destination | undefined {
  const verified = new Set(identities.filter((one) => one.verified).map((one) => one.id));
  // A conversation counts only with the address that it came from: a forged mail must not turn the digest round.
  const last = received.find((one) => one.private && one.verified && verified.has(one.identityId));
  if (last) return { channel: last.channel, conversation: last.conversation };
  const mail = identities.find((one) => one.channel === 'email' && one.verified);
  return mail && { channel: 'email', conversation: mail.address };
}
