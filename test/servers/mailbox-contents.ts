import { ImapFlow } from 'imapflow';

/** What is in a mailbox on a test server: subjects with their flags, by folder. */
export async function mailboxContents(port: number, user: string, pass: string): Promise<Record<string, string[]>> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user, pass },
    tls: { rejectUnauthorized: false },
    logger: false,
  });
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const { path } of await client.list()) {
    const mailbox = await client.mailboxOpen(path, { readOnly: true });
    const mails = mailbox.exists > 0 ? await client.fetchAll('1:*', { flags: true, envelope: true }) : [];
    found[path] = mails.map((mail) =>
      [mail.envelope?.subject, ...[...(mail.flags ?? [])].filter((flag) => flag !== '\\Recent')].join(' '),
    );
  }
  await client.logout();
  return found;
}
