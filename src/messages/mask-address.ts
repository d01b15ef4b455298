/** An address that its owner recognises and nobody else learns. */
import { channelName } from './channel-names.ts';

/** `a…@example.org`; of a chat account its channel and the last two characters. */
export function maskAddress({ channel, address }: { channel: string; address: string }): string {
  if (channel !== 'email') return `your ${channelName(channel)} account …${address.slice(-2)}`;
  const [local = '', domain = ''] = address.split('@');
  return `mail from ${local.charAt(0)}…@${domain}`;
}

/** In full, for its owner and for admins. */
export const nameAddress = ({ channel, address }: { channel: string; address: string }): string =>
  channel === 'email' ? address : `${channelName(channel)} ${address.toUpperCase()}`;
