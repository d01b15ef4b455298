import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { MOST_REPLIES_AN_HOUR } from '../../src/pipeline/answer/limit-replies.ts';
import { listPostings } from '../../src/store/postings.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { importBoard, jobInbox, resumeMail } from './job-mails.ts';
import { ANA, ANA_RESUME, NURSE_RESUME } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const running: TestService[] = [];
const start = async (environment: Record<string, string> = {}) => {
  const test = await runTestService(environment, { resolveDns: () => Promise.reject(new Error('no network')) });
  running.push(test);
  return test;
};
afterEach(async () => {
  for (const test of running.splice(0)) await test.close();
});

const ROUNDS = 7;
const write = (from: string, subject: string, text: string, more: { to?: string; inReplyTo?: string } = {}) =>
  textMail({ from, to: more.to ?? INBOX, subject, date: START, inReplyTo: more.inReplyTo }, text);
const resume = (from: string, content: string): DemoMail =>
  mailWithFile({ from, to: INBOX, subject: 'My resume', date: START }, 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });

/** Raw mails that the service wrote, oldest first. */
async function written(test: TestService): Promise<string[]> {
  const folder = path.join(test.folder, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
}

/** Carries the mails of each to the other until nothing new is written; `strip` is what a bad gateway does to headers on the way. */
async function faceEachOther(one: TestService, two: TestService, strip: (raw: string) => string): Promise<number> {
  const carried = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [sender, receiver] of [
      [one, two],
      [two, one],
    ] as const)
      for (const raw of await written(sender)) {
        if (carried.has(raw)) continue;
        carried.add(raw);
        moved = true;
        const to = /^To: .*?([^\s<>]+@[^\s<>]+)/m.exec(raw)?.[1] ?? '';
        const from = /^From: .*<(.+)>/m.exec(raw)?.[1] ?? '';
        if (!receiver.service.smtpAddress) throw new Error('the listener is off');
        await sendOverSmtp(receiver.service.smtpAddress, from, to, strip(raw));
        await receiver.service.worker.idle();
      }
    if (!moved) break;
  }
  return (await written(one)).length + (await written(two)).length;
}

describe('two services that face each other (E9)', () => {
  const pair = async (trust: string) => [
    await start({ MAIL_TRUST: trust, MAIL_FROM: 'One <jobs@one.example>' }),
    await start({ MAIL_TRUST: trust, MAIL_FROM: 'Two <jobs@two.example>' }),
  ];
  /** Begins it: a mail to the first in the name of the second. */
  const begin = (test: TestService, subject: string, text: string) =>
    test.deliver(write('Two <jobs@two.example>', subject, text), 'jobs@two.example');

  for (const trust of ['local', 'verify'])
    for (const [subject, text] of [
      ['hello', 'who are you?'],
      ['help', ''],
      ['match x', '1👍'],
    ] as const) {
      it(`end after one message (${trust}: ${subject})`, async () => {
        const [one, two] = await pair(trust);
        if (!one || !two) throw new Error('no pair');
        await begin(one, subject, text);
        expect(await faceEachOther(one, two, (raw) => raw)).toBe(1);
      });

      it(`end after two, even when a gateway takes the marks of programs, ids and threads away (${trust}: ${subject})`, async () => {
        const [one, two] = await pair(trust);
        if (!one || !two) throw new Error('no pair');
        await begin(one, subject, text);
        const strip = (raw: string) =>
          raw
            .replace(/^(?:Auto-Submitted|X-Auto-Response-Suppress|X-Loop|In-Reply-To|References):.*\r\n(?:[ \t].*\r\n)*/gim, '')
            .replace(/^Message-ID:.*\r\n/im, () => `Message-ID: <${randomUUID()}@gateway.example>\r\n`)
            .replace(/^Subject:.*\r\n/im, () => `Subject: ${randomUUID()}\r\n`);
        expect(await faceEachOther(one, two, strip)).toBeLessThanOrEqual(2);
      });
    }
});

