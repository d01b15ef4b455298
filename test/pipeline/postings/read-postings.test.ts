import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { type PostingReading, readPostings } from '../../../src/pipeline/postings/read-postings.ts';
import { bytesOf } from './feed-source.ts';

const taxonomy = createTaxonomy();

async function readSample(name: string): Promise<{ postings: PostingReading[]; errors: unknown[] }> {
  const all = await Array.fromAsync(
    readPostings(createReadStream(new URL(`../../../samples/feeds/${name}`, import.meta.url)), taxonomy),
  );
  return { postings: all.filter((r) => 'posting' in r), errors: all.filter((r) => 'error' in r) };
}

describe('reading postings', () => {
  it('gives the sample feeds with their keys, their closed ones and their one broken item', async () => {
    const xml = await readSample('everyday-jobs.xml');
    const board = await readSample('company-board.json');
    expect([xml.postings.length, xml.errors.length, board.postings.length, board.errors.length]).toEqual([23, 1, 16, 0]);
    expect(xml.errors).toEqual([{ error: expect.objectContaining({ code: 'missing_title', position: '166:3' }) }]);
    expect([...xml.postings, ...board.postings].filter((r) => r.closed).map((r) => r.posting.title)).toEqual([
      'Customer Service Representative',
      'Dispatcher',
    ]);
    const inXml = new Set(xml.postings.map((r) => r.canonicalUrl));
    expect(board.postings.filter((r) => inXml.has(r.canonicalUrl)).map((r) => r.posting.title)).toEqual([
      'Senior Backend Engineer (Go)',
      'Finanzbuchhalter (m/w/d)',
      'Content Marketing Manager',
    ]);
  });

  it('gives the same hash to the same advertisement in two dialects', async () => {
    const html = '<p>Mend nets.</p><ul><li>Steady hands</li></ul>';
    const xml = `<source><job><title>Net Maker</title><company>Selkie Ltd</company><city>Oban</city><country>GB</country><description><![CDATA[${html}]]></description></job></source>`;
    const json = JSON.stringify([
      {
        title: 'Net maker',
        company: 'Selkie Ltd.',
        location: { city: 'Oban', country: 'United Kingdom' },
        description: html.replaceAll('<', '&lt;'),
        url: 'https://a.example/1',
      },
    ]);
    const hashes = await Promise.all(
      [xml, json].map(async (feed) =>
        (await Array.fromAsync(readPostings(bytesOf(feed), taxonomy))).map((r) => ('posting' in r ? r.contentHash : 'error')),
      ),
    );
    expect(hashes[0]).toEqual(hashes[1]);
    expect(hashes[0]?.[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leaves the canonical address out where there is none', async () => {
    const [reading] = await Array.fromAsync(
      readPostings(bytesOf('<source><job><title>Diver</title><company>Deep</company></job></source>'), taxonomy),
    );
    expect(reading).not.toHaveProperty('canonicalUrl');
    expect(reading).toMatchObject({ closed: false, position: '1:9', raw: { title: 'Diver' } });
  });
});
