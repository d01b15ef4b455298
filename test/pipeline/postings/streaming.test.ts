import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/pipeline/postings/read-feed.ts';

setFlagsFromString('--expose_gc');
const collectGarbage: unknown = runInNewContext('gc');
const heapUsed = (): number => {
  if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().heapUsed;
};

const MEGABYTE = 1024 * 1024;
const TOTAL = 20 * MEGABYTE;
const body = 'Wash, sort and press the linen of six hotels. '.repeat(60);

/** A feed of 20 MB that exists only as it is read. */
async function* generate(open: string, item: (n: number) => string, close: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(open);
  for (let n = 0, bytes = 0; bytes < TOTAL; n++) {
    const piece = Buffer.from(item(n));
    bytes += piece.length;
    yield piece;
  }
  yield Buffer.from(close);
}

const xmlItem = (n: number): string =>
  `<job><title>Presser ${n}</title><company>Laundry ${n % 40}</company><description><![CDATA[<p>${body}</p>]]></description></job>\n`;
const jsonItem = (n: number): string =>
  `${n === 0 ? '' : ','}${JSON.stringify({ id: n, title: `Presser ${n}`, url: `https://a.example/${n}`, description: body })}`;

describe('memory', () => {
  it.each([
    ['XML', () => generate('<source>', xmlItem, '</source>')],
    ['a JSON board', () => generate('{"meta":{"v":1},"jobs":[', jsonItem, ']}')],
    ['JSON Lines', () => generate('', (n) => `${jsonItem(n).replace(/^,/, '')}\n`, '')],
    [
      'XML in which nothing is an item until the end',
      () =>
        generate(
          '<source><job><title>First</title><id>1</id></job><!--',
          () => `${body}\n`,
          '--><job><title>Last</title><id>2</id></job></source>',
        ),
    ],
  ])('stays flat over 20 MB of %s', async (_, feed) => {
    const before = heapUsed();
    let count = 0;
    let most = 0;
    let last = '';
    for await (const reading of readFeed(feed())) {
      if (!('raw' in reading)) throw new Error(reading.error.message);
      count++;
      last = reading.raw.title;
      if (count % 1500 === 0) most = Math.max(most, heapUsed() - before);
    }
    most = Math.max(most, heapUsed() - before);
    expect(last).toMatch(/^(Presser \d{4}|Last)$/);
    expect(most).toBeLessThan(20 * MEGABYTE);
  });

  it('closes the source when the caller stops early', async () => {
    let closed = false;
    async function* watched(): AsyncGenerator<Uint8Array> {
      try {
        yield* generate('<source>', xmlItem, '</source>');
      } finally {
        closed = true;
      }
    }
    for await (const reading of readFeed(watched())) {
      expect(reading).toHaveProperty('raw');
      break;
    }
    expect(closed).toBe(true);
  });

  it('hands on what the source throws', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<source><job><title>A</title></job>');
      throw new Error('connection reset');
    }
    await expect(Array.fromAsync(readFeed(failing()))).rejects.toThrow('connection reset');
  });
});
