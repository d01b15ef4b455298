import { describe, expect, test } from 'vitest';
import { makeMail, multipart } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';

const automaticOf = async (headers: Record<string, string>, envelopeFrom = 'ilse@example.org') =>
  (await readMessage(makeMail(headers, 'hello'), { envelope: { from: envelopeFrom, to: [] } })).automatic;

describe('mail that nobody wrote just now is flagged, and still taken in (E9)', () => {
  test.each([
    ['Auto-Submitted', 'auto-replied'],
    ['Auto-Submitted', 'auto-generated; type=x'],
    ['auto-submitted', 'AUTO-NOTIFIED'],
    ['Return-Path', '<>'],
    ['List-Id', 'Careers <careers.lists.example.org>'],
    ['List-Unsubscribe', '<mailto:u@lists.example.org>'],
    ['List-Post', 'NO'],
    ['Precedence', 'bulk'],
    ['Precedence', 'List'],
    ['Precedence', 'junk'],
    ['Precedence', 'auto_reply'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['X-Autoreply', 'yes'],
    ['X-Autorespond', 'Out of office'],
    ['X-Apple-Action', 'VACATION'],
    ['From', 'Shortlist <jobs@shortlist.example.net>'],
    ['From', 'Shortlist <JOBS+j4f7k2m9q@Shortlist.example.net>'],
  ])('%s: %s', async (name, value) => {
    expect(await automaticOf({ [name]: value })).toEqual(expect.any(String));
  });

  test('a multipart/report', async () => {
    const report = Buffer.concat([
      Buffer.from('From: mailer-daemon@example.org\r\nSubject: failed\r\n'),
      multipart(
        [
          { type: 'text/plain', body: 'It failed.' },
          { type: 'message/delivery-status', body: 'Status: 5.1.1' },
        ],
        'report; report-type=delivery-status',
      ),
    ]);
    const message = await readMessage(Buffer.from(report.toString().replace('boundary', ' boundary')));
    expect(message.automatic).toMatch(/^content-type: multipart\/report/);
    expect(message.attachments).toEqual([]);
  });

  test('the null envelope sender, whatever the header says', async () => {
    expect(await automaticOf({}, '')).toBe('empty envelope sender');
  });

  test('a mail without any sender, because nobody could be answered', async () => {
    expect((await readMessage(makeMail({ From: '' }, 'hello'))).automatic).toBe('no sender address');
  });

  test('the mail quoted in a delivery report is not opened, a resume attached to an automatic mail is there', async () => {
    const pdf = { type: 'application/pdf; name=cv.pdf', body: Buffer.from('%PDF-1.4') };
    const quoted = makeMail({}, [{ type: 'text/plain', body: 'x' }, pdf]);
    const report = makeMail(
      {},
      [
        { type: 'text/plain', body: 'failed' },
        { type: 'message/rfc822', body: quoted, encoding: '8bit' },
      ],
      'report',
    );
    expect((await readMessage(report)).attachments).toEqual([]);
    const silent = await readMessage(makeMail({ 'Auto-Submitted': 'auto-generated' }, [{ type: 'text/plain', body: 'x' }, pdf]));
    expect(silent.attachments.map((file) => file.name)).toEqual(['cv.pdf']);
  });
});

describe('mail that a person wrote is not flagged', () => {
  test.each([
    ['Auto-Submitted', 'no'],
    ['Auto-Submitted', 'No (a person)'],
    ['Return-Path', '<ilse@example.org>'],
    ['Precedence', 'first-class'],
    ['X-Auto-Response-Suppress', 'None'],
    ['X-Autoreply', 'no'],
    ['X-Mailing-List-Of-Mine', 'none'],
    ['From', 'Jobs <jobs@other.example.net>'],
  ])('%s: %s', async (name, value) => {
    expect(await automaticOf({ [name]: value })).toBeUndefined();
  });
});
