/** What every engine promises about newer files that wait for their owner's yes (F1.6). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { NO_SCOPE } from '../../src/domain/erasure.ts';
import { fullNameOf } from '../../src/domain/full-name.ts';
import type { Viewer } from '../../src/domain/people.ts';
import { candidatesByLookup } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { getErasure } from '../../src/store/erasures.ts';
import { nextJoinSlice } from '../../src/store/join-slice.ts';
import { nextErasureSlice } from '../../src/store/next-erasure-slice.ts';
import { inboxReadersOf, lastAskedAt, lastOwnWay, offerByCode, offersTo, wasOffered } from '../../src/store/offers.ts';
import { getResume } from '../../src/store/resumes.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import type { Store } from '../../src/store/store.ts';
import {
  AT,
  accessGranted,
  candidateFound,
  identityMet,
  personMet,
  result,
  resumeData,
  resumeParsed,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const eyes = (personId: string): Viewer => ({ workspace: W, personId, role: 'candidate' });
const offered = (resumeId: string, at = AT, askedAt: number | null = null): Change => ({
  kind: 'resumeOffered',
  workspace: W,
  offer: {
    resumeId,
    candidateId: 'c1',
    personId: 'p1',
    fileName: `${resumeId} at ${at}.pdf`,
    state: 'waiting',
    offeredAt: at,
    askedAt,
    submissionId: null,
  },
});
const answered = (personId: string): Change => ({
  kind: 'offerAnswered',
  workspace: W,
  resumeId: 'r2',
  personId,
  state: 'used',
  submissionId: 's1',
  at: AT + 5,
});
const owns = (personId: string): Change => ({ kind: 'ownCandidateSet', workspace: W, personId, candidateId: 'c1' });

async function runSlices(store: Store, erasureId: string): Promise<void> {
  for (let n = 1; n < 50; n++) {
    const erasure = await getErasure(store, W, erasureId);
    if (!erasure) return;
    const slice = await nextErasureSlice(store, erasure);
    await commit(store, result([...slice.changes]));
  }
  throw new Error('it does not end');
}

export function offerContract(database: () => TestDatabase): void {
  let store: Store;
  const write = (...changes: Change[]) => commit(store, result(changes));
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await write(
      personMet('p1'),
      identityMet('p1', 'r2@example.org'),
      personMet('p2'),
      identityMet('p2', 'other@example.org'),
      submissionReceived('s1', 'p1'),
      candidateFound('c1'),
      resumeParsed('r1', 'c1'),
      resumeParsed('r2', 'c1', { code: 'r22222222' }),
      owns('p1'),
      accessGranted('p1', 'c1', 'r1', 's1', { reason: 'own' }),
      accessGranted('p2', 'c1', 'r1', 's1', { reason: 'inbox' }),
    );
  });

  describe('an offer', () => {
    it('is made once for the same bytes, and is its owner’s alone to see', async () => {
      await write(offered('r2', AT, AT));
      await write(offered('r2', AT + 1));
      expect(await offersTo(store, eyes('p1'))).toMatchObject([
        { code: 'r22222222', fileName: `r2 at ${AT}.pdf`, state: 'waiting' },
      ]);
      expect(await offerByCode(store, eyes('p2'), 'r22222222')).toBeUndefined();
      expect([await wasOffered(store, W, 'r2'), await wasOffered(store, W, 'r1')]).toEqual([true, false]);
      expect([await lastAskedAt(store, W, 'p1'), await lastAskedAt(store, W, 'p2')]).toEqual([AT, undefined]);
    });

    it('of a file whose address is not proven to be the owner’s is not seen, nor of a candidate that is theirs no longer', async () => {
      await write(offered('r1'), offered('r2'));
      expect((await offersTo(store, eyes('p1'))).map((one) => one.resumeId)).toEqual(['r2']);
      await write({ kind: 'ownCandidateSet', workspace: W, personId: 'p1', candidateId: null });
      expect(await offersTo(store, eyes('p1'))).toEqual([]);
    });

    it('is answered by its owner only, and what a yes gave ends when it is taken back', async () => {
      await write(offered('r2'));
      expect(await write(answered('p2'), accessGranted('p2', 'c1', 'r2', 's1'))).toBe('conflict');
      expect(await getResume(store, eyes('p2'), 'r2')).toBeUndefined();
      expect(await lastOwnWay(store, W, 'p1', 'c1')).toBe('s1');
      expect(await inboxReadersOf(store, W, 'p1', 'c1')).toEqual(['p2']);
      expect(await write(answered('p1'), accessGranted('p1', 'c1', 'r2', 's1'))).toBe('committed');
      expect(await offersTo(store, eyes('p1'))).toMatchObject([{ state: 'used', submissionId: 's1', answeredAt: AT + 5 }]);
      expect(await getResume(store, eyes('p1'), 'r2')).toBeDefined();
      await write({ kind: 'accessEnded', workspace: W, resumeId: 'r2', submissionId: 's1' });
      expect(await getResume(store, eyes('p1'), 'r2')).toBeUndefined();
      expect(await getResume(store, eyes('p1'), 'r1'), 'other files of that message stay').toBeDefined();
    });

    it('goes with its resume (A8); the name that another resume of the candidate has still finds it', async () => {
      const known = (name: string): Change => ({
        kind: 'candidateLookupAdded',
        workspace: W,
        candidateId: 'c1',
        field: 'name',
        value: name,
      });
      const found = (name: string) => candidatesByLookup(store, W, 'name', name);
      await write(offered('r2'), ...['r1', 'r2'].map((tag) => known(fullNameOf(resumeData(tag).basics.name)?.key ?? '')));
      expect([await found('name r1'), await found('name r2')]).toEqual([['c1'], ['c1']]);
      const { changes, erasureId } = await startErasure(store, {
        workspace: W,
        personId: null,
        scope: { ...NO_SCOPE, candidateIds: ['c1'], resumeIds: ['r2'] },
        reply: null,
      });
      await write(...changes);
      await runSlices(store, erasureId);
      expect(await wasOffered(store, W, 'r2')).toBe(false);
      expect([await found('name r1'), await found('name r2')]).toEqual([['c1'], []]);
    });

    it('becomes the other person’s when two are joined (F8.2)', async () => {
      await write(offered('r2'));
      const { changes } = await nextJoinSlice(store, { workspace: W, from: 'p1', to: 'p2' });
      await write(...changes);
      await write(owns('p2'));
      expect((await offersTo(store, eyes('p2'))).map((one) => one.resumeId)).toEqual(['r2']);
    });
  });
}
