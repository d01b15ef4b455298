import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHome, renderSlack } from '../../../src/bots/slack/render-slack.ts';
import type { Card, CardBlock, CardItem } from '../../../src/messages/card.ts';
import { blockProblems, buttonsOf, readBlocks, viewProblems } from '../../servers/slack-block-rules.ts';

const words = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.constantFrom('<!channel>', '<@U1>', '*x*', '&amp;', '@here', '👩‍💻👍', 'a\u202Eb', '', '\u0000') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 500, maxLength: 900 }) },
  { weight: 1, arbitrary: fc.constantFrom('&'.repeat(4_000), '"'.repeat(4_000), '👍'.repeat(3_000), '溶'.repeat(5_000)) },
);
const lines = fc.array(words, { maxLength: 15 });
const item: fc.Arbitrary<CardItem> = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  code: fc.option(fc.constantFrom('m4f7k2m9q', 'm00000001', 'no code'), { nil: undefined }),
  title: words,
  subtitle: fc.option(words, { nil: undefined }),
  url: fc.option(fc.constantFrom('https://jobs.example.org/1', 'javascript:alert(1)', 'http://u@evil.example'), {
    nil: undefined,
  }),
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  good: fc.array(words, { maxLength: 5 }),
  missing: fc.array(words, { maxLength: 5 }),
  notes: fc.array(words, { maxLength: 5 }),
});
const block: fc.Arbitrary<CardBlock> = fc.oneof(
  words.map((text) => ({ kind: 'text' as const, text })),
  words.map((text) => ({ kind: 'note' as const, text })),
  words.map((text) => ({ kind: 'heading' as const, text })),
  lines.map((items) => ({ kind: 'list' as const, items })),
  fc.array(item, { maxLength: 12 }).map((items) => ({ kind: 'items' as const, items })),
  lines.map((all) => ({ kind: 'facts' as const, facts: all.map((value) => ({ label: value.slice(0, 20), value })) })),
  lines.map((all) => ({
    kind: 'commands' as const,
    commands: all.map((does) => ({ command: does.length % 2 === 0 ? 'why' : `why ${does}`, does })),
  })),
);
const card: fc.Arbitrary<Card> = fc.record({
  about: fc.constant([]),
  title: words,
  blocks: fc.array(block, { maxLength: 12 }),
  footer: fc.array(words, { maxLength: 8 }),
  attachments: fc.array(
    words.map((alternativeText) => ({ name: 'a.png', type: 'image/png', blob: 'b', alternativeText })),
    { maxLength: 8 },
  ),
});

const cardOf = (blocks: CardBlock[], footer: string[] = []): Card => ({
  about: [],
  title: 'Jobs',
  blocks,
  footer,
  attachments: [],
});

describe('a card in Slack', () => {
  it('is within every limit and says something at the top, whatever is in it (S13, S14)', () => {
    // Sizes around the limits, not far above them: each card is laid out as text too.
    fc.assert(
      fc.property(card, (any) => {
        const { text, blocks } = renderSlack(any, { unsubscribe: 'https://s.example/u/x', correct: 'https://s.example/c/x' });
        expect(blockProblems(text, blocks)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('shows markup of resumes literally and mentions nobody (S15)', () => {
    const hostile = '<!channel> <@U1> *x* _y_ &lt; <https://evil.example|bank>';
    const { text, blocks } = renderSlack(cardOf([{ kind: 'text', text: hostile }]));
    expect(readBlocks(blocks)).toContain(hostile);
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt; *x* _y_ &amp;lt;');
    expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:user|usergroup|broadcast|channel)"/);
  });

  it('is within every limit with a footer that leaves no room for anything else (S13)', () => {
    const full = '溶'.repeat(5_000);
    const attachments = Array.from({ length: 9 }, () => ({ name: 'a', type: 'image/png', blob: 'b', alternativeText: full }));
    const crowded = {
      ...cardOf(
        [{ kind: 'text', text: full }],
        Array.from({ length: 9 }, () => full),
      ),
      attachments,
    };
    const { text, blocks } = renderSlack(crowded, { unsubscribe: 'https://s.example/u/x', correct: 'https://s.example/c/x' });
    expect(blockProblems(text, blocks)).toEqual([]);
  });

  it('keeps how to stop and says that something is missing when there is more than fits', () => {
    const items = Array.from({ length: 300 }, (_, index) => `line ${index} ${'x'.repeat(80)}`);
    const shown = readBlocks(renderSlack(cardOf([{ kind: 'list', items }], ['Answer "stop" to end these.'])).blocks);
    expect(shown).toContain('line 0 ');
    expect(shown).not.toContain('line 299');
    expect(shown).toMatch(/more than fits here[\s\S]*Answer "stop"/);
  });

  it('has buttons for every meaning and the reasons of its one match, and says its title once (F6.1)', () => {
    const { blocks } = renderSlack({ ...cardOf([{ kind: 'items', items: [match(1)] }]), title: 'Welder 1' });
    expect(buttonsOf(blocks)).toEqual({
      '👍 Interested': 'fb:m00000001:👍',
      '👎 Not for me': 'fb:m00000001:👎',
      '⭐ Save': 'fb:m00000001:⭐',
      '✅ Applied': 'fb:m00000001:✅',
      'Why?': 'cmd:why m00000001',
    });
    expect(readBlocks(blocks).match(/Welder 1/g)).toHaveLength(1);
  });

  it('has numbered buttons for several matches, fewer for each when there are many, and never at the cost of words (S13)', () => {
    const few = renderSlack(cardOf([{ kind: 'items', items: [match(1), match(2)] }])).blocks;
    expect(Object.keys(buttonsOf(few))).toEqual([
      '1 👍',
      '1 👎',
      '1 ⭐',
      '1 ✅',
      'Why 1?',
      '2 👍',
      '2 👎',
      '2 ⭐',
      '2 ✅',
      'Why 2?',
    ]);
    const long = Array.from({ length: 10 }, (_, index) => ({ ...match(index + 1), good: ['x'.repeat(300)] }));
    const { text, blocks } = renderSlack(cardOf([{ kind: 'items', items: long }]));
    expect(blockProblems(text, blocks)).toEqual([]);
    expect(readBlocks(blocks)).toContain('Welder 10');
    expect(Object.keys(buttonsOf(blocks))).toEqual(long.flatMap(({ number }) => [`${number} 👍`, `${number} 👎`]));
  });

  it('has buttons for commands that can be pressed as they stand, beside their words', () => {
    const commands = [
      { command: 'digest on', does: 'one message a day' },
      { command: 'profile', does: 'what I know' },
    ];
    const { blocks } = renderSlack(cardOf([{ kind: 'commands', commands }]));
    expect(buttonsOf(blocks)).toEqual({ 'digest on': 'cmd:digest on', profile: 'cmd:profile' });
    expect(readBlocks(blocks)).toContain('one message a day');
    const open = renderSlack(
      cardOf([{ kind: 'commands', commands: [...commands, { command: 'why <match>', does: 'reasons' }] }]),
    );
    expect(buttonsOf(open.blocks)).toEqual({});
  });

  it('is a Home within the limits of one, whatever is in it (S13)', () => {
    fc.assert(
      fc.property(card, (any) => {
        expect(viewProblems({ type: 'home', blocks: renderHome(any) })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const match = (number: number): CardItem => ({
  number,
  code: `m0000000${number % 10}`,
  title: `Welder ${number}`,
  good: [],
  missing: [],
  notes: [],
});
