/**
 * Rules R3, E5, E6, O4, P1: SIGKILL at any instant, while the service starts as well, with mail coming in by the listener, by a mailbox and
 * by both at once. KILLS=200 makes it a campaign; CI takes 10.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSentMail, type SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { type Stats, stats } from '../../src/store/stats.ts';
import { type ScriptedSmtpServer, scriptedSmtpServer } from '../servers/scripted-smtp-server.ts';
import { mailboxServerName, type SomeMailbox, startMailbox } from '../servers/some-mailbox.ts';
import { ANA_RESUME } from './people.ts';
import { answersTo, type ServiceProcess, sentInto, startProcess } from './service-process.ts';

const KILLS = Number(process.env.KILLS ?? 10);
/** They mail the listener, again and again. */
const REGULARS = 8;
/** Every so many kills the mail of the mailbox comes by the listener too: one mail, two routes. */
const BOTH_WAYS_EVERY = 5;
/** Every so many kills the service is killed once more before it greets. */
const WHILE_STARTING_EVERY = 4;
const DATE = new Date('2026-11-10T10:00:00Z');
const TO = 'jobs@shortlist.localhost';
const viewer = serviceViewer(DEFAULT_WORKSPACE);

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

const help = textMail({ from: 'someone@example.com', to: TO, subject: 'help', date: DATE }, '');
const away = textMail({ from: 'away@example.com', to: TO, subject: 'Out of office', date: DATE }, 'I am away.');
const automatic: DemoMail = { ...away, raw: `Auto-Submitted: auto-replied\r\n${away.raw}` };
const times = (count: number, first = 0) => Array.from({ length: count }, (_, index) => resumeOf(first + index));
const listenerMails = [...times(REGULARS), help];
/** One for each kill, so that there is always one on its way. */
const mailboxMails = times(KILLS, REGULARS);
const answered = [...listenerMails, ...mailboxMails];

