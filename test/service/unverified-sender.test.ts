import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile, reactionMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const viewer = serviceViewer(DEFAULT_WORKSPACE);
let test: TestService;
const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const resume = (from: string) =>
  mailWithFile(envelope(from, 'My resume'), 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
const start = async (trust: string) => {
  test = await runTestService({ MAIL_TRUST: trust });
  await importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
};
afterEach(() => test.close());

describe('a sender who is not verified (E10, E14)', () => {
  beforeEach(() => start('verify'));

  it('gets only the plain acknowledgement: nothing of the resume, no matches', async () => {
    const answer = await test.ask(resume(ANA));
    expect(answer.text).toMatch(/1 file\s+arrived/);
    for (const word of ['Ana Prado', 'Tarnside', 'Python', 'Roundhay', 'of 100', 'match r'])
      expect(`${answer.subject} ${answer.text} ${answer.html}`.replaceAll('ana.prado@example.com', '')).not.toContain(word);
    expect((await stats(test.service.store, viewer)).candidates).toBe(1);
  });

  it('commands nothing: no setting changes, no list comes, no role is given', async () => {
    await test.deliver(resume(ANA));
    for (const line of ['profile', 'match', 'digest off', 'digest time 05:00', 'stop', 'me']) {
      const text = (await test.ask(textMail(envelope(ANA, line), ''))).text;
      expect(text, line).not.toMatch(/Tarnside|Roundhay|05:00|Python/);
    }
    expect((await test.ask(textMail(envelope(RITA, 'candidates'), ''))).text).not.toContain('Ana Prado');
    const ana = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com');
    expect(ana?.person).toMatchObject({ digest: 'unset', digestTime: '07:30', role: 'candidate' });
    expect(ana?.person.ownCandidateId).toBeUndefined();
    expect(ana?.identity.verified).toBe(false);
  });
});

describe('behind a mail server that says who proved their address', () => {
  beforeEach(() => start('authserv:mx.example.net'));
  const proven = (mail: { id: string; raw: string }) => ({
    ...mail,
    raw: `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${mail.raw}`,
  });

  it('a forged command, reply or reaction in the name of somebody proven changes nothing (E10, O11)', async () => {
    const answer = await test.ask(proven(resume(ANA)));
    expect(answer.text).toContain('Tarnside');
    await test.deliver(textMail(envelope(ANA, 'digest off'), ''));
    await test.deliver(textMail(envelope(ANA, 'Re: x', answer.messageId), '1👎'));
    await test.deliver(reactionMail(envelope(ANA, 'Re: x', answer.messageId), '👎'));
    const ana = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com');
    expect(ana?.person.digest).toBe('on');
    expect((await stats(test.service.store, viewer)).feedback).toBe(0);
    await test.deliver(proven(textMail(envelope(ANA, 'Re: x', answer.messageId), '1👎')));
    expect((await stats(test.service.store, viewer)).feedback).toBe(1);
  });

  it('what was forged in somebody’s name shows them and the forger nothing of each other (A12)', async () => {
    await test.deliver(proven(resume(ANA)));
    const forged = await test.ask(resume(ANA));
    expect(forged.text).not.toMatch(/Tarnside|read this very file|before/);
    const profile = (await test.ask(proven(textMail(envelope(ANA, 'profile'), '')))).text;
    expect(profile).toContain('Tarnside');
  });
});
