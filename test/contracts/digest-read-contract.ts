/** What digests read: what was shown, what was liked, what came in, what was sent. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { applicationsSince } from '../../src/store/applications-since.ts';
import { commit } from '../../src/store/commit.ts';
import { archivedDigests, lastDigest } from '../../src/store/digests.ts';
import { likedPostings, postingThenAndNow } from '../../src/store/liked-postings.ts';
import { matchesWithIds, matchHeads } from '../../src/store/match-heads.ts';
import { newPostingSkills } from '../../src/store/new-posting-skills.ts';
import { getPerson } from '../../src/store/people.ts';
import { listedPostings, shownPostings } from '../../src/store/shown-postings.ts';
import type { Store } from '../../src/store/store.ts';
import {
  AT,
  accessGranted,
  feedbackGiven,
  matchScored,
  message,
  postingData,
  postingSaved,
  result,
  score,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { eyes, met, sent } from '../store/people-who-send.ts';

const HOUR = 3_600_000;

export function digestReadContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await write(...met('ada'), ...met('rex', 'recruiter'), ...met('boss', 'admin'));
  });
  const write = async (...changes: Change[]) => expect(await commit(store, result(changes))).toBe('committed');
  const pair = (n: number, posting: string) => ({ candidateId: `c${n}`, resumeId: `r${n}`, postingId: posting });
  const item = (number: number, posting: string, version = 1) => ({
    number,
    matchId: `m${posting}`,
    postingId: posting,
    postingVersion: version,
    candidateId: 'c1',
  });
  const digest = (
    id: string,
    localDate: string,
    more: Partial<Extract<Change, { kind: 'digestWritten' }>['digest']> = {},
  ): Change => ({
    kind: 'digestWritten',
    workspace: W,
    digest: { id, personId: 'ada', localDate, timeZone: 'UTC', onRequest: false, createdAt: AT, items: [], ...more },
  });

  describe('the weekday of somebody’s digest', () => {
    it('is kept, and every day again when it is taken away', async () => {
      const change = { kind: 'personSettingsChanged', workspace: W, personId: 'ada' } as const;
      await write({ ...change, digestWeekday: 'fri' });
      expect(await getPerson(store, W, 'ada')).toMatchObject({ digestWeekday: 'fri' });
      await write({ ...change, digestTime: '09:00' });
      expect(await getPerson(store, W, 'ada')).toMatchObject({ digestWeekday: 'fri', digestTime: '09:00' });
      await write({ ...change, digestWeekday: null });
      expect((await getPerson(store, W, 'ada'))?.digestWeekday).toBeUndefined();
    });
  });

  describe('what was shown', () => {
    beforeEach(async () => {
      await write(...sent('ada', 'c1', 'r1', 1), postingSaved('j1'), postingSaved('j2'));
      await write(matchScored('mj1', pair(1, 'j1')), matchScored('mj2', pair(1, 'j2')));
    });

    it('is what digests held that did not fail, and what answers listed, in the version of that time', async () => {
      const digestMessage = message('o1', 'ada', { bulk: true, matches: [{ number: 1, matchId: 'mj1' }] });
      await commit(
        store,
        result([digest('d1', '2026-03-01', { outboxId: 'o1', items: [item(1, 'j1')] })], { messages: [digestMessage] }),
      );
      const answer = message('o2', 'ada', { createdAt: AT + HOUR, matches: [{ number: 1, matchId: 'mj2' }] });
      await commit(store, result([], { messages: [answer] }));
      await write(postingSaved('j2', { version: 2, contentHash: 'h2', data: postingData('Other'), at: AT + 2 * HOUR }));
      expect(await shownPostings(store, eyes('ada'), 'ada', 0)).toMatchObject([{ postingId: 'j1', postingVersion: 1 }]);
      expect(await listedPostings(store, eyes('ada'), 'ada')).toEqual([
        { matchId: 'mj2', postingId: 'j2', postingVersion: 1, candidateId: 'c1' },
      ]);
      for (const outboxId of ['o1', 'o2'])
        await write({ kind: 'messageFailed', workspace: W, outboxId, reason: 'refused', at: AT + 3 * HOUR });
      expect(await shownPostings(store, eyes('ada'), 'ada', 0)).toEqual([]);
      expect(await listedPostings(store, eyes('ada'), 'ada')).toEqual([]);
      expect(await listedPostings(store, eyes('rex'), 'ada')).toEqual([]);
    });
  });

  describe('the archive', () => {
    it('is newest first, with what became of each', async () => {
      await write(postingSaved('j1'), ...sent('ada', 'c1', 'r1', 1), matchScored('mj1', pair(1, 'j1')));
      const outbox = message('o1', 'ada', { bulk: true });
      await commit(
        store,
        result([digest('d1', '2026-03-01', { outboxId: 'o1', items: [item(1, 'j1')] })], { messages: [outbox] }),
      );
      await write(digest('d2', '2026-03-02', { createdAt: AT + HOUR }));
      await write(digest('d3', '2026-03-02', { createdAt: AT + 2 * HOUR, onRequest: true, items: [item(1, 'j1')] }));
      await write({ kind: 'messageSent', workspace: W, outboxId: 'o1', platformMessageId: '<1@example.com>', at: AT + 5 });
      const found = await archivedDigests(store, eyes('ada'), 'ada', { limit: 9 });
      expect(found.map(({ localDate, delivery, items, sentAt }) => [localDate, delivery, items, sentAt])).toEqual([
        ['2026-03-02', 'answered', 1, null],
        ['2026-03-02', 'quiet', 0, null],
        ['2026-03-01', 'sent', 1, AT + 5],
      ]);
      expect(await archivedDigests(store, eyes('ada'), 'ada', { limit: 9, localDate: '2026-03-01' })).toHaveLength(1);
      expect(await archivedDigests(store, eyes('rex', 'recruiter'), 'ada', { limit: 9 })).toEqual([]);
      expect(await lastDigest(store, eyes('ada'), 'ada', { sent: true })).toMatchObject({ id: 'd1' });
    });
  });

  describe('liked postings', () => {
    it('are those liked, saved or applied to and not taken back, with their last change', async () => {
      await write(...sent('ada', 'c1', 'r1', 1), ...['j1', 'j2', 'j3', 'j4'].map((id) => postingSaved(id)));
      for (const n of [1, 2, 3, 4]) await write(matchScored(`mj${n}`, pair(1, `j${n}`)));
      await write(
        feedbackGiven('f1', 'ada', 'mj1'),
        feedbackGiven('f2', 'ada', 'mj2', { meaning: 'not-interested' }),
        feedbackGiven('f3', 'ada', 'mj3', { meaning: 'applied', createdAt: AT + 5 }),
        feedbackGiven('f4', 'ada', 'mj4', { meaning: 'saved' }),
        { kind: 'feedbackRetracted', workspace: W, personId: 'ada', matchId: 'mj4', at: AT + 6 },
        { kind: 'postingClosed', workspace: W, postingId: 'j3', at: AT + 7 },
        postingSaved('j1', { version: 2, contentHash: 'new', data: postingData('New title'), at: AT + 8 }),
      );
      expect(await likedPostings(store, eyes('ada'))).toEqual([
        { postingId: 'j1', status: 'approved', version: 2, likedAt: AT, changedAt: AT + 8 },
        { postingId: 'j3', status: 'closed', version: 1, likedAt: AT + 5, changedAt: AT + 7 },
      ]);
      expect(await likedPostings(store, eyes('rex'))).toEqual([]);
      const { before, after } = await postingThenAndNow(store, W, 'j1', AT + 7);
      expect([before?.title, after?.title]).toEqual(['Title j1', 'New title']);
    });
  });

  describe('applications', () => {
    it('are counted by posting and candidate, only those that came to the viewer since then', async () => {
      await write(postingSaved('j1'), ...sent('ada', 'c1', 'r1', 1), ...sent('ada', 'c2', 'r2', 2));
      for (const [id, candidate, at] of [
        ['a1', 'c1', AT + 1],
        ['a2', 'c2', AT + 2],
        ['a3', 'c2', AT + 3],
      ] as const)
        await write(
          submissionReceived(`sub-${id}`, 'ada', { kind: 'application', postingId: 'j1' }),
          accessGranted('rex', candidate, candidate.replace('c', 'r'), `sub-${id}`, { reason: 'application', at }),
          {
            kind: 'applicationReceived',
            workspace: W,
            application: {
              id,
              postingId: 'j1',
              candidateId: candidate,
              resumeId: candidate.replace('c', 'r'),
              personId: 'ada',
              submissionId: `sub-${id}`,
              at,
            },
          },
        );
      expect(await applicationsSince(store, eyes('rex', 'recruiter'), AT)).toEqual([{ postingId: 'j1', count: 2 }]);
      expect(await applicationsSince(store, eyes('rex', 'recruiter'), AT + 1)).toEqual([{ postingId: 'j1', count: 1 }]);
      expect(await applicationsSince(store, eyes('boss', 'admin'), AT)).toEqual([]);
    });
  });

  describe('heads of matches', () => {
    it('are those of the list without their scores; whole rows only of what the viewer may see', async () => {
      await write(...sent('ada', 'c1', 'r1', 1), ...['j1', 'j2', 'j3'].map((id) => postingSaved(id)));
      for (const [n, total] of [71, 95, 65].entries())
        await write(matchScored(`m${n}`, pair(1, `j${n + 1}`), { score: score(total, 10) }));
      const head = (id: string) => ({ id, resumeId: 'r1' });
      const heads = await matchHeads(store, eyes('ada'), 'c1', { minScore: 70, limit: 9 });
      expect(heads.map((head) => [head.id, head.candidateTotal])).toEqual([
        ['m1', 95],
        ['m0', 71],
      ]);
      expect(await matchHeads(store, eyes('rex'), 'c1', { minScore: 0, limit: 9 })).toEqual([]);
      expect((await matchesWithIds(store, eyes('ada'), ['m0', 'm1', 'm9'].map(head))).map((row) => row.id)).toEqual(['m1', 'm0']);
      expect(await matchesWithIds(store, eyes('rex'), [head('m0')])).toEqual([]);
    });
  });

  describe('skills of new postings', () => {
    it('are those that open ones ask for, each once, over any number of pages', async () => {
      const requirement = (skill: string, kind: 'must' | 'context' = 'must') => ({
        text: skill,
        kind,
        skills: [skill],
        words: [],
        credential: false,
      });
      const data = postingData('Any', { requirements: [requirement('sql'), requirement('sql'), requirement('dbt', 'context')] });
      for (let n = 0; n < 130; n++) await write(postingSaved(`j${n}`, { data, contentHash: `${n}` }));
      await write(
        postingSaved('old', { at: AT - HOUR, data, contentHash: 'old' }),
        postingSaved('review', { status: 'manualReview', data, contentHash: 'review' }),
      );
      const found = await newPostingSkills(store, W, AT);
      expect(found).toHaveLength(130);
      expect(new Set(found.map((one) => one.skills.join()))).toEqual(new Set(['sql']));
    });
  });
}
