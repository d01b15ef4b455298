/** A real Dovecot on free loopback ports, in a temporary folder; gone again with `stop`. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { freePort } from './free-port.ts';

const DOVECOT = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((file) => existsSync(file));
const LMTP = ['/usr/lib/dovecot/lmtp', '/usr/libexec/dovecot/lmtp'].find((file) => existsSync(file));

/** Why the tests with a real server cannot run here; undefined when they can. */
export function whyNoDovecot(): string | undefined {
  if (DOVECOT === undefined) return 'dovecot is not installed (apt-get install dovecot-imapd dovecot-lmtpd)';
  if (LMTP === undefined) return 'its LMTP server is not installed (apt-get install dovecot-lmtpd)';
  const version = execFileSync(DOVECOT, ['--version'], { encoding: 'utf8' });
  return version.startsWith('2.3.') ? undefined : `the configuration is written for Dovecot 2.3, this is ${version.trim()}`;
}

export interface Dovecot {
  /** STARTTLS with a certificate of its own. */
  imapPort: number;
  /** Delivers over LMTP, as a mail server does. */
  deliver(raw: Buffer | string, to: string, from?: string): Promise<void>;
  stop(): Promise<void>;
}

export const DOVECOT_PASSWORD = 'let-me-in';

export async function startDovecot(): Promise<Dovecot> {
  if (DOVECOT === undefined) throw new Error('dovecot is not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-dovecot-'));
  await chmod(folder, 0o755);
  const [imapPort, lmtpPort] = [await freePort(), await freePort()];
  for (const part of ['run', 'mail']) await mkdir(path.join(folder, part), { mode: 0o755 });
  makeCertificate(folder);
  const conf = path.join(folder, 'dovecot.conf');
  await writeFile(conf, configuration(folder, imapPort, lmtpPort));
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'mail:mail', path.join(folder, 'mail')]);
  const child = spawn(DOVECOT, ['-F', '-c', conf], { stdio: 'ignore' });
  try {
    await Promise.all([answers(imapPort, child), answers(lmtpPort, child)]);
  } catch (error) {
    await end(child, folder);
    throw error;
  }
  const transport = createTransport({ host: '127.0.0.1', port: lmtpPort, lmtp: true, ignoreTLS: true });
  return {
    imapPort,
    async deliver(raw, to, from = 'sender@example.org') {
      await transport.sendMail({ envelope: { from, to: [to] }, raw: Buffer.from(raw) });
    },
    async stop() {
      transport.close();
      await end(child, folder);
    },
  };
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`dovecot ended with ${child.exitCode}`);
    const greeted = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      const finish = (ok: boolean) => {
        socket.destroy();
        resolve(ok);
      };
      socket.once('data', () => finish(true));
      socket.once('error', () => finish(false));
      socket.setTimeout(1_000, () => finish(false));
    });
    if (greeted) return;
    await delay(50);
  }
  throw new Error('dovecot does not answer');
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')];
  const kind = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
  ];
  execFileSync('openssl', ['req', ...kind, ...files], { stdio: 'ignore' });
}

/** Every address has a mailbox and the same password; nothing leaves the machine. */
function configuration(folder: string, imapPort: number, lmtpPort: number): string {
  const root = process.getuid?.() === 0;
  const me = `${process.getuid?.() ?? 0}`;
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
${root ? '' : `default_internal_user = ${me}\ndefault_login_user = ${me}\n`}ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = plain login
first_valid_uid = 0
first_valid_gid = 0
mail_uid = ${root ? 'mail' : me}
mail_gid = ${root ? 'mail' : `${process.getgid?.() ?? 0}`}
mail_home = ${folder}/mail/%u
mail_location = maildir:~/Maildir
lmtp_save_to_detail_mailbox = no
recipient_delimiter = +
passdb {
  driver = static
  args = password=${DOVECOT_PASSWORD}
}
userdb {
  driver = static
  args = uid=${root ? 'mail' : me} gid=${root ? 'mail' : `${process.getgid?.() ?? 0}`} home=${folder}/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service stats {
  chroot =
}
`;
}
