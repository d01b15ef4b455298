/** Rule A8 on every engine: one person goes, whole; of everybody else not a row changes but those that told of that person. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SCOPE } from '../../src/domain/erasure.ts';
import { commit } from '../../src/store/commit.ts';
import { getErasure, scopeOf } from '../../src/store/erasures.ts';
import { nextErasureSlice } from '../../src/store/next-erasure-slice.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import type { Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { NOTHING } from '../../src/tasks/handlers.ts';
import { message, result, W } from '../store/build-changes.ts';
import { type EraseWorld, eraseWorldChanges, eraseWorlds, filesGone, tablesLeft } from '../store/erase-world.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';
import { type Row, readTables, type Tables } from '../store/read-tables.ts';

const NOTHING_MORE = { corrected: [], selected: [], poster: null, wishing: [] };
const RUNS = { sqlite: 40, postgres: 4 };
/** Found at random: p1 goes, in whose name somebody sent a resume of p0's. What p0 was told of themself is p0's and stays. */
const FORGED_IN_THEIR_NAME: EraseWorld = {
  roles: ['candidate', 'candidate', 'candidate', 'candidate'],
  owners: [0, null, null, 0, null, null],
  sent: [
    { sender: 1, verified: false, files: [3, 0], letter: false, readers: [], applies: false },
    { sender: 0, verified: true, files: [0], letter: false, readers: [], applies: false },
  ],
  told: [{ person: 0, file: 0, reacts: false, bounced: false }],
  ...NOTHING_MORE,
};

/** Rule R1. */
const MOST_ROWS = 200;

/** All slices; every third is built and lost, as when the process is killed before its commit. */
async function runSlices(store: Store, erasureId: string): Promise<void> {
  for (let n = 1; ; n++) {
    const erasure = await getErasure(store, W, erasureId);
    if (!erasure) return;
    const slice = await nextErasureSlice(store, erasure);
    const rows = slice.changes.reduce((sum, change) => sum + (change.kind === 'rowsErased' ? change.keys.length : 1), 0);
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    for (const id of slice.blobs) await store.blobs.remove(W, id);
    if (n % 3 !== 0) expect(await commit(store, { ...NOTHING, changes: slice.changes })).toBe('committed');
    if (n > 500) throw new Error('it does not end');
  }
}

const sorted = (rows: Row[] = []): string[] => rows.map((row) => JSON.stringify(row)).sort();
const withoutWords = (rows: Row[] = []): Row[] =>
  rows.map((row) => (JSON.stringify(row.card)?.includes('"Erased"') ? { id: row.id, redacted: true } : row));

/** Words of redacted messages are for their own tests; when a job was closed is the clock's. */
function comparable(name: string, rows: Row[] = []): Row[] {
  if (name === 'postings') return rows.map(({ updatedAt: _, ...row }) => row);
  return name === 'outbox' ? withoutWords(rows) : rows;
}

