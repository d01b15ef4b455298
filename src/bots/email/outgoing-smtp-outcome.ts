/** What a failed try of a mail means: for the mail, and for the server (rules O4, O7, O10). Errors carry the decision. */
import { AddressGone, PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { Outcome } from './outgoing-server-health.ts';
import type { SmtpFailure, SmtpStage } from './outgoing-smtp-session.ts';

/** What comes of a failed try. The mail's part is thrown, apart from `uncertain`. */
export type Verdict = { server: Outcome } & (
  | { mail: 'uncertain'; reason: string }
  | { mail: 'failed'; error: PermanentFailure }
  /** The server's state says when: the mail comes back then. */
  | { mail: 'later'; reason: string; afterMs?: number }
);

const GIVE_UP_AFTER_MS = 72 * 3_600_000;
/** A wrong password is the operator's to mend; asking every 20 s with it gets the account locked. */
const LOGIN_REFUSED_MS = 5 * 60_000;
/** Greylisting opens after 1 to 15 minutes, a full mailbox later: the server itself is well. */
const RECIPIENT_LATER_MS = 6 * 60_000;

const STAGES: Readonly<Record<SmtpStage, string>> = {
  connect: 'the mail server could not be reached',
  login: 'the mail server broke off at the login',
  envelope: 'the mail server broke off before it took the message',
  message: 'the mail server broke off while the message was sent',
};

/** An answer of the server decides; without one it depends on whether the whole message was under way. */
export function judgeFailure(failure: SmtpFailure): Verdict {
  const { code, stage } = failure;
  if (stage === 'login' && code !== undefined && code >= 500) return down('the mail server refused the login', LOGIN_REFUSED_MS);
  if (failure.certificate) return down('the certificate of the mail server is not valid', LOGIN_REFUSED_MS);
  if (code !== undefined && code >= 500) return refused(failure, code);
  if (code !== undefined) return askedToWait(failure, code);
  if (failure.handedOver) {
    const reason = 'the connection broke after the message was sent, before the answer';
    return { mail: 'uncertain', reason, server: { kind: 'fails', reason: STAGES.message } };
  }
  return down(STAGES[stage]);
}

/** For a mail that waits because of its server: no attempt is used up, and after 72 h it failed (rule O7). */
export function waitForServer(reason: string, afterMs: number, cause?: unknown): RetryLater {
  return new RetryLater(reason, { afterMs, countsAsAttempt: false, giveUpAfterMs: GIVE_UP_AFTER_MS, cause });
}

const down = (reason: string, restMs?: number): Verdict => ({ mail: 'later', reason, server: { kind: 'fails', reason, restMs } });

/** 4xx. At the recipient it is his mailbox or greylisting, unless the status says that it is the system (4.3.x) or that all closes (421). */
function askedToWait(failure: SmtpFailure, code: number): Verdict {
  const reason = `the mail server asks to try later (${said(failure, code)})`;
  const isRecipients = failure.command === 'RCPT TO' && code !== 421 && !/^4\.3\./.test(failure.status ?? '');
  if (isRecipients) return { mail: 'later', reason, afterMs: RECIPIENT_LATER_MS, server: { kind: 'works' } };
  return down(reason);
}

/** 5xx. Before the envelope it is the server that refuses us all, and nothing is wrong with the mail. */
function refused(failure: SmtpFailure, code: number): Verdict {
  const what = said(failure, code);
  if (failure.stage === 'connect' || failure.stage === 'login') return down(`the mail server refuses to talk (${what})`);
  if (failure.command === 'RCPT TO' && isUnknownRecipient(failure, code)) {
    const error = new AddressGone(`there is nobody at that address (${what})`, 'Ask the person for another address.', {
      status: failure.status,
      cause: failure,
    });
    return { mail: 'failed', error, server: { kind: 'works' } };
  }
  const fix = 'Look into what the mail server says about it: the address, the content, or the reputation of the sender.';
  const error = new PermanentFailure(`the mail server refused the message (${what})`, fix, { cause: failure });
  return { mail: 'failed', error, server: { kind: 'works' } };
}

/** 5.1.7 and 5.1.8 are about the sender, 5.7.x about what we are or wrote: the address may be fine. */
function isUnknownRecipient({ status, text }: SmtpFailure, code: number): boolean {
  if (status !== undefined && !/^5\.[0]\./.test(status)) return /^5\.1\.(?!7$|8$)/.test(status);
  return (code === 550 || code === 551 || code === 553) && UNKNOWN_USER.test(text);
}

export const UNKNOWN_USER =
  /user unknown|unknown (?:user|recipient|address|mailbox)|no such (?:user|recipient|address|mailbox|person)|(?:recipient|user|address|mailbox|account)\b.{0,80}(?:does not exist|doesn't exist|not found|unknown)|no mailbox here/i;

const said = ({ status }: SmtpFailure, code: number): string => (status === undefined ? `${code}` : `${code} ${status}`);
