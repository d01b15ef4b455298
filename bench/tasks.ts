/** Tasks a second through the queue, and how long one commit holds the event loop. `node bench/tasks.ts [tasks]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { Change } from '../src/domain/changes.ts';
import { systemClock } from '../src/domain/clock.ts';
import { newCode, newId } from '../src/domain/ids.ts';
import type { Score } from '../src/domain/match.ts';
import type { NewTask } from '../src/domain/steps.ts';
import { commit } from '../src/store/commit.ts';
import { openStore } from '../src/store/store.ts';
import { createTaskQueue } from '../src/store/task-queue.ts';
import { print } from './print.ts';

const TASKS = Number(process.argv[2] ?? 5000);
const BATCH = 50;
const W = 'default';

const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const store = await openStore({ file: path.join(folder, 'bench.db'), dataFolder: folder, clock: systemClock });
const queue = createTaskQueue(store);
const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000);

const task = (n: number): NewTask => ({
  id: `read:${n}`,
  workspace: W,
  step: 'readAttachment',
  payload: { attachmentId: `a${n}` },
});

/** Adds in lists of 100, leases in batches, completes one by one: each completion is a transaction on disk. */
async function throughput(): Promise<void> {
  let started = performance.now();
  for (let n = 0; n < TASKS; n += 100)
    await commit(store, { changes: [], tasks: Array.from({ length: 100 }, (_, k) => task(n + k)), messages: [] });
  print('added (100 a commit)', `${perSecond(TASKS, performance.now() - started)}/s`);
  started = performance.now();
  let done = 0;
  for (;;) {
    const leased = await queue.lease({ limit: BATCH, leaseMs: 60_000 });
    if (leased.length === 0) break;
    await Promise.all(leased.map((one) => queue.complete(one, { changes: [], tasks: [], messages: [] })));
    done += leased.length;
  }
  const ours = perSecond(done, performance.now() - started);
  const theirs = plainTransactions();
  print(`leased (${BATCH} a batch) and completed`, `${ours}/s`, {
    name: 'INSERT + DELETE, each a transaction,',
    value: `${theirs}/s`,
    ratio: ours / theirs,
  });
}

/** What the disk allows: a row written in one transaction and deleted in the next, by the bare driver with the same settings. */
function plainTransactions(): number {
  const plain = new Database(path.join(folder, 'plain.db'));
  plain.pragma('journal_mode = WAL');
  plain.pragma('synchronous = FULL');
  plain.exec('create table rows (id text primary key, payload text not null)');
  const insert = plain.prepare('insert into rows values (?, ?)');
  const remove = plain.prepare('delete from rows where id = ?');
  const started = performance.now();
  for (let n = 0; n < TASKS; n++) {
    insert.run(`read:${n}`, JSON.stringify(task(n).payload));
    remove.run(`read:${n}`);
  }
  const rate = perSecond(TASKS, performance.now() - started);
  plain.close();
  return rate;
}

function scoreOf(total: number): Score {
  const evidence = Array.from({ length: 12 }, (_, n) => ({
    factor: 'skills' as const,
    requirement: `Requirement ${n} of a posting of ordinary length`,
    kind: 'exact' as const,
    value: 1,
    resumeLine: 'A line of a resume that shows it, of ordinary length, with a date',
  }));
  return {
    scoreVersion: 's1',
    asOf: '2026-03-02',
    parts: { skills: 1, experience: 1, education: null, location: 1, salary: null, preferences: null },
    totals: { candidate: total, recruiter: total },
    confidence: 0.9,
    met: [],
    missing: [],
    vetoes: [],
    evidence,
  };
}

const matchOf = (n: number): Change => ({
  kind: 'matchScored',
  workspace: W,
  match: {
    id: `match:${n}`,
    code: newCode('m'),
    candidateId: 'c1',
    resumeId: 'r1',
    resumeVersion: 1,
    postingId: `j${n}`,
    postingVersion: 1,
    preferencesVersion: 0,
    score: scoreOf(60 + (n % 40)),
    at: Date.now(),
    askedFor: false,
  },
});

const sourceOf = (n: number): Change => ({
  kind: 'postingSourceSeen',
  workspace: W,
  feed: 'bench',
  sourceKey: `${n}`,
  postingId: `j${n}`,
  contentHash: 'h',
  at: Date.now(),
});

/**
 * What a commit of `size` changes costs: processor time, and the longest that the event loop had to wait meanwhile (rule R1: no
 * transaction over 20 ms). Other programs on the machine lengthen the second, not the first.
 */
async function held(what: string, size: number, change: (n: number) => Change): Promise<void> {
  const cpu: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let round = 0; round < 30; round++) {
    const changes = Array.from({ length: size }, (_, n) => change(round * size + n));
    const before = process.cpuUsage();
    const outcome = await commit(store, { changes, tasks: [], messages: [] });
    if (outcome !== 'committed') throw new Error(outcome);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  delay.disable();
  cpu.sort((a, b) => a - b);
  const wait = `event loop waits ${(delay.percentile(50) / 1e6).toFixed(1)} ms median, ${(delay.percentile(99) / 1e6).toFixed(1)} ms p99`;
  print(`${size} × ${what} in one commit`, `${cpu[15]?.toFixed(1)} ms of processor; ${wait}`);
}

const resume: Change = {
  kind: 'resumeParsed',
  resume: {
    id: 'r1',
    workspace: W,
    code: newCode('r'),
    candidateId: 'c1',
    blobId: newId(systemClock),
    version: 1,
    origin: 'parser',
    data: {
      basics: {},
      work: [],
      education: [],
      skills: [],
      languages: [],
      certificates: [],
      projects: [],
      publications: [],
      awards: [],
      volunteer: [],
      interests: [],
      other: [],
      meta: {
        shortlist: {
          confidence: {},
          sources: {},
          isResume: 1,
          asOf: '2026-03-02',
          hiddenText: [],
          warnings: [],
          parserVersion: 'p1',
          derived: { experienceMonths: 0 },
        },
      },
    },
    parserVersion: 'p1',
    createdAt: Date.now(),
  },
};

await throughput();
await commit(store, { changes: [resume], tasks: [], messages: [] });
await held('matchScored', 50, matchOf);
await held('matchScored', 200, matchOf);
await held('postingSourceSeen', 200, sourceOf);
await store.close();
await rm(folder, { recursive: true, force: true });
