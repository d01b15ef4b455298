/** A small service on SQLite with a candidate and a recruiter, for tests of digests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scheduleDueDigests } from '../../src/digest/schedule-digests.ts';
import { createSendDigest } from '../../src/digest/send-digest.ts';
import type { Change } from '../../src/domain/changes.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { commit } from '../../src/store/commit.ts';
import { getPerson } from '../../src/store/people.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import type { StepResult, TaskQueue } from '../../src/tasks/queue.ts';
import {
  AT,
  accessGranted,
  candidateFound,
  identityMet,
  matchScored,
  personMet,
  postingData,
  postingSaved,
  result,
  resumeParsed,
  score,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';

export const DAY = 86_400_000;
/** The candidate with an own resume, and the recruiter. */
export const MIRELA = 'mirela';
export const RECRUITER = 'orsolya';
const SHOW_FROM = 70;

export interface DigestWorld {
  store: Store;
  clock: ManualClock;
  queue: TaskQueue;
  taxonomy: Taxonomy;
  options: { store: Store; clock: ManualClock; taxonomy: Taxonomy; showFrom: number };
  write(...changes: Change[]): Promise<void>;
  person(id: string): Promise<Person>;
  /** A posting and its match with the candidate's resume. */
  addJob(
    id: string,
    total: number,
    more?: { title?: string; company?: string; version?: number; workplace?: 'onsite' | 'remote'; pay?: number },
  ): Promise<void>;
  /** One tick of the schedule, and all digests that it made due; the messages that went out. */
  tick(): Promise<StepResult[]>;
  close(): Promise<void>;
}

/** Loading the dictionaries takes longer than a test: once a file. */
export async function openDigestWorld(taxonomy: Taxonomy = createTaxonomy()): Promise<DigestWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-digest-'));
  const clock = manualClock('2026-03-02T05:00:00Z');
  const store = await openStore({ file: path.join(folder, 'test.db'), dataFolder: folder, clock });
  const queue = createTaskQueue(store);
  const options = { store, clock, taxonomy, showFrom: SHOW_FROM };
  const send = createSendDigest(options);
  const write = async (...changes: Change[]) => {
    const outcome = await commit(store, result(changes));
    if (outcome !== 'committed') throw new Error(`the test's data was not written: ${outcome}`);
  };
  await write(...people());
  return {
    store,
    clock,
    queue,
    taxonomy,
    options,
    write,
    async person(id) {
      const person = await getPerson(store, W, id);
      if (!person) throw new Error(`no person ${id}`);
      return person;
    },
    async addJob(id, total, more = {}) {
      const { version = 1, title = `Title ${id}`, company = `Company ${id}`, workplace = 'onsite', pay } = more;
      const salary = pay === undefined ? null : { min: pay, max: pay, currency: 'EUR', period: 'year' as const };
      const data = postingData(title, { company, workplace, salary });
      await write(
        postingSaved(id, { version, data, contentHash: `hash-${id}-${version}` }),
        matchScored(
          `match-${id}`,
          { candidateId: 'cand-mirela', resumeId: 'resume-mirela', postingId: id },
          { postingVersion: version, score: score(total, total) },
        ),
      );
    },
    async tick() {
      await scheduleDueDigests({ store, clock }, W);
      const done: StepResult[] = [];
      for (const task of await queue.lease({ limit: 50, leaseMs: 60_000 })) {
        if (task.step !== 'sendDigest') {
          await queue.complete(task, result([]));
          continue;
        }
        const step = await send(task, new AbortController().signal);
        if (await queue.complete(task, step)) done.push(step);
      }
      return done;
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function people(): Change[] {
  return [
    personMet(MIRELA),
    identityMet(MIRELA, 'mirela@example.com'),
    submissionReceived('sub-1', MIRELA, {
      identityId: `identity-${MIRELA}-mirela@example.com`,
      conversation: 'mirela@example.com',
      receivedAt: AT - DAY,
    }),
    candidateFound('cand-mirela'),
    resumeParsed('resume-mirela', 'cand-mirela'),
    accessGranted(MIRELA, 'cand-mirela', 'resume-mirela', 'sub-1'),
    { kind: 'ownCandidateSet', workspace: W, personId: MIRELA, candidateId: 'cand-mirela' },
    { kind: 'personSettingsChanged', workspace: W, personId: MIRELA, digest: 'on' },
    personMet(RECRUITER, { role: 'recruiter' }),
    identityMet(RECRUITER, 'orsolya@example.com'),
  ];
}
