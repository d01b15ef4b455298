/** What every engine promises about messages that belong together, and about conversations (rules R3, F6.1). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { commit } from '../../src/store/commit.ts';
import { findSent, getOutbox, lastSentTo } from '../../src/store/outbox.ts';
import { followersOf, itemCardsOf } from '../../src/store/outbox-items.ts';
import { lastAnswerTo } from '../../src/store/outbox-threads.ts';
import { identitiesOf } from '../../src/store/people.ts';
import { repliesSince } from '../../src/store/replies.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { AT, identityMet, message, personMet, result, W } from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const ROOT = '<root@example.org>';
const TWO = [1, 2].map((number) => ({ number, matchId: `m${number}` }));

export function outboxContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
  });
  const write = (...changes: Change[]) => commit(store, result(changes));
  const sent = (outboxId: string, conversation?: string): Change => ({
    kind: 'messageSent',
    workspace: W,
    outboxId,
    platformMessageId: `<${outboxId}@example.com>`,
    at: AT + 5,
    conversation,
  });
  const item = (number: number, follows: string) =>
    message(`o${number + 1}`, 'ada', {
      dedupeKey: `answer:o1/${number}`,
      matches: TWO.filter((one) => one.number === number),
      inReplyTo: ROOT,
      follows,
    });
  const addAll = () =>
    commit(
      store,
      result([], { messages: [message('o1', 'ada', { matches: TWO, inReplyTo: ROOT }), item(1, 'o1'), item(2, 'o2')] }),
    );

  describe('messages that follow another', () => {
    it('wait for it: only the head is delivered, once', async () => {
      await addAll();
      await addAll();
      const queue = createTaskQueue(store);
      expect((await queue.lease({ limit: 9, leaseMs: 1000 })).map((leased) => leased.id)).toEqual(['deliver:o1']);
      expect(await followersOf(store, W, 'o1')).toEqual([{ id: 'o2', bulk: false }]);
      await write(sent('o2'));
      expect(await followersOf(store, W, 'o1')).toEqual([]);
    });

    it('are found by their own id only: the last list, the thread and the bound on replies mean the head', async () => {
      await addAll();
      await write(sent('o1'), sent('o2'), sent('o3'));
      expect(await lastSentTo(store, W, 'ada', 'email')).toMatchObject({ id: 'o1', matches: TWO });
      expect(await lastAnswerTo(store, W, { personId: 'ada', channel: 'email', root: ROOT })).toMatchObject({ id: 'o1' });
      expect(await findSent(store, W, 'email', ['<o3@example.com>'])).toMatchObject({ id: 'o3', matches: [{ number: 2 }] });
      expect(await repliesSince(store, W, { personId: 'ada', channel: 'email' }, AT - 1)).toBe(1);
    });

    it('are the items of their head and of no other', async () => {
      await addAll();
      await commit(store, result([], { messages: [message('o9', 'ada', { dedupeKey: 'answer:o10' })] }));
      const titles = async (dedupeKey: string) => (await itemCardsOf(store, W, { dedupeKey })).map((card) => card.title);
      expect(await titles('answer:o1')).toEqual(['Card o2', 'Card o3']);
      expect(await titles('answer:o')).toEqual([]);
    });
  });

  it('a message that went elsewhere says where, and whose direct conversation that is', async () => {
    await write(personMet('ada'), identityMet('ada', 'U0ADA', { id: 'i1', channel: 'slack' }));
    const invocation = { id: 'https://hooks.example.com/1', expiresAt: AT + 9 };
    await commit(
      store,
      result([], { messages: [message('o1', 'ada', { channel: 'slack', conversation: 'U0ADA', invocation })] }),
    );
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ invocation: invocation.id, invocationExpiresAt: AT + 9 });
    await write(sent('o1', 'D0ADA'), { kind: 'directConversationSeen', workspace: W, identityId: 'i1', conversation: 'D0ADA' });
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'sent', conversation: 'D0ADA' });
    expect(await identitiesOf(store, W, 'ada')).toMatchObject([{ directConversation: 'D0ADA' }]);
  });
}
