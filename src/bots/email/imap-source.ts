/** A mailbox as a source of mails: connects, reads, reconnects for as long as the service runs (rules E1–E8). */
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { ChannelState } from '../../messages/channel.ts';
import type { ImapAccount, MailboxStatus } from './imap-account.ts';
import { beginPosition } from './imap-begin.ts';
import { createBell } from './imap-bell.ts';
import { openFolder } from './imap-connect.ts';
import { imapSourceName, readLocation } from './imap-location.ts';
import { createMarker, type Marker } from './imap-mark.ts';
import { type MailboxProblem, mailboxProblem } from './imap-problem.ts';
import { runSession } from './imap-session.ts';
import { createStuck } from './imap-stuck.ts';
import { IMAP_TIMINGS, type ImapTimings, reconnectDelay, refusedDelay } from './imap-timings.ts';
import type { MailLog, MailSource, TakeMail } from './mail-source.ts';
import type { TokenSource } from './oauth-tokens.ts';
import type { MailTrust } from './trust-sender.ts';

export interface ImapSourceOptions {
  account: ImapAccount;
  tokens?: TokenSource;
  trust: MailTrust;
  maxBytes: number;
  log: MailLog;
  clock: Clock;
  timings?: Partial<ImapTimings>;
}

export interface ImapSource extends MailSource {
  /** Marks the mail at `location`; one of another mailbox, or one that has gone, is left alone. Throws RetryLater. */
  mark(location: string, mark: 'done' | 'failed'): Promise<void>;
  status(): MailboxStatus;
}

const MARK_AGAIN_MS = 20_000;

/** `start` resolves at once: a mailbox that is down or refuses the login must not keep the other channels waiting. */
export function createImapSource(options: ImapSourceOptions): ImapSource {
  const { account, log } = options;
  const timings = { ...IMAP_TIMINGS, ...options.timings };
  const source = imapSourceName(account);
  const bell = createBell();
  const stuck = createStuck(timings);
  const plan = { laterAt: performance.now() };
  const warned = { keywords: false };
  const oversized = new Set<number>();
  let live: { validity: string; marker: Marker } | undefined;
  let lastError: MailboxProblem | undefined;
  let lastMailAt: Date | undefined;
  let stopping = false;
  let reading: Promise<void> = Promise.resolve();
  let close = () => {};

  /** Rejects when the connection could not be opened or ended; resolves when the service stops. */
  async function connectOnce(take: TakeMail, state: ChannelState): Promise<void> {
    const opened = await openFolder({
      account,
      tokens: options.tokens,
      timings,
      maxBytes: options.maxBytes,
      onClient: (end) => {
        close = end;
        if (stopping) end();
      },
      onExists: bell.ring,
      onClose: bell.ring,
    });
    const { client, mailbox } = opened;
    try {
      const position = await beginPosition(opened, source, state, log);
      const validity = String(mailbox.uidValidity);
      live = { validity, marker: createMarker(client, account.after, warned, log) };
      log.info({}, lastError === undefined ? 'mailbox: connected' : 'mailbox: connected again');
      lastError = undefined;
      await runSession(
        {
          reading: {
            client,
            source,
            validity,
            after: account.after,
            trust: options.trust,
            maxBytes: options.maxBytes,
            take,
            oversized,
          },
          state,
          stuck,
          log,
          isStopping: () => stopping,
          onMail: () => {
            lastMailAt = options.clock.now();
          },
          timings,
          bell,
          plan,
        },
        position,
      );
    } finally {
      live = undefined;
      client.close();
    }
  }

  async function keepReading(take: TakeMail, state: ChannelState): Promise<void> {
    let failures = 0;
    let refusals = 0;
    while (!stopping) {
      const began = performance.now();
      try {
        await connectOnce(take, state);
      } catch (error) {
        if (stopping) return;
        const problem = mailboxProblem(error);
        const lasted = performance.now() - began;
        // Who was connected for a while begins anew with short delays.
        if (lasted > timings.longestDelay) failures = 0;
        failures += 1;
        refusals = problem.refused ? refusals + 1 : 0;
        if (lastError?.reason !== problem.reason)
          log.warn({ reason: problem.reason, fix: problem.fix }, 'mailbox: not connected');
        lastError = problem;
        const delay = problem.refused ? refusedDelay(timings, refusals) : reconnectDelay(timings, failures);
        await pause(lasted > timings.longestDelay ? delay : delay - lasted);
      }
    }
  }

  /** At least a moment: an attempt that took longer than its delay must not be followed at once by the next. */
  async function pause(ms: number): Promise<void> {
    const until = performance.now() + Math.max(timings.firstDelay / 4, ms);
    while (!stopping && performance.now() < until) {
      bell.hush();
      await bell.wait(until - performance.now());
    }
  }

  return {
    async start(take, state) {
      reading = keepReading(take, state);
    },
    async stop() {
      stopping = true;
      bell.ring();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timings.drain);
      });
      // A connection that is only being opened has nothing to end well.
      if (live === undefined) close();
      await Promise.race([reading, late]);
      clearTimeout(timer);
      close();
    },
    async mark(location, mark) {
      const place = readLocation(source, location);
      if (place === undefined || account.after === 'leave') return;
      if (live === undefined)
        throw new RetryLater('the mailbox is not connected', { afterMs: MARK_AGAIN_MS, countsAsAttempt: false });
      if (live.validity !== place.validity) return;
      try {
        await live.marker.mark(place.uid, mark);
      } catch (error) {
        if (error instanceof RetryLater) throw error;
        throw new RetryLater('the connection to the mailbox ended', {
          afterMs: MARK_AGAIN_MS,
          countsAsAttempt: false,
          cause: error,
        });
      }
    },
    status: () => ({
      connected: live !== undefined,
      ...(lastError === undefined ? {} : { lastError: { reason: lastError.reason, fix: lastError.fix } }),
      ...(lastMailAt === undefined ? {} : { lastMailAt }),
    }),
  };
}
