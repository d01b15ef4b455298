/** What chats keep besides: edits, threads, private answers, buttons, forms, limits, restarts. Mail passes what of it mail has. */
import { describe, expect, test } from 'vitest';
import { InvocationOver } from '../../src/domain/errors.ts';
import type { MessageId, Sent } from '../../src/messages/channel.ts';
import { type ChannelHarness, CONTRACT_FORM, type Recorded, sendOptions, underTest } from './channel-harness.ts';
import { CONTRACT_CARD, CONTRACT_ITEM_CARD, CONTRACT_LONG_CARD } from './contract-cards.ts';

/** Called by `channelContract`. */
export function chatContract(name: string, setUp: () => Promise<ChannelHarness>): void {
  describe(`the contract of chats: ${name}`, () => {
    let harness: ChannelHarness;
    let events: Recorded;
    underTest(setUp, (made, recorded) => {
      harness = made;
      events = recorded;
    });

    const send = async (dedupeKey: string, card = CONTRACT_CARD): Promise<MessageId> =>
      messageOf(await harness.channel.send({ conversation: harness.conversation }, card, sendOptions(dedupeKey)));
    const find = async (message: MessageId) => (await harness.sent()).find((one) => one.message === message);
    const refused = () => harness.refusals?.() ?? [];

    test('what it claims to be able to do is tested here', () => {
      const { reactions, forms, home, itemMessages } = harness.channel.capabilities;
      const { react, command, press, fillForm, openHome, restart } = harness;
      const given = (...all: unknown[]) => all.every((one) => one !== undefined);
      expect({ reactions, forms, home, itemMessages }).toEqual({
        reactions: given(react),
        forms: given(fillForm, command),
        home: given(openHome),
        itemMessages: given(press, restart),
      });
    });

    test('an edited message says the new and no longer the old, and stays one message', async () => {
      const { channel } = harness;
      if (!channel.edit) return;
      const message = await send('progress:1');
      await channel.edit(message, { ...CONTRACT_CARD, title: '12/34 done', blocks: [] });
      await channel.edit(message, { ...CONTRACT_CARD, title: '34/34 done', blocks: [] });
      expect(await harness.sent()).toHaveLength(1);
      expect(await find(message)).toMatchObject({ text: expect.stringContaining('34/34 done'), edited: true });
      expect((await find(message))?.text).not.toMatch(/12\/34|Wanderstein/);
      expect(refused()).toEqual([]);
    });

    test('an answer stands in the thread of what it answers', async () => {
      if (!harness.channel.capabilities.threads) return;
      await harness.write({ key: 'k1', text: 'my best jobs please' });
      const asked = events.messages[0]?.messageId;
      expect(asked).toEqual(expect.any(String));
      await harness.channel.send(
        { conversation: harness.conversation },
        CONTRACT_CARD,
        sendOptions('answer:1', { inReplyTo: asked }),
      );
      expect(await harness.sent()).toMatchObject([{ inReplyTo: asked }]);
    });

    test('a command used among others brings its words, is the same event again, and never names a shared conversation', async () => {
      if (!harness.command) return;
      const what = { key: 'c1', command: 'match', options: { limit: '5' } };
      expect(await harness.command(what)).toBe('acknowledged');
      await harness.command(what);
      await harness.command({ ...what, key: 'c2' });
      const [first, again, other] = events.commands;
      expect(first).toMatchObject({
        channel: harness.channel.name,
        command: 'match',
        private: true,
        sender: { address: harness.address, verified: true },
        invocation: expect.any(String),
        invocationExpiresAt: expect.any(Number),
      });
      expect([...(first?.words ?? []), ...Object.values(first?.options ?? {})]).toEqual(['5']);
      expect(again?.eventKey).toBe(first?.eventKey);
      expect(other?.eventKey).not.toBe(first?.eventKey);
    });

    test('the answer to a command used among others is seen by nobody else (A12)', async () => {
      if (!harness.command) return;
      await harness.command({ key: 'c1', command: 'match', options: {} });
      const sent = await harness.channel.send(invocationOf(events), CONTRACT_CARD, sendOptions('answer:1'));
      expect(sent.outcome).toBe('sent');
      const shown = (await harness.sent()).filter((one) => one.text.includes('Ilse Wanderstein'));
      expect(shown).toMatchObject([{ visibleTo: harness.address }]);
      expect(refused()).toEqual([]);
    });

    test('an invocation that is over says so, so that the answer goes to the direct conversation', async () => {
      if (!harness.command || !harness.endInvocations) return;
      await harness.command({ key: 'c1', command: 'match', options: {} });
      harness.endInvocations();
      const failure = await harness.channel
        .send(invocationOf(events), CONTRACT_CARD, sendOptions('answer:1'))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(InvocationOver);
    });

    test('a command whose commit fails is not acknowledged', async () => {
      if (!harness.command) return;
      events.commit = async () => {
        throw new Error('disk full');
      };
      expect(await harness.command({ key: 'c1', command: 'match', options: {} })).toBe('refused');
    });

    test('a reaction and its removal are two events, each the same when it comes again (F6.1, S12, D4)', async () => {
      // A reaction that is removed in a mail program does not arrive.
      if (!harness.react || !harness.channel.capabilities.editing) return;
      const message = await send('answer:1', CONTRACT_ITEM_CARD);
      await harness.react(message, '👍', 'r1');
      await harness.react(message, '👍', 'r2', { removed: true });
      expect(events.reactions.map(({ target, emoji, removed }) => ({ target, emoji: plain(emoji), removed }))).toEqual([
        { target: message, emoji: '👍', removed: false },
        { target: message, emoji: '👍', removed: true },
      ]);
      expect(events.reactions[0]?.eventKey).not.toBe(events.reactions[1]?.eventKey);
    });

    test('one match has buttons for every meaning and for the reasons, and each says which match (F6.1)', async () => {
      if (!harness.press) return;
      const message = await send('answer:1', CONTRACT_ITEM_CARD);
      const buttons = (await find(message))?.buttons ?? [];
      for (const emoji of ['👍', '👎', '⭐', '✅']) expect(buttons).toContain(`fb:m4f7k2m9q:${emoji}`);
      expect(buttons).toContain('cmd:why m4f7k2m9q');
      expect(await harness.press(message, 'fb:m4f7k2m9q:⭐', 'b1')).toBe('acknowledged');
      await harness.press(message, 'fb:m4f7k2m9q:⭐', 'b1');
      await harness.press(message, 'cmd:why m4f7k2m9q', 'b2');
      const [pressed, again] = events.reactions;
      expect(pressed).toMatchObject({
        match: 'm4f7k2m9q',
        emoji: '⭐',
        removed: false,
        private: true,
        sender: { address: harness.address, verified: true },
      });
      expect(again?.eventKey ?? pressed?.eventKey).toBe(pressed?.eventKey);
      expect(events.commands).toMatchObject([{ command: 'why', words: ['m4f7k2m9q'] }]);
    });

    test('several matches in one message have buttons that say which, as many as fit', async () => {
      if (!harness.press) return;
      const message = await send('answer:1');
      const buttons = (await find(message))?.buttons ?? [];
      expect(buttons.filter((value) => value.startsWith('fb:')).length).toBeGreaterThan(0);
      expect(new Set(buttons).size).toBe(buttons.length);
      expect(refused()).toEqual([]);
    });

    test('a form opens with its fields filled in, and comes back as options of its command', async () => {
      if (!harness.fillForm) return;
      events.form = CONTRACT_FORM;
      const { opened, answer } = await harness.fillForm({
        key: 'f1',
        command: 'correct',
        fields: { title: 'Pipe welder', about: 'Twelve years\nat sea' },
      });
      expect(opened).toEqual(['Job title', 'About you']);
      expect(answer).toBe('acknowledged');
      expect(events.formsAsked).toMatchObject([{ command: 'correct', words: [], sender: { address: harness.address } }]);
      expect(events.commands).toMatchObject([
        { command: 'correct', words: ['r4f7k2m9q'], options: { title: 'Pipe welder', about: 'Twelve years\nat sea' } },
      ]);
      expect(refused()).toEqual([]);
    });

    test('a command whose form is not for this person is run as it stands', async () => {
      if (!harness.fillForm) return;
      events.form = undefined;
      expect((await harness.fillForm({ key: 'f1', command: 'correct', fields: {} })).opened).toBeUndefined();
      expect(events.commands).toMatchObject([{ command: 'correct', words: [], options: {} }]);
    });

    test('no card is too long: what does not fit is said to be missing, and the platform refuses nothing (S13, D8)', async () => {
      const message = await send('answer:1', CONTRACT_LONG_CARD);
      expect((await find(message))?.text.length).toBeGreaterThan(200);
      if (harness.channel.edit) await harness.channel.edit(message, CONTRACT_LONG_CARD);
      await harness.channel.publishHome?.({ id: 'i1', address: harness.address }, CONTRACT_LONG_CARD);
      expect(refused()).toEqual([]);
    });

    test('a home that is opened is told, and shows what was published last', async () => {
      if (!harness.openHome || !harness.home) return;
      expect(await harness.openHome('h1')).toBe('acknowledged');
      expect(events.homes).toEqual([harness.address]);
      await harness.channel.publishHome?.({ id: 'i1', address: harness.address }, CONTRACT_CARD);
      await harness.channel.publishHome?.({ id: 'i1', address: harness.address }, { ...CONTRACT_CARD, title: 'Your home' });
      expect(await harness.home()).toContain('Your home');
      expect(refused()).toEqual([]);
    });

    test('after a restart a reaction to a message from before counts, and what came before is the same event (D4, S3)', async () => {
      if (!harness.restart) return;
      const message = await send('answer:1', CONTRACT_ITEM_CARD);
      await harness.write({ key: 'k1', text: 'hello' });
      await harness.restart();
      await harness.react?.(message, '👍', 'r1');
      await harness.write({ key: 'k1', text: 'hello' });
      expect(events.reactions).toMatchObject([{ target: message }]);
      expect(new Set(events.messages.map((one) => one.eventKey)).size).toBe(1);
    });
  });
}

function messageOf(sent: Sent): MessageId {
  if (sent.outcome !== 'sent') throw expect.unreachable('the card was not sent');
  return sent.message;
}

function invocationOf({ commands }: Recorded) {
  const id = commands[0]?.invocation;
  if (id === undefined) throw expect.unreachable('the command came without an invocation');
  return { invocation: id, visibleTo: 'invoker' } as const;
}

/** Without skin tone. */
const plain = (emoji: string): string => emoji.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '');
