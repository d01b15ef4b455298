import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { type ScriptedImap, startScriptedImap } from '../servers/scripted-imap.ts';
import { ANA, ANA_RESUME } from '../service/people.ts';
import { jsonLines, runShortlist, startShortlist } from './run-shortlist.ts';

let folder: string;
let server: ScriptedImap;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-mailbox-'));
  server = await startScriptedImap();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
const environment = () => ({ IMAP_URL: `imap://jobs:pw@127.0.0.1:${server.port}`, LOG_LEVEL: 'silent' });
const run = (line: string, more: Record<string, string> = environment()) =>
  runShortlist([...line.split(' '), '--data', folder], { cwd: folder, environment: more });

describe('shortlist mailbox read-old', () => {
  it('the running service takes the older mails in, silently', { timeout: 90_000 }, async () => {
    const file = { name: 'cv.txt', type: 'text/plain', bytes: Buffer.from(ANA_RESUME) };
    const date = new Date('2026-11-01T10:00:00Z');
    server.mailbox.add(mailWithFile({ from: ANA, to: 'jobs@example.com', subject: 'My resume', date }, 'Hi', file).raw);
    const service = startShortlist(['serve', '--data', folder], { cwd: folder, environment: environment() });
    try {
      while (!server.commands.includes('IDLE')) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(jsonLines((await run('mailbox read-old --json')).out)).toEqual([
        { mailbox: 'INBOX', since: null, answer: false, replaced: false },
      ]);
      const end = performance.now() + 60_000;
      for (;;) {
        const [counts] = jsonLines((await run('stats --json')).out);
        if (counts?.candidates === 1) break;
        if (performance.now() > end) throw new Error('it was not taken in');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      const [counts] = jsonLines((await run('stats --json')).out);
      expect(counts?.outbox).toMatchObject({ waiting: 0, sent: 0 });
    } finally {
      service.kill('SIGTERM');
      await new Promise((resolve) => service.once('close', resolve));
    }
  });

  it('names the setting without a mailbox, and a date that is none', async () => {
    const without = await run('mailbox read-old', {});
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('IMAP_URL')]);
    const date = await run('mailbox read-old --since yesterday');
    expect([date.code, date.err]).toEqual([2, expect.stringContaining('YYYY-MM-DD')]);
  });
});

describe('shortlist doctor', () => {
  it('logs into the mailbox once, and says what to do about a refused login', async () => {
    const mailboxOf = async () => jsonLines((await run('doctor --json')).out).find((line) => line.check === 'mailbox');
    expect(await mailboxOf()).toMatchObject({ ok: true, detail: expect.stringContaining('0 mails'), fix: null });
    server.fault('LOGIN', 'NO [AUTHENTICATIONFAILED] wrong');
    expect(await mailboxOf()).toMatchObject({ ok: false, fix: expect.stringContaining('password in IMAP_URL') });
  });
});
