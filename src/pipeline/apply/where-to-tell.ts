/** Where somebody hears of what they did not ask for just now: on the channel where they took the job on, else by mail. Pure. */
import type { Identity } from '../../domain/people.ts';

/** Only proven addresses; undefined for who has none (the operator at the terminal). Mail's conversation is the address. */
export function whereToTell(
  identities: readonly Identity[],
  channel: string | undefined,
): { channel: string; conversation: string } | undefined {
  const mail = identities.filter((one) => one.verified && one.channel === 'email');
  const identity = mail.find((one) => one.channel === channel) ?? mail[0];
  return identity && { channel: identity.channel, conversation: identity.address };
}
