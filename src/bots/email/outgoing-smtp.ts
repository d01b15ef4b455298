/** Mails to a mail server, politely: few connections, at most so many mails a minute, and left alone when it is unwell. */
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { Sent } from '../../messages/channel.ts';
import type { ComposedMail } from './compose-mail.ts';
import type { MailLog } from './mail-source.ts';
import type { OutgoingMail } from './outgoing.ts';
import { type DkimKey, signMail } from './outgoing-dkim.ts';
import { type Backoff, createServerHealth, type ServerHealth } from './outgoing-server-health.ts';
import { judgeFailure, waitForServer } from './outgoing-smtp-outcome.ts';
import { SmtpFailure, type SmtpLimits } from './outgoing-smtp-session.ts';
import { createSmtpSessions, type SmtpSessions } from './outgoing-smtp-sessions.ts';
import { readSmtpUrl } from './outgoing-smtp-settings.ts';
import { createMailThrottle, type MailThrottle } from './outgoing-throttle.ts';

export interface SmtpOutgoingOptions extends Partial<SmtpLimits> {
  /** `smtp(s)://user:password@host:port`, see `readSmtpUrl`. */
  url: string;
  /** The envelope sender: bounces come back to it. */
  from: string;
  clock: Clock;
  log: MailLog;
  dkim?: DkimKey;
  backoff?: Backoff;
}

const SILENCE_MS = 40_000;
const SET_UP_MS = 15_000;
const CROWDED = 'other mails are on their way';
const CROWDED_MS = 1_000;

interface Server {
  sessions: SmtpSessions;
  throttle: MailThrottle;
  health: ServerHealth;
}

/**
 * Sends by SMTP. Not nodemailer's pool: it reads a mail into its own buffers before DATA, so that after a failure nobody can tell
 * whether the end of the message was sent, and "uncertain" would have to be every broken connection. Throws ConfigError for a wrong address.
 */
export function createSmtpOutgoing(options: SmtpOutgoingOptions): OutgoingMail {
  const settings = readSmtpUrl(options.url);
  const { clock, silenceMs = SILENCE_MS, setUpMs = SET_UP_MS } = options;
  const server: Server = {
    sessions: createSmtpSessions(settings, { silenceMs, setUpMs }),
    throttle: createMailThrottle(settings.mailsPerMinute, clock),
    health: createServerHealth(clock, Math.random, options.backoff),
  };
  return {
    idempotent: false,
    async send(mail, signal) {
      if (signal.aborted) throw new RetryLater('sending was stopped before it began', { countsAsAttempt: false });
      const comeBack = (ms: number) => server.throttle.later(mail.keyHash, mail.bulk, ms);
      const notWhileItRests = () => {
        const rest = server.health.rest();
        if (rest.ms > 0) throw waitForServer(rest.reason, comeBack(rest.ms));
      };
      notWhileItRests();
      const leave = await server.sessions.enter();
      if (leave === undefined) throw new RetryLater(CROWDED, { afterMs: comeBack(CROWDED_MS), countsAsAttempt: false });
      try {
        // Again: of those that came at the same time, one asks a server that may be back.
        notWhileItRests();
        const wait = server.throttle.turn(mail.keyHash, mail.bulk);
        if (wait > 0)
          throw new RetryLater(`no more than ${settings.mailsPerMinute} mails a minute`, {
            afterMs: wait,
            countsAsAttempt: false,
          });
        return await attempt(server, mail, signal, options);
      } finally {
        leave();
      }
    },
    async close() {
      server.sessions.close();
    },
  };
}

async function attempt(server: Server, mail: ComposedMail, signal: AbortSignal, options: SmtpOutgoingOptions): Promise<Sent> {
  const raw = options.dkim === undefined ? mail.raw : signMail(mail.raw, options.dkim);
  const ended = server.health.begin();
  try {
    await server.sessions.send({ from: options.from, to: mail.to, raw }, signal);
    ended({ kind: 'works' });
    return { outcome: 'sent', message: mail.messageId };
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    // We broke it off ourselves: that says nothing about the server.
    const verdict = judgeFailure(error);
    ended(signal.aborted ? { kind: 'works' } : verdict.server);
    options.log.warn(
      { stage: error.stage, code: error.code, status: error.status, outcome: verdict.mail },
      'a mail was not taken by the mail server',
    );
    if (verdict.mail === 'uncertain') return { outcome: 'uncertain', reason: verdict.reason };
    if (verdict.mail === 'failed') throw verdict.error;
    if (signal.aborted) throw new RetryLater(verdict.reason, { countsAsAttempt: false, cause: error });
    const afterMs = verdict.afterMs ?? server.throttle.later(mail.keyHash, mail.bulk, server.health.rest().ms);
    throw waitForServer(verdict.reason, afterMs, error);
  } finally {
    ended({ kind: 'works' });
  }
}
