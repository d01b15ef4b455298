/** Rules O4, O7, O10 through the whole service: a real queue, a mail server that fails at every stage, and a clock that is set forward. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DemoMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type ScriptedSmtpServer, type SmtpFault, type SmtpStage, scriptedSmtpServer } from '../servers/scripted-smtp-server.ts';
import { ANA } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
let server: ScriptedSmtpServer;
let test: TestService;
beforeEach(async () => {
  server = await scriptedSmtpServer();
  test = await runTestService({ SMTP_URL: server.url });
});
afterEach(async () => {
  await test.close();
  await server.close();
});

const ask = (from = ANA): DemoMail => textMail({ from, to: INBOX, subject: 'help', date: test.clock.now() }, '');
const answersTo = (mail: DemoMail) => server.taken.filter((taken) => taken.raw.includes(`In-Reply-To: ${mail.id}`)).length;
const outbox = async () => (await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).outbox;

/** In steps: a mail that is told to come back in two seconds comes back. */
async function advance(seconds: number, step = 5): Promise<void> {
  for (let passed = 0; passed < seconds; passed += step) {
    test.clock.advanceTo(new Date(test.clock.now().getTime() + step * 1_000));
    await test.service.worker.idle();
  }
}

const FAULTS: readonly (readonly [SmtpStage, SmtpFault])[] = [
  ['connect', 'reset'],
  ['ehlo', 'reset'],
  ['starttls', 'reset'],
  ['auth', 'reset'],
  ['mail', 'reset'],
  ['rcpt', 'reset'],
  ['data', 'reset'],
  ['connect', '421 4.3.2 too busy'],
  ['mail', '451 4.7.1 too many messages'],
  ['dot', '452 4.3.1 disk full'],
  ['rcpt', '421 4.7.0 too many mails on this connection'],
  ['dot', '421 4.3.2 shutting down'],
];

it('every answer goes once, at the latest 45 s after the server is back, and none uses up its attempts', async () => {
  const asked: DemoMail[] = [];
  for (const [stage, fault] of FAULTS) {
    server.failAt(stage, fault);
    const mails = [ask(), ask('Ben Holt <ben.holt@example.com>')];
    for (const mail of mails) await test.deliver(mail);
    await advance(120, 10);
    expect(mails.map(answersTo)).toEqual([0, 0]);
    server.heal();
    await advance(45);
    expect(mails.map(answersTo), `${stage} ${fault}`).toEqual([1, 1]);
    asked.push(...mails);
  }
  await advance(3_600, 300);
  expect(asked.map(answersTo)).toEqual(asked.map(() => 1));
  expect(await outbox()).toMatchObject({ sent: asked.length, waiting: 0, uncertain: 0, failed: 0 });
});

it('a mail server that is killed, and back minutes later, gets each answer once, within 45 s', async () => {
  const before = ask();
  await test.deliver(before);
  await server.die();
  const meanwhile = [ask(), ask('Ben Holt <ben.holt@example.com>')];
  for (const mail of meanwhile) await test.deliver(mail);
  await advance(600, 30);
  expect(await outbox()).toMatchObject({ sent: 1, waiting: 2 });
  await server.comeBack();
  await advance(45);
  expect([before, ...meanwhile].map(answersTo)).toEqual([1, 1, 1]);
});

it('a mail whose answer was lost is uncertain and never sent again (O4)', async () => {
  for (const fault of ['lost answer', 'reset']) {
    const mail = ask();
    server.failAt('dot', fault);
    await test.deliver(mail);
    server.heal();
    await advance(3_600, 300);
    expect(answersTo(mail)).toBe(fault === 'lost answer' ? 1 : 0);
  }
  expect(await outbox()).toMatchObject({ uncertain: 2, waiting: 0, sent: 0 });
  const next = ask();
  await test.deliver(next);
  await advance(60);
  expect(answersTo(next)).toBe(1);
});

it('a burst goes on at thirty a minute by itself (O10)', async () => {
  const mails = Array.from({ length: 40 }, (_, index) => ask(`Person ${index} <person${index}@example.com>`));
  for (const mail of mails) await test.deliver(mail);
  expect(server.taken).toHaveLength(30);
  await advance(85);
  expect(server.taken).toHaveLength(40);
  expect(mails.every((mail) => answersTo(mail) === 1)).toBe(true);
});
