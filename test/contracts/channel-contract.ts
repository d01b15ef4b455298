/** What every channel keeps, whatever its platform. A new one proves itself by a harness: how somebody writes to it, and what it sent. */
import { describe, expect, test } from 'vitest';
import { PermanentFailure } from '../../src/domain/errors.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { bytesOf, type ChannelHarness, type Recorded, sendOptions, underTest } from './channel-harness.ts';
import { chatContract } from './chat-contract.ts';
import { CONTRACT_CARD } from './contract-cards.ts';

/** Runs the suite. `setUp` makes a channel that is not yet started, with its platform on loopback. */
export function channelContract(name: string, setUp: () => Promise<ChannelHarness>): void {
  describe(`the contract of every channel: ${name}`, () => {
    let harness: ChannelHarness;
    let events: Recorded;
    underTest(setUp, (made, recorded) => {
      harness = made;
      events = recorded;
    });
    const send = (dedupeKey: string, card = CONTRACT_CARD) =>
      harness.channel.send({ conversation: harness.conversation }, card, sendOptions(dedupeKey));

    test('what a person writes arrives with its sender, conversation and text', async () => {
      expect(await harness.write({ key: 'k1', text: 'my best jobs please' })).toBe('acknowledged');
      expect(events.messages).toMatchObject([
        {
          channel: harness.channel.name,
          conversation: harness.conversation,
          private: true,
          text: 'my best jobs please',
          sender: { address: harness.address, verified: true },
        },
      ]);
    });

    test('what a person writes is not flagged automatic', async () => {
      await harness.write({ key: 'k1', text: 'hello' });
      expect(events.messages.map((message) => message.automatic)).toEqual([undefined]);
    });

    test('a file arrives with its name and its exact bytes', async () => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) % 256);
      await harness.write({ key: 'k1', text: 'my resume', file: { name: 'cv – größe.pdf', bytes } });
      const [file] = events.messages[0]?.attachments ?? [];
      expect(file).toMatchObject({ name: 'cv – größe.pdf', depth: 0, embedded: false });
      expect(file && (await bytesOf(harness.channel, file.content))).toEqual(Buffer.from(bytes));
    });

    test('nothing is acknowledged before its commit', async () => {
      const order: string[] = [];
      events.commit = async () => {
        await Promise.resolve();
        order.push('committed');
      };
      await harness.write({ key: 'k1', text: 'hello' }).then((answer) => order.push(answer));
      expect(order).toEqual(['committed', 'acknowledged']);
    });

    test('a commit that fails is not acknowledged; delivered again it is the same event', async () => {
      const seen: string[] = [];
      events.messageReceived = async (message) => {
        seen.push(message.eventKey);
        if (seen.length === 1) throw new Error('disk full');
      };
      expect(await harness.write({ key: 'k1', text: 'hello' })).toBe('refused');
      expect(await harness.write({ key: 'k1', text: 'hello' })).toBe('acknowledged');
      await harness.write({ key: 'k2', text: 'hello' });
      expect([seen[0] === seen[1], seen[1] === seen[2]]).toEqual([true, false]);
    });

    test('a sent card says everything that is in it, its markup is not read as markup, and only web links survive (P8)', async () => {
      const sent = await send('answer:1');
      expect(sent).toMatchObject({ outcome: 'sent', message: expect.stringMatching(/./) });
      const text = (await harness.sent())[0]?.text.replace(/\s+/g, ' ') ?? '';
      const items = itemsOf(CONTRACT_CARD);
      for (const words of [
        'Two jobs that fit',
        'This is what I understood.',
        'Ilse Wanderstein',
        'please check',
        'Jobs for you',
        ...items.flatMap((item) => [item.code ?? '', ...item.good, ...item.missing, ...item.notes]),
      ]) {
        expect(text).toContain(words);
      }
      for (const words of [
        'Pressure vessel welder',
        'Larkfield Ltd',
        '91',
        'one thing',
        'a remark',
        'why m4f7k2m9q',
        'the reasons',
        'You get this because you asked.',
        '<b>bold</b>',
        '@everyone',
      ]) {
        expect(text).toContain(words);
      }
    });

    test("the message goes to its conversation, and its id is the platform's", async () => {
      const sent = await send('answer:1');
      expect(await harness.sent()).toMatchObject([
        { conversation: harness.conversation, message: sent.outcome === 'sent' && sent.message },
      ]);
    });

    test('one key sent twice is one message, where the channel says that it can tell', async () => {
      const first = await send('answer:1');
      const second = await send('answer:1');
      await send('answer:2');
      if (!harness.channel.capabilities.idempotentSend) return;
      expect(second).toEqual(first);
      expect(await harness.sent()).toHaveLength(2);
    });

    test('an answer to a message of ours names it', async () => {
      const sent = await send('answer:1');
      if (sent.outcome !== 'sent') throw expect.unreachable('the card was not sent');
      await harness.write({ key: 'k1', text: '1 saved', inReplyTo: sent.message });
      expect(events.messages[0]).toMatchObject({ text: '1 saved', inReplyTo: [sent.message] });
    });

    test('a native reaction names the message and the emoji', async () => {
      if (!harness.channel.capabilities.reactions || harness.react === undefined) return;
      const sent = await send('answer:1');
      if (sent.outcome !== 'sent') throw expect.unreachable('the card was not sent');
      expect(await harness.react(sent.message, '👍', 'r1')).toBe('acknowledged');
      expect(events.reactions).toMatchObject([
        {
          target: sent.message,
          emoji: '👍',
          removed: false,
          conversation: harness.conversation,
          sender: { address: harness.address, verified: true },
        },
      ]);
      expect(events.messages).toEqual([]);
    });

    test('a direct conversation can be opened with an address, and takes cards', async () => {
      const conversation = await harness.channel.openDirectConversation({ id: 'i1', address: harness.address });
      expect(await harness.channel.send({ conversation }, CONTRACT_CARD, sendOptions('answer:1'))).toMatchObject({
        outcome: 'sent',
      });
    });

    test('a conversation that cannot be is refused for good, with a fix', async () => {
      const failure = await harness.channel
        .send({ conversation: '\r\nnowhere' }, CONTRACT_CARD, sendOptions('answer:1'))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(PermanentFailure);
      expect(await harness.sent()).toEqual([]);
    });

    test('after stop nothing is taken in; stopping twice is fine', async () => {
      await harness.channel.stop();
      await harness.channel.stop();
      expect(await harness.write({ key: 'k1', text: 'hello' })).toBe('refused');
      expect(events.messages).toEqual([]);
    });

    test('what it says it can do, it has', () => {
      const { capabilities, edit, publishHome } = harness.channel;
      expect([capabilities.editing, capabilities.home]).toEqual([edit !== undefined, publishHome !== undefined]);
    });
  });
  chatContract(name, setUp);
}