let folder: string;
let mailbox: SomeMailbox;
let service: ServiceProcess;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-kill-'));
  mailbox = await startMailbox();
});
afterEach(async () => {
  await service.end('SIGKILL');
  await mailbox.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Kills, and mails, until all is worked off and the service has ended well. Gives what is counted then. */
async function campaign(environment: Record<string, string> = {}): Promise<Stats> {
  service = await startProcess({
    folder,
    environment: { IMAP_URL: mailbox.url, IMAP_AFTER: 'move', MAIL_TRUST: 'local', LOG_LEVEL: 'info', ...environment },
  });
  // The first connection sets the position: only what comes after it is new.
  await expect.poll(() => service.log(), { timeout: 20_000 }).toContain('mailbox: connected');
  const ready: number[] = [];
  const killer = killAgainAndAgain(ready);
  // Every mail comes at least once, and as long as kills go on all of them come again, as from a server that got no answer.
  do for (const mail of [...listenerMails, automatic]) await service.deliver(mail);
  while (ready.length < KILLS);
  const early = await killer;
  await expect.poll(() => mailbox.count('INBOX'), { timeout: 600_000, interval: 500 }).toBe(0);
  await service.settled();
  ready.sort((a, b) => a - b);
  const [median, worst] = [ready[KILLS >> 1], ready.at(-1)].map((ms) => `${ms?.toFixed(0)} ms`);
  console.log(`${KILLS + early} kills (${early} before it greeted); ready again after ${median} (median), ${worst} (worst)`);
  expect(await service.left()).toBeGreaterThan(0);
  expect(await service.end('SIGTERM')).toBe(0);
  await expect.poll(() => service.left(), { timeout: 20_000 }).toBe(0);
  return service.withStore((store) => stats(store, viewer));
}

/** Fills `ready` with what each start took; how many kills came before a start was done. */
async function killAgainAndAgain(ready: number[]): Promise<number> {
  let early = 0;
  for (const [index, mail] of mailboxMails.entries()) {
    await mailbox.deliver(mail.raw);
    const both = index % BOTH_WAYS_EVERY === 0 ? service.deliver(mail) : undefined;
    await delay(50 + Math.random() * 1500);
    await service.end('SIGKILL');
    if (index % WHILE_STARTING_EVERY === 0 && (await killWhileStarting())) early += 1;
    ready.push(await service.start());
    await both;
  }
  return early;
}

/** False when it greeted before the kill came. */
async function killWhileStarting(): Promise<boolean> {
  const starting = service.start().then(
    () => false,
    () => true,
  );
  await delay(Math.random() * 600);
  await service.end('SIGKILL');
  return starting;
}

async function expectEverythingOnce(counted: Stats): Promise<void> {
  expect(counted.tasks).toEqual({ waiting: 0, running: 0, dead: 0 });
  expect(counted.submissions).toMatchObject({ resume: REGULARS + KILLS, command: 1 });
  const found = await service.withStore((store) => listCandidates(store, viewer, { limit: 10_000 }));
  const expected = Array.from({ length: REGULARS + KILLS }, (_, number) => addressOf(number));
  expect(found.map((one) => one.email).sort()).toEqual(expected.sort());
  expect([await mailbox.count('Processed'), await mailbox.count('Failed')]).toEqual([KILLS, 0]);
}

/**
 * How many answers each mail got, besides the word that reading takes longer: who is killed for ten minutes says that once (F1.1).
 */
function answersBesidesDelays(mails: readonly SentMail[]): Record<string, number> {
  const delays = mails.filter((mail) => mail.text.startsWith('Still reading'));
  if (delays.length > 0) console.log(`${delays.length} mails were told after ten minutes that reading them takes longer`);
  expect(Object.values(answersTo(delays)).filter((count) => count > 1)).toEqual([]);
  return answersTo(mails.filter((mail) => !delays.includes(mail)));
}

const takenBy = (server: ScriptedSmtpServer): Promise<SentMail[]> =>
  Promise.all(server.taken.map(({ raw }) => readSentMail(Buffer.from(raw, 'latin1'))));

describe(`kill -9 at random instants, mail by the listener and by a mailbox on ${mailboxServerName()}`, () => {
  const timeout = 180_000 + KILLS * 20_000;

  it(`R3: over ${KILLS} kills no accepted mail is lost, none is doubled, each gets one answer`, { timeout }, async () => {
    await expectEverythingOnce(await campaign());
    expect(answersBesidesDelays(await sentInto(path.join(folder, 'outbox')))).toEqual(
      Object.fromEntries(answered.map((mail) => [mail.id, 1])),
    );
  });

  it('R3: a service that only ever ends by kills keeps its compiled modules, and starts warm', async () => {
    const cache = path.join(folder, 'compiled');
    service = await startProcess({ folder, environment: { NODE_COMPILE_CACHE: cache } });
    const compiled = async () => (await readdir(cache, { recursive: true })).filter((name) => !name.includes('.tmp')).length;
    await expect.poll(compiled, { timeout: 10_000 }).toBeGreaterThan(200);
    await service.end('SIGKILL');
  });

  it(`O4: over ${KILLS} kills a mail server gets no answer twice; those it may not have got are uncertain`, {
    timeout,
  }, async () => {
    const server = await scriptedSmtpServer();
    try {
      // Each mail hangs for a moment between its last byte and the answer, so that kills fall in there.
      server.failAt('dot', 'slow');
      const counted = await campaign({ SMTP_URL: `${server.url}?rate=6000` });
      await expectEverythingOnce(counted);
      const { sent, uncertain, waiting, failed } = counted.outbox;
      expect([waiting, failed]).toEqual([0, 0]);
      expect(sent + uncertain).toBeGreaterThanOrEqual(answered.length);
      const found = answersBesidesDelays(await takenBy(server));
      const ids = new Set(answered.map((mail) => mail.id));
      expect(Object.entries(found).filter(([id, count]) => count > 1 || !ids.has(id))).toEqual([]);
      // What was lost on the way was given up as uncertain.
      expect(answered.length - Object.keys(found).length).toBeLessThanOrEqual(uncertain);
      console.log(`${server.taken.length} of ${answered.length} answers arrived; ${uncertain} are uncertain`);
    } finally {
      await server.close();
    }
  });
});
