/** What every engine promises about what is found out of resumes, postings and matches: versions, races, slow steps. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { getCandidate } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { existingPairs, getMatch, matchesForCandidate } from '../../src/store/matches.ts';
import { getPosting } from '../../src/store/postings.ts';
import { getResume } from '../../src/store/resumes.ts';
import { stats } from '../../src/store/stats.ts';
import type { Store } from '../../src/store/store.ts';
import { termCounts } from '../../src/store/term-counts.ts';
import {
  AT,
  candidateFound,
  feedbackGiven,
  matchScored,
  message,
  postingData,
  postingSaved,
  result,
  resumeData,
  resumeParsed,
  score,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const ALL = serviceViewer(W);
const PAIR = { candidateId: 'c1', resumeId: 'r1', postingId: 'j1' };
/** A candidate with a resume scored against a posting. */
const SCORED: Change[] = [candidateFound('c1'), resumeParsed('r1', 'c1'), postingSaved('j1'), matchScored('m1', PAIR)];

export function factsContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
  });
  const write = (...changes: Change[]) => commit(store, result(changes));

  describe('resumes', () => {
    it('keep id and code when the same bytes come again', async () => {
      await write(candidateFound('c1'), resumeParsed('r1', 'c1', { code: 'r00000001' }));
      expect(await write(candidateFound('c1'), resumeParsed('r1', 'c1', { code: 'r00000002' }))).toBe('committed');
      expect(await getResume(store, ALL, 'r00000001')).toMatchObject({ id: 'r1', version: 1 });
      expect(await getResume(store, ALL, 'r00000002')).toBeUndefined();
    });

    it('conflict when the same bytes became somebody else’s meanwhile', async () => {
      await write(candidateFound('c1'), resumeParsed('r1', 'c1'));
      expect(await write(candidateFound('c2'), resumeParsed('r1', 'c2'))).toBe('conflict');
      expect(await getCandidate(store, ALL, 'c2')).toBeUndefined();
    });

    it('conflict when the version exists with other content: two corrections at once', async () => {
      await write(candidateFound('c1'), resumeParsed('r1', 'c1'));
      const correction = (tag: string) =>
        resumeParsed('r1', 'c1', { version: 2, origin: 'correction', submissionId: 's1', data: resumeData(tag) });
      expect(await write(correction('one'))).toBe('committed');
      expect(await write(correction('two'))).toBe('conflict');
      expect((await getResume(store, ALL, 'r1'))?.data.basics.name).toBe('Name one');
    });

    it('whose public code is taken by another conflict instead of disappearing', async () => {
      await write(candidateFound('c1'), resumeParsed('r1', 'c1', { code: 'r00000001' }));
      expect(await write(resumeParsed('r2', 'c1', { code: 'r00000001' }))).toBe('conflict');
    });

    it('count a term once however often it is mentioned', async () => {
      const mention = (resumeId: string): Change => ({
        kind: 'termsMentioned',
        workspace: W,
        candidateId: 'c1',
        resumeId,
        terms: [
          { kind: 'skill', term: 'welding' },
          { kind: 'skill', term: 'welding' },
          { kind: 'company', term: 'harbour works' },
        ],
        at: AT,
      });
      await write(...SCORED, mention('r1'));
      await write(mention('r1'), mention('r2'));
      expect(await termCounts(store, ALL, 'skill')).toEqual([{ term: 'welding', candidates: 1, resumes: 2, firstSeen: AT }]);
      const many = Array.from({ length: 950 }, (_, n) => ({ kind: 'title' as const, term: `title ${n}` }));
      await write({ kind: 'termsMentioned', workspace: W, candidateId: 'c1', resumeId: 'r1', terms: many, at: AT });
      expect(await termCounts(store, ALL, 'title', { limit: 2000 })).toHaveLength(950);
    });

    it('are mentioned no more where a newer reading does not have them; other resumes keep theirs', async () => {
      const mention = (resumeId: string, at: number, ...terms: string[]): Extract<Change, { kind: 'termsMentioned' }> => ({
        kind: 'termsMentioned',
        workspace: W,
        candidateId: 'c1',
        resumeId,
        terms: terms.map((term) => ({ kind: 'company', term })),
        at,
      });
      await write(
        ...SCORED,
        mention('r1', AT, 'harbour works', 'university of leeds 2011'),
        mention('r2', AT, 'university of leeds 2011'),
      );
      await write({ ...mention('r1', AT + 1, 'harbour works', 'leeds'), instead: true });
      expect(await termCounts(store, ALL, 'company')).toEqual(
        expect.arrayContaining([
          { term: 'harbour works', candidates: 1, resumes: 1, firstSeen: AT },
          { term: 'leeds', candidates: 1, resumes: 1, firstSeen: AT + 1 },
          { term: 'university of leeds 2011', candidates: 1, resumes: 1, firstSeen: AT },
        ]),
      );
      await write({ kind: 'termsMentioned', workspace: W, candidateId: 'c1', resumeId: 'r1', terms: [], instead: true, at: AT });
      expect((await termCounts(store, ALL, 'company')).map(({ term }) => term)).toEqual(['university of leeds 2011']);
    });
  });

  describe('postings', () => {
    it('move on with their version and keep id, code and older versions', async () => {
      await write(postingSaved('j1', { code: 'j00000001' }));
      await write(postingSaved('j1', { code: 'j00000002', version: 2, data: postingData('New title') }));
      expect(await getPosting(store, W, 'j00000001')).toMatchObject({ id: 'j1', version: 2, data: { title: 'New title' } });
    });

    it('conflict when the version exists with other content, and let an older list change nothing', async () => {
      await write(postingSaved('j1'), postingSaved('j1', { version: 2, data: postingData('Second') }));
      expect(await write(postingSaved('j1', { version: 2, data: postingData('Other second') }))).toBe('conflict');
      expect(await write(postingSaved('j1', { version: 1, status: 'closed' }))).toBe('committed');
      expect(await getPosting(store, W, 'j1')).toMatchObject({ version: 2, status: 'approved', data: { title: 'Second' } });
    });

    it('can change their status alone, and be closed', async () => {
      await write(postingSaved('j1', { status: 'manualReview' }));
      await write(postingSaved('j1', { status: 'approved' }));
      expect((await getPosting(store, W, 'j1'))?.status).toBe('approved');
      await write({ kind: 'postingClosed', workspace: W, postingId: 'j1', at: AT });
      expect((await getPosting(store, W, 'j1'))?.status).toBe('closed');
    });

    it('list each source once, with what it said last', async () => {
      const seen = (feed: string, url: string): Change => ({
        kind: 'postingSourceSeen',
        workspace: W,
        feed,
        sourceKey: 'k',
        externalId: 'x1',
        url,
        postingId: 'j1',
        contentHash: 'h',
        at: AT,
      });
      await write(
        postingSaved('j1'),
        seen('a', 'https://a.example/1'),
        seen('b', 'https://b.example/1'),
        seen('a', 'https://a.example/2'),
      );
      expect((await getPosting(store, W, 'j1'))?.sources).toEqual([
        { feed: 'a', externalId: 'x1', url: 'https://a.example/2' },
        { feed: 'b', externalId: 'x1', url: 'https://b.example/1' },
      ]);
    });
  });

  describe('matches', () => {
    it('keep id and code when they are scored again', async () => {
      await write(...SCORED);
      await write(matchScored('m1', PAIR, { score: score(91, 90) }));
      expect(await matchesForCandidate(store, ALL, 'c1', { minScore: 70, limit: 5 })).toMatchObject([
        { id: 'm1', candidateTotal: 91 },
      ]);
    });

    it('are not put back by a step that scored older versions', async () => {
      await write(...SCORED, postingSaved('j1', { version: 2, data: postingData('Second') }));
      await write(matchScored('m1', PAIR, { postingVersion: 2, score: score(61, 61) }));
      await write(matchScored('m1', PAIR, { score: score(99, 99) }));
      expect(await getMatch(store, ALL, 'm1')).toMatchObject({ candidateTotal: 61, postingVersion: 2 });
    });

    it('conflict when the resume has gone meanwhile', async () => {
      await write(postingSaved('j1'));
      expect(await write(matchScored('m1', PAIR))).toBe('conflict');
      expect((await stats(store, ALL)).matches).toBe(0);
    });

    it('that fell are gone, unless somebody asked, reacted or was shown them: these stay out of lists', async () => {
      const pairs = ['plain', 'asked', 'reacted', 'shown'].map((id) => ({ ...PAIR, postingId: id }));
      await write(candidateFound('c1'), resumeParsed('r1', 'c1'));
      for (const pair of pairs) await write(postingSaved(pair.postingId), matchScored(`m-${pair.postingId}`, pair));
      await write({ kind: 'matchAskedFor', workspace: W, matchId: 'm-asked' }, feedbackGiven('f1', 'ada', 'm-reacted'));
      await commit(store, result([], { messages: [message('o1', 'ada', { matches: [{ number: 1, matchId: 'm-shown' }] })] }));
      for (const pair of pairs) await write({ kind: 'matchDropped', workspace: W, resumeId: 'r1', postingId: pair.postingId });
      const left = await Promise.all(pairs.map((pair) => getMatch(store, ALL, `m-${pair.postingId}`)));
      expect(left.map((row) => row?.id)).toEqual([undefined, 'm-asked', 'm-reacted', 'm-shown']);
      expect(await matchesForCandidate(store, ALL, 'c1', { minScore: 0, limit: 9 })).toEqual([]);
      await write(matchScored('m-shown', { ...PAIR, postingId: 'shown' }));
      expect(await matchesForCandidate(store, ALL, 'c1', { minScore: 0, limit: 9 })).toHaveLength(1);
    });

    it('that somebody asked for stay asked for when they are scored again', async () => {
      await write(...SCORED, { kind: 'matchAskedFor', workspace: W, matchId: 'm1' }, matchScored('m1', PAIR));
      expect((await existingPairs(store, ALL, 'r1', ['j1', 'j2'])).get('j1')).toEqual({ matchId: 'm1', askedFor: true });
    });
  });
}
