/** F8.2 on every engine: two people become one. Nothing is lost, nothing names the one who is gone, nobody else sees more or less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import type { Role } from '../../src/domain/people.ts';
import { createJoinPersons } from '../../src/pipeline/people/join-persons.ts';
import { startJoin } from '../../src/pipeline/people/start-join.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { lastDigests } from '../../src/store/digests.ts';
import { getErasure, scopeOf } from '../../src/store/erasures.ts';
import { livingPersonId, peopleBeingJoined } from '../../src/store/joins.ts';
import { nextErasureSlice } from '../../src/store/next-erasure-slice.ts';
import { findByAddress, getPerson } from '../../src/store/people.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import {
  AT,
  feedbackGiven,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  result,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { type EraseWorld, eraseWorldChanges, eraseWorlds } from '../store/erase-world.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { type Row, readTables, type Tables } from '../store/read-tables.ts';

const RUNS = { sqlite: 25, postgres: 3 };
/** Rule R1. */
const MOST_ROWS = 200;
const DAY = 86_400_000;

/** What the two have besides: digests, wishes, reactions, a code. */
interface More {
  /** Days on which each had a digest; true when it was asked for. */
  digests: readonly { who: 0 | 1; day: number; onRequest: boolean }[];
  feedback: readonly { who: 0 | 1; match: number; meaning: 'interested' | 'not-interested' | 'comment'; at: number }[];
  wishes: readonly [number, number];
}
const who = fc.constantFrom<0 | 1>(0, 1);
const mores: fc.Arbitrary<More> = fc.record({
  digests: fc.uniqueArray(fc.record({ who, day: fc.nat({ max: 4 }), onRequest: fc.boolean() }), {
    maxLength: 8,
    selector: ({ who: of, day, onRequest }) => (onRequest ? `${of} ${day} asked` : `${of} ${day}`),
  }),
  feedback: fc.array(
    fc.record({
      who,
      match: fc.nat({ max: 2 }),
      meaning: fc.constantFrom<'interested' | 'not-interested' | 'comment'>('interested', 'not-interested', 'comment'),
      at: fc.nat({ max: 1000 }),
    }),
    { maxLength: 8 },
  ),
  wishes: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
});

const dateOf = (day: number) => `2026-03-0${day + 1}`;

function moreChanges(more: More, people: readonly [string, string]): Change[] {
  const digests = more.digests.map(
    ({ who: of, day, onRequest }, n): Change => ({
      kind: 'digestWritten',
      workspace: W,
      digest: {
        id: `d${n}`,
        personId: people[of],
        localDate: dateOf(day),
        timeZone: 'UTC',
        onRequest,
        createdAt: AT + day * DAY,
        items: [{ number: 1, matchId: `mm${day}`, postingId: 'j0', postingVersion: 1, candidateId: 'c0' }],
      },
    }),
  );
  const said = more.feedback.map(({ who: of, match, meaning, at }, n) =>
    feedbackGiven(`said${n}`, people[of], `mm${match}`, { meaning, createdAt: AT + at }),
  );
  const wishes = people.flatMap((personId, of) =>
    Array.from(
      { length: more.wishes[of as 0 | 1] },
      (_, n): Change => ({
        kind: 'preferencesSet',
        workspace: W,
        personId,
        preferences: { version: n + 1, cities: [`${personId} ${n}`] },
        at: AT + n,
      }),
    ),
  );
  return [...digests, ...said, ...wishes];
}

