import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/messages/card.ts';
import { cardToText } from '../../src/messages/card-to-text.ts';
import { safeLink } from '../../src/messages/safe-link.ts';
import { columnsOf, wrapText } from '../../src/messages/wrap-text.ts';

const card = (change: Partial<Card>): Card => ({ about: [], title: 'Title', blocks: [], footer: [], attachments: [], ...change });

describe('a card as text', () => {
  test('every block has its shape', () => {
    const text = cardToText(
      card({
        blocks: [
          { kind: 'text', text: 'First.\n\nSecond.' },
          { kind: 'heading', text: 'Jobs' },
          {
            kind: 'facts',
            facts: [
              { label: 'Name', value: 'Ilse' },
              { label: 'Phone', value: '555', note: 'please check' },
            ],
          },
          {
            kind: 'items',
            items: [
              {
                number: 1,
                code: 'm4f7k2m9q',
                title: 'Welder',
                subtitle: 'Larkfield',
                url: 'https://jobs.example.org/1',
                score: 91.44,
                good: ['nine years'],
                missing: ['a certificate'],
                notes: ['changed'],
              },
            ],
          },
          { kind: 'list', items: ['one'] },
          { kind: 'note', text: 'Remark' },
          { kind: 'commands', commands: [{ command: 'why m1', does: 'the reasons' }] },
        ],
        footer: ['Who sends.'],
        attachments: [{ name: 'a.png', type: 'image/png', blob: 'b', alternativeText: 'A chart' }],
      }),
    );
    expect(text).toBe(`Title
=====

First.

Second.

Jobs
----

Name:  Ilse
Phone: 555 (please check)

 1. Welder
    Larkfield
    Score 91.4 of 100 [#########-]
    ✓ nine years
    – a certificate
    (i) changed
    https://jobs.example.org/1
    m4f7k2m9q

- one

(i) Remark

  why m1  the reasons

[+] a.png: A chart

----
Who sends.
`);
  });

  test('no line is wider than asked, whatever the script; nothing is lost', () => {
    const word = fc.constantFrom('welding', '溶接工として十年', 'Größe', '👍', 'Łódź', 'a', '조립', 'supercalifragilistic', '—');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.integer({ min: 24, max: 90 }), (words, width) => {
        // The mark makes it findable: `a` alone is in every label.
        const value = `Ω ${words.join(' ')} Ω`;
        const text = cardToText(
          card({
            blocks: [
              { kind: 'facts', facts: [{ label: 'Label', value }] },
              { kind: 'list', items: [value] },
              { kind: 'text', text: value },
            ],
          }),
          { width },
        );
        for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(text.replace(/\s/g, '').split(value.replace(/\s/g, ''))).toHaveLength(4);
      }),
      { numRuns: 200 },
    );
  });

  test('a web address is never broken', () => {
    const url = `https://jobs.example.org/${'a'.repeat(200)}`;
    expect(cardToText(card({ blocks: [{ kind: 'text', text: `See ${url} now` }] }))).toContain(`\n${url}\n`);
  });

  test('content cannot steer the terminal or turn the direction of writing', () => {
    const text = cardToText(card({ title: 'A\u001b[2Jb\u202Ec', blocks: [{ kind: 'text', text: 'x\u0007\u009b31my\r\nz' }] }));
    expect(text).toBe('A[2Jbc\n======\n\nx31my\nz\n');
  });
});

describe('columns', () => {
  test.each([
    ['abc', 3],
    ['溶接', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👍', 2],
    ['👨‍👩‍👧', 2],
    ['한국', 4],
    ['', 0],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test('Chinese and Japanese break between characters, but not before a full stop', () => {
    expect(wrapText('溶接工十年。経験', 10)).toEqual(['溶接工十年。', '経験']);
    expect(wrapText('履歴書を受け取りました', 8)).toEqual(['履歴書を', '受け取り', 'ました']);
  });
});

describe('links', () => {
  test.each([
    ['https://jobs.example.org/a b', 'https://jobs.example.org/a%20b'],
    ['http://x.example', 'http://x.example/'],
    ['mailto:jobs@x.example?subject=stop', 'mailto:jobs@x.example?subject=stop'],
    ['HTTPS://X.example/"><b>', 'https://x.example/%22%3E%3Cb%3E'],
  ])('%s is a link', (url, link) => {
    expect(safeLink(url)).toBe(link);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://x.example',
    '//x.example',
    'x',
    '',
    'https://',
    'https://a@b.example',
    `https://x.example/${'a'.repeat(2000)}`,
    undefined,
  ])('%s is none', (url) => {
    expect(safeLink(url)).toBeUndefined();
  });
});
