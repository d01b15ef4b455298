/** Rules A8 and A9 for what people do besides sending a file: applications, corrections, wishes, posted jobs, mails that came back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { scopeOf } from '../../src/store/erasures.ts';
import { exportPerson } from '../../src/store/export-person.ts';
import { findByAddress } from '../../src/store/people.ts';
import { getPosting } from '../../src/store/postings.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import { complaint, standardBounce } from '../bots/email/make-bounce.ts';
import { checkForLeaks } from '../leak-check.ts';
import { readTables } from '../store/read-tables.ts';
import { AD, importBoard, jobInbox, lineMail, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, RITA } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';
import { searchBytes } from './search-bytes.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const RITAS = 'rita@talent.example.com';
const ADDRESS = 'ana.prado@example.com';
const DAY = 86_400_000;
let test: TestService;
beforeEach(async () => {
  test = await runTestService({ RECRUITERS: `${RITAS},olaf@agency.example.org`, RETENTION_DAYS: '30' });
});
afterEach(() => test.close());

const flat = (text: string) => text.replace(/\s+/g, ' ');
const say = async (from: string, line: string, to?: string) => flat((await test.ask(lineMail(from, line, '', to))).text);
async function eraseByMail(from: string): Promise<string> {
  const asked = await say(from, 'erase');
  await test.deliver(lineMail(from, `erase yes ${/erase yes (\w{8})/.exec(asked)?.[1]}`));
  await later(2 * 60_000);
  return asked;
}
async function later(ms: number): Promise<void> {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
  await test.service.tick();
  await test.service.worker.idle();
}
const rowsOf = async (name: string) => (await readTables(test.service.store))[name] ?? [];
const jobOf = (code: string) => getPosting(test.service.store, DEFAULT_WORKSPACE, code);
async function idOf(address: string): Promise<string> {
  return (await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', address))?.person.id ?? '';
}
const ritasCandidates = async () =>
  listCandidates(test.service.store, { workspace: DEFAULT_WORKSPACE, personId: await idOf(RITAS), role: 'recruiter' });

/** Ana applies, corrects, wishes, reacts; one answer comes back. */
async function anasLife(): Promise<{ code: string; answered: string }> {
  await importBoard(test);
  const code = await postAd(test, RITA);
  const applied = resumeMail(ANA, ANA_RESUME, { to: jobInbox(code), text: 'A tangerine bicycle brought me here.' });
  const answer = await test.ask(applied);
  await test.ask(lineMail(ANA, 'Re: Application', 'job 1 title=Quixotic Platform Wrangler', answer.messageId));
  await test.ask(lineMail(ANA, 'prefer not Thimblewick Looms'));
  await test.deliver({ id: '', raw: standardBounce({ original: answer.messageId ?? '', to: ADDRESS }).toString('latin1') }, '');
  return { code, answered: answer.messageId ?? '' };
}
const CANARIES = [ADDRESS, 'Ana Prado', '7700 900555', 'Tarnside', 'tangerine', 'Quixotic', 'Thimblewick'];

