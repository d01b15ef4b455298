import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startShortlist } from './run-shortlist.ts';

let folder: string;
let service: ChildProcess | undefined;
let said = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-serve-'));
  said = '';
});
afterEach(async () => {
  service?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<ChildProcess> {
  const child = startShortlist(['serve'], { cwd: folder, environment: { SMTP_LISTEN: '127.0.0.1:0', ...environment } });
  service = child;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  while (!said.includes('Ctrl-C stops')) {
    if (child.exitCode !== null) throw new Error(said);
    await delay(10);
  }
  return child;
}

describe('serve', () => {
  it('says what is on, what is off, and which setting turns it on', async () => {
    const child = await start({ OPENAI_API_KEY: 'sk-made-up', KEEP_ORIGINALS: 'no' });
    expect(said).toMatch(/on {3}store {6}SQLite, .*shortlist\.db/);
    expect(said).toMatch(/on {3}mail in {4}SMTP listener on 127\.0\.0\.1:\d+, senders are believed \(loopback\)/);
    expect(said).toMatch(/on {3}mail out {3}as \.eml files in .*outbox; SMTP_URL=/);
    expect(said).toMatch(/off {2}recruiters RECRUITERS=/);
    expect(said).toMatch(/off {2}slack {6}SLACK_BOT_TOKEN=.* turn it on/);
    expect(said).toMatch(/off {2}discord {4}DISCORD_TOKEN .* turn it on/);
    expect(said).toMatch(/on {3}model {6}gpt-4\.1-mini, at most 1 USD a day and 20 a month/);
    expect(said).not.toContain('KEEP_ORIGINALS');
    expect(said).not.toContain('sk-made-up');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(said).toMatch(/Stopped\.\n$/);
  });

  it('takes two SIGINT within 500 ms as one and ends with 0: Ctrl-C under npm arrives twice (R4)', async () => {
    const child = await start();
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(said.match(/Stopping/g)).toHaveLength(1);
  });
});
