import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, gmailReaction, mailWithFile, reactionMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listPostings } from '../../src/store/postings.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, NURSE_RESUME, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const MALLORY = 'Mallory Quist <mallory@example.net>';
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
  await importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
});
afterEach(() => test.close());

const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const resume = (from: string, name: string, content: string): DemoMail =>
  mailWithFile(envelope(from, 'My resume'), 'see attached', {
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const ask = (from: string, command: string) => test.ask(textMail(envelope(from, command), ''));
const feedbackRows = async () => (await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).feedback;
/** Titles of the numbered items, in order, with their scores. */
const listed = (text: string) =>
  [...text.matchAll(/^ *\d+\. (.+)\n(?:(?! *\d+\. ).*\n)*? *Score (\S+) of 100/gm)].map(([, title, score]) => ({ title, score }));

describe('reactions by mail (O11)', () => {
  it('takes a plain emoji reply, names the match and how to undo, and moves the order but never a score', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    const before = (await ask(ANA, 'match')).text;
    const confirmation = (
      await test.ask(textMail(envelope(ANA, `Re: ${answer.subject}`, answer.messageId), '1👎\r\n\r\n> quoted'))
    ).text.replace(/\s+/g, ' ');
    expect(confirmation).toMatch(/number 1/);
    expect(confirmation).toMatch(/1 undo/);
    expect(await feedbackRows()).toBe(1);
    const after = (await ask(ANA, 'match')).text;
    const first = listed(before)[0];
    expect(listed(before), before).toHaveLength(3);
    expect(listed(after).map((one) => one.title)).not.toEqual(listed(before).map((one) => one.title));
    expect(listed(after).at(-1)).toEqual(first);
    expect(new Set(listed(after).map((one) => `${one.title} ${one.score}`))).toEqual(
      new Set(listed(before).map((one) => `${one.title} ${one.score}`)),
    );
  });

  it('undo brings the old order back', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    const before = (await ask(ANA, 'match')).text;
    await test.deliver(textMail(envelope(ANA, 'Re: x', answer.messageId), '1👎'));
    const undone = await test.ask(textMail(envelope(ANA, 'Re: x', answer.messageId), '1 undo'));
    expect(undone.text).toMatch(/Taken back/);
    expect(listed(before)).toHaveLength(3);
    expect(listed((await ask(ANA, 'match')).text)).toEqual(listed(before));
  });

  it('takes an RFC 9078 reaction and a Gmail reaction for number 1', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    expect((await test.ask(reactionMail(envelope(ANA, 'Re: x', answer.messageId), '👍'))).text).toMatch(/number 1.*interested/s);
    expect((await test.ask(gmailReaction(envelope(ANA, 'Re: x', answer.messageId), '🔖'))).text).toMatch(/number 1.*saved/s);
    expect(await feedbackRows()).toBe(2);
  });

  it('takes a reaction only from the recipient: anybody else who quotes our message changes nothing', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    await test.deliver(reactionMail(envelope(MALLORY, 'Re: x', answer.messageId), '👎'));
    await test.deliver(textMail(envelope(MALLORY, 'Re: x', answer.messageId), '1👎'));
    await test.deliver(reactionMail(envelope(ANA, 'Re: x', '<somebody-elses@example.net>'), '👎'));
    expect(await feedbackRows()).toBe(0);
  });

  it('asks which match is meant when the number does not exist', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    const reply = (await test.ask(textMail(envelope(ANA, 'Re: x', answer.messageId), '9👍'))).text;
    expect(reply).toMatch(/has no number 9/);
    expect(await feedbackRows()).toBe(0);
  });

  it('counts a redelivered reaction once', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    const mail = textMail(envelope(ANA, 'Re: x', answer.messageId), '👍');
    await test.deliver(mail);
    await test.deliver(mail);
    expect(await feedbackRows()).toBe(1);
    expect(await test.answersTo(mail)).toHaveLength(1);
  });
});

