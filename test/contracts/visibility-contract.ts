/**
 * Rule A12: a viewer learns nothing of rows they may not see. Told as an equation: whatever they ask, the answer is the same as in a
 * world in which these rows were never written. Unknown and forbidden then answer alike, and so do counts, orders and duplicates.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { codesOfResumes } from '../../src/store/resume-codes.ts';
import { resumesOfCandidates } from '../../src/store/resumes.ts';
import type { Store } from '../../src/store/store.ts';
import { everyRead } from '../store/every-read.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { CANDIDATES, changesOf, PEOPLE, viewerOf, visibleTo, type World, worlds } from '../store/world.ts';

/** A run asks some 2,800 questions. More by RUNS=200 before a release. */
const RUNS = { sqlite: 10, postgres: 2 };
const runsOn = (engine: TestDatabase['engine']): number => Number(process.env.RUNS ?? RUNS[engine]);

export function visibilityContract(database: () => TestDatabase): void {
  async function storeOf(world: World, person: number | null): Promise<Store> {
    const store = await database().fresh(manualClock());
    expect(await commit(store, changesOf(world, person))).toBe('committed');
    return store;
  }
  async function answers(store: Store, world: World, person: number): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(everyRead(store, viewerOf(world, person), world)))
      all[name] = JSON.parse(JSON.stringify(await read(), (_, value) => value ?? null));
    return all;
  }

  describe('who sees what (A12)', () => {
    it('answers every read as if rows that the viewer may not see had never been written', async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async (world) => {
          const everything = await storeOf(world, null);
          const inFull: Record<string, unknown>[] = [];
          for (let person = 0; person < PEOPLE; person++) inFull.push(await answers(everything, world, person));
          for (let person = 0; person < PEOPLE; person++) {
            const alone = await answers(await storeOf(world, person), world, person);
            expect(inFull[person]).toEqual(alone);
          }
        }),
        { numRuns: runsOn(database().engine) },
      );
    }, 600_000);

    it('shows what the viewer may see', async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async (world) => {
          const store = await storeOf(world, null);
          for (let person = 0; person < PEOPLE; person++) {
            const viewer = viewerOf(world, person);
            const files = new Set([...visibleTo(world, person)].map((n) => world.sent[n]?.file ?? 0));
            const candidates = [...new Set([...files].map((file) => `c${file % CANDIDATES}`))].sort();
            expect((await listCandidates(store, viewer)).map((view) => view.id).sort()).toEqual(candidates);
            const resumes = await resumesOfCandidates(store, viewer, candidates);
            expect(resumes.map((resume) => resume.id).sort()).toEqual([...files].map((file) => `r${file}`).sort());
            const codes = await codesOfResumes(store, viewer, ['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
            for (const { id, code } of resumes) expect(codes.get(id)?.resume).toBe(code);
          }
        }),
        { numRuns: runsOn(database().engine) },
      );
    }, 600_000);

    it('is asked about every exported read that takes a viewer', async () => {
      const folder = new URL('../../src/store/', import.meta.url);
      const exported = readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => [
          ...readFileSync(new URL(file, folder), 'utf8').matchAll(/export (?:async )?function (\w+)\(([^)]*)\)/g),
        ])
        .filter(([, , parameters = '']) => parameters.includes('viewer: Viewer'))
        .map(([, name]) => name);
      // What these give stays inside the store: the reads above are made of them.
      const inside = ['visibleResumes', 'withData'];
      const world: World = { roles: ['admin'], own: [null], sent: [], said: [], digests: [] };
      const asked = Object.keys(everyRead(await database().fresh(manualClock()), viewerOf(world, 0), world));
      expect(exported.length).toBeGreaterThan(25);
      expect(exported.filter((name) => !inside.includes(name ?? '') && !asked.includes(name ?? ''))).toEqual([]);
    });
  });
}
