/** F1.6: a newer file under a new address and number finds its person by what both files say; of an owner's it waits for their yes (A12). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer, type Viewer } from '../../src/domain/people.ts';
import { getCandidate, listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { currentResume, getResume } from '../../src/store/resumes.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService({ RECRUITERS: 'rita@talent.example.com,rudi@talent.example.com' });
});
afterEach(() => test.close());

const W = DEFAULT_WORKSPACE;
const RUDI = 'Rudi Voss <rudi@talent.example.com>';
const MALLORY = 'Ana Prado <mallory@example.net>';
const ADDRESS = 'ana.prado@example.com';
const OWN = `| ${ADDRESS} | +44 7700 900555`;
/** One job more, the last one ended, other skills. */
const NEWER = ANA_RESUME.replace(
  'EXPERIENCE\n',
  'EXPERIENCE\nStaff Engineer, Cragside Systems Ltd, Leeds (July 2026 - Present)\n- Lead the platform team\n',
)
  .replace('March 2021 - Present', 'March 2021 - June 2026')
  .replace('REST APIs\n\nLANG', 'REST APIs, Rust\n\nLANG');
const contact = (resume: string, words: string) => resume.replace(OWN, words);
const ELSEWHERE = contact(NEWER, '| prado@example.net | +44 7700 900777');

