/** Rules E11 and F1.3 through the real service: a mail with many files, and one that is too large. */
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { attached, HELLO, type MadePart, makeMail } from '../bots/email/make-mail.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA_RESUME } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

const ask = async (id: string, content: MadePart[]) => {
  const headers = { From: 'Vera Lindqvist <vera@agency.example.com>', To: INBOX, 'Message-ID': id, Subject: 'Resumes' };
  return (await test.ask({ id, raw: makeMail(headers, content).toString('latin1') })).text;
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const names = async () =>
  (await listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).map((one) => one.name).sort();
const person = (name: string, mail: string) => ANA_RESUME.replaceAll('Ana Prado', name).replaceAll('ana.prado@example.com', mail);
const file = (name: string, content: string) => attached(name, 'text/plain', new TextEncoder().encode(content));

describe('many and much', () => {
  it('thirty resumes, two of them broken, give one answer with a line each (F1.3)', async () => {
    const files = Array.from({ length: 30 }, (_, at) => {
      const letters = String.fromCharCode(65 + (at % 26)) + String.fromCharCode(97 + ((at * 7) % 26));
      const content = at === 12 ? '' : person(`${letters}rin Holm${String.fromCharCode(97 + at)}`, `p${at}@example.org`);
      return at === 20
        ? attached(`cv-${at}.pdf`, 'application/pdf', Buffer.from('%PDF-1.7 broken'))
        : file(`cv-${at}.txt`, content);
    });
    const answer = flat(await ask('<many@agency.example.com>', [HELLO, ...files]));
    expect(answer).toContain('Your 30 files: 28 resumes and 2 not read');
    expect(answer).toMatch(/cv-12\.txt: the file is empty\./);
    expect(answer).toMatch(/cv-20\.pdf: the file is damaged\./);
    expect((await names()).length).toBe(28);
  }, 60_000);

  it('a mail of 50 MB is refused with a clear text, announced or not, and memory stays bounded (E11)', async () => {
    const address = test.service.smtpAddress;
    if (!address) throw new Error('the listener is on');
    expect(await talk(address, ['MAIL FROM:<vera@agency.example.com> SIZE=52428800'])).toMatch(/^552 .*(?:size|large)/i);
    const before = process.memoryUsage().rss;
    let highest = before;
    const timer = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 20);
    const said = await talk(address, ['MAIL FROM:<vera@agency.example.com>', `RCPT TO:<${INBOX}>`, 'DATA'], 50 * 1024 * 1024);
    clearInterval(timer);
    expect(said).toMatch(/^552 Message is larger than 40 MB: please send its files in several messages/);
    // One mail is held up to the cap while it is read; what comes behind is dropped as it arrives.
    expect(highest - before).toBeLessThan(150 * 1024 * 1024);
    expect(await ask('<next@agency.example.com>', [HELLO, file('cv.txt', ANA_RESUME)])).toContain('Ana Prado');
  }, 60_000);
});

/** Says these lines, then so many bytes of data when asked to; gives the last answer. */
function talk(address: { host: string; port: number }, lines: string[], bytes = 0): Promise<string> {
  const steps = ['EHLO agency.example.com', ...lines];
  return new Promise((resolve, reject) => {
    const socket = connect(address.port, address.host);
    let received = '';
    let sent = false;
    socket.once('error', reject);
    const send = (left: number): void => {
      const chunk = Buffer.alloc(Math.min(left, 64 * 1024), `${'x'.repeat(76)}\r\n`);
      if (left <= 0) socket.write('\r\n.\r\n');
      else if (socket.write(chunk)) setImmediate(send, left - chunk.length);
      else socket.once('drain', () => send(left - chunk.length));
    };
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const last = /^(\d{3}) .*\r\n/m.exec(received);
      if (!last) return;
      const answer = last[0];
      received = '';
      const next = steps.shift();
      if (next !== undefined) socket.write(`${next}\r\n`);
      else if (answer.startsWith('354') && !sent) {
        sent = true;
        socket.write('From: Vera <vera@agency.example.com>\r\n\r\n');
        send(bytes);
      } else {
        socket.end();
        socket.once('close', () => resolve(answer));
      }
    });
  });
}
