/** The few connections to one mail server. One that was used stays open for a moment: a login a mail is what providers count. */
import { openSmtpSession, SmtpFailure, type SmtpLimits, type SmtpMail, type SmtpSession } from './outgoing-smtp-session.ts';
import type { SmtpSettings } from './outgoing-smtp-settings.ts';

export interface SmtpSessions {
  /** A place to send one mail; undefined when all are taken. Whoever has it gives it back by calling it. */
  enter(): Promise<(() => void) | undefined>;
  /** Throws SmtpFailure. */
  send(mail: SmtpMail, signal: AbortSignal): Promise<void>;
  /** Mails under way go on to their end: broken off now, nobody could say whether they arrived. */
  close(): void;
}

const CONNECTIONS = 3;
const MAILS_A_CONNECTION = 50;
const IDLE_MS = 4_000;
/** A place gets free within this, or the mail comes back later: what waits here keeps a worker from reading resumes. */
const PATIENCE_MS = 500;

/** The server may have ended a session while it was idle: that says nothing about the mail, and a new one tells the truth. */
const isStale = (error: unknown): boolean =>
  error instanceof SmtpFailure && error.stage === 'envelope' && (error.code === undefined || error.code === 421);

/** Opens connections when they are needed. */
export function createSmtpSessions(settings: SmtpSettings, limits: SmtpLimits): SmtpSessions {
  const idle = new Map<SmtpSession, NodeJS.Timeout>();
  const waiting: ((leave: () => void) => void)[] = [];
  let inside = 0;
  let closed = false;

  function leaveOnce(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = waiting.shift();
      // The place is handed over, not freed: a newcomer cannot slip in between.
      if (next === undefined) inside--;
      else next(leaveOnce());
    };
  }

  function takeIdle(): SmtpSession | undefined {
    for (const [session, timer] of idle) {
      idle.delete(session);
      clearTimeout(timer);
      if (session.open) return session;
    }
    return undefined;
  }

  function keep(session: SmtpSession): void {
    if (closed || !session.open || session.sent >= MAILS_A_CONNECTION) session.close();
    else {
      const timer = setTimeout(() => {
        idle.delete(session);
        session.close();
      }, IDLE_MS);
      idle.set(session, timer);
    }
  }

  async function sendOn(session: SmtpSession, mail: SmtpMail, signal: AbortSignal): Promise<void> {
    await session.send(mail, signal);
    keep(session);
  }

  return {
    async enter() {
      if (inside < CONNECTIONS) {
        inside++;
        return leaveOnce();
      }
      return new Promise((resolve) => {
        const got = (leave: () => void) => {
          clearTimeout(timer);
          resolve(leave);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(got), 1);
          resolve(undefined);
        }, PATIENCE_MS);
        waiting.push(got);
      });
    },
    async send(mail, signal) {
      const used = takeIdle();
      if (used !== undefined) {
        try {
          return await sendOn(used, mail, signal);
        } catch (error) {
          if (!isStale(error) || signal.aborted) throw error;
        }
      }
      return sendOn(await openSmtpSession(settings, limits, signal), mail, signal);
    },
    close() {
      closed = true;
      for (const [session, timer] of idle) {
        clearTimeout(timer);
        session.close();
      }
      idle.clear();
    },
  };
}