const resume = (from: string, content: string, name = 'cv.txt') =>
  mailWithFile({ from, to: INBOX, subject: 'A resume', date: START }, 'See attached.', {
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const text = (from: string, subject: string, inReplyTo?: string, body = '') =>
  textMail({ from, to: INBOX, subject, date: START, inReplyTo }, body);
const flat = (words: string) => words.replace(/\s+/g, ' ');
const all = () => listCandidates(test.service.store, serviceViewer(W));
const versions = async () => (await all()).map((one) => one.resumes.length).sort();
async function eyesOf(address: string): Promise<Viewer> {
  const found = await findByAddress(test.service.store, W, 'email', address);
  if (!found) throw new Error(`nobody at ${address}`);
  return { workspace: W, personId: found.person.id, role: found.person.role };
}
async function currentFor(address: string) {
  const viewer = await eyesOf(address);
  const [candidate] = await listCandidates(test.service.store, viewer);
  const current = candidate && (await currentResume(test.service.store, viewer, candidate.id));
  return current?.data.work[0]?.position;
}
/** What we wrote by ourselves. */
const unasked = async (): Promise<SentMail[]> => (await test.outbox()).filter((mail) => mail.inReplyTo.length === 0);
async function theQuestion(): Promise<SentMail> {
  const [only, ...more] = await unasked();
  if (!only || more.length > 0) throw new Error('not one question');
  return only;
}
const codeIn = (mail: SentMail): string => /accept (r[0-9a-z]{8})/.exec(mail.text)?.[1] ?? '';

describe('a newer file with another address and another number (F1.6)', () => {
  it('joins by the full name and the same years at the same employers, and the answer says why and what is new', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    const answer = flat((await test.ask(resume(RITA, ELSEWHERE))).text);
    expect(await versions()).toEqual([2]);
    expect(answer).toContain(
      'I take it for a newer resume of the same person: the same full name, the same years at Tarnside Software Ltd, Calder Data Ltd and the same degree at Wharfedale University.',
    );
    expect(answer).toContain(
      'New compared with the one of 10 Nov 2026: job: Staff Engineer at Cragside Systems Ltd (Jul 2026 – now); skill: Rust.',
    );
    expect(answer).toContain(
      'Changed: the end of Backend Developer at Tarnside Software Ltd (until Jun 2026), the email address and the phone number.',
    );
  });

  it('finds a person of many files by the name on the oldest of them', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    for (const year of [1, 2, 3, 4, 5])
      await test.deliver(resume(RITA, `${ANA_RESUME.replace(/Ana Prado/i, 'Ana Berg')}\nCourse ${year}`, `cv${year}.txt`));
    expect(await versions()).toEqual([6]);
    // Nothing but the name and the number agrees.
    const other =
      'Ana Prado\n+44 7700 900555\n\nEXPERIENCE\nBaker, Millstone Bakery, Hull (May 2015 - April 2017)\n- Bread and rolls\n\nEDUCATION\nNVQ Bakery, Hull College, 2015\n';
    await test.deliver(resume(RITA, other, 'cv6.txt'));
    expect(await versions()).toEqual([7]);
  });

  it('of somebody else with that name, the same school and the same first employer is another person', async () => {
    const namesake = ELSEWHERE.replace('Tarnside Software', 'Skell Insurance').replace('Cragside Systems', 'Nidd Water');
    await test.deliver(resume(RITA, ANA_RESUME));
    const answer = flat((await test.ask(resume(RITA, namesake))).text);
    expect(await versions()).toEqual([1, 1]);
    expect(answer).not.toContain('New compared with');
  });

  it('tells one recruiter nothing of what another one has (A12)', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    const answer = flat((await test.ask(resume(RUDI, ELSEWHERE))).text);
    expect(await versions()).toEqual([2]);
    expect(answer).not.toMatch(/New compared with|same person/);
  });

  it('does not join what a recruiter brought for whoever writes that name and those employers into a file of their own', async () => {
    const forged = contact(NEWER, '| mallory@example.net');
    const alone = flat((await test.ask(resume(MALLORY, forged))).text).replace(/[cjrms][0-9a-z]{8}/g, 'CODE');
    await test.close();
    test = await runTestService();
    await test.deliver(resume(RITA, ANA_RESUME));
    const answer = flat((await test.ask(resume(MALLORY, forged))).text).replace(/[cjrms][0-9a-z]{8}/g, 'CODE');
    expect(answer).toBe(alone);
    expect(await versions()).toEqual([1, 1]);
    const seen = await listCandidates(test.service.store, await eyesOf('mallory@example.net'));
    expect(seen.map((one) => one.email)).toEqual(['mallory@example.net']);
  });

  it('that a recruiter sends later does not come to whoever wrote that name before, also not with "me"', async () => {
    const forged = contact(NEWER, '');
    await test.deliver(resume(MALLORY, forged));
    await test.deliver(resume(RITA, contact(ANA_RESUME, `| ${ADDRESS}`)));
    await test.deliver(text(MALLORY, 'me'));
    expect(await versions()).toEqual([1, 1]);
    expect(await unasked()).toEqual([]);
  });

  it('under another name joins by the address where the careers agree: the name was misread, or has changed', async () => {
    await test.deliver(resume(ANA, ANA_RESUME.replaceAll('Ana Prado', 'Carla Quint')));
    const answer = flat((await test.ask(resume(ANA, NEWER))).text);
    expect(await versions()).toEqual([2]);
    expect(answer).toContain(
      'I take it for a newer resume of the same person, although the name is another one: the same email address or phone number, the same years at Tarnside Software Ltd, Calder Data Ltd',
    );
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
    const other =
      'Bruno Lang\nana.prado@example.com\n\nEXPERIENCE\nCook, Nidd Hotel, Leeds (May 2016 - Present)\n- Cooks for eighty guests a day\n';
    await test.deliver(
      resume(ANA, `${other}\nEDUCATION\nCertificate in Cookery, Wharfedale College (2015)\n\nSKILLS\nPastry, Grilling\n`),
    );
    expect(await versions()).toEqual([1, 2]);
  });

  it('finds the candidate by an address that was corrected, and by nobody’s word but theirs who may say it', async () => {
    const short = (words: string) => contact(ANA_RESUME, words).replace(/EXPERIENCE[\s\S]*EDUCATION/, 'EDUCATION');
    const answer = await test.ask(resume(RITA, ANA_RESUME));
    await test.ask(text(RITA, 'Re: A resume', answer.messageId, 'email=ana@prado.example'));
    await test.deliver(resume(RITA, short('| ana@prado.example')));
    expect(await versions()).toEqual([2]);
    const own = await test.ask(resume(ANA, ANA_RESUME.replaceAll('Ana Prado', 'Ana Sol Prado')));
    await test.ask(text(ANA, 'Re: A resume', own.messageId, 'email=not-hers@example.com'));
    await test.deliver(resume(RITA, short('| not-hers@example.com').replaceAll('Ana Prado', 'Ana Sol Prado')));
    expect(await versions()).toEqual([1, 1, 2]);
  });

  it('finds the candidate by a number that was corrected, and no more once that is taken back', async () => {
    const short = (words: string) => contact(ANA_RESUME, words).replace(/EXPERIENCE[\s\S]*EDUCATION/, 'EDUCATION');
    const answer = await test.ask(resume(RITA, contact(ANA_RESUME, '| +44 20 7946 0101')));
    await test.ask(text(RITA, 'Re: A resume', answer.messageId, 'phone=+44 20 7946 0555\nemail=ana@prado.example'));
    await test.deliver(resume(RITA, short('| +44 20 7946 0555')));
    expect(await versions()).toEqual([2]);
    await test.ask(text(RITA, 'Re: A resume', answer.messageId, 'undo'));
    await test.deliver(resume(RITA, short('| ana@prado.example')));
    expect(await versions()).toEqual([1, 2]);
    // The newer file itself says the number.
    await test.deliver(resume(RITA, contact(NEWER, '| +44 20 7946 0555')));
    expect(await versions()).toEqual([1, 3]);
  });

  it('is the owner’s by their own hand, and never by a recruiter’s', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, contact(NEWER, '| prado@example.net')));
    expect(await versions()).toEqual([1, 1]);
    const answer = flat((await test.ask(resume(ANA, contact(NEWER, '| prado@example.org')))).text);
    expect(await versions()).toEqual([1, 2]);
    expect(answer).toContain('New compared with the one of 10 Nov 2026');
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
  });
});

