/** What was understood of a resume, and corrections of it, at the terminal (F2.4, F2.5). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore } from '../../src/store/store.ts';
import {
  accessGranted,
  candidateFound,
  identityMet,
  personMet,
  result,
  resumeParsed,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { jsonLines, runShortlist } from './run-shortlist.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-cli-correct-'));
  const data = path.join(folder, 'data');
  const store = await openStore({ file: `file:${path.join(data, 'shortlist.db')}`, dataFolder: data, clock: systemClock });
  const outcome = await commit(
    store,
    result([
      personMet('p1'),
      identityMet('p1', 'ana@example.com'),
      personMet('p2'),
      identityMet('p2', 'ben@example.com'),
      submissionReceived('s1', 'p1'),
      candidateFound('c1'),
      resumeParsed('r1', 'c1', { code: 'r4f7k2m9q' }),
      accessGranted('p1', 'c1', 'r1', 's1', { reason: 'own' }),
      { kind: 'ownCandidateSet', workspace: W, personId: 'p1', candidateId: 'c1' },
    ]),
  );
  expect(outcome).toBe('committed');
  await store.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (...words: string[]) => runShortlist(words, { cwd: folder });

it('a person corrects their own resume, and their profile says it, in facts and in a sentence', {
  timeout: 120_000,
}, async () => {
  const { code, out } = await run('correct', 'title=Bridge Fitter', '--as', 'ana@example.com', '--json');
  expect(code).toBe(0);
  expect(jsonLines(out)).toEqual([
    { resume: 'r4f7k2m9q', corrected: [expect.objectContaining({ before: 'Position r1', after: 'Bridge Fitter' })] },
  ]);
  const profile = await run('profile', '--as', 'ana@example.com');
  const told = profile.out.replace(/\s+/g, ' ');
  expect(told).toContain('Bridge Fitter, Employer r1 (Jan 2020 – now) (corrected by you)');
  expect(told).toContain('You have worked as Bridge Fitter at Employer r1 since Jan 2020.');
});

it('nobody else can, and the terminal says whose word it needs', { timeout: 120_000 }, async () => {
  expect(await run('correct', 'r4f7k2m9q', 'title=King', '--as', 'ben@example.com')).toMatchObject({ code: 2 });
  const nobody = await run('correct', 'title=King');
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('--as EMAIL')]);
});
