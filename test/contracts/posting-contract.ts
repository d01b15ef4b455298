/** Reading postings, and telling which one a source belongs to. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { commit } from '../../src/store/commit.ts';
import { findSamePosting, findSamePostings } from '../../src/store/find-same-posting.ts';
import {
  countOpen,
  countPostings,
  getPosting,
  getPostings,
  getPostingVersion,
  listPostings,
  openPostingsPage,
} from '../../src/store/postings.ts';
import type { Store } from '../../src/store/store.ts';
import { AT, postingData, postingSaved, result, W } from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

export function postingContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
  });
  const write = async (...changes: Change[]) => expect(await commit(store, result(changes))).toBe('committed');
  const found = async (words: string[], status?: 'approved' | 'closed') =>
    (await listPostings(store, W, { words, status })).map((row) => row.id);

  it('finds a posting by id or code in its own workspace only', async () => {
    await write(postingSaved('j1', { code: 'j00000001' }));
    expect((await getPosting(store, W, 'j1'))?.code).toBe('j00000001');
    expect((await getPosting(store, W, 'j00000001'))?.id).toBe('j1');
    expect(await getPosting(store, 'other', 'j1')).toBeUndefined();
    await write(postingSaved('j1', { version: 2, data: postingData('Second') }));
    expect((await getPostingVersion(store, W, 'j1', 1))?.title).toBe('Title j1');
    expect(await getPostingVersion(store, W, 'j1', 3)).toBeUndefined();
  });

  it('searches title, company, places and requirements by beginnings of words, all of them', async () => {
    const nurse = postingData('Registered Nurse (m/f/d)', {
      company: 'Sankt-Anna-Klinik',
      locations: [{ city: 'Köln', countryCode: 'DE' }],
      mustHave: ['ICU experience'],
    });
    await write(
      postingSaved('j1', { data: nurse }),
      postingSaved('j2', { data: postingData('C++ engineer 100%'), status: 'closed' }),
    );
    expect(await found(['nurs'])).toEqual(['j1']);
    expect(await found(['KOLN', 'icu'])).toEqual(['j1']);
    expect(await found(['köln', 'engineer'])).toEqual([]);
    expect(await found(['urse'])).toEqual([]);
    expect(await found(['c++'])).toEqual(['j2']);
    expect(await found(['c++'], 'approved')).toEqual([]);
    expect(await found(['%'])).toEqual(['j2', 'j1']);
  });

  it('reads lists newest first, open ones in order, in pages, without gaps', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => `j${String(n).padStart(3, '0')}`);
    await write(...ids.map((id, n) => postingSaved(id, { status: n % 10 === 0 ? 'archived' : 'approved' })));
    expect((await listPostings(store, W, { limit: 1000 })).map((row) => row.id)).toEqual([...ids].reverse());
    expect((await listPostings(store, W, { limit: 2, after: 'j100' })).map((row) => row.id)).toEqual(['j099', 'j098']);
    const open: string[] = [];
    for (let after: string | undefined; ; after = open.at(-1)) {
      const page = await openPostingsPage(store, W, after, 50);
      open.push(...page.map((row) => row.id));
      if (page.length < 50) break;
    }
    expect(open).toEqual(ids.filter((_, n) => n % 10 !== 0));
    expect([await countOpen(store, W), await countPostings(store, W), await countPostings(store, W, 'archived')]).toEqual([
      207, 230, 23,
    ]);
    expect(await getPostings(store, W, [...ids, 'unknown'])).toHaveLength(230);
  });

  describe('a source', () => {
    const source = (sourceKey: string, postingId: string, contentHash: string): Change => ({
      kind: 'postingSourceSeen',
      workspace: W,
      feed: 'a',
      sourceKey,
      postingId,
      contentHash,
      at: AT,
    });

    it('seen before belongs to its posting, changed or not, whatever else it resembles', async () => {
      await write(
        postingSaved('j1', { contentHash: 'merged' }),
        postingSaved('j2', { contentHash: 'h2', canonicalUrl: 'https://b.example/2' }),
        source('1', 'j1', 'h1'),
      );
      const asked = { feed: 'a', sourceKey: '1', canonicalUrl: 'https://b.example/2', contentHash: 'h1' };
      expect(await findSamePosting(store, W, asked)).toMatchObject({ postingId: 'j1', by: 'source', changed: false });
      expect(await findSamePosting(store, W, { ...asked, contentHash: 'new' })).toMatchObject({ postingId: 'j1', changed: true });
      expect(await findSamePosting(store, W, { ...asked, feed: 'b' })).toMatchObject({
        postingId: 'j2',
        by: 'url',
        changed: true,
      });
    });

    it('new in a feed is recognised by URL, then by the employer’s number, then by content; of several by the oldest', async () => {
      await write(
        postingSaved('j1', { requisitionKey: 'harbour:77', contentHash: 'h1', at: AT }),
        postingSaved('j2', { contentHash: 'same', at: AT + 1 }),
        postingSaved('j3', { contentHash: 'same', at: AT + 2 }),
      );
      const ask = (more: object) => ({ feed: 'b', sourceKey: 'x', contentHash: 'none', ...more });
      const answers = await findSamePostings(store, W, [
        ask({ requisitionKey: 'harbour:77' }),
        ask({ contentHash: 'same' }),
        ask({ canonicalUrl: 'https://x.example' }),
        ask({}),
      ]);
      expect(answers.map((answer) => answer && [answer.postingId, answer.by, answer.changed])).toEqual([
        ['j1', 'requisition', true],
        ['j2', 'content', false],
        undefined,
        undefined,
      ]);
      expect(await findSamePosting(store, 'other', ask({ contentHash: 'same' }))).toBeUndefined();
    });

    it('is looked up with 199 others at once', async () => {
      await write(...Array.from({ length: 100 }, (_, n) => postingSaved(`j${n}`, { contentHash: `h${n}` })));
      const answers = await findSamePostings(
        store,
        W,
        Array.from({ length: 200 }, (_, n) => ({ feed: 'b', sourceKey: `${n}`, contentHash: `h${n}` })),
      );
      expect(answers.map((answer) => answer?.postingId)).toEqual(
        Array.from({ length: 200 }, (_, n) => (n < 100 ? `j${n}` : undefined)),
      );
    });
  });
}