describe('a newer file of an owner’s candidate that somebody else sent (F1.6)', () => {
  it('is asked about once, says nothing of who sent it, and changes nothing before the yes; of more a day it is listed', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, NEWER, 'ana 2026.txt'));
    const question = await theQuestion();
    const code = codeIn(question);
    expect(flat(question.text)).toContain('Somebody sent a newer resume of yours: "ana 2026.txt", on 10 Nov 2026.');
    expect(flat(question.text)).toContain('Staff Engineer at Cragside Systems Ltd');
    expect(question.text).not.toMatch(/rita|okonjo|talent/i);
    await test.deliver(resume(RUDI, NEWER, 'same bytes.txt'));
    await test.deliver(resume(RITA, NEWER.replace('Staff Engineer', 'Principal Engineer'), 'third.txt'));
    expect(await unasked()).toHaveLength(1);
    const [candidate] = await listCandidates(test.service.store, await eyesOf(ADDRESS));
    expect(candidate?.resumes, 'the owner does not see them yet').toHaveLength(1);
    expect(await currentFor(ADDRESS)).toBe('Backend Developer');
    const list = flat((await test.ask(text(ANA, 'accept'))).text);
    expect(list).toContain('"ana 2026.txt", sent on 10 Nov 2026');
    expect(list).toContain('"third.txt", sent on 10 Nov 2026');
    expect(list).not.toContain('same bytes');
    expect(flat((await test.ask(text(ANA, 'profile'))).text)).toContain(
      '2 newer resumes that somebody else sent wait for your yes',
    );
    // Nobody else's to accept: an unknown code and a stranger's read alike (A12).
    const answers: string[] = [];
    for (const [from, one] of [
      [RITA, code],
      [RITA, 'r00000000'],
    ] as const)
      answers.push(flat((await test.ask(text(from, `accept ${one}`))).text).replaceAll(one, 'CODE'));
    expect(answers[0]).toContain('There is no newer resume CODE that waits for your answer.');
    expect(answers[1]).toBe(answers[0]);
    expect(await currentFor(ADDRESS)).toBe('Backend Developer');
    test.clock.advanceTo(new Date(START.getTime() + 25 * 60 * 60_000));
    await test.deliver(resume(RITA, NEWER.replace('Staff Engineer', 'Chief Engineer'), 'fourth.txt'));
    expect((await unasked()).filter((mail) => mail.text.includes('fourth.txt'))).toHaveLength(1);
  });

  it('is current after a yes, until undo; its owner may correct it, and whoever sent it sees no change (A12)', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, NEWER, 'ana 2026.txt'));
    const seen = async () => {
      const viewer = await eyesOf('rita@talent.example.com');
      const [one] = await listCandidates(test.service.store, viewer);
      return JSON.stringify([
        one && (await getCandidate(test.service.store, viewer, one.id)),
        await currentFor('rita@talent.example.com'),
      ]);
    };
    const before = await seen();
    const code = codeIn(await theQuestion());
    expect(flat((await test.ask(text(ANA, `accept ${code}`))).text)).toContain('"ana 2026.txt" is your current resume now.');
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
    expect(await seen()).toBe(before);
    await test.deliver(text(ANA, `correct ${code} title=Principal Engineer`));
    expect(await currentFor(ADDRESS)).toBe('Principal Engineer');
    expect(await seen()).toBe(before);
    expect(flat((await test.ask(text(ANA, `undo ${code}`))).text)).toContain('Principal Engineer → Staff Engineer');
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
    expect(flat((await test.ask(text(ANA, `undo ${code}`))).text)).toContain('waits for your answer again');
    expect(await currentFor(ADDRESS)).toBe('Backend Developer');
    expect(await getResume(test.service.store, await eyesOf(ADDRESS), code)).toBeUndefined();
    expect(await seen()).toBe(before);
    expect(await unasked()).toHaveLength(1);
  });

  it('takes a plain yes or no in answer to the question, and a plain undo in answer to that', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, NEWER, 'ana 2026.txt'));
    const question = await theQuestion();
    const say = (to: SentMail, words: string) => test.ask(text(ANA, `Re: ${question.subject}`, to.messageId, words));
    expect(flat((await say(question, '⭐')).text)).toContain('Answer "yes" or "no"');
    const yes = await say(question, 'yes');
    expect(flat(yes.text)).toContain('is your current resume now');
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
    expect(flat((await say(yes, 'undo')).text)).toContain('waits for your answer again');
    expect(await currentFor(ADDRESS)).toBe('Backend Developer');
    expect(flat((await say(question, 'no')).text)).toContain('I keep your resume as it is');
    expect(await currentFor(ADDRESS)).toBe('Backend Developer');
    expect(flat((await test.ask(text(ANA, 'accept'))).text)).toContain('None waits now');
  });
});

