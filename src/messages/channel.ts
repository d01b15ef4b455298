/** The port every channel implements (types only). A channel is given events and state; it never sees the store. */
import type { IdentityId } from '../domain/ids.ts';
import type { Card } from './card.ts';

/** A place where messages go, in the channel's own terms. Mail: the address of the person. */
export type ConversationId = string;
/** A message's id in the channel's own terms. Mail: the Message-ID with angle brackets. */
export type MessageId = string;
export type InvocationId = string;

export type Destination = { conversation: ConversationId } | { invocation: InvocationId; visibleTo: 'invoker' };

export type Sent = { outcome: 'sent'; message: MessageId } | { outcome: 'uncertain'; reason: string };

export interface SendOptions {
  /** The same key is the same message: a channel that can tell sends it once. Mail makes the Message-ID from it. */
  dedupeKey: string;
  /** The message answered, newest last in `references`. */
  inReplyTo?: MessageId;
  references?: readonly MessageId[];
  /** The subject (or thread title) of the message answered, kept with one `Re:`. */
  subject?: string;
  /** Digests and other mail that nobody asked for just now: mail adds List-Unsubscribe and Auto-Submitted. */
  bulk?: boolean;
  /** Signed pages for this message, when the service has a public address. */
  links?: MessageLinks;
  /** Mail: goes into the From address (`jobs+x…@`), so that an answer proves who received this (rule E10). */
  replyToken?: string;
  signal: AbortSignal;
}

/** Addresses of pages of ours, each signed for the recipient of one message. Opening one changes nothing (rule O1). */
export interface MessageLinks {
  /** Also takes the one-click POST of RFC 8058. */
  unsubscribe?: string;
  /** By the item's number in the message. */
  items?: ReadonlyMap<number, string>;
  /** Where what was understood can be corrected. */
  correct?: string;
}

export interface ChannelCapabilities {
  reactions: boolean;
  editing: boolean;
  threads: boolean;
  privateReplies: boolean;
  files: boolean;
  forms: boolean;
  /** A send that was cut off may be repeated with the same dedupeKey without a second message (files, nonces). */
  idempotentSend: boolean;
}

export interface Channel {
  readonly name: 'slack' | 'discord' | 'email' | (string & {});
  readonly capabilities: ChannelCapabilities;
  start(events: ChannelEvents, state: ChannelState): Promise<void>;
  /** Takes nothing new in; resolves when what was being taken in is committed or refused. */
  stop(): Promise<void>;
  /** Connected, as far as it knows; a channel without it counts as up from start to stop. For the health check. */
  isUp?(): boolean;
  /** Throws RetryLater (rate limits, outages) or PermanentFailure (refused for good). */
  send(to: Destination, card: Card, options: SendOptions): Promise<Sent>;
  /** The id that a message of this key has or will have, where it is known before sending: a doubtful one is recognised by it. */
  messageIdOf?(dedupeKey: string): MessageId;
  edit?(message: MessageId, card: Card): Promise<void>;
  /** Marks a message that came in: 👀 and ✅ in a chat, a flag or another folder in a mailbox. Again is harmless; gone is no error. */
  mark?(message: { id?: MessageId; location?: string }, mark: 'seen' | 'done' | 'failed'): Promise<void>;
  askForm?(invocation: InvocationId, form: Form): Promise<void>;
  openDirectConversation(identity: IdentityAddress): Promise<ConversationId>;
  /** The mail address that the platform vouches for as this person's; asked once a file came (F1.4). Throws RetryLater. */
  profileAddress?(identity: Pick<IdentityAddress, 'address'>): Promise<string | undefined>;
  fetchAttachment(ref: AttachmentRef, options: { maxBytes: number; signal: AbortSignal }): AsyncIterable<Uint8Array>;
}

export interface IdentityAddress {
  id: IdentityId;
  address: string;
}

/** Where a channel can fetch a file again. Mail has none: its bytes come with the message. */
export type AttachmentRef = string;

export interface Form {
  title: string;
  fields: { name: string; label: string; value?: string; required: boolean }[];
}

export interface IncomingAttachment {
  /** A label, never a path (rule P5). */
  name: string;
  /** As declared by the sender; never trusted. */
  type: string;
  /** Shown inside the text (a logo, or a resume that some mail programs send inline). */
  inline: boolean;
  /** Referenced from the HTML by cid: a picture of the layout. */
  embedded: boolean;
  /** Read from a mail within the mail: 1 for a forwarded mail, 2 for a mail in that. 0 for the message itself. */
  depth: number;
  content: { bytes: Uint8Array } | { ref: AttachmentRef; size: number };
}

