import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { parseCommandLine } from '../../src/commands/parse-command-line.ts';
import { mayUse } from '../../src/commands/registry.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { matchesForCandidate } from '../../src/store/matches.ts';
import { findSent } from '../../src/store/outbox.ts';
import { findByAddress } from '../../src/store/people.ts';
import { listPostings } from '../../src/store/postings.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, INVOICE_TEXT, NURSE_RESUME, POSTINGS, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const OLAF = 'Olaf Reyes <olaf@agency.example.org>';
const MALLORY = 'Mallory Quist <mallory@example.net>';
const RECRUITERS = 'rita@talent.example.com,olaf@agency.example.org';
const viewer = serviceViewer(DEFAULT_WORKSPACE);
let test: TestService;
afterEach(() => test.close());

async function start(): Promise<void> {
  test = await runTestService({ RECRUITERS, STORE_FROM: '0' });
  for (const [at, posting] of POSTINGS.entries()) {
    await importFeed(test.service, {
      workspace: DEFAULT_WORKSPACE,
      feed: `board ${at}`,
      source: (async function* () {
        yield new TextEncoder().encode(feedOf([posting]));
      })(),
    });
    minutesAfterStart(at + 1);
  }
}
/** What came at one instant has no order; here everything has its own minute. */
const minutesAfterStart = (minutes: number) => test.clock.advanceTo(new Date(START.getTime() + minutes * 60_000));
const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const file = (from: string, content: string) =>
  mailWithFile(envelope(from, 'A resume'), 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const command = (from: string, line: string) => textMail(envelope(from, line), '');
const ask = async (from: string, line: string) => (await test.ask(command(from, line))).text;

/** A newer file of Ana's, as an agency might have it. */
const OTHER_ANA = ANA_RESUME.replace('Kubernetes\nJunior', 'Terraform\nJunior')
  .replace('six years', 'nine years')
  .replace('Tarnside', 'Thornside');
const CONTENTS: Readonly<Record<string, string>> = {
  ana: ANA_RESUME,
  otherAna: OTHER_ANA,
  nurse: NURSE_RESUME,
  invoice: INVOICE_TEXT,
};

type Act = { kind: 'file'; content: string } | { kind: 'command'; line: string } | { kind: 'react'; text: string };
const content = fc.constantFrom(...Object.keys(CONTENTS)).map((name): Act => ({ kind: 'file', content: name }));
const react = fc.constantFrom('1👎', '👍', '1 undo').map((text): Act => ({ kind: 'react', text }));
const line = fc
  .constantFrom(
    'match',
    'match 10',
    'profile',
    'me',
    'why 1',
    'jobs',
    'candidates',
    'candidates nurse',
    'shortlist JOB',
    'digest now',
    'privacy',
    'export',
    'help',
  )
  .map((text): Act => ({ kind: 'command', line: text }));
const script = fc.array(fc.oneof({ weight: 2, arbitrary: content }, { weight: 3, arbitrary: line }, react), {
  minLength: 4,
  maxLength: 8,
});

/** What the others do before: every file that there is, claims, reactions. */
const others = fc.array(fc.tuple(fc.constantFrom(OLAF, MALLORY), fc.oneof(content, react, line)), { minLength: 3, maxLength: 6 });

async function act(from: string, one: Act, last: string | undefined): Promise<{ text: string; id: string } | undefined> {
  const [job] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: ['nurse'] });
  const mail: DemoMail =
    one.kind === 'file'
      ? file(from, CONTENTS[one.content] ?? '')
      : one.kind === 'command'
        ? command(from, one.line.replace('JOB', job?.code ?? ''))
        : textMail(envelope(from, 'Re: x', last), one.text);
  await test.deliver(mail);
  const [answer] = await test.answersTo(mail);
  return answer && { text: `${answer.subject}\n${answer.text}`, id: answer.messageId ?? '' };
}

/** Codes are random; which of them are the same is not. */
function withoutCodes(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const name = (code: string) => {
    if (!seen.has(code)) seen.set(code, `${code.charAt(0)}#${seen.size}`);
    return seen.get(code) ?? '';
  };
  return texts.map((text) => text.replace(/\b[jrcmspt][0-9a-hjkmnp-tv-z]{8}\b/g, name));
}

async function answersOf(from: string, acts: readonly Act[]): Promise<string[]> {
  const texts: string[] = [];
  let last: string | undefined;
  for (const [at, one] of acts.entries()) {
    minutesAfterStart(60 + at);
    const answer = await act(from, one, last);
    last = answer?.id ?? last;
    texts.push(answer?.text ?? '(no answer)');
  }
  return texts;
}

