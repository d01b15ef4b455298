import { afterEach, describe, expect, test } from 'vitest';
import { createEmailChannel, type EmailOptions } from '../../../src/bots/email/create-email-channel.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { Channel } from '../../../src/messages/channel.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { makeMail, PDF } from './make-mail.ts';
import { NO_STATE, type RecordedEvents, recordedEvents, SILENT_LOG } from './recorded-events.ts';
import { openSession, sendRaw } from './smtp-peers.ts';

checkForLeaks();

const running: Channel[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((channel) => channel.stop()));
});

async function startListener(
  options: Partial<EmailOptions> = {},
): Promise<{ channel: Channel; port: number; events: RecordedEvents }> {
  let port = 0;
  const channel = createEmailChannel({
    listen: { host: '127.0.0.1', port: 0 },
    trust: 'local',
    from: { name: 'Shortlist', address: 'jobs@shortlist.example.net' },
    outgoing: { kind: 'folder', folder: '/nonexistent' },
    ourAddresses: ['jobs@shortlist.example.net'],
    log: SILENT_LOG,
    clock: systemClock,
    onListening: (address) => {
      port = address.port;
    },
    ...options,
  });
  const events = recordedEvents();
  running.push(channel);
  await channel.start(events, NO_STATE);
  return { channel, port, events };
}

function barrier(): { wait: Promise<void>; open(): void } {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open: () => open() };
}

const MAIL = makeMail({}, [
  { type: 'text/plain', body: 'My resume.' },
  { type: 'application/pdf; name=cv.pdf', body: PDF },
]);

