import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComposeOptions, composeMail, subjectOf } from '../../../src/bots/email/compose-mail.ts';
import { readHeader, valuesOf } from '../../../src/bots/email/mail-header.ts';
import { PermanentFailure } from '../../../src/domain/errors.ts';
import { signReplyToken } from '../../../src/domain/signed-token.ts';
import type { Card } from '../../../src/messages/card.ts';
import type { SendOptions } from '../../../src/messages/channel.ts';
import { makeCard } from './make-card.ts';
import { bytesOf, readMessage } from './read-for-test.ts';

const OPTIONS: ComposeOptions = {
  from: { name: 'Shortlist', address: 'jobs@shortlist.example.net' },
  clock: { now: () => new Date('2025-11-20T10:00:00Z') },
};
const send = (change: Partial<SendOptions> = {}): SendOptions => ({
  dedupeKey: 'answer:s1',
  signal: new AbortController().signal,
  ...change,
});
const compose = (card: Card, change: Partial<SendOptions> = {}, options: Partial<ComposeOptions> = {}) =>
  composeMail('ilse@example.org', card, send(change), { ...OPTIONS, ...options });

async function fieldsOf(change: Partial<SendOptions> = {}, card = makeCard()): Promise<(name: string) => string[]> {
  const header = readHeader((await compose(card, change)).raw);
  return (name) => valuesOf(header, name);
}

describe('the header of what we send', () => {
  test('a reply says that it is automatic, keeps the thread and its subject with one Re: (E9, O12)', async () => {
    const field = await fieldsOf({
      inReplyTo: '<b@example.org>',
      references: ['<a@example.org>', '<b@example.org>'],
      subject: 'RE: Re: my CV',
    });
    expect(field('auto-submitted')).toEqual(['auto-replied']);
    expect(field('x-auto-response-suppress')).toEqual(['All']);
    expect(field('x-ms-reactions')).toEqual(['disallow']);
    expect(field('in-reply-to')).toEqual(['<b@example.org>']);
    expect(field('references')).toEqual(['<a@example.org> <b@example.org>']);
    expect(field('subject')).toEqual(['Re: my CV']);
    expect(field('from')).toEqual(['Shortlist <jobs@shortlist.example.net>']);
    expect(field('to')).toEqual(['ilse@example.org']);
    expect(field('date')).toEqual(['Thu, 20 Nov 2025 10:00:00 +0000']);
    for (const absent of ['reply-to', 'precedence', 'list-unsubscribe', 'bcc', 'cc']) expect(field(absent)).toEqual([]);
  });

  test('a digest says auto-generated and how to unsubscribe', async () => {
    const field = await fieldsOf({ bulk: true, dedupeKey: 'digest:p1:2025-11-20' });
    expect(field('auto-submitted')).toEqual(['auto-generated']);
    expect(field('list-unsubscribe')).toEqual(['<mailto:jobs@shortlist.example.net?subject=stop>']);
    expect(field('subject')).toEqual(['Your resume: 2 jobs that fit']);
    expect(field('precedence')).toEqual([]);
  });

  test('with a page to stop it, one click does: the page first, the mail address for programs that know no pages (O1)', async () => {
    const links = { unsubscribe: 'https://shortlist.example.net/u/abc.def' };
    const field = await fieldsOf({ bulk: true, links });
    expect(field('list-unsubscribe')).toEqual([
      '<https://shortlist.example.net/u/abc.def>, <mailto:jobs@shortlist.example.net?subject=stop>',
    ]);
    expect(field('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    const answer = await fieldsOf({ links });
    expect(answer('list-unsubscribe')).toEqual([]);
    expect(answer('list-unsubscribe-post')).toEqual([]);
  });

  test('a page without HTTPS is named, and never for one click: RFC 8058 asks for https (O1)', async () => {
    const field = await fieldsOf({ bulk: true, links: { unsubscribe: 'http://10.0.0.5:8080/u/abc.def' } });
    expect(field('list-unsubscribe')).toEqual([
      '<http://10.0.0.5:8080/u/abc.def>, <mailto:jobs@shortlist.example.net?subject=stop>',
    ]);
    expect(field('list-unsubscribe-post')).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'https://x.example/>, <mailto:a@b.example',
    'https://x.example/ y',
  ])('a page at %j is no page', async (unsubscribe) => {
    const field = await fieldsOf({ bulk: true, links: { unsubscribe } });
    expect(field('list-unsubscribe')).toEqual(['<mailto:jobs@shortlist.example.net?subject=stop>']);
    expect(field('list-unsubscribe-post')).toEqual([]);
  });

  test('a reply token goes into the address that it comes from, the name stays, and "stop" proves itself too (E10)', async () => {
    const token = signReplyToken(new Uint8Array(32), '01890000-0000-7000-8000-000000000001', 'ilse@example.org');
    const field = await fieldsOf({ bulk: true, replyToken: token });
    expect(field('from')).toEqual([`Shortlist <jobs+${token}@shortlist.example.net>`]);
    expect(field('list-unsubscribe')).toEqual([`<mailto:jobs+${token}@shortlist.example.net?subject=stop>`]);
    expect(field('reply-to')).toEqual([]);
  });

  test('an address that would get too long with a token goes without', async () => {
    const from = { name: 'Shortlist', address: `${'applications'.repeat(3)}@shortlist.example.net` };
    const { raw } = await compose(makeCard(), { replyToken: 'x'.padEnd(43, '0') }, { from });
    expect(valuesOf(readHeader(raw), 'from')).toEqual([`Shortlist <${from.address}>`]);
  });

  test('the Message-ID follows from the dedupe key alone and tells its kind (O4)', async () => {
    const id = async (dedupeKey: string) => (await compose(makeCard({ title: String(Math.random()) }), { dedupeKey })).messageId;
    expect(await id('digest:p1:2025-11-20')).toMatch(/^<[0-9a-f]{32}\.digest@shortlist\.example\.net>$/);
    expect(await id('digest:p1:2025-11-20')).toBe(await id('digest:p1:2025-11-20'));
    expect(await id('digest:p1:2025-11-21')).not.toBe(await id('digest:p1:2025-11-20'));
    expect((await fieldsOf({ dedupeKey: 'answer:s1' }))('message-id')).toEqual([await id('answer:s1')]);
  });

  test('another assistant recognises our mail as automatic: two bots stop after one answer each (E9)', async () => {
    const read = await readMessage((await compose(makeCard())).raw, { ourAddresses: ['jobs@other.example'] });
    expect(read.automatic).toBe('auto-submitted: auto-replied');
  });

  test.each([
    ['my CV', 'Re: my CV'],
    ['Re: my CV', 'Re: my CV'],
    ['AW: WG: Lebenslauf', 'Re: WG: Lebenslauf'],
    ['Re[2]: RE : Odp: CV', 'Re: CV'],
    ['R: CV', 'Re: CV'],
    ['Fwd: my CV', 'Re: Fwd: my CV'],
    ['Research position', 'Re: Research position'],
    ['  ', 'The title'],
    [undefined, 'The title'],
  ])('the subject %j is answered as %j', (answered, subject) => {
    expect(subjectOf(answered, 'The title')).toBe(subject);
  });

  test('somebody without an address cannot be written to', async () => {
    for (const to of [
      '',
      'ilse',
      'ilse@example.org, admin@example.org',
      'a b@example.org',
      'x@example.org\r\nBcc: y@example.org',
    ]) {
      await expect(composeMail(to, makeCard(), send(), OPTIONS)).rejects.toThrow(PermanentFailure);
    }
  });
});

describe('nothing that people wrote becomes a header (O3)', () => {
  const KNOWN = [
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'list-unsubscribe',
    'message-id',
    'mime-version',
    'references',
    'subject',
    'to',
    'x-auto-response-suppress',
    'x-loop',
    'x-ms-reactions',
  ];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          '\n ',
          '\u2028',
          '\u0000',
          'Bcc: victim@example.org',
          'X-Injected: 1',
          'ä',
          '=?utf-8?Q?=0D=0ABcc:_x?=',
          ':',
          '<',
          '>',
          ',',
          '"',
          '\\',
          ' ',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('for 300 hostile subjects, names, titles, ids and file names', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (subject, name, id, file) => {
        const card = makeCard({ title: subject, attachments: [{ name: file, type: file, blob: 'b1', alternativeText: file }] });
        const mail = await composeMail(
          'ilse@example.org',
          card,
          send({ subject: name, inReplyTo: `<${id}>`, references: [id, `<${id}@x>`], dedupeKey: `${id}:${subject}`, bulk: true }),
          {
            ...OPTIONS,
            from: { name, address: 'jobs@shortlist.example.net' },
            readBlob: async () => new TextEncoder().encode('bytes'),
          },
        );
        const header = readHeader(mail.raw);
        for (const line of header.lines) expect(KNOWN).toContain(line.name);
        expect(header.lines.filter((line) => line.name === 'from' || line.name === 'to' || line.name === 'subject')).toHaveLength(
          3,
        );
        expect(valuesOf(header, 'to')).toEqual(['ilse@example.org']);
        expect(valuesOf(header, 'from')[0]).toMatch(/<jobs@shortlist\.example\.net>$|^jobs@shortlist\.example\.net$/);
        expect(mail.raw.subarray(0, header.bodyOffset).toString('latin1')).not.toMatch(/^(?:bcc|x-injected):/im);
      }),
      { numRuns: 300 },
    );
  });
});

