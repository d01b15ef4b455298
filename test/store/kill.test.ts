/** Rule R3: killed at any instant, a commit is there whole or not at all, and what was acknowledged is there. KILLS=200 before a release. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { attachmentsOf, getSubmission, recentSubmissions } from '../../src/store/submissions.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { W } from './build-changes.ts';
import { type Child, runChild } from './run-child.ts';

const KILLS = Number(process.env.KILLS ?? 6);
const ALL = serviceViewer(W);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const file = () => path.join(folder, 'shortlist.db');
const open = () => openStore({ file: file(), dataFolder: folder, clock: systemClock });

async function expectWhole(store: Store, acknowledged: readonly string[]): Promise<void> {
  for (const id of acknowledged) expect((await getSubmission(store, ALL, id))?.id).toBe(id);
  const queue = createTaskQueue(store);
  for (const submission of await recentSubmissions(store, ALL, 1_000_000)) {
    expect((await attachmentsOf(store, ALL, submission.id)).map((attachment) => attachment.position)).toEqual([0, 1, 2]);
    expect((await getOutbox(store, W, `out-${submission.id}`))?.state).toBe('waiting');
    expect(await queue.countPending(W, `read:${submission.id}`)).toBeGreaterThan(0);
    expect((await store.blobs.get(W, submission.rawBlobId ?? '')).byteLength).toBeGreaterThan(0);
  }
}

/** On a busy machine the start takes longer than any delay: without a commit a kill would show nothing. */
async function firstCommit(child: Child): Promise<void> {
  await child.speaks;
  while (!child.lines.some((line) => line.startsWith('committed ')) && child.process.exitCode === null) await setTimeout(2);
}

it(
  `keeps the file sound through ${KILLS} kills in the middle of commits`,
  async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const child = runChild('commit-loop.child.ts', [folder, `k${kill}`]);
      // A different instant each time: most fall inside a commit, every fifth into the start.
      if (kill % 5 !== 4) await firstCommit(child);
      await setTimeout(kill % 5 === 4 ? (kill * 97) % 500 : 3 + ((kill * 37) % 150));
      await child.kill();
      acknowledged.push(
        ...child.lines.filter((line) => line.startsWith('committed ')).map((line) => line.slice('committed '.length)),
      );
    }
    const started = performance.now();
    const store = await open();
    expect(performance.now() - started).toBeLessThan(2000);
    await expectWhole(store, acknowledged);
    await store.close();
    const client = new Database(file(), { readonly: true });
    expect(client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    client.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(Math.floor((KILLS * 4) / 5));
  },
  KILLS * 5000 + 30_000,
);

it('refuses a commit when the disk takes no more, keeps what was acknowledged, and goes on when there is room', async () => {
  const full = runChild('commit-loop.child.ts', [folder, 'full'], { fileLimitKb: 2500 });
  await full.ended;
  expect(full.lines.at(-1)).toMatch(/^refused/);
  const acknowledged = full.lines.filter((line) => line.startsWith('committed ')).map((line) => line.slice('committed '.length));
  expect(acknowledged.length).toBeGreaterThan(10);
  const store = await open();
  await expectWhole(store, acknowledged);
  const refused = full.lines.at(-1)?.split(' ')[1] ?? '';
  expect(await getSubmission(store, ALL, refused)).toBeUndefined();
  await store.close();
  const again = runChild('commit-loop.child.ts', [folder, 'room', '3']);
  await again.ended;
  expect(again.lines).toEqual(['ready', 'committed room-0', 'committed room-1', 'committed room-2']);
});
