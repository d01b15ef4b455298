/** Which matches a list holds and in which order, and what is counted. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { commit } from '../../src/store/commit.ts';
import { lastDigest, lastDigests } from '../../src/store/digests.ts';
import { feedbackBy } from '../../src/store/feedback.ts';
import { matchesForCandidate, matchesForPosting, nearestMatch } from '../../src/store/matches.ts';
import { stats } from '../../src/store/stats.ts';
import type { Store } from '../../src/store/store.ts';
import {
  AT,
  feedbackGiven,
  matchScored,
  message,
  postingSaved,
  result,
  score,
  submissionReceived,
  task,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { ALL, eyes, met, sent } from '../store/people-who-send.ts';

export function matchReadContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await write(...met('ada'), ...met('rex', 'recruiter'), ...met('ria', 'recruiter'), ...met('boss', 'admin'));
  });
  const write = async (...changes: Change[]) => expect(await commit(store, result(changes))).toBe('committed');

  describe('matches', () => {
    const pair = (n: number, posting: string) => ({ candidateId: `c${n}`, resumeId: `r${n}`, postingId: posting });

    it('are listed best first by the total of the list, of open postings only', async () => {
      await write(...sent('rex', 'c1', 'r1', 1), ...['j1', 'j2', 'j3'].map((id) => postingSaved(id)));
      await write(postingSaved('j4', { status: 'manualReview' }));
      for (const [n, total] of [71, 95, 65, 99].entries())
        await write(matchScored(`m${n}`, pair(1, `j${n + 1}`), { score: score(total, 100 - total) }));
      const list = await matchesForCandidate(store, eyes('rex'), 'c1', { minScore: 70, limit: 9 });
      expect(list.map((row) => [row.id, row.candidateTotal])).toEqual([
        ['m1', 95],
        ['m0', 71],
      ]);
      await write({ kind: 'postingClosed', workspace: W, postingId: 'j2', at: AT });
      expect((await nearestMatch(store, eyes('rex'), 'c1'))?.id).toBe('m0');
      expect(await matchesForCandidate(store, eyes('ria'), 'c1', { minScore: 0, limit: 9 })).toEqual([]);
    });

    it('for a posting name each candidate once, by the resume that is current for the viewer', async () => {
      await write(postingSaved('j1'), ...sent('rex', 'c1', 'r1', 1), ...sent('rex', 'c1', 'r2', 2));
      await write(matchScored('old', pair(1, 'j1'), { score: score(90, 90) }));
      await write(matchScored('new', { candidateId: 'c1', resumeId: 'r2', postingId: 'j1' }, { score: score(72, 72) }));
      for (let n = 3; n < 130; n++)
        await write(...sent('ria', `c${n}`, `r${n}`, n), matchScored(`m${n}`, pair(n, 'j1'), { score: score(80, 80 + n / 100) }));
      const rex = await matchesForPosting(store, eyes('rex', 'recruiter'), 'j1', { minScore: 70, limit: 9 });
      expect(rex.map((row) => row.id)).toEqual(['new']);
      const boss = await matchesForPosting(store, eyes('boss', 'admin'), 'j1', { minScore: 70, limit: 200 });
      expect(boss).toHaveLength(128);
      expect(boss[0]?.id).toBe('m129');
      expect(boss.at(-1)?.id).toBe('new');
    });

    it('come with feedback, parts and posting for whoever learns from it', async () => {
      await write(
        postingSaved('j1'),
        ...sent('ada', 'c1', 'r1', 1),
        matchScored('m1', pair(1, 'j1')),
        feedbackGiven('f1', 'ada', 'm1'),
      );
      expect(await feedbackBy(store, eyes('ada'), 'ada')).toMatchObject([
        {
          feedback: { id: 'f1', meaning: 'interested' },
          parts: { skills: 0.8 },
          posting: { title: 'Title j1' },
          candidateId: 'c1',
        },
      ]);
      expect(await feedbackBy(store, eyes('rex'), 'ada')).toEqual([]);
      expect(await feedbackBy(store, eyes('boss', 'admin'), 'ada')).toHaveLength(1);
    });
  });

  describe('digests', () => {
    const digest = (
      id: string,
      personId: string,
      localDate: string,
      more: { onRequest?: boolean; timeZone?: string } = {},
    ): Change => ({
      kind: 'digestWritten',
      workspace: W,
      digest: { id, personId, localDate, timeZone: 'UTC', onRequest: false, createdAt: AT, items: [], ...more },
    });

    it('of many people: each one’s of the latest day with the zone it was written in, not those on request', async () => {
      await write(digest('d1', 'ada', '2026-03-01'), digest('d2', 'ada', '2026-03-02', { timeZone: 'Asia/Tokyo' }));
      await write(digest('d3', 'ada', '2026-03-03', { onRequest: true }), digest('d4', 'rex', '2026-03-01'));
      const last = await lastDigests(store, ALL, ['ada', 'rex', 'ria']);
      expect([...last.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1))).toEqual([
        { personId: 'ada', localDate: '2026-03-02', timeZone: 'Asia/Tokyo', createdAt: AT },
        { personId: 'rex', localDate: '2026-03-01', timeZone: 'UTC', createdAt: AT },
      ]);
      expect(await lastDigest(store, eyes('ada'), 'ada')).toMatchObject({ id: 'd2', timeZone: 'Asia/Tokyo' });
      expect([...(await lastDigests(store, eyes('ada'), ['ada', 'rex'])).keys()]).toEqual(['ada']);
    });
  });

  describe('counts', () => {
    it('are those of the command line contract, by kind and state', async () => {
      await write(...sent('ada', 'c1', 'r1', 1), postingSaved('j1'));
      await write(submissionReceived('s2', 'rex', { kind: 'command' }), {
        kind: 'submissionAnswered',
        workspace: W,
        submissionId: 's2',
        at: AT,
        partial: true,
      });
      await commit(store, result([], { tasks: [task('t1')], messages: [message('o1', 'ada')] }));
      expect(await stats(store, ALL)).toEqual({
        submissions: { resume: 1, command: 1, feedback: 0, application: 0, other: 0, answered: 1, partial: 1 },
        attachments: { waiting: 0, resume: 1, 'not-resume': 0, unpacked: 0, failed: 0, ignored: 0 },
        resumes: 1,
        candidates: 1,
        postings: 1,
        matches: 0,
        feedback: 0,
        digests: 0,
        tasks: { waiting: 2, running: 0, dead: 0 },
        outbox: { waiting: 1, sent: 0, uncertain: 0, failed: 0 },
        suppressed: { bounce: 0, complaint: 0 },
      });
      expect(await stats(store, eyes('rex'))).toMatchObject({
        resumes: 0,
        candidates: 0,
        tasks: { waiting: 0 },
        outbox: { waiting: 0 },
        submissions: { command: 1, resume: 0 },
      });
    });
  });
}
