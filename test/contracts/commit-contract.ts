/** What every engine promises about commits: all or nothing, once, and no harm in a repetition (rules R3, S3, E7). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { codeOf } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { getCandidate } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { getCursor } from '../../src/store/cursors.ts';
import { digestOf } from '../../src/store/digests.ts';
import { feedbackOn } from '../../src/store/feedback.ts';
import { getMatch } from '../../src/store/matches.ts';
import { findSent, getNumberedMatches, getOutbox, lastSentTo } from '../../src/store/outbox.ts';
import { findByAddress, getPerson } from '../../src/store/people.ts';
import { getResume } from '../../src/store/resumes.ts';
import { stats } from '../../src/store/stats.ts';
import type { Store } from '../../src/store/store.ts';
import { attachmentsOf, eventSeen, getSubmission } from '../../src/store/submissions.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import {
  AT,
  accessGranted,
  attachmentReceived,
  candidateFound,
  feedbackGiven,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  result,
  resumeParsed,
  submissionReceived,
  task,
  W,
} from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

const ALL = serviceViewer(W);
const PAIR = { candidateId: 'c1', resumeId: 'r1', postingId: 'j1' };
const met = (id: string): Change[] => [personMet(id), identityMet(id, `${id}@example.com`)];
/** A candidate with a resume scored against a posting. */
const SCORED: Change[] = [candidateFound('c1'), resumeParsed('r1', 'c1'), postingSaved('j1'), matchScored('m1', PAIR)];

