import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const MALLORY = 'Mallory Quist <mallory@example.net>';
const NOTHING_KNOWN = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
const PERSONAL = /Tarnside|Roundhay|Airedale|Kirkstall|Python|07:30/;
let test: TestService;
const start = async (trust = 'verify') => {
  test = await runTestService({ MAIL_TRUST: trust }, { resolveDns: NOTHING_KNOWN });
  await importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
};
beforeEach(() => start());
afterEach(() => test.close());

const resume = (from: string, content = ANA_RESUME): DemoMail =>
  mailWithFile({ from, to: INBOX, subject: 'My resume', date: START }, 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
/** As mail programs answer: to the From of the message, in its thread. */
const answerTo = (sent: SentMail, from: string, text: string, to = sent.from): DemoMail =>
  textMail({ from, to, subject: `Re: ${sent.subject}`, date: START, inReplyTo: sent.messageId }, text);
const ask = (from: string, line: string) => test.ask(textMail({ from, to: INBOX, subject: line, date: START }, ''));
const person = async (address: string) => (await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', address))?.person;
const feedbackRows = async () => (await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).feedback;
const flat = (sent: SentMail) => `${sent.subject} ${sent.text} ${sent.html}`.replace(/\s+/g, ' ');

describe('an answer to the acknowledgement proves the sender (E10)', () => {
  it('says how, comes from an address with a token, and the answer brings what was understood: one reply', async () => {
    const received = await test.ask(resume(ANA));
    expect(flat(received)).toMatch(/Was it you\? Answer this mail/);
    expect(received.from).toMatch(/^jobs\+x[0-9a-z]{42}@shortlist\.localhost$/);
    expect(flat(received)).not.toMatch(PERSONAL);
    const yes = answerTo(received, ANA, 'yes');
    const answer = await test.ask(yes);
    expect(answer.text).toContain('Tarnside');
    expect(answer.text).toMatch(/Roundhay Apps|Airedale Banking|Kirkstall Cloud/);
    expect((await test.outbox()).length).toBe(2);
    expect(await person('ana.prado@example.com')).toMatchObject({ digest: 'on', ownCandidateId: expect.any(String) });
  });

  it('asks the owner about a newer file of theirs only then, and the answer to that question proves itself (F1.6)', async () => {
    await test.deliver(answerTo(await test.ask(resume(ANA)), ANA, 'yes'));
    const questions = async () =>
      (await test.outbox()).filter((mail) => mail.text.includes('Somebody sent a newer resume of yours'));
    const received = await test.ask(resume(RITA, ANA_RESUME.replaceAll('Backend Developer', 'Staff Engineer')));
    expect(await questions()).toEqual([]);
    await test.deliver(answerTo(received, RITA, 'yes'));
    const [question, ...more] = await questions();
    if (!question || more.length > 0) throw expect.unreachable('not one question');
    expect(flat(await test.ask(answerTo(question, ANA, 'yes')))).toContain('is your current resume now');
  });

  it('goes on: the answer has a token of its own, so a reaction counts, once, and its confirmation can be answered', async () => {
    const answer = await test.ask(answerTo(await test.ask(resume(ANA)), ANA, 'yes'));
    const noted = await test.ask(answerTo(answer, ANA, '1👍'));
    expect(flat(noted)).toMatch(/Noted for number 1/);
    expect(await feedbackRows()).toBe(1);
    expect(flat(await test.ask(answerTo(answer, ANA, '2👎')))).not.toMatch(/Noted|number 2/);
    expect(await feedbackRows()).toBe(1);
    expect(flat(await test.ask(answerTo(noted, ANA, '2👎')))).toMatch(/Noted for number 2/);
    expect(await feedbackRows()).toBe(2);
  });

  it('runs the command that stands in the answer, and gives the role of the settings', async () => {
    await test.deliver(resume(ANA));
    const received = await ask(RITA, 'candidates');
    expect(flat(received)).not.toMatch(/no candidates|have sent/i);
    expect((await person('rita@talent.example.com'))?.role).toBe('recruiter');
    expect(flat(await test.ask(answerTo(received, RITA, 'digest time 05:00')))).toMatch(/05:00/);
    expect((await person('rita@talent.example.com'))?.digestTime).toBe('05:00');
  });

  it('keeps the numbers of a reaction that was not believed, for the answer that is', async () => {
    const answer = await test.ask(answerTo(await test.ask(resume(ANA)), ANA, 'yes'));
    const received = await test.ask(answerTo(answer, ANA, '1👍', INBOX));
    expect(flat(received)).toMatch(/Was it you/);
    expect(await feedbackRows()).toBe(0);
    expect(flat(await test.ask(answerTo(received, ANA, '1👍')))).toMatch(/Noted for number 1/);
  });

  it('grants nothing to somebody who says that it was not them, and leaves them in peace', async () => {
    const received = await test.ask(resume(ANA));
    const no = answerTo(received, ANA, 'No, I did not send this.');
    await test.deliver(no);
    expect(await test.answersTo(no)).toEqual([]);
    expect((await person('ana.prado@example.com'))?.ownCandidateId).toBeUndefined();
    expect(flat(await ask(ANA, 'profile'))).not.toMatch(PERSONAL);
  });
});

describe('a token proves nothing (E10)', () => {
  const used = async (mail: DemoMail) => {
    await test.deliver(mail);
    const ana = await person('ana.prado@example.com');
    for (const sent of await test.outbox()) expect(flat(sent)).not.toMatch(PERSONAL);
    expect(ana?.ownCandidateId).toBeUndefined();
    expect(ana?.digest).toBe('unset');
  };

  it('to anybody but the address that it was made for', async () => {
    const received = await test.ask(resume(ANA));
    await used(answerTo(received, MALLORY, 'profile'));
    await used(answerTo(received, 'Ana Prado <ana.prado@example.org>', 'yes'));
    await used(answerTo(received, 'ana.prado@example.com.example.net', 'me'));
  });

  it('when it is changed, cut or put together from two', async () => {
    const received = await test.ask(resume(ANA));
    const other = await ask(MALLORY, 'help');
    const [, mine = ''] = /\+x(\w{42})@/.exec(received.from) ?? [];
    const [, theirs = ''] = /\+x(\w{42})@/.exec(other.from) ?? [];
    const flipped = mine.replace(/^./, mine.startsWith('0') ? '1' : '0');
    for (const token of [
      flipped,
      mine.slice(0, 41),
      `${mine}0`,
      mine.slice(0, 26) + theirs.slice(26),
      theirs,
      mine.split('').reverse().join(''),
    ])
      await used(answerTo(received, ANA, 'yes', `jobs+x${token}@shortlist.localhost`));
  });

  it('after two weeks', async () => {
    const received = await test.ask(resume(ANA));
    test.clock.advanceTo(new Date(START.getTime() + 15 * 86_400_000));
    await used(answerTo(received, ANA, 'yes'));
  });

  it('to a vacation notice, which does not use it up either', async () => {
    const received = await test.ask(resume(ANA));
    const away = answerTo(received, ANA, 'I am away');
    await used({ ...away, raw: `Auto-Submitted: auto-replied\r\n${away.raw}` });
    expect((await test.ask(answerTo(received, ANA, 'yes'))).text).toContain('Tarnside');
  });

  it('a second time: neither the same bytes, nor other words, nor at the same instant', async () => {
    const received = await ask(ANA, 'help');
    const mails = ['digest weekly fri', 'digest time 05:00', 'digest time 06:00'].map((line) => answerTo(received, ANA, line));
    await Promise.all(mails.map((mail) => test.deliver(mail)));
    const answered = (await Promise.all(mails.map((mail) => test.answersTo(mail)))).flat().map(flat);
    expect(answered.filter((text) => /Was it you/.test(text))).toHaveLength(2);
    const before = await person('ana.prado@example.com');
    for (const mail of mails) await test.deliver(mail);
    await test.deliver(answerTo(received, ANA, 'digest time 04:00'));
    expect(await person('ana.prado@example.com')).toEqual(before);
  });
});

describe('an acknowledgement (A12, E14)', () => {
  it('is to the letter the same for somebody we know and for somebody we do not', async () => {
    await test.close();
    await start('authserv:mx.example.net');
    const known = resume(ANA);
    await test.deliver({
      ...known,
      raw: `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${known.raw}`,
    });
    expect((await person('ana.prado@example.com'))?.digest).toBe('on');
    for (const line of ['profile', 'hello there', 'digest off', 'me']) {
      const [one, two] = [await ask(ANA, line), await ask(MALLORY, line)];
      const words = (sent: SentMail) => sent.text.replaceAll(sent.from, 'jobs');
      expect(words(one)).toBe(words(two));
      expect(words(one)).not.toMatch(PERSONAL);
    }
    const [one, two] = [await test.ask(resume(ANA)), await test.ask(resume(MALLORY))];
    expect(one.text).toBe(two.text);
  });
});
