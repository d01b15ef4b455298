import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANA_RESUME, feedOf, INVOICE_TEXT, NURSE_RESUME, POSTINGS } from '../service/people.ts';
import { type JsonObject, jsonLines, objectAt, type Ran, runShortlist, startShortlist } from './run-shortlist.ts';

/** Command line contract: names of the keys, field by field. What is not there is null or left out only where the contract says so. */
const FEED_RUN = [
  'feed',
  'read',
  'closed',
  'malformed',
  'new',
  'updated',
  'unchanged',
  'merged',
  'approved',
  'manualReview',
  'archived',
  'failed',
  'ms',
  'errors',
];
const POSTING_LINE = ['id', 'title', 'company', 'locations', 'isMultiLocation', 'status', 'confidence', 'sources'];
const CANDIDATE_LINE = ['id', 'name', 'email', 'phone', 'versions', 'resumes', 'sources'];
const PARTS = ['skills', 'experience', 'education', 'location', 'salary', 'preferences'];
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Each command is a process of its own; on a busy machine one takes seconds. */
const SLOW_MS = 180_000;
let folder: string;
let feedRun: Ran;
let imported: Ran;
const RITA = 'rita@talent.example.com';
const environment = { RECRUITERS: RITA };
const run = (...args: string[]) => runShortlist(args, { cwd: folder, environment });
async function lines(...args: string[]): Promise<JsonObject[]> {
  const { code, out, err } = await run('--json', ...args);
  expect(code, err).toBe(0);
  return jsonLines(out);
}
const keysOf = (line: JsonObject | undefined) => Object.keys(line ?? {});
const text = (line: JsonObject | undefined, key: string) => String(line?.[key]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-json-'));
  const broken = feedOf(POSTINGS).replace('</source>', '<job><city>Leeds</city></job></source>');
  await writeFile(path.join(folder, 'board.xml'), broken);
  await writeFile(path.join(folder, 'ana.txt'), ANA_RESUME);
  await writeFile(path.join(folder, 'nurse.txt'), NURSE_RESUME);
  await writeFile(path.join(folder, 'invoice.txt'), INVOICE_TEXT);
  feedRun = await run('jobs', 'import', 'board.xml', '--json');
  imported = await run('import', 'ana.txt', 'invoice.txt', 'nurse.txt', '--json');
}, SLOW_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('--json', { timeout: SLOW_MS }, () => {
  it('jobs import prints one report a feed, and ends with 1 because a posting was malformed', () => {
    expect(feedRun.code).toBe(1);
    const [report, ...more] = jsonLines(feedRun.out);
    expect(more).toEqual([]);
    expect(keysOf(report)).toEqual(FEED_RUN);
    expect(report).toMatchObject({ feed: 'board', read: 4, malformed: 1, new: 4, approved: 4, failed: 0 });
  });

  it('import prints a line a file in their order, then the sum; progress goes to stderr; 1 because one is no resume', () => {
    expect(imported.code).toBe(1);
    const printed = jsonLines(imported.out);
    expect(printed.map((line) => [line.file, line.ok])).toEqual([
      ['ana.txt', true],
      ['invoice.txt', false],
      ['nurse.txt', true],
      [undefined, undefined],
    ]);
    expect(keysOf(printed[0])).toEqual(['batch', 'file', 'ok', 'resumeId', 'candidateId']);
    expect(objectAt(printed[1], 'error')).toMatchObject({
      code: 'not_a_resume',
      fix: expect.stringContaining('a file of its own'),
    });
    expect(keysOf(printed[3])).toEqual(['batch', 'total', 'done', 'failed', 'duplicates', 'ms']);
    expect(printed[3]).toMatchObject({ total: 3, done: 2, failed: 1, duplicates: 0 });
    expect(imported.err).toMatch(/importing 3\/3/);
  });

  it('parse prints a JSON Resume with its meta, or why there is none, in the order of the files', async () => {
    const { code, out } = await run('parse', 'invoice.txt', 'ana.txt', '--json');
    expect(code).toBe(1);
    const [invoice, ana] = jsonLines(out);
    expect(keysOf(invoice)).toEqual(['file', 'ok', 'error']);
    expect(keysOf(objectAt(invoice, 'error'))).toEqual(['code', 'message', 'fix']);
    expect(keysOf(ana)).toEqual(['file', 'ok', 'ms', 'resume']);
    const resume = objectAt(ana, 'resume');
    expect(keysOf(resume)).toEqual(
      expect.arrayContaining(['basics', 'work', 'education', 'skills', 'languages', 'certificates', 'meta']),
    );
    const meta = objectAt(objectAt(resume, 'meta'), 'shortlist');
    expect(keysOf(meta).sort()).toEqual(
      [
        'asOf',
        'confidence',
        'dateOrder',
        'derived',
        'format',
        'hiddenText',
        'isResume',
        'language',
        'parserVersion',
        'sources',
        'warnings',
      ].sort(),
    );
    expect(meta.asOf).toBe('2026-11-10');
    expect(keysOf(objectAt(meta, 'derived'))).toEqual(
      expect.arrayContaining(['careerLevel', 'experienceMonths', 'profession', 'functions', 'skills']),
    );
    expect(Object.values(objectAt(meta, 'sources')).flat()).toEqual(
      expect.arrayContaining([{ page: 1, line: 1, text: 'Ana Prado' }]),
    );
  });

  it('jobs read prints a posting a line, and an error with its position', async () => {
    const { code, out } = await run('jobs', 'read', 'board.xml', '--json');
    expect(code).toBe(1);
    const printed = jsonLines(out);
    const error = printed.find((line) => 'error' in line);
    expect(keysOf(error)).toEqual(['file', 'error']);
    expect(keysOf(objectAt(error, 'error'))).toEqual(['code', 'message', 'position']);
    const [first] = printed;
    expect(keysOf(first)).toEqual(['file', 'posting']);
    const posting = objectAt(first, 'posting');
    expect(posting).toMatchObject({ externalId: 'A1', title: 'Backend Developer', salary: null, minYears: 3, language: 'en' });
    for (const key of ['normalizedTitle', 'company', 'locations', 'workplace', 'employmentType', 'mustHave', 'niceToHave'])
      expect(keysOf(posting)).toContain(key);
    for (const key of ['industry', 'function', 'confidence', 'postedAt', 'url', 'description'])
      expect(keysOf(posting)).toContain(key);
  });

  it('jobs list, search and show print postings with their sources', async () => {
    const all = await lines('jobs', 'list', '--status', 'approved');
    expect(all).toHaveLength(4);
    for (const line of all) expect(keysOf(line)).toEqual(POSTING_LINE);
    const [nurse, ...more] = await lines('jobs', 'search', 'nurse');
    expect(more).toEqual([]);
    expect(nurse).toMatchObject({ company: 'Ouse General Hospital', sources: [{ feed: 'board', externalId: 'B1' }] });
    const [shown] = await lines('jobs', 'show', text(nurse, 'id').toUpperCase());
    expect(keysOf(shown)).toEqual([...POSTING_LINE, 'posting']);
    expect(await lines('jobs', 'list', '--status', 'closed')).toEqual([]);
  });

  it('score prints a line a pair with parts and evidence, and touches no database', async () => {
    const printed = await lines('--data', 'never-made', 'score', '--resumes', 'ana.txt', '--jobs', 'good.xml').catch(() => []);
    expect(printed).toEqual([]);
    await writeFile(path.join(folder, 'good.xml'), feedOf(POSTINGS));
    const pairs = await lines('--data', 'never-made', 'score', '--resumes', 'ana.txt', 'nurse.txt', '--jobs', 'good.xml');
    expect(pairs).toHaveLength(8);
    for (const pair of pairs) {
      expect(keysOf(pair)).toEqual([
        'resume',
        'job',
        'feed',
        'score',
        'confidence',
        'parts',
        'met',
        'missing',
        'evidence',
        'scoreVersion',
        'asOf',
      ]);
      expect(keysOf(objectAt(pair, 'parts'))).toEqual(PARTS);
    }
    await expect(rm(path.join(folder, 'never-made'))).rejects.toThrow(/ENOENT/);
  });

  it('candidates, candidate, match, why and shortlist lead from one to the other by their codes', async () => {
    const found = await lines('candidates');
    expect(found.map((line) => line.name).sort()).toEqual(['Ana Prado', 'Beatriz Lund']);
    for (const line of found) expect(keysOf(line)).toEqual(CANDIDATE_LINE);
    const [ana] = await lines('candidates', 'ana', 'python');
    expect(ana).toMatchObject({ email: 'ana.prado@example.com', versions: 1, sources: [{ channel: 'terminal' }] });
    expect(ana?.sources).toEqual([expect.objectContaining({ receivedAt: expect.stringMatching(ISO) })]);
    const [one] = await lines('candidate', text(ana, 'id'));
    expect(keysOf(one)).toEqual([...CANDIDATE_LINE, 'resume']);

    const matches = await lines('match', '--candidate', text(ana, 'id').toUpperCase(), '--limit', '2', '--min-score', '0');
    expect(matches).toHaveLength(2);
    expect(Number(matches[0]?.score)).toBeGreaterThanOrEqual(Number(matches[1]?.score));
    for (const line of matches) expect(keysOf(objectAt(line, 'parts'))).toEqual(PARTS);
    const [why] = await lines('why', text(matches[0], 'id'));
    expect(why).toMatchObject({ id: matches[0]?.id, totals: matches[0]?.totals });
    expect(Array.isArray(why?.evidence)).toBe(true);
    const job = objectAt(matches[0], 'posting');
    const [best] = await lines('shortlist', '--job', String(job.id));
    expect(objectAt(best, 'candidate')).toEqual({ id: ana?.id, name: 'Ana Prado' });
  });

  it('stats prints the counts by table and state', async () => {
    const [stats, ...more] = await lines('stats');
    expect(more).toEqual([]);
    for (const key of ['resumes', 'candidates', 'postings', 'matches', 'feedback', 'digests'])
      expect(stats?.[key]).toEqual(expect.any(Number));
    expect(stats).toMatchObject({ resumes: 2, candidates: 2, postings: 4, tasks: { waiting: 0, running: 0, dead: 0 } });
    expect(keysOf(objectAt(stats, 'tasks'))).toEqual(['waiting', 'running', 'dead']);
    expect(keysOf(objectAt(stats, 'outbox'))).toEqual(expect.arrayContaining(['waiting', 'sent', 'failed']));
    expect(objectAt(stats, 'submissions')).toMatchObject({ resume: 1 });
  });

  it('doctor prints a line a check with the fix only where there is something to do', async () => {
    const { out } = await run('doctor', '--json');
    const checks = jsonLines(out);
    expect(checks.length).toBeGreaterThan(5);
    for (const check of checks) {
      expect(keysOf(check).sort()).toEqual(['check', 'detail', 'fix', 'ok']);
      expect(check.ok === true ? check.fix : null).toBeNull();
    }
  });

  it('migrate says what was done, and queue prints nothing when nothing waits', async () => {
    expect(keysOf((await lines('migrate'))[0])).toEqual(['database', 'schemaVersion']);
    expect(await lines('queue')).toEqual([]);
    expect(await lines('retry')).toEqual([]);
  });

  it('options may stand before and behind the command', async () => {
    const before = await run('--json', '--data', 'data', 'candidates');
    const behind = await run('candidates', '--data', 'data', '--json');
    expect(before.out).toBe(behind.out);
    expect(jsonLines(before.out)).toHaveLength(2);
  });

  it('a reader that stops early is no failure', async () => {
    const shortlist = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', `{ "${shortlist}" parse --parallel 1 --json ${'ana.txt '.repeat(30)}; echo $? > ended; } 2> /dev/null | head -1`],
      { cwd: folder, env: { PATH: process.env.PATH } },
    );
    expect(jsonLines(stdout)[0]?.ok).toBe(true);
    expect(await readFile(path.join(folder, 'ended'), 'utf8')).toBe('0\n');
  });
});

