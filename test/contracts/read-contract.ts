/** Orders, pages, searches and what is current: what the reads promise beyond who sees what. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import type { Viewer } from '../../src/domain/people.ts';
import { canSeeAll } from '../../src/store/access.ts';
import { candidatesByLookup, countCandidates, getCandidate, listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { identitiesOf, inboxReaders, ownersOf, personsWithDigest } from '../../src/store/people.ts';
import { currentResume, getResume, getResumeVersion, resumesPage } from '../../src/store/resumes.ts';
import type { Store } from '../../src/store/store.ts';
import { getAttachment, getSubmission, unreadAttachments } from '../../src/store/submissions.ts';
import {
  AT,
  accessGranted,
  attachmentReceived,
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
import { ALL, eyes, met, sent } from '../store/people-who-send.ts';

export function readContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await write(...met('ada'), ...met('rex', 'recruiter'), ...met('ria', 'recruiter'), ...met('boss', 'admin'));
  });
  const write = async (...changes: Change[]) => expect(await commit(store, result(changes))).toBe('committed');
  const owns = (personId: string, candidateId: string | null): Change => ({
    kind: 'ownCandidateSet',
    workspace: W,
    personId,
    candidateId,
  });
  const current = async (viewer: Viewer, candidate = 'c1') => (await currentResume(store, viewer, candidate))?.id;

  describe('the current resume', () => {
    it('is the one received last', async () => {
      await write(...sent('rex', 'c1', 'r1', 1), ...sent('rex', 'c1', 'r2', 2));
      expect(await current(eyes('rex'))).toBe('r2');
      await write(...sent('rex', 'c1', 'r1', 3));
      expect(await current(eyes('rex'))).toBe('r1');
      expect((await getCandidate(store, eyes('rex'), 'c1'))?.name).toBe('Name r1');
    });

    it('of an owned candidate stays the owner’s file when somebody else sends a newer one', async () => {
      await write(...sent('ada', 'c1', 'r1', 1, { readers: ['rex'] }), owns('ada', 'c1'), ...sent('rex', 'c1', 'r2', 2));
      expect(await current(eyes('ada'))).toBe('r1');
      expect(await current(eyes('boss', 'admin'))).toBe('r1');
      // rex saw the owner's message; ria did not, and must not notice that there is one.
      expect(await current(eyes('rex'))).toBe('r1');
      await write(...sent('ria', 'c1', 'r1', 3), ...sent('ria', 'c1', 'r3', 4));
      expect(await current(eyes('ria'))).toBe('r3');
    });

    it('is never set by a message that only claims to be the owner’s', async () => {
      await write(
        ...sent('ada', 'c1', 'r1', 1),
        owns('ada', 'c1'),
        ...sent('ada', 'c1', 'r2', 2, { verified: false, readers: ['ria'] }),
      );
      expect(await current(eyes('ada'))).toBe('r1');
      expect(await current(ALL)).toBe('r1');
      expect(await getResume(store, eyes('ada'), 'r2')).toBeUndefined();
      expect(await getSubmission(store, eyes('ada'), 'ada-r2-2')).toBeUndefined();
      expect(await getAttachment(store, eyes('ada'), 'a-ada-r2-2')).toBeUndefined();
    });

    it('shows a correction to those who have access by it, and to nobody else', async () => {
      const correction = resumeParsed('r1', 'c1', {
        version: 2,
        origin: 'correction',
        submissionId: 'fix',
        data: resumeData('corrected'),
      });
      await write(
        ...sent('rex', 'c1', 'r1', 1),
        ...sent('ria', 'c1', 'r1', 2),
        correction,
        accessGranted('rex', 'c1', 'r1', 'fix'),
      );
      expect((await getResume(store, eyes('rex'), 'r1'))?.data.basics.name).toBe('Name corrected');
      expect((await getResume(store, ALL, 'r1'))?.version).toBe(2);
      expect((await getResume(store, eyes('ria'), 'r1'))?.data.basics.name).toBe('Name r1');
      expect(await getResumeVersion(store, eyes('ria'), 'r1', 2)).toBeUndefined();
      expect((await getResumeVersion(store, eyes('rex'), 'r1', 1))?.data.basics.name).toBe('Name r1');
    });

    it('is read for scoring page by page, once for everybody for whom it is current', async () => {
      await write(...sent('ada', 'c1', 'r1', 1), owns('ada', 'c1'), ...sent('rex', 'c1', 'r2', 2), ...sent('rex', 'c1', 'r3', 3));
      for (let n = 4; n < 9; n++) await write(...sent('rex', `c${n}`, `r${n}`, n));
      const pages: string[][] = [];
      for (let after: string | undefined; ; after = pages.at(-1)?.at(-1)) {
        const page = await resumesPage(store, ALL, after, 3);
        pages.push(page.map((resume) => resume.id));
        if (page.length < 3) break;
      }
      // r2 is nobody's current one: rex sent r3 after it, the owner has r1.
      expect(pages).toEqual([['r1', 'r3', 'r4'], ['r5', 'r6', 'r7'], ['r8']]);
      expect((await resumesPage(store, eyes('ada'), undefined, 9)).map((resume) => resume.id)).toEqual(['r1']);
    });
  });

  describe('owning a candidate', () => {
    it('and no longer owning it takes back only what was seen through it', async () => {
      await write(
        ...sent('rex', 'c1', 'r1', 1),
        accessGranted('ada', 'c1', 'r1', 'rex-r1-1', { reason: 'own' }),
        owns('ada', 'c1'),
      );
      // What they sent themselves is theirs for good, even where it was given as their own.
      const theirs = sent('ada', 'c2', 'r2', 2).filter((change) => change.kind !== 'accessGranted');
      await write(...theirs, accessGranted('ada', 'c2', 'r2', 'ada-r2-2', { reason: 'own' }));
      expect(await current(eyes('ada'), 'c1')).toBe('r1');
      expect((await ownersOf(store, W, 'c1')).map((person) => person.id)).toEqual(['ada']);
      await write(owns('ada', null));
      expect(await current(eyes('ada'), 'c1')).toBeUndefined();
      expect(await current(eyes('ada'), 'c2')).toBe('r2');
      expect(await ownersOf(store, W, 'c1')).toEqual([]);
    });
  });

  describe('candidates', () => {
    beforeEach(async () => {
      for (let n = 1; n <= 5; n++) await write(...sent('rex', `c${n}`, `r${n}`, n));
      await write(...sent('ria', 'c6', 'r6', 6));
    });

    it('are listed latest first, page by page', async () => {
      const ids = async (options: Parameters<typeof listCandidates>[2]) =>
        (await listCandidates(store, eyes('rex', 'recruiter'), options)).map((one) => one.id);
      expect(await ids({})).toEqual(['c5', 'c4', 'c3', 'c2', 'c1']);
      expect(await ids({ limit: 2 })).toEqual(['c5', 'c4']);
      expect(await ids({ limit: 2, after: 'c4' })).toEqual(['c3', 'c2']);
      expect(await ids({ after: 'c6' })).toEqual([]);
      expect(await countCandidates(store, eyes('rex', 'recruiter'))).toBe(5);
      expect(await countCandidates(store, ALL)).toBe(6);
    });

    it('are found by words of name, headline, place, title and skill, all of them, whatever the case', async () => {
      const named = async (...words: string[]) => (await listCandidates(store, ALL, { words })).map((one) => one.id);
      expect(await named('NAME', 'r3')).toEqual(['c3']);
      expect(await named('skill r2')).toEqual(['c2']);
      expect(await named('city', 'r2', 'r3')).toEqual([]);
    });

    it('say where they came from', async () => {
      expect(await getCandidate(store, eyes('rex'), 'c1')).toMatchObject({
        id: 'c1',
        email: 'r1@example.org',
        city: 'City r1',
        versions: 1,
        resumes: ['r00000001'],
        sources: [{ channel: 'email', receivedAt: AT + 60_000, from: 'Person rex' }],
        ownerIsViewer: false,
      });
    });

    it('are recognised by address, phone and name, each in its own way', async () => {
      const known = (field: 'email' | 'phone' | 'name', value: string): Change => ({
        kind: 'candidateLookupAdded',
        workspace: W,
        candidateId: 'c1',
        field,
        value,
      });
      await write(known('email', 'Ada@Example.com'), known('phone', '+1 555 555-0100'), known('name', 'Adá  Lóvelace'));
      expect(await candidatesByLookup(store, W, 'email', 'ada@example.com')).toEqual(['c1']);
      expect(await candidatesByLookup(store, W, 'phone', '+15555550100')).toEqual(['c1']);
      expect(await candidatesByLookup(store, W, 'name', 'ada lovelace')).toEqual(['c1']);
      expect(await candidatesByLookup(store, W, 'name', 'ada@example.com')).toEqual([]);
      expect(await candidatesByLookup(store, 'other', 'email', 'ada@example.com')).toEqual([]);
      await write({ kind: 'candidateLookupRemoved', workspace: W, candidateId: 'c1', field: 'email', value: 'ada@example.com' });
      expect(await candidatesByLookup(store, W, 'email', 'ada@example.com')).toEqual([]);
      expect(await candidatesByLookup(store, W, 'phone', '+15555550100')).toEqual(['c1']);
    });
  });

  describe('delivery’s last look', () => {
    it('lets a card go to those who may see everybody in it', async () => {
      await write(...sent('rex', 'c1', 'r1', 1), ...sent('ria', 'c2', 'r2', 2));
      expect(await canSeeAll(store, W, 'rex', ['c1', 'rex'])).toBe(true);
      expect(await canSeeAll(store, W, 'rex', [])).toBe(true);
      expect(await canSeeAll(store, W, 'rex', ['c1', 'c2'])).toBe(false);
      expect(await canSeeAll(store, W, 'rex', ['ria'])).toBe(false);
      expect(await canSeeAll(store, W, 'boss', ['c1', 'c2', 'ria'])).toBe(true);
      expect(await canSeeAll(store, W, 'boss', ['gone'])).toBe(false);
      expect(await canSeeAll(store, W, 'nobody', ['c1'])).toBe(false);
      expect(await canSeeAll(store, 'other', 'boss', ['c1'])).toBe(false);
    });
  });

  describe('people', () => {
    it('named as readers of the inbox count by verified address, account, id or code', async () => {
      await write(personMet('sam', { code: 'p00000sam' }), identityMet('sam', 'U7', { channel: 'slack' }));
      await write(personMet('eve'), identityMet('eve', 'eve@example.com', { verified: false }));
      expect(
        await inboxReaders(store, W, ['ADA@example.com', 'slack:u7', 'rex', 'p00000sam', 'eve@example.com', 'who@example.com']),
      ).toEqual(['ada', 'sam', 'rex']);
    });

    it('with the digest on are read page by page', async () => {
      for (const id of ['ada', 'rex', 'ria'])
        await write({ kind: 'personSettingsChanged', workspace: W, personId: id, digest: 'on' });
      const first = await personsWithDigest(store, W, undefined, 2);
      expect(first.map((person) => person.id)).toEqual(['ada', 'rex']);
      expect((await personsWithDigest(store, W, 'rex', 2)).map((person) => person.id)).toEqual(['ria']);
      expect((await identitiesOf(store, W, 'ada')).map((identity) => identity.address)).toEqual(['ada@example.com']);
    });
  });

  it('files that an update may read are those that failed for their format or for want of text', async () => {
    const failed = (id: string, code: 'unsupported' | 'no_text' | 'encrypted'): Change[] => [
      attachmentReceived(id, 's1', 'ada'),
      { kind: 'attachmentRead', workspace: W, attachmentId: id, state: 'failed', error: { code, message: 'm', fix: 'f' } },
    ];
    await write(
      submissionReceived('s1', 'ada'),
      ...failed('a1', 'unsupported'),
      ...failed('a2', 'encrypted'),
      ...failed('a3', 'no_text'),
    );
    expect((await unreadAttachments(store, ALL)).map((file) => file.id)).toEqual(['a1', 'a3']);
    expect(await unreadAttachments(store, eyes('rex'))).toEqual([]);
  });
}
