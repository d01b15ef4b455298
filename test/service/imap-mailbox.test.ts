import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, reactionMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { QUICK } from '../bots/email/imap-reading.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type ScriptedImap, startScriptedImap } from '../servers/scripted-imap.ts';
import { ANA, ANA_RESUME, INVOICE_TEXT, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const viewer = serviceViewer(DEFAULT_WORKSPACE);
const OTTO = 'Otto Brandl <otto.brandl@example.org>';

let server: ScriptedImap;
let test: TestService;

const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const file = (name: string, bytes: Uint8Array | string, type = 'text/plain') => ({ name, type, bytes: Buffer.from(bytes) });
const withField = (mail: DemoMail, line: string): DemoMail => ({ ...mail, raw: `${line}\r\n${mail.raw}` });
const resume = (from = ANA, text = ANA_RESUME) => mailWithFile(envelope(from, 'My resume'), 'see attached', file('cv.txt', text));

const start = async (after: 'flag' | 'move' | 'leave', environment: Record<string, string> = {}) => {
  const url = `imap://jobs:pw@127.0.0.1:${server.port}`;
  test = await runTestService(
    { IMAP_URL: url, IMAP_AFTER: after, MAIL_TRUST: 'local', SMTP_LISTEN: 'off', ...environment },
    { imapTimings: { ...QUICK, poll: 200 } },
  );
  await poll(async () => test.service.mailbox()?.connected === true);
};
async function poll(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** Until no mail is left there. A mark that meets a connection that just ended is tried again after a while, which is not waited for. */
const emptied = () =>
  poll(async () => {
    test.clock.advanceTo(new Date(test.clock.now().getTime() + 1_000));
    test.service.worker.wake();
    return server.mailbox.inbox().mails.length === 0;
  });
/** Until the answer to that mail is out and its mail is marked. */
const answered = async (mail: DemoMail) => {
  await poll(async () => (await test.answersTo(mail)).length > 0);
  await test.service.worker.idle();
};
const flagsOf = (mail: DemoMail) => [
  ...(server.mailbox.inbox().mails.find((one) => one.raw.includes(mail.id))?.flags ?? ['gone']),
];
const subjectsIn = (folder: string) =>
  (server.mailbox.folders.get(folder)?.mails ?? []).map((mail) => /^Subject: (.*)\r$/m.exec(mail.raw.toString())?.[1]);
const files = async (): Promise<string[]> =>
  (await readdir(path.join(test.folder, 'blobs'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

beforeEach(async () => {
  server = await startScriptedImap();
});
afterEach(async () => {
  await test.close();
  await server.close();
});

describe('a mailbox that people share (IMAP_AFTER=flag)', () => {
  it('E6: a resume is taken in, answered once and flagged, unread', async () => {
    await start('flag');
    const mail = resume();
    server.deliver(mail.raw);
    await answered(mail);
    expect((await test.answersTo(mail)).length).toBe(1);
    expect((await listCandidates(test.service.store, viewer, {})).map((one) => one.email)).toEqual(['ana.prado@example.com']);
    expect(flagsOf(mail)).toEqual(['$Shortlist']);
  });

  it('E6, E13, A7: what is not for the service leaves no row, no person, no file, no answer and no mark', async () => {
    await start('flag');
    const invoice = mailWithFile(envelope(OTTO, 'Invoice 2041'), 'Please pay.', file('invoice.txt', INVOICE_TEXT));
    const picture = mailWithFile(envelope(OTTO, 'Lunch'), 'Look!', file('lunch.png', Buffer.alloc(60_000, 7), 'image/png'));
    const list = withField(
      mailWithFile(envelope(OTTO, 'Weekly news'), 'Hi', file('news.txt', INVOICE_TEXT)),
      'List-Id: <news.example.org>',
    );
    const mails = [
      invoice,
      picture,
      list,
      textMail(envelope(OTTO, 'Jobs'), 'jobs\n\nI think our page about jobs has a typo, can you look?'),
      textMail(envelope(OTTO, 'Meeting'), 'Shall we meet at ten?'),
      withField(textMail(envelope(OTTO, 'Out of office'), 'help'), 'Auto-Submitted: auto-replied'),
    ];
    for (const mail of mails) server.deliver(mail.raw);
    // Mails are taken in their order: when this one is answered, all before it were looked at.
    const last = resume();
    server.deliver(last.raw);
    await answered(last);
    const { submissions, attachments } = await stats(test.service.store, viewer);
    expect([submissions.resume, submissions.other, submissions.command]).toEqual([1, 0, 0]);
    expect(attachments.resume + attachments['not-resume'] + attachments.failed + attachments.ignored).toBe(1);
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'otto.brandl@example.org')).toBeUndefined();
    // The resume and the mail that brought it.
    expect((await files()).length).toBe(2);
    expect((await test.outbox()).length).toBe(1);
    for (const mail of mails) expect(flagsOf(mail)).toEqual([]);
  });

  it('E13: exact commands and replies to our messages are answered, automatic replies to them are not', async () => {
    await start('flag');
    const first = resume();
    server.deliver(first.raw);
    await answered(first);
    const ours = (await test.answersTo(first))[0]?.messageId ?? '';
    const away = withField(textMail(envelope(ANA, 'Away', ours), 'I am away.'), 'Auto-Submitted: auto-replied');
    const reply = textMail(envelope(ANA, 'Re: My resume', ours), 'What about the salary of these?');
    const command = textMail(envelope(RITA, 'help'), '');
    for (const mail of [away, reply, command]) server.deliver(mail.raw);
    await answered(reply);
    await answered(command);
    expect(await test.answersTo(away)).toEqual([]);
    expect([flagsOf(away), flagsOf(reply), flagsOf(command)]).toEqual([[], ['$Shortlist'], ['$Shortlist']]);
  });

  it('E6, E9: a job ad in automatic mail, and a reaction to a message that went to somebody else, are left alone', async () => {
    await start('flag');
    const first = resume();
    server.deliver(first.raw);
    await answered(first);
    const ours = (await test.answersTo(first))[0]?.messageId ?? '';
    const before = await stats(test.service.store, viewer);
    const ad = withField(textMail(envelope(RITA, 'Fwd: jobs post'), 'Welder\nLeeds'), 'List-Id: <team.example.com>');
    const reaction = reactionMail(envelope(OTTO, 'Re: My resume', ours), '👍');
    for (const mail of [ad, reaction]) server.deliver(mail.raw);
    const last = resume(OTTO, NURSE_RESUME);
    server.deliver(last.raw);
    await answered(last);
    await test.service.worker.idle();
    expect([ad, reaction].map(flagsOf)).toEqual([[], []]);
    const { submissions } = await stats(test.service.store, viewer);
    expect([submissions.command, submissions.feedback]).toEqual([before.submissions.command, before.submissions.feedback]);
  });

  it('E13: a file that cannot be read is a resume when the words around it say so', async () => {
    await start('flag');
    const scan = (name: string, bytes: number) => file(name, Buffer.alloc(bytes, 7), 'image/png');
    const named = mailWithFile(envelope(OTTO, 'Hello'), 'Hi', scan('Lebenslauf_Otto.png', 5_000));
    const announced = mailWithFile(envelope(OTTO, 'Bewerbung als Schlosser'), 'Guten Tag', scan('scan1.png', 60_000));
    const logo = mailWithFile(envelope(OTTO, 'Re: your application for Smith'), 'Noted.', scan('image001.png', 5_000));
    for (const mail of [named, announced, logo]) server.deliver(mail.raw);
    const last = resume();
    server.deliver(last.raw);
    for (const mail of [named, announced, last]) await answered(mail);
    expect((await test.answersTo(logo)).length).toBe(0);
    expect([named, announced, logo].map(flagsOf)).toEqual([['$Shortlist'], ['$Shortlist'], []]);
  });

  it('E9: a resume in automatic mail is taken in silently and flagged', async () => {
    await start('flag');
    const mail = withField(resume(), 'Precedence: bulk');
    server.deliver(mail.raw);
    await poll(async () => flagsOf(mail).includes('$Shortlist'));
    await test.service.worker.idle();
    expect((await listCandidates(test.service.store, viewer, {})).length).toBe(1);
    expect(await test.outbox()).toEqual([]);
  });

  it('E5: after a change of UIDVALIDITY nothing is answered twice', async () => {
    await start('flag');
    const mail = resume();
    server.deliver(mail.raw);
    await answered(mail);
    server.mailbox.renumber();
    for (const one of server.mailbox.inbox().mails) one.flags.clear();
    await server.die();
    await server.comeBack();
    const next = resume(OTTO, NURSE_RESUME);
    expect(server.mailbox.inbox().validity).toBe(1_700_000_002);
    server.mailbox.add(next.raw);
    await answered(next);
    expect((await test.answersTo(mail)).length).toBe(1);
    expect((await stats(test.service.store, viewer)).submissions.resume).toBe(2);
    // Its mark went with its old number.
    await poll(async () => flagsOf(mail).includes('$Shortlist'));
  });
});

describe('E11, E13: a mail over the limit', () => {
  it('gets one plain answer with the limit when it is about a resume, also from an unverified sender', async () => {
    await start('flag', { MAIL_TRUST: 'verify' });
    const mail = textMail(envelope(ANA, 'My CV'), 'x'.repeat(2_000));
    server.claimSize(1, 60_000_000);
    server.deliver(mail.raw);
    await answered(mail);
    const [answer, ...more] = await test.answersTo(mail);
    expect(answer?.text).toContain('up to 40 MB');
    expect(more).toEqual([]);
  });
});

describe('a mailbox of its own (IMAP_AFTER=move)', () => {
  it('E6: a copy is moved like the first one, whichever route that took, and answered no second time', async () => {
    await start('move', { SMTP_LISTEN: '127.0.0.1:0' });
    const byListener = resume();
    await test.deliver(byListener);
    const twice = resume(OTTO, NURSE_RESUME);
    for (const mail of [byListener, twice, twice]) server.deliver(mail.raw);
    await answered(twice);
    await emptied();
    expect(subjectsIn('Processed')?.length).toBe(3);
    for (const mail of [byListener, twice]) expect((await test.answersTo(mail)).length).toBe(1);
  });

  it('E6: a mailbox without room for what is done is tried for days, not until attempts are used up', async () => {
    await start('move');
    server.fault('UID MOVE', 'NO [OVERQUOTA] full', 20);
    const mail = resume();
    server.deliver(mail.raw);
    await answered(mail);
    const moves = () => server.commands.filter((line) => line.startsWith('UID MOVE')).length;
    for (let hour = 1; hour < 12; hour += 1) {
      test.clock.advanceTo(new Date(test.clock.now().getTime() + 3_600_000));
      await poll(async () => moves() > hour);
      await test.service.worker.idle();
    }
    expect((await stats(test.service.store, viewer)).tasks).toMatchObject({ waiting: 1, dead: 0 });
    test.clock.advanceTo(new Date(test.clock.now().getTime() + 4 * 24 * 3_600_000));
    await poll(async () => (await stats(test.service.store, viewer)).tasks.dead === 1);
  });

  it('E6, E13: everything from a person is answered, then moved to Processed or Failed', async () => {
    await start('move');
    const hello = textMail(envelope(OTTO, 'Hello'), 'Is anybody there?');
    const broken = mailWithFile(envelope(OTTO, 'My resume'), 'Hi', file('cv.png', Buffer.alloc(5_000, 7), 'image/png'));
    for (const mail of [hello, broken]) server.deliver(mail.raw);
    await answered(hello);
    await answered(broken);
    await emptied();
    expect([subjectsIn('Processed'), subjectsIn('Failed')]).toEqual([['Hello'], ['My resume']]);
  });
});

describe('a mailbox that is down or refuses', () => {
  it('the service starts all the same and the listener takes mail in', async () => {
    server.fault('LOGIN', 'NO [AUTHENTICATIONFAILED] wrong', 1_000);
    test = await runTestService(
      { IMAP_URL: `imap://jobs:pw@127.0.0.1:${server.port}`, SMTP_LISTEN: '127.0.0.1:0' },
      { imapTimings: QUICK },
    );
    expect((await test.ask(resume())).text).toContain('Ana Prado');
    await poll(async () => test.service.mailbox()?.lastError !== undefined);
    expect(test.service.mailbox()).toMatchObject({ connected: false, lastError: { reason: 'the login was refused' } });
  });
});
