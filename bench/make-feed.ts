/**
 * Feeds of any size for the benches, made of the project's samples: the advertisements are taken apart into paragraphs, headings and items
 * of lists and put together anew, so that no two are alike and no cache of whole texts helps. The same count gives the same bytes.
 */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RawPosting } from '../src/domain/posting.ts';
import { detectLanguage } from '../src/pipeline/enrich/detect-language.ts';
import { readFeed } from '../src/pipeline/postings/read-feed.ts';

const FEEDS = fileURLToPath(new URL('../samples/feeds/', import.meta.url));
/** A sample is short (some 350 characters); advertisements of real boards have six to ten times that. */
const SOURCES_OF_ONE = 6;

/** What the sample feeds say, by language and in the order of their names: nobody writes one advertisement in two languages. */
async function readSamples(): Promise<RawPosting[][]> {
  const entries = await readdir(FEEDS, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.xml')).map((entry) => entry.name);
  const byLanguage = new Map<string, RawPosting[]>();
  for (const file of files.sort()) {
    for await (const reading of readFeed(createReadStream(FEEDS + file))) {
      if ('error' in reading) continue;
      const language = detectLanguage(`${reading.raw.title}\n${reading.raw.description.replace(/<[^>]{1,20}>/g, ' ')}`) ?? '';
      byLanguage.set(language, [...(byLanguage.get(language) ?? []), reading.raw]);
    }
  }
  return [...byLanguage.values()];
}

/** Postings as a feed says them, each with a text of its own; their languages come as often as in the samples. */
export async function makeRawPostings(count: number): Promise<RawPosting[]> {
  const groups = await readSamples();
  const owners = groups.flatMap((group) => group.map((own) => ({ own, group })));
  return Array.from({ length: count }, (_, n) => {
    const { own, group } = at(owners, n);
    return mix(own, group, n);
  });
}

function mix(own: RawPosting, group: readonly RawPosting[], n: number): RawPosting {
  const turn = Math.floor(n / group.length);
  const others = Array.from({ length: Math.min(SOURCES_OF_ONE, group.length) - 1 }, (_, k) =>
    at(group, n + turn * (k + 1) + k * 3 + 1),
  );
  const parts = [own, ...others].map((sample, k) => blocksOf(sample.description, turn + k));
  return {
    ...own,
    externalId: `bench-${n}`,
    url: `https://jobs.example.com/bench-${n}`,
    description: `${parts.join('')}<p>Reference ${n}.</p>`,
  };
}

/** Counts on from the beginning behind the last. */
function at<T>(list: readonly T[], position: number): T {
  const found = list[position % list.length];
  if (found === undefined) throw new Error('there are no samples');
  return found;
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
