/** F1.6 and A12: a newer file finds its candidate, and nobody becomes the owner of a stranger's by writing their name and number. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer, type Viewer } from '../../src/domain/people.ts';
import { type CandidateView, listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

const MALLORY = 'Ana Prado <mallory@example.net>';
const SECOND = 'Ana Prado <mallory.two@example.net>';
const ADDRESS = 'ana.prado@example.com';
/** Ana's name and number, another address, other words. */
const withAddress = (address: string, word = 'five') =>
  ANA_RESUME.replace(` | ${ADDRESS}`, address && ` | ${address}`)
    .replace('six years', `${word} years`)
    .replace('Tarnside Software', 'Pennine Tools');
const FORGED = withAddress('mallory@example.net');

const resume = (from: string, content: string) =>
  mailWithFile({ from, to: INBOX, subject: 'A resume', date: START }, 'See attached.', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const text = (from: string, subject: string) => textMail({ from, to: INBOX, subject, date: START }, '');
const all = (): Promise<CandidateView[]> => listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE));
async function personAt(address: string) {
  const found = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', address);
  if (!found) throw new Error(`nobody at ${address}`);
  return found.person;
}
async function eyesOf(address: string): Promise<Viewer> {
  const { id, role } = await personAt(address);
  return { workspace: DEFAULT_WORKSPACE, personId: id, role };
}
const ownOf = async (address: string) => (await personAt(address)).ownCandidateId;
/** Of whoever sees only Ana's real resume. */
const anasCandidate = async (): Promise<CandidateView> => {
  const found = (await all()).find((one) => one.email === ADDRESS);
  if (!found) throw new Error('Ana is gone');
  return found;
};
const flat = (words: string) => words.replace(/\s+/g, ' ').replace(/[cjrms][0-9a-z]{8}/g, 'CODE');

describe('somebody who writes another person’s name and number into a resume with their own address (A12)', () => {
  it('owns a candidate of their own, not the one that a recruiter sent', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(MALLORY, FORGED));
    const ana = await anasCandidate();
    expect(ana.resumes).toHaveLength(1);
    expect(await ownOf('mallory@example.net')).toBeDefined();
    expect(await ownOf('mallory@example.net')).not.toBe(ana.id);
    expect(await all()).toHaveLength(2);
    const seen = await listCandidates(test.service.store, await eyesOf('rita@talent.example.com'));
    expect(seen.map((one) => [one.id, one.email, one.versions])).toEqual([[ana.id, ADDRESS, 1]]);
  });

  it('does not touch the candidate of an owner, whose own stays theirs', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(MALLORY, FORGED));
    const ana = await anasCandidate();
    expect(await ownOf(ADDRESS)).toBe(ana.id);
    expect(await ownOf('mallory@example.net')).not.toBe(ana.id);
    const profile = await test.ask(text(MALLORY, 'profile'));
    expect(profile.text).not.toContain('Tarnside');
  });

  it('gets the same answer whether or not that person is known', async () => {
    const alone = flat((await test.ask(resume(MALLORY, FORGED))).text);
    await test.close();
    test = await runTestService();
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, ANA_RESUME));
    expect(flat((await test.ask(resume(MALLORY, FORGED))).text)).toBe(alone);
  });

  it('does not get there with a second address that plants the first one', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(SECOND, FORGED));
    await test.deliver(resume(MALLORY, FORGED));
    await test.deliver(resume(MALLORY, withAddress('mallory@example.net', 'four')));
    const ana = await anasCandidate();
    expect(ana.resumes).toHaveLength(1);
    expect(await ownOf('mallory@example.net')).not.toBe(ana.id);
  });

  it('does not get there without an address and "me"', async () => {
    await test.deliver(resume(RITA, withAddress('')));
    const [ana] = await all();
    await test.deliver(resume(MALLORY, withAddress('', 'three')));
    await test.deliver(text(MALLORY, 'me'));
    expect(await ownOf('mallory@example.net')).toBeDefined();
    expect(await ownOf('mallory@example.net')).not.toBe(ana?.id);
  });

  it('does not own what a recruiter sends later under the number that they took', async () => {
    await test.deliver(resume(MALLORY, FORGED));
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(ANA, ANA_RESUME));
    const ana = await anasCandidate();
    expect(await ownOf('mallory@example.net')).not.toBe(ana.id);
    expect(await ownOf(ADDRESS)).toBe(ana.id);
  });

  it('is not made an owner when a recruiter has mixed two people’s files by their number', async () => {
    await test.deliver(resume(RITA, FORGED));
    await test.deliver(resume(RITA, ANA_RESUME));
    expect(await all()).toHaveLength(1);
    const [mixed] = await all();
    await test.deliver(resume(MALLORY, FORGED));
    expect(await ownOf('mallory@example.net')).toBeUndefined();
    await test.deliver(resume(MALLORY, withAddress('mallory@example.net', 'four')));
    expect(await ownOf('mallory@example.net')).toBeDefined();
    expect(await ownOf('mallory@example.net')).not.toBe(mixed?.id);
    // Their next file finds it again.
    await test.deliver(resume(MALLORY, withAddress('mallory@example.net', 'three')));
    expect(await all()).toHaveLength(2);
  });
});

describe('a newer file of the same person (F1.6)', () => {
  it('joins their candidate by the address, from whoever it comes, and is the owner’s when the owner sends it', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(RITA, withAddress(ADDRESS)));
    await test.deliver(resume(ANA, withAddress(ADDRESS, 'four')));
    const [ana, ...more] = await all();
    expect(more).toEqual([]);
    expect(ana?.resumes).toHaveLength(3);
    expect(await ownOf(ADDRESS)).toBe(ana?.id);
  });

  it('joins by number and name when a recruiter sends it, also under another address while nobody owns the candidate', async () => {
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(RITA, withAddress('ana.old@example.org')));
    expect((await all()).map((one) => one.resumes.length)).toEqual([2]);
  });

  it('joins the owner’s by number and name when it carries no other address', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, withAddress('')));
    await test.deliver(resume(ANA, withAddress('', 'four')));
    expect((await all()).map((one) => one.resumes.length)).toEqual([3]);
    await test.deliver(resume(RITA, withAddress('somebody@example.org')));
    expect((await all()).map((one) => one.resumes.length).sort()).toEqual([1, 3]);
  });

  it('of the sender’s own joins what only they brought', async () => {
    await test.deliver(resume(ANA, withAddress('')));
    await test.deliver(resume(ANA, ANA_RESUME));
    const [ana, ...more] = await all();
    expect(more).toEqual([]);
    expect(await ownOf(ADDRESS)).toBe(ana?.id);
  });
});
