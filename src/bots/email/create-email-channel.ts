/** Mail as a channel: mails come in from a source (the built-in listener), cards go out as mails. */
import type { Clock } from '../../domain/clock.ts';
import { PermanentFailure } from '../../domain/errors.ts';
import type { BlobId } from '../../domain/ids.ts';
import type { Channel, ChannelEvents } from '../../messages/channel.ts';
import { composeMail, messageIdOf } from './compose-mail.ts';
import type { MailboxStatus } from './imap-account.ts';
import { createMailbox, type MailboxOptions } from './imap-mailbox.ts';
import type { ImapSource } from './imap-source.ts';
import { normalAddress } from './mail-address.ts';
import { type ResolveDns, systemDns } from './mail-dns.ts';
import type { MailLog, MailSource, TakeMail } from './mail-source.ts';
import type { OutgoingMail } from './outgoing.ts';
import { readDkimKey } from './outgoing-dkim.ts';
import { createFolderOutgoing } from './outgoing-folder.ts';
import { createSmtpOutgoing } from './outgoing-smtp.ts';
import { readMail } from './read-mail.ts';
import { createSmtpListener } from './smtp-listener.ts';
import type { MailTrust } from './trust-sender.ts';

export interface EmailOptions {
  /** The built-in listener; `off` for none. */
  listen?: { host: string; port: number } | 'off';
  /** A mailbox to read, beside the listener or instead of it; it believes senders by a setting of its own. */
  imap?: MailboxOptions;
  trust: MailTrust;
  /** The system's name servers when left out. */
  resolveDns?: ResolveDns;
  from: { name: string; address: string };
  outgoing: { kind: 'folder'; folder: string } | { kind: 'smtp'; url: string };
  /** Signs what goes to a mail server. */
  dkim?: { selector: string; keyFile: string };
  /** Shown in the footer (rule O9). */
  postalAddress?: string;
  /** Without plus parts. `from` is one of them, said or not. */
  ourAddresses: readonly string[];
  log: MailLog;
  clock: Clock;
  /** Of one mail, 40 MB by default (rule E11). */
  maxBytes?: number;
  onListening?(address: { host: string; port: number }): void;
  /** Bytes of a card's attachments. Without it they are sent as their alternative text. */
  readBlob?(blob: BlobId, signal: AbortSignal): Promise<Uint8Array>;
}

const LISTEN = { host: '127.0.0.1', port: 2525 };
const MAX_BYTES = 40 * 1024 * 1024;

export interface EmailChannel extends Channel {
  /** Undefined without a mailbox. */
  mailboxStatus(): MailboxStatus | undefined;
}

/** The mail channel. `start` rejects when the listener's address is taken. Throws ConfigError for a key that cannot sign. */
export function createEmailChannel(options: EmailOptions): EmailChannel {
  const { mailbox, sources } = sourcesOf(options);
  const outgoing = outgoingOf(options);
  return {
    name: 'email',
    capabilities: {
      reactions: true,
      editing: false,
      threads: true,
      privateReplies: true,
      files: true,
      forms: false,
      itemMessages: false,
      home: false,
      idempotentSend: outgoing.idempotent,
    },
    async start(events, state) {
      const take = createTake(events, options);
      for (const source of sources) await source.start(take, state);
    },
    async stop() {
      await Promise.all(sources.map((source) => source.stop()));
      await outgoing.close();
    },
    async send(to, card, send) {
      if (!('conversation' in to))
        throw new PermanentFailure('mail has no invocations to answer', 'Send the card to a conversation.');
      return outgoing.send(await composeMail(to.conversation, card, send, options), send.signal);
    },
    messageIdOf: (dedupeKey) => messageIdOf(dedupeKey, options.from.address),
    // Mails of the listener lie nowhere, and 'seen' is what people see of a mail themselves.
    async mark({ location }, mark) {
      if (location !== undefined && mark !== 'seen') await mailbox?.mark(location, mark);
    },
    mailboxStatus: () => mailbox?.status(),
    async openDirectConversation(identity) {
      const address = normalAddress(identity.address);
      if (address === '')
        throw new PermanentFailure(
          'this identity has no mail address',
          'Ask the person for an address that mail can be sent to.',
        );
      return address;
    },
    // biome-ignore lint/correctness/useYield: the port asks for a stream, and mail has nothing to fetch: its bytes come with the message
    async *fetchAttachment() {
      throw new PermanentFailure('mail attachments come with their message', 'Send the mail again.');
    },
  };
}

/** Raw mail → event, committed when it resolves. The same for the listener and the mailbox. */
function createTake(events: ChannelEvents, options: EmailOptions): TakeMail {
  const ourAddresses = [...options.ourAddresses, options.from.address];
  const resolve = options.resolveDns ?? systemDns();
  return async (raw, origin) => {
    const { trust = options.trust, receivedAt = options.clock.now() } = origin;
    const event = await readMail(raw, { ...origin, trust, receivedAt, resolve, ourAddresses });
    if (event.kind === 'reaction') await events.reactionChanged(event.reaction);
    else await events.messageReceived(event.message);
  };
}

function sourcesOf(options: EmailOptions): { sources: MailSource[]; mailbox: ImapSource | undefined } {
  const { log, clock, imap, listen = LISTEN, maxBytes = MAX_BYTES, onListening } = options;
  const mailbox = imap && createMailbox(imap, { maxBytes, log, clock });
  const listener = listen === 'off' ? [] : [createSmtpListener({ ...listen, maxBytes, log, onListening })];
  return { sources: [...listener, ...(mailbox ? [mailbox] : [])], mailbox };
}

function outgoingOf(options: EmailOptions): OutgoingMail {
  const { outgoing, clock, from, log } = options;
  // Read in any case: a wrong key is said at the start, not on the day that the server is switched on.
  const dkim = options.dkim && readDkimKey(options.dkim, from.address);
  if (outgoing.kind === 'folder') return createFolderOutgoing(outgoing.folder, clock);
  return createSmtpOutgoing({ url: outgoing.url, from: from.address, clock, log, dkim });
}
