/** What a channel's test gives the contract suites: a person on its platform, and everything that the platform has. */
import { afterEach, beforeEach, expect } from 'vitest';
import type { CommandFace } from '../../src/commands/registry.ts';
import type {
  Channel,
  ChannelEvents,
  CommandInvocation,
  ConversationId,
  Form,
  FormRequest,
  IncomingMessage,
  MessageId,
  ReactionChange,
  SendOptions,
} from '../../src/messages/channel.ts';
import { leakedSince, type OpenResources, openResources } from '../leak-check.ts';

/** One thing that a person does on the platform. The same `key` is the same event, delivered again. */
export interface PersonWrites {
  key: string;
  text: string;
  file?: { name: string; bytes: Uint8Array };
  /** Answers this message. */
  inReplyTo?: MessageId;
}

/** A command in the platform's own way, used where others read. */
export interface PersonCommands {
  key: string;
  /** As the command is called (`match`); a short name of its own when it has one. */
  command: string;
  /** Typed options by name; platforms that have none write them as words, in the order given. */
  options: Readonly<Record<string, string>>;
}

export type Answer = 'acknowledged' | 'refused';

export interface SentMessage {
  conversation: ConversationId;
  message: MessageId;
  /** All that a person can read of it, without markup. */
  text: string;
  /** The thread or message that it answers. */
  inReplyTo?: MessageId;
  /** Only this address sees it, among others (an answer to an invocation). */
  visibleTo?: string;
  /** What its buttons carry, in order (`messages/button-values.ts`). */
  buttons?: readonly string[];
  edited?: boolean;
}

/**
 * Required of every channel. What follows is optional, and its tests run only where it is given; a channel whose capabilities claim
 * something must give what tests it (`chat-contract.ts` says which).
 */
export interface ChannelHarness {
  /** Made with CONTRACT_FACES where the channel takes faces of commands. After `restart` it is the new one. */
  channel: Channel;
  /** Where the person is, in the channel's own terms, and their address. */
  conversation: ConversationId;
  address: string;
  /** The start of the channel: its events are the suite's. */
  start(events: ChannelEvents): Promise<void>;
  /** Resolves when the platform got its answer: `refused` means that it will deliver again. */
  write(what: PersonWrites): Promise<Answer>;
  /** Everything that the platform has, oldest first. Edited messages as they are now. */
  sent(): Promise<SentMessage[]>;
  /** After `channel.stop()`. */
  dispose(): Promise<void>;

  /** Why the platform refused requests of ours (limits, escapes, pace): empty in a good test. */
  refusals?(): readonly string[];
  /** `capabilities.reactions`: a native reaction of the person, or its removal. `emoji` is a plain one, such as 👍. */
  react?(target: MessageId, emoji: string, key: string, options?: { removed?: boolean }): Promise<Answer>;
  /** `capabilities.privateReplies`: the person uses a command among others. */
  command?(what: PersonCommands): Promise<Answer>;
  /** From now on the platform takes no answer to invocations that were (expired, used up). */
  endInvocations?(): void;
  /** The person presses the button of that value on that message. Where they are alone with us, or among others. */
  press?(target: MessageId, value: string, key: string): Promise<Answer>;
  /**
   * `capabilities.forms`: the person uses the command without words, the form opens (`opened`: the labels it shows), they fill in the
   * fields by name and submit. `opened` is undefined when none opened.
   */
  fillForm?(what: {
    key: string;
    command: string;
    fields: Readonly<Record<string, string>>;
  }): Promise<{ opened: readonly string[] | undefined; answer: Answer }>;
  /** `capabilities.home`: the person opens their home; and what it shows now, without markup. */
  openHome?(key: string): Promise<Answer>;
  home?(): Promise<string | undefined>;
  /** Stops the channel and starts one that remembers nothing, on the same platform, with the same events. */
  restart?(): Promise<void>;
}

export interface Recorded extends ChannelEvents {
  messages: IncomingMessage[];
  reactions: ReactionChange[];
  commands: CommandInvocation[];
  homes: string[];
  formsAsked: FormRequest[];
  /** What `formOf` answers. */
  form: Form | undefined;
  commit: () => Promise<void>;
}

/**
 * Few commands, so that a channel is tested by what the suite says and not by what the registry has today. For harnesses of chats.
 * @public
 */
export const CONTRACT_FACES: readonly CommandFace[] = [
  {
    name: 'match',
    usage: 'match [how many]',
    summary: 'your best jobs now',
    examples: ['match 5'],
    role: 'candidate',
    slash: 'match',
    options: [{ name: 'limit', summary: 'how many', kind: 'number' }],
    hasForm: false,
  },
  {
    name: 'correct',
    usage: 'correct field=value',
    summary: 'correct what was understood',
    examples: ['correct title=Welder'],
    role: 'candidate',
    options: [{ name: 'words', summary: 'field=value', kind: 'words' }],
    hasForm: true,
  },
];

export const CONTRACT_FORM: Form = {
  command: 'correct',
  words: ['r4f7k2m9q'],
  title: 'Correct your resume',
  submit: 'Save',
  fields: [
    { name: 'title', label: 'Job title', kind: 'line', value: 'Welder', required: false },
    { name: 'about', label: 'About you', hint: 'a few words', kind: 'text', required: true },
  ],
};

export const sendOptions = (dedupeKey: string, more: Partial<SendOptions> = {}): SendOptions => ({
  dedupeKey,
  signal: new AbortController().signal,
  ...more,
});

/** A started channel for each test, stopped after it, with nothing of it left open. */
export function underTest(setUp: () => Promise<ChannelHarness>, give: (harness: ChannelHarness, events: Recorded) => void): void {
  let before: OpenResources;
  let harness: ChannelHarness;
  beforeEach(async () => {
    before = openResources();
    harness = await setUp();
    const events = recorded();
    give(harness, events);
    await harness.start(events);
  });
  afterEach(async () => {
    await harness.channel.stop();
    await harness.dispose();
    expect(await leakedSince(before), 'left open by the channel').toEqual([]);
  });
}

function recorded(): Recorded {
  const taking =
    <T>(list: T[]) =>
    async (one: T): Promise<void> => {
      await events.commit();
      list.push(one);
    };
  const events: Recorded = {
    messages: [],
    reactions: [],
    commands: [],
    homes: [],
    formsAsked: [],
    form: undefined,
    commit: async () => {},
    messageReceived: (message) => taking(events.messages)(message),
    reactionChanged: (change) => taking(events.reactions)(change),
    commandInvoked: (command) => taking(events.commands)(command),
    homeOpened: ({ sender }) => taking(events.homes)(sender.address),
    async formOf(request) {
      events.formsAsked.push(request);
      return events.form;
    },
    suggest: async () => [],
  };
  return events;
}

export async function bytesOf(channel: Channel, content: IncomingMessage['attachments'][number]['content']): Promise<Buffer> {
  if ('bytes' in content) return Buffer.from(content.bytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of channel.fetchAttachment(content.ref, { maxBytes: 1_000_000, signal: new AbortController().signal }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
