import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/domain/posting.ts';
import { type Incoming, mergeBatch, type StoredPosting } from '../../../src/pipeline/postings/merge-batch.ts';

const posting = (title: string, city: string): Posting => ({
  title,
  normalizedTitle: title.toLowerCase(),
  company: 'Example Works',
  locations: [{ city, countryCode: 'GB' }],
  workplace: 'onsite',
  salary: null,
  mustHave: [],
  niceToHave: [],
  requirements: [],
  confidence: 1,
  description: title,
});
const incoming = (key: string, title: string, city: string, more: Partial<Incoming['keys']> = {}, closed = false): Incoming => ({
  posting: posting(title, city),
  closed,
  keys: { feed: 'a', sourceKey: key, contentHash: `hash-${title}-${city}`, ...more },
});
const context = () => {
  let next = 0;
  return { workspace: 'default', feed: 'a', at: 1, newPosting: () => ({ id: `n${++next}`, code: `j${next}` }) };
};
const stored = (more: Partial<StoredPosting> = {}): StoredPosting => ({
  id: 'p1',
  code: 'j1',
  version: 3,
  status: 'approved',
  data: posting('Welder', 'Leeds'),
  ...more,
});
const saved = (batch: ReturnType<typeof mergeBatch>) =>
  batch.changes.flatMap((change) => (change.kind === 'postingSaved' ? [change.posting] : []));

describe('exact merging of a batch', () => {
  it('saves new postings once and asks for their matches', () => {
    const batch = mergeBatch(
      [incoming('1', 'Welder', 'Leeds'), incoming('2', 'Cook', 'York')],
      [undefined, undefined],
      new Map(),
      context(),
    );
    expect(batch.counts).toMatchObject({ new: 2, approved: 2, merged: 0 });
    expect(batch.toMatch).toEqual(['n1', 'n2']);
  });

  it('merges by address within one batch and keeps both places', () => {
    const url = 'https://jobs.example.com/1';
    const batch = mergeBatch(
      [incoming('1', 'Welder', 'Leeds', { canonicalUrl: url }), incoming('2', 'Welder', 'York', { canonicalUrl: url })],
      [undefined, undefined],
      new Map(),
      context(),
    );
    expect(batch.counts).toMatchObject({ new: 1, merged: 1 });
    expect(saved(batch).map((one) => one.data.locations.map((place) => place.city))).toEqual([['Leeds', 'York']]);
    expect(batch.changes.filter((change) => change.kind === 'postingSourceSeen')).toHaveLength(2);
  });

  it('leaves an unchanged posting alone', () => {
    const same = { postingId: 'p1', code: 'j1', version: 3, status: 'approved', by: 'source', changed: false } as const;
    const batch = mergeBatch([incoming('1', 'Welder', 'Leeds')], [same], new Map([['p1', stored()]]), context());
    expect(batch.counts).toMatchObject({ unchanged: 1, new: 0, updated: 0 });
    expect(saved(batch)).toEqual([]);
    expect(batch.toMatch).toEqual([]);
  });

  it('makes the next version of a posting whose source changed', () => {
    const same = { postingId: 'p1', code: 'j1', version: 3, status: 'approved', by: 'source', changed: true } as const;
    const batch = mergeBatch([incoming('1', 'Senior Welder', 'Leeds')], [same], new Map([['p1', stored()]]), context());
    expect(batch.counts.updated).toBe(1);
    expect(saved(batch)[0]).toMatchObject({ id: 'p1', version: 4, status: 'approved' });
    expect(batch.toMatch).toEqual(['p1']);
  });

  it('keeps a closed posting as closed, counted and not matched, and opens it again when the feed does', () => {
    const gone = mergeBatch([incoming('1', 'Welder', 'Leeds', {}, true)], [undefined], new Map(), context());
    expect(gone.counts).toMatchObject({ closed: 1, new: 0, approved: 0 });
    expect(saved(gone)[0]?.status).toBe('closed');
    expect(gone.toMatch).toEqual([]);
    const same = { postingId: 'p1', code: 'j1', version: 3, status: 'closed', by: 'source', changed: false } as const;
    const back = mergeBatch(
      [incoming('1', 'Welder', 'Leeds')],
      [same],
      new Map([['p1', stored({ status: 'closed' })]]),
      context(),
    );
    expect(saved(back)[0]).toMatchObject({ version: 4, status: 'approved' });
  });

  it('does not let one source of a merged posting close it for the others', () => {
    const same = { postingId: 'p1', code: 'j1', version: 3, status: 'approved', by: 'url', changed: false } as const;
    const batch = mergeBatch([incoming('9', 'Welder', 'Leeds', {}, true)], [same], new Map([['p1', stored()]]), context());
    expect(saved(batch)).toEqual([]);
  });
});
