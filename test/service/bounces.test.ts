/** Rule O7 through the whole service: reports come in by SMTP, mails go into the outbox folder. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { findSent } from '../../src/store/outbox.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import {
  type Bounce,
  claim,
  complaint,
  exchangeBounce,
  eximBounce,
  qmailBounce,
  standardBounce,
} from '../bots/email/make-bounce.ts';
import { attached } from '../bots/email/make-mail.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const ADDRESS = 'ana.prado@example.com';
const DAY_MS = 86_400_000;
let test: TestService;
/** The Message-ID of the answer to the resume. */
let answer: string;

const mail = (subject: string) => textMail({ from: ANA, to: INBOX, subject, date: test.clock.now() }, '');
const report = (raw: Buffer) => test.deliver({ id: '', raw: raw.toString('latin1') }, '');
const counts = () => stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE));
const stateOf = async (id: string) => (await findSent(test.service.store, DEFAULT_WORKSPACE, 'email', [id]))?.state;
const bounce = (more: Partial<Bounce> = {}): Bounce => ({ original: answer, to: ADDRESS, ...more });

/** Mails that went out while the next morning's digests were due. */
async function nextMorning(): Promise<SentMail[]> {
  const before = (await test.outbox()).length;
  const day = new Date(test.clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);
  test.clock.advanceTo(new Date(`${day}T07:31:00Z`));
  await importJobs(day);
  await test.service.tick();
  await test.service.worker.idle();
  return (await test.outbox()).slice(before);
}

/** New postings, so that each morning has something to say. */
const importJobs = (day: string) =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: `board ${day}`,
    source: (async function* () {
      yield new TextEncoder().encode(
        feedOf(
          POSTINGS.map((one) => ({
            ...one,
            externalId: `${day}-${one.externalId}`,
            company: `${one.company} ${day}`,
            url: `${one.url}/${day}`,
          })),
        ),
      );
    })(),
  });

beforeEach(async () => {
  test = await runTestService();
  await importJobs('first');
  const bytes = new TextEncoder().encode(ANA_RESUME);
  const resume = mailWithFile({ from: ANA, to: INBOX, subject: 'My resume', date: test.clock.now() }, 'attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes,
  });
  answer = (await test.ask(resume)).messageId ?? '';
});
afterEach(() => test.close());

describe('a bounce', () => {
  it('ends mail to that address until its owner writes again, and digests go on by themselves then', async () => {
    expect(await nextMorning()).toHaveLength(1);
    const before = await counts();
    await report(standardBounce(bounce()));
    expect(await stateOf(answer)).toBe('failed');
    expect(await nextMorning()).toEqual([]);
    expect(await nextMorning()).toEqual([]);
    const after = await counts();
    expect(after.submissions).toEqual(before.submissions);
    expect(after.suppressed).toEqual({ bounce: 1, complaint: 0 });
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'mailer-daemon@mx.example.com')).toBeUndefined();
    await test.ask(mail('profile'));
    expect((await counts()).suppressed.bounce).toBe(0);
    expect(await nextMorning()).toHaveLength(1);
  });

  it('that was counted once does not count again after its address proved to work', async () => {
    await report(standardBounce(bounce()));
    await test.ask(mail('profile'));
    await report(standardBounce(bounce()));
    expect((await counts()).suppressed.bounce).toBe(0);
  });

  it.each([
    ['qmail', qmailBounce],
    ['Exim', eximBounce],
    ['Exchange', exchangeBounce],
  ])('of %s counts as well', async (_, make) => {
    await report(make(bounce()));
    expect((await counts()).suppressed.bounce).toBe(1);
    expect(await stateOf(answer)).toBe('failed');
  });

  it.each([
    ['a delay', 'delayed', '4.4.1', 'sent', 0],
    ['a server that gave up after days', 'failed', '4.4.7', 'failed', 0],
    ['a block of what we wrote', 'failed', '5.7.1', 'failed', 0],
    ['a full mailbox for good', 'failed', '5.2.2', 'failed', 1],
  ])('%s: the mail is %s with %s', async (_, action, status, state, suppressed) => {
    await report(standardBounce(bounce({ action, status })));
    expect(await stateOf(answer)).toBe(state);
    expect((await counts()).suppressed.bounce).toBe(suppressed);
  });
});