export function eraseContract(database: () => TestDatabase): void {
  async function storeOf(world: EraseWorld) {
    const store = await database().fresh(manualClock());
    const bytes = new Map<string, string>();
    for (let f = 0; f < 6; f++) bytes.set(`file${f}`, await store.blobs.put(W, new TextEncoder().encode(`bytes of file ${f}`)));
    for (const [n] of world.sent.entries()) bytes.set(`raw${n}`, await store.blobs.put(W, new TextEncoder().encode(`raw ${n}`)));
    const blobs = { file: (f: number) => bytes.get(`file${f}`) ?? '', raw: (n: number) => bytes.get(`raw${n}`) ?? '' };
    expect(await commit(store, eraseWorldChanges(world, blobs))).toBe('committed');
    return { store, blobs };
  }

  describe('erase (A8)', () => {
    it('takes every row of the person and changes nothing of anybody else', async () => {
      await fc.assert(
        fc.asyncProperty(eraseWorlds, fc.nat({ max: 3 }), async (world, e) => {
          const { store, blobs } = await storeOf(world);
          const before = await readTables(store);
          const scope = await scopeOf(store, { workspace: W, personId: `p${e}`, whole: false });
          const started = await startErasure(store, { workspace: W, personId: `p${e}`, scope, reply: null });
          await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
          await runSlices(store, started.erasureId);
          const after: Tables = { ...(await readTables(store)) };
          const { erased_events: events = [], ...left } = after;
          const { erased_events: _, ...expected } = tablesLeft(world, e, before, blobs);
          for (const [name, rows] of Object.entries(expected))
            expect(sorted(comparable(name, left[name])), name).toEqual(sorted(comparable(name, rows)));
          expect(Object.keys(left).sort()).toEqual(Object.keys(expected).sort());
          expect(events).toHaveLength(world.sent.filter((sent) => sent.sender === e).length);
          // A recruiter's address also stands in other people's resumes.
          if (world.roles[e] === 'candidate') expect(JSON.stringify(after).includes(`p${e}@example.com`)).toBe(false);
          // The bytes of files that go are gone, those of files that stay are there.
          for (const f of filesGone(world, e)) expect(await store.blobs.touchedAt(W, blobs.file(f))).toBeUndefined();
          for (const row of left.resumes ?? []) expect(await store.blobs.touchedAt(W, String(row.blobId))).toBeGreaterThan(0);
        }),
        { numRuns: Number(process.env.RUNS ?? RUNS[database().engine]), examples: [[FORGED_IN_THEIR_NAME, 1]] },
      );
    }, 600_000);

    it('keeps no work in the queue that names the person, whatever its step', async () => {
      const world: EraseWorld = {
        roles: ['candidate', 'candidate', 'candidate', 'candidate'],
        owners: [0, 1, null, null, null, null],
        sent: [
          { sender: 0, verified: true, files: [0], letter: true, readers: [], applies: false },
          { sender: 1, verified: true, files: [1], letter: false, readers: [], applies: false },
        ],
        told: [],
        ...NOTHING_MORE,
      };
      const { store, blobs } = await storeOf(world);
      await commit(
        store,
        result([], {
          tasks: [
            { id: 'x1', workspace: W, step: 'readAttachment', payload: { attachmentId: 'a0.0' } },
            { id: 'x2', workspace: W, step: 'matchResume', payload: { resumeId: blobs.file(0), submissionId: 's0' } },
            { id: 'x3', workspace: W, step: 'sendDigest', payload: { personId: 'p0', localDate: '2026-03-02' } },
            { id: 'y1', workspace: W, step: 'readAttachment', payload: { attachmentId: 'a1.1' } },
            { id: 'y2', workspace: W, step: 'sendDigest', payload: { personId: 'p1', localDate: '2026-03-02' } },
          ],
        }),
      );
      const scope = await scopeOf(store, { workspace: W, personId: 'p0', whole: false });
      const started = await startErasure(store, { workspace: W, personId: 'p0', scope, reply: null });
      await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
      await runSlices(store, started.erasureId);
      expect((await readTables(store)).tasks?.map((row) => row.id)).toEqual(['answer:s1', 'y1', 'y2']);
    });

    it('finds a candidate who never wrote by the address in the resume, and leaves the sender their other resumes', async () => {
      const world: EraseWorld = {
        roles: ['recruiter', 'candidate', 'candidate', 'candidate'],
        owners: [null, null, null, null, null, null],
        sent: [{ sender: 0, verified: true, files: [0, 1], letter: false, readers: [], applies: false }],
        told: [{ person: 0, file: 0, reacts: true, bounced: true }],
        ...NOTHING_MORE,
      };
      const { store, blobs } = await storeOf(world);
      const scope = await scopeOf(store, { workspace: W, personId: null, address: 'Stranger0@example.org', whole: true });
      expect(scope.resumeIds).toEqual([blobs.file(0)]);
      const started = await startErasure(store, { workspace: W, personId: null, scope, reply: null });
      await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
      await runSlices(store, started.erasureId);
      const after = await readTables(store);
      expect(after.resumes?.map((row) => row.id)).toEqual([blobs.file(1)]);
      expect(after.attachments?.map((row) => row.id)).toEqual(['a0.1']);
      expect(after.persons).toHaveLength(4);
      expect(after.feedback).toEqual([]);
      expect(JSON.stringify(after)).not.toContain('stranger0');
      expect(JSON.stringify(after)).not.toContain('Told 0');
    });

    it('waits for work that was under way, and takes what it wrote of the person since', async () => {
      const world: EraseWorld = {
        roles: ['candidate', 'recruiter', 'candidate', 'candidate'],
        owners: [0, null, null, null, null, null],
        sent: [{ sender: 0, verified: true, files: [0], letter: false, readers: [1], applies: false }],
        told: [],
        ...NOTHING_MORE,
      };
      const { store } = await storeOf(world);
      await commit(
        store,
        result([], {
          tasks: [{ id: 'late', workspace: W, step: 'sendDigest', payload: { personId: 'p1', localDate: '2026-03-02' } }],
        }),
      );
      const queue = createTaskQueue(store);
      const leased = await queue.lease({ limit: 10, leaseMs: 15_000 });
      const late = leased.find((one) => one.id === 'late');
      const scope = await scopeOf(store, { workspace: W, personId: 'p0', whole: false });
      const started = await startErasure(store, { workspace: W, personId: 'p0', scope, reply: null });
      await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
      await expect(runSlices(store, started.erasureId)).rejects.toThrow('under way');
      // It read the candidate before the erasure began, and tells of them now.
      const card = { about: ['c0'], title: 'Person Offilea', blocks: [], footer: [], attachments: [] };
      if (!late) throw new Error('not leased');
      expect(await queue.complete(late, result([], { messages: [message('o-late', 'p1', { card })] }))).toBe(true);
      for (const other of leased) if (other !== late) await queue.complete(other, result([]));
      await runSlices(store, started.erasureId);
      const after = await readTables(store);
      expect(JSON.stringify(after)).not.toContain('Offilea');
      expect(after.outbox).toMatchObject([{ id: 'o-late', state: 'failed', card: { title: 'Erased', about: [] } }]);
    });

    it('a second erasure of nobody ends as well', async () => {
      const store = await database().fresh(manualClock());
      const started = await startErasure(store, { workspace: W, personId: 'nobody', scope: NO_SCOPE, reply: null });
      await commit(store, { changes: started.changes, tasks: started.tasks, messages: [] });
      await runSlices(store, started.erasureId);
      expect((await readTables(store)).erasures).toEqual([]);
    });
  });
}
