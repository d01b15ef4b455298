/** F1.8, F6.4: resumes to a job's own address. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { applicationsTo } from '../../src/store/applications.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { getPosting } from '../../src/store/postings.ts';
import { checkForLeaks } from '../leak-check.ts';
import { AD, codeOfJob, importBoard, jobInbox, later, lineMail, noticesTo, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const BEA = 'Beatriz Lund <beatriz.lund@example.org>';
const SETTINGS = { RECRUITERS: 'rita@talent.example.com,olaf@agency.example.org' };
let test: TestService;
beforeEach(async () => {
  test = await runTestService(SETTINGS);
});
afterEach(() => test.close());

const rows = async (code: string) => {
  const posting = await getPosting(test.service.store, DEFAULT_WORKSPACE, code);
  return posting ? applicationsTo(test.service.store, serviceViewer(DEFAULT_WORKSPACE), posting.id) : [];
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const ritas = () => noticesTo(test, 'rita@talent.example.com');
const say = async (from: string, line: string) => flat((await test.ask(lineMail(from, line))).text);

describe('an application', () => {
  it('is confirmed to the applicant without a score, and told to whoever posted the job with score, evidence and code (F1.8)', async () => {
    const code = await postAd(test, RITA);
    const answer = await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code), text: 'Dear team, I like bookings.' }));
    expect(flat(answer.text)).toContain(`Your application for "Backend Developer", Roundhay Apps Ltd (${code}) has arrived.`);
    expect(answer.text).toContain('Tarnside Software Ltd');
    expect(answer.text).toContain(`withdraw ${code}`);
    expect(answer.text).not.toMatch(/points|\b\d\d\b \/ 100|m[0-9a-z]{8}\b/);
    const [notice, ...more] = await ritas();
    expect(more).toEqual([]);
    expect(notice?.subject).toMatch(/^New application for "Backend Developer": Ana Prado, \d+ points$/);
    expect(flat(notice?.text ?? '')).toContain('They wrote: Dear team, I like bookings.');
    expect(notice?.text).toMatch(/Python/);
    expect(notice?.text).toMatch(/why m[0-9a-hjkmnp-tv-z]{8}/);
    expect(notice?.text).toContain('ana.prado@example.com');
    expect(flat(notice?.text ?? '')).toContain('Nothing is accepted, turned down or answered in your name.');
    expect(await say(RITA, `applications ${code}`)).toContain('Ana Prado');
    expect(await say(RITA, 'candidates')).toContain('Ana Prado');
  });

  it('is kept and shown whatever its score (F5.3)', async () => {
    const code = await postAd(test, RITA);
    await test.ask(resumeMail(BEA, NURSE_RESUME, { to: jobInbox(code) }));
    const [notice] = await ritas();
    const points = Number(/(\d+) points$/.exec(notice?.subject ?? '')?.[1]);
    expect(points).toBeLessThan(60);
    expect(await say(RITA, `applications ${code}`)).toContain('Beatriz Lund');
    expect(await say(RITA, `shortlist ${code}`)).not.toMatch(/1 candidate for/);
  });

  it('gives nobody else access: neither other recruiters nor the readers of the inbox (A12)', async () => {
    await test.close();
    test = await runTestService({ ...SETTINGS, INBOX_READERS: 'olaf@agency.example.org' });
    const code = await postAd(test, RITA);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(await say(OLAF, 'candidates')).not.toContain('Ana');
    expect(await say(OLAF, `applications ${code}`)).toContain('Nobody has applied');
    expect(await noticesTo(test, 'olaf@agency.example.org')).toEqual([]);
    expect(await say(OLAF, `shortlist ${code}`)).not.toContain('Ana');
  });

  it('sent twice is one row and said so; with a newer resume it is updated', async () => {
    const code = await postAd(test, RITA);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    await later(test, 90);
    const again = await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(flat(again.text)).toContain('with this very file before. It is there; nothing was added.');
    expect(await rows(code)).toHaveLength(1);
    expect(await ritas()).toHaveLength(1);
    const newer = await test.ask(
      resumeMail(ANA, ANA_RESUME.replace('REST APIs\n', 'REST APIs, Terraform\n'), { to: jobInbox(code) }),
    );
    expect(flat(newer.text)).toContain('has this newer resume now');
    expect(await rows(code)).toHaveLength(1);
    expect(await ritas()).toHaveLength(2);
  });

  it('is told one by one at first and then at most once an hour for a job, together', async () => {
    const code = await postAd(test, RITA);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    const others = [1, 2, 3].map((n) =>
      resumeMail(
        `Cem Ayaz <cem${n}@example.net>`,
        ANA_RESUME.replaceAll('Ana Prado', `Cem Ayaz${'abc'.charAt(n - 1)}`)
          .replaceAll('ana.prado@example.com', `cem${n}@example.net`)
          .replace('900555', `90055${n}`),
        { to: jobInbox(code) },
      ),
    );
    for (const mail of others) await test.ask(mail);
    expect(await ritas()).toHaveLength(1);
    await later(test, 30);
    expect(await ritas()).toHaveLength(1);
    await later(test, 31);
    const [, second, ...more] = await ritas();
    expect(more).toEqual([]);
    expect(second?.subject).toBe('3 new applications for "Backend Developer"');
    await later(test, 120);
    expect(await ritas()).toHaveLength(2);
  });

  it('from an unproven sender is taken in and marked, gets the plain receipt, and cannot touch the real one (E10, E14)', async () => {
    await test.close();
    test = await runTestService({ ...SETTINGS, MAIL_TRUST: 'authserv:mx.example.net' });
    const proven = (mail: { id: string; raw: string }, domain: string) => ({
      ...mail,
      raw: `Authentication-Results: mx.example.net; dmarc=pass header.from=${domain}\r\n${mail.raw}`,
    });
    const posted = await test.ask(proven(lineMail(RITA, 'jobs post', AD), 'talent.example.com'));
    const code = /\bj[0-9a-hjkmnp-tv-z]{8}\b/.exec(posted.text)?.[0] ?? '';
    await test.ask(proven(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }), 'example.com'));
    await later(test, 90);
    const forged = await test.ask(resumeMail(ANA, ANA_RESUME.replace('six years', 'no years'), { to: jobInbox(code) }));
    expect(forged.text).not.toMatch(/Backend|Tarnside|Roundhay|application/i);
    expect(await rows(code)).toHaveLength(2);
    const [, notice] = await ritas();
    expect(flat(notice?.text ?? '')).toContain('Their address is not proven');
    const mine = await test.ask(proven(lineMail(ANA, 'applied'), 'example.com'));
    expect(mine.text.match(new RegExp(code, 'g'))?.length).toBeGreaterThan(0);
    expect(flat(mine.text)).toContain('You have 1 application');
  });

  it('to several jobs in one mail is an application to each; capitals, an added plus part and Bcc are understood', async () => {
    const one = await postAd(test, RITA);
    const two = await postAd(test, OLAF, AD.replace('Backend Developer', 'Python Developer').replace('booking', 'payments'));
    const mail = resumeMail(ANA, ANA_RESUME, {
      to: `JOBS+${one.toUpperCase()}@shortlist.localhost, ${jobInbox(two).replace('@', '+news@')}`,
    });
    const answer = await test.ask(mail);
    expect(answer.subject).toBe('Re: Application');
    expect(flat(answer.text)).toContain('"Backend Developer"');
    expect(flat(answer.text)).toContain('"Python Developer"');
    expect([await rows(one), await rows(two)].map((found) => found.length)).toEqual([1, 1]);
    const three = await postAd(test, RITA, AD.replace('Backend Developer', 'Data Engineer').replace('booking', 'reports'));
    const blind = resumeMail(BEA, NURSE_RESUME, { to: 'friends@example.net' });
    if (!test.service.smtpAddress) throw new Error('no listener');
    await sendOverSmtp(test.service.smtpAddress, 'beatriz.lund@example.org', jobInbox(three), blind.raw);
    await test.service.worker.idle();
    expect(await rows(three)).toHaveLength(1);
  });

  it('to a closed job reaches nobody and says so; to a job that never was it is taken in as to the inbox', async () => {
    const code = await postAd(test, RITA);
    expect(await say(RITA, `jobs close ${code}`)).toContain('is closed');
    const closed = await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(closed.text).toContain('Ana Prado');
    expect(flat(closed.text)).toContain('is closed. Your resume was not sent to anybody.');
    expect(await rows(code)).toEqual([]);
    expect(await ritas()).toEqual([]);
    expect(await say(RITA, 'candidates')).not.toContain('Ana');
    const unknown = await test.ask(resumeMail(BEA, NURSE_RESUME, { to: jobInbox('j00000000') }));
    expect(flat(unknown.text)).toContain('There is no job j00000000.');
    expect(unknown.text).toContain('Beatriz Lund');
    expect(await listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).toHaveLength(2);
  });

  it('for a job of a feed that nobody looks after names where to apply; whoever selects it later sees it', async () => {
    await importBoard(test);
    const code = await codeOfJob(test, 'roundhay');
    const answer = await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(flat(answer.text)).toContain('nobody here answers for that job');
    expect(answer.text).toContain('https://jobs.example.com/A1');
    expect(await say(OLAF, `applications ${code}`)).toContain('Nobody has applied');
    await say(OLAF, `jobs select ${code}`);
    expect(await say(OLAF, `applications ${code}`)).toContain('Ana Prado');
    expect(await noticesTo(test, 'olaf@agency.example.org')).toEqual([]);
    await test.ask(resumeMail(BEA, NURSE_RESUME, { to: jobInbox(code) }));
    expect(await noticesTo(test, 'olaf@agency.example.org')).toHaveLength(1);
    expect(await say(OLAF, 'jobs mine')).toMatch(/selected, applications: 2/);
    await say(OLAF, `jobs unselect ${code}`);
    expect(await say(OLAF, 'jobs mine')).toContain('You look after no jobs yet');
  });

  it('is made by answering a posting, and by "apply 1" to a list, but never by a newer resume in answer to a list of one', async () => {
    await importBoard(test);
    const code = await codeOfJob(test, 'roundhay');
    const shown = await test.ask(lineMail(ANA, `jobs show ${code}`));
    expect(flat(shown.text)).toContain('answer this message with your resume attached');
    const list = await test.ask(resumeMail(ANA, ANA_RESUME));
    await test.ask(
      resumeMail(ANA, ANA_RESUME.replace('six', 'seven'), { inReplyTo: list.messageId, text: 'Here is a newer one.' }),
    );
    expect(await say(ANA, 'applied')).toContain('You have applied for nothing yet');
    const first = /1\. ([^\n(]+)/.exec(list.text)?.[1]?.trim() ?? '';
    const applied = await test.ask(resumeMail(ANA, ANA_RESUME, { inReplyTo: list.messageId, text: 'apply 1' }));
    expect(flat(applied.text)).toContain('Your application for');
    expect(flat(applied.text)).toContain(first.split(/\s{2,}|,/)[0] ?? '');
    await test.ask(resumeMail(ANA, ANA_RESUME, { inReplyTo: shown.messageId }));
    expect(await rows(code)).toHaveLength(1);
  });

  it('without a readable resume is none, and says what to send', async () => {
    const code = await postAd(test, RITA);
    const answer = await test.ask(
      resumeMail(ANA, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3]), { to: jobInbox(code), name: 'cv.pdf' }),
    );
    expect(flat(answer.text)).toContain('So there is no application yet');
    expect(await rows(code)).toEqual([]);
  });
});

describe('taking an application back', () => {
  it('ends access of whoever had it only by that, tells them without a name, and can be undone by applying again', async () => {
    const code = await postAd(test, RITA);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    await later(test, 90);
    expect(await say(ANA, `withdraw ${code}`)).toContain('is taken back');
    const [, notice] = await ritas();
    expect(notice?.subject).toBe('1 application for "Backend Developer" withdrawn');
    expect(notice?.text).not.toContain('Ana');
    expect(await say(RITA, 'candidates')).not.toContain('Ana');
    expect(await say(RITA, `applications ${code}`)).toContain('Nobody has applied');
    expect(await say(ANA, 'applied')).toMatch(/taken back on/);
    expect(await say(ANA, `withdraw ${code}`)).toContain(`You have no application for ${code}`);
    await later(test, 90);
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: jobInbox(code) }));
    expect(await say(RITA, `applications ${code}`)).toContain('Ana Prado');
    expect(await ritas()).toHaveLength(3);
  });

  it('leaves access by an application that stands, and what the recruiter was sent otherwise', async () => {
    const one = await postAd(test, RITA);
    const two = await postAd(test, RITA, AD.replace('Backend Developer', 'Python Developer').replace('booking', 'payments'));
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: `${jobInbox(one)}, ${jobInbox(two)}` }));
    await say(ANA, `withdraw ${one}`);
    expect(await say(RITA, 'candidates')).toContain('Ana Prado');
    await test.ask(resumeMail(RITA, ANA_RESUME, { to: INBOX }));
    await say(ANA, `withdraw ${two}`);
    expect(await say(RITA, 'candidates')).toContain('Ana Prado');
    expect((await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com'))?.person.role).toBe(
      'candidate',
    );
  });

  it('answers alike for a job that does not exist and one that was not applied for (A12)', async () => {
    const code = await postAd(test, RITA);
    await say(BEA, 'help');
    const known = await say(BEA, `withdraw ${code}`);
    const unknown = await say(BEA, 'withdraw j00000000');
    expect(known.replaceAll(code, 'X')).toBe(unknown.replaceAll('j00000000', 'X'));
  });
});
