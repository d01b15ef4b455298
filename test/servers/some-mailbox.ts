/** A mailbox of its own for the service, on Dovecot where it is installed, else on the scripted server, which says so. */
import { DOVECOT_PASSWORD, startDovecot, whyNoDovecot } from './dovecot.ts';
import { mailboxContents } from './mailbox-contents.ts';
import { startScriptedImap } from './scripted-imap.ts';

export interface SomeMailbox {
  /** For IMAP_URL. */
  url: string;
  deliver(raw: string): Promise<void>;
  /** How many mails a folder holds; 0 for none such. */
  count(folder: string): Promise<number>;
  stop(): Promise<void>;
}

const USER = 'jobs@example.org';

/** What `startMailbox` starts here. */
export function mailboxServerName(): string {
  const reason = whyNoDovecot();
  return reason === undefined ? 'Dovecot' : `the scripted IMAP server (${reason})`;
}

export async function startMailbox(): Promise<SomeMailbox> {
  return whyNoDovecot() === undefined ? onDovecot() : onScript();
}

async function onDovecot(): Promise<SomeMailbox> {
  const server = await startDovecot();
  return {
    url: `imap://${encodeURIComponent(USER)}:${DOVECOT_PASSWORD}@127.0.0.1:${server.imapPort}?tls=insecure`,
    deliver: (raw) => server.deliver(raw, USER),
    count: async (folder) => (await mailboxContents(server.imapPort, USER, DOVECOT_PASSWORD))[folder]?.length ?? 0,
    stop: () => server.stop(),
  };
}

async function onScript(): Promise<SomeMailbox> {
  const server = await startScriptedImap();
  return {
    url: `imap://jobs:pw@127.0.0.1:${server.port}`,
    async deliver(raw) {
      server.deliver(raw);
    },
    count: async (folder) => server.mailbox.folders.get(folder)?.mails.length ?? 0,
    stop: () => server.close(),
  };
}
