/** Rule P9: what a service writes at its most talkative, while everything goes wrong that can, holds nothing of anybody. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DemoMail, gmailReaction, mailWithFile, reactionMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { standardBounce } from '../bots/email/make-bounce.ts';
import { freePort } from '../servers/free-port.ts';
import { ANA_RESUME } from './people.ts';
import { INBOX, START } from './run-test-service.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

const NAME = 'Quillianna Farthingsworth';
const ADDRESS = 'quillianna.farthingsworth@canary.example.org';
const PHONE = '900 999';
const FROM = `${NAME} <${ADDRESS}>`;
const CANARIES = /quillianna|farthingsworth|canary|900\s?999|zebrawood|hushword/i;

let folder: string;
let refusing: SMTPServer;
let service: ServiceProcess;
let web: number;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-logs-'));
  // A server that repeats the address in its refusal, as many do.
  refusing = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'somebody' }),
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}>: no such user ${address}`), { responseCode: 550 })),
  });
  refusing.listen(0, '127.0.0.1');
  await once(refusing.server, 'listening');
  const bound = refusing.server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  web = await freePort();
  service = await startProcess({
    folder,
    environment: {
      LOG_LEVEL: 'trace',
      SMTP_URL: `smtp://user:hushword@127.0.0.1:${port}`,
      HTTP_LISTEN: `127.0.0.1:${web}`,
      PUBLIC_URL: 'https://shortlist.example.com',
      ADMINS: ADDRESS,
    },
  });
}, 30_000);
afterEach(async () => {
  await service.end('SIGTERM');
  await new Promise<void>((resolve) => refusing.close(() => resolve()));
  await rm(folder, { recursive: true, force: true });
});

const envelope = (subject: string, inReplyTo?: string) => ({ from: FROM, to: INBOX, subject, date: START, inReplyTo });
const text = (subject: string, body = '', inReplyTo?: string) => textMail(envelope(subject, inReplyTo), body);
const file = (name: string, bytes: string | Buffer, type = 'text/plain') =>
  mailWithFile(envelope(`Resume of ${NAME}`), `Regards, ${NAME}`, { name, type, bytes: Buffer.from(bytes) });
const resume = ANA_RESUME.replaceAll('Ana Prado', NAME)
  .replaceAll('ana.prado@example.com', ADDRESS)
  .replace('900555', PHONE)
  .replaceAll('Tarnside', 'Zebrawood');

it('P9: no name, address, phone, word or password of anybody, whatever is sent and refused', async () => {
  const mails: DemoMail[] = [
    file(`${NAME}.txt`, resume),
    file(`${NAME}.pdf`, `%PDF-1.4 broken ${NAME}`, 'application/pdf'),
    file(`${NAME}.docx`, Buffer.from(`PK\u0003\u0004${NAME}`), 'application/zip'),
    text('help'),
    text('privacy'),
    text('export'),
    text('correct title=Zebrawood'),
    text(`jobs post`, `Zebrawood keeper\nCanary Works\n\nRequirements:\n- Zebrawood`),
    text(`${NAME} asks`, 'zebrawood?'),
    reactionMail(envelope(`Re: ${NAME}`, `<none@canary.example.org>`), '👍'),
    gmailReaction(envelope(`Re: ${NAME}`, `<none@canary.example.org>`), '👍'),
    { id: '', raw: standardBounce({ original: '<none@shortlist.localhost>', to: ADDRESS }).toString('latin1') },
    {
      id: '',
      raw: `From: ${FROM}\r\nFrom: <x@canary.example.org>\r\nContent-Type: multipart/mixed; boundary="\r\n\r\nzebrawood`,
    },
  ];
  for (const mail of mails) await service.deliver(mail);
  const pages = ['/c/quillianna', '/u/zebrawood.canary', `/f/${'A'.repeat(300)}.canary`, `/?email=${ADDRESS}`];
  for (const page of pages) await (await fetch(`http://127.0.0.1:${web}${page}`)).text();
  await fetch(`http://127.0.0.1:${web}/c/canary`, { method: 'POST', body: new URLSearchParams({ name: NAME }) });
  await service.settled();
  const log = service.log();
  // It did write of what was refused.
  expect(log).toContain('a mail was not taken by the mail server');
  expect(log.match(CANARIES)).toBeNull();
}, 60_000);
