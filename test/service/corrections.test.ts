import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer, type Viewer } from '../../src/domain/people.ts';
import { replayMatch } from '../../src/pipeline/match/replay-match.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { correctionsOfResume } from '../../src/store/corrections.ts';
import { matchesForCandidate } from '../../src/store/matches.ts';
import { findByAddress } from '../../src/store/people.ts';
import { currentResume, resumesPage } from '../../src/store/resumes.ts';
import { termCounts } from '../../src/store/term-counts.ts';
import { checkForLeaks } from '../leak-check.ts';
import { newerParser } from './newer-parser.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const RUDI = 'Rudi Voss <rudi@talent.example.com>';
const MALLORY = 'Mallory Quist <mallory@example.net>';
const W = DEFAULT_WORKSPACE;
let test: TestService;
beforeEach(async () => {
  test = await runTestService({
    RECRUITERS: 'rita@talent.example.com,rudi@talent.example.com',
    ADMINS: 'boss@talent.example.com',
  });
  await importFeed(test.service, {
    workspace: W,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
});
afterEach(() => test.close());

const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const resume = (from: string, name = 'cv.txt', content = ANA_RESUME): DemoMail =>
  mailWithFile(envelope(from, 'My resume'), 'see attached', {
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const reply = (from: string, to: { messageId?: string }, text: string) =>
  textMail(envelope(from, 'Re: My resume', to.messageId), text);
const say = async (from: string, to: { messageId?: string }, text: string) => test.ask(reply(from, to, text));
const flat = (text: string) => text.replace(/\s+/g, ' ');
const viewerOf = async (address: string): Promise<Viewer> => {
  const known = await findByAddress(test.service.store, W, 'email', address);
  if (!known) throw new Error(`nobody has ${address}`);
  return { workspace: W, personId: known.person.id, role: known.person.role };
};
const resumeOf = async (address: string) => {
  const viewer = await viewerOf(address);
  const [head] = await resumesPage(test.service.store, viewer, undefined, 1);
  return head && currentResume(test.service.store, viewer, head.candidateId);
};
const listOf = async (address: string) => {
  const viewer = await viewerOf(address);
  const [head] = await resumesPage(test.service.store, viewer, undefined, 1);
  return matchesForCandidate(test.service.store, viewer, head?.candidateId ?? '', { minScore: 0, limit: 50 });
};

describe('a correction by reply (F2.5)', () => {
  it('in the message that brings the resume is not taken, and the one answer says so', async () => {
    const file = { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(ANA_RESUME) };
    const both = mailWithFile(envelope(ANA, 'My resume'), 'Here it is.\ntitle=Staff Engineer', file);
    const answer = flat((await test.ask(both)).text);
    expect(answer).toContain('Job 1, latest: Backend Developer');
    expect(answer).toContain('took no corrections from the message that it came with');
    expect((await test.ask(resume(ANA))).text).not.toContain('took no corrections');
    const pasted = textMail(envelope(ANA, 'My resume'), `${ANA_RESUME}\nGPA=3.6\n`);
    expect((await test.ask(pasted)).text).not.toContain('took no corrections');
  });

  it('shows old and new, says what changed in the matches, and the next list is of the corrected resume', async () => {
    const answer = await test.ask(resume(ANA));
    expect(answer.text).toMatch(/Job 1, latest: +Backend Developer/);
    expect(answer.text).toMatch(/Job 2: +Junior Developer/);
    const taken = flat(
      (await say(ANA, answer, 'title=Staff Engineer\njob 2 end=2021-01\nskills +Rust -Kubernetes\r\n\r\n> Job 1: old')).text,
    );
    expect(taken).toContain('Job 1, title: Backend Developer → Staff Engineer');
    expect(taken).toContain('Job 2, end: Feb 2021 → Jan 2021');
    expect(taken).toContain('Skills: Rust (new)');
    expect(taken).toContain('Skills: Kubernetes (removed)');
    expect(taken).toMatch(/\d of your 3 matches changed/);
    const corrected = await resumeOf('ana.prado@example.com');
    expect(corrected?.data.work[0]?.position).toBe('Staff Engineer');
    expect(corrected?.data.work[1]?.endDate).toBe('2021-01');
    expect(corrected?.data.skills.flatMap((group) => group.keywords)).toContain('Rust');
    expect(corrected?.data.skills.flatMap((group) => group.keywords)).not.toContain('Kubernetes');
    expect(corrected?.data.meta.shortlist.confidence['work.0.position']).toBe(1);
    const profile = (await test.ask(textMail(envelope(ANA, 'profile'), ''))).text;
    expect(flat(profile)).toMatch(/Staff Engineer, Tarnside Software Ltd \(Mar 2021 – now\) \(corrected by you\)/);
    const list = flat((await test.ask(textMail(envelope(ANA, 'match'), ''))).text);
    for (const row of await listOf('ana.prado@example.com'))
      expect(row.resumeVersion, 'every score of the list is of the corrected version').toBe(corrected?.version);
    expect(list).toMatch(/Roundhay Apps|Airedale Banking|Kirkstall Cloud/);
  });

  it('a stored score of the corrected view is replayed byte-equal (F5.4)', async () => {
    const answer = await test.ask(resume(ANA));
    await say(ANA, answer, 'job 2 start=2018-06');
    const rows = await listOf('ana.prado@example.com');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const replayed = await replayMatch(test.service.store, test.service.taxonomy, serviceViewer(W), row.id);
      expect(replayed?.again).toBe(replayed?.stored);
    }
  });

  it('undo takes it back, and the scores are what they were', async () => {
    const answer = await test.ask(resume(ANA));
    const before = await listOf('ana.prado@example.com');
    const read = (await resumeOf('ana.prado@example.com'))?.data;
    const beside = 'summary=Builds kiln timers.\nadd project: Kiln timer, 2020 – 2021\ninterests +Chess';
    const taken = await say(ANA, answer, `skills -Python -Django\njob 1 start=2025-01\nremove job 2\n${beside}`);
    const said = (await resumeOf('ana.prado@example.com'))?.data;
    expect([said?.basics.summary, said?.projects.at(-1)?.name, said?.interests.at(-1)]).toEqual([
      'Builds kiln timers.',
      'Kiln timer',
      'Chess',
    ]);
    expect((await listOf('ana.prado@example.com')).map((row) => row.candidateTotal)).not.toEqual(
      before.map((row) => row.candidateTotal),
    );
    const undone = flat((await say(ANA, taken, 'undo')).text);
    expect(undone).toContain('I took your correction of your resume back');
    const after = await resumeOf('ana.prado@example.com');
    expect(after?.data.work).toHaveLength(2);
    expect(after?.data.skills.flatMap((group) => group.keywords)).toContain('Django');
    expect([after?.data.basics.summary, after?.data.projects, after?.data.interests]).toEqual([
      read?.basics.summary,
      read?.projects,
      read?.interests,
    ]);
    expect((await listOf('ana.prado@example.com')).map((row) => [row.postingId, row.candidateTotal])).toEqual(
      before.map((row) => [row.postingId, row.candidateTotal]),
    );
    expect(await correctionsOfResume(test.service.store, serviceViewer(W), after?.id ?? '')).toEqual([]);
  });

  it('words that are none get the way to write one, and a second undo is told that nothing is left', async () => {
    const answer = await test.ask(resume(ANA));
    const asked = flat((await say(ANA, answer, 'I think you got the phone number wrong')).text);
    expect(asked).toContain('I do not know what to change by that. Nothing was changed.');
    expect(asked).toContain('Something wrong? Answer with lines such as "title=Staff Engineer"');
    const taken = await say(ANA, answer, 'remove job 2');
    expect(flat((await say(ANA, taken, 'undo')).text)).toContain(
      'Job 2: Junior Developer, Calder Data Ltd, Jun 2019 – Feb 2021 (there again)',
    );
    expect(flat((await say(ANA, taken, 'undo')).text)).toContain('"undo": there is nothing of yours to take back there');
    expect((await resumeOf('ana.prado@example.com'))?.data.work).toHaveLength(2);
  });

  it('the bare command shows what was understood, and an answer to that corrects it', async () => {
    await test.ask(resume(ANA));
    const shown = await test.ask(textMail(envelope(ANA, 'correct'), ''));
    expect(flat(shown.text)).toMatch(/Job 2: Junior Developer.*Something wrong\? Answer with lines/);
    expect(flat((await say(ANA, shown, 'title=Staff Engineer')).text)).toContain('Backend Developer → Staff Engineer');
    expect(flat((await test.ask(textMail(envelope(MALLORY, 'correct'), ''))).text)).toContain(
      'There is no resume that you could correct.',
    );
  });

  it('a second correction builds on the first, by the numbers of the card', async () => {
    const answer = await test.ask(resume(ANA));
    await say(ANA, answer, 'add job: Platform Engineer, Wold Systems, 2018-01 – 2019-05');
    await say(ANA, answer, 'job 3 company=Wold Systems Ltd; job 3 title=Systems Engineer');
    const work = (await resumeOf('ana.prado@example.com'))?.data.work;
    expect(work?.map((job) => job.position)).toEqual(['Backend Developer', 'Junior Developer', 'Systems Engineer']);
    expect(work?.[2]).toMatchObject({ name: 'Wold Systems Ltd', startDate: '2018-01', endDate: '2019-05' });
    expect((await resumeOf('ana.prado@example.com'))?.data.meta.shortlist.derived.experienceMonths).toBeGreaterThan(100);
  });

  it('says per line what it could not read, and takes the others', async () => {
    const answer = await test.ask(resume(ANA));
    const taken = flat((await say(ANA, answer, 'job 1 end=soonish\njob 7 title=Chief\nphone=+44 7700 900999\ncolour=blue')).text);
    expect(taken).toMatch(/"job 1 end=soonish": I could not read the date in "soonish"; write 2024-05/);
    expect(taken).toContain('There is no job 7: they are numbered 1 to 2.');
    expect(taken).toMatch(/"colour=blue": I do not know the field "colour"/);
    expect(taken).toMatch(/Phone: \+44 7700 900555 → \+44 7700 900999/);
  });

  it('is seen by who has access through the same message, and by nobody else (A12)', async () => {
    const toRita = await test.ask(resume(RITA));
    await test.ask(resume(RUDI));
    await say(RITA, toRita, 'title=Head of Engineering');
    expect((await resumeOf('rita@talent.example.com'))?.data.work[0]?.position).toBe('Head of Engineering');
    expect((await resumeOf('rudi@talent.example.com'))?.data.work[0]?.position).toBe('Backend Developer');
    const rudis = await listOf('rudi@talent.example.com');
    const ritas = await listOf('rita@talent.example.com');
    expect(rudis.length).toBeGreaterThan(0);
    expect(rudis.map((row) => row.id).filter((id) => ritas.some((row) => row.id === id))).toEqual([]);
    expect(new Set(rudis.map((row) => row.resumeVersion))).toEqual(new Set([1]));
  });

  it('new jobs are scored for the corrected view and for the others', async () => {
    const toRita = await test.ask(resume(RITA));
    await test.ask(resume(RUDI));
    await say(RITA, toRita, 'title=Head of Engineering');
    await importFeed(test.service, {
      workspace: W,
      feed: 'second',
      source: (async function* () {
        yield new TextEncoder().encode(
          feedOf([
            {
              ...(POSTINGS[0] ?? never()),
              externalId: 'Z9',
              title: 'Python Engineer',
              company: 'Cragside',
              url: 'https://jobs.example.com/Z9',
            },
          ]),
        );
      })(),
    });
    await test.service.worker.idle();
    const titles = async (address: string) => (await listOf(address)).length;
    expect(await titles('rita@talent.example.com')).toBe(4);
    expect(await titles('rudi@talent.example.com')).toBe(4);
  });

  it('is refused to who neither is the person nor sent it, and to a forged sender', async () => {
    const answer = await test.ask(resume(ANA));
    const mail = reply(MALLORY, answer, 'title=Nobody');
    await test.deliver(mail);
    await test.ask(textMail(envelope('Boss <boss@talent.example.com>', 'candidates'), ''));
    const code = (await resumeOf('ana.prado@example.com'))?.code;
    const refused = flat(
      (await test.ask(textMail(envelope('Boss <boss@talent.example.com>', `correct ${code} title=Nobody`), ''))).text,
    );
    expect(refused).toContain('Only the person whose resume it is, or who sent it to me, can correct it.');
    expect((await resumeOf('ana.prado@example.com'))?.data.work[0]?.position).toBe('Backend Developer');
  });

  it('reads alike for a resume that is not theirs and for one that does not exist (A12)', async () => {
    await test.ask(resume(ANA));
    const code = (await resumeOf('ana.prado@example.com'))?.code ?? '';
    await test.ask(textMail(envelope(MALLORY, 'help'), ''));
    const answers = [];
    for (const one of [code, 'r00000000'])
      answers.push((await test.ask(textMail(envelope(MALLORY, `correct ${one} title=Nobody`), ''))).text.replaceAll(one, 'r'));
    expect(answers[0]).toBe(answers[1]);
  });

  it('adds nothing to the counts of terms: they are of files, not of what people say', async () => {
    const answer = await test.ask(resume(ANA));
    const before = await termCounts(test.service.store, serviceViewer(W), 'skill');
    await say(ANA, answer, 'skills +Haskell');
    expect(await termCounts(test.service.store, serviceViewer(W), 'skill')).toEqual(before);
  });

  it('what was said of a match holds when the resume is corrected', async () => {
    const answer = await test.ask(resume(ANA));
    await say(ANA, answer, '1👎');
    const first = (await listOf('ana.prado@example.com'))[0];
    await say(ANA, answer, 'job 2 start=2019-05');
    const list = (await test.ask(textMail(envelope(ANA, 'match'), ''))).text;
    expect(list.trimEnd()).toMatch(/3\. [\s\S]*you said: not for me/);
    const again = await test.ask(textMail(envelope(ANA, 'match'), ''));
    expect(flat((await say(ANA, again, '3 undo')).text)).toContain('Taken back for number 3');
    expect((await test.ask(textMail(envelope(ANA, 'match'), ''))).text).not.toMatch(/not for me/);
    expect(first).toBeDefined();
  });

  it('in an answer about several resumes asks which, and takes the code', async () => {
    const other = ANA_RESUME.replaceAll('Ana Prado', 'Olaf Brandt').replaceAll(
      'ana.prado@example.com',
      'olaf.brandt@example.org',
    );
    await test.deliver(resume(RITA, 'a.txt'));
    await test.deliver(resume(RITA, 'b.txt', other));
    const list = await test.ask(textMail(envelope(RITA, 'candidates'), ''));
    expect(flat((await say(RITA, list, 'title=Chief')).text)).toMatch(/several resumes/);
    const rita = await viewerOf('rita@talent.example.com');
    const [head] = await resumesPage(test.service.store, rita, undefined, 5);
    expect(flat((await say(RITA, list, `${head?.code} title=Chief`)).text)).toContain('Backend Developer → Chief');
  });
});

describe('a newer reading of a corrected file', () => {
  it('gets the corrections again, each at the job that it was said of, for those who see them', async () => {
    await test.close();
    const newer = newerParser();
    test = await runTestService({}, { wrapReader: newer.wrapReader });
    const answer = await test.ask(resume(ANA));
    await say(ANA, answer, 'job 2 company=Calder Data GmbH\nskills +Rust');
    newer.update();
    const again = await test.ask(resume(ANA));
    expect(flat(again.text)).toContain('Calder Data GmbH');
    const view = await resumeOf('ana.prado@example.com');
    expect(view?.data.work.map((job) => job.name)).toEqual(['Aire Code Club', 'Tarnside Software Ltd', 'Calder Data GmbH']);
    expect(view?.data.skills.flatMap((group) => group.keywords)).toContain('Rust');
    expect(view?.data.meta.shortlist).toMatchObject({ parserVersion: 'p3-test', confidence: { 'work.2.name': 1 } });
    expect(flat((await say(ANA, again, 'undo')).text)).toContain('I took your correction of your resume back');
    expect((await resumeOf('ana.prado@example.com'))?.data.work[2]?.name).toBe('Calder Data Ltd');
  });
});

describe('a newer reading that knows a corrected job no more', () => {
  it('drops nothing in silence: the card says what has no place, until it is said again', async () => {
    await test.close();
    const newer = newerParser(({ work, meta }) => {
      work.splice(1, 1, { position: 'Tutor', name: 'Aire Code Club', startDate: '2012-01' });
      for (const path of Object.keys(meta.shortlist.sources)) if (path.startsWith('work.1')) delete meta.shortlist.sources[path];
    });
    test = await runTestService({}, { wrapReader: newer.wrapReader });
    const answer = await test.ask(resume(ANA));
    await say(ANA, answer, 'job 2 title=Data Engineer\njob 1 title=Staff Engineer');
    newer.update();
    const again = await test.ask(resume(ANA));
    const told = 'found no place for this: Job 2, title (Junior Developer, Calder Data Ltd): Data Engineer.';
    expect(flat(again.text)).toContain(told);
    expect(flat(again.text)).toMatch(/Job 2: Tutor, Aire Code Club/);
    expect(flat(again.text)).toMatch(/Job 1, latest: Staff Engineer/);
    expect(flat((await test.ask(textMail(envelope(ANA, 'profile'), ''))).text)).toContain(told);
    await say(ANA, again, 'add job: Data Engineer, Calder Data Ltd, 2018-01 – 2019-05');
    expect(flat((await test.ask(textMail(envelope(ANA, 'profile'), ''))).text)).not.toContain('no place');
  });
});

function never(): never {
  throw new Error('the fixture has a first posting');
}
