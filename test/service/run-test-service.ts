/** The real service in a temporary folder, mail over SMTP on a free port, a clock of the test's own. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSentMail, type SentMail } from '../../src/bots/email/read-sent-mail.ts';
import type { DemoMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { readConfig } from '../../src/config.ts';
import { type AdjustableClock, adjustableClock } from '../../src/domain/clock.ts';
import { createLog } from '../../src/log.ts';
import { type Replacements, runService, type Service } from '../../src/main.ts';
import { sharedParts } from '../shared-parts.ts';

export const INBOX = 'jobs@shortlist.localhost';
export const START = new Date('2026-11-10T14:05:00Z');

export interface TestService {
  service: Service;
  clock: AdjustableClock;
  folder: string;
  /** Delivers over SMTP (resolves at 250) and waits until nothing is left to do. */
  deliver(mail: DemoMail, from?: string): Promise<void>;
  /** Answers to that mail, oldest first. */
  answersTo(mail: DemoMail): Promise<SentMail[]>;
  /** Delivers and gives the one answer; fails when there is none or more than one. */
  ask(mail: DemoMail): Promise<SentMail>;
  outbox(): Promise<SentMail[]>;
  close(): Promise<void>;
}

export async function runTestService(
  environment: Record<string, string> = {},
  replacements: Replacements = {},
): Promise<TestService> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-test-'));
  const clock = adjustableClock(START);
  const config = readConfig(
    { dataFolder: folder },
    { SMTP_LISTEN: '127.0.0.1:0', HTTP_LISTEN: 'off', RECRUITERS: 'rita@talent.example.com', ...environment },
  );
  const service = await runService(config, clock, createLog('silent', false), { ...sharedParts(), ...replacements });
  const outbox = async (): Promise<SentMail[]> => {
    const names = await readdir(path.join(folder, 'outbox')).catch(() => []);
    const files = names.filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(files.map(async (name) => readSentMail(await readFile(path.join(folder, 'outbox', name)))));
  };
  const deliver = async (mail: DemoMail, from = /^From: .*<(.+)>/m.exec(mail.raw)?.[1] ?? '') => {
    if (!service.smtpAddress) throw new Error('the listener is off');
    await sendOverSmtp(service.smtpAddress, from, INBOX, mail.raw);
    await service.worker.idle();
  };
  const answersTo = async (mail: DemoMail) => (await outbox()).filter((sent) => sent.inReplyTo.includes(mail.id));
  return {
    service,
    clock,
    folder,
    deliver,
    answersTo,
    outbox,
    async ask(mail) {
      await deliver(mail);
      const answers = await answersTo(mail);
      const [answer] = answers;
      if (!answer || answers.length > 1) throw new Error(`${answers.length} answers instead of one`);
      return answer;
    },
    async close() {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