export function commitContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
  });
  const write = (...changes: Change[]) => commit(store, result(changes));

  describe('taking in', () => {
    it('writes nothing of an event that was taken in before (S3, E7)', async () => {
      const list = (id: string) =>
        result([submissionReceived(id, 'ada', { eventKey: 'same' }), ...met('ada')], { tasks: [task(`read:${id}`)] });
      expect(await commit(store, list('s1'))).toBe('committed');
      expect(await commit(store, list('s2'))).toBe('duplicate');
      expect(await eventSeen(store, W, 'email', 'same')).toBe(true);
      expect(await getSubmission(store, ALL, 's2')).toBeUndefined();
      expect((await createTaskQueue(store).counts(W)).waiting).toBe(1);
    });

    it('takes the same key of another channel or workspace as another event', async () => {
      await write(submissionReceived('s1', 'ada', { eventKey: 'k' }));
      expect(await write(submissionReceived('s2', 'ada', { eventKey: 'k', channel: 'slack' }))).toBe('committed');
      expect(await write(submissionReceived('s3', 'ada', { eventKey: 'k', workspace: 'other' }))).toBe('committed');
    });

    it('of two messages of one newcomer at once commits one and lets the other be read again', async () => {
      const list = (n: number) =>
        result([submissionReceived(`s${n}`, `new${n}`), personMet(`new${n}`), identityMet(`new${n}`, 'new@example.com')]);
      const outcomes = await Promise.all([commit(store, list(1)), commit(store, list(2))]);
      expect([...outcomes].sort()).toEqual(['committed', 'conflict']);
      const known = await findByAddress(store, W, 'email', 'NEW@example.com');
      const loser = outcomes[0] === 'conflict' ? 1 : 2;
      expect(known?.person.id).toBe(`new${3 - loser}`);
      expect(await getSubmission(store, ALL, `s${loser}`)).toBeUndefined();
      expect(await getPerson(store, W, `new${loser}`)).toBeUndefined();
    });

    it('is undone as a whole when its last row is refused', async () => {
      await write(...met('ada'));
      const list = [
        submissionReceived('s1', 'bob'),
        attachmentReceived('a1', 's1', 'bob'),
        identityMet('bob', 'ada@example.com'),
      ];
      expect(await commit(store, result(list, { tasks: [task('t1')], messages: [message('o1', 'bob')] }))).toBe('conflict');
      expect(await getSubmission(store, ALL, 's1')).toBeUndefined();
      expect(await attachmentsOf(store, ALL, 's1')).toEqual([]);
      expect(await getOutbox(store, W, 'o1')).toBeUndefined();
      expect((await createTaskQueue(store).counts(W)).waiting).toBe(0);
    });

    it('moves a cursor with the message (E5)', async () => {
      const moved = (value: string): Change => ({ kind: 'cursorMoved', workspace: W, source: 'imap', value });
      await write(submissionReceived('s1', 'ada'), moved('7'));
      await write(submissionReceived('s2', 'ada', { eventKey: 'event-s1' }), moved('8'));
      expect(await getCursor(store, W, 'imap')).toBe('7');
      await write(moved('9'));
      expect(await getCursor(store, W, 'imap')).toBe('9');
      expect(await getCursor(store, 'other', 'imap')).toBeUndefined();
    });
  });

  describe('people', () => {
    it('keep what nobody changed', async () => {
      await write(...met('ada'));
      await write({ kind: 'personSettingsChanged', workspace: W, personId: 'ada', digest: 'on', digestPausedUntil: 5 });
      await write({ kind: 'personSettingsChanged', workspace: W, personId: 'ada', role: 'recruiter' });
      await write({ kind: 'personSettingsChanged', workspace: W, personId: 'ada' });
      expect(await getPerson(store, W, 'ada')).toMatchObject({
        digest: 'on',
        digestPausedUntil: 5,
        role: 'recruiter',
        name: 'Person ada',
      });
      await write({ kind: 'personSettingsChanged', workspace: W, personId: 'ada', digestPausedUntil: null });
      expect((await getPerson(store, W, 'ada'))?.digestPausedUntil).toBeUndefined();
    });

    it('are told once, at the first time', async () => {
      await write(...met('ada'), { kind: 'personNoticed', workspace: W, personId: 'ada', at: 1 });
      await write({ kind: 'personNoticed', workspace: W, personId: 'ada', at: 2 });
      expect((await getPerson(store, W, 'ada'))?.noticedAt).toBe(1);
    });

    it('of another workspace are not touched', async () => {
      await write(...met('ada'));
      await write({ kind: 'personSettingsChanged', workspace: 'other', personId: 'ada', role: 'admin' });
      expect((await getPerson(store, W, 'ada'))?.role).toBe('candidate');
      expect(await findByAddress(store, 'other', 'email', 'ada@example.com')).toBeUndefined();
    });

    it('with addresses that differ in an accent are two people', async () => {
      await write(personMet('jose'), identityMet('jose', 'josé@example.com'));
      expect(await findByAddress(store, W, 'email', 'jose@example.com')).toBeUndefined();
      expect((await findByAddress(store, W, 'email', ' JOSÉ@example.com'))?.person.id).toBe('jose');
    });
  });

  describe('feedback and digests', () => {
    const ada = { workspace: W, personId: 'ada', role: 'candidate' } as const;

    it('is given once and can be taken back by meaning or altogether', async () => {
      await write(
        ...SCORED,
        feedbackGiven('f1', 'ada', 'm1'),
        feedbackGiven('f1', 'ada', 'm1'),
        feedbackGiven('f2', 'ada', 'm1', { meaning: 'saved' }),
      );
      const meanings = async () => ((await feedbackOn(store, ada, ['m1'])).get('m1') ?? []).map((one) => one.meaning);
      expect(await meanings()).toEqual(['interested', 'saved']);
      await write({ kind: 'feedbackRetracted', workspace: W, personId: 'ada', matchId: 'm1', meanings: ['saved'], at: AT + 1 });
      expect(await meanings()).toEqual(['interested']);
      await write({ kind: 'feedbackRetracted', workspace: W, personId: 'ada', matchId: 'm1', at: AT + 2 });
      expect(await meanings()).toEqual([]);
    });

    it('writes one digest a person and local date, and takes the message of the second with it (C4, O5)', async () => {
      const digest = (id: string, onRequest = false): Change => ({
        kind: 'digestWritten',
        workspace: W,
        digest: {
          id,
          personId: 'ada',
          localDate: '2026-03-02',
          timeZone: 'UTC',
          onRequest,
          createdAt: AT,
          items: [{ number: 1, matchId: 'm1', postingId: 'j1', postingVersion: 1, candidateId: 'c1' }],
        },
      });
      expect(await commit(store, result([digest('d1')], { messages: [message('o1', 'ada')] }))).toBe('committed');
      expect(await commit(store, result([digest('d2')], { messages: [message('o2', 'ada')] }))).toBe('conflict');
      expect(await commit(store, result([digest('d3', true)]))).toBe('committed');
      expect(await getOutbox(store, W, 'o2')).toBeUndefined();
      expect(await digestOf(store, ada, 'ada', '2026-03-02')).toMatchObject({ id: 'd1', items: [{ number: 1, matchId: 'm1' }] });
    });
  });

  describe('messages', () => {
    const outgoing = (id: string) => message(id, 'ada', { dedupeKey: 'answer:s1', matches: [{ number: 1, matchId: `m-${id}` }] });

    it('are added once a dedupeKey, with their numbers and one delivery', async () => {
      await commit(store, result([], { messages: [outgoing('o1')] }));
      expect(await commit(store, result([], { messages: [outgoing('o2')] }))).toBe('committed');
      expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'waiting', bulk: false, references: [] });
      expect(await getOutbox(store, W, 'o2')).toBeUndefined();
      expect(await getNumberedMatches(store, W, 'o2')).toEqual([]);
      const queue = createTaskQueue(store);
      expect((await queue.lease({ limit: 9, leaseMs: 1000 })).map((leased) => leased.id)).toEqual(['deliver:o1']);
      expect(await queue.find(W, codeOf('t', 'deliver:o2'))).toBeUndefined();
    });

    it('are found by what the platform calls them, nearest first, and as the last with numbers', async () => {
      await commit(
        store,
        result([], {
          messages: [
            message('o1', 'ada', { matches: [{ number: 1, matchId: 'm1' }] }),
            message('o2', 'ada', { createdAt: AT + 1 }),
          ],
        }),
      );
      expect(await lastSentTo(store, W, 'ada', 'email')).toBeUndefined();
      const sent = (outboxId: string): Change => ({
        kind: 'messageSent',
        workspace: W,
        outboxId,
        platformMessageId: `<${outboxId}@example.com>`,
        at: AT + 5,
      });
      await write(sent('o1'), sent('o2'));
      expect(await findSent(store, W, 'email', ['<x@example.org>', '<o2@example.com>', '<o1@example.com>'])).toMatchObject({
        id: 'o2',
        matches: [],
      });
      expect(await findSent(store, W, 'email', ['<o1@example.com>'])).toMatchObject({
        id: 'o1',
        matches: [{ number: 1, matchId: 'm1' }],
      });
      expect(await findSent(store, W, 'slack', ['<o1@example.com>'])).toBeUndefined();
      expect((await lastSentTo(store, W, 'ada', 'email'))?.id).toBe('o1');
    });

    it('once sent stay sent, whatever doubt comes late', async () => {
      await commit(store, result([], { messages: [message('o1', 'ada')] }));
      const doubt = (kind: 'messageUncertain' | 'messageFailed'): Change => ({
        kind,
        workspace: W,
        outboxId: 'o1',
        reason: 'timeout',
        at: AT,
      });
      await write(doubt('messageUncertain'));
      expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'uncertain', reason: 'timeout' });
      await write({ kind: 'messageSent', workspace: W, outboxId: 'o1', platformMessageId: '<o1@example.com>', at: AT });
      await write(doubt('messageFailed'));
      expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'sent', reason: null });
    });
  });

  it('has no second effect when a whole step is repeated', async () => {
    const list = result(
      [
        ...SCORED,
        attachmentReceived('a1', 's1', 'ada'),
        { kind: 'attachmentRead', workspace: W, attachmentId: 'a1', state: 'resume', resumeId: 'r1', candidateId: 'c1' },
        { kind: 'blobStored', workspace: W, blobId: 'b1', size: 5, createdAt: AT },
        { kind: 'candidateLookupAdded', workspace: W, candidateId: 'c1', field: 'email', value: 'ada@example.com' },
        accessGranted('ada', 'c1', 'r1', 's1'),
        feedbackGiven('f1', 'ada', 'm1'),
        { kind: 'submissionAnswered', workspace: W, submissionId: 's1', at: AT, partial: false },
      ],
      { messages: [message('o1', 'ada', { matches: [{ number: 1, matchId: 'm1' }] })] },
    );
    await write(...met('ada'), submissionReceived('s1', 'ada'));
    const see = async () =>
      JSON.stringify([
        await stats(store, ALL),
        await getCandidate(store, ALL, 'c1'),
        await getResume(store, ALL, 'r1'),
        await getMatch(store, ALL, 'm1'),
      ]);
    expect(await commit(store, list)).toBe('committed');
    const once = await see();
    expect(await commit(store, list)).toBe('committed');
    expect(await see()).toBe(once);
  });
}