describe('no cross reads (A12)', () => {
  it('whatever others sent before, somebody’s answers are word for word those of an empty service', {
    timeout: 300_000,
  }, async () => {
    await start();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(ANA, RITA), script, others, async (who, script, before) => {
        // Whom files of others are about is told that they are kept, and may take them along (decision 0020): here that is Ana.
        const acts = script.filter((one) => who !== ANA || one.kind !== 'command' || !/^(?:privacy|export)$/.test(one.line));
        await test.close();
        await start();
        const alone = withoutCodes(await answersOf(who, acts));
        await test.close();
        await start();
        for (const [at, [other, one]] of before.entries()) {
          minutesAfterStart(10 + at);
          await act(other, one, undefined);
        }
        expect(withoutCodes(await answersOf(who, acts))).toEqual(alone);
      }),
      { numRuns: Number(process.env.RUNS ?? 4), endOnFailure: true },
    );
  });

  it('unknown and forbidden read alike in every command that takes a code', { timeout: 120_000 }, async () => {
    await start();
    await test.deliver(file(OLAF, NURSE_RESUME));
    const [nurse] = await listCandidates(test.service.store, viewer);
    const [match] = await matchesForCandidate(test.service.store, viewer, nurse?.id ?? '', { minScore: 0, limit: 1 });
    const codes: [string, string][] = [
      [nurse?.code ?? '', 'c00000000'],
      [nurse?.resumes[0] ?? '', 'r00000000'],
      [match?.code ?? '', 'm00000000'],
    ];
    // The first answer carries the notice of first contact; it would be the only difference.
    for (const who of [ANA, RITA]) await ask(who, 'help');
    let hour = 1;
    for (const who of [ANA, RITA])
      for (const name of ['candidate', 'match', 'profile', 'me', 'why', 'shortlist'])
        for (const [forbidden, unknown] of codes) {
          // Nobody gets more than twenty answers an hour, and few to what is no command (E9).
          minutesAfterStart(60 * hour++);
          const theirs = await ask(who, `${name} ${forbidden}`);
          expect(theirs.replaceAll(forbidden, unknown), `${who}: ${name} ${forbidden}`).toBe(
            await ask(who, `${name} ${unknown}`),
          );
          expect(theirs).not.toMatch(/Beatriz|Ouse/);
        }
  });

  it('counts only what the asker may see', async () => {
    await start();
    for (const one of [ANA_RESUME, NURSE_RESUME]) await test.deliver(file(OLAF, one));
    const [job] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: ['nurse'] });
    expect(await ask(RITA, `shortlist ${job?.code}`)).toMatch(/You have sent no resumes yet/);
    await test.deliver(file(RITA, ANA_RESUME));
    expect(await ask(RITA, `shortlist ${job?.code}`)).toMatch(/Your one candidate does not reach/);
    expect(await ask(RITA, 'candidates')).toMatch(/^1 candidate\n/);
  });
});

describe('every command that a message offers', () => {
  it('exists, is written so that it is understood, and is one that its reader may use', async () => {
    await start();
    const [job] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: ['nurse'] });
    for (const who of [ANA, RITA]) {
      for (const one of [ANA_RESUME, NURSE_RESUME, INVOICE_TEXT]) await test.deliver(file(who, one));
      for (const text of [
        'help',
        'match',
        'why 1',
        'profile',
        'me',
        'jobs',
        `jobs show ${job?.code}`,
        'jobs zzz',
        'candidates',
        'digest',
        'digest now',
        `shortlist ${job?.code}`,
        'hello',
      ])
        await test.deliver(command(who, text));
    }
    let offered = 0;
    for (const mail of await test.outbox()) {
      const sent = await findSent(test.service.store, DEFAULT_WORKSPACE, 'email', [mail.messageId ?? '']);
      if (!sent) throw new Error('not ours');
      const ana = await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com');
      const role = sent.personId === ana?.person.id ? 'candidate' : 'recruiter';
      const commands = sent.card.blocks.flatMap((block) =>
        block.kind === 'commands' && !/\bhelp \[|What I can do|How I can help/.test(`${sent.card.title}`) ? block.commands : [],
      );
      for (const { command: text } of commands) {
        const parsed = parseCommandLine(text, COMMANDS);
        expect(parsed && mayUse(role, parsed.command), `"${text}" offered to a ${role} in "${sent.card.title}"`).toBe(true);
        offered += 1;
      }
      const words = JSON.stringify(sent.card);
      expect(words).not.toMatch(/FILE or URL/);
      if (role === 'candidate') expect(words).not.toMatch(/jobs (?:post|close|select)/);
      // Who wrote the word themself gets it back in the refusal.
      if (role === 'candidate' && !sent.card.title.includes('is not a command'))
        expect(words).not.toMatch(/\\?"(?:candidates|shortlist|stats|queue|retry)\b/);
    }
    expect(offered).toBeGreaterThan(30);
  });
});
