/** The life of one connection: catch up, wait for mail, catch up (rules E3–E5). */
import type { ImapFlow } from 'imapflow';
import { errorName } from '../../domain/error-name.ts';
import type { Bell } from './imap-bell.ts';
import { type CatchUp, catchUp, tryLater } from './imap-catch-up.ts';
import { oldMailsAreAskedFor, readOldMails } from './imap-old-mails.ts';
import type { ImapPosition } from './imap-position.ts';
import type { ImapTimings } from './imap-timings.ts';

export interface Session extends CatchUp {
  timings: ImapTimings;
  /** Rung by new mails, the end of the connection and the stop of the service. */
  bell: Bell;
  /** When the mails that were left for later are due; outlives the connection: one of them may end it. */
  plan: { laterAt: number };
}

/** Resolves when the service stops, rejects when the connection ends. */
export async function runSession(session: Session, begin: ImapPosition): Promise<void> {
  const { bell, timings, plan } = session;
  let position = begin;
  while (!session.isStopping()) {
    ensureOpen(session.reading.client);
    bell.hush();
    const caught = await catchUp(session, position);
    position = caught.position;
    if (performance.now() >= plan.laterAt) {
      plan.laterAt = performance.now() + timings.later;
      position = await tryLater(session, position);
    }
    const more = caught.again || (await oldMails(session, position));
    if (!session.isStopping()) await waitForMail(session, more && !bell.rung ? timings.retry : timings.poll);
  }
}

/** True when they are to be gone on with soon. */
async function oldMails(session: Session, position: ImapPosition): Promise<boolean> {
  try {
    return await readOldMails(session, position, () => session.bell.rung);
  } catch (error) {
    if (!session.reading.client.usable) throw error;
    session.log.warn({ error: errorName(error) }, 'mailbox: an older mail could not be taken in');
    return true;
  }
}

/** Until the bell rings, older mails are asked for or `ms` are over. The server has to show signs of life all the while (rule E3). */
async function waitForMail(session: Session, ms: number): Promise<void> {
  const { bell, timings, isStopping } = session;
  const { client } = session.reading;
  const until = performance.now() + ms;
  while (!bell.rung && !isStopping()) {
    ensureOpen(client);
    const left = until - performance.now();
    if (left <= 0) return;
    // Ends with the next command, or refused, or with the connection: each shows in the next ping.
    if (client.capabilities.has('IDLE')) client.idle().catch(() => {});
    await bell.wait(Math.min(timings.ping, left));
    if (!bell.rung) await signOfLife(client, timings.pong);
    // A server without IDLE, or one whose NOOP tells nothing: the UIDs are asked for at each turn.
    if (!client.capabilities.has('IDLE') || (await oldMailsAreAskedFor(session))) return;
  }
}

async function signOfLife(client: ImapFlow, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('the server fell silent'), { code: 'SILENT' })), withinMs);
  });
  try {
    await Promise.race([client.noop(), silent]);
  } finally {
    clearTimeout(timer);
  }
}

function ensureOpen(client: ImapFlow): void {
  if (!client.usable) throw Object.assign(new Error('the connection ended'), { code: 'CLOSED' });
}
