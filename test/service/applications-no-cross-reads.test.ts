/** Rule A12 for jobs: what others apply for, send to jobs and take back shows in nobody's answers. More by RUNS=50 before a release. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { DemoMail } from '../../src/cli/demo/demo-mails.ts';
import { checkForLeaks } from '../leak-check.ts';
import { AD, jobInbox, lineMail, postAd, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, INVOICE_TEXT, NURSE_RESUME, RITA } from './people.ts';
import { runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const MALLORY = 'Mallory Quist <mallory@example.net>';
const OTHER_AD = AD.replace('Backend Developer', 'Staff Nurse')
  .replace('a backend developer', 'a staff nurse')
  .replace('- Python', '- Wound care')
  .replace('booking', 'ward');
let test: TestService;
afterEach(() => test.close());

/** Olaf's two jobs are everybody's to see; what comes in for them is his. */
async function start(): Promise<string[]> {
  test = await runTestService({ RECRUITERS: 'rita@talent.example.com,olaf@agency.example.org', STORE_FROM: '0' });
  return [await postAd(test, OLAF), await postAd(test, OLAF, OTHER_AD)];
}
const minutesAfterStart = (minutes: number) => test.clock.advanceTo(new Date(START.getTime() + minutes * 60_000));

const CONTENTS: Readonly<Record<string, string>> = { ana: ANA_RESUME, nurse: NURSE_RESUME, invoice: INVOICE_TEXT };
type Act = { kind: 'file'; content: string; job: number } | { kind: 'line'; line: string; job: number };
const job = fc.nat({ max: 1 });
const file: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('file'), content: fc.constantFrom(...Object.keys(CONTENTS)), job });
const LINES = [
  'applications JOB',
  'shortlist JOB',
  'jobs show JOB',
  'jobs mine',
  'applied',
  'withdraw JOB',
  'status',
  'candidates',
  'match',
  'jobs close JOB',
  'jobs unselect JOB',
];
const line: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('line'), line: fc.constantFrom(...LINES), job });
const script = fc.array(fc.oneof(file, { weight: 2, arbitrary: line }), { minLength: 4, maxLength: 7 });
const WITHDRAWS: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('line'),
  line: fc.constantFrom('withdraw JOB', 'applied'),
  job,
});
const others = fc.array(fc.tuple(fc.constantFrom(OLAF, MALLORY), fc.oneof({ weight: 3, arbitrary: file }, WITHDRAWS)), {
  minLength: 3,
  maxLength: 6,
});

async function act(from: string, one: Act, jobs: readonly string[]): Promise<string> {
  const code = jobs[one.job] ?? '';
  const mail: DemoMail =
    one.kind === 'file'
      ? resumeMail(from, CONTENTS[one.content] ?? '', { to: jobInbox(code) })
      : lineMail(from, one.line.replace('JOB', code));
  await test.deliver(mail);
  return (await test.answersTo(mail)).map((answer) => `${answer.subject}\n${answer.text}`).join('\n') || '(no answer)';
}

async function answersOf(from: string, acts: readonly Act[], jobs: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const [at, one] of acts.entries()) {
    minutesAfterStart(200 + at);
    texts.push(await act(from, one, jobs));
  }
  const seen = new Map<string, string>();
  const name = (code: string) => {
    if (!seen.has(code)) seen.set(code, `${code.charAt(0)}#${seen.size}`);
    return seen.get(code) ?? '';
  };
  // Codes are random; which of them are the same is not.
  return texts.map((text) => text.replace(/\b[jrcmspt][0-9a-hjkmnp-tv-z]{8}\b/g, name));
}

describe('applications and batches of others (A12)', () => {
  it('change no word of what a candidate or another recruiter is answered', { timeout: 600_000 }, async () => {
    let jobs = await start();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(ANA, RITA), script, others, async (who, acts, before) => {
        await test.close();
        jobs = await start();
        const alone = await answersOf(who, acts, jobs);
        await test.close();
        jobs = await start();
        for (const [at, [other, one]] of before.entries()) {
          minutesAfterStart(10 + at);
          await act(other, one, jobs);
        }
        expect(await answersOf(who, acts, jobs)).toEqual(alone);
      }),
      { numRuns: Number(process.env.RUNS ?? 3), endOnFailure: true },
    );
  });
});