describe('a complaint', () => {
  it('ends digests and answers, a mail does not lift it, "digest on" does', async () => {
    await report(complaint(bounce()));
    expect((await counts()).suppressed).toEqual({ bounce: 0, complaint: 1 });
    expect(await nextMorning()).toEqual([]);
    const quiet = mail('profile');
    await test.deliver(quiet);
    expect(await test.answersTo(quiet)).toEqual([]);
    await test.ask(mail('digest on'));
    expect((await counts()).suppressed.complaint).toBe(0);
    await test.ask(mail('profile'));
  });

  it('without a recipient counts by the message it returns', async () => {
    await report(complaint(bounce({ to: '' })));
    expect((await counts()).suppressed.complaint).toBe(1);
  });
});

describe('a forged report does nothing', () => {
  const forged: [string, () => Buffer][] = [
    ['about no mail of ours', () => standardBounce(bounce({ original: '<none@shortlist.localhost>' }))],
    ['about a mail to somebody else', () => standardBounce(bounce({ to: 'ben@example.com' }))],
    ['a complaint about a mail to somebody else', () => complaint(bounce({ to: 'ben@example.com' }))],
    ['a complaint about nothing', () => complaint(bounce({ original: '<none@x.example>', to: '' }))],
    ['a plain mail that claims', () => claim(bounce())],
    ['with two ids, neither of ours', () => standardBounce(bounce({ original: '<a@x.example> <b@x.example>' }))],
  ];

  it.each(forged)('%s', async (_, make) => {
    const before = await counts();
    const mails = (await test.outbox()).length;
    const raw = make();
    // The plain one comes from somebody, with an address to bounce to, who is answered as anybody is.
    const isPlain = raw.includes('mal@example.net');
    await test.deliver({ id: '', raw: raw.toString('latin1') }, isPlain ? 'mal@example.net' : '');
    const after = await counts();
    expect(after.suppressed).toEqual({ bounce: 0, complaint: 0 });
    expect(await stateOf(answer)).toBe('sent');
    expect(after.candidates).toBe(before.candidates);
    expect((await test.outbox()).length - mails).toBe(isPlain ? 1 : 0);
  });

  it('what looks like a report of nobody’s mail and brings a resume is read, in silence (E9)', async () => {
    const mails = (await test.outbox()).length;
    const resume = attached(
      'cv.txt',
      'text/plain',
      new TextEncoder().encode(ANA_RESUME.replaceAll('Ana Prado', 'Cleo Marsh').replaceAll('ana.prado', 'cleo.marsh')),
    );
    await report(standardBounce(bounce({ original: '<none@x.example>' }), [resume]));
    expect((await counts()).candidates).toBe(2);
    expect((await counts()).suppressed.bounce).toBe(0);
    expect((await test.outbox()).length).toBe(mails);
  });
});

describe('behind a mail server that vouches for senders', () => {
  it('a copy of a proven mail does not lift what a bounce began: only its owner’s new mail does (O7, E10)', async () => {
    await test.close();
    test = await runTestService({ MAIL_TRUST: 'authserv:mx.example.net' });
    const proven = (raw: string) => `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${raw}`;
    const first = mail('help');
    answer = (await test.ask({ ...first, raw: proven(first.raw) })).messageId ?? '';
    await report(standardBounce(bounce()));
    expect((await counts()).suppressed.bounce).toBe(1);
    const copy = proven(first.raw.replace('Subject: help', 'Subject: Help'));
    await test.deliver({ id: first.id, raw: copy });
    expect((await counts()).suppressed.bounce).toBe(1);
    const own = mail('help');
    await test.deliver({ ...own, raw: proven(own.raw) });
    expect((await counts()).suppressed.bounce).toBe(0);
  });
});
