/** Applications and selected postings, on whatever engine. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { serviceViewer, type Viewer } from '../../src/domain/people.ts';
import { canSee } from '../../src/store/access.ts';
import {
  applicationNews,
  applicationsTo,
  lastToldAt,
  ownApplications,
  standingApplications,
} from '../../src/store/applications.ts';
import { commit } from '../../src/store/commit.ts';
import { getPosting, postingsBy } from '../../src/store/postings.ts';
import { readersOf, selectionsOf } from '../../src/store/selections.ts';
import type { Store } from '../../src/store/store.ts';
import {
  AT,
  accessGranted,
  candidateFound,
  identityMet,
  personMet,
  postingSaved,
  result,
  resumeParsed,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

export function applicationContract(database: () => TestDatabase): void {
  let store: Store;
  const write = async (...changes: Change[]) => expect(await commit(store, result(changes))).toBe('committed');
  const rita: Viewer = { workspace: W, personId: 'rita', role: 'recruiter' };
  const ana: Viewer = { workspace: W, personId: 'ana', role: 'candidate' };
  const selected = (postingId: string, personId = 'rita', at = AT): Change => ({
    kind: 'postingSelected',
    workspace: W,
    postingId,
    personId,
    channel: 'email',
    at,
  });
  const applied = (postingId: string, submissionId: string, at: number, id = `${postingId}:c1:ana`): Change => ({
    kind: 'applicationReceived',
    workspace: W,
    application: { id, postingId, candidateId: 'c1', resumeId: 'r1', personId: 'ana', submissionId, at },
  });
  const grant = (submissionId: string, reason: 'application' | 'sent' | 'inbox' = 'application') =>
    accessGranted('rita', 'c1', 'r1', submissionId, { reason });
  const withdrawn = (postingId: string): Change => ({
    kind: 'applicationWithdrawn',
    workspace: W,
    postingId,
    personId: 'ana',
    at: AT + 50,
  });
  const told = (applicationId: string, what: string, at: number): Change => ({
    kind: 'applicationTold',
    workspace: W,
    applicationId,
    personId: 'rita',
    told: what,
    at,
  });

  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await write(
      personMet('rita', { role: 'recruiter' }),
      personMet('ana'),
      identityMet('ana', 'ana@example.com'),
      postingSaved('j1', { code: 'j00000001' }),
      postingSaved('j2', { code: 'j00000002' }),
      candidateFound('c1'),
      resumeParsed('r1', 'c1'),
      submissionReceived('s1', 'ana'),
      submissionReceived('s2', 'ana'),
      submissionReceived('s3', 'ana', { verified: false }),
    );
  });

  describe('who looks after a posting', () => {
    it('is whoever posted or selected it and is still a recruiter', async () => {
      await write(
        { kind: 'postingPosted', workspace: W, postingId: 'j1', personId: 'rita' },
        selected('j2'),
        selected('j2', 'ana'),
      );
      const readers = await readersOf(store, W, ['j1', 'j2', 'j3']);
      expect([...readers]).toEqual([
        ['j1', ['rita']],
        ['j2', ['rita']],
        ['j3', []],
      ]);
      expect(await postingsBy(store, W, 'rita')).toEqual(['j1']);
      await write({ kind: 'postingPosted', workspace: W, postingId: 'j1', personId: 'ana' });
      expect((await getPosting(store, W, 'j1'))?.postedBy).toBe('rita');
      await write({ kind: 'personSettingsChanged', workspace: W, personId: 'rita', role: 'candidate' });
      expect((await readersOf(store, W, ['j1'])).get('j1')).toEqual([]);
    });

    it('is selected from the first time on until it is let go, latest first', async () => {
      await write(selected('j1', 'rita', AT), selected('j2', 'rita', AT + 1), selected('j1', 'rita', AT + 2));
      expect((await selectionsOf(store, W, 'rita')).map(({ postingId, at }) => [postingId, at])).toEqual([
        ['j2', AT + 1],
        ['j1', AT],
      ]);
      await write(
        { kind: 'postingUnselected', workspace: W, postingId: 'j1', personId: 'rita', at: AT + 3 },
        selected('j1', 'rita', AT + 4),
      );
      expect((await selectionsOf(store, W, 'rita')).map(({ postingId, at }) => [postingId, at])).toEqual([
        ['j1', AT + 4],
        ['j2', AT + 1],
      ]);
    });
  });

  describe('an application', () => {
    it('is one row however often it comes, with the newest resume; unproven ones are rows of their own that their sender does not see', async () => {
      await write(
        selected('j1'),
        applied('j1', 's1', AT),
        applied('j1', 's2', AT + 5),
        applied('j1', 's3', AT + 6, 'other'),
        grant('s2'),
      );
      expect(await ownApplications(store, ana)).toMatchObject([
        { submissionId: 's2', at: AT, updatedAt: AT + 5, state: 'sent', verified: true },
      ]);
      expect(await applicationsTo(store, rita, 'j1')).toHaveLength(1);
      expect(await applicationsTo(store, serviceViewer(W), 'j1')).toHaveLength(2);
      expect((await standingApplications(store, W, 'j1', undefined, 1)).length).toBe(1);
    });

    it('is seen by whoever looks after the posting only', async () => {
      await write(applied('j1', 's1', AT), grant('s1'));
      expect(await applicationsTo(store, rita, 'j1')).toEqual([]);
      await write(selected('j1'));
      expect(await applicationsTo(store, rita, 'j1')).toHaveLength(1);
      expect(await applicationsTo(store, rita, 'j2')).toEqual([]);
    });

    it('taken back ends the access that it gave, of every resume sent for it', async () => {
      await write(selected('j1'), applied('j1', 's1', AT), grant('s1'), applied('j1', 's2', AT + 1), grant('s2'));
      expect(await canSee(store, rita, 'c1')).toBe(true);
      await write(withdrawn('j1'));
      expect(await canSee(store, rita, 'c1')).toBe(false);
      expect(await ownApplications(store, ana)).toMatchObject([{ state: 'withdrawn', updatedAt: AT + 50 }]);
      await write(applied('j1', 's2', AT + 60), grant('s2'));
      expect(await ownApplications(store, ana)).toMatchObject([{ state: 'sent', at: AT + 60 }]);
      expect(await canSee(store, rita, 'c1')).toBe(true);
    });

    it('taken back leaves what another standing application or another reason gives', async () => {
      await write(
        selected('j1'),
        selected('j2'),
        applied('j1', 's1', AT),
        applied('j2', 's1', AT, 'j2:c1:ana'),
        grant('s1'),
        withdrawn('j1'),
      );
      expect(await canSee(store, rita, 'c1')).toBe(true);
      await write(submissionReceived('s4', 'rita'), grant('s4', 'sent'), withdrawn('j2'));
      expect(await canSee(store, rita, 'c1')).toBe(true);
    });

    it('is news for a reader until told, again with another resume, and once when taken back; never told, taken back is none', async () => {
      const news = async () => (await applicationNews(store, W, 'j1', 'rita', 10)).map((one) => [one.id, one.state, one.told]);
      const id = 'j1:c1:ana';
      await write(applied('j1', 's1', AT));
      expect(await news()).toEqual([[id, 'sent', null]]);
      await write(told(id, 'r1', AT + 10));
      expect(await news()).toEqual([]);
      expect(await lastToldAt(store, W, 'j1', 'rita')).toBe(AT + 10);
      expect(await lastToldAt(store, W, 'j2', 'rita')).toBeUndefined();
      await write(told(id, 'r0', AT + 11));
      expect(await news()).toEqual([[id, 'sent', 'r0']]);
      await write(told(id, 'r1', AT + 12), withdrawn('j1'));
      expect(await news()).toEqual([[id, 'withdrawn', 'r1']]);
      await write(told(id, 'withdrawn', AT + 13), applied('j2', 's1', AT, 'j2:c1:ana'), withdrawn('j2'));
      expect(await news()).toEqual([]);
      expect(await applicationNews(store, W, 'j2', 'rita', 10)).toEqual([]);
    });
  });
}
