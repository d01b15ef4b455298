/** F8.2 on every engine: two people become one. Nothing is lost, nothing names the one who is gone, nobody else sees more or less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { livingPersonId } from '../../src/store/joins.ts';
import { getPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { AT, result, W } from '../store/build-changes.ts';
import { type EraseWorld, eraseWorlds } from '../store/erase-world.ts';
import { join, type More, mores, storeOf } from '../store/join-world.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { type Row, readTables, type Tables } from '../store/read-tables.ts';

const RUNS = { sqlite: 25, postgres: 3 };
export function joinContract(database: () => TestDatabase): void {
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
            const { store } = await storeOf(database(), world, more, people);
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
  });
}