describe('the owner of a candidate is not asked', () => {
  it('when the file carries an address that is not proven to be theirs: whoever took a name and a number must not hear of the real one', async () => {
    await test.deliver(resume(MALLORY, contact(ANA_RESUME, '| +44 7700 900555')));
    await test.deliver(text(MALLORY, 'me'));
    await test.deliver(resume(RITA, contact(NEWER, '| +44 7700 900555')));
    await test.deliver(resume(RITA, NEWER));
    expect(await unasked()).toEqual([]);
    expect(flat((await test.ask(text(MALLORY, 'accept'))).text)).toContain('None waits now');
  });

  it('when they sent it themselves, it says nothing else, or they want nothing by themselves: then it waits and is listed', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, ANA_RESUME.replace('\nEXPERIENCE', '\n\nEXPERIENCE'), 'other bytes.txt'));
    await test.deliver(resume(ANA, NEWER));
    await test.deliver(resume(RITA, NEWER));
    await test.deliver(text(ANA, 'stop'));
    const quiet = NEWER.replace('Staff Engineer', 'Chief Engineer');
    await test.deliver(resume(RITA, quiet, 'quiet.txt'));
    expect(await unasked()).toEqual([]);
    expect(await currentFor(ADDRESS)).toBe('Staff Engineer');
    expect(flat((await test.ask(text(ANA, 'accept'))).text)).toContain('"quiet.txt"');
    await test.deliver(resume(ANA, quiet));
    expect(flat((await test.ask(text(ANA, 'accept'))).text), 'what they sent themselves waits no more').not.toContain(
      '"quiet.txt"',
    );
  });
});