describe('text, HTML and files', () => {
  test('the mail holds text and HTML that say the same, and reads back', async () => {
    const mail = await compose(makeCard());
    expect(mail.raw.toString('latin1')).toMatch(/Content-Type: multipart\/alternative/);
    const read = await readMessage(mail.raw);
    expect(read.text).toContain('Pressure vessel welder');
    expect(read.text).toContain('https://jobs.example.org/1?a=1&b=2');
    expect(read.attachments).toEqual([]);
  });

  test('pictures are shown by Content-ID with their alternative text, other files are attached', async () => {
    const blobs: Record<string, string> = { chart: 'PNG bytes', table: 'a,b' };
    const card = makeCard({
      attachments: [
        { name: 'skills.png', type: 'image/png', blob: 'chart', alternativeText: 'Your ten most used skills' },
        { name: 'all.csv', type: 'text/csv', blob: 'table', alternativeText: 'All matches' },
      ],
    });
    const mail = await compose(card, {}, { readBlob: async (blob) => new TextEncoder().encode(blobs[blob]) });
    const read = await readMessage(mail.raw);
    expect(read.attachments.map((file) => [file.name, file.type, file.embedded, bytesOf(file).toString()])).toEqual(
      expect.arrayContaining([
        ['skills.png', 'image/png', true, 'PNG bytes'],
        ['all.csv', 'text/csv', false, 'a,b'],
      ]),
    );
    expect(read.text).toContain('Your ten most used skills');
  });

  test('without a reader of blobs the alternative text is sent', async () => {
    const card = makeCard({
      attachments: [{ name: 'skills.png', type: 'image/png', blob: 'chart', alternativeText: 'Your ten most used skills' }],
    });
    const read = await readMessage((await compose(card)).raw);
    expect([read.attachments.length, read.text.includes('Your ten most used skills')]).toEqual([0, true]);
  });
});
