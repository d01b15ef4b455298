import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeliverMessage } from '../../src/delivery/deliver-message.ts';
import { InvocationOver, PermanentFailure, RetryLater } from '../../src/domain/errors.ts';
import type { Channel, Destination, Sent } from '../../src/messages/channel.ts';
import { itemMessages } from '../../src/messages/item-messages.ts';
import type { OutgoingMessage } from '../../src/messages/outgoing.ts';
import { commit } from '../../src/store/commit.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import type { LeasedTask } from '../../src/tasks/queue.ts';
import { identityMet, message, personMet, result, W } from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import { openTestDatabase, type TestDatabase } from '../store/open-test-database.ts';

let database: TestDatabase;
let store: Store;
let clock: ManualClock;
let sends: { to: Destination; dedupeKey: string }[];
let act: (to: Destination, dedupeKey: string) => Sent;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = manualClock();
  store = await database.fresh(clock);
  sends = [];
  act = (_to, dedupeKey) => ({ outcome: 'sent', message: dedupeKey });
  await commit(store, result([personMet('ana'), identityMet('ana', 'U0ANA', { channel: 'chat' })]));
});

const channel: Channel = {
  name: 'chat',
  capabilities: {
    reactions: true,
    editing: true,
    threads: true,
    privateReplies: true,
    files: true,
    forms: true,
    itemMessages: true,
    home: false,
    idempotentSend: false,
  },
  start: async () => {},
  stop: async () => {},
  async send(to, _card, { dedupeKey }) {
    sends.push({ to, dedupeKey });
    return act(to, dedupeKey);
  },
  openDirectConversation: async ({ address }) => `D-${address}`,
  async *fetchAttachment() {},
};

const handler = () => createDeliverMessage({ store, clock, channel: () => channel });
const queue = () => createTaskQueue(store, { random: () => 0.5 });
const run = async (task: LeasedTask) => {
  if (task.step !== 'deliverMessage') throw new Error(`${task.step} was not expected`);
  return handler()(task, new AbortController().signal);
};

/** Delivers what is due until nothing is; how many deliveries there were. */
async function deliverAll(): Promise<number> {
  for (let count = 0; ; count++) {
    const [task] = await queue().lease({ limit: 1, leaseMs: 10_000 });
    if (!task) return count;
    await queue().complete(task, await run(task));
  }
}

const post = (...messages: OutgoingMessage[]) => commit(store, result([], { messages }));
const chatMessage = (id: string, more: Partial<OutgoingMessage> = {}) =>
  message(id, 'ana', { channel: 'chat', conversation: 'U0ANA', ...more });

describe('an answer to a command used among others', () => {
  const asked = (expiresAt: number) => chatMessage('o1', { invocation: { id: 'token-1', expiresAt } });

  test('goes where it was asked, seen by the asker alone, while that lasts', async () => {
    await post(asked(clock.now().getTime() + 60_000));
    await deliverAll();
    expect(sends.map((one) => one.to)).toEqual([{ invocation: 'token-1', visibleTo: 'invoker' }]);
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'sent', conversation: 'U0ANA' });
  });

  test('goes to the direct conversation once its time is over, without trying, and the row says so (D1)', async () => {
    await post(asked(clock.now().getTime() - 1));
    await deliverAll();
    expect(sends.map((one) => one.to)).toEqual([{ conversation: 'D-U0ANA' }]);
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'sent', conversation: 'D-U0ANA' });
  });

  test('goes to the direct conversation when the platform says that it is over', async () => {
    await post(asked(clock.now().getTime() + 60_000));
    act = (to, dedupeKey) => {
      if ('invocation' in to) throw new InvocationOver('used up');
      return { outcome: 'sent', message: dedupeKey };
    };
    await deliverAll();
    expect(sends.map((one) => one.to)).toEqual([{ invocation: 'token-1', visibleTo: 'invoker' }, { conversation: 'D-U0ANA' }]);
  });

  test('about people that the asker may not see goes neither way (A12)', async () => {
    const card = { about: ['somebody-else'], title: 'x', blocks: [], footer: [], attachments: [] };
    await post(chatMessage('o1', { card, invocation: { id: 'token-1', expiresAt: clock.now().getTime() + 60_000 } }));
    await deliverAll();
    expect(sends).toEqual([]);
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'failed' });
  });
});

describe('a list with a message a match (F6.1)', () => {
  const items = [1, 2, 3].map((number) => ({
    number,
    matchId: `m${number}`,
    title: `Job ${number}`,
    good: [],
    missing: [],
    notes: [],
  }));
  const list = (): OutgoingMessage[] => {
    let ids = 1;
    const card = { about: [], title: '3 jobs', blocks: [{ kind: 'items' as const, items }], footer: [], attachments: [] };
    const matches = items.map(({ number, matchId }) => ({ number, matchId }));
    return itemMessages(chatMessage('o1', { dedupeKey: 'answer:s1', card, matches }), () => `o${++ids}`);
  };
  const keys = () => sends.map((one) => one.dedupeKey);
  const ALL = ['answer:s1', 'answer:s1/1', 'answer:s1/2', 'answer:s1/3'];

  test('is delivered in its order, whatever becomes of one of them', async () => {
    await post(...list());
    act = (_to, dedupeKey) => {
      if (dedupeKey === 'answer:s1/1') throw new PermanentFailure('refused', 'nothing');
      return dedupeKey === 'answer:s1/2' ? { outcome: 'uncertain', reason: 'cut off' } : { outcome: 'sent', message: dedupeKey };
    };
    expect(await deliverAll()).toBe(4);
    expect(keys()).toEqual(ALL);
    const states = await Promise.all(['o1', 'o2', 'o3', 'o4'].map(async (id) => (await getOutbox(store, W, id))?.state));
    expect(states).toEqual(['sent', 'failed', 'uncertain', 'sent']);
  });

  test('stays in its order when one is put off', async () => {
    await post(...list());
    let refusals = 2;
    act = (_to, dedupeKey) => {
      if (dedupeKey === 'answer:s1/1' && refusals-- > 0)
        throw new RetryLater('slow down', { giveUpAfterMs: 3_600_000, afterMs: 1_000 });
      return { outcome: 'sent', message: dedupeKey };
    };
    for (let round = 0; round < 3; round++) {
      await deliverAll();
      clock.advance(1_000);
    }
    expect(keys()).toEqual(['answer:s1', 'answer:s1/1', 'answer:s1/1', ...ALL.slice(1)]);
  });

  test('a service that ends after any send, before its commit, loses nothing, repeats nothing and keeps the order (R3)', async () => {
    for (let crash = 0; crash < 4; crash++) {
      store = await database.fresh(clock);
      await commit(store, result([personMet('ana'), identityMet('ana', 'U0ANA', { channel: 'chat' })]));
      sends = [];
      await post(...list());
      for (let done = 0; ; done++) {
        const [task] = await queue().lease({ limit: 1, leaseMs: 10_000 });
        if (!task) break;
        const outcome = await run(task);
        // Its lease runs out without an outcome, as after kill -9.
        if (done === crash) clock.advance(10_001);
        else await queue().complete(task, outcome);
      }
      expect(keys()).toEqual(ALL);
      const rows = await Promise.all(['o1', 'o2', 'o3', 'o4'].map(async (id) => getOutbox(store, W, id)));
      expect(rows.map((row) => row?.state)).toEqual(rows.map((_, at) => (at === crash ? 'uncertain' : 'sent')));
    }
  });
});
