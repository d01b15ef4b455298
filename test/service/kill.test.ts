import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { openStore } from '../../src/store/store.ts';
import { ANA_RESUME } from './people.ts';

/** KILLS=200 makes it a campaign; CI takes 5. */
const KILLS = Number(process.env.KILLS ?? 5);
const SHORTLIST = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));
const PEOPLE = 8;

let folder: string;
let port: number;
let service: ChildProcess | undefined;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
const greets = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (ok: boolean) => {
      socket.destroy();
      resolve(ok);
    };
    socket.once('error', () => end(false));
    socket.once('data', (data) => end(data.toString().startsWith('220')));
    socket.setTimeout(1000, () => end(false));
  });

async function start(): Promise<void> {
  service = spawn(SHORTLIST, ['serve', '--data', folder], {
    env: { PATH: process.env.PATH, SMTP_LISTEN: `127.0.0.1:${port}`, LOG_LEVEL: 'silent' },
    detached: true,
    stdio: 'ignore',
  });
  while (!(await greets())) await delay(20);
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

const person = (number: number): { name: string; address: string } => ({
  name: `Person ${'ABCDEFGHIJKLMNOP'.charAt(number)}elling`,
  address: `person${number}@example.com`,
});
function resumeOf(number: number): DemoMail {
  const { name, address } = person(number);
  const text = ANA_RESUME.replaceAll('Ana Prado', name)
    .replaceAll('ana.prado@example.com', address)
    .replace('900555', `9005${60 + number}`);
  return mailWithFile(
    {
      from: `${name} <${address}>`,
      to: 'jobs@shortlist.localhost',
      subject: 'My resume',
      date: new Date('2026-11-10T10:00:00Z'),
    },
    'see attached',
    { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(text) },
  );
}

/** As mail servers do: again and again until a 250. */
async function deliver(mail: DemoMail): Promise<void> {
  for (;;) {
    try {
      await sendOverSmtp({ host: '127.0.0.1', port }, 'sender@example.com', 'jobs@shortlist.localhost', mail.raw);
      return;
    } catch {
      await delay(30);
    }
  }
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-kill-'));
  port = await freePort();
});
afterEach(async () => {
  if (service) await end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9 at random instants (R3)', () => {
  it(`loses no accepted mail and doubles nothing over ${KILLS} kills`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const mails = [
      ...Array.from({ length: PEOPLE }, (_, number) => resumeOf(number)),
      textMail(
        { from: 'someone@example.com', to: 'jobs@shortlist.localhost', subject: 'help', date: new Date('2026-11-10T10:00:00Z') },
        '',
      ),
    ];
    await start();
    let kills = 0;
    const killer = (async () => {
      while (kills < KILLS) {
        await delay(50 + Math.random() * 1500);
        await end('SIGKILL');
        kills += 1;
        await start();
      }
    })();
    // Every mail comes at least once, and as long as kills go on all of them come again, as from a server that got no answer.
    do for (const mail of mails) await deliver(mail);
    while (kills < KILLS);
    await killer;
    await settled();
    expect(await end('SIGTERM')).toBe(0);
    await verify(mails);
  });
});

/** Until nothing waits; looked at from outside, through a second process on the same file. */
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
    const found = (await listCandidates(store, viewer, { limit: 100 })).map((one) => one.email);
    expect(found.sort()).toEqual(Array.from({ length: PEOPLE }, (_, number) => person(number).address).sort());
    expect((await stats(store, viewer)).tasks.dead).toBe(0);
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
}
