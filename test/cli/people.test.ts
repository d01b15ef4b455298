/** `admin …`, `sources` and `source …` at the terminal (F8.1, F1.7). */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore } from '../../src/store/store.ts';
import { identityMet, personMet, result } from '../store/build-changes.ts';
import { jsonLines, runShortlist } from './run-shortlist.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-cli-people-'));
  await mkdir(path.join(folder, 'resumes'));
  const data = path.join(folder, 'data');
  const store = await openStore({ file: `file:${path.join(data, 'shortlist.db')}`, dataFolder: data, clock: systemClock });
  await commit(
    store,
    result([
      personMet('p1', { code: 'p11111111' }),
      identityMet('p1', 'ana@example.com'),
      personMet('p2', { code: 'p22222222', role: 'recruiter' }),
      identityMet('p2', 'U0RITA', { channel: 'slack' }),
    ]),
  );
  await store.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (line: string, environment?: Record<string, string>) => runShortlist(line.split(' '), { cwd: folder, environment });

describe('admin', () => {
  it('grant prints the person', async () => {
    const { code, out } = await run('admin grant ana@example.com recruiter --json');
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([
      { person: 'p11111111', role: 'recruiter', was: 'candidate', addresses: ['ana@example.com'] },
    ]);
    expect(jsonLines((await run('admin list --json')).out)).toMatchObject([
      { person: 'p11111111', role: 'recruiter', bySettings: false },
      { person: 'p22222222', role: 'recruiter', addresses: ['Slack U0RITA'] },
    ]);
  });

  it('revoke leaves what the settings say', async () => {
    const kept = await run('admin revoke slack:U0RITA', { RECRUITERS: 'slack:U0RITA' });
    expect([kept.code, kept.err]).toEqual([2, expect.stringContaining('The settings make them recruiter')]);
    expect((await run('admin revoke p22222222')).code).toBe(0);
  });

  it('says what is wrong with a person or a role that is none', async () => {
    expect(await run('admin grant nobody@example.com admin')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nobody called'),
    });
    expect(await run('admin grant ana@example.com king')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Write it like this'),
    });
  });
});

describe('source', () => {
  it('add needs somebody who sees what comes; then it is listed', async () => {
    const place = path.join(folder, 'resumes');
    expect(await run(`source add folder:${place}`)).toMatchObject({ code: 2, err: expect.stringContaining('--as') });
    await run('admin grant ana@example.com admin');
    const added = await run(`source add folder:${place} weekly as inbox --as ana@example.com --json`);
    expect(jsonLines(added.out)).toMatchObject([{ source: 'inbox', channel: 'folder', schedule: 'weekly', lastRun: null }]);
    expect((await run('source sync inbox')).code).toBe(0);
    expect(jsonLines((await run('sources --json')).out)).toHaveLength(1);
    expect((await run('source remove inbox')).code).toBe(0);
    expect(jsonLines((await run('sources --json')).out)).toEqual([]);
    // The operator says who may read a channel; a recruiter's own word in a chat does not count.
    await run('admin grant ana@example.com recruiter');
    expect((await run('source add slack:#resumes --as ana@example.com')).code).toBe(0);
  });
});
