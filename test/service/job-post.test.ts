/** F4.10: recruiters post, correct, select and close jobs by mail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { findByAddress } from '../../src/store/people.ts';
import { getPosting, listPostings } from '../../src/store/postings.ts';
import { stats } from '../../src/store/stats.ts';
import { makeDocx, paragraph } from '../fixtures/extract/make-office.ts';
import { checkForLeaks } from '../leak-check.ts';
import { AD, codeOfJob, importBoard, jobInbox, lineMail, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const ADA = 'Ada Winther <ada@talent.example.com>';
let test: TestService;
beforeEach(async () => {
  test = await runTestService({
    RECRUITERS: 'rita@talent.example.com,olaf@agency.example.org',
    ADMINS: 'ada@talent.example.com',
  });
});
afterEach(() => test.close());

const flat = (text: string) => text.replace(/\s+/g, ' ');
const say = async (from: string, line: string, body = '') => flat((await test.ask(lineMail(from, line, body))).text);
const postings = () => listPostings(test.service.store, DEFAULT_WORKSPACE);
const posted = async (code: string) => (await getPosting(test.service.store, DEFAULT_WORKSPACE, code))?.data;
const withAd = (from: string, name: string, type: string, bytes: Uint8Array, text = 'jobs post') =>
  mailWithFile({ from, to: INBOX, subject: 'A new job', date: START }, text, { name, type, bytes });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('posting a job', () => {
  it('shows what was understood, its address, how to close it and the best candidates that the poster may see', async () => {
    await test.ask(resumeMail(RITA, ANA_RESUME));
    await test.ask(
      resumeMail(
        OLAF,
        ANA_RESUME.replaceAll('Ana Prado', 'Vera Holt').replaceAll('ana.prado', 'vera.holt').replace('900555', '900559'),
      ),
    );
    const answer = await test.ask(lineMail(RITA, 'jobs post', AD));
    const text = flat(answer.text);
    expect(text).toMatch(/"Backend Developer" \(j[0-9a-hjkmnp-tv-z]{8}\) is open now\. This is what I understood:/);
    expect(text).toContain('Company: Roundhay Apps Ltd');
    expect(text).toContain('Leeds, GB');
    expect(text).toContain('3 years or more');
    expect(text).toMatch(/Asked for -+ - Python - PostgreSQL - Docker/);
    expect(text).toMatch(/Applications go to jobs\+j[0-9a-hjkmnp-tv-z]{8}@shortlist\.localhost/);
    expect(text).toMatch(/jobs close j/);
    expect(text).toContain('Ana Prado');
    expect(text).not.toContain('Vera Holt');
    expect(answer.subject).toBe('Re: jobs post');
    const why = await test.ask(lineMail(RITA, 'Re: jobs post', 'why 1', answer.messageId));
    expect(why.text).toContain('Ana Prado');
    expect(flat(await say(OLAF, 'candidates'))).not.toContain('Ana Prado');
    const person = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'rita@talent.example.com');
    expect(person?.person.digest).toBe('on');
  });

  it('compares the job with everybody behind the answer', async () => {
    await test.ask(resumeMail(RITA, ANA_RESUME));
    const code = await postAd(test, RITA);
    expect(await say(RITA, `shortlist ${code}`)).toContain('Ana Prado');
    expect(await say(ADA, `shortlist ${code}`)).toContain('Ana Prado');
  });

  it('reads the ad from below the first line, a text file, a DOCX, a page and JSON', async () => {
    const titles = ['Night Porter', 'Forklift Driver', 'Staff Nurse', 'Payroll Clerk', 'Electrician'];
    const ad = (title: string) =>
      AD.replace('Backend Developer', title).replace('a backend developer', `a ${title.toLowerCase()}`).replace('booking', title);
    const json = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Electrician',
      hiringOrganization: { '@type': 'Organization', name: 'Volt Works Ltd' },
      jobLocation: { '@type': 'Place', address: { addressLocality: 'York', addressCountry: 'GB' } },
      description: '<p>Wiring.</p><h3>Requirements</h3><ul><li>18th Edition</li></ul>',
    };
    const mails = [
      lineMail(RITA, 'Something to post', `jobs post\n${ad('Night Porter')}`),
      withAd(RITA, 'ad.txt', 'text/plain', utf8(ad('Forklift Driver'))),
      withAd(
        RITA,
        'ad.docx',
        'application/octet-stream',
        makeDocx({
          body: ad('Staff Nurse')
            .split('\n')
            .map((text) => paragraph(text))
            .join(''),
        }),
      ),
      withAd(
        RITA,
        'ad.html',
        'text/html',
        utf8(
          `<html><body><h1>Payroll Clerk</h1><p>Roundhay Apps Ltd, Leeds</p><p>We are looking for a payroll clerk.</p><h3>Requirements</h3><ul><li>Sage</li><li>2 years of experience</li></ul></body></html>`,
        ),
      ),
      withAd(RITA, 'ad.json', 'application/json', utf8(JSON.stringify(json))),
    ];
    for (const [at, mail] of mails.entries()) expect((await test.ask(mail)).text, titles[at]).toContain(`"${titles[at]}"`);
    expect((await postings()).map(({ data }) => data.title).sort()).toEqual([...titles].sort());
    const forklift = (await postings()).find(({ data }) => data.title === 'Forklift Driver');
    expect(forklift?.data.company).toBe('Roundhay Apps Ltd');
    expect(forklift?.data.mustHave).toContain('Docker');
    expect((await postings()).find(({ data }) => data.title === 'Staff Nurse')?.data.mustHave).toContain('PostgreSQL');
    expect((await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).candidates).toBe(0);
  });

  it('the same ad again is the same posting, said so, also when somebody else posts it', async () => {
    const code = await postAd(test, RITA);
    expect(await say(RITA, 'jobs post', AD.toUpperCase().replaceAll('\n\n', '\n\n\n'))).toContain(
      `(${code}) is here already: nothing was added twice`,
    );
    expect(await say(OLAF, 'jobs post', AD)).toContain(`(${code}) is here already`);
    expect(await postings()).toHaveLength(1);
    expect(await say(OLAF, 'jobs mine')).toContain(code);
    expect(await say(OLAF, `jobs close ${code}`)).toContain('can only be closed by whoever posted it');
  });

  it('says what is wrong and what to do with what is no ad', async () => {
    expect(await say(RITA, 'jobs post')).toMatch(/There is no job ad in it\. Write the title on the first line/);
    expect(await say(RITA, 'jobs post', 'Need a plumber, quick')).toMatch(/too short to compare/);
    expect(
      await say(
        RITA,
        'jobs post',
        'Dear all, the canteen is closed on Friday because the ovens are being repaired; please bring your own lunch to work.',
      ),
    ).toMatch(/could not recognise a job ad/);
    expect(await say(RITA, 'jobs post', ANA_RESUME)).toMatch(/looks like a resume/);
    const broken = await test.ask(withAd(RITA, 'ad.pdf', 'application/pdf', utf8('%PDF-1.4 broken')));
    expect(flat(broken.text)).toMatch(/ad\.pdf: the file is damaged.*Paste the job ad/);
    const picture = await test.ask(
      withAd(RITA, 'ad.png', 'image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
    );
    expect(flat(picture.text)).toMatch(/ad\.png.*Paste the job ad/);
    expect(await postings()).toEqual([]);
  });

  it('is for recruiters: a candidate is told so, and a file of theirs is looked at as anybody’s', async () => {
    expect(await say(ANA, 'jobs post', AD)).toContain('Only recruiters can post');
    const answer = await test.ask(withAd(ANA, 'cv.txt', 'text/plain', utf8(ANA_RESUME)));
    expect(answer.text).toContain('Tarnside Software Ltd');
    expect(await say(ANA, 'jobs close j00000000')).toContain('Only recruiters');
    expect(await postings()).toEqual([]);
  });

  it('takes company, place and pay from a template where the ad says nothing', async () => {
    const code = await postAd(test, RITA, `${AD}\nSalary: 40,000 - 50,000 GBP a year\n`);
    await say(
      RITA,
      `jobs post --template ${code}`,
      'Payroll Clerk\n\nWe are looking for a payroll clerk.\nRequirements:\n- Sage\n- Two years of payroll experience',
    );
    const [clerk] = await postings();
    expect(clerk?.data).toMatchObject({
      title: 'Payroll Clerk',
      company: 'Roundhay Apps Ltd',
      salary: { min: 40_000, currency: 'GBP' },
    });
    expect(clerk?.data.locations[0]?.city).toBe('Leeds');
    expect(await say(OLAF, `jobs post --template ${code}`, AD.replace('Backend', 'Frontend'))).toContain(
      'can only be used as a template by whoever posted it',
    );
  });
});

describe('a posted job', () => {
  it('is corrected by its poster, field by field, and compared anew; what cannot be read changes nothing', async () => {
    const code = await postAd(test, RITA, AD.replace('Roundhay Apps Ltd, Leeds\n', ''));
    const text = await say(
      RITA,
      `jobs edit ${code} title=Senior Python Developer place=York`,
      'company=Aire Apps Ltd\npay=50000-60000 GBP a year\nmust=Kafka\n\nBest regards\nRita',
    );
    expect(text).toContain('"Senior Python Developer"');
    expect(await posted(code)).toMatchObject({
      title: 'Senior Python Developer',
      company: 'Aire Apps Ltd',
      salary: { min: 50_000, max: 60_000 },
      minYears: 3,
    });
    expect((await posted(code))?.locations[0]?.city).toBe('York');
    expect((await posted(code))?.mustHave).toEqual(['Python', 'PostgreSQL', 'Docker', 'Kafka']);
    expect(await say(RITA, `jobs edit ${code} pay=lots title=Boss`)).toContain(
      'I do not know what pay=lots means. Write it with currency',
    );
    expect((await posted(code))?.title).toBe('Senior Python Developer');
    expect(await say(OLAF, `jobs edit ${code} title=Mine`)).toContain('can only be corrected by whoever posted it');
    expect(await say(RITA, `jobs edit ${code} years=5`)).toContain('5 years or more');
    expect(await posted(code)).toMatchObject({ salary: { min: 50_000 }, company: 'Aire Apps Ltd', minYears: 5 });
    expect(await say(RITA, 'jobs post', AD.replace('Roundhay Apps Ltd, Leeds\n', ''))).toContain(`(${code}) is here already`);
  });

  it('names what is uncertain', async () => {
    const text = await say(
      RITA,
      'jobs post',
      'Chief Vibe Wrangler\n\nWe are looking for somebody who will apply themselves to good vibes in our little office every day.',
    );
    expect(text).toMatch(/Please check.*is not one that I know \(title=…\).*I found no company.*I found no place/);
  });

  it('is closed by its poster or an admin and opened again; a feed’s job is closed by admins only', async () => {
    const code = await postAd(test, RITA);
    expect(await say(OLAF, `jobs close ${code}`)).toContain('can only be closed by');
    expect(await say(RITA, `jobs close ${code}`)).toContain('is closed');
    expect(await say(RITA, 'jobs')).not.toContain(code);
    expect(await say(ADA, `jobs reopen ${code}`)).toContain('is open again');
    expect(await say(ANA, 'jobs')).toContain(code);
    await importBoard(test);
    const feed = await codeOfJob(test, 'airedale');
    expect(await say(RITA, `jobs close ${feed}`)).toContain('can only be closed by');
    expect(await say(ADA, `jobs close ${feed}`)).toContain('is closed');
    expect(await say(RITA, 'jobs close j00000000')).toContain('There is no job j00000000.');
  });

  it('is shown to candidates with how to apply, and does not name who posted it', async () => {
    const code = await postAd(test, RITA);
    const text = await say(ANA, `jobs show ${code}`);
    expect(text).toContain(`send it to ${jobInbox(code)}`);
    expect(text).toContain('From: posted here');
    expect(text).not.toMatch(/rita|\bp[0-9a-hjkmnp-tv-z]{8}\b/i);
  });

  it('takes resumes in answer to its message as candidates for it', async () => {
    const shown = await test.ask(lineMail(RITA, 'jobs post', AD));
    const answer = await test.ask(resumeMail(RITA, NURSE_RESUME, { inReplyTo: shown.messageId, text: 'and this one?' }));
    expect(answer.text).toContain('1. Beatriz Lund');
  });
});
