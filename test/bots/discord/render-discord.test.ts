import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../src/bots/discord/render-discord.ts';
import type { Card, CardBlock, CardItem } from '../../../src/messages/card.ts';
import { buttonsOf, messageProblems, readShown } from '../../servers/discord-message-rules.ts';

const words = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '@everyone',
      '<@310000000000000001>',
      '*x* _y_ ~~z~~',
      '||hidden||',
      '# big',
      '1. one',
      '> quote',
      '- list',
      '[bank](https://evil.example)',
      'https://evil.example/x',
      ':smile:',
      '`code` ```',
      'a\\',
      'a\u202Eb',
      '',
      '\u0000',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 500, maxLength: 900 }) },
  { weight: 1, arbitrary: fc.constantFrom('*'.repeat(4_000), '\\'.repeat(4_001), '👍'.repeat(3_000), '溶'.repeat(5_000)) },
);
const lines = fc.array(words, { maxLength: 15 });
const item: fc.Arbitrary<CardItem> = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  code: fc.option(fc.constantFrom('m4f7k2m9q', 'm9t2x0c5b', 'm00000001', 'j4f7k2m9q'), { nil: undefined }),
  title: words,
  subtitle: fc.option(words, { nil: undefined }),
  url: fc.option(fc.constantFrom('https://jobs.example.org/1', 'javascript:alert(1)', 'mailto:a@example.org'), {
    nil: undefined,
  }),
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  good: fc.array(words, { maxLength: 5 }),
  missing: fc.array(words, { maxLength: 5 }),
  notes: fc.array(words, { maxLength: 5 }),
});
const command = fc.constantFrom('match', 'why m4f7k2m9q', 'shortlist <job>', 'x'.repeat(120), 'digest on');
const block: fc.Arbitrary<CardBlock> = fc.oneof(
  words.map((text) => ({ kind: 'text' as const, text })),
  words.map((text) => ({ kind: 'note' as const, text })),
  words.map((text) => ({ kind: 'heading' as const, text })),
  lines.map((items) => ({ kind: 'list' as const, items })),
  fc.array(item, { maxLength: 12 }).map((items) => ({ kind: 'items' as const, items })),
  lines.map((all) => ({ kind: 'facts' as const, facts: all.map((value) => ({ label: value.slice(0, 20), value })) })),
  fc.array(fc.record({ command, does: words }), { maxLength: 8 }).map((commands) => ({ kind: 'commands' as const, commands })),
);
const card: fc.Arbitrary<Card> = fc.record({
  about: fc.constant([]),
  title: words,
  blocks: fc.array(block, { maxLength: 12 }),
  footer: fc.array(words, { maxLength: 8 }),
  attachments: fc.constant([]),
});

const cardOf = (blocks: CardBlock[], footer: string[] = [], title = 'Jobs'): Card => ({
  about: [],
  title,
  blocks,
  footer,
  attachments: [],
});
/** As the channel sends it. */
const bodyOf = (any: Card, links = {}) => ({ ...renderDiscord(any, links), allowed_mentions: { parse: [] } });
const made = (number: number, code = `m0000000${number}`): CardItem => ({
  number,
  code,
  title: `Welder ${number}`,
  good: [],
  missing: [],
  notes: [],
});

describe('a card in Discord', () => {
  it('is within every limit, whatever is in it, and nothing in it is markup that is not ours (D7, D8)', () => {
    fc.assert(
      fc.property(card, (any) => {
        const links = { unsubscribe: `https://s.example/u/${'x'.repeat(300)}`, correct: 'https://s.example/c/x' };
        expect(messageProblems(bodyOf(any, links), [])).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  it('keeps the link of a match whose reasons alone would fill the message (D8)', () => {
    const reasons = Array.from({ length: 6 }, () => '*'.repeat(700));
    const match = { number: 1, title: 'Welder', url: 'https://jobs.example.org/7', good: reasons, missing: [], notes: [] };
    const body = bodyOf({ ...cardOf([{ kind: 'items', items: [match] }]), title: 'Welder' });
    expect(messageProblems(body, [])).toEqual([]);
    expect(body.embeds[0]?.description).toContain('](https://jobs.example.org/7)');
  });

  it('shows markup of resumes literally, and calls nobody (D7)', () => {
    const hostile = '@everyone <@310000000000000001> *x* __y__ ||z|| `t` [bank](https://evil.example) :smile: # no C# 1. a\\b';
    const body = bodyOf(cardOf([{ kind: 'text', text: hostile }]));
    expect(readShown(body)).toContain(hostile);
    expect(body.embeds[0]?.description).toContain('\\@everyone');
    expect(body.embeds[0]?.description).not.toMatch(/(?<!\\)https:\/\//);
  });

  it('leaves plain words as they are: nothing is escaped that needs no escape', () => {
    const text = 'C++, C#, Node.js (2019-2021) & 5 years: ana@example.com!';
    expect(bodyOf(cardOf([{ kind: 'text', text }])).embeds[0]?.description).toBe(text);
  });

  it('says that something is missing when there is more than fits, and keeps how to stop', () => {
    const items = Array.from({ length: 300 }, (_, index) => `line ${index} ${'x'.repeat(80)}`);
    const shown = readShown(bodyOf(cardOf([{ kind: 'list', items }], ['Answer "stop" to end these.'])));
    expect(shown).toContain('line 0 ');
    expect(shown).not.toContain('line 299');
    expect(shown).toMatch(/more than fits here[\s\S]*Answer "stop"/);
  });

  it('has five buttons for one match, rows of them for a few, and thumbs for many', () => {
    const buttons = (count: number) =>
      renderDiscord(
        cardOf([{ kind: 'items', items: Array.from({ length: count }, (_, index) => made(index + 1)) }]),
      ).components.map((row) => row.components.length);
    expect(buttons(1)).toEqual([5]);
    expect(buttons(3)).toEqual([5, 5, 5]);
    expect(buttons(7)).toEqual([4, 4, 4, 2]);
    expect(buttons(20)).toEqual([4, 4, 4, 4]);
  });

  it('names on the button of several which one it means', () => {
    const { components } = renderDiscord(cardOf([{ kind: 'items', items: [made(1), made(2)] }]));
    expect(components[1]?.components.map((button) => button.label)).toEqual([
      '2 Interested',
      '2 Not for me',
      '2 Save',
      '2 Applied',
      '2 Why?',
    ]);
    expect(buttonsOf({ components }).slice(5, 7)).toEqual(['fb:m00000002:👍', 'fb:m00000002:👎']);
  });

  it('makes buttons of commands, and words of those that need a word of the person', () => {
    const commands = [
      { command: 'match', does: 'your best jobs now' },
      { command: 'shortlist <job>', does: 'candidates for a job' },
    ];
    const body = bodyOf(cardOf([{ kind: 'commands', commands }]));
    expect(buttonsOf(body)).toEqual(['cmd:match']);
    expect(body.components[0]?.components[0]?.label).toBe('match: your best jobs now');
    expect(body.embeds[0]?.description).toBe('`shortlist <job>` – candidates for a job');
  });

  it('of one match says its title once, with the link to the posting', () => {
    const one = { ...made(1, 'm4f7k2m9q'), title: 'Jobs', url: 'https://jobs.example.org/1', score: 91 };
    const body = bodyOf(cardOf([{ kind: 'items', items: [one] }]));
    expect(readShown(body).match(/Jobs/g)).toHaveLength(1);
    expect(body.content).toBe('**1\\. Jobs**');
    expect(body.embeds[0]?.description).toBe('91 of 100 · m4f7k2m9q\n[Open the posting](https://jobs.example.org/1)');
  });
});
