/** The port every channel implements (types only). A channel is given events and state; it never sees the store. */
import type { IdentityId } from '../domain/ids.ts';
import type { Card } from './card.ts';

/** A place where messages go, in the channel's own terms. Mail: the address of the person. */
export type ConversationId = string;
/** A message's id in the channel's own terms. Mail: the Message-ID with angle brackets. */
export type MessageId = string;
/** What answers a command, a button or a form privately where it was used, for a while (Slack: a response URL; Discord: a token). A secret. */
export type InvocationId = string;

/** An invocation that is over throws InvocationOver; delivery then opens the direct conversation. */
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
  /** Who had it before may have ended right after sending it: where a key does not tell (an invocation), it is uncertain, not repeated. */
  maybeSent?: boolean;
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
  /** Each match of a list is a message of its own there, so that a reaction to it means that match (F6.1). */
  itemMessages: boolean;
  /** A page that a person sees beside their conversations (Slack's App Home). */
  home: boolean;
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
  openDirectConversation(identity: IdentityAddress): Promise<ConversationId>;
  /** Replaces what the person sees as their home. Again is harmless. Throws RetryLater or PermanentFailure. */
  publishHome?(identity: IdentityAddress, home: Card): Promise<void>;
  /** Messages with files of a watched place after a position, oldest first, and the next position (F1.7, rule D9). Throws RetryLater. */
  readPlace?(place: string, options: { after?: string; limit: number; signal: AbortSignal }): Promise<PlaceMessages>;
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

/**
 * A face of a command: what is filled in comes back as `CommandInvocation.options` of that command. Channels show it where the platform
 * has forms; at most five fields (Discord's limit).
 */
export interface Form {
  command: string;
  /** Words that belong to the command whatever is filled in, such as a code. */
  words: readonly string[];
  title: string;
  submit: string;
  fields: readonly FormField[];
}

export interface FormField {
  /** Small letters and dashes. */
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'text' | 'choice' | 'files';
  value?: string;
  required: boolean;
  choices?: readonly Choice[];
}

export interface Choice {
  name: string;
  value: string;
}

export interface PlaceMessages {
  messages: readonly IncomingMessage[];
  /** Where to go on; the same as `after` when nothing came. */
  next?: string;
  /** More lies there than was read. */
  more: boolean;
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
  /** Of a button, which says itself what it means: the match's public code. `target` may then be a message that we know no id of. */
  match?: string;
  /** Where the answer to a button goes. */
  invocation?: InvocationId;
  invocationExpiresAt?: number;
}

export interface CommandInvocation {
  channel: string;
  eventKey: string;
  /** The answer goes there while it lasts; without it to `conversation`. Left out where `conversation` is the person's own with us. */
  invocation?: InvocationId;
  /** In ms since 1970. */
  invocationExpiresAt?: number;
  /** The person's direct conversation with us, or what opens it: never a shared one. */
  conversation: ConversationId;
  private: boolean;
  sender: { address: string; name?: string; verified: boolean };
  command: string;
  words: readonly string[];
  /** By name: typed options of a command, or fields of a form. */
  options: Readonly<Record<string, string>>;
  /** A file option, or the files of a message that a shortcut was used on. */
  attachments?: readonly IncomingAttachment[];
  /** The files are those of a message that others wrote, where others read: looked at before anything of them is kept (rule A7). */
  sharedPlace?: boolean;
  /** The message that it was used on (a button's, a shortcut's). */
  messageId?: MessageId;
}

/** Somebody looks at their home (`Channel.publishHome`). */
export interface HomeOpened {
  channel: string;
  eventKey: string;
  sender: { address: string; name?: string; verified: boolean };
}

/** What a platform wants to know at once, without a commit. Answered from what the sender may see, within half a second. */
export interface FormRequest {
  channel: string;
  sender: { address: string; verified: boolean };
  command: string;
  words: readonly string[];
}

export interface SuggestionRequest {
  channel: string;
  sender: { address: string; verified: boolean };
  command: string;
  option: string;
  /** What was typed so far. */
  text: string;
}

/** Each resolves only after its commit; a rejection means: do not acknowledge. */
export interface ChannelEvents {
  messageReceived(message: IncomingMessage): Promise<void>;
  reactionChanged(change: ReactionChange): Promise<void>;
  commandInvoked(invocation: CommandInvocation): Promise<void>;
  homeOpened(opened: HomeOpened): Promise<void>;
  /** Undefined: the command has no form, or not for this person. Commits nothing. */
  formOf(request: FormRequest): Promise<Form | undefined>;
  /** At most 25, best first. Commits nothing. */
  suggest(request: SuggestionRequest): Promise<readonly Choice[]>;
}

/** The store's, wired by main. */
export interface ChannelState {
  cursor(source: string): Promise<string | undefined>;
  /** For a position without a message: where a source begins. With a message it travels in the message's own commit (rule E5). */
  moveCursor(source: string, value: string): Promise<void>;
  /** Direct conversations that a message of this channel came from or went to in the last 90 days, newest first, at most 500. */
  directConversations(): Promise<ConversationId[]>;
  secret(name: string): Promise<string | undefined>;
}
