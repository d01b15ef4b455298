import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANA_RESUME, NURSE_RESUME } from '../service/people.ts';
import { searchBytes } from '../service/search-bytes.ts';
import { jsonLines, objectAt, runShortlist } from './run-shortlist.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-cli-privacy-'));
  await writeFile(path.join(folder, 'ana.txt'), ANA_RESUME);
  await writeFile(path.join(folder, 'nurse.txt'), NURSE_RESUME);
  const imported = await run('import ana.txt nurse.txt --json');
  expect(imported.code).toBe(0);
  await rm(path.join(folder, 'ana.txt'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (line: string) => runShortlist(line.split(' '), { cwd: folder });
const PERSON = '--person ana.prado@example.com';

/** In this order: what is exported here is erased further down. */
describe('a candidate who never wrote, at the terminal (A8)', () => {
  it('privacy says that resumes of theirs came from others', async () => {
    const { code, out } = await run(`privacy ${PERSON} --json`);
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([{ person: null, resumes: 1, candidates: 1 }]);
  });

  it('export gives one document, with the bytes, and nothing of anybody else', async () => {
    const { code, out } = await run(`export ${PERSON} --json`);
    expect(code).toBe(0);
    const [document, ...more] = jsonLines(out);
    expect(more).toEqual([]);
    expect(Object.keys(objectAt(document, 'tables')).sort()).toEqual(['candidates', 'resumeVersions', 'resumes', 'termMentions']);
    expect(out).toContain('Tarnside Software');
    expect(out).toContain(Buffer.from(ANA_RESUME).toString('base64'));
    expect(out).not.toContain('Beatriz');
  });

  it('export --out writes a file that only its owner can read, and says what is in it', async () => {
    const { code, out } = await run(`export ${PERSON} --out ana.json --json`);
    expect(code).toBe(0);
    expect(jsonLines(out)[0]).toMatchObject({ person: null, file: 'ana.json', files: 1 });
    const file = path.join(folder, 'ana.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'shortlist-export', version: 1 });
    expect((await stat(file)).mode & 0o077).toBe(0);
    await rm(file);
  });

  it('erase without --yes erases nothing and says what would go', async () => {
    const { code, out } = await run(`erase ${PERSON} --json`);
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([{ person: null, erased: false, resumes: 1, candidates: 1, kept: {} }]);
    expect((await run(`erase ${PERSON}`)).out).toMatch(/Nothing was erased.*Add --yes/);
  });

  it('erase --yes leaves no byte of them and all of the others, and knows nobody of that name afterwards', async () => {
    expect((await searchBytes(folder, ['Ana Prado', 'Tarnside'])).length).toBeGreaterThan(0);
    const { code, out } = await run(`erase ${PERSON} --yes --json`);
    expect(code).toBe(0);
    expect(jsonLines(out)[0]).toMatchObject({ erased: true, resumes: 1, candidates: 1 });
    expect(await searchBytes(folder, ['Ana Prado', 'ana.prado@example.com', 'Tarnside', '7700 900555', 'Calder Data'])).toEqual(
      [],
    );
    const { out: left } = await run('candidates --json');
    expect(jsonLines(left).map((one) => one.name)).toEqual(['Beatriz Lund']);
    expect(jsonLines((await run('stats --json')).out)[0]).toMatchObject({ tasks: { waiting: 0, running: 0, dead: 0 } });
    const again = await run(`erase ${PERSON} --yes`);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/Nothing is known of ana\.prado@example\.com/);
  });
});
