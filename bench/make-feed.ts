/**
 * Feeds of any size for the benches, made of the project's samples: the advertisements are taken apart into paragraphs, headings and items
 * of lists and put together anew, so that no two are alike and no cache of whole texts helps. The same count gives the same bytes.
 */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RawPosting } from '../src/domain/posting.ts';
import { readFeed } from '../src/pipeline/postings/read-feed.ts';

const FEEDS = fileURLToPath(new URL('../samples/feeds/', import.meta.url));
/** A sample is short (some 700 characters); advertisements of real boards have three to four times that. */
const SOURCES_OF_ONE = 3;

/** What the sample feeds say, in the order of their names. */
async function readSamples(): Promise<RawPosting[]> {
  const entries = await readdir(FEEDS, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const samples: RawPosting[] = [];
  for (const file of files.sort())
    for await (const reading of readFeed(createReadStream(FEEDS + file))) if ('raw' in reading) samples.push(reading.raw);
  return samples;
}

/** Postings as a feed says them, each with a title, a place and a text of its own. */
export async function makeRawPostings(count: number): Promise<RawPosting[]> {
  const samples = await readSamples();
  return Array.from({ length: count }, (_, n) => mix(samples, n));
}

function mix(samples: readonly RawPosting[], n: number): RawPosting {
  const pick = (step: number): RawPosting => {
    const sample = samples[(n * step + Math.floor(n / samples.length)) % samples.length];
    if (!sample) throw new Error('there are no samples');
    return sample;
  };
  const own = pick(1);
  const parts = Array.from({ length: SOURCES_OF_ONE }, (_, k) => blocksOf(pick(1 + k * 7).description, n + k));
  return {
    ...own,
    externalId: `bench-${n}`,
    url: `https://jobs.example.com/bench-${n}`,
    locations: pick(5).locations,
    description: `${parts.join('')}<p>Reference ${n}.</p>`,
  };
}

/** The same blocks with the items of each list turned around by `by`. */
function blocksOf(html: string, by: number): string {
  return html.replace(/(?:<li>.*?<\/li>)+/gs, (list) => {
    const items = list.match(/<li>.*?<\/li>/gs) ?? [];
    return [...items.slice(by % items.length), ...items.slice(0, by % items.length)].join('');
  });
}

/** In the shape of Indeed's XML. */
export function toXml(postings: readonly RawPosting[]): Buffer {
  const field = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}><![CDATA[${value}]]></${name}>`;
  const jobs = postings.map((one) => {
    const [place] = one.locations;
    const fields = [
      field('title', one.title),
      field('referencenumber', one.externalId),
      field('url', one.url),
      field('company', one.company),
      field('city', place?.city ?? place?.text),
      field('country', place?.country),
      field('salary', one.salaryText),
      field('jobtype', one.employmentType),
      field('description', one.description),
    ];
    return `<job>${fields.join('')}</job>`;
  });
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<source>\n${jobs.join('\n')}\n</source>\n`);
}

/** In the shape of a Greenhouse board. */
export function toJson(postings: readonly RawPosting[]): Buffer {
  const jobs = postings.map((one) => ({
    id: one.externalId,
    title: one.title,
    company_name: one.company,
    absolute_url: one.url,
    location: { name: one.locations[0]?.city ?? one.locations[0]?.text ?? '' },
    content: one.description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  }));
  return Buffer.from(JSON.stringify({ jobs }));
}
