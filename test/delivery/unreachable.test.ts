/** Rule D5: who cannot be reached on one channel is written to on another of theirs, and not bothered there for a week. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeliverMessage } from '../../src/delivery/deliver-message.ts';
import { AddressGone, RetryLater } from '../../src/domain/errors.ts';
import { newId } from '../../src/domain/ids.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import type { Card } from '../../src/messages/card.ts';
import { cardToText } from '../../src/messages/card-to-text.ts';
import type { Channel, IncomingMessage } from '../../src/messages/channel.ts';
import type { OutgoingMessage } from '../../src/messages/outgoing.ts';
import { commit } from '../../src/store/commit.ts';
import { directConversations } from '../../src/store/direct-conversations.ts';
import { getNumberedMatches, getOutbox } from '../../src/store/outbox.ts';
import { identitiesOf } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import {
  accessGranted,
  candidateFound,
  identityMet,
  message,
  personMet,
  result,
  resumeParsed,
  W,
} from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import { openTestDatabase, type TestDatabase } from '../store/open-test-database.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let store: Store;
let clock: ManualClock;
let sends: { channel: string; conversation: string; card: Card }[];
/** Channels on which nobody is reached. */
let closed: Set<string>;
/** Channels that say "later". */
let putOff: Set<string>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = manualClock();
  store = await database.fresh(clock);
  sends = [];
  closed = new Set();
  putOff = new Set();
});

const channelCalled = (name: string): Channel => ({
  name,
  capabilities: {
    reactions: true,
    editing: false,
    threads: true,
    privateReplies: true,
    files: true,
    forms: false,
    itemMessages: false,
    home: false,
    idempotentSend: false,
  },
  start: async () => {},
  stop: async () => {},
  async send(to, card, { dedupeKey }) {
    if (closed.has(name)) throw new AddressGone('Discord refuses direct messages (50007)', 'They have to allow them.');
    if (putOff.has(name)) throw new RetryLater('greylisted', { afterMs: 60_000, giveUpAfterMs: 3_600_000 });
    sends.push({ channel: name, conversation: 'conversation' in to ? to.conversation : '', card });
    return { outcome: 'sent', message: `${name}:${dedupeKey}` };
  },
  openDirectConversation: async () => '',
  async *fetchAttachment() {},
});

async function deliver(): Promise<void> {
  const queue = createTaskQueue(store);
  const handler = createDeliverMessage({ store, clock, channel: channelCalled });
  for (;;) {
    const tasks = (await queue.lease({ limit: 10, leaseMs: 10_000 })).filter((task) => task.step === 'deliverMessage');
    if (tasks.length === 0) return;
    for (const task of tasks) await queue.complete(task, await handler(task, new AbortController().signal));
  }
}

async function post(more: Partial<OutgoingMessage> = {}): Promise<string> {
  const id = newId(clock);
  await commit(store, result([], { messages: [message(id, 'p1', { channel: 'discord', conversation: 'D1', ...more })] }));
  await deliver();
  return id;
}

const discord = identityMet('p1', '4711', { channel: 'discord', id: 'on-discord' });
const inDiscord = { kind: 'directConversationSeen', workspace: W, identityId: 'on-discord', conversation: 'D1' } as const;
const mail = identityMet('p1', 'ana@example.com');
const meet = (...changes: Parameters<typeof result>[0]) => commit(store, result([personMet('p1'), ...changes]));
const identity = async () => (await identitiesOf(store, W, 'p1')).find((one) => one.id === 'on-discord');

