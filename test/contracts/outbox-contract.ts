/** What every engine promises about messages that belong together, and about conversations (rules R3, F6.1). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { commit } from '../../src/store/commit.ts';
import { directConversations } from '../../src/store/direct-conversations.ts';
import { nativeReactionsOn } from '../../src/store/native-reactions.ts';
import { findSent, getOutbox, lastAnswerTo, lastSentTo } from '../../src/store/outbox.ts';
import { followersOf, itemCardsOf } from '../../src/store/outbox-items.ts';
import { identitiesOf } from '../../src/store/people.ts';
import { repliesSince } from '../../src/store/replies.ts';
import { messageThatShowed } from '../../src/store/shown-matches.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import {
  AT,
  candidateFound,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  result,
  resumeParsed,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
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

  it('a match was shown to whom a message with its number went, and to nobody else (A12)', async () => {
    const scored = [candidateFound('c1'), resumeParsed('r1', 'c1'), postingSaved('j1')];
    const match = matchScored('m1', { candidateId: 'c1', resumeId: 'r1', postingId: 'j1' }, { code: 'm4f7k2m9q' });
    await write(personMet('ada'), personMet('ben'), ...scored, match);
    await addAll();
    const shown = (personId: string, first?: string) =>
      messageThatShowed(store, W, { personId, match: 'm4f7k2m9q', first }).then((message) => message?.id);
    expect([await shown('ada'), await shown('ada', 'o1'), await shown('ben')]).toEqual(['o2', 'o1', undefined]);
    for (const outboxId of ['o1', 'o2']) await write({ kind: 'messageFailed', workspace: W, outboxId, reason: 'gone', at: AT });
    expect(await shown('ada')).toBeUndefined();
  });

  it('reactions on a message are told in the order in which they came, without buttons and other people’s', async () => {
    const reacted = (id: string, personId: string, detail: Record<string, unknown>, at: number) =>
      submissionReceived(id, personId, { kind: 'feedback', repliesTo: 'o1', detail, receivedAt: AT + at });
    await write(
      reacted('s2', 'ada', { emoji: '👍', removed: true }, 2),
      reacted('s1', 'ada', { emoji: '👍', removed: false }, 1),
      reacted('s3', 'ben', { emoji: '👎', removed: false }, 3),
      reacted('s4', 'ada', { emoji: '⭐', removed: false, match: 'm4f7k2m9q' }, 4),
    );
    expect(await nativeReactionsOn(store, W, 'ada', 'o1')).toEqual([
      { submissionId: 's1', emoji: '👍', removed: false },
      { submissionId: 's2', emoji: '👍', removed: true },
    ]);
  });

  it('direct conversations of a channel are those used within ninety days, newest first (D4)', async () => {
    const DAY = 86_400_000;
    const now = manualClock().now().getTime();
    const person = (id: string, conversation: string): Change[] => [
      personMet(id),
      identityMet(id, `U-${id}`, { id: `i-${id}`, channel: 'chat' }),
      { kind: 'directConversationSeen', workspace: W, identityId: `i-${id}`, conversation },
    ];
    const wrote = (id: string, at: number) =>
      submissionReceived(`s-${id}`, id, { identityId: `i-${id}`, channel: 'chat', receivedAt: at });
    await write(
      ...['old', 'wrote', 'got', 'never'].flatMap((id) => person(id, `D-${id}`)),
      wrote('old', now - 91 * DAY),
      wrote('wrote', now - 2 * DAY),
    );
    await commit(store, result([], { messages: [message('o9', 'got', { channel: 'chat', createdAt: now - DAY })] }));
    expect(await directConversations(store, W, 'chat')).toEqual(['D-got', 'D-wrote']);
    expect(await directConversations(store, W, 'other')).toEqual([]);
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
    expect(await getOutbox(store, W, 'o1')).toMatchObject({
      state: 'sent',
      conversation: 'D0ADA',
      // A secret of the platform that nobody needs any more.
      invocation: null,
      invocationExpiresAt: null,
    });
    expect(await identitiesOf(store, W, 'ada')).toMatchObject([{ directConversation: 'D0ADA' }]);
  });
}
