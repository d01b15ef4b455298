/** Mails a second out of a mailbox on Dovecot: the real service with IMAP_AFTER=move, beside a plain client that does the least. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { DemoMail } from '../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../src/domain/ids.ts';
import { serviceViewer } from '../src/domain/people.ts';
import { stats } from '../src/store/stats.ts';
import { whyNoDovecot } from '../test/servers/dovecot.ts';
import { type SomeMailbox, startMailbox } from '../test/servers/some-mailbox.ts';
import { type ServiceProcess, startProcess } from '../test/service/service-process.ts';
import { print } from './print.ts';

const LOOK_MS = 50;

/** Says so where Dovecot is missing: a server in this process would be measured along. */
export async function benchMailbox(mails: readonly DemoMail[]): Promise<void> {
  const reason = whyNoDovecot();
  if (reason !== undefined) {
    print('mails taken in from a mailbox', `not measured: ${reason}`);
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
  try {
    const theirs = await filled(mails, (mailbox) => plainClient(mailbox, folder, mails.length));
    const ours = await withService(folder, mails);
    print('mails taken in from a mailbox on Dovecot', `${ours.taken.toFixed(0)}/s`, {
      name: 'fetched, synced to files, moved',
      value: `${theirs.toFixed(0)}/s`,
      ratio: ours.taken / theirs,
    });
    print('read, answered and moved', `${ours.done.toFixed(1)}/s`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled<T>(mails: readonly DemoMail[], work: (mailbox: SomeMailbox) => Promise<T>): Promise<T> {
  const mailbox = await startMailbox();
  try {
    for (const mail of mails) await mailbox.deliver(mail.raw);
    return await work(mailbox);
  } finally {
    await mailbox.stop();
  }
}

/** Mails a second of a client that keeps each mail safe and moves it, one after the other. */
async function plainClient({ url }: SomeMailbox, folder: string, count: number): Promise<number> {
  const { hostname, port, username, password } = new URL(url);
  const client = new ImapFlow({
    host: hostname,
    port: Number(port),
    secure: false,
    auth: { user: decodeURIComponent(username), pass: password },
    tls: { rejectUnauthorized: false },
    logger: false,
  });
  await client.connect();
  await client.mailboxCreate('Processed');
  await client.getMailboxLock('INBOX');
  const began = performance.now();
  for (const uid of (await client.search({ all: true }, { uid: true })) || []) {
    const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
    const file = await open(path.join(folder, `plain-${uid}`), 'w');
    await file.writeFile(mail ? (mail.source ?? '') : '');
    await file.sync();
    await file.close();
    await client.messageMove(String(uid), 'Processed', { uid: true });
  }
  const rate = (count * 1000) / (performance.now() - began);
  await client.logout();
  return rate;
}

/** From the moment it greets: until all are committed, and until all are moved. */
async function withService(folder: string, mails: readonly DemoMail[]): Promise<{ taken: number; done: number }> {
  const mailbox = await startMailbox();
  const environment = { IMAP_URL: mailbox.url, IMAP_AFTER: 'move', MAIL_TRUST: 'local', LOG_LEVEL: 'info' };
  const service = await startProcess({ folder, environment });
  try {
    // The first connection sets the position: what comes after it is new.
    while (!service.log().includes('mailbox: connected')) await delay(LOOK_MS);
    await service.end('SIGTERM');
    for (const mail of mails) await mailbox.deliver(mail.raw);
    await service.start();
    const began = performance.now();
    await allTaken(service, mails.length);
    const taken = performance.now();
    while ((await mailbox.count('Processed')) < mails.length) await delay(LOOK_MS);
    const rate = (until: number) => (mails.length * 1000) / (until - began);
    return { taken: rate(taken), done: rate(performance.now()) };
  } finally {
    await service.end('SIGTERM');
    await mailbox.stop();
  }
}

const allTaken = (service: ServiceProcess, count: number): Promise<void> =>
  service.withStore(async (store) => {
    while ((await stats(store, serviceViewer(DEFAULT_WORKSPACE))).submissions.resume < count) await delay(LOOK_MS);
  });
