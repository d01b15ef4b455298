/** F1.3, F1.8 and E10: somebody whose mail server signs nothing sends files to a job, and proves themselves by an answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { textMail } from '../../src/cli/demo/demo-mails.ts';
import { checkForLeaks } from '../leak-check.ts';
import { jobInbox, lineMail, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, RITA } from './people.ts';
import { runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const flat = (text: string) => text.replace(/\s+/g, ' ');
let test: TestService;
beforeEach(async () => {
  test = await runTestService({
    RECRUITERS: 'rita@talent.example.com,olaf@agency.example.org',
    MAIL_TRUST: 'authserv:mx.example.net',
  });
});
afterEach(() => test.close());

const proven = (mail: { id: string; raw: string }, domain = 'talent.example.com') => ({
  ...mail,
  raw: `Authentication-Results: mx.example.net; dmarc=pass header.from=${domain}\r\n${mail.raw}`,
});
const yesTo = ({ from, messageId }: SentMail, sender: string) =>
  textMail({ from: sender, to: from, subject: 'Re', date: START, inReplyTo: messageId }, 'yes');
const postedByRita = () => postAd({ ...test, ask: (mail) => test.ask(proven(mail)) }, RITA);

describe('files for a job whose sender proves themselves afterwards', () => {
  it('are the application of an applicant: they hear that it arrived, and it is theirs', async () => {
    const code = await postedByRita();
    const received = await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(received.text).toContain('Was it you?');
    const answer = await test.ask(yesTo(received, ANA));
    expect(flat(answer.text)).toMatch(/Your application for "Backend Developer".* has arrived/);
    const applied = lineMail(ANA, 'applied');
    expect((await test.ask({ ...proven(applied, 'example.com') })).text).toContain(code);
    expect(flat((await test.ask(proven(lineMail(RITA, `applications ${code}`)))).text)).toContain('Ana Prado');
  });

  it('are the batch of a recruiter: the shortlist and the report, and no word of an application', async () => {
    const code = await postedByRita();
    const received = await test.ask(resumeMail(OLAF, ANA_RESUME, { to: jobInbox(code) }));
    const answer = flat((await test.ask(yesTo(received, OLAF))).text);
    expect(answer).toContain('1. Ana Prado');
    expect(answer).not.toMatch(/You applied|Your application/i);
    const batch = /Batch (s[0-9a-hjkmnp-tv-z]{8})/.exec(answer)?.[1] ?? '';
    const status = proven(lineMail(OLAF, `status ${batch}`), 'agency.example.org');
    expect(flat((await test.ask(status)).text)).toContain('1/1 done');
  });
});
