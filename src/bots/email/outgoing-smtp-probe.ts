/** Does the mail server let us in? For `doctor`: connects, logs in, leaves; no mail is sent. */
import { openSmtpSession, SmtpFailure } from './outgoing-smtp-session.ts';
import type { SmtpSettings } from './outgoing-smtp-settings.ts';

export type SmtpProbe =
  | { ok: true }
  | { ok: false; stage: 'connect' | 'login'; code?: number; certificate: boolean; error: string };

const PATIENCE_MS = 10_000;

/** Never throws. `error` is the system's or the library's code, such as ECONNREFUSED. */
export async function probeSmtp(settings: SmtpSettings, withinMs = PATIENCE_MS): Promise<SmtpProbe> {
  const signal = new AbortController().signal;
  try {
    const session = await openSmtpSession(settings, { silenceMs: withinMs, setUpMs: withinMs }, signal);
    session.close();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    const { code, certificate, stage } = error;
    return { ok: false, stage: stage === 'login' ? 'login' : 'connect', code, certificate, error: error.systemCode };
  }
}
