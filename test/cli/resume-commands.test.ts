/** `correct`, `undo`, `accept` and `decline` at the terminal (F2.5, F1.6). */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore } from '../../src/store/store.ts';
import { ANA_RESUME } from '../service/people.ts';
import { identityMet, personMet, result } from '../store/build-changes.ts';
import { jsonLines, runShortlist } from './run-shortlist.ts';

let folder: string;
const run = (...args: string[]) => runShortlist(args, { cwd: folder });
/** By a clock that is ahead of that of the commands after it. */
const runAhead = (...args: string[]) =>
  runShortlist(args, { cwd: folder, environment: { SHORTLIST_NOW: '2026-11-10T10:05:00Z' } });
const AS = ['--as', 'ana.prado@example.com', '--json'];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-cli-resume-'));
  await mkdir(path.join(folder, 'cv'));
  await writeFile(path.join(folder, 'cv', 'ana.txt'), ANA_RESUME);
  const data = path.join(folder, 'data');
  const store = await openStore({ file: `file:${path.join(data, 'shortlist.db')}`, dataFolder: data, clock: systemClock });
  await commit(store, result([personMet('p1', { code: 'p11111111' }), identityMet('p1', 'ana.prado@example.com')]));
  await store.close();
  const imported = await run('import', 'cv', ...AS);
  expect([imported.code, imported.err]).toEqual([0, expect.any(String)]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a person’s word at the terminal', () => {
  it('corrects lists and dates of their own resume, and undo takes the last of it back, also when the clock went back', async () => {
    const skills = jsonLines((await runAhead('correct', 'skills +Rust -Kubernetes', ...AS)).out);
    expect(skills).toEqual([
      {
        resume: expect.stringMatching(/^r/),
        corrected: [
          { field: 'Skills', before: '', after: 'Rust' },
          { field: 'Skills', before: 'Kubernetes', after: '' },
        ],
      },
    ]);
    const code = /"resume":"(r[0-9a-z]{8})"/.exec(JSON.stringify(skills))?.[1] ?? '';
    expect(jsonLines((await run('correct', code, 'job', '2', 'end=2021-01', ...AS)).out)).toMatchObject([
      { corrected: [{ field: 'Job 2, end', before: '2021-02', after: '2021-01' }] },
    ]);
    expect(jsonLines((await run('undo', code, ...AS)).out)).toMatchObject([
      { resume: code, undone: [{ field: 'Job 2, end', before: '2021-01', after: '2021-02' }] },
    ]);
    expect(jsonLines((await run('undo', code, ...AS)).out)).toMatchObject([
      { undone: [{ after: 'Kubernetes' }, { before: 'Rust' }] },
    ]);
    expect(await run('undo', code, ...AS)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing of yours to take back'),
    });
  }, 60_000);

  it('says what to do where it cannot be taken', async () => {
    expect(await run('correct', 'job 1 end=soonish', ...AS)).toMatchObject({
      code: 2,
      err: expect.stringContaining('write 2024-05'),
    });
    expect(await run('correct', 'title=Chief')).toMatchObject({ code: 2, err: expect.stringContaining('--as EMAIL') });
    expect(await run('accept', ...AS)).toMatchObject({ code: 0, out: '' });
    expect(await run('decline', 'r00000000', ...AS)).toMatchObject({
      code: 2,
      err: expect.stringContaining('"accept" lists those'),
    });
  }, 60_000);
});
