/** Rule O3: whatever people and files are called, a mail of ours has our header fields and no others. */
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/bots/email/compose-mail.ts';
import { readHeader } from '../../../src/bots/email/mail-header.ts';
import { makeCard } from './make-card.ts';

const OURS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
  'x-auto-response-suppress',
  'x-loop',
  'x-ms-reactions',
];

const INJECTION = fc.constantFrom(
  '\r\nBcc: thief@example.org',
  '\nX-Injected: 1\n\nbody',
  '\r\rX-Injected: 1',
  '\u0000Bcc: thief@example.org',
  '\u0085X-Injected: 1',
  '\u2028X-Injected: 1\u2029',
  '=?utf-8?Q?=0D=0AX-Injected:_1?=',
  '=?utf-8?B?DQpYLUluamVjdGVkOiAx?=',
  '%0d%0aX-Injected: 1',
  '"; filename="x.exe',
  '\r\n\t folded',
  'name" <thief@example.org>, "',
  '(comment)',
  'ẞßİ\u{1F469}\u200D\u{1F4BB}\uD800',
  '\u202Egnp.exe',
  'x'.repeat(3_000),
  'ü'.repeat(1_500),
  'word '.repeat(600),
);
const hostile = fc
  .array(fc.oneof(INJECTION, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 20 })), { maxLength: 4 })
  .map((parts) => parts.join(''));

const LONGEST_LINE = 998;
const clock = { now: () => new Date('2026-03-02T09:00:00Z') };

describe('hostile words (O3)', () => {
  test('no header field is added, none is missing, every line is short and ASCII', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(hostile, hostile, hostile, hostile, hostile, hostile), async (words) => {
        const [name, subject, title, reason, file, id] = words;
        const { raw } = await composeMail(
          'ilse@example.org',
          makeCard({
            title,
            blocks: [
              { kind: 'items', items: [{ number: 1, title, url: reason, good: [reason], missing: [file], notes: [name] }] },
            ],
            footer: [reason],
            attachments: [{ name: file, type: 'application/pdf', blob: 'b1', alternativeText: reason }],
          }),
          {
            dedupeKey: `digest:${id}`,
            bulk: true,
            subject,
            inReplyTo: '<a@example.org>',
            references: ['<a@example.org>', id, `<${id}>`],
            links: { unsubscribe: 'https://shortlist.example.net/u/abc' },
            replyToken: 'xabc',
            signal: new AbortController().signal,
          },
          {
            from: { name, address: 'jobs@shortlist.example.net' },
            postalAddress: reason,
            clock,
            readBlob: async () => new Uint8Array([1, 2, 3]),
          },
        );
        const header = readHeader(raw);
        expect(header.lines.map((line) => line.name).sort()).toEqual(OURS);
        for (const line of raw.toString('latin1').split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
          expect(line).not.toMatch(/[\r\n\u0000]/);
        }
        expect(raw.subarray(0, header.bodyOffset).toString('latin1')).toMatch(/^[\t\r\n -~]*$/);
        const parsed = await simpleParser(raw);
        expect(parsed.attachments).toHaveLength(1);
        expect(parsed.from?.value).toMatchObject([{ address: 'jobs+xabc@shortlist.example.net' }]);
        expect(parsed.to).toMatchObject({ value: [{ address: 'ilse@example.org' }] });
        expect(parsed.cc ?? parsed.bcc ?? parsed.replyTo).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });

  test.each([
    'jobs@x.example\r\nBcc: a@b.example',
    'a@b.example, c@d.example',
    '<a@b.example>',
    '"a b"@c.example',
  ])('the recipient %j is refused', async (to) => {
    const send = { dedupeKey: 'answer:1', signal: new AbortController().signal };
    await expect(composeMail(to, makeCard(), send, { from: { name: 'S', address: 'jobs@x.example' }, clock })).rejects.toThrow(
      /no mail address|not a mail address/,
    );
  });
});
