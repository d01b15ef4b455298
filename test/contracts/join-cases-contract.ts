import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { createJoinPersons } from '../../src/pipeline/people/join-persons.ts';
import { startJoin } from '../../src/pipeline/people/start-join.ts';
import { commit } from '../../src/store/commit.ts';
import { lastDigests } from '../../src/store/digests.ts';
import { getErasure, scopeOf } from '../../src/store/erasures.ts';
import { peopleBeingJoined } from '../../src/store/joins.ts';
import { nextErasureSlice } from '../../src/store/next-erasure-slice.ts';
import { findByAddress, getPerson } from '../../src/store/people.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import {
  AT,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  result,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { DAY, dateOf, join, type More, NOTHING_MORE, PLAIN, runSlices, storeOf } from '../store/join-world.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { readTables } from '../store/read-tables.ts';
export function joinCasesContract(database: () => TestDatabase): void {
  describe('two people become one, case by case (F8.2)', () => {
    it('the older one stays, with the higher role and what either had once', async () => {
      const { store } = await storeOf(database(), PLAIN, { ...NOTHING_MORE, wishes: [0, 2] }, ['p0', 'p1']);
      await commit(
        store,
        result([
          personMet('old', { createdAt: AT - DAY, code: 'p11111111', name: 'Older' }),
          identityMet('old', 'U0OLD', { channel: 'slack' }),
          { kind: 'ownCandidateSet', workspace: W, personId: 'p1', candidateId: 'c1' },
          {
            kind: 'personSettingsChanged',
            workspace: W,
            personId: 'p1',
            digest: 'on',
            digestTime: '06:15',
            timeZone: 'Asia/Tokyo',
          },
        ]),
      );
      expect(await join(store, ['p1', 'old'])).toMatchObject({ from: 'p1', to: 'old' });
      expect(await getPerson(store, W, 'old')).toMatchObject({
        role: 'recruiter',
        name: 'Older',
        ownCandidateId: 'c1',
        digest: 'on',
        digestTime: '06:15',
        timeZone: 'Asia/Tokyo',
        preferences: { cities: ['p1 1'] },
      });
      expect(await getPerson(store, W, 'p1')).toBeUndefined();
      expect((await findByAddress(store, W, 'email', 'p1@example.com'))?.person.id).toBe('old');
      expect(await peopleBeingJoined(store, W)).toEqual(new Set());
    });

    it('large people take many transactions of at most 200 rows (R1)', async () => {
      const { store } = await storeOf(database(), PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const many = Array.from({ length: 1_000 }, (_, n) => submissionReceived(`many${n}`, 'p1'));
      for (let at = 0; at < many.length; at += 200) await commit(store, result(many.slice(at, at + 200)));
      const { slices, to } = await join(store, ['p0', 'p1']);
      expect(slices).toBeGreaterThan(10);
      const rows = (await readTables(store)).submissions ?? [];
      expect(rows.filter((row) => row.personId === to && String(row.id).startsWith('many'))).toHaveLength(1_000);
    }, 120_000);

    it('waits for work that was under way, and takes over what it wrote since', async () => {
      const { store } = await storeOf(database(), PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const queue = createTaskQueue(store);
      await commit(
        store,
        result([], {
          tasks: [{ id: 'late', workspace: W, step: 'sendDigest', payload: { personId: 'p1', localDate: '2026-03-02' } }],
        }),
      );
      const leased = await queue.lease({ limit: 50, leaseMs: 60_000 });
      const late = leased.find((one) => one.id === 'late');
      const [one, two] = [await getPerson(store, W, 'p0'), await getPerson(store, W, 'p1')];
      if (!late || !one || !two) throw new Error('not there');
      await commit(
        store,
        result([
          {
            kind: 'linkCodeMade',
            workspace: W,
            link: { id: 'code', personId: 'p0', identityId: 'i', code: '7k3m9q2x', createdAt: AT, expiresAt: AT + DAY },
          },
        ]),
      );
      const started = await startJoin(store, [one, two], 'code');
      const from = started.to === 'p0' ? 'p1' : 'p0';
      await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
      await expect(runSlices(store)).rejects.toThrow('under way');
      expect(await queue.complete(late, result([], { messages: [message('o-late', from)] }))).toBe(true);
      for (const other of leased) if (other !== late) await queue.complete(other, result([]));
      await runSlicesAgain(store);
      const after = await readTables(store);
      expect(after.outbox?.map((row) => row.personId)).toEqual([started.to]);
      expect(after.persons?.map((row) => row.id)).not.toContain(from);
    });

    /** After RetryLater the lease is still held: the task is taken up again as after a crash. */
    async function runSlicesAgain(store: Store): Promise<void> {
      const handler = createJoinPersons({ store });
      const queue = createTaskQueue(store);
      for (let n = 0; n < 20; n++) {
        const task = (await queue.lease({ limit: 50, leaseMs: 0 })).find((one) => one.step === 'joinPersons');
        if (task?.step !== 'joinPersons') return;
        await queue.complete(task, await handler(task, new AbortController().signal));
      }
    }

    it('two applications of one candidate to one job are one, the newer; who read them was told (F1.8)', async () => {
      const { store } = await storeOf(database(), PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const apply = (personId: string, at: number): Change => ({
        kind: 'applicationReceived',
        workspace: W,
        application: {
          id: `application:${W}:j0:c0:${personId}`,
          postingId: 'j0',
          candidateId: 'c0',
          resumeId: `r-${personId}`,
          personId,
          submissionId: `s-${personId}`,
          at,
        },
      });
      const told = (personId: string): Change => ({
        kind: 'applicationTold',
        workspace: W,
        applicationId: `application:${W}:j0:c0:${personId}`,
        personId: 'p2',
        told: `r-${personId}`,
        at: AT,
      });
      await commit(store, result([apply('p0', AT), apply('p1', AT + 5), told('p0'), told('p1')]));
      const { to } = await join(store, ['p0', 'p1']);
      const { applications, application_notices: notices } = await readTables(store);
      expect(applications).toMatchObject([{ id: `application:${W}:j0:c0:${to}`, personId: to, resumeId: 'r-p1' }]);
      expect(notices).toMatchObject([{ applicationId: `application:${W}:j0:c0:${to}`, personId: 'p2', told: 'r-p1' }]);
    });

    it('a job that one of both posted is the other’s, as the same feed', async () => {
      const { store } = await storeOf(database(), { ...PLAIN, poster: 1 }, NOTHING_MORE, ['p0', 'p1']);
      const { to } = await join(store, ['p0', 'p1']);
      const after = await readTables(store);
      expect(after.postings?.find((row) => row.id === 'j1')).toMatchObject({ postedBy: to });
      const code = (await getPerson(store, W, to))?.code;
      expect(after.posting_sources?.map((row) => row.feed)).toContain(`posted:${code}`);
      expect(after.posting_sources).toHaveLength(1);
    });

    it('a digest of either counts for the next one: never a second that day', async () => {
      const more: More = {
        ...NOTHING_MORE,
        digests: [
          { who: 1, day: 3, onRequest: false },
          { who: 0, day: 1, onRequest: false },
        ],
      };
      const { store } = await storeOf(database(), PLAIN, more, ['p0', 'p1']);
      const { to } = await join(store, ['p0', 'p1']);
      const last = await lastDigests(store, { workspace: W, personId: null, role: 'admin' }, [to]);
      expect(last.get(to)?.localDate).toBe(dateOf(3));
    });

    it('an erasure afterwards takes what both had, and the name that the other had (A8)', async () => {
      const { store } = await storeOf(database(), PLAIN, { ...NOTHING_MORE, digests: [{ who: 1, day: 1, onRequest: false }] }, [
        'p0',
        'p1',
      ]);
      await commit(
        store,
        result([postingSaved('jx'), matchScored('mx', { candidateId: 'c0', resumeId: '0'.repeat(64), postingId: 'jx' })]),
      );
      const { to, from } = await join(store, ['p0', 'p1']);
      const scope = await scopeOf(store, { workspace: W, personId: to, whole: false });
      const started = await startErasure(store, { workspace: W, personId: to, scope, reply: null });
      await commit(store, { changes: started.changes, tasks: [], messages: [] });
      for (let n = 0; n < 200; n++) {
        const erasure = await getErasure(store, W, started.erasureId);
        if (!erasure) break;
        await commit(store, { changes: (await nextErasureSlice(store, erasure)).changes, tasks: [], messages: [] });
      }
      const { tasks: _, ...after } = await readTables(store);
      expect(JSON.stringify(after)).not.toMatch(new RegExp(`"(${from}|${to}|joined:${from})"`));
      expect(JSON.stringify(after)).not.toContain(`${from}@example.com`);
    });

    it('two codes used at the same instant: who is joined to somebody that goes ends with whom that one becomes', async () => {
      const { store } = await storeOf(database(), PLAIN, NOTHING_MORE, ['p0', 'p1']);
      await commit(
        store,
        result([personMet('eldest', { createdAt: AT - DAY }), identityMet('eldest', 'U0OLD', { channel: 'slack' })]),
      );
      const [p0, p1, eldest] = [
        await getPerson(store, W, 'p0'),
        await getPerson(store, W, 'p1'),
        await getPerson(store, W, 'eldest'),
      ];
      if (!p0 || !p1 || !eldest) throw new Error('not there');
      const link = (id: string, personId: string, code: string): Change => ({
        kind: 'linkCodeMade',
        workspace: W,
        link: { id, personId, identityId: 'i', code, createdAt: AT, expiresAt: AT + DAY },
      });
      await commit(store, result([link('x', 'p1', '7k3m9q2x'), link('y', 'eldest', '8k3m9q2x')]));
      // Each was built before the other was committed.
      const middle = (await startJoin(store, [p0, p1], 'x')).to === 'p0' ? 'p0' : 'p1';
      const started = [await startJoin(store, [p0, p1], 'x'), await startJoin(store, [eldest, middle === 'p0' ? p0 : p1], 'y')];
      for (const { changes, tasks } of started) expect(await commit(store, { changes, tasks, messages: [] })).toBe('committed');
      const first = { workspace: W, leaseToken: 't', payload: { from: middle, to: 'eldest' } };
      const task = (await createTaskQueue(store).lease({ limit: 50, leaseMs: 0 })).find((one) => one.id === `join:${middle}`);
      if (task?.step !== 'joinPersons') throw new Error('no such task');
      await expect(createJoinPersons({ store })({ ...task, ...first }, new AbortController().signal)).rejects.toThrow(/first/);
      expect(await getPerson(store, W, middle)).toBeDefined();
    });

    it('nobody is erased while they are being joined', async () => {
      const { store } = await storeOf(database(), PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const [one, two] = [await getPerson(store, W, 'p0'), await getPerson(store, W, 'p1')];
      if (!one || !two) throw new Error('not there');
      const started = await startJoin(store, [one, two], 'code');
      await commit(store, { changes: [], tasks: started.tasks, messages: [] });
      const scope = await scopeOf(store, { workspace: W, personId: 'p0', whole: false });
      await expect(startErasure(store, { workspace: W, personId: 'p0', scope, reply: null })).rejects.toThrow(/being linked/);
    });
  });
}
