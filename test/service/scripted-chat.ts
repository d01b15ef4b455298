/** A chat with everything that a chat can have, behind the Channel port: what people do there goes in, what the service sends is kept. */
import { InvocationOver } from '../../src/domain/errors.ts';
import { type Card, type CardItem, itemsOf } from '../../src/messages/card.ts';
import { cardToText } from '../../src/messages/card-to-text.ts';
import type {
  Channel,
  ChannelCapabilities,
  ChannelEvents,
  ChannelState,
  CommandInvocation,
  IncomingAttachment,
  IncomingMessage,
  ReactionChange,
} from '../../src/messages/channel.ts';

export interface ChatMessage {
  id: string;
  /** `D-<person>`, or `only <person>` for a private answer among others. */
  where: string;
  card: Card;
  /** What a person reads of it. */
  text: string;
  edits: number;
  dedupeKey: string;
}

export interface ScriptedChat {
  channel: Channel;
  messages: ChatMessage[];
  /** `<message> seen`, in order. */
  marks: string[];
  /** By address: what their home shows. */
  homes: Map<string, Card>;
  events: ChannelEvents;
  state: ChannelState;
  /** Tokens that are over. */
  over: Set<string>;
  writes(person: string, text: string, more?: Partial<IncomingMessage>): Promise<void>;
  /** Among others, so that the answer is private there; `more.invocation: undefined`: alone with us. */
  commands(person: string, command: string, more?: Partial<CommandInvocation>): Promise<void>;
  reacts(person: string, target: ChatMessage | undefined, emoji: string, more?: Partial<ReactionChange>): Promise<void>;
  /** Those that a person sees, oldest first. */
  seenBy(person: string): ChatMessage[];
  last(person: string): ChatMessage | undefined;
}

export const file = (name: string, content: string | Uint8Array): IncomingAttachment => ({
  name,
  type: 'application/octet-stream',
  inline: false,
  embedded: false,
  depth: 0,
  content: { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content },
});

const EVERYTHING: ChannelCapabilities = {
  reactions: true,
  editing: true,
  threads: true,
  privateReplies: true,
  files: true,
  forms: true,
  itemMessages: true,
  home: true,
  idempotentSend: false,
};

/** `clock` gives invocations fifteen minutes. */
export function scriptedChat(now: () => number, name = 'chat'): ScriptedChat {
  let keys = 0;
  let started: { events: ChannelEvents; state: ChannelState } | undefined;
  const running = () => {
    if (!started) throw new Error('the chat is not started');
    return started;
  };
  const sender = (address: string) => ({ address, verified: true });
  const chat: ScriptedChat = {
    messages: [],
    marks: [],
    homes: new Map(),
    over: new Set(),
    get events() {
      return running().events;
    },
    get state() {
      return running().state;
    },
    channel: {
      name,
      capabilities: EVERYTHING,
      async start(events, state) {
        started = { events, state };
      },
      async stop() {},
      async send(to, card, { dedupeKey }) {
        if ('invocation' in to && chat.over.has(to.invocation)) throw new InvocationOver('it is over');
        const where = 'invocation' in to ? `only ${to.invocation.split(' ')[0]}` : to.conversation.replace(/^(?!D-)/, 'D-');
        const id = `${where}/${chat.messages.length + 1}`;
        chat.messages.push({ id, where, card, text: cardToText(card), edits: 0, dedupeKey });
        return { outcome: 'sent', message: id };
      },
      async edit(id, card) {
        const message = chat.messages.find((one) => one.id === id);
        if (message) Object.assign(message, { card, text: cardToText(card), edits: message.edits + 1 });
      },
      async mark({ id }, mark) {
        chat.marks.push(`${id} ${mark}`);
      },
      openDirectConversation: async ({ address }) => `D-${address}`,
      async publishHome({ address }, home) {
        chat.homes.set(address, home);
      },
      async *fetchAttachment() {},
    },
    async writes(person, text, more = {}) {
      const messageId = `D-${person}/in${++keys}`;
      await running().events.messageReceived({
        channel: name,
        eventKey: messageId,
        conversation: `D-${person}`,
        private: true,
        sender: sender(person),
        messageId,
        location: more.attachments ? messageId : undefined,
        inReplyTo: [],
        references: [],
        recipients: [],
        text,
        attachments: [],
        remarks: [],
        ...more,
      });
    },
    async commands(person, command, more = {}) {
      await running().events.commandInvoked({
        channel: name,
        eventKey: `c${++keys}`,
        invocation: `${person} ${keys}`,
        invocationExpiresAt: now() + 900_000,
        conversation: person,
        private: true,
        sender: sender(person),
        command,
        words: [],
        options: {},
        ...more,
      });
    },
    async reacts(person, target, emoji, more = {}) {
      await running().events.reactionChanged({
        channel: name,
        eventKey: `r${++keys}`,
        conversation: `D-${person}`,
        private: true,
        sender: sender(person),
        target: target?.id ?? 'unknown',
        emoji,
        removed: false,
        ...more,
      });
    },
    seenBy: (person) => chat.messages.filter(({ where }) => where === `D-${person}` || where === `only ${person}`),
    last: (person) => chat.seenBy(person).at(-1),
  };
  return chat;
}

export const itemsIn = (message: { card?: Card } | undefined): CardItem[] => (message?.card ? itemsOf(message.card) : []);

/** The messages that hold one match each. */
export const itemsSeen = (messages: readonly ChatMessage[]): ChatMessage[] =>
  messages.filter(({ card }) => itemsOf(card).length === 1);
