import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/intake/create-intake.ts';
import type { IncomingMessage } from '../../src/messages/channel.ts';
import { getCursor } from '../../src/store/cursors.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { W } from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import { openTestDatabase, type TestDatabase } from '../store/open-test-database.ts';

let database: TestDatabase;
let store: Store;
let clock: ManualClock;
let intake: ReturnType<typeof createIntake>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = manualClock();
  store = await database.fresh(clock);
  const refuse = () => Promise.reject(new Error('no place is shared here'));
  intake = createIntake({
    store,
    workspace: W,
    people: { recruiters: [], admins: [], inboxReaders: [], digestTime: '07:30', timeZone: 'UTC' },
    reader: { read: refuse, unpack: refuse, isZip: () => false },
    isCommand: () => false,
    isAnswer: () => false,
  });
});

const mail = (location?: string): IncomingMessage => ({
  channel: 'email',
  eventKey: 'mail:<a@example.org>:1',
  messageId: '<a@example.org>',
  inReplyTo: [],
  references: [],
  sender: { address: 'ana@example.com', verified: true },
  conversation: 'ana@example.com',
  private: true,
  subject: 'Hello',
  text: 'Is anybody there?',
  recipients: [],
  attachments: [],
  remarks: [],
  location,
  ...(location === undefined ? {} : { cursor: { source: 'mailbox', value: location } }),
});

/** The places that are to be marked; the message's own is undefined. */
async function marks(): Promise<(string | undefined)[]> {
  clock.advance(3_600_000);
  const leased = await createTaskQueue(store).lease({ limit: 50, leaseMs: 1_000 });
  return leased.flatMap((task) => (task.step === 'markMessage' ? [task.payload.location] : []));
}

describe('E6: copies of one mail', () => {
  it('are marked where they lie, and the position moves past them', async () => {
    await intake.messageReceived(mail());
    await intake.messageReceived(mail('place:1'));
    await intake.messageReceived(mail('place:2'));
    expect(await marks()).toEqual(['place:1', 'place:2']);
    expect(await getCursor(store, W, 'mailbox')).toBe('place:2');
  });

  it('are marked too when they come at the same instant', async () => {
    await Promise.all([intake.messageReceived(mail()), intake.messageReceived(mail('place:1'))]);
    expect(await marks()).toEqual(['place:1']);
  });

  it('in the same place are one mail', async () => {
    await intake.messageReceived(mail('place:1'));
    await intake.messageReceived(mail('place:1'));
    expect(await marks()).toEqual([undefined]);
  });
});