export interface IncomingMessage {
  channel: string;
  /** The same event always has the same key; a key is taken in once (rules S3, E7). */
  eventKey: string;
  cursor?: { source: string; value: string };
  /** The message as it came, kept with the submission while needed. */
  raw?: Uint8Array;
  /** Where the channel finds the message again to mark it, in its own terms. Mail from a mailbox: folder, UIDVALIDITY and UID. */
  location?: string;
  /** People read that place as well: what is not for the service is neither kept, nor answered, nor marked (rules E6, E13, A7). */
  sharedPlace?: boolean;
  /** Why it could not be taken in as it was sent: the sender is told so instead of anything else (rule E13). */
  problem?: MessageProblem;
  /** It lay there before the service came and is taken in on request: behind everything that somebody waits for. */
  backlog?: boolean;
  /** What became of a message of ours, when this message reports it (rule O7). Its text is then nobody's request. */
  deliveryReport?: DeliveryReport;
  conversation: ConversationId;
  /** Only the sender and the service read this conversation. */
  private: boolean;
  sender: { address: string; name?: string; verified: boolean };
  /** Where the proof of a verified sender has limits (rule E10). */
  proof?: SenderProof;
  /** What makes it automatic (`Auto-Submitted: auto-replied`), or undefined for a person's message (rule E9). */
  automatic?: string;
  messageId?: MessageId;
  /** Messages answered, nearest first. */
  inReplyTo: readonly MessageId[];
  /** All of the thread, oldest first. */
  references: readonly MessageId[];
  /** The message that began its thread, whoever wrote it, where threads are the platform's (Slack). */
  threadRoot?: MessageId;
  /** It was written where others read along; `conversation` is then the private one. A receipt that names nobody goes here (rule A7). */
  publicPlace?: { conversation: ConversationId; inReplyTo: MessageId };
  /** Addresses or mentions of ours that it was sent to, plus parts included (`jobs+j4f7k2m9q@…`). */
  recipients: readonly string[];
  subject?: string;
  /** What the sender wrote, without quoted text and signature. */
  text: string;
  attachments: IncomingAttachment[];
  /** Remarks of the channel for the sender: `3 parts were too large`. */
  remarks: string[];
}

/** How far the proof of a verified sender reaches. */
export interface SenderProof {
  /** It is in the bytes (a signature): whoever has them can send them again, so that a message id counts once. */
  replayable: boolean;
  /** What the message says it answers is the sender's word too; if not, it neither reacts nor commands. */
  thread: boolean;
}

/** A message that the channel did not fetch as a whole. */
export interface MessageProblem {
  code: 'too_large';
  /** In bytes. */
  limit: number;
  /** As far as they are known without their bytes. */
  fileNames: readonly string[];
}

/** A delivery status notification or complaint about a message of ours. */
export interface DeliveryReport {
  kind: 'failed' | 'delayed' | 'delivered' | 'complaint';
  /** RFC 3463, such as `5.1.1`. */
  status?: string;
  /** Whom it is about, as it says; complaints often leave it out. */
  recipients: readonly string[];
  /** Message-IDs that it quotes; it counts only when one of them is ours. */
  originals: readonly MessageId[];
}

export interface ReactionChange {
  channel: string;
  eventKey: string;
  cursor?: { source: string; value: string };
  conversation: ConversationId;
  private: boolean;
  sender: { address: string; name?: string; verified: boolean };
  proof?: SenderProof;
  automatic?: string;
  /** The platform id of the event's own message, where it has one (mail). */
  messageId?: MessageId;
  /** As in IncomingMessage. */
  location?: string;
  sharedPlace?: boolean;
  /** The message reacted to; ours or somebody else's. */
  target: MessageId;
  /** A single emoji, or the name of a custom one in colons. */
  emoji: string;
  removed: boolean;
}

export interface CommandInvocation {
  channel: string;
  eventKey: string;
  invocation: InvocationId;
  conversation: ConversationId;
  private: boolean;
  sender: { address: string; name?: string; verified: boolean };
  command: string;
  words: readonly string[];
  options: Readonly<Record<string, string>>;
}

/** Each resolves only after its commit; a rejection means: do not acknowledge. */
export interface ChannelEvents {
  messageReceived(message: IncomingMessage): Promise<void>;
  reactionChanged(change: ReactionChange): Promise<void>;
  commandInvoked(invocation: CommandInvocation): Promise<void>;
}

/** The store's, wired by main. */
export interface ChannelState {
  cursor(source: string): Promise<string | undefined>;
  /** For a position without a message: where a source begins. With a message it travels in the message's own commit (rule E5). */
  moveCursor(source: string, value: string): Promise<void>;
  directConversations(): Promise<ConversationId[]>;
  secret(name: string): Promise<string | undefined>;
}
