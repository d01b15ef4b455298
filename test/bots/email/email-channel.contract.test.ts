import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { createEmailChannel, type EmailOptions } from '../../../src/bots/email/create-email-channel.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { channelContract } from '../../contracts/channel-contract.ts';
import type { ChannelHarness, PersonWrites, SentMessage } from '../../contracts/channel-harness.ts';
import { CONTRACT_CARD } from '../../contracts/contract-cards.ts';
import { type MadePart, makeMail } from './make-mail.ts';
import { NO_STATE, SILENT_LOG } from './recorded-events.ts';
import { type CaptureServer, captureServer, sendRaw } from './smtp-peers.ts';

const ADDRESS = 'ilse@example.org';

function harnessOf(outgoing: EmailOptions['outgoing'], raws: () => Buffer[], dispose: () => Promise<void>): ChannelHarness {
  let port = 0;
  const channel = createEmailChannel({
    listen: { host: '127.0.0.1', port: 0 },
    trust: 'local',
    from: { name: 'Shortlist', address: 'jobs@shortlist.example.net' },
    outgoing,
    ourAddresses: [],
    log: SILENT_LOG,
    clock: systemClock,
    onListening: (address) => {
      port = address.port;
    },
  });
  const post = async (raw: Buffer) => {
    const reply = await sendRaw(port, raw).catch(() => 'no connection');
    return reply.startsWith('250 ') ? ('acknowledged' as const) : ('refused' as const);
  };
  return {
    channel,
    conversation: ADDRESS,
    address: ADDRESS,
    start: (events) => channel.start(events, NO_STATE),
    write: (what) => post(mailOf(what)),
    react: (target, emoji, key) =>
      post(
        makeMail({ 'Message-ID': `<${key}@example.org>`, 'In-Reply-To': target }, [
          { type: 'text/plain; charset=utf-8', headers: ['Content-Disposition: reaction'], body: emoji },
        ]),
      ),
    sent: () => Promise.all(raws().map(sentOf)),
    dispose,
  };
}

function mailOf(what: PersonWrites): Buffer {
  const headers = {
    'Message-ID': `<${what.key}@example.org>`,
    ...(what.inReplyTo === undefined ? {} : { 'In-Reply-To': what.inReplyTo }),
  };
  if (what.file === undefined) return makeMail(headers, what.text);
  const name = encodeURIComponent(what.file.name);
  const parts: MadePart[] = [
    { type: 'text/plain; charset=utf-8', body: what.text },
    { type: 'application/pdf', headers: [`Content-Disposition: attachment; filename*=utf-8''${name}`], body: what.file.bytes },
  ];
  return makeMail(headers, parts);
}

async function sentOf(raw: Buffer): Promise<SentMessage> {
  const parsed = await simpleParser(raw);
  const to = Array.isArray(parsed.to) ? parsed.to[0] : parsed.to;
  return {
    conversation: to?.value[0]?.address ?? '',
    message: parsed.messageId ?? '',
    text: parsed.text ?? '',
    inReplyTo: parsed.inReplyTo,
  };
}

channelContract('mail into a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  const raws = () =>
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  return harnessOf({ kind: 'folder', folder }, raws, async () => rmSync(folder, { recursive: true }));
});

channelContract('mail to a server', async () => {
  const server: CaptureServer = await captureServer('accept');
  return harnessOf({ kind: 'smtp', url: server.url }, () => server.mails.map((mail) => mail.raw), server.close);
});

describe('what mail has not', () => {
  const harness = harnessOf(
    { kind: 'folder', folder: '/nonexistent' },
    () => [],
    async () => {},
  );

  test('an invocation cannot be answered, a file cannot be fetched again', async () => {
    const signal = new AbortController().signal;
    await expect(
      harness.channel.send({ invocation: 'i1', visibleTo: 'invoker' }, CONTRACT_CARD, { dedupeKey: 'a:1', signal }),
    ).rejects.toThrow(/no invocations/);
    const fetching = harness.channel.fetchAttachment('ref', { maxBytes: 1, signal })[Symbol.asyncIterator]().next();
    await expect(fetching).rejects.toThrow(/come with their message/);
  });
});
