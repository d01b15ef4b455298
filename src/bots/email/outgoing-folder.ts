/** Mails as files: what the service does where no mail server is configured, and in the demo and tests. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { ComposedMail } from './compose-mail.ts';
import type { OutgoingMail } from './outgoing.ts';

/** Writes `<time>-<hash of the dedupe key>.eml`, whole or not at all. A key that has its file keeps it: the same message is there once. */
export function createFolderOutgoing(folder: string, clock: Clock): OutgoingMail {
  // Reading the folder for every mail would make ten thousand mails quadratic; a file removed since is noticed.
  const known = new Map<string, string>();
  let listed: Promise<void> | undefined;
  return {
    idempotent: true,
    async send(mail, signal) {
      signal.throwIfAborted();
      try {
        listed ??= listFolder(folder, known);
        await listed;
        const name = known.get(mail.keyHash);
        if (name === undefined || !(await exists(join(folder, name))))
          known.set(mail.keyHash, await writeMail(folder, mail, clock));
      } catch (error) {
        listed = undefined;
        throw new RetryLater('the folder for outgoing mail cannot be written', { cause: error });
      }
      return { outcome: 'sent', message: mail.messageId };
    },
    async close() {},
  };
}

async function listFolder(folder: string, known: Map<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const hash = /^\d{8}T\d{9}Z-([0-9a-f]{32})\.eml$/.exec(name)?.[1];
    if (hash !== undefined) known.set(hash, name);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function writeMail(folder: string, mail: ComposedMail, clock: Clock): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `${clock.now().toISOString().replace(/[-:.]/g, '')}-${mail.keyHash}.eml`;
  const draft = join(folder, `.${mail.keyHash}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await writeDurably(draft, mail.raw);
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return name;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  // Others on the machine have no business in people's mail.
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it a power cut may take the new name away again. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
