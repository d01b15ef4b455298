import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { asMailCard } from '../../../src/bots/email/mail-card.ts';
import { renderMail } from '../../../src/bots/email/render-mail.ts';
import type { Card, CardItem } from '../../../src/messages/card.ts';
import { DARK, LIGHT } from '../../../src/messages/palette.ts';
import { makeCard } from './make-card.ts';

interface Seen {
  tags: Map<string, number>;
  links: string[];
  text: string;
  attributes: Set<string>;
}

function look(html: string): Seen {
  const seen: Seen = { tags: new Map(), links: [], text: '', attributes: new Set() };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      seen.tags.set(name, (seen.tags.get(name) ?? 0) + 1);
      for (const attribute of Object.keys(attributes)) seen.attributes.add(attribute);
      if (attributes.href !== undefined) seen.links.push(attributes.href);
    },
    ontext: (text) => {
      seen.text += text;
    },
  });
  parser.end(html);
  return { ...seen, text: seen.text.replace(/\s+/g, ' ') };
}

const render = (card: Card, bulk = false) =>
  renderMail(card, { sender: 'Shortlist', stopLink: bulk ? 'mailto:jobs@shortlist.example.net?subject=stop' : undefined });

describe('a card as a mail', () => {
  test('HTML and text both say all of it', async () => {
    const mail = await render(makeCard());
    const html = look(mail.html).text;
    for (const words of [
      'Thank you, Ilse.',
      'Ilse Wanderstein',
      'please check',
      'Pressure vessel welder',
      'Larkfield Ltd · Leeds',
      '91.4',
      '9 years of TIG welding',
      'ISO 9606 certificate',
      'Changed since yesterday',
      'm4f7k2m9q',
      'Another',
      'Scores come from facts only.',
      'why m4f7k2m9q',
      'the reasons',
      'You get this because',
    ]) {
      expect(html).toContain(words);
      expect(mail.text.replace(/\s+/g, ' ')).toContain(words);
    }
    expect(mail.subject).toBe('Your resume: 2 jobs that fit');
  });

  test('it is a page in English, for both colour schemes, and loads nothing', async () => {
    const { html } = await render(makeCard());
    expect(html).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).not.toMatch(/url\(|@import|<link|<script|src="http/i);
    expect(look(html).tags.get('img')).toBeUndefined();
  });

  test('the way to stop stands at the top of a digest and nowhere in a reply', async () => {
    expect(look((await render(makeCard(), true)).html).links[0]).toBe('mailto:jobs@shortlist.example.net?subject=stop');
    expect((await render(makeCard())).html).not.toContain('Unsubscribe');
  });

  test('what people wrote is text, never markup, and only web links survive (P8)', async () => {
    const plain = look((await render(makeCard())).html);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '<script>alert(1)</script>',
          '"><img src=x onerror=alert(1)>',
          "' style='x",
          '</style><b>',
          '&lt;b&gt;',
          '<!--',
          ']]>',
        ),
        async (noise, attack) => {
          const evil = `${noise}${attack}${noise}`;
          const item: CardItem = {
            number: 1,
            code: evil,
            title: evil,
            subtitle: evil,
            url: `https://jobs.example.org/?q=${evil}`,
            score: 50,
            good: [evil],
            missing: [evil],
            notes: [evil],
          };
          const blocks = makeCard().blocks.map((block) => (block.kind === 'items' ? { ...block, items: [item] } : block));
          const seen = look(
            (await render(makeCard({ title: evil, blocks: [...blocks, { kind: 'text', text: evil }], footer: [evil] }))).html,
          );
          for (const tag of seen.tags.keys()) expect([...plain.tags.keys(), 'br']).toContain(tag);
          expect([...seen.attributes].filter((attribute) => !plain.attributes.has(attribute))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' javascript:alert(1)',
      'file:///etc/passwd',
      'https://bank.example@evil.example/',
      'nonsense',
    ]) {
      const card = makeCard({
        blocks: [{ kind: 'items', items: [{ number: 1, title: 'Fitter', url, good: [], missing: [], notes: [] }] }],
      });
      const mail = await render(card);
      expect(look(mail.html).links).toEqual([]);
      expect(mail.text).not.toContain(url.trim());
    }
  });

  test('HTML stays under 90 kB, the text is whole and the mail says so (O6)', async () => {
    const items = Array.from(
      { length: 300 },
      (_, index): CardItem => ({
        number: index + 1,
        code: 'm4f7k2m9q',
        title: `Job ${index + 1} of many`,
        subtitle: 'Somewhere',
        score: 80,
        good: ['a', 'b'],
        missing: ['c'],
        notes: [],
      }),
    );
    const mail = await render(makeCard({ blocks: [{ kind: 'items', items }] }));
    expect(Buffer.byteLength(mail.html)).toBeLessThan(90_000);
    expect(Buffer.byteLength(mail.html)).toBeGreaterThan(30_000);
    expect(mail.html).toContain('the rest is in the text version');
    expect(mail.text).toContain('Job 300 of many');
    expect(mail.html).toContain('Job 1 of many');
    const wall = await render(
      makeCard({
        blocks: [
          { kind: 'text', text: 'word '.repeat(40_000) },
          { kind: 'note', text: 'after' },
        ],
      }),
    );
    expect(Buffer.byteLength(wall.html)).toBeLessThan(90_000);
  });

  test('a score is shown as its number; the bar says the same and is silent for screen readers', async () => {
    const { html } = await render(makeCard());
    expect(html).toMatch(/<table aria-hidden="true"[^>]*>\s*<tr><td class="f" width="91%"/);
    for (const score of [0, 100, -5, 140]) {
      const card = makeCard({
        blocks: [{ kind: 'items', items: [{ number: 1, title: 'x', score, good: [], missing: [], notes: [] }] }],
      });
      expect((await render(card)).html).toMatch(/width="(?:100)%"/);
    }
  });

  test('every text colour reaches 4.5:1 on the ground it stands on, light and dark (O6)', () => {
    for (const scheme of [LIGHT, DARK]) {
      const pairs = [
        ['ink', 'card'],
        ['ink', 'page'],
        ['muted', 'card'],
        ['muted', 'page'],
        ['link', 'card'],
        ['chipInk', 'chip'],
      ] as const;
      for (const [text, ground] of pairs)
        expect(contrast(scheme[text], scheme[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('what only a mail needs is added to the card', () => {
  const options = {
    from: { name: 'Shortlist', address: 'jobs@shortlist.example.net' },
    postalAddress: '12 Fernhill Lane',
    bulk: true,
  };

  test('how to react, right below the items, saying that a thumb alone means number 1 (O11)', () => {
    const blocks = asMailCard(makeCard(), options).blocks;
    const at = blocks.findIndex((block) => block.kind === 'items');
    expect(blocks[at + 1]).toEqual({
      kind: 'note',
      text: 'Answer 1👍 or 2👎 to say what you think. A 👍 alone means number 1; "1 undo" takes it back.',
    });
  });

  test('not when the card says it, and not without items', () => {
    const said = makeCard({ blocks: [...makeCard().blocks, { kind: 'text', text: 'Answer 1👍.' }] });
    expect(asMailCard(said, options).blocks).toEqual(said.blocks);
    expect(asMailCard(makeCard({ blocks: [] }), options).blocks).toEqual([]);
  });

  test('who sends, the postal address and how to stop, each once (O9)', () => {
    expect(asMailCard(makeCard(), options).footer).toEqual([
      'You get this because you sent your resume.',
      'Shortlist, an automated assistant (jobs@shortlist.example.net).',
      '12 Fernhill Lane',
      'Answer "stop" and no more of these come.',
    ]);
    const said = ['From jobs@shortlist.example.net, 12 Fernhill Lane. Answer "stop" to end.'];
    expect(asMailCard(makeCard({ footer: said }), options).footer).toEqual(said);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
