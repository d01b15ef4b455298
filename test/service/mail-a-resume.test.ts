import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, INVOICE_TEXT, NURSE_RESUME, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

const text = (from: string, subject: string, body = '', inReplyTo?: string) =>
  textMail({ from, to: INBOX, subject, date: START, inReplyTo }, body);
const bytes = (content: string) => new TextEncoder().encode(content);
const resume = (from: string, name: string, content: string | Uint8Array, type = 'text/plain') =>
  mailWithFile({ from, to: INBOX, subject: 'My resume', date: START }, 'Hello, see attached.', {
    name,
    type,
    bytes: typeof content === 'string' ? bytes(content) : content,
  });
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield bytes(feedOf(POSTINGS));
    })(),
  });
const candidates = () => listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE));

describe('mailing a resume', () => {
  it('answers in the thread with what was understood and the jobs that fit, each with its reason', async () => {
    await importJobs();
    const mail = resume(ANA, 'cv.txt', ANA_RESUME);
    const answer = await test.ask(mail);
    expect(answer.subject).toBe('Re: My resume');
    expect(answer.text).toContain('Ana Prado');
    expect(answer.text).toContain('Backend Developer');
    expect(answer.text).toMatch(/Tarnside Software Ltd/);
    expect(answer.text).toMatch(/Roundhay Apps/);
    expect(answer.text).not.toMatch(/Staff Nurse/);
    expect(answer.text).toMatch(/Python/);
    expect(answer.html).toContain('https://jobs.example.com/A1');
  });

  it('tells a newcomer that it is automated, what it keeps, for how long, and how to stop (A7), once', async () => {
    const first = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    expect(first.text).toMatch(/automated assistant/);
    expect(first.text).toMatch(/365 days/);
    expect(first.text).toMatch(/digest off/);
    const second = await test.ask(text(ANA, 'profile'));
    expect(second.text).not.toMatch(/for 365 days/);
  });

  it('without open postings says so and how jobs get in, and that the digest will bring new ones', async () => {
    const answer = await test.ask(resume(ANA, 'cv.txt', ANA_RESUME));
    expect(answer.text.replace(/\s+/g, ' ')).toMatch(
      /There are no open jobs here yet.*Jobs get in when.*digest.*as soon as there are any/,
    );
  });

  it('with nothing from 70 names the nearest kept one with what is missing', async () => {
    await test.close();
    test = await runTestService({ SHOW_FROM: '100', STORE_FROM: '0' });
    await importJobs();
    const answer = (await test.ask(resume(ANA, 'cv.txt', ANA_RESUME))).text.replace(/\s+/g, ' ');
    expect(answer).toMatch(/None of the 4 open jobs reaches 100 points yet\. The nearest is "/);
    expect(answer).toMatch(/digest will bring new ones|digest brings you new ones/);
  });

  it('makes one candidate of the same bytes sent twice (F1.6) and one of a redelivered mail (E7)', async () => {
    const mail = resume(ANA, 'cv.txt', ANA_RESUME);
    await test.deliver(mail);
    await test.deliver(mail);
    expect(await test.answersTo(mail)).toHaveLength(1);
    const again = resume(ANA, 'other-name.txt', ANA_RESUME);
    expect((await test.ask(again)).text).toMatch(/had read this very file before/);
    expect(await candidates()).toHaveLength(1);
  });

  it('makes two candidates of two files and answers with a line for each (E12)', async () => {
    const { zipSync } = await import('fflate');
    const zip = zipSync({
      'a/ana.txt': bytes(ANA_RESUME),
      'b/beatriz.txt': bytes(NURSE_RESUME),
      'invoice.txt': bytes(INVOICE_TEXT),
      'empty.docx': new Uint8Array(),
    });
    const answer = (await test.ask(resume(RITA, 'people.zip', zip, 'application/zip'))).text;
    expect(answer).toContain('Ana Prado');
    expect(answer).toContain('Beatriz Lund');
    expect(answer).toMatch(/invoice\.txt/);
    expect(answer).toMatch(/empty\.docx/);
    expect((await candidates()).map((one) => one.name).sort()).toEqual(['Ana Prado', 'Beatriz Lund']);
  });

  it('reads a resume in automatic mail silently and answers nothing (E9)', async () => {
    const mail = resume(ANA, 'cv.txt', ANA_RESUME);
    mail.raw = mail.raw.replace('MIME-Version', 'Auto-Submitted: auto-generated\r\nMIME-Version');
    await test.deliver(mail);
    expect(await test.outbox()).toEqual([]);
    expect(await candidates()).toHaveLength(1);
  });

  it('takes a pasted resume (F1.2)', async () => {
    const answer = await test.ask(text(ANA, 'my resume', ANA_RESUME));
    expect(answer.text).toContain('Tarnside Software Ltd');
  });

  it('says of a picture without text that there is none, and makes no resume of it', async () => {
    const png = Uint8Array.from(
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    );
    const answer = (await test.ask(resume(ANA, 'cv.png', png, 'image/png'))).text.replace(/\s+/g, ' ');
    expect(answer).toMatch(/no text in the picture/i);
    const counts = await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE));
    expect(counts.resumes).toBe(0);
    expect(counts.attachments.failed).toBe(1);
  });
});

describe('bad input gets an answer that says what to do next', () => {
  it.each([
    ['an empty file', 'cv.pdf', new Uint8Array(), /empty/i],
    ['an unknown type', 'cv.xyz', Uint8Array.from([0, 1, 2, 3, 250, 251, 252, 0, 0, 1]), /PDF, DOCX/],
    ['something that is no resume', 'invoice.txt', bytes(INVOICE_TEXT), /does not look like a resume(?!.*--force)/is],
    ['a truncated PDF', 'cv.pdf', bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), /damaged|again/i],
  ])('%s', async (_what, name, content, expected) => {
    const answer = (await test.ask(resume(ANA, name, content, 'application/octet-stream'))).text.replace(/\s+/g, ' ');
    expect(answer).toMatch(expected);
    expect(answer).toContain(name);
    expect(await candidates()).toEqual([]);
  });

  it('no attachment: a short help with the commands (E13)', async () => {
    const answer = (await test.ask(text(ANA, 'Hello', 'I would like to work with you.'))).text;
    expect(answer).toMatch(/neither a resume nor a command/);
    expect(answer).toMatch(/match/);
  });

  it('a command with a wrong id says what is wrong, and the same for what exists but is not theirs (A12)', async () => {
    await test.deliver(resume(RITA, 'beatriz.txt', NURSE_RESUME));
    const [beatriz] = await candidates();
    const unknown = (await test.ask(text(ANA, 'profile c00000000'))).text;
    const forbidden = (await test.ask(text(ANA, `profile ${beatriz?.code}`))).text;
    expect(unknown).toMatch(/There is no candidate c00000000 that you can see/);
    expect(forbidden.replaceAll(String(beatriz?.code), 'c00000000')).toBe(unknown.replace(/\(i\)[\s\S]*?\n\n----/, '----'));
  });

  it('a command of recruiters is no command for a candidate', async () => {
    const answer = (await test.ask(text(ANA, 'candidates'))).text;
    expect(answer).toMatch(/not a command that you can use here/);
  });
});
