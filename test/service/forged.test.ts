import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { type MailWorld, makeMailWorld } from '../bots/email/sign-mail.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type Attempt, FORGER, FORGERIES, type Mode, mailOf, VICTIM } from './forgeries.ts';
import { ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
/** Of the victim's resume and jobs. Not their city: help names it as an example of a place. */
const PERSONAL = /Tarnside|Roundhay|Airedale|Kirkstall|Django|Wharfedale|Prado/;
const WANTS = ['command', 'reply', 'reaction', 'gmail'] as const;
const HOUR = 3_600_000;
const running: TestService[] = [];
afterEach(async () => {
  for (const test of running.splice(0)) await test.close();
});

interface Scene {
  test: TestService;
  world: MailWorld;
  attempt(want: Attempt['want']): Attempt;
  /** As the victim's own server sends it. */
  genuine(raw: string): Promise<string | Buffer>;
  post(raw: string | Buffer, envelopeFrom?: string): Promise<void>;
  /** Everything that a forgery might have changed for the victim. */
  state(): Promise<unknown>;
}

/** The victim has a resume, matches and a digest; the forger has an acknowledgement of their own. */
async function makeScene(mode: Mode): Promise<Scene> {
  const world = makeMailWorld(['example.com', 'example.net', 'notexample.com', 'example.com.example.net'], {
    'example.com': 'v=spf1 ip4:192.0.2.7 -all',
    'example.net': 'v=spf1 ip4:127.0.0.1 -all',
  });
  const test = await runTestService({ MAIL_TRUST: mode }, { resolveDns: world.resolve });
  running.push(test);
  const { service, clock } = test;
  await importFeed(service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
  const post = async (raw: string | Buffer, envelopeFrom = FORGER) => {
    if (!service.smtpAddress) throw new Error('the listener is off');
    await sendOverSmtp(service.smtpAddress, envelopeFrom, INBOX, raw.toString());
    await service.worker.idle();
  };
  const genuine = async (raw: string) =>
    mode === 'verify'
      ? world.sign(raw, { domain: 'example.com', signedAt: clock.now() })
      : `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${raw}`;
  const person = async (address: string) => findByAddress(service.store, DEFAULT_WORKSPACE, 'email', address);
  const resume = mailWithFile({ from: VICTIM, to: INBOX, subject: 'My resume', date: clock.now() }, 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
  await post(await genuine(resume.raw), VICTIM);
  const [answer] = await test.answersTo(resume);
  const hello = textMail({ from: FORGER, to: INBOX, subject: 'hello', date: clock.now() }, 'who are you?');
  await post(hello.raw);
  const [mine] = await test.answersTo(hello);
  if (!answer?.messageId || !mine?.messageId) throw new Error('the scene has no messages');
  const [theirs, own] = [answer.messageId, mine.messageId];
  return {
    test,
    world,
    genuine,
    post,
    attempt: (want) => ({ want, theirs, mine: own, myToken: mine.from, now: clock.now(), world }),
    async state() {
      const { feedback, candidates } = await stats(service.store, serviceViewer(DEFAULT_WORKSPACE));
      return { victim: (await person(VICTIM))?.person, feedback, candidates };
    },
  };
}

describe.each(['local', 'verify', 'authserv:mx.example.net'] as const)('forgeries (%s)', (mode) => {
  const forgeries = FORGERIES.filter((forgery) => forgery.modes.includes(mode));

  it(`${forgeries.length} kinds: no command run, no reaction counted, nothing told (E10, O11, E14)`, {
    timeout: 300_000,
  }, async () => {
    const scene = await makeScene(mode);
    const before = await scene.state();
    expect(before).toMatchObject({ victim: { digest: 'on', ownCandidateId: expect.any(String) }, feedback: 0, candidates: 1 });
    const wrong: string[] = [];
    const tried = new Map<string, string>();
    for (const [index, forgery] of forgeries.entries()) {
      // Two wants each, all four over two forgeries; another hour, so that no bound on answers hides one.
      scene.test.clock.advanceTo(new Date(scene.test.clock.now().getTime() + HOUR));
      for (const want of index % 2 === 0 ? WANTS.slice(0, 2) : (['command', WANTS[2 + (index % 4 > 1 ? 1 : 0)]] as const)) {
        if (want === undefined) continue;
        const raw = (await forgery.make(scene.attempt(want))).toString();
        await scene.post(raw, forgery.envelopeFrom);
        const after = await scene.state();
        if (JSON.stringify(after) !== JSON.stringify(before))
          wrong.push(`${forgery.name} (${want}) acted: ${JSON.stringify(after)}`);
        const id = /^Message-ID: (<.+>)/m.exec(raw)?.[1] ?? '';
        tried.set(id, `${forgery.name} (${want})`);
      }
      if (wrong.length > 0) break;
    }
    let acknowledged = 0;
    for (const mail of await scene.test.outbox()) {
      const forgery = mail.inReplyTo.map((id) => tried.get(id)).find((name) => name !== undefined);
      if (forgery === undefined) continue;
      acknowledged++;
      if (PERSONAL.test(`${mail.subject} ${mail.text} ${mail.html}`)) wrong.push(`${forgery} was told something`);
    }
    expect(wrong).toEqual([]);
    expect(acknowledged).toBeGreaterThan(forgeries.length / 2);
    // The same wants in the victim's own name do act, so that the above is no accident.
    for (const want of WANTS) {
      const now = await scene.state();
      await scene.post(await scene.genuine(mailOf(scene.attempt(want), want === 'reply' ? { text: '2👎' } : {})), VICTIM);
      if (want !== 'gmail') expect(await scene.state(), want).not.toEqual(now);
    }
  });
});

describe('replays (E10)', () => {
  it('of a mail that acted once: neither its bytes nor a copy with other blanks, thread or route acts again', async () => {
    const scene = await makeScene('verify');
    const off = (await scene.genuine(mailOf(scene.attempt('command')))).toString();
    await scene.post(off, VICTIM);
    expect(await scene.state()).toMatchObject({ victim: { digest: 'off' } });
    await scene.post(await scene.genuine(mailOf(scene.attempt('command'), { subject: 'digest on', text: 'digest on' })), VICTIM);
    const on = await scene.state();
    expect(on).toMatchObject({ victim: { digest: 'on' } });
    const copies = [
      off,
      off.replace('\r\n\r\ndigest off\r\n', '\r\n\r\ndigest  off \r\n\r\n'),
      `Received: from example.net\r\n${off}`,
      `In-Reply-To: ${scene.attempt('reply').theirs}\r\n${off.replace('digest off\r\n', 'digest off  \r\n')}`,
      off.replace('To: jobs', 'to: jobs').replace('digest off\r\n', 'digest off\t\r\n'),
    ];
    for (const copy of copies) {
      await scene.post(copy);
      expect(await scene.state()).toEqual(on);
    }
  });
});

describe('fuzzed headers of a mail in somebody’s name (E10)', () => {
  const piece = fc.constantFrom(
    'From: ',
    'from:',
    'Sender: ',
    'Authentication-Results: ',
    'DKIM-Signature: ',
    'Resent-From: ',
    VICTIM,
    FORGER,
    `<${VICTIM}>`,
    `"${VICTIM}"`,
    'mx.example.net',
    '; dmarc=pass',
    ' header.from=example.com',
    ' header.from=example.net',
    '; dkim=pass header.d=example.com',
    '(',
    ')',
    '"',
    '\\',
    ',',
    ';',
    ':',
    '\r\n',
    '\r\n ',
    '\r\n\t',
    '\r',
    '\n',
    '\0',
    ' ',
    '=?utf-8?Q?',
    '?=',
    'v=1; a=rsa-sha256; d=example.com; s=s1; h=From; bh=; b=',
    '\u00a0',
    'x',
  );
  for (const mode of ['verify', 'authserv:mx.example.net'] as const)
    it(`changes nothing (${mode})`, { timeout: 300_000 }, async () => {
      const scene = await makeScene(mode);
      const before = await scene.state();
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.constantFrom(...WANTS), async (pieces, want) => {
          const top = `X-Fuzz: ${pieces.join('')}`.replace(/\r?\n(?=\r?\n)/g, '');
          // A whole line that our own server would have written is no forgery but its verdict.
          fc.pre(!/^Authentication-Results: ?mx\.example\.net; ?dmarc=pass/im.test(top));
          await scene.post(mailOf(scene.attempt(want), { top }));
          expect(await scene.state()).toEqual(before);
        }),
        { numRuns: Number(process.env.RUNS ?? 40) },
      );
    });
});