describe('a foreign program that answers everything, with no mark of one (E9)', () => {
  const BOT = 'Helpdesk <desk@bot.example>';
  type Answer = (ours: { from: string; messageId?: string }, round: number) => DemoMail;
  const threaded: Answer = ({ from, messageId }, round) =>
    write(BOT, `Ticket ${round}`, `Thank you, number ${round}.`, { to: from, inReplyTo: messageId });
  const toFrom: Answer = ({ from }, round) => write(BOT, `Ticket ${round}`, `Thank you, number ${round}.`, { to: from });
  const otherSender: Answer = ({ from }, round) =>
    write(`Helpdesk <ticket-${round}@bot.example>`, `Ticket ${round}`, `Thank you, number ${round}.`, { to: from });
  const otherSenderInThread: Answer = ({ messageId }, round) =>
    write(`Helpdesk <ticket-${round}@bot.example>`, `Ticket ${round}`, `Thank you, number ${round}.`, { inReplyTo: messageId });
  const toInbox: Answer = (_, round) => write(BOT, `Ticket ${round}`, `Thank you, number ${round}.`);
  const withLogo: Answer = ({ from, messageId }, round) =>
    mailWithFile({ from: BOT, to: from, subject: `Ticket ${round}`, date: START, inReplyTo: messageId }, 'Thank you.', {
      name: 'logo.png',
      type: 'image/png',
      bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    });

  /** How often we wrote to it. */
  async function talk(test: TestService, first: DemoMail, answer: Answer): Promise<number> {
    await test.deliver(first);
    for (let round = 1; round <= ROUNDS; round++) {
      const ours = await test.outbox();
      if (ours.length < round) return ours.length;
      const last = ours.at(-1);
      if (last) await test.deliver(answer(last, round));
    }
    return (await test.outbox()).length;
  }

  for (const trust of ['local', 'verify']) {
    it(`gets one message from us when it answers ours (${trust})`, async () => {
      for (const answer of [threaded, toFrom, withLogo, otherSender, otherSenderInThread])
        expect(await talk(await start({ MAIL_TRUST: trust }), write(BOT, 'Ticket 0', 'We got your mail.'), answer)).toBe(1);
    });

    it(`gets two when it began with a resume (${trust})`, async () => {
      for (const answer of [threaded, toFrom])
        expect(await talk(await start({ MAIL_TRUST: trust }), resume(BOT, NURSE_RESUME), answer)).toBeLessThanOrEqual(2);
    });

    it(`gets two when it began with an application and answers with its logo (${trust})`, async () => {
      const test = await start({ MAIL_TRUST: trust });
      await importBoard(test);
      const [job] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: ['nurse'] });
      const first = resumeMail(BOT, NURSE_RESUME, { to: jobInbox(job?.code ?? '') });
      expect(await talk(test, first, withLogo)).toBeLessThanOrEqual(2);
    });

    it(`gets two or, where it had to be proven, three when its words are a comment on the one match found for it (${trust})`, async () => {
      for (const answer of [threaded, toFrom]) {
        const test = await start({ MAIL_TRUST: trust });
        await importBoard(test);
        const first = resume(BOT, NURSE_RESUME.replaceAll('beatriz.lund@example.org', 'desk@bot.example'));
        expect(await talk(test, first, answer)).toBeLessThanOrEqual(trust === 'local' ? 2 : 3);
      }
    });

    it(`gets few in an hour even when it looks like a new writer each time (${trust})`, async () => {
      expect(
        await talk(await start({ MAIL_TRUST: trust }), write(BOT, 'Ticket 0', 'We got your mail.'), toInbox),
      ).toBeLessThanOrEqual(5);
    });
  }
});

describe('replies to one sender in an hour are bounded (E9)', () => {
  it('mails that only claim to be somebody’s do not use up that person’s answers', async () => {
    const test = await start({ MAIL_TRUST: 'authserv:mx.example.net' });
    for (let n = 0; n < MOST_REPLIES_AN_HOUR + 2; n++) await test.deliver(resume(ANA, `${NURSE_RESUME}\n${n}`));
    expect(await test.outbox()).toHaveLength(MOST_REPLIES_AN_HOUR);
    const help = write(ANA, 'help', '');
    const proven = `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${help.raw}`;
    const answer = await test.ask({ ...help, raw: proven });
    expect(answer.text.replace(/\s+/g, ' ')).not.toContain('last one for now');
    const refused = write(ANA, 'erase yes 00000000', '');
    const raw = `Authentication-Results: mx.example.net; dmarc=pass header.from=example.com\r\n${refused.raw}`;
    expect((await test.ask({ ...refused, raw })).text).toContain('Nothing was erased');
  });

  it('the twentieth says so; what comes after is taken in silently; an hour later answers come again', async () => {
    const test = await start();
    for (let n = 1; n < MOST_REPLIES_AN_HOUR; n++)
      expect((await test.ask(write(ANA, 'help', ''))).text).not.toContain('last one for now');
    expect((await test.ask(write(ANA, 'help', ''))).text.replace(/\s+/g, ' ')).toContain('the last one for now');
    const late = [write(ANA, 'digest time 05:00', ''), resume(ANA, ANA_RESUME), write(ANA, 'hello', 'who are you?')];
    for (const mail of late) {
      await test.deliver(mail);
      expect(await test.answersTo(mail)).toEqual([]);
    }
    expect((await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).candidates).toBe(1);
    // Somebody else is answered all the while.
    expect((await test.ask(write('Olaf <olaf@example.net>', 'help', ''))).text).not.toContain('last one for now');
    test.clock.advanceTo(new Date(START.getTime() + 61 * 60_000));
    expect((await test.ask(write(ANA, 'profile', ''))).text).toContain('Tarnside');
    expect((await test.ask(write(ANA, 'digest', ''))).text).toContain('05:00');
  });
});
