/** Digests over mail, from the setting to the archive (F7.1, F7.4). */
import { afterEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { findByAddress } from '../../src/store/people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
afterEach(() => test.close());

const [first] = POSTINGS;
if (!first) throw new Error('no postings');
const newJob = (id: string, company: string) => ({ ...first, externalId: id, company, url: `https://jobs.example.com/${id}` });
const importJobs = (feed: string, postings: Parameters<typeof feedOf>[0]) =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed,
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(postings));
    })(),
  });
const envelope = (subject: string, inReplyTo?: string) => ({ from: ANA, to: INBOX, subject, date: START, inReplyTo });
const resume: () => DemoMail = () =>
  mailWithFile(envelope('My resume'), 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
const ask = async (line: string) => (await test.ask(textMail(envelope(line), ''))).text.replace(/\s+/g, ' ');
const setting = async () =>
  (await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com'))?.person;
const digests = async () => (await test.outbox()).filter((mail) => mail.inReplyTo.length === 0);
const at = async (instant: string) => {
  test.clock.advanceTo(new Date(instant));
  await test.service.tick();
  await test.service.worker.idle();
};

async function start(environment: Record<string, string> = {}): Promise<void> {
  test = await runTestService(environment);
  await importJobs('board', POSTINGS);
}

describe('the digest by mail', () => {
  it('is on from the first own resume, and the reply says when it comes and how to stop it (F7.1)', async () => {
    await start();
    const answer = (await test.ask(resume())).text.replace(/\s+/g, ' ');
    expect(answer).toMatch(/07:30/);
    expect(answer).toMatch(/"digest off" stops it/);
    expect(await setting()).toMatchObject({ digest: 'on' });
  });

  it('each setting is answered with what holds now, the next one and the way back, and holds', async () => {
    await start();
    await test.deliver(resume());
    expect(await ask('digest zone berlin')).toMatch(
      /Europe\/Berlin\) \(it is 15:05 there now\).*Next: Wed 11 Nov, 07:30.*digest zone UTC takes this back/,
    );
    expect(await ask('digest time 7.45am')).toMatch(/07:45 \(Europe\/Berlin\).*digest time 07:30 takes this back/);
    expect(await ask('digest weekly fri')).toMatch(/every Friday.*Next: Fri 13 Nov, 07:45.*digest daily takes this back/);
    expect(await ask('digest pause until 2026-11-20')).toMatch(
      /paused until Fri 20 Nov, 00:00.*Next: Fri 20 Nov, 07:45.*digest resume takes/,
    );
    expect(await ask('digest resume')).toMatch(/Done\..*Next: Fri 13 Nov, 07:45/);
    expect(await ask('digest zone Dallas')).toMatch(/several|may mean one of.*America\/Chicago/);
    expect(await setting()).toMatchObject({ timeZone: 'Europe/Berlin', digestTime: '07:45', digestWeekday: 'fri', digest: 'on' });
    await importJobs('overnight', [newJob('N1', 'Wharfe Systems')]);
    await at('2026-11-12T06:46:00Z');
    expect(await digests()).toHaveLength(0);
    await at('2026-11-13T06:46:00Z');
    expect(await digests()).toHaveLength(1);
    expect((await digests())[0]?.text.replace(/\s+/g, ' ')).toMatch(
      /your digest is on: every Friday at 07:45 \(Europe\/Berlin\)/,
    );
  });

  it('a reply of one word to a digest stops it, in several languages, and start brings it back', async () => {
    await start();
    await test.deliver(resume());
    await importJobs('overnight', [newJob('N1', 'Wharfe Systems')]);
    await at('2026-11-11T07:31:00Z');
    const [digest] = await digests();
    const stopped = await test.ask(textMail(envelope(`Re: ${digest?.subject}`, digest?.messageId), 'Abmelden\r\n'));
    expect(stopped.text).toMatch(/Your digest is off/);
    expect(stopped.text).toMatch(/digest on +takes this back/);
    expect(await setting()).toMatchObject({ digest: 'off' });
    await importJobs('later', [newJob('N2', 'Swale Logic')]);
    await test.service.worker.idle();
    await at('2026-11-12T07:31:00Z');
    expect(await digests()).toHaveLength(1);
    expect(await ask('start')).toMatch(/Your digest is on/);
    await at('2026-11-13T07:31:00Z');
    expect((await digests()).at(-1)?.text).toMatch(/Swale Logic/);
    // The unsubscribe address of a mail program sends the word as its subject.
    expect(await ask('unsubscribe')).toMatch(/Your digest is off/);
  });

  it('the archive says what was sent and what became of it, and shows a digest as it was (F7.4)', async () => {
    await start();
    await test.deliver(resume());
    expect(await ask('digest archive')).toMatch(/There was no digest yet/);
    await importJobs('overnight', [newJob('N1', 'Wharfe Systems')]);
    await at('2026-11-11T07:31:00Z');
    await at('2026-11-12T07:31:00Z');
    const archive = await ask('digest archive');
    expect(archive).toMatch(/2026-11-12: nothing was new, so nothing was sent/);
    expect(archive).toMatch(/2026-11-11: 1 match, sent \(Wed 11 Nov, 07:31\)/);
    const old = await test.ask(textMail(envelope('digest show 2026-11-11'), ''));
    expect(old.text).toMatch(/Wharfe Systems/);
    expect(old.text.replace(/\s+/g, ' ')).toMatch(/the digest of 2026-11-11 as it was then: sent/);
    const reaction = await test.ask(textMail(envelope('Re: x', old.messageId), '1👍'));
    expect(reaction.text, 'its numbers mean the same matches again').toMatch(/Backend Developer/);
    expect(await ask('digest show 2026-11-12')).toMatch(/Nothing was new on 2026-11-12/);
    expect(await ask('digest show 2026-10-01')).toMatch(/There is no digest of 2026-10-01/);
  });

  it('down at its time: sent once, late, on the same local date (O5)', async () => {
    await start();
    await test.deliver(resume());
    await importJobs('overnight', [newJob('N1', 'Wharfe Systems')]);
    await test.service.worker.idle();
    await at('2026-11-11T19:12:00Z');
    await at('2026-11-11T19:13:00Z');
    expect(await digests()).toHaveLength(1);
    await importJobs('later', [newJob('N2', 'Swale Logic')]);
    await test.service.worker.idle();
    await at('2026-11-12T07:31:00Z');
    expect(await digests()).toHaveLength(2);
  });
});

describe('a sender who is not verified', () => {
  it('gets no digest by sending a resume, and "stop" is answered with the ways that prove themselves and changes nothing (E10)', async () => {
    await start({ MAIL_TRUST: 'verify' });
    await test.deliver(resume());
    expect(await setting()).toMatchObject({ digest: 'unset' });
    for (const word of ['stop', 'Unsubscribe'])
      expect(await ask(word)).toMatch(/I have changed nothing\. To stop the digest, use the unsubscribe button/);
    expect(await ask('digest time 05:00')).not.toMatch(/unsubscribe button/);
    expect(await setting()).toMatchObject({ digest: 'unset', digestTime: '07:30' });
  });
});