describe('a direct message that is refused for good (D5)', () => {
  test('the message itself goes to another verified address, once, and says why', async () => {
    await meet(discord, inDiscord, mail);
    closed.add('discord');
    const id = await post({ bulk: true, matches: [{ number: 1, matchId: 'm1' }] });
    expect(sends).toMatchObject([{ channel: 'email', conversation: 'ana@example.com' }]);
    expect(cardToText(sends[0]?.card ?? { about: [], title: '', blocks: [], footer: [], attachments: [] })).toMatch(
      /comes by mail, because I cannot write to you on Discord/,
    );
    // One row, one key: nothing of it is said or counted twice.
    expect(await getOutbox(store, W, id)).toMatchObject({
      state: 'sent',
      channel: 'email',
      platformMessageId: `email:answer:${id}`,
    });
    expect((await identity())?.unreachableUntil).toBe(clock.now().getTime() + 7 * DAY_MS);
  });

  test('a list that was to be a message a match goes elsewhere as one, with all its numbers', async () => {
    await meet(discord, inDiscord, mail);
    closed.add('discord');
    putOff.add('email');
    // As they are made: in one millisecond, with ids in no order.
    const numbers = Array.from({ length: 11 }, (_, index) => index + 1);
    const idOf = (number: number) => `item${(number * 7) % 11}`;
    const item = (number: number): OutgoingMessage =>
      message(idOf(number), 'p1', {
        channel: 'discord',
        conversation: 'D1',
        dedupeKey: `list/${number}`,
        follows: number === 1 ? 'head' : idOf(number - 1),
        matches: [{ number, matchId: `m${number}` }],
        card: {
          about: [],
          title: `Match ${number}`,
          blocks: [{ kind: 'text', text: `Match number ${number}` }],
          footer: [],
          attachments: [],
        },
      });
    // As they are split: the head has all the numbers, each item its own.
    const matches = numbers.map((number) => ({ number, matchId: `m${number}` }));
    const head = message('head', 'p1', { channel: 'discord', conversation: 'D1', dedupeKey: 'list', matches });
    await commit(store, result([], { messages: [head, ...numbers.map(item)] }));
    await deliver();
    expect(sends).toEqual([]);
    // The mail server says "later" at first: what was gathered is still with it then.
    putOff.clear();
    clock.advance(60_000);
    await deliver();
    expect(sends).toHaveLength(1);
    const said = JSON.stringify(sends[0]?.card);
    expect([...said.matchAll(/Match number (\d+)/g)].map(([, number]) => Number(number))).toEqual(numbers);
    expect(said).toMatch(/Match number 11.*comes by mail/);
    expect(await getNumberedMatches(store, W, 'head')).toEqual(numbers.map((number) => ({ number, matchId: `m${number}` })));
  });

  test('for seven days nothing is sent there; then it is tried again', async () => {
    await meet(discord, inDiscord, mail);
    closed.add('discord');
    await post();
    closed.clear();
    clock.advance(7 * DAY_MS - 1);
    await post();
    expect(sends.map((one) => one.channel)).toEqual(['email', 'email']);
    clock.advance(1);
    await post();
    expect(sends.at(-1)).toMatchObject({ channel: 'discord', conversation: 'D1' });
  });

  test('who has no other proven address gets it nowhere, and the message says so', async () => {
    await meet(discord, inDiscord, identityMet('p1', 'maybe@example.com', { verified: false }));
    closed.add('discord');
    const id = await post();
    expect(sends).toEqual([]);
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('50007') });
    const next = await post();
    expect(await getOutbox(store, W, next)).toMatchObject({ state: 'failed' });
  });

  test('where nobody is reached anywhere it ends', async () => {
    await meet(discord, inDiscord, mail, identityMet('p1', 'U0ANA', { channel: 'slack', id: 'on-slack' }), {
      kind: 'directConversationSeen',
      workspace: W,
      identityId: 'on-slack',
      conversation: 'DS',
    });
    for (const name of ['discord', 'email', 'slack']) closed.add(name);
    const id = await post();
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'failed' });
  });

  test('elsewhere it is refused as everywhere when its reader may not see whom it is about (A12)', async () => {
    await meet(discord, inDiscord, mail, candidateFound('c1'), resumeParsed('r1', 'c1'), accessGranted('p2', 'c1', 'r1', 's1'));
    closed.add('discord');
    const card = { about: ['c1'], title: 'About c1', blocks: [], footer: [], attachments: [] };
    await post({ card });
    expect(sends).toEqual([]);
  });

  test('a receipt where others read goes nowhere else', async () => {
    await meet(discord, inDiscord, mail);
    closed.add('discord');
    const id = await post({ private: false, conversation: 'C-shared' });
    expect(sends).toEqual([]);
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'failed' });
    expect((await identity())?.unreachableUntil).toBeNull();
  });
});

const newIntake = () =>
  createIntake({
    store,
    workspace: W,
    people: { recruiters: [], admins: [], inboxReaders: [], digestTime: '07:30', timeZone: 'UTC' },
    reader: {
      read: () => Promise.reject(new Error('no place is shared here')),
      unpack: () => Promise.reject(new Error('no place is shared here')),
      isZip: () => false,
    },
    isCommand: () => false,
    isAnswer: () => false,
  });

const incoming = (more: Partial<IncomingMessage> = {}): IncomingMessage => ({
  channel: 'discord',
  eventKey: `event-${Math.random()}`,
  conversation: 'D2',
  private: true,
  sender: { address: '4711', verified: true },
  inReplyTo: [],
  references: [],
  recipients: [],
  text: 'Hello',
  attachments: [],
  remarks: [],
  ...more,
});

describe('who writes again', () => {
  test.each([
    ['a proven message', {}, null],
    ['one that anybody may have sent', { sender: { address: '4711', verified: false } }, 5],
    ['an automatic one', { automatic: 'a program' }, 5],
  ] as const)('%s', async (_, more, until) => {
    await meet(discord, inDiscord, { kind: 'identityUnreachable', workspace: W, identityId: 'on-discord', until: 5 });
    await newIntake().messageReceived(incoming(more));
    expect((await identity())?.unreachableUntil).toBe(until);
  });

  test('keeps the direct conversation up to date, from private messages only (D4)', async () => {
    await meet(discord);
    const intake = newIntake();
    await intake.messageReceived(incoming({ conversation: '4711', publicPlace: { conversation: 'C1', inReplyTo: 'm' } }));
    expect((await identity())?.directConversation).toBeNull();
    await intake.messageReceived(incoming({ conversation: '4711' }));
    expect((await identity())?.directConversation).toBeNull();
    await intake.messageReceived(incoming({ conversation: 'D9' }));
    expect((await identity())?.directConversation).toBe('D9');
    expect(await directConversations(store, W, 'discord')).toEqual(['D9']);
    expect(await directConversations(store, W, 'slack')).toEqual([]);
    clock.advance(90 * DAY_MS + 1);
    expect(await directConversations(store, W, 'discord')).toEqual([]);
  });

  test('somebody whose address changed hands meanwhile is read anew: nothing is written for who is gone', async () => {
    await meet(discord);
    await commit(store, result([personMet('p2')]));
    await commit(store, result([{ kind: 'identityMoved', workspace: W, identityId: 'on-discord', from: 'p1', to: 'p2' }]));
    const heard = { kind: 'identityHeard', workspace: W, identityId: 'on-discord', personId: 'p1', reachable: true } as const;
    expect(await commit(store, result([heard]))).toBe('conflict');
    await newIntake().messageReceived(incoming());
    const rows = await store.db.select().from((await import('../../src/store/schema/submissions.ts')).submissions);
    expect(rows.map((row) => row.personId)).toEqual(['p2']);
  });
});
