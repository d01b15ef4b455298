import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { scopeOf } from '../../src/store/erasures.ts';
import { findByAddress } from '../../src/store/people.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import { stats } from '../../src/store/stats.ts';
import { termCounts } from '../../src/store/term-counts.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, feedOf, NURSE_RESUME, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';
import { searchBytes } from './search-bytes.ts';

checkForLeaks();
let test: TestService;
const viewer = serviceViewer(DEFAULT_WORKSPACE);
const MINUTE = 60_000;

/** Ten things that nobody may find afterwards; none of them stands in any other mail of these tests. */
const CANARIES = {
  name: 'Quillon Vantreight',
  email: 'quillon.vantreight@example.com',
  phone: '7700 900777',
  employer: 'Zephyrine Looms',
  street: 'Marrowgate Crescent',
  file: 'vantreight-curriculum',
  subject: 'Gossamer application',
  text: 'tangerine bicycle',
  token: 'q8x5token77zz',
  word: 'heliotropically',
};
const QUILLON = `${CANARIES.name} <${CANARIES.email}>`;
const RESUME = `${CANARIES.name}
Backend Developer
14 ${CANARIES.street}, Leeds, United Kingdom | ${CANARIES.email} | +44 ${CANARIES.phone}

EXPERIENCE
Backend Developer, ${CANARIES.employer} Ltd, Leeds (March 2021 - Present)
- Build REST APIs in Python and Django on PostgreSQL, ${CANARIES.word} arranged
- Run services on Docker and Kubernetes

EDUCATION
BSc Computer Science, Wharfedale University (2016 - 2019)

SKILLS
Python, Django, PostgreSQL, SQL, Docker, Kubernetes, REST APIs
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (from: string, subject: string, body = '', inReplyTo?: string) =>
  textMail({ from, to: INBOX, subject, date: START, inReplyTo }, body);
const resume = (from: string, content: string, subject = 'A resume', body = 'See attached.', name = 'cv.txt') =>
  mailWithFile({ from, to: INBOX, subject, date: START }, body, { name, type: 'text/plain', bytes: bytes(content) });
const own = (): DemoMail => {
  const mail = resume(
    QUILLON,
    RESUME,
    CANARIES.subject,
    `I ride a ${CANARIES.text}. My key is ${CANARIES.token}.`,
    `${CANARIES.file}.txt`,
  );
  return mail;
};
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield bytes(feedOf(POSTINGS));
    })(),
  });
const codeIn = (mail: { text: string }): string => /erase yes (\w{8})/.exec(mail.text.replace(/\s+/g, ' '))?.[1] ?? '';
async function eraseByMail(from: string): Promise<DemoMail> {
  const asked = await test.ask(text(from, 'erase'));
  const yes = text(from, `erase yes ${codeIn(asked)}`);
  await test.deliver(yes);
  return yes;
}
/** The confirmation is kept for a minute after it left. */
async function aMinuteLater(): Promise<void> {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + 2 * MINUTE));
  await test.service.tick();
  await test.service.worker.idle();
}
const canaries = Object.values(CANARIES);
const rowsOf = async () => ({
  stats: await stats(test.service.store, viewer),
  skills: await termCounts(test.service.store, viewer, 'skill'),
  companies: await termCounts(test.service.store, viewer, 'company'),
});

beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

describe('erase by mail (A8)', () => {
  it('asks once more, says what goes and what stays, and changes nothing before the yes', async () => {
    await test.deliver(own());
    const before = await rowsOf();
    const asked = await test.ask(text(QUILLON, 'erase'));
    const said = asked.text.replace(/\s+/g, ' ');
    expect(said).toMatch(/Nothing is erased yet/);
    expect(said).toMatch(/1 resume of yours/);
    expect(said).toMatch(/This stays/);
    expect(codeIn(asked)).toMatch(/^\w{8}$/);
    const after = await rowsOf();
    expect(after.stats.candidates).toBe(before.stats.candidates);
    for (const code of ['00000000', codeIn(asked).split('').reverse().join(''), '', 'x'.repeat(40)]) {
      await test.deliver(text(QUILLON, `erase yes ${code}`));
    }
    expect((await listCandidates(test.service.store, viewer)).map((one) => one.name)).toEqual([CANARIES.name]);
  });

  it('does not take the code of somebody else, nor one of the day before yesterday', async () => {
    await test.deliver(own());
    await test.deliver(resume(ANA, NURSE_RESUME.replaceAll('beatriz.lund@example.org', 'ana.prado@example.com')));
    const code = codeIn(await test.ask(text(QUILLON, 'erase')));
    const other = await test.ask(text(ANA, `erase yes ${code}`));
    expect(other.text).toMatch(/Nothing was erased/);
    test.clock.advanceTo(new Date(test.clock.now().getTime() + 26 * 60 * MINUTE));
    const late = await test.ask(text(QUILLON, `erase yes ${code}`));
    expect(late.text).toMatch(/Nothing was erased/);
    expect(await listCandidates(test.service.store, viewer)).toHaveLength(2);
  });

  it('leaves no byte of ten canaries in any file, while it runs and after a restart', async () => {
    await importJobs();
    // Somebody else's mails before, between and after: pages of the database are shared.
    await test.deliver(resume(ANA, NURSE_RESUME));
    const mail = own();
    await test.deliver(mail);
    await test.deliver(text(QUILLON, 'match'));
    await test.deliver(text(QUILLON, 'why 1'));
    await test.deliver(text(QUILLON, 'profile', CANARIES.text));
    const [answer] = await test.answersTo(mail);
    await test.deliver(text(QUILLON, 'Re: x', `1👍\n2: too far, ${CANARIES.text}`, answer?.messageId));
    await test.deliver(text(QUILLON, 'export'));
    // A recruiter sends the same person, in a mail of their own, and asks about them.
    await test.deliver(
      resume(RITA, `${RESUME}\n`, `About ${CANARIES.name}`, `This is ${CANARIES.name}.`, `${CANARIES.file}.txt`),
    );
    await test.deliver(text(RITA, `candidates ${CANARIES.name}`));
    await test.deliver(text(RITA, 'candidates'));
    await test.deliver(resume(ANA, NURSE_RESUME.replace('April 2018', 'May 2018')));
    expect((await searchBytes(test.folder, canaries)).length).toBeGreaterThan(20);

    const yes = await eraseByMail(QUILLON);
    const [confirmed, ...more] = await test.answersTo(yes);
    expect(more).toEqual([]);
    expect(confirmed?.text).toMatch(/erased/);
    // The confirmation itself has the address it goes to, until it has left.
    const isConfirmation = (_file: string, content: Buffer) => content.includes('Subject: Everything about you is erased');
    expect(
      await searchBytes(
        test.folder,
        canaries.filter((word) => word !== CANARIES.email),
        isConfirmation,
      ),
    ).toEqual([]);
    await aMinuteLater();
    expect(await searchBytes(test.folder, canaries)).toEqual([]);
    expect((await stats(test.service.store, viewer)).tasks).toEqual({ waiting: 0, running: 0, dead: 0 });
    const { folder } = test;
    await test.service.stop();
    expect(await searchBytes(folder, canaries)).toEqual([]);
    test = await runTestService();
  });

  it('leaves the counts of a service that never knew the person', async () => {
    await importJobs();
    const other = resume(RITA, NURSE_RESUME);
    await test.deliver(other);
    const before = await rowsOf();
    await test.deliver(own());
    await test.deliver(resume(RITA, `${RESUME}\n`));
    expect((await rowsOf()).stats.candidates).toBe(2);
    await eraseByMail(QUILLON);
    await aMinuteLater();
    const after = await rowsOf();
    expect(after.skills).toEqual(before.skills);
    expect(after.companies).toEqual(before.companies);
    const { submissions: messages, outbox, ...rest } = after.stats;
    const { submissions: messagesBefore, outbox: outboxBefore, ...restBefore } = before.stats;
    expect(rest).toEqual(restBefore);
    // The recruiter's own mail and its answer stay as what they were: a mail and an answer, without their words.
    expect(messages.resume).toBe(messagesBefore.resume + 1);
    expect(outbox.sent).toBe(outboxBefore.sent + 1);
  });

  it('begins anew with whoever writes again, and takes no erased mail in a second time', async () => {
    const first = own();
    await test.deliver(first);
    const before = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', CANARIES.email);
    await eraseByMail(QUILLON);
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', CANARIES.email)).toBeUndefined();
    await aMinuteLater();
    await test.deliver(first);
    expect(await listCandidates(test.service.store, viewer)).toEqual([]);
    expect(await test.answersTo(first)).toEqual([]);
    const again = await test.ask(own());
    expect(again.text.replace(/\s+/g, ' ')).toMatch(/This is an automated assistant/);
    const after = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', CANARIES.email);
    expect(after?.person.id).not.toBe(before?.person.id);
  });

  it('leaves what a recruiter sent to those who have it too, when the recruiter goes', async () => {
    await test.close();
    test = await runTestService({
      INBOX_READERS: 'ben@talent.example.com',
      RECRUITERS: 'rita@talent.example.com, ben@talent.example.com',
    });
    await test.deliver(resume(RITA, NURSE_RESUME));
    await eraseByMail(RITA);
    const ben = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ben@talent.example.com');
    const eyes = { workspace: DEFAULT_WORKSPACE, personId: ben?.person.id ?? '', role: 'recruiter' as const };
    expect((await listCandidates(test.service.store, eyes)).map((one) => one.name)).toEqual(['Beatriz Lund']);
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'rita@talent.example.com')).toBeUndefined();
  });

  it('takes what a recruiter sent when nobody else has it', async () => {
    await test.deliver(resume(RITA, NURSE_RESUME));
    await eraseByMail(RITA);
    await aMinuteLater();
    expect(await listCandidates(test.service.store, viewer)).toEqual([]);
    expect(await searchBytes(test.folder, ['Beatriz Lund', 'rita@talent', 'Ouse General'])).toEqual([]);
  });

  it('does not let a person erase somebody else by naming them: number and name are no proof, only the address is', async () => {
    await test.deliver(resume(RITA, RESUME));
    const forged = RESUME.replace(CANARIES.email, 'mallory@example.net').replace(CANARIES.word, 'plainly');
    const mallory = 'Mallory Pike <mallory@example.net>';
    await test.deliver(resume(mallory, forged));
    const before = (await searchBytes(test.folder, [CANARIES.word])).length;
    await test.deliver(text(mallory, 'export'));
    expect(await searchBytes(test.folder, [CANARIES.word])).toHaveLength(before);
    await eraseByMail(mallory);
    await aMinuteLater();
    const rita = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'rita@talent.example.com');
    const eyes = { workspace: DEFAULT_WORKSPACE, personId: rita?.person.id ?? '', role: 'recruiter' as const };
    expect((await listCandidates(test.service.store, eyes)).map((one) => one.email)).toEqual([CANARIES.email]);
    expect(await searchBytes(test.folder, ['mallory@example.net'])).toEqual([]);
  });

  it('takes no mail of somebody who is being erased just now: the sending server keeps it for a moment', async () => {
    await test.deliver(own());
    const { store } = test.service;
    const person = await findByAddress(store, DEFAULT_WORKSPACE, 'email', CANARIES.email);
    const personId = person?.person.id ?? '';
    const scope = await scopeOf(store, { workspace: DEFAULT_WORKSPACE, personId, whole: false });
    const { changes, tasks } = await startErasure(store, { workspace: DEFAULT_WORKSPACE, personId, scope, reply: null });
    await commit(store, { changes, tasks, messages: [] });
    const again = own();
    await expect(test.deliver(again)).rejects.toThrow(/4\d\d/);
    await aMinuteLater();
    await test.deliver(again);
    expect((await listCandidates(store, viewer)).map((one) => one.name)).toEqual([CANARIES.name]);
  });

  it('answers nobody twice: the yes gets the confirmation and nothing else', async () => {
    await test.deliver(own());
    const yes = await eraseByMail(QUILLON);
    await aMinuteLater();
    expect(await test.answersTo(yes)).toEqual([]);
    expect(await readdir(path.join(test.folder, 'outbox'))).toEqual([]);
  });
});
