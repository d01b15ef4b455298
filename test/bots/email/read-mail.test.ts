import { describe, expect, test } from 'vitest';
import { makeMail } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';

describe('who, to whom and about what', () => {
  test('the conversation is the sender in lower case, private, with the raw bytes kept', async () => {
    const raw = makeMail({ From: 'Ilse <Ilse@Example.ORG>' }, 'hi');
    const message = await readMessage(raw);
    expect(message).toMatchObject({
      channel: 'email',
      conversation: 'ilse@example.org',
      private: true,
      sender: { address: 'ilse@example.org', name: 'Ilse', verified: true },
    });
    expect(Buffer.from(message.raw ?? [])).toEqual(raw);
  });

  test('recipients are ours only, with their plus parts, from header and envelope', async () => {
    const raw = makeMail(
      { To: 'Jobs <jobs+j4f7k2m9q@shortlist.example.net>, other@example.org', Cc: 'JOBS@shortlist.example.net' },
      'x',
    );
    const message = await readMessage(raw, { envelope: { from: 'ilse@example.org', to: ['jobs+x1@shortlist.example.net'] } });
    expect(message.recipients).toEqual([
      'jobs+x1@shortlist.example.net',
      'jobs+j4f7k2m9q@shortlist.example.net',
      'jobs@shortlist.example.net',
    ]);
  });

  test("what it answers is In-Reply-To, else the last of References; Thread-Index is nobody's id", async () => {
    const references = '<a@x.example>\r\n <b@x.example>';
    const both = await readMessage(makeMail({ 'In-Reply-To': '<b@x.example>', References: references }, 'x'));
    expect([both.inReplyTo, both.references]).toEqual([['<b@x.example>'], ['<a@x.example>', '<b@x.example>']]);
    expect((await readMessage(makeMail({ References: references }, 'x'))).inReplyTo).toEqual(['<b@x.example>']);
    expect((await readMessage(makeMail({ 'Thread-Index': 'AdWl0000==' }, 'x'))).inReplyTo).toEqual([]);
  });
});

describe('one mail, one key (E7)', () => {
  const body = 'Same words';
  const key = async (headers: Record<string, string>, content = body) => (await readMessage(makeMail(headers, content))).eventKey;

  test('the same mail has the same key, also by another route', async () => {
    expect(await key({})).toBe(await key({}));
    expect(await key({ Received: 'from a.example by b.example', 'Delivered-To': 'jobs@shortlist.example.net' })).toBe(
      await key({}),
    );
  });

  test('a line break at the end, which SMTP adds, makes no other mail', async () => {
    const mail = makeMail({}, body).toString().trimEnd();
    const [bare, ended, longer] = await Promise.all(['', '\r\n', '\r\n.'].map((end) => readMessage(Buffer.from(mail + end))));
    expect(bare?.eventKey).toBe(ended?.eventKey);
    expect(longer?.eventKey).not.toBe(ended?.eventKey);
  });

  test('the same Message-ID with another body is another mail', async () => {
    expect(await key({}, 'Other words')).not.toBe(await key({}));
  });

  test('without Message-ID it is From, Date, Subject and body that make the key', async () => {
    const none = { 'Message-ID': '' };
    expect(await key(none)).toBe(await key(none));
    const changes: Record<string, string>[] = [
      { From: 'b@example.org' },
      { Date: 'Thu, 20 Nov 2025 10:00:01 +0000' },
      { Subject: 'Hello!' },
    ];
    for (const change of changes) {
      expect(await key({ ...none, ...change })).not.toBe(await key(none));
    }
    expect(await key(none, 'Other words')).not.toBe(await key(none));
  });
});
