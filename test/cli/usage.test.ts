import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunOptions, runShortlist } from './run-shortlist.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-cli-'));
  await writeFile(path.join(folder, 'a-file'), 'x');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (line: string, options: Partial<RunOptions> = {}) =>
  runShortlist(line.split(' ').filter(Boolean), { cwd: folder, ...options });

const COMMANDS = [
  '',
  'parse',
  'score',
  'import',
  'candidates',
  'candidate',
  'match',
  'shortlist',
  'why',
  'jobs',
  'jobs read',
  'jobs import',
  'mailbox',
  'mailbox read-old',
  'jobs list',
  'jobs show',
  'jobs search',
  'digest',
  'digest preview',
  'admin',
  'admin list',
  'admin grant',
  'admin revoke',
  'sources',
  'source',
  'source add',
  'source sync',
  'privacy',
  'export',
  'erase',
  'stats',
  'queue',
  'retry',
  'doctor',
  'migrate',
  'serve',
  'demo',
];

describe('--help shows how to write it and an example, with exit code 0', () => {
  it.each(COMMANDS)('shortlist %s', async (name) => {
    const { code, out, err } = await run(`${name} --help`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: shortlist ${name}`));
    expect(out).toMatch(/\nExamples?:\n {2}.*shortlist /);
  });
});

describe('wrong usage ends with 2, says what to do on stderr, and leaves stdout and the disk alone', () => {
  it.each([
    ['an unknown command', 'nonsense', /unknown command 'nonsense'/],
    ['no command', '', /Usage: shortlist/],
    ['a group without its command', 'jobs --json', /Usage: shortlist jobs/],
    ['an unknown option', 'parse --nope cv.pdf', /unknown option '--nope'/],
    ['no files', 'parse --json', /missing required argument/],
    ['a missing file', 'parse nofile.pdf --json', /nofile\.pdf: there is no such file\. Check the path/],
    ['a missing feed', 'jobs import nofile.xml --json', /nofile\.xml: there is no such file\./],
    ['a missing feed to read', 'jobs read nofile.xml', /nofile\.xml: there is no such file\./],
    ['a missing resume to import', 'import nofile', /nofile: there is no such file\./],
    ['a folder to parse', 'parse . --json', /is a folder\. Name its files/],
    ['a number out of range', 'parse --parallel 0 cv.pdf', /a whole number from 1 to 64/],
    ['a feed by URL', 'jobs import https://jobs.example.com/feed.xml --json', /feeds by URL come with a later release/i],
    ['an unknown status', 'jobs list --status open', /Allowed choices are approved, manualReview, archived, closed/],
    ['a resume and a candidate', 'match --resume r00000000 --candidate c00000000', /cannot be used with/],
    ['an unknown preset', 'score --resumes a-file --jobs a-file --preset x', /neither recruiter nor candidate/],
    ['no job', 'shortlist --json', /required option '--job <id>'/],
    ['a date that does not exist', 'digest preview --person a@example.com --date 2026-02-30', /is not a date/],
    ['a format of a later release', 'digest preview --person a@example.com --format slack', /comes with a later release/],
  ])('%s', async (_what, line, expected) => {
    const { code, out, err } = await run(line);
    expect({ code, out }, err).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/^ {4}at /m);
    expect(await readdir(folder)).toEqual(['a-file']);
  });

  it.each([
    ['a match at the terminal without anybody', 'match', /Whose jobs\?.*--candidate/],
    ['an unknown candidate', 'candidate c00000000', /There is no candidate c00000000 that you can see/],
    ['no code of a candidate', 'candidate maria', /shortlist candidate <id>/],
    ['an unknown match', 'why m00000000', /There is no match m00000000 that you can see/],
    ['an unknown job', 'shortlist --job j00000000', /There is no job j00000000/],
    ['an unknown job to show', 'jobs show j00000000', /There is no job j00000000/],
    ['an unknown task', 'queue t00000000', /There is no task t00000000/],
    ['an unknown task to retry', 'retry t00000000', /There is no task t00000000/],
    ['an unknown message to retry', 'retry s00000000', /There is no message s00000000/],
    ['somebody who never wrote', 'candidates --as nobody@example.com', /Nobody called nobody@example\.com/],
  ])('%s', async (_what, line, expected) => {
    const { code, out, err } = await run(`${line} --json --data ${path.join(folder, '..', path.basename(folder), 'store')}`);
    await rm(path.join(folder, 'store'), { recursive: true, force: true });
    expect({ code, out }, err).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
  });
});

describe('wrong configuration ends with 2 and the fix', () => {
  const refused = async (line: string, environment: Record<string, string> = {}, cwd = folder) => {
    const { code, out, err } = await run(line, { environment, cwd });
    expect({ code, out }, err).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/^ {4}at /m);
    return err;
  };

  it('Postgres, which comes with a later release, and no file of that name is made', async () => {
    expect(await refused('serve', { DATABASE_URL: 'postgres://db.example.com/shortlist' })).toMatch(
      /DATABASE_URL: serving on Postgres comes with a later release\n.*file:/,
    );
    expect(await refused('stats --database postgresql://db.example.com/x')).toMatch(/comes with a later release/);
    expect(await readdir(folder)).toEqual(['a-file']);
  });

  it('a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const err = await refused('serve --data in-use', { SMTP_LISTEN: `127.0.0.1:${port}`, HTTP_LISTEN: 'off' });
    expect(err).toMatch(/^SMTP_LISTEN: 127\.0\.0\.1:\d+ is in use.*\n.*SMTP_LISTEN=/);
    await new Promise((resolve) => server.close(resolve));
    await rm(path.join(folder, 'in-use'), { recursive: true });
  });

  it.each([
    ['a data folder that is a file', 'serve --data a-file'],
    ['a data folder below a file', 'stats --data a-file/data'],
    ['a data folder that the system refuses', 'migrate --data /proc/nothing/here'],
  ])('%s', async (_what, line) => {
    expect(await refused(line)).toMatch(/cannot be written \(E\w+\)\n.*--data DIR/);
  });

  it('a database that is none', async () => {
    await mkdir(path.join(folder, 'damaged'));
    await runShortlist(['migrate', '--data', 'damaged'], { cwd: folder });
    await writeFile(path.join(folder, 'damaged', 'shortlist.db'), 'not a database at all '.repeat(400));
    expect(await refused('stats --data damaged')).toMatch(/shortlist\.db is damaged or no SQLite database\n.*backup/);
    await rm(path.join(folder, 'damaged'), { recursive: true });
  });

  it.each([
    ['a value that does not fit', Buffer.from('DIGEST_TIME=25:00\n'), /DIGEST_TIME: .*\nSet DIGEST_TIME/],
    ['another encoding', Buffer.from('DIGEST_TIME=08:00\n', 'utf16le'), /\.env: .*UTF-8.*\n.*cp \.env\.example \.env/],
  ])('.env with %s', async (_what, bytes, expected) => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'shortlist-env-'));
    await writeFile(path.join(cwd, '.env'), bytes);
    expect(await refused('stats', {}, cwd)).toMatch(expected);
    expect(await readdir(cwd)).toEqual(['.env']);
    await rm(cwd, { recursive: true });
  });

  it('believing everybody on an address that others can reach', async () => {
    expect(await refused('serve', { SMTP_LISTEN: '0.0.0.0:2525', MAIL_TRUST: 'local' })).toMatch(
      /MAIL_TRUST: .*\nUse MAIL_TRUST=verify/,
    );
  });
});
