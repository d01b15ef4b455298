import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { openStore } from '../../src/store/store.ts';
import { type ScriptedImap, startScriptedImap } from '../servers/scripted-imap.ts';
import { ANA_RESUME } from './people.ts';

/** KILLS=100 makes it a campaign; CI takes 3. */
const KILLS = Number(process.env.KILLS ?? 3);
const SHORTLIST = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));
/** A mail for each kill, so that there is always one on its way. */
const PEOPLE = Math.max(6, KILLS);
const TO = 'jobs@shortlist.localhost';
const DATE = new Date('2026-11-10T10:00:00Z');

let folder: string;
let server: ScriptedImap;
let service: ChildProcess | undefined;

function start(): void {
  service = spawn(SHORTLIST, ['serve', '--data', folder], {
    env: {
      PATH: process.env.PATH,
      IMAP_URL: `imap://jobs:pw@127.0.0.1:${server.port}`,
      IMAP_AFTER: 'move',
      MAIL_TRUST: 'local',
      LOG_LEVEL: 'silent',
    },
    detached: true,
    stdio: 'ignore',
  });
}
/** The whole process group at once, as a machine that loses power would. */
async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const child = service;
  if (child?.pid === undefined) return null;
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  await gone;
  service = undefined;
  return child.exitCode;
}

const addressOf = (number: number) => `person${number}@example.com`;
function resumeOf(number: number): DemoMail {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const name = `Person ${letters.charAt(number / 26)}${letters.charAt(number % 26).toLowerCase()}elling`;
  const text = ANA_RESUME.replaceAll('Ana Prado', name)
    .replaceAll('ana.prado@example.com', addressOf(number))
    .replace('900555', `90${1000 + number}`);
  const envelope = { from: `${name} <${addressOf(number)}>`, to: TO, subject: `Resume ${number}`, date: DATE };
  return mailWithFile(envelope, 'see attached', { name: 'cv.txt', type: 'text/plain', bytes: Buffer.from(text) });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-imap-kill-'));
  server = await startScriptedImap();
});
afterEach(async () => {
  if (service) await end('SIGKILL');
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9 at random instants with a mailbox (R3, E6)', () => {
  it(`loses no mail, doubles nothing and moves each once over ${KILLS} kills`, {
    timeout: 120_000 + KILLS * 20_000,
  }, async () => {
    const mails = [
      ...Array.from({ length: PEOPLE }, (_, number) => resumeOf(number)),
      textMail({ from: 'someone@example.com', to: TO, subject: 'help', date: DATE }, ''),
    ];
    start();
    // The first connection sets the position: only what comes after it is new.
    while (!server.commands.includes('IDLE')) await delay(20);
    for (let kill = 0; kill < KILLS; kill++) {
      const mail = mails[kill];
      if (mail) server.deliver(mail.raw);
      // Every third is killed while it starts, the others once they read.
      const selected = () => server.commands.filter((line) => line.startsWith('SELECT')).length;
      const before = selected();
      if (kill % 3 !== 0) while (selected() === before && server.mailbox.inbox().mails.length > 0) await delay(10);
      await delay(Math.random() * 3_000);
      await end('SIGKILL');
      start();
    }
    for (const mail of mails.slice(Math.min(KILLS, mails.length))) server.deliver(mail.raw);
    while (server.mailbox.inbox().mails.length > 0) await delay(50);
    await settled();
    expect(await end('SIGTERM')).toBe(0);
    await verify(mails);
  });
});

async function settled(): Promise<void> {
  const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
  try {
    for (;;) {
      const { tasks, outbox } = await stats(store, serviceViewer(DEFAULT_WORKSPACE));
      if (tasks.waiting + tasks.running + outbox.waiting === 0) return;
      await delay(100);
    }
  } finally {
    await store.close();
  }
}

async function verify(mails: readonly DemoMail[]): Promise<void> {
  const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
  try {
    const viewer = serviceViewer(DEFAULT_WORKSPACE);
    // A task that was killed eight times is taken for a poisonous one: then the kills came too fast for this machine.
    expect((await stats(store, viewer)).tasks.dead).toBe(0);
    const found = (await listCandidates(store, viewer, { limit: 1_000 })).map((one) => one.email);
    expect(found.sort()).toEqual(Array.from({ length: PEOPLE }, (_, number) => addressOf(number)).sort());
  } finally {
    await store.close();
  }
  const answered = new Map<string, number>();
  for (const name of await readdir(path.join(folder, 'outbox'))) {
    if (!name.endsWith('.eml')) continue;
    for (const id of (await readSentMail(await readFile(path.join(folder, 'outbox', name)))).inReplyTo)
      answered.set(id, (answered.get(id) ?? 0) + 1);
  }
  expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(mails.map((mail) => [mail.id, 1])));
  expect(server.mailbox.folders.get('Processed')?.mails.length).toBe(mails.length);
  expect(server.mailbox.folders.get('Failed')?.mails.length ?? 0).toBe(0);
}
