/** F1.3: a recruiter's files for a job. */
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { attachmentsOf, recentSubmissions } from '../../src/store/submissions.ts';
import { checkForLeaks } from '../leak-check.ts';
import { jobInbox, later, lineMail, noticesTo, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, INVOICE_TEXT, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const flat = (text: string) => text.replace(/\s+/g, ' ');
const utf8 = (text: string) => new TextEncoder().encode(text);
const FIRST = ['Aino', 'Bram', 'Cleo', 'Dara', 'Edda', 'Finn', 'Gita', 'Hugo'];
const LAST = ['Marsh', 'Novak', 'Ochoa', 'Quinn', 'Rossi', 'Sand', 'Tamm'];

/** Made-up people with one of two trades. */
const person = (n: number): string => {
  const name = `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`;
  const base =
    n % 3 === 0
      ? NURSE_RESUME.replaceAll('Beatriz Lund', name).replaceAll('beatriz.lund@example.org', `p${n}@example.net`)
      : ANA_RESUME.replaceAll('Ana Prado', name).replaceAll('ana.prado@example.com', `p${n}@example.net`);
  return base.replace(/90055\d/, String(900_100 + n));
};

let release = () => {};
let held: Promise<void> | undefined;
let test: TestService;
beforeEach(async () => {
  held = undefined;
  test = await runTestService(
    { RECRUITERS: 'rita@talent.example.com,olaf@agency.example.org' },
    {
      wrapReader: (reader) => ({
        ...reader,
        async read(bytes, name, options) {
          if (name.includes('slow')) await held;
          return reader.read(bytes, name, options);
        },
      }),
    },
  );
});
afterEach(async () => {
  release();
  await test.close();
});

describe('a batch to a job’s address', () => {
  it('of 50 files is answered once with the shortlist, the reason and fix of each failure, and duplicates by name', async () => {
    const code = await postAd(test, RITA);
    const files: Record<string, Uint8Array> = {};
    for (let n = 0; n < 45; n++) files[`cv-${String(n).padStart(2, '0')}.txt`] = utf8(person(n));
    files['again.txt'] = utf8(person(1));
    files['newer.txt'] = utf8(person(2).replace('six years', 'seven years'));
    files['invoice.txt'] = utf8(INVOICE_TEXT);
    files['broken.pdf'] = utf8('%PDF-1.4 broken');
    files['empty.txt'] = new Uint8Array();
    const answer = await test.ask(resumeMail(RITA, zipSync(files), { to: jobInbox(code), name: 'batch.zip' }));
    const text = flat(answer.text);
    expect(text).toMatch(/Batch s[0-9a-hjkmnp-tv-z]{8}, 50 files: 47 resumes read, 2 not read and 1 is no resume\./);
    const items = [...answer.text.matchAll(/^ ?(\d+)\. (\S+ \S+)\n\s+(.*)\n\s+Score ([\d.]+) of 100.*\n\s+✓ (.+)$/gm)];
    expect(items.map((item) => Number(item[1]))).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
    expect(text).toMatch(/45 candidates for "Backend Developer", Roundhay Apps Ltd, the best with \d+/);
    expect(text).toMatch(/broken\.pdf: the file is damaged\. Export it anew/);
    expect(text).toMatch(/empty\.txt: the file is empty/);
    expect(text).toMatch(/invoice\.txt: this does not look like a resume/);
    expect(text).toMatch(
      /(?:again\.txt is the same file as batch\.zip!cv-01\.txt|cv-01\.txt is the same file as batch\.zip!again\.txt)/,
    );
    expect(text).toMatch(
      /newer\.txt and batch\.zip!cv-02\.txt are two resumes of|cv-02\.txt and batch\.zip!newer\.txt are two resumes of/,
    );
    // The recruiter preset: thirty developers before fifteen nurses, each with a line of evidence.
    expect(items.every((item) => item[3]?.startsWith('Backend Developer') && item[5]?.includes('Python'))).toBe(true);
    expect(await noticesTo(test, 'rita@talent.example.com')).toEqual([]);
    expect(flat((await test.ask(lineMail(RITA, `applications ${code}`))).text)).toContain('Nobody has applied');
    const batch = /Batch (s[0-9a-hjkmnp-tv-z]{8})/.exec(text)?.[1] ?? '';
    expect(flat((await test.ask(lineMail(RITA, `status ${batch}`))).text)).toContain('48/50 done, 2 failed');
  }, 120_000);

  it('belongs to who sent it: others, also who looks after the job, see nothing of it, nor its code (A12)', async () => {
    const code = await postAd(test, RITA);
    await test.ask(lineMail(OLAF, `jobs select ${code}`));
    const answer = await test.ask(resumeMail(RITA, ANA_RESUME, { to: jobInbox(code) }));
    const batch = /Batch (s[0-9a-hjkmnp-tv-z]{8})/.exec(answer.text)?.[1] ?? '';
    expect(batch).not.toBe('');
    for (const line of ['candidates', `shortlist ${code}`, `applications ${code}`])
      expect((await test.ask(lineMail(OLAF, line))).text).not.toContain('Prado');
    const forbidden = flat((await test.ask(lineMail(OLAF, `status ${batch}`))).text);
    const unknown = flat((await test.ask(lineMail(OLAF, 'status s00000000'))).text);
    expect(forbidden.replaceAll(batch, 'X')).toBe(unknown.replaceAll('s00000000', 'X'));
  });

  it('of an unproven sender in a recruiter’s name is no batch', async () => {
    await test.close();
    test = await runTestService({ RECRUITERS: 'rita@talent.example.com', MAIL_TRUST: 'authserv:mx.example.net' });
    const answer = await test.ask(resumeMail(RITA, ANA_RESUME, { to: jobInbox('j00000000') }));
    expect(answer.text).not.toMatch(/Batch|Prado|candidate/);
  });

  it('is answered after ten minutes with what there is, names what is missing, and once more when the rest is read', async () => {
    const code = await postAd(test, RITA);
    held = new Promise((resolve) => {
      release = resolve;
    });
    const zip = zipSync({ 'a.txt': utf8(person(1)), 'b.txt': utf8(person(2)), 'slow.txt': utf8(person(4)) });
    const mail = resumeMail(RITA, zip, { to: jobInbox(code), name: 'batch.zip' });
    const delivered = test.deliver(mail);
    await expect.poll(resumesRead, { timeout: 20_000 }).toBe(2);
    await expect
      .poll(
        async () => {
          test.clock.advanceTo(new Date(test.clock.now().getTime() + 11 * 60_000));
          test.service.worker.wake();
          return (await test.answersTo(mail)).length;
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBe(1);
    const [partial] = await test.answersTo(mail);
    expect(flat(partial?.text ?? '')).toMatch(/2 resumes read and 1 still being read\. The whole report follows by itself/);
    expect(partial?.subject).toBe('Re: Application');
    release();
    await delivered;
    await expect.poll(async () => (await test.answersTo(mail)).length, { timeout: 30_000 }).toBe(2);
    const rest = (await test.answersTo(mail)).at(-1);
    expect(flat(rest?.text ?? '')).toContain('3 resumes read.');
    expect(flat(rest?.text ?? '')).toContain('this is the whole answer');
    await later(test, 60);
    expect(await test.answersTo(mail)).toHaveLength(2);
  }, 90_000);

  it('status without a code is the last message with files; a candidate has it too', async () => {
    expect(flat((await test.ask(lineMail(ANA, 'status'))).text)).toContain('You have sent no files lately');
    await test.ask(resumeMail(ANA, ANA_RESUME, { to: INBOX }));
    expect(flat((await test.ask(lineMail(ANA, 'status'))).text)).toMatch(/s[0-9a-hjkmnp-tv-z]{8}: 1\/1 done/);
  });
});

/** Of the last message. */
async function resumesRead(): Promise<number> {
  const viewer = serviceViewer(DEFAULT_WORKSPACE);
  const [last] = await recentSubmissions(test.service.store, viewer, 1);
  const files = last ? await attachmentsOf(test.service.store, viewer, last.id) : [];
  return files.filter((file) => file.state === 'resume').length;
}