describe('without --json', { timeout: SLOW_MS }, () => {
  it('stdout is for people and holds no JSON', async () => {
    const { code, out } = await run('candidates');
    expect(code).toBe(0);
    expect(out).toMatch(/Ana Prado/);
    expect(() => jsonLines(out)).toThrow();
  });
});

describe('--as (A12)', { timeout: SLOW_MS }, () => {
  beforeAll(async () => {
    // Whom the settings name exists from the start of the service.
    const service = startShortlist(['serve'], { cwd: folder, environment: { ...environment, SMTP_LISTEN: 'off' } });
    for await (const chunk of service.stderr) if (String(chunk).includes('Shortlist is running')) break;
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }, SLOW_MS);

  it('shows only what that person may see: nothing of what others sent, in lists, by code, in counts', async () => {
    const [ana] = await lines('candidates', 'ana');
    const code = text(ana, 'id');
    const [match] = await lines('match', '--candidate', code, '--min-score', '0');
    expect(await lines('candidates', '--as', RITA)).toEqual([]);
    for (const [args, theirs, unknown] of [
      [['candidate'], code, 'c00000000'],
      [['match', '--candidate'], code, 'c00000000'],
      [['why'], text(match, 'id'), 'm00000000'],
    ] as const) {
      const forbidden = await run(...args, theirs, '--as', RITA, '--json');
      const missing = await run(...args, unknown, '--as', RITA, '--json');
      expect({ ...forbidden, err: forbidden.err.replaceAll(theirs, unknown) }).toEqual(missing);
      expect({ code: missing.code, out: missing.out }).toEqual({ code: 2, out: '' });
    }
    const [stats] = await lines('stats', '--as', RITA);
    expect(stats).toMatchObject({ resumes: 0, candidates: 0, matches: 0, submissions: { resume: 0 }, tasks: { waiting: 0 } });
  });

  it('gives nobody but administrators the queue', async () => {
    for (const command of ['queue', 'retry']) {
      const { code, out, err } = await run(command, '--as', RITA, '--json');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/Only administrators see the queue/);
    }
  });

  it('what is imported as somebody is theirs', async () => {
    await writeFile(
      path.join(folder, 'cleo.txt'),
      NURSE_RESUME.replaceAll('Beatriz Lund', 'Cleo Marsh').replaceAll('beatriz.lund', 'cleo.marsh').replace('556', '557'),
    );
    const { code } = await run('import', 'cleo.txt', '--as', RITA.toUpperCase(), '--json');
    expect(code).toBe(0);
    expect((await lines('candidates', '--as', RITA)).map((line) => line.name)).toEqual(['Cleo Marsh']);
  });
});
