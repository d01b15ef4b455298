import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeliverMessage } from '../../src/delivery/deliver-message.ts';
import { AddressGone, RetryLater } from '../../src/domain/errors.ts';
import { newId } from '../../src/domain/ids.ts';
import { readReplyToken } from '../../src/domain/signed-token.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import type { Channel, IncomingMessage, SendOptions, Sent } from '../../src/messages/channel.ts';
import { commit } from '../../src/store/commit.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import { findByAddress } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { findSuppression } from '../../src/store/suppressions.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { identityMet, message, personMet, result, W } from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import { openTestDatabase, type TestDatabase } from '../store/open-test-database.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let store: Store;
let clock: ManualClock;
let sends: { conversation: string; options: SendOptions }[];
/** What the channel does with the next message. */
let act: (options: SendOptions) => Sent;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(fresh);

async function fresh() {
  clock = manualClock();
  store = await database.fresh(clock);
  sends = [];
  act = ({ dedupeKey }) => ({ outcome: 'sent', message: `<${dedupeKey}@x>` });
}

const channel: Channel = {
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
    idempotentSend: false,
  },
  start: async () => {},
  stop: async () => {},
  async send(to, _card, options) {
    sends.push({ conversation: 'conversation' in to ? to.conversation : '', options });
    return act(options);
  },
  messageIdOf: (dedupeKey) => `<${dedupeKey}@x>`,
  openDirectConversation: async () => '',
  async *fetchAttachment() {},
};

/** Runs the deliveries that are due, as the worker does. How many there were. */
async function deliver(): Promise<number> {
  const queue = createTaskQueue(store, { random: () => 0.5 });
  const handler = createDeliverMessage({ store, clock, channel: () => channel });
  const tasks = await queue.lease({ limit: 50, leaseMs: 10_000 });
  for (const task of tasks) {
    if (task.step !== 'deliverMessage') throw new Error(`${task.step} was not expected`);
    expect(task.attempt).toBe(1);
    try {
      await queue.complete(task, await handler(task, new AbortController().signal));
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      await queue.retry(task, { afterMs: error.afterMs, reason: error.message, countsAsAttempt: error.countsAsAttempt });
    }
  }
  return tasks.length;
}

async function post(address: string, more: { bulk?: boolean; priority?: number; provable?: boolean } = {}): Promise<string> {
  const id = newId(clock);
  await commit(store, result([], { messages: [message(id, 'p1', { conversation: address, ...more })] }));
  return id;
}
const meet = (address: string, verified = true) =>
  commit(store, result([personMet('p1'), identityMet('p1', address, { verified })]));

describe('a server that puts a mail off', () => {
  const later = () => {
    throw new RetryLater('the mail server asks to try later (450)', {
      afterMs: 30 * 60_000,
      countsAsAttempt: false,
      giveUpAfterMs: 3 * DAY_MS,
    });
  };

  test('72 h long it is tried, no attempt is used up; then it failed with the reason (O7)', async () => {
    await meet('ana@example.com');
    act = later;
    const id = await post('ana@example.com');
    for (let halfHours = 0; halfHours < 144; halfHours++) {
      expect(await deliver()).toBe(1);
      expect(await getOutbox(store, W, id)).toMatchObject({ state: 'waiting', reason: expect.stringContaining('450') });
      clock.advance(30 * 60_000);
    }
    expect(await deliver()).toBe(1);
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('450') });
    expect(sends).toHaveLength(145);
    clock.advance(DAY_MS);
    expect(await deliver()).toBe(0);
  });

  test('the 72 h begin with the first try, not with the message: a service that was off gives it its time', async () => {
    await meet('ana@example.com');
    const id = await post('ana@example.com');
    clock.advance(10 * DAY_MS);
    act = later;
    await deliver();
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'waiting' });
    act = ({ dedupeKey }) => ({ outcome: 'sent', message: `<${dedupeKey}@x>` });
    clock.advance(DAY_MS);
    await deliver();
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'sent' });
  });

  test('answers that wait go before digests that wait', async () => {
    await meet('ana@example.com');
    act = later;
    await post('digest@example.com', { bulk: true, priority: 9 });
    clock.advance(1);
    await post('answer@example.com', { priority: 0 });
    await deliver();
    clock.advance(30 * 60_000);
    sends.length = 0;
    await deliver();
    expect(sends.map((send) => send.conversation)).toEqual(['answer@example.com', 'digest@example.com']);
  });

  test('a limit of our own is no reason to give up ever', async () => {
    await meet('ana@example.com');
    const id = await post('ana@example.com');
    act = () => {
      throw new RetryLater('no more than 30 mails a minute', { afterMs: DAY_MS, countsAsAttempt: false });
    };
    for (let days = 0; days < 10; days++) {
      expect(await deliver()).toBe(1);
      clock.advance(DAY_MS);
    }
    expect(await getOutbox(store, W, id)).toMatchObject({ state: 'waiting', deferredSince: null });
  });
});

