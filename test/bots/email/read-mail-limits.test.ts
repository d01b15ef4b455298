import { describe, expect, test } from 'vitest';
import { attached, HELLO, makeMail, multipart } from './make-mail.ts';
import { bytesOf, readMessage } from './read-for-test.ts';

describe('nothing is lost and nothing is endless (E11)', () => {
  test('of 1,500 parts the first thousand are read, and the mail says so', async () => {
    const parts = Array.from({ length: 1500 }, (_, index) => attached(`f${index}.pdf`));
    const message = await readMessage(makeMail({}, [HELLO, ...parts]));
    expect(message.text).toBe('Please find my resume attached.');
    expect(message.attachments.length).toBeGreaterThan(900);
    expect(message.attachments.length).toBeLessThanOrEqual(1000);
    expect(message.remarks).toEqual(['This mail has more than 1000 parts; only the first ones were read.']);
  });

  test('parts nested 25 deep are left out, and the mail says so', async () => {
    let nested = multipart([attached('deep.pdf')], 'mixed', 'level-0');
    for (let level = 1; level < 25; level++) {
      nested = Buffer.concat([
        Buffer.from(`Content-Type: multipart/mixed; boundary="level-${level}"\r\n\r\n--level-${level}\r\n`),
        nested,
        Buffer.from(`\r\n--level-${level}--\r\n`),
      ]);
    }
    const head = Buffer.from('From: ilse@example.org\r\nSubject: deep\r\n');
    const message = await readMessage(Buffer.concat([head, nested]));
    expect(message.attachments).toEqual([]);
    expect(message.remarks.join()).toMatch(/nested more than 20 deep/);
  });

  test('mails nested 25 deep are opened down to the cap', async () => {
    let raw = makeMail({ Subject: 'level 25' }, [HELLO, attached('at-25.pdf')]);
    for (let level = 24; level >= 1; level--)
      raw = makeMail({ Subject: `level ${level}` }, [
        attached(`at-${level}.pdf`),
        { type: 'message/rfc822', body: raw, encoding: '8bit' },
      ]);
    const message = await readMessage(raw);
    const depths = message.attachments.map((file) => file.depth);
    expect(depths).toContain(10);
    expect(Math.max(...depths)).toBeLessThan(20);
    expect(message.remarks.join()).toMatch(/nested too deep/);
  });

  test.each([
    ['nothing at all', ''],
    ['a header without an end', 'From: ilse@example.org\r\nSubject: cut'],
    ['a multipart without a boundary', 'From: ilse@example.org\r\nContent-Type: multipart/mixed\r\n\r\n--x\r\n\r\nhello'],
    [
      'a multipart that never closes',
      'From: ilse@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pdf; name=cv.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=',
    ],
    ['binary rubbish', String.fromCharCode(...Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256))],
    ['a header of two megabytes', `From: ilse@example.org\r\nX-Long: ${'a'.repeat(2_000_000)}\r\n\r\nhello`],
  ])('%s is a message with its raw bytes', async (_, content) => {
    const raw = Buffer.from(content, 'latin1');
    const message = await readMessage(raw);
    expect(Buffer.from(message.raw ?? [])).toEqual(raw);
    expect(message.eventKey).toMatch(/^mail:.*:[0-9a-f]{32}$/);
  });

  test('a truncated base64 attachment is kept as far as it came', async () => {
    const cut =
      'From: ilse@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pdf; name=cv.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=';
    const message = await readMessage(Buffer.from(cut));
    expect(bytesOf(message.attachments[0]).toString()).toBe('%PDF-');
  });

  test.each([
    '(',
    '<',
    '"',
    '>',
    '@',
    '=?utf-8?Q?',
    ' \t',
    '-- \n',
    '<div>',
    '&#',
    'On wrote:',
  ])('a megabyte of %j costs less than two seconds (P6)', async (unit) => {
    const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
    // Time of the processor: the machine may have other things to do.
    const started = process.cpuUsage();
    await readMessage(
      makeMail(
        {
          Subject: long.slice(0, 50_000).replaceAll('\n', ' '),
          From: `${long.slice(0, 50_000).replaceAll('\n', ' ')} <ilse@example.org>`,
        },
        long,
      ),
    );
    await readMessage(makeMail({ 'Content-Type': 'text/html' }, long));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
