/** What every engine promises about proofs by answer, threads and bounds (rules E9, E10). */
import { beforeEach, describe, expect, it } from 'vitest';
import { serviceViewer } from '../../src/domain/people.ts';
import type { OutgoingMessage } from '../../src/messages/outgoing.ts';
import { commit } from '../../src/store/commit.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import { answersVerified, messageIdSeen, repliesSince, threadHasLastWord } from '../../src/store/replies.ts';
import type { Store } from '../../src/store/store.ts';
import { getSubmission } from '../../src/store/submissions.ts';
import { AT, identityMet, message, personMet, result, submissionReceived, W } from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

export function trustContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await commit(store, result([personMet('ada'), identityMet('ada', 'ada@example.com')]));
  });
  const send = async (id: string, more: Partial<OutgoingMessage> = {}) => {
    const sent = { kind: 'messageSent', workspace: W, outboxId: id, platformMessageId: `<${id}@ours>`, at: AT } as const;
    await commit(store, result([], { messages: [message(id, 'ada', more)] }));
    await commit(store, result([sent]));
  };
  const used = (outboxId: string) => ({ kind: 'replyTokenUsed', workspace: W, outboxId, at: AT }) as const;

  describe('a reply token', () => {
    it('is used up once: of two commits at the same instant one writes nothing at all', async () => {
      await send('o1', { provable: true });
      const answers = [1, 2].map((n) =>
        commit(store, result([submissionReceived(`s${n}`, 'ada', { eventKey: `k${n}`, provenBy: 'o1' }), used('o1')])),
      );
      expect((await Promise.all(answers)).sort()).toEqual(['committed', 'conflict']);
      const views = await Promise.all(['s1', 's2'].map((id) => getSubmission(store, serviceViewer(W), id)));
      expect(views.filter((view) => view?.provenBy === 'o1')).toHaveLength(1);
      expect(views.filter((view) => view === undefined)).toHaveLength(1);
      expect((await getOutbox(store, W, 'o1'))?.tokenUsedAt).toBe(AT);
    });

    it('of another workspace, or of no message, is none', async () => {
      await send('o1', { provable: true });
      expect(await commit(store, result([{ ...used('o1'), workspace: 'other' }]))).toBe('conflict');
      expect(await commit(store, result([used('o9')]))).toBe('conflict');
    });

    it('makes an earlier message count as verified, and says by what', async () => {
      await commit(store, result([submissionReceived('s1', 'ada', { verified: false })]));
      await commit(store, result([{ kind: 'submissionProven', workspace: W, submissionId: 's1', outboxId: 'o1' }]));
      expect(await getSubmission(store, serviceViewer(W), 's1')).toMatchObject({ verified: true, provenBy: 'o1' });
    });
  });

  describe('a thread', () => {
    const thread = (references: string[], repliesTo: string | null = null) =>
      threadHasLastWord(store, W, { channel: 'email', references, repliesTo });

    it('has a last word when it names one of ours, or when the chain of answers leads to one', async () => {
      await send('help', { lastWord: true });
      await send('plain');
      expect(await thread(['<x@y>', '<help@ours>'])).toBe(true);
      expect(await thread(['<plain@ours>'], 'plain')).toBe(false);
      expect(await thread([], 'help')).toBe(true);
      await commit(store, result([submissionReceived('s1', 'ada', { eventKey: 'k1', repliesTo: 'help' })]));
      await send('later', { dedupeKey: 'answer:s1' });
      expect(await thread([], 'later')).toBe(true);
      for (const [id, key] of [
        ['rest', 'answer:s1:rest'],
        ['again', 'again:s1:1700000000000'],
      ] as const) {
        await send(id, { dedupeKey: key });
        expect(await thread([], id), key).toBe(true);
      }
      expect(await thread([], null)).toBe(false);
    });

    it('that answers itself comes to an end', async () => {
      await commit(store, result([submissionReceived('s1', 'ada', { eventKey: 'k1', repliesTo: 'round' })]));
      await send('round', { dedupeKey: 'answer:s1' });
      expect(await thread([], 'round')).toBe(false);
    });
  });

  it('counts what was answered to a person on a channel since then, and no digests', async () => {
    await send('a1', { createdAt: AT });
    await send('a2', { createdAt: AT + 10, lastWord: true });
    await send('d1', { createdAt: AT + 20, bulk: true, dedupeKey: 'digest:1' });
    await send('other', { createdAt: AT + 20, channel: 'slack' });
    const to = { personId: 'ada', channel: 'email' };
    expect(await repliesSince(store, W, to, AT - 1)).toBe(2);
    expect(await repliesSince(store, W, to, AT)).toBe(1);
    expect(await repliesSince(store, W, { ...to, lastWordOnly: true }, AT - 1)).toBe(1);
    await commit(store, result([submissionReceived('s1', 'ada', { eventKey: 'k1', verified: false })]));
    await send('claimed', { createdAt: AT + 30, dedupeKey: 'answer:s1' });
    expect(await repliesSince(store, W, to, AT - 1)).toBe(3);
    expect(await repliesSince(store, W, { ...to, verifiedOnly: true }, AT - 1)).toBe(2);
    expect(await answersVerified(store, W, { dedupeKey: 'answer:s1' })).toBe(false);
    expect(await answersVerified(store, W, { dedupeKey: 'digest:1' })).toBe(true);
    expect(await repliesSince(store, W, { ...to, personId: 'bob' }, AT - 1)).toBe(0);
    expect(await repliesSince(store, 'other', to, AT - 1)).toBe(0);
  });

  it('knows the ids of messages that were taken in, by channel', async () => {
    await commit(store, result([submissionReceived('s1', 'ada', { messageId: '<m1@example.com>' })]));
    expect(await messageIdSeen(store, W, 'email', '<m1@example.com>')).toBe(true);
    expect(await messageIdSeen(store, W, 'slack', '<m1@example.com>')).toBe(false);
    expect(await messageIdSeen(store, W, 'email', '<m2@example.com>')).toBe(false);
  });
}
