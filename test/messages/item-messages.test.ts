import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type CardItem, itemsOf } from '../../src/messages/card.ts';
import { itemMessages } from '../../src/messages/item-messages.ts';
import { reactionHint, whyCommand } from '../../src/messages/match-items.ts';
import type { OutgoingMessage } from '../../src/messages/outgoing.ts';
import { correctionHint } from '../../src/messages/resume-card.ts';
import { message } from '../store/build-changes.ts';

const item = (number: number, more: Partial<CardItem> = {}): CardItem => ({
  number,
  matchId: `match-${number}`,
  code: `m${String(number).padStart(8, '0')}`,
  title: `Job ${number}`,
  subtitle: `Firm ${number} · Leeds`,
  score: 90 - number,
  good: [],
  missing: [],
  notes: [],
  ...more,
});

/** As an answer or a digest holds them. */
function listOf(items: CardItem[], more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const card: Card = {
    about: ['c1'],
    title: `${items.length} jobs`,
    blocks: [
      { kind: 'text', text: 'This is what I understood.' },
      { kind: 'heading', text: 'New for you' },
      { kind: 'items', items },
      reactionHint(items),
      { kind: 'commands', commands: [...whyCommand(items), { command: 'match', does: 'the whole list' }] },
    ],
    footer: ['Why you get this.'],
    attachments: [],
  };
  const matches = items.flatMap(({ number, matchId }) => (matchId === undefined ? [] : [{ number, matchId }]));
  return message('o0', 'ana', { channel: 'slack', dedupeKey: 'answer:s1', card, matches, lastWord: true, ...more });
}

function split(outgoing: OutgoingMessage): OutgoingMessage[] {
  let ids = 0;
  return itemMessages(outgoing, () => `o${++ids}`);
}

const words = (card: Card) => JSON.stringify(card.blocks);

describe('a list of matches for a chat', () => {
  it('is a head with all the numbers, and a message a match with one number each, in order (F6.1)', () => {
    const [head, ...items] = split(listOf([item(1), item(2), item(3)]));
    expect(head?.matches.map((one) => one.number)).toEqual([1, 2, 3]);
    expect(itemsOf(head?.card ?? listOf([]).card)).toEqual([]);
    expect(items.map(({ id, follows, dedupeKey, matches }) => ({ id, follows, dedupeKey, matches }))).toEqual([
      { id: 'o1', follows: 'o0', dedupeKey: 'answer:s1/1', matches: [{ number: 1, matchId: 'match-1' }] },
      { id: 'o2', follows: 'o1', dedupeKey: 'answer:s1/2', matches: [{ number: 2, matchId: 'match-2' }] },
      { id: 'o3', follows: 'o2', dedupeKey: 'answer:s1/3', matches: [{ number: 3, matchId: 'match-3' }] },
    ]);
    expect(items.every((one) => !one.lastWord && one.card.about.includes('c1'))).toBe(true);
  });

  it('keeps its heading with its first match, and asks for reactions and buttons, not for numbers', () => {
    const [head, first, second] = split(listOf([item(1), item(2)]));
    expect(words(head?.card ?? listOf([]).card)).not.toMatch(/New for you|why m|1👍|Answer with numbers/);
    expect(words(head?.card ?? listOf([]).card)).toMatch(/What I|This is what I understood.*React to those below.*match/);
    expect(first?.card.blocks[0]).toEqual({ kind: 'heading', text: 'New for you' });
    expect(second?.card.blocks.map((block) => block.kind)).toEqual(['items']);
  });

  it('offers the form of the very resume instead of the many lines that a mail explains', () => {
    const outgoing = listOf([item(1), item(2)]);
    const [head] = split({
      ...outgoing,
      card: { ...outgoing.card, blocks: [correctionHint('r4f7k2m9q'), ...outgoing.card.blocks] },
    });
    expect(head?.card.blocks[1]).toEqual({
      kind: 'commands',
      commands: [{ command: 'correct r4f7k2m9q', does: expect.any(String), form: true }],
    });
    expect(words(head?.card ?? outgoing.card)).not.toMatch(/remove job 3/);
  });

  it('of one match stays one message', () => {
    const all = split(listOf([item(1)]));
    expect(all).toHaveLength(1);
    expect(words(all[0]?.card ?? listOf([]).card)).toMatch(/React with 👍/);
  });

  it('that answers where it was asked stays one message, and speaks of buttons: nobody can react to it', () => {
    const all = split(listOf([item(1), item(2)], { invocation: { id: 'i1', expiresAt: 1 } }));
    expect(all).toHaveLength(1);
    expect(words(all[0]?.card ?? listOf([]).card)).toMatch(/Press the button with its number/);
    expect(words(all[0]?.card ?? listOf([]).card)).not.toMatch(/React|Answer with numbers/);
  });

  it('is never split where others read', () => {
    expect(split(listOf([item(1), item(2)], { private: false }))).toHaveLength(1);
  });

  it('loses and doubles no match, whatever is in it', () => {
    const items = fc.array(fc.record({ hasMatch: fc.boolean(), title: fc.string({ minLength: 1 }) }), { maxLength: 9 });
    fc.assert(
      fc.property(items, (given) => {
        const all = given.map(({ hasMatch, title }, at) => item(at + 1, { title, ...(hasMatch ? {} : { matchId: undefined }) }));
        const messages = split(listOf(all));
        const shown = messages.flatMap((one) => itemsOf(one.card)).map((one) => one.number);
        expect(shown.toSorted((a, b) => a - b)).toEqual(all.map((one) => one.number));
        expect(new Set(messages.map((one) => one.dedupeKey)).size).toBe(messages.length);
        expect(messages[0]?.matches).toEqual(listOf(all).matches);
      }),
      { numRuns: 200 },
    );
  });
});
