import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import type { SlackLog } from '../../../src/bots/slack/slack-log.ts';
import { RetryLater } from '../../../src/domain/errors.ts';
import type { Card } from '../../../src/messages/card.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../../servers/slack-server.ts';
import { NO_STATE, recordedEvents, SILENT_LOG } from '../email/recorded-events.ts';
import { directMessage, mention } from './slack-events.ts';

checkForLeaks();
const ILSE = 'U0ILSE';
const CARD: Card = { about: [], title: 'Hello', blocks: [], footer: [], attachments: [] };
let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlack({ spacingMs: 20, ackWithinMs: 2_000 });
  slack.users.set(ILSE, {});
});
afterEach(() => slack.close());

const open = (botToken = BOT_TOKEN, log: SlackLog = SILENT_LOG, spacingMs = 60) =>
  createSlackChannel({
    account: { botToken, appToken: APP_TOKEN, apiUrl: slack.url },
    log,
    spacingMs,
    timings: { retryMs: 5 },
  });
const options = (dedupeKey: string, more = {}) => ({ dedupeKey, signal: new AbortController().signal, ...more });

describe('the Slack channel', () => {
  it('sends at most one message per interval and conversation, and puts off what would wait long (S9)', async () => {
    // Far apart beside what a busy machine adds to each: the server counts from arrival to arrival.
    const channel = open(BOT_TOKEN, SILENT_LOG, 500);
    const sends = ['a', 'b', 'c', 'd', 'e'].map((key) => channel.send({ conversation: ILSE }, CARD, options(key)));
    const outcomes = await Promise.allSettled(sends);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    expect(
      outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])).every((one) => one instanceof RetryLater),
    ).toBe(true);
    expect(slack.refusals).toEqual([]);
  });

  it('answers in the thread of the message only where that message is', async () => {
    const channel = open();
    const ts = '1700000000.000100';
    await channel.send({ conversation: ILSE }, CARD, options('b', { inReplyTo: `C0TEAM:${ts}` }));
    await channel.send({ conversation: directOf(ILSE) }, CARD, options('a', { inReplyTo: `${directOf(ILSE)}:${ts}` }));
    expect(slack.messages.map((message) => message.threadTs)).toEqual([undefined, ts]);
  });

  it('edits a message in place', async () => {
    const channel = open();
    const sent = await channel.send({ conversation: ILSE }, CARD, options('a'));
    if (sent.outcome !== 'sent') throw expect.unreachable('not sent');
    await channel.edit?.(sent.message, { ...CARD, title: 'Done' });
    expect(slack.messages).toMatchObject([{ shown: 'Done', edited: true }]);
  });

  it('says what is wrong with a token, goes on without Slack, and keeps its messages for later', async () => {
    const said: string[] = [];
    const channel = open('xoxb-wrong', { ...SILENT_LOG, error: (fields: object) => said.push(JSON.stringify(fields)) });
    await channel.start(recordedEvents(), NO_STATE);
    expect(channel.isUp?.()).toBe(false);
    expect(said.join()).toMatch(/invalid_auth.*SLACK_BOT_TOKEN/);
    const failure = await channel.send({ conversation: ILSE }, CARD, options('a')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'RetryLater', countsAsAttempt: false });
    await channel.stop();
  });

  it('ends while events are in hand: they are committed and acknowledged first (R4)', async () => {
    const channel = open();
    const events = recordedEvents();
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    let inHand = false;
    events.beforeCommit = () => {
      inHand = true;
      return committed;
    };
    await channel.start(events, NO_STATE);
    const delivered = slack.deliver('events_api', directMessage('Ev1', ILSE, slack.ts(), { text: 'help' }));
    await expect.poll(() => inHand).toBe(true);
    const stopped = channel.stop();
    expect(slack.acks).toEqual([]);
    commit();
    expect(await delivered).toBe('acknowledged');
    await stopped;
    expect(events.messages).toHaveLength(1);
  });

  it('reads mentions without the mention, escapes and links as they were typed', async () => {
    const channel = open();
    const events = recordedEvents();
    await channel.start(events, NO_STATE);
    await slack.deliver(
      'events_api',
      mention('Ev1', ILSE, 'C0TEAM', slack.ts(), 'C++ &amp; &lt;b&gt; <mailto:i@example.org|i@example.org> <#C1|team>'),
    );
    expect(events.messages).toMatchObject([
      { text: 'C++ & <b> i@example.org #team', conversation: ILSE, private: true, publicPlace: { conversation: 'C0TEAM' } },
    ]);
    await channel.stop();
  });

  it('acknowledges a burst of events within half a second each (S2)', async () => {
    const channel = open();
    await channel.start(recordedEvents(), NO_STATE);
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        slack.deliver('events_api', directMessage(`Ev${index}`, ILSE, slack.ts(), { text: 'help' })),
      ),
    );
    expect(slack.acks).toHaveLength(100);
    expect(Math.max(...slack.acks.map((ack) => ack.ms))).toBeLessThan(500);
    await channel.stop();
  });
});
