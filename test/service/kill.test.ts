/** Rules R3, E6, P1: SIGKILL at any instant. KILLS=200 makes it a campaign; CI takes 10. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { ANA_RESUME } from './people.ts';
import { answersIn, type ServiceProcess, startProcess } from './service-process.ts';

const KILLS = Number(process.env.KILLS ?? 10);
const PEOPLE = 8;
const DATE = new Date('2026-11-10T10:00:00Z');
const TO = 'jobs@shortlist.localhost';

const person = (number: number): { name: string; address: string } => ({
  name: `Person ${'ABCDEFGHIJKLMNOP'.charAt(number)}elling`,
  address: `person${number}@example.com`,
});

function resumeOf(number: number): DemoMail {
  const { name, address } = person(number);
  const text = ANA_RESUME.replaceAll('Ana Prado', name)
    .replaceAll('ana.prado@example.com', address)
    .replace('900555', `9005${60 + number}`);
  return mailWithFile({ from: `${name} <${address}>`, to: TO, subject: 'My resume', date: DATE }, 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(text),
  });
}

let folder: string;
let service: ServiceProcess;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-kill-'));
});
afterEach(async () => {
  await service.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9 at random instants (R3)', () => {
  it(`loses no accepted mail and doubles nothing over ${KILLS} kills`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const mails = [
      ...Array.from({ length: PEOPLE }, (_, number) => resumeOf(number)),
      textMail({ from: 'someone@example.com', to: TO, subject: 'help', date: DATE }, ''),
    ];
    service = await startProcess({ folder });
    const ready: number[] = [];
    const killer = (async () => {
      while (ready.length < KILLS) {
        await delay(50 + Math.random() * 1500);
        await service.end('SIGKILL');
        ready.push(await service.start());
      }
    })();
    // Every mail comes at least once, and as long as kills go on all of them come again, as from a server that got no answer.
    do for (const mail of mails) await service.deliver(mail);
    while (ready.length < KILLS);
    await killer;
    await service.settled();
    ready.sort((a, b) => a - b);
    console.log(
      `${KILLS} kills; ready again after ${ready[KILLS >> 1]?.toFixed(0)} ms (median), ${ready.at(-1)?.toFixed(0)} ms (worst)`,
    );
    expect(await service.left()).toBeGreaterThan(0);
    expect(await service.end('SIGTERM')).toBe(0);
    await expect.poll(() => service.left(), { timeout: 20_000 }).toBe(0);
    await verify(mails);
  });
});

async function verify(mails: readonly DemoMail[]): Promise<void> {
  await service.withStore(async (store) => {
    const viewer = serviceViewer(DEFAULT_WORKSPACE);
    const found = (await listCandidates(store, viewer, { limit: 100 })).map((one) => one.email);
    expect(found.sort()).toEqual(Array.from({ length: PEOPLE }, (_, number) => person(number).address).sort());
    expect((await stats(store, viewer)).tasks.dead).toBe(0);
  });
  expect(await answersIn(path.join(folder, 'outbox'))).toEqual(Object.fromEntries(mails.map((mail) => [mail.id, 1])));
}
