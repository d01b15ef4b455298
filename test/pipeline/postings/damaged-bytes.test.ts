import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll } from './feed-source.ts';

const feeds = ['indeed.xml', 'personio.xml', 'greenhouse.json', 'lever.json'].map((name) =>
  readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url)),
);

/** A feed with some bytes replaced, some left out and a tail cut off. */
const damaged = fc
  .record({
    feed: fc.constantFrom(...feeds),
    flips: fc.array(fc.tuple(fc.nat(6000), fc.constantFrom(...'<>"{}[]&/]!\\,:\n\u0000\u00ff'.split(''))), { maxLength: 8 }),
    cut: fc.option(fc.nat(6000)),
    hole: fc.option(fc.tuple(fc.nat(6000), fc.nat(200))),
  })
  .map(({ feed, flips, cut, hole }) => {
    const bytes = Buffer.from(feed);
    for (const [at, char] of flips) bytes[at % bytes.length] = char.charCodeAt(0);
    const start = hole === null ? 0 : hole[0] % bytes.length;
    const holed = hole === null ? bytes : Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + hole[1])]);
    return cut === null ? holed : holed.subarray(0, cut % holed.length);
  });

describe('damaged feeds', () => {
  it('end with postings or errors, never with an exception, and alike whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 900 }), async (feed, chunk) => {
        const result = await readAll(feed);
        expect(result.postings.length + result.errors.length).toBeGreaterThan(0);
        for (const posting of result.postings) expect(posting.title).not.toBe('');
        expect(await readAll(feed, { chunk })).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });

  it('survive any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { errors, postings } = await readAll(bytes);
        expect(errors.length + postings.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
