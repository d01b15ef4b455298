import { beforeEach, describe, expect, it } from 'vitest';
import type { SlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import { PermanentFailure, RetryLater } from '../../../src/domain/errors.ts';
import type { PlaceMessages } from '../../../src/messages/channel.ts';
import type { HistoryMessage } from '../../servers/slack-answers.ts';
import { ILSE, OTTO, useSlack } from './run-slack.ts';
import { messageIn } from './slack-events.ts';

const running = useSlack();
const PLACE = 'C0JOBS';
const history: HistoryMessage[] = [];
beforeEach(() => {
  history.length = 0;
  running.slack.channels.set('job-board', { id: PLACE, history });
});

function posted(name: string, more: Partial<HistoryMessage> = {}): HistoryMessage {
  const { slack } = running;
  const id = `F0${name.toUpperCase()}`;
  slack.files.set(id, { name: `${name}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(name) });
  const message = { ts: slack.ts(), user: ILSE, text: 'here', files: [{ id, name: `${name}.txt` }], ...more };
  history.push(message);
  return message;
}
const read = (channel: SlackChannel, place: string, after?: string, limit = 15): Promise<PlaceMessages> | undefined =>
  channel.readPlace?.(place, { after, limit, signal: new AbortController().signal });
const namesOf = (found: PlaceMessages | undefined) => found?.messages.map((message) => message.attachments[0]?.name);

describe('a watched channel', () => {
  it('S10: begins with its latest messages, and goes on from there with what is new, oldest first', async () => {
    const channel = await running.open();
    for (let number = 0; number < 20; number++) posted(`old${number}`);
    const first = await read(channel, PLACE);
    expect(namesOf(first)).toEqual(Array.from({ length: 15 }, (_, index) => `old${index + 5}.txt`));
    expect(first?.more).toBe(false);
    expect(await read(channel, PLACE, first?.next)).toMatchObject({ messages: [], next: first?.next, more: false });
    posted('new');
    expect(namesOf(await read(channel, '#job-board', first?.next))).toEqual(['new.txt']);
    expect(running.slack.refusals).toEqual([]);
  });

  it('S10: is read fifteen messages a call after a downtime, until nothing is left, each once', async () => {
    const channel = await running.open();
    posted('known');
    let position = (await read(channel, PLACE))?.next;
    for (let number = 0; number < 33; number++) posted(`new${number}`);
    const seen: unknown[] = [];
    const sizes: number[] = [];
    for (let more = true; more; ) {
      const page = await read(channel, PLACE, position, 100);
      seen.push(...(namesOf(page) ?? []));
      sizes.push(page?.messages.length ?? 0);
      position = page?.next;
      more = page?.more ?? false;
      // Told meanwhile: it belongs to the next reading.
      if (sizes.length === 1) posted('meanwhile');
    }
    seen.push(...(namesOf(await read(channel, PLACE, position)) ?? []));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(15);
    expect(new Set(seen)).toEqual(new Set([...Array.from({ length: 33 }, (_, index) => `new${index}.txt`), 'meanwhile.txt']));
  });

  it('gives what holds files, with their bytes, silently, under the key that an event of it would have (S4, A7)', async () => {
    const channel = await running.open();
    posted('cv');
    posted('words', { files: [] });
    posted('bot', { bot_id: 'B1' });
    posted('joined', { subtype: 'channel_join' });
    const [message, ...others] = (await read(channel, PLACE))?.messages ?? [];
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      sharedPlace: true,
      backlog: true,
      private: true,
      conversation: ILSE,
      sender: { address: ILSE },
    });
    expect(message).not.toHaveProperty('publicPlace');
    expect(message?.attachments[0]?.content).toEqual({ bytes: Buffer.from('cv') });
    const [first] = history;
    await running.slack.deliver(
      'events_api',
      messageIn('Ev1', ILSE, PLACE, first?.ts ?? '', { text: 'here', files: first?.files }),
    );
    expect(running.told.messages[0]?.eventKey).toBe(message?.eventKey);
  });

  it('says what to do when the app is not in it, and waits when Slack says so', async () => {
    const channel = await running.open();
    for (const place of ['#nowhere', 'C0NOWHERE']) {
      const failure = await read(channel, place)?.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(PermanentFailure);
      expect(failure).toMatchObject({ fix: expect.stringContaining('/invite') });
    }
    running.slack.fail('conversations.history', { status: 429, retryAfter: 60 });
    await expect(read(channel, PLACE)).rejects.toMatchObject({ afterMs: 60_000, countsAsAttempt: false });
    running.slack.scopes.delete('channels:history');
    await expect(read(channel, PLACE)).rejects.toThrow(RetryLater);
  });

  it('is read from the beginning of its span when the page that comes next has grown too old', async () => {
    const channel = await running.open();
    const known = posted('known');
    posted('new', { user: OTTO });
    expect(namesOf(await read(channel, PLACE, `${known.ts} ${known.ts} too-old`))).toEqual(['new.txt']);
  });
});
