/** Rules A8 and R3: killed at any instant, an erasure goes on where it was, and at its end nothing is left. KILLS=50 before a release. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyHashOf } from '../../src/bots/email/compose-mail.ts';
import type { Change } from '../../src/domain/changes.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { scopeOf } from '../../src/store/erasures.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StepResult } from '../../src/tasks/queue.ts';
import { searchBytes } from '../service/search-bytes.ts';
import {
  accessGranted,
  attachmentReceived,
  candidateFound,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  result,
  resumeData,
  resumeParsed,
  submissionReceived,
  W,
} from './build-changes.ts';
import { readTables } from './read-tables.ts';
import { runChild } from './run-child.ts';

const KILLS = Number(process.env.KILLS ?? 5);
const MESSAGES = 80;
const A_COMMIT = 20;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-erase-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const open = () => openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });

/** A person with many messages, one resume and a few hundred matches; between each two rows one of somebody else's. */
async function write(store: Store, who: string): Promise<void> {
  const data = resumeData(who);
  const mine = { ...data, basics: { ...data.basics, email: `${who}@example.com`, name: `Teodora ${who}` } };
  const resume = await store.blobs.put(W, new TextEncoder().encode(`resume of ${who}`));
  await commit(store, result([personMet(who), identityMet(who, `${who}@example.com`), candidateFound(`c-${who}`)]));
  await commit(
    store,
    result([
      resumeParsed(resume, `c-${who}`, { data: mine }),
      { kind: 'candidateLookupAdded', workspace: W, candidateId: `c-${who}`, field: 'email', value: `${who}@example.com` },
    ]),
  );
  for (let n = 0; n < MESSAGES; n += A_COMMIT) await writeSome(store, who, resume, n);
}

async function writeSome(store: Store, who: string, resume: string, from: number): Promise<void> {
  const changes: Change[] = [];
  const sent: Change[] = [];
  const messages: StepResult['messages'][number][] = [];
  for (let n = from; n < from + A_COMMIT; n++) {
    const id = `${who}-${n}`;
    const raw = await store.blobs.put(W, new TextEncoder().encode(`raw ${n} of ${who}`));
    const text = `Words of ${who}. `.repeat(60);
    const pair = { candidateId: `c-${who}`, resumeId: resume, postingId: `j${n}` };
    changes.push(
      submissionReceived(id, who, { text, subject: `From ${who}`, rawBlobId: raw, eventKey: `key-${who}-${n}` }),
      { kind: 'blobStored', workspace: W, blobId: raw, size: 1, personId: who, createdAt: 1 },
      { kind: 'blobStored', workspace: W, blobId: resume, size: 1, personId: who, createdAt: 1 },
      attachmentReceived(`a-${id}`, id, who, { blobId: resume, name: `${who}.pdf` }),
      {
        kind: 'attachmentRead',
        workspace: W,
        attachmentId: `a-${id}`,
        state: 'resume',
        resumeId: resume,
        candidateId: `c-${who}`,
      },
      accessGranted(who, `c-${who}`, resume, id),
      matchScored(`m-${id}`, pair),
    );
    messages.push(message(`o-${id}`, who, { matches: [{ number: 1, matchId: `m-${id}` }] }));
    sent.push({ kind: 'messageSent', workspace: W, outboxId: `o-${id}`, platformMessageId: `<${id}@x>`, at: 1 });
    await writeFile(
      path.join(folder, 'outbox', `20261110T140500000Z-${keyHashOf(`answer:o-${id}`)}.eml`),
      `To: ${who}@example.com`,
    );
  }
  await commit(store, result(changes, { messages }));
  await commit(store, result(sent));
}

it(
  `goes on through ${KILLS} kills and leaves no byte of the person, and every row of the other`,
  async () => {
    await mkdir(path.join(folder, 'outbox'));
    const store = await open();
    for (let n = 0; n < MESSAGES; n += A_COMMIT)
      await commit(store, result(Array.from({ length: A_COMMIT }, (_, at) => postingSaved(`j${n + at}`))));
    await write(store, 'otheroona');
    await write(store, 'erasmina');
    const before = await readTables(store);
    const scope = await scopeOf(store, { workspace: W, personId: 'erasmina', whole: false });
    expect(scope.resumeIds).toHaveLength(1);
    const { changes } = await startErasure(store, { workspace: W, personId: 'erasmina', scope, reply: null });
    await commit(store, result(changes));
    await store.close();
    expect((await searchBytes(folder, ['erasmina'])).length).toBeGreaterThan(100);
    let halfway = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = runChild('erase-loop.child.ts', [folder]);
      await child.speaks;
      await setTimeout((kill * 37) % 150);
      await child.kill();
      if (!child.lines.includes('true')) halfway += 1;
    }
    expect(halfway).toBeGreaterThan(0);
    const last = runChild('erase-loop.child.ts', [folder]);
    await last.ended;
    expect(await searchBytes(folder, ['erasmina'])).toEqual([]);
    const again = await open();
    const after = await readTables(again);
    for (const name of [
      'submissions',
      'attachments',
      'outbox',
      'matches',
      'blobs',
      'persons',
      'resumes',
      'candidates',
      'candidate_access',
    ]) {
      const others = (before[name] ?? []).filter((row) => !JSON.stringify(row).includes('erasmina'));
      const known = new Set(others.map((row) => JSON.stringify(row)));
      expect(
        (after[name] ?? []).filter((row) => !known.has(JSON.stringify(row))),
        name,
      ).toEqual([]);
    }
    expect(after.submissions).toHaveLength(MESSAGES);
    expect(after.erased_events).toHaveLength(MESSAGES);
    expect(after.erasures).toEqual([]);
    for (const row of after.blobs ?? []) expect(await again.blobs.touchedAt(W, String(row.id))).toBeGreaterThan(0);
    await again.close();
    const client = new Database(path.join(folder, 'shortlist.db'), { readonly: true });
    expect(client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    client.close();
  },
  120_000 + KILLS * 5_000,
);
