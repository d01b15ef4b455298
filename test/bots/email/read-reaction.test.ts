import { describe, expect, test } from 'vitest';
import { type MadePart, makeMail } from './make-mail.ts';
import { readEvent } from './read-for-test.ts';

const OURS = '<0a1b.answer@shortlist.example.net>';
const TEXT = { type: 'text/plain', body: 'Ilse reacted via Mail' };
const HTML = { type: 'text/html', body: '<p>Ilse reacted via Mail</p>' };
const gmail = (body: string, headers?: string[]): MadePart => ({
  type: 'text/vnd.google.email-reaction+json; charset=utf-8',
  body,
  headers,
});
const native = (body: string, type = 'text/plain; charset=utf-8'): MadePart => ({
  type,
  headers: ['Content-Disposition: reaction'],
  body,
});
const eventOf = (parts: MadePart[], inReplyTo = OURS) => readEvent(makeMail({ 'In-Reply-To': inReplyTo }, parts, 'alternative'));

describe('reactions of mail programs (O11)', () => {
  test.each([
    ['Gmail', [TEXT, gmail('{"emoji":"👍","version":1}'), HTML], '👍'],
    ['Gmail with unknown fields and a skin tone', [TEXT, gmail('{"emoji":"👍🏽","version":1,"more":[]}'), HTML], '👍🏽'],
    ['Gmail with a family joined of four', [TEXT, gmail('{"emoji":"👨‍👩‍👧‍👦","version":1}'), HTML], '👨‍👩‍👧‍👦'],
    ['Gmail with a flag', [TEXT, gmail('{"emoji":"🇵🇱","version":1}')], '🇵🇱'],
    ['RFC 9078', [TEXT, native('👎\r\n')], '👎'],
    ['RFC 9078, a heart without its variation selector', [native('❤')], '❤'],
  ])('%s', async (_, parts, emoji) => {
    const event = await eventOf(parts);
    expect(event).toMatchObject({
      kind: 'reaction',
      reaction: {
        target: OURS,
        emoji,
        removed: false,
        channel: 'email',
        conversation: 'ilse@example.org',
        messageId: '<m1@example.org>',
        sender: { address: 'ilse@example.org', verified: true },
      },
    });
  });

  test('a base64 part is decoded first', async () => {
    const event = await eventOf([TEXT, { ...gmail('{"emoji":"🎉","version":1}'), encoding: 'base64' }]);
    expect(event.kind === 'reaction' && event.reaction.emoji).toBe('🎉');
  });

  test.each([
    ['version 2', [TEXT, gmail('{"emoji":"👍","version":2}')]],
    ['version as a string', [TEXT, gmail('{"emoji":"👍","version":"1"}')]],
    ['version 1.5', [TEXT, gmail('{"emoji":"👍","version":1.5}')]],
    ['no version', [TEXT, gmail('{"emoji":"👍"}')]],
    ['two emoji', [TEXT, gmail('{"emoji":"👍👎","version":1}')]],
    ['no emoji', [TEXT, gmail('{"emoji":"","version":1}')]],
    ['a word', [TEXT, gmail('{"emoji":"yes","version":1}')]],
    ['a digit', [TEXT, gmail('{"emoji":"1","version":1}')]],
    ['broken JSON', [TEXT, gmail('{"emoji":"👍","version":1')]],
    ['JSON that is no object', [TEXT, gmail('["👍"]')]],
    ['an attached part', [TEXT, gmail('{"emoji":"👍","version":1}', ['Content-Disposition: attachment; filename=r.json'])]],
    ['two parts', [TEXT, gmail('{"emoji":"👍","version":1}'), gmail('{"emoji":"👎","version":1}')]],
    ['RFC 9078 with a sentence', [native('I like 👍 it')]],
    ['RFC 9078 in HTML', [TEXT, native('👍', 'text/html')]],
  ])('%s is an ordinary message', async (_, parts) => {
    expect((await eventOf(parts)).kind).toBe('message');
  });

  test.each([
    ['none', ''],
    ['two', `${OURS} <other@example.org>`],
    ['garbage', 'yes'],
  ])('%s to answer: an ordinary message', async (_, inReplyTo) => {
    expect((await eventOf([TEXT, gmail('{"emoji":"👍","version":1}')], inReplyTo)).kind).toBe('message');
  });

  test('a reply with emoji and numbers stays a message, with what was written', async () => {
    const event = await readEvent(
      makeMail(
        { 'In-Reply-To': OURS },
        '1👍 3👎\n\nOn Thu, 20 Nov 2025 at 10:00, Shortlist <jobs@shortlist.example.net> wrote:\n> Your jobs',
      ),
    );
    expect(event).toMatchObject({ kind: 'message', message: { text: '1👍 3👎', inReplyTo: [OURS] } });
  });

  test('several emoji in an RFC 9078 part are a message that says them', async () => {
    const event = await eventOf([native('👍 🎉')]);
    expect(event.kind === 'message' && [event.message.text, event.message.attachments.length]).toEqual(['👍 🎉', 0]);
  });

  test('a reaction of a vacation program is flagged automatic', async () => {
    const event = await readEvent(makeMail({ 'In-Reply-To': OURS, 'Auto-Submitted': 'auto-replied' }, [native('👍')]));
    expect(event).toMatchObject({ kind: 'reaction', reaction: { automatic: 'auto-submitted: auto-replied' } });
  });
});