describe('the built-in listener', () => {
  test('a mail sent by SMTP is a message with its attachment, envelope and raw bytes', async () => {
    const { port, events } = await startListener();
    expect(await sendRaw(port, MAIL, { from: 'ilse@example.org', to: ['jobs+j4f7k2m9q@shortlist.example.net'] })).toMatch(
      /^250 /,
    );
    expect(events.messages).toMatchObject([
      {
        text: 'My resume.',
        recipients: ['jobs+j4f7k2m9q@shortlist.example.net', 'jobs@shortlist.example.net'],
        attachments: [{ name: 'cv.pdf' }],
        sender: { verified: true },
      },
    ]);
    expect(Buffer.from(events.messages[0]?.raw ?? []).toString()).toContain('My resume.');
  });

  test('it advertises its size limit and neither login nor TLS', async () => {
    const { port } = await startListener({ maxBytes: 123_456 });
    const session = await openSession(port);
    const greeting = await session.say('EHLO client.example.org');
    expect(greeting).toMatch(/SIZE 123456/);
    expect(greeting).not.toMatch(/AUTH|STARTTLS/);
    session.end();
    await session.closed;
  });

  test('250 comes only after the commit', async () => {
    const { port, events } = await startListener();
    const commit = barrier();
    const started = barrier();
    events.beforeCommit = () => {
      started.open();
      return commit.wait;
    };
    let answered = false;
    const sending = sendRaw(port, MAIL).then((reply) => {
      answered = true;
      return reply;
    });
    await started.wait;
    // Round trips on another connection: an answer that was on its way would be here by then.
    const session = await openSession(port);
    for (let trip = 0; trip < 20; trip++) await session.say('NOOP');
    expect(answered).toBe(false);
    commit.open();
    expect(await sending).toMatch(/^250 /);
    session.end();
    await session.closed;
  });

  test('a commit that fails is "try again", and the next try is the same event', async () => {
    const { port, events } = await startListener();
    events.beforeCommit = async () => {
      throw new Error('disk full');
    };
    expect(await sendRaw(port, MAIL)).toMatch(/^451 /);
    events.beforeCommit = async () => {};
    expect(await sendRaw(port, MAIL)).toMatch(/^250 /);
    expect(await sendRaw(port, MAIL)).toMatch(/^250 /);
    expect(new Set(events.messages.map((message) => message.eventKey)).size).toBe(1);
  });

  test('a mail over the limit is refused with 552, announced or not, and the next one is taken', async () => {
    const { port, events } = await startListener({ maxBytes: 20_000 });
    const session = await openSession(port);
    await session.say('EHLO client.example.org');
    expect(await session.say('MAIL FROM:<ilse@example.org> SIZE=30000')).toMatch(/^552 /);
    await session.say('MAIL FROM:<ilse@example.org>');
    await session.say('RCPT TO:<jobs@shortlist.example.net>');
    await session.say('DATA');
    expect(await session.say(`Subject: large\r\n\r\n${'x'.repeat(70).concat('\r\n').repeat(400)}.`)).toMatch(/^552 /);
    session.end();
    await session.closed;
    expect(await sendRaw(port, MAIL)).toMatch(/^250 /);
    expect(events.messages).toHaveLength(1);
  });

  test('a mail that cannot be parsed is taken in with its bytes', async () => {
    const { port, events } = await startListener();
    const broken = Buffer.from(`From: ilse@example.org\r\nX-Long: ${'a'.repeat(1_200_000)}\r\n\r\nhello\r\n`);
    expect(await sendRaw(port, broken)).toMatch(/^250 /);
    expect(events.messages[0]?.remarks).toEqual(['This mail is damaged; only a part of it could be read.']);
    expect(events.messages[0]?.raw?.length).toBe(broken.length);
  });

  test('a client that goes away in the middle of a mail leaves nothing behind', async () => {
    const { port, events } = await startListener();
    const session = await openSession(port);
    await session.say('EHLO client.example.org');
    await session.say('MAIL FROM:<ilse@example.org>');
    await session.say('RCPT TO:<jobs@shortlist.example.net>');
    await session.say('DATA');
    session.write('Subject: half\r\n\r\nhalf of');
    session.end();
    await session.closed;
    expect(await sendRaw(port, MAIL)).toMatch(/^250 /);
    expect(events.messages.map((message) => message.subject)).toEqual(['Hello']);
  });

  test('the null sender is flagged automatic, a reaction arrives as one', async () => {
    const { port, events } = await startListener();
    await sendRaw(port, MAIL, { from: '', to: ['jobs@shortlist.example.net'] });
    expect(events.messages[0]?.automatic).toBe('empty envelope sender');
    const reaction = makeMail({ 'In-Reply-To': '<a.answer@shortlist.example.net>' }, [
      { type: 'text/plain; charset=utf-8', headers: ['Content-Disposition: reaction'], body: '👍' },
    ]);
    expect(await sendRaw(port, reaction)).toMatch(/^250 /);
    expect(events.reactions).toMatchObject([{ emoji: '👍', target: '<a.answer@shortlist.example.net>' }]);
  });

  test('at most twenty mails are being read at once; all of thirty are taken in the end', async () => {
    const { port, events } = await startListener();
    const commit = barrier();
    let inside = 0;
    let most = 0;
    events.beforeCommit = async () => {
      inside++;
      most = Math.max(most, inside);
      await commit.wait;
      inside--;
    };
    const sending = Promise.all(
      Array.from({ length: 30 }, (_, index) => sendRaw(port, makeMail({ 'Message-ID': `<m${index}@example.org>` }, 'hello'))),
    );
    await expect.poll(() => inside, { timeout: 30_000 }).toBe(20);
    commit.open();
    const replies = await sending;
    expect(replies.every((reply) => reply.startsWith('250 '))).toBe(true);
    expect([most, events.messages.length]).toEqual([20, 30]);
  });

  test('stopping lets what runs finish, refuses new connections and may be called twice', async () => {
    const { channel, port, events } = await startListener();
    const commit = barrier();
    const started = barrier();
    events.beforeCommit = () => {
      started.open();
      return commit.wait;
    };
    const idle = await openSession(port);
    const sending = sendRaw(port, MAIL);
    await started.wait;
    const stopped = Promise.all([channel.stop(), channel.stop()]);
    await idle.closed;
    await expect(openRefused(port)).resolves.toBe('ECONNREFUSED');
    commit.open();
    expect(await sending).toMatch(/^250 /);
    await stopped;
    expect(events.messages).toHaveLength(1);
  });

  test('a commit that never ends does not hold up stopping for more than about five seconds, and is not acknowledged', async () => {
    const { channel, port, events } = await startListener();
    const started = barrier();
    events.beforeCommit = () => {
      started.open();
      return new Promise(() => {});
    };
    const sending = sendRaw(port, MAIL).then(
      (reply) => reply,
      () => 'no answer',
    );
    await started.wait;
    const before = performance.now();
    await channel.stop();
    expect(performance.now() - before).toBeLessThan(6_500);
    expect(await sending).not.toMatch(/^250 /);
  }, 15_000);

  test('a taken port is an error of start, and stop still works', async () => {
    const { port } = await startListener();
    await expect(startListener({ listen: { host: '127.0.0.1', port } })).rejects.toThrow(/EADDRINUSE/);
  });

  test('with the listener off nothing listens', async () => {
    const { port } = await startListener({ listen: 'off' });
    expect(port).toBe(0);
  });
});

async function openRefused(port: number): Promise<string> {
  try {
    await sendRaw(port, MAIL);
    return 'connected';
  } catch (error) {
    return error instanceof Error && /ECONNREFUSED/.test(error.message) ? 'ECONNREFUSED' : String(error);
  }
}
