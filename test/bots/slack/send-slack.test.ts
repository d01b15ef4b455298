import { describe, expect, it } from 'vitest';
import { adjustableClock } from '../../../src/domain/clock.ts';
import { AddressGone, RetryLater } from '../../../src/domain/errors.ts';
import { directOf } from '../../servers/slack-server.ts';
import { cardOf, ILSE, optionsOf, useSlack } from './run-slack.ts';

const running = useSlack();
const DIRECT = directOf(ILSE);
const PICTURE = {
  name: 'market.png',
  type: 'image/png',
  blob: 'blob1',
  alternativeText: 'Welding jobs rose by a fifth in October.',
};
const readBlob = async (blob: string) => new TextEncoder().encode(`picture ${blob}`);
const sent = () => running.slack.messages;

describe('pictures and files of a card', () => {
  it('are uploaded and shown beneath the message, with words for those who do not see them', async () => {
    const channel = await running.open({ readBlob });
    await channel.send({ conversation: ILSE }, cardOf({ attachments: [PICTURE] }), optionsOf('a'));
    expect(sent()[0]?.shown).toContain(PICTURE.alternativeText);
    expect(running.slack.shared).toMatchObject([
      { channel: DIRECT, threadTs: sent()[0]?.ts, name: 'market.png', alternativeText: PICTURE.alternativeText },
    ]);
    expect(Buffer.from(running.slack.shared[0]?.bytes ?? []).toString()).toBe('picture blob1');
  });

  it('that cannot be uploaded hold the message back; once it is out nothing sends it again', async () => {
    const channel = await running.open({ readBlob });
    const send = () => channel.send({ conversation: ILSE }, cardOf({ attachments: [PICTURE] }), optionsOf('a'));
    running.slack.fail('files.getUploadURLExternal', { status: 503 });
    await expect(send()).rejects.toThrow(RetryLater);
    expect(sent()).toEqual([]);
    running.slack.scopes.delete('files:write');
    await expect(send()).rejects.toThrow(RetryLater);
    running.slack.scopes.add('files:write');
    running.slack.fail('files.completeUploadExternal', { error: 'fatal_error' });
    expect(await send()).toMatchObject({ outcome: 'sent' });
    expect(sent()).toHaveLength(1);
    expect(running.said.join()).toContain('could not be shown');
  });
});

describe('the signs on a message that came in', () => {
  it('are 👀 while it is read, then what became of it; setting them again is no error', async () => {
    const channel = await running.open();
    const location = `${DIRECT}:1700000000.000100`;
    await channel.mark?.({ location }, 'seen');
    await channel.mark?.({ location }, 'seen');
    expect(running.slack.marks).toEqual([`${location} eyes`]);
    await channel.mark?.({ location }, 'done');
    await channel.mark?.({ location }, 'done');
    expect(running.slack.marks).toEqual([`${location} white_check_mark`]);
  });

  it('say nothing of a failure where others read (A7)', async () => {
    const channel = await running.open();
    const location = 'C0TEAM:1700000000.000100';
    await channel.mark?.({ location }, 'seen');
    await channel.mark?.({ location }, 'failed');
    expect(running.slack.marks).toEqual([]);
  });

  it('are not worth an error when the scope is missing: an administrator is told', async () => {
    const channel = await running.open();
    running.slack.scopes.delete('reactions:write');
    await channel.mark?.({ location: `${DIRECT}:1700000000.000100` }, 'seen');
    expect(running.said.at(-1)).toContain('reactions:write');
  });
});

describe('a message on its way', () => {
  it('S13: that Slack finds too large all the same goes out in words alone', async () => {
    const channel = await running.open();
    const card = cardOf({ blocks: [{ kind: 'text', text: 'All that was understood.' }] });
    running.slack.fail('chat.postMessage', { error: 'msg_blocks_too_long' });
    expect(await channel.send({ conversation: ILSE }, card, optionsOf('a'))).toMatchObject({ outcome: 'sent' });
    expect(sent()).toMatchObject([{ text: expect.stringContaining('All that was understood.'), shown: '', buttons: {} }]);
  });

  it('to somebody who left is refused for good as gone, and to a channel that is gone as a channel', async () => {
    const channel = await running.open();
    await expect(channel.send({ conversation: 'U0GONE' }, cardOf(), optionsOf('a'))).rejects.toThrow(AddressGone);
    await expect(channel.openDirectConversation({ id: 'i1', address: 'U0GONE' })).rejects.toThrow(AddressGone);
    running.slack.fail('chat.postMessage', { error: 'channel_not_found' });
    const failure = await channel.send({ conversation: 'C0GONE' }, cardOf(), optionsOf('b')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'PermanentFailure' });
  });

  it('S9: waits with all others while Slack asks for a pause, by the clock of the service', async () => {
    const clock = adjustableClock(new Date('2026-11-10T14:05:00Z'));
    const channel = await running.open({ clock });
    running.slack.fail('chat.postMessage', { status: 429, retryAfter: 30 });
    await expect(channel.send({ conversation: ILSE }, cardOf(), optionsOf('a'))).rejects.toMatchObject({ afterMs: 30_000 });
    const later = await channel.send({ conversation: 'C0TEAM' }, cardOf(), optionsOf('b')).catch((error: unknown) => error);
    expect(later).toMatchObject({ name: 'RetryLater', countsAsAttempt: false });
    expect(running.slack.calls.filter((call) => call === 'chat.postMessage')).toHaveLength(1);
    clock.advanceTo(new Date('2026-11-10T14:05:31Z'));
    expect(await channel.send({ conversation: ILSE }, cardOf(), optionsOf('a'))).toMatchObject({ outcome: 'sent' });
  });

  it('S9: to a person goes at the pace of their conversation, under either name', async () => {
    const channel = await running.open();
    const places = [ILSE, DIRECT, ILSE];
    for (const [index, conversation] of places.entries()) await channel.send({ conversation }, cardOf(), optionsOf(`a${index}`));
    expect(sent()).toHaveLength(3);
    expect(running.slack.refusals).toEqual([]);
  });

  it('S9: edits come one after the other, and too many are put off', async () => {
    const channel = await running.open();
    const first = await channel.send({ conversation: ILSE }, cardOf(), optionsOf('a'));
    if (first.outcome !== 'sent') throw expect.unreachable('not sent');
    const edits = ['1/5', '2/5', '3/5', '4/5', '5/5'].map((title) => channel.edit?.(first.message, cardOf({ title })));
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(sent()).toMatchObject([{ shown: '3/5', edited: true }]);
  });
});