describe('addresses that nothing is sent to (O7)', () => {
  test('an address that does not exist is written down, and the next mail to it is not sent', async () => {
    await meet('ana@example.com');
    act = () => {
      throw new AddressGone('there is nobody at that address (550 5.1.1)', 'fix', { status: '5.1.1' });
    };
    const first = await post('ana@example.com');
    await deliver();
    expect(await getOutbox(store, W, first)).toMatchObject({ state: 'failed' });
    expect(await findSuppression(store, W, 'email', 'ana@example.com')).toEqual({ kind: 'bounce', status: '5.1.1' });
    const second = await post('ANA@example.com');
    await deliver();
    expect(sends).toHaveLength(1);
    expect(await getOutbox(store, W, second)).toMatchObject({ state: 'failed', reason: expect.stringContaining('5.1.1') });
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

  test.each([
    ['a proven mail', { verified: true, automatic: false }, undefined],
    ['a mail that anybody may have sent', { verified: false, automatic: false }, 'bounce'],
    ['an automatic one', { verified: true, automatic: true }, 'bounce'],
  ] as const)('what %s does to an earlier bounce', async (_, is, left) => {
    await meet('ana@example.com');
    await commit(
      store,
      result([{ kind: 'addressSuppressed', workspace: W, channel: 'email', address: 'ana@example.com', cause: 'bounce', at: 0 }]),
    );
    await newIntake().messageReceived(incoming(1, 'ana@example.com', is));
    expect((await findSuppression(store, W, 'email', 'ana@example.com'))?.kind).toBe(left);
  });

  const ADDRESSES = ['ana@example.com', 'ben@example.com', 'cy@example.com'];
  const who = fc.constantFrom(...ADDRESSES);
  const event = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('mail' as const), who, bulk: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('failed' as const, 'complaint' as const, 'delayed' as const),
        who,
        about: who,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('writes' as const), who, verified: fc.boolean(), automatic: fc.boolean() }),
    },
  );

  test('whoever mails, bounces, complains and writes in whatever order: 0 sends to suppressed addresses, and nobody else goes without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        await fresh();
        await meet('p1@example.com');
        const intake = newIntake();
        const model = new Map(ADDRESSES.map((address) => [address, new Set<string>()]));
        const last = new Map<string, string>();
        for (const [index, one] of events.entries()) {
          if (one.kind === 'mail') {
            sends.length = 0;
            const id = await post(one.who, { bulk: one.bulk });
            await deliverAll(id);
            const expected = model.get(one.who)?.size === 0 ? [one.who] : [];
            expect(sends.map((send) => send.conversation)).toEqual(expected);
            if (expected.length > 0) last.set(one.who, `<answer:${id}@x>`);
          } else if (one.kind === 'writes') {
            await intake.messageReceived(incoming(index, one.who, { verified: one.verified, automatic: one.automatic }));
            if (one.verified && !one.automatic) model.get(one.who)?.delete('bounce');
          } else {
            const original = last.get(one.who);
            const deliveryReport = {
              kind: one.kind,
              status: '5.1.1',
              recipients: [one.about],
              originals: [original ?? '<unknown@x>'],
            };
            await intake.messageReceived({
              ...incoming(index, 'mailer-daemon@example.net', { verified: false, automatic: true }),
              deliveryReport,
            });
            // Of a mail to somebody else, or of none of ours, it says nothing.
            if (original !== undefined && one.about === one.who && one.kind !== 'delayed')
              model.get(one.who)?.add(one.kind === 'complaint' ? 'complaint' : 'bounce');
          }
        }
        expect(await findByAddress(store, W, 'email', 'mailer-daemon@example.net')).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  /** Only the delivery of that message: what intake wants done is not this test's. */
  async function deliverAll(id: string): Promise<void> {
    const handler = createDeliverMessage({ store, clock, channel: () => channel });
    const task = {
      id: `deliver:${id}`,
      workspace: W,
      code: 't00000000',
      step: 'deliverMessage' as const,
      payload: { outboxId: id },
      attempt: 1,
      leaseToken: '',
      leaseExpiresAt: 0,
      leaseWasLost: false,
      createdAt: 0,
    };
    await commit(store, await handler(task, new AbortController().signal));
  }

  const incoming = (index: number, address: string, is: { verified: boolean; automatic: boolean }): IncomingMessage => ({
    channel: 'email',
    eventKey: `event-${index}`,
    conversation: address,
    private: true,
    sender: { address, verified: is.verified },
    ...(is.automatic ? { automatic: 'auto-submitted: auto-replied' } : {}),
    inReplyTo: [],
    references: [],
    recipients: [],
    text: 'Hello',
    attachments: [],
    remarks: [],
  });
});

describe('who receives a mail can prove it (E10)', () => {
  const tokenOf = async (provable: boolean) => {
    await meet('ana@example.com', false);
    const id = await post('ana@example.com', { provable });
    await deliver();
    return { id, token: sends.at(-1)?.options.replyToken };
  };

  test('a message that asks for proof carries a token for itself and its address', async () => {
    const { id, token = '' } = await tokenOf(true);
    expect(readReplyToken(store.keys.links, token, 'ana@example.com')).toBe(id);
    expect(readReplyToken(store.keys.links, token, 'mal@example.com')).toBeUndefined();
  });

  test('any other carries none: a forwarded digest must open nothing', async () => {
    expect((await tokenOf(false)).token).toBeUndefined();
  });
});

test('a doubtful mail keeps the id that it has if it went out (O4)', async () => {
  await meet('ana@example.com');
  act = () => ({ outcome: 'uncertain', reason: 'the connection broke' });
  const id = await post('ana@example.com');
  await deliver();
  expect(await getOutbox(store, W, id)).toMatchObject({ state: 'uncertain', platformMessageId: `<answer:${id}@x>` });
});