describe('commands by mail', () => {
  it('why shows the evidence lines of the match listed as number 1', async () => {
    await test.deliver(resume(ANA, 'cv.txt', ANA_RESUME));
    const why = (await ask(ANA, 'why 1')).text;
    expect(why).toMatch(/of 100/);
    expect(why).toMatch(/Python/);
    expect(why).toMatch(/REST APIs in Python and Django|Kubernetes/);
  });

  it('a recruiter gets the shortlist of a posting from the resumes they sent, and nobody else does', async () => {
    await test.deliver(resume(RITA, 'ana.txt', ANA_RESUME));
    await test.deliver(resume(RITA, 'beatriz.txt', NURSE_RESUME));
    const [posting] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: ['nurse'] });
    const shortlist = (await ask(RITA, `shortlist ${posting?.code}`)).text;
    expect(shortlist).toContain('Beatriz Lund');
    expect(shortlist).not.toContain('Ana Prado');
    expect((await ask(MALLORY, `shortlist ${posting?.code}`)).text).not.toContain('Beatriz');
  });

  it('me claims a resume that carries another address, and matches follow', async () => {
    const answer = (await test.ask(resume(MALLORY, 'ana.txt', ANA_RESUME))).text;
    expect(answer).toMatch(/Is this you\?/);
    expect(answer).not.toMatch(/Roundhay Apps/);
    const claimed = (await ask(MALLORY, 'me')).text;
    expect(claimed).toMatch(/kept as your own/);
    expect(claimed).toMatch(/Roundhay Apps|Airedale Banking|Kirkstall Cloud/);
  });

  it('digest settings are changed, shown, and wrong ones explained', async () => {
    await test.deliver(resume(ANA, 'cv.txt', ANA_RESUME));
    expect((await ask(ANA, 'digest zone europe/berlin')).text).toMatch(/Europe\/Berlin/);
    expect((await ask(ANA, 'digest time 8:15')).text).toMatch(/08:15/);
    expect((await ask(ANA, 'digest zone Mars/Olympus')).text).toMatch(/no time zone that I know/);
    expect((await ask(ANA, 'stop')).text).toMatch(/no daily digest/i);
  });
});

describe('the daily digest', () => {
  const digests = async () => (await test.outbox()).filter((mail) => mail.inReplyTo.length === 0);
  const at = async (instant: string) => {
    test.clock.advanceTo(new Date(instant));
    await test.service.tick();
    await test.service.worker.idle();
  };

  const importNew = (...postings: Parameters<typeof feedOf>[0]) =>
    importFeed(test.service, {
      workspace: DEFAULT_WORKSPACE,
      feed: 'overnight',
      source: (async function* () {
        yield new TextEncoder().encode(feedOf(postings));
      })(),
    });
  const [first] = POSTINGS;
  if (!first) throw new Error('no postings');
  const NEW = { ...first, externalId: 'N1', company: 'Wharfe Systems', url: 'https://jobs.example.com/N1' };

  it('comes at the next local 07:30, once, with what is new since the answer, and stays quiet when nothing is', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    expect(answer.text).toMatch(/Roundhay Apps/);
    await at('2026-11-10T23:00:00Z');
    await importNew(NEW);
    expect(await digests()).toHaveLength(0);
    await at('2026-11-11T07:30:10Z');
    const [digest] = await digests();
    expect(digest?.text).toMatch(/Wharfe Systems/);
    expect(digest?.text, 'what the answer listed is not said again').not.toMatch(
      /Roundhay Apps|Airedale Banking|Kirkstall Cloud/,
    );
    expect(digest?.text).toMatch(/answer "stop"/);
    await at('2026-11-11T18:00:00Z');
    await at('2026-11-12T07:30:10Z');
    expect(await digests(), 'nothing new, so nothing is sent and nothing is shown twice').toHaveLength(1);
  });

  it('is quiet when there is nothing but what the answer listed', async () => {
    await test.deliver(resume(ANA, 'cv.txt', ANA_RESUME));
    await at('2026-11-11T07:30:10Z');
    expect(await digests()).toHaveLength(0);
  });

  it('does not come when it is off, and digest now is a reply', async () => {
    await test.deliver(resume(ANA, 'cv.txt', ANA_RESUME));
    await ask(ANA, 'digest off');
    await importNew(NEW);
    await at('2026-11-11T08:00:00Z');
    expect(await digests()).toHaveLength(0);
    expect((await ask(ANA, 'digest now')).text).toMatch(/Wharfe Systems/);
    expect((await ask(ANA, 'digest now')).text).toMatch(/Nothing new for you now/);
  });
});