export function joinContract(database: () => TestDatabase): void {
  async function storeOf(world: EraseWorld, more: More, people: readonly [string, string]) {
    const clock = manualClock();
    const store = await database().fresh(clock);
    const blobs = { file: (f: number) => `${f}`.repeat(64), raw: (n: number) => `${n}a`.repeat(32) };
    // The wishes here take the place of the world's; the older of the two is drawn as well.
    const { changes, tasks, messages } = eraseWorldChanges({ ...world, wishing: [] }, blobs);
    expect(await commit(store, { changes, tasks, messages })).toBe('committed');
    expect(await commit(store, result(moreChanges(more, people)))).toBe('committed');
    return { store, clock };
  }

  /** Begins, then slice after slice; every third is built and lost, as when the process is killed before its commit. */
  async function join(store: Store, [a, b]: readonly [string, string]): Promise<{ from: string; to: string; slices: number }> {
    const people = [await getPerson(store, W, a), await getPerson(store, W, b)] as const;
    const [one, two] = people;
    if (!one || !two) throw new Error('nobody to join');
    await commit(
      store,
      result([
        {
          kind: 'linkCodeMade',
          workspace: W,
          link: { id: 'code', personId: a, identityId: 'i', code: '7k3m9q2x', createdAt: AT, expiresAt: AT + DAY },
        },
      ]),
    );
    const started = await startJoin(store, [one, two], 'code');
    const from = started.to === a ? b : a;
    expect(await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] })).toBe('committed');
    expect(await commit(store, { changes: started.changes, tasks: [], messages: [] }), 'a code works once').toBe('conflict');
    expect(await peopleBeingJoined(store, W)).toEqual(new Set([a, b]));
    return { from, to: started.to, slices: await runSlices(store) };
  }

  async function runSlices(store: Store): Promise<number> {
    const queue = createTaskQueue(store);
    const handler = createJoinPersons({ store });
    for (let n = 1; ; n++) {
      const leased = await queue.lease({ limit: 50, leaseMs: 0 });
      const task = leased.find((one) => one.step === 'joinPersons');
      if (task?.step !== 'joinPersons') return n;
      const built = await handler(task, new AbortController().signal);
      const rows = built.changes.reduce((sum, one) => sum + ('keys' in one ? one.keys.length : 1), 0);
      expect(rows).toBeLessThanOrEqual(MOST_ROWS);
      if (n % 3 === 0) await queue.release(task);
      else expect(await queue.complete(task, built)).toBe(true);
      if (n > 300) throw new Error('it does not end');
    }
  }

  const without = (tables: Tables, ...names: string[]): Record<string, Row[]> =>
    Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));
  const isOf = (row: Row, ids: readonly string[]) => ids.includes(String(row.personId ?? row.postedBy ?? ''));

  describe('two people become one (F8.2)', () => {
    it('keeps every row, names the one who is gone nowhere, and changes nothing of anybody else (A12)', async () => {
      await fc.assert(
        fc.asyncProperty(
          eraseWorlds,
          mores,
          fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 2, maxLength: 2 }),
          async (world, more, two) => {
            const people = [`p${two[0]}`, `p${two[1]}`] as const;
            const { store } = await storeOf(world, more, people);
            const others = ['p0', 'p1', 'p2', 'p3'].filter((id) => id !== people[0] && id !== people[1]);
            const before = await readTables(store);
            const seen = new Map(
              await Promise.all([...others, ...people].map(async (id) => [id, await seenBy(store, world, id)] as const)),
            );
            const { from, to } = await join(store, people);
            const after = await readTables(store);
            // Rows of the queue, and the one row that says who is who now, may name both.
            const named = JSON.stringify(without(after, 'tasks', 'cursors', 'outbox', 'resume_versions'));
            expect(named).not.toContain(`"${from}"`);
            expect(after.outbox?.map((row) => row.personId)).not.toContain(from);
            expect(await livingPersonId(store, W, from)).toBe(to);
            for (const [name, rows] of Object.entries(before)) {
              const theirs = (all: Row[] = []) =>
                all
                  .filter((row) => isOf(row, others))
                  .map((row) => JSON.stringify(row))
                  .sort();
              if (name !== 'tasks' && name !== 'application_notices') expect(theirs(after[name]), name).toEqual(theirs(rows));
            }
            countsAreEqual(before, after, { from, to, more });
            for (const id of others) expect(await seenBy(store, world, id), id).toEqual(seen.get(id));
            const both = new Set([...(seen.get(from) ?? []), ...(seen.get(to) ?? [])]);
            expect(new Set(await seenBy(store, world, to))).toEqual(both);
            oneDigestADay(after.digests ?? []);
            onlyTheNewerCounts(before.feedback ?? [], after.feedback ?? []);
            await wishesGoOn(store, to, more, people);
          },
        ),
        { numRuns: Number(process.env.RUNS ?? RUNS[database().engine]) },
      );
    }, 600_000);

    async function seenBy(store: Store, world: EraseWorld, personId: string): Promise<string[]> {
      const role: Role = world.roles[Number(personId.slice(1))] ?? 'candidate';
      return (await listCandidates(store, { workspace: W, personId, role })).map((one) => one.id).sort();
    }

    function countsAreEqual(before: Tables, after: Tables, { from, to, more }: { from: string; to: string; more: More }): void {
      const twins = (name: string, key: (row: Row) => string) => {
        const of = (id: string) => (before[name] ?? []).filter((row) => row.personId === id).map(key);
        const theirs = new Set(of(to));
        return of(from).filter((one) => theirs.has(one)).length;
      };
      const clash = more.wishes[0] > 0 && more.wishes[1] > 0 ? 1 : 0;
      const nameless = (row: Row) => String(row.id).replaceAll(from, '').replaceAll(to, '');
      const expected: Record<string, number> = {
        persons: -1,
        candidate_access: -twins('candidate_access', (row) => `${row.candidateId} ${row.submissionId} ${row.resumeId}`),
        posting_selections: -twins('posting_selections', (row) => `${row.postingId} ${row.channel}`),
        preference_versions: clash,
        applications: -twins('applications', nameless),
      };
      for (const [name, rows] of Object.entries(before)) {
        if (['tasks', 'cursors', 'link_codes', 'application_notices', 'posting_sources'].includes(name)) continue;
        expect(after[name]?.length, name).toBe(rows.length + (expected[name] ?? 0));
      }
    }

    function oneDigestADay(rows: readonly Row[]): void {
      const daily = rows.filter((row) => row.onRequest === false).map((row) => `${row.personId} ${row.localDate}`);
      expect(new Set(daily).size).toBe(daily.length);
    }

    /** Of a yes and a no of both about the same match the older is taken back, whoever said it; comments stay. */
    function onlyTheNewerCounts(before: readonly Row[], after: readonly Row[]): void {
      for (const row of after.filter((one) => one.meaning === 'comment')) expect(row.retractedAt).toBeNull();
      for (const [, rows] of Map.groupBy(
        after.filter((row) => row.meaning !== 'comment'),
        (row) => row.matchId,
      )) {
        const owner = (row: Row) => before.find((one) => one.id === row.id)?.personId;
        const active = rows.filter((row) => row.retractedAt === null);
        for (const a of active)
          for (const b of active)
            if (a !== b && a.personId === b.personId && owner(a) !== owner(b)) expect(a.meaning).toBe(undefined);
      }
    }

    /** The wishes of who stays hold, else those of the other; and the next ones can be said. */
    async function wishesGoOn(store: Store, to: string, more: More, people: readonly [string, string]): Promise<void> {
      const [mine, theirs] = to === people[0] ? more.wishes : ([more.wishes[1], more.wishes[0]] as const);
      const person = await getPerson(store, W, to);
      const from = to === people[0] ? people[1] : people[0];
      const expected = mine > 0 ? `${to} ${mine - 1}` : theirs > 0 ? `${from} ${theirs - 1}` : undefined;
      expect(person?.preferences?.cities?.[0]).toBe(expected);
      const next = { version: (person?.preferences?.version ?? 0) + 1 };
      expect(
        await commit(store, result([{ kind: 'preferencesSet', workspace: W, personId: to, preferences: next, at: AT }])),
      ).toBe('committed');
    }

    const NOTHING_MORE: More = { digests: [], feedback: [], wishes: [0, 0] };
    const PLAIN: EraseWorld = {
      roles: ['candidate', 'recruiter', 'candidate', 'candidate'],
      owners: [0, null, null, null, null, null],
      sent: [{ sender: 0, verified: true, files: [0], letter: false, readers: [], applies: false }],
      told: [],
      corrected: [],
      selected: [],
      poster: null,
      wishing: [],
    };

    it('the older one stays, with the higher role and what either had once', async () => {
      const { store } = await storeOf(PLAIN, { ...NOTHING_MORE, wishes: [0, 2] }, ['p0', 'p1']);
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
      const { store } = await storeOf(PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const many = Array.from({ length: 1_000 }, (_, n) => submissionReceived(`many${n}`, 'p1'));
      for (let at = 0; at < many.length; at += 200) await commit(store, result(many.slice(at, at + 200)));
      const { slices, to } = await join(store, ['p0', 'p1']);
      expect(slices).toBeGreaterThan(10);
      const rows = (await readTables(store)).submissions ?? [];
      expect(rows.filter((row) => row.personId === to && String(row.id).startsWith('many'))).toHaveLength(1_000);
    }, 120_000);

    it('waits for work that was under way, and takes over what it wrote since', async () => {
      const { store } = await storeOf(PLAIN, NOTHING_MORE, ['p0', 'p1']);
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
      const { store } = await storeOf(PLAIN, NOTHING_MORE, ['p0', 'p1']);
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
      const { store } = await storeOf({ ...PLAIN, poster: 1 }, NOTHING_MORE, ['p0', 'p1']);
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
      const { store } = await storeOf(PLAIN, more, ['p0', 'p1']);
      const { to } = await join(store, ['p0', 'p1']);
      const last = await lastDigests(store, { workspace: W, personId: null, role: 'admin' }, [to]);
      expect(last.get(to)?.localDate).toBe(dateOf(3));
    });

    it('an erasure afterwards takes what both had, and the name that the other had (A8)', async () => {
      const { store } = await storeOf(PLAIN, { ...NOTHING_MORE, digests: [{ who: 1, day: 1, onRequest: false }] }, ['p0', 'p1']);
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

    it('nobody is erased while they are being joined', async () => {
      const { store } = await storeOf(PLAIN, NOTHING_MORE, ['p0', 'p1']);
      const [one, two] = [await getPerson(store, W, 'p0'), await getPerson(store, W, 'p1')];
      if (!one || !two) throw new Error('not there');
      const started = await startJoin(store, [one, two], 'code');
      await commit(store, { changes: [], tasks: started.tasks, messages: [] });
      const scope = await scopeOf(store, { workspace: W, personId: 'p0', whole: false });
      await expect(startErasure(store, { workspace: W, personId: 'p0', scope, reply: null })).rejects.toThrow(/being linked/);
    });
  });
}
