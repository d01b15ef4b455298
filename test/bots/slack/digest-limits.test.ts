/** Rules S13, S14, S15 over digests as they are built, whole (in an answer that only one person sees) and with a message a match. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSlack } from '../../../src/bots/slack/render-slack.ts';
import { buildDigest, type DigestContent } from '../../../src/digest/build-digest.ts';
import { type Card, type CardItem, itemsOf } from '../../../src/messages/card.ts';
import { itemMessages } from '../../../src/messages/item-messages.ts';
import type { OutgoingMessage } from '../../../src/messages/outgoing.ts';
import { blockProblems, readBlocks } from '../../servers/slack-block-rules.ts';

const words = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('<!channel>', '<@U1> *bold*', '&amp; <https://evil.example|bank>', '👩‍💻', 'a\u202Eb'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"'.repeat(700), '溶'.repeat(900), '&'.repeat(500)) },
);
const some = fc.array(words, { maxLength: 4 });
const item = (number: number): fc.Arbitrary<CardItem> =>
  fc.record({
    number: fc.constant(number),
    matchId: fc.constant(`match-${number}`),
    code: fc.constant(`m0000000${number}`),
    title: words,
    subtitle: words,
    url: fc.constantFrom(undefined, `https://jobs.example.org/${number}`),
    score: fc.integer({ min: 0, max: 100 }),
    good: some,
    missing: some,
    notes: some,
  });

const digest: fc.Arbitrary<Card> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc
    .record({
      items: fc.tuple(...Array.from({ length: count }, (_, index) => item(index + 1))),
      closed: some,
      changed: some,
      taste: some,
      suggestions: fc.array(
        words.map((name) => ({ skill: 'sql', name, lifts: 3, of: 20, most: 5 })),
        { maxLength: 3 },
      ),
      trends: fc.array(
        words.map((name) => ({ name, week: 7 })),
        { maxLength: 3 },
      ),
      more: fc.nat(20),
    })
    .map(({ items, ...rest }) => {
      const content: DigestContent = {
        ...rest,
        personId: 'pers-1',
        about: ['cand-1'],
        sections: [{ kind: 'jobs', items }],
        applications: [],
        inReview: 0,
        schedule: 'every day at 07:30 (Europe/Berlin)',
        onRequest: false,
      };
      return buildDigest(content);
    }),
);

const messageOf = (card: Card): OutgoingMessage => ({
  id: 'out-1',
  workspace: 'default',
  personId: 'pers-1',
  channel: 'slack',
  conversation: 'D0ILSE',
  private: true,
  dedupeKey: 'digest:pers-1:2026-11-10',
  card,
  matches: itemsOf(card).map(({ number, matchId = '' }) => ({ number, matchId })),
  createdAt: 0,
});

describe('digests in Slack', () => {
  it('S13, S14: are never over a limit, whole or a message a match, and say the same without blocks', () => {
    let number = 0;
    fc.assert(
      fc.property(digest, (card) => {
        for (const one of [card, ...itemMessages(messageOf(card), () => `out-${++number}`).map((message) => message.card)]) {
          const { text, blocks } = renderSlack(one, { unsubscribe: 'https://s.example/u/x' });
          expect(blockProblems(text, blocks)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('S15: show markup of a posting literally, and mention nobody', () => {
    fc.assert(
      fc.property(digest, (card) => {
        const { text, blocks } = renderSlack(card);
        expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:user|usergroup|broadcast|channel|mrkdwn)"/);
        expect(text).not.toMatch(/<[!@#]/);
        const [first] = itemsOf(card);
        if (first?.title === '<!channel>') expect(readBlocks(blocks)).toContain('<!channel>');
      }),
      { numRuns: 60 },
    );
  });
});
