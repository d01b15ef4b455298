/** The doctor's look at the mailbox: one login, and what its folder can do. Changes nothing there. */
import { probeMailbox } from '../bots/email/imap-probe.ts';
import type { Settings } from './settings.ts';

export async function checkMailbox({ config }: Settings): Promise<{ check: string; ok: boolean; detail: string; fix?: string }> {
  const check = 'mailbox';
  const { imap } = config.mail;
  if (!imap) return { check, ok: true, detail: 'off (IMAP_URL=imaps://user:password@host reads one)' };
  const found = await probeMailbox(imap);
  if ('problem' in found) return { check, ok: false, detail: `${imap.host}: ${found.problem.reason}`, fix: found.problem.fix };
  const idle = found.idle ? 'tells of new mail at once' : 'is asked for new mail twice a minute (no IDLE)';
  return {
    check,
    ok: imap.after !== 'flag' || found.keywords,
    detail: `${imap.folder} at ${imap.host}: ${found.mails} mails; the server ${idle}${found.keywords ? '' : ', and takes no keywords'}`,
    fix: 'Mails that are done cannot be flagged there: set IMAP_AFTER=leave, or IMAP_AFTER=move for a mailbox of its own.',
  };
}