describe('erase (A8)', () => {
  it('takes an application with who was told of it, a correction, wishes and reports of mails that came back', async () => {
    const { code } = await anasLife();
    expect(await say(RITA, `applications ${code}`)).toContain('Ana Prado');
    for (const word of CANARIES) expect(await searchBytes(test.folder, [word]), word).not.toEqual([]);
    for (const name of ['applications', 'application_notices', 'corrections', 'preference_versions', 'delivery_reports'])
      expect(await rowsOf(name), name).not.toEqual([]);
    await eraseByMail(ANA);
    expect(await searchBytes(test.folder, CANARIES)).toEqual([]);
    for (const name of ['applications', 'application_notices', 'corrections', 'preference_versions', 'delivery_reports'])
      expect(await rowsOf(name), name).toEqual([]);
    expect(await ritasCandidates()).toEqual([]);
    expect(await say(RITA, `applications ${code}`)).toContain('Nobody has applied');
    expect((await jobOf(code))?.status).toBe('approved');
  });

  it('keeps the keyed hash of an address that wants no mail: it still gets none', async () => {
    const { answered } = await anasLife();
    await test.deliver({ id: '', raw: complaint({ original: answered, to: ADDRESS }).toString('latin1') }, '');
    const kept = async () => (await rowsOf('suppressions')).map((row) => [row.addressLookup, row.kind]).sort();
    const before = await kept();
    expect(before.map(([, kind]) => kind)).toContain('complaint');
    // Nothing can be sent to them, so it is the operator who does it.
    const { store } = test.service;
    const whom = { workspace: DEFAULT_WORKSPACE, personId: await idOf(ADDRESS) };
    const scope = await scopeOf(store, { ...whom, whole: true });
    const { changes, tasks } = await startErasure(store, { ...whom, scope, reply: null });
    await commit(store, { changes, tasks, messages: [] });
    await later(2 * 60_000);
    expect(await searchBytes(test.folder, CANARIES)).toEqual([]);
    expect(await kept()).toEqual(before);
  });

  it('ends what applications gave to others, also where the resume itself stays with somebody who sent it', async () => {
    const code = await postAd(test, RITA);
    const strangers = ANA_RESUME.replace(ADDRESS, 'ana.old@example.net');
    await test.ask(resumeMail(OLAF, strangers));
    await test.ask(resumeMail(ANA, strangers, { to: jobInbox(code), text: 'A tangerine bicycle brought me here.' }));
    expect(await say(RITA, `applications ${code}`)).toContain('Ana Prado');
    expect(await ritasCandidates()).toHaveLength(1);
    await eraseByMail(ANA);
    expect(await ritasCandidates()).toEqual([]);
    expect(await say(OLAF, 'candidates')).toContain('Ana Prado');
    expect(await searchBytes(test.folder, ['tangerine', ADDRESS])).toEqual([]);
  });

  it('leaves a job that its poster goes from: nobody’s, without their name, closed unless somebody else looks after it', async () => {
    const ad = (title: string) =>
      `${AD.replace('Backend Developer', title)}\nQuestions go to Olaf Reyes, olaf@agency.example.org.\n`;
    const left = await postAd(test, OLAF, ad('Backend Developer'));
    const taken = await postAd(test, OLAF, ad('Python Developer').replace('booking', 'ticket'));
    await say(RITA, `jobs select ${taken}`);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(taken) }));
    expect((await jobOf(left))?.postedBy).toBe(await idOf('olaf@agency.example.org'));
    const asked = await eraseByMail(OLAF);
    expect(asked).toContain('2 jobs that you posted, without your name and address');
    expect(await searchBytes(test.folder, ['olaf@agency', 'Olaf Reyes'])).toEqual([]);
    for (const code of [left, taken]) {
      const job = await jobOf(code);
      expect(job?.postedBy).toBeNull();
      expect(job?.sources.map((source) => source.feed)).toEqual(['posted:erased']);
      expect(job?.data.description).toContain('Python');
    }
    expect((await jobOf(left))?.status).toBe('closed');
    expect((await jobOf(taken))?.status).toBe('approved');
    expect(await say(RITA, `applications ${taken}`)).toContain('Ana Prado');
  });
});

describe('privacy and export', () => {
  it('count and give what the person did, and nothing that somebody did in their name (A7, A8)', async () => {
    await anasLife();
    const said = await say(ANA, 'privacy');
    expect(said).toMatch(/1 application of yours/);
    expect(said).toMatch(/1 correction of yours to what I read/);
    expect(said).toMatch(/1 version of your wishes/);
    const personId = await idOf(ADDRESS);
    const viewer = { workspace: DEFAULT_WORKSPACE, personId, role: 'candidate' as const };
    const tables = (await exportPerson(test.service.store, viewer, { personId }, { mostBytes: 0 }))?.tables ?? {};
    expect(tables.applications).toHaveLength(1);
    expect(JSON.stringify(tables.corrections)).toContain('Quixotic');
    expect(JSON.stringify(tables.preferenceVersions)).toContain('Thimblewick');
    expect(tables.deliveryReports?.length).toBeGreaterThan(0);
    expect(tables.suppressions?.map((row) => row.kind)).toEqual(['bounce']);
    expect(JSON.stringify(tables)).not.toContain('rita@talent');
    const ritas = await idOf(RITAS);
    const hers = { workspace: DEFAULT_WORKSPACE, personId: ritas, role: 'recruiter' as const };
    const recruiter = await exportPerson(test.service.store, hers, { personId: ritas }, { mostBytes: 0 });
    expect(recruiter?.tables.postings).toHaveLength(1);
    expect(JSON.stringify(recruiter?.tables.postingVersions)).toContain('Roundhay Apps');
    expect(recruiter?.tables.applications).toBeUndefined();
  });
});

describe('retention (A9)', () => {
  it('takes applications and what they gave, reports and tombstones by their own age, while the candidate is in use', async () => {
    const { code } = await anasLife();
    await test.deliver(lineMail(OLAF, 'help'));
    await eraseByMail(OLAF);
    const tombstones = (await rowsOf('erased_events')).map((row) => row.event);
    expect(tombstones).toHaveLength(3);
    await later(20 * DAY);
    await test.deliver(lineMail(ANA, 'profile'));
    expect(await rowsOf('applications')).toHaveLength(1);
    await later(11 * DAY);
    await later(DAY);
    for (const name of ['applications', 'application_notices', 'delivery_reports']) expect(await rowsOf(name), name).toEqual([]);
    // Those of mails that went just now by their age are new.
    for (const { event } of await rowsOf('erased_events')) expect(tombstones).not.toContain(event);
    expect(await ritasCandidates()).toEqual([]);
    expect(await say(RITA, `applications ${code}`)).toContain('Nobody has applied');
    const all = await listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE));
    expect(all.map((one) => one.name)).toEqual(['Ana Prado']);
    // What is in force stays with what it is about.
    expect(await rowsOf('corrections')).toHaveLength(1);
    expect(await rowsOf('preference_versions')).toHaveLength(1);
  });
});
