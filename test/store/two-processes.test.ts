/** Several processes on one SQLite file: no effect is lost or doubled (rules R1, R3, C1). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { openDatabase } from '../../src/store/dialect/sqlite.ts';
import { migrateDatabase } from '../../src/store/migrate-database.ts';
import { findByAddress } from '../../src/store/people.ts';
import { openStore } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { result, task, W } from './build-changes.ts';
import { runChild } from './run-child.ts';

const TASKS = 60;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const open = () => openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });

it('two workers share the tasks; what one forgets the other does; what comes back late counts for nothing', {
  timeout: 120_000,
}, async () => {
  const store = await open();
  const ids = Array.from({ length: TASKS }, (_, n) => `t${n}`);
  await commit(store, result([], { tasks: ids.map((id) => task(id)) }));
  const children = [
    runChild('work-loop.child.ts', [folder, 'steady', '0']),
    runChild('work-loop.child.ts', [folder, 'forgetful', '0.3']),
  ];
  await Promise.all(children.map((child) => child.speaks));
  await writeFile(path.join(folder, 'go'), '');
  await Promise.all(children.map((child) => child.ended));
  const lines = children.flatMap((child) => child.lines.map((line) => line.split(' ')));
  const done = lines.filter(([what]) => what === 'done').map(([, id]) => id);
  const all = ids.flatMap((id) => [id, `next:${id}`]);
  expect([...done].sort()).toEqual([...all].sort());
  expect(new Set(lines.filter(([what]) => what === 'done').map(([, , who]) => who))).toEqual(new Set(['steady', 'forgetful']));
  expect(lines.filter(([what]) => what === 'stale').length).toBeGreaterThan(0);
  for (const id of all) expect((await findByAddress(store, W, 'email', `${id}@example.com`))?.person.id).toBe(id);
  expect(await createTaskQueue(store).counts(W)).toEqual({ waiting: 0, running: 0, dead: 0 });
  await store.close();
});

it('processes that start together on a new folder agree on one schema and one set of keys', async () => {
  const children = [0, 1, 2, 3].map((n) => runChild('commit-loop.child.ts', [folder, `p${n}`, '5']));
  await Promise.all(children.map((child) => child.ended));
  for (const child of children) expect(child.lines.filter((line) => line.startsWith('committed'))).toHaveLength(5);
  const store = await open();
  const kept = await store.blobs.sweepOrphans(async () => true, 0);
  expect(kept).toBe(0);
  // The same bytes have the same id for every process: one set of keys.
  const bytes = new TextEncoder().encode('bytes of p3-4 '.repeat(2000));
  expect(new Uint8Array(await store.blobs.get(W, store.blobs.idOf(W, bytes)))).toEqual(bytes);
  await store.close();
});

it('two that have opened a new database before either made the tables do not wait for each other to close it', async () => {
  const file = path.join(folder, 'shortlist.db');
  const [first, second] = [await openDatabase(file), await openDatabase(file)];
  expect(await Promise.all([first.lastMigration(), second.lastMigration()])).toEqual([undefined, undefined]);
  const names = await Promise.all([migrateDatabase(first), migrateDatabase(second)]);
  expect(names[0]).toBe(names[1]);
  expect(await second.lastMigration()).toBe(await first.lastMigration());
  expect(await first.lastMigration()).toBeGreaterThan(0);
  await Promise.all([first.close(), second.close()]);
});
