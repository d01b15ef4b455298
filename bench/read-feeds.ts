/**
 * Megabytes a second of reading feeds, beside the bare parser on the same bytes, and postings a second with everything that is found out
 * about them: `node bench/read-feeds.ts [--postings N]`.
 */
import { parseArgs } from 'node:util';
import { SaxesParser } from 'saxes';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { enrichPosting } from '../src/pipeline/postings/enrich-posting.ts';
import { readFeed } from '../src/pipeline/postings/read-feed.ts';
import { makeRawPostings, toJson, toXml } from './make-feed.ts';
import { perSecond, print } from './print.ts';

const { values } = parseArgs({ options: { postings: { type: 'string', default: '2000' } } });
const SECONDS = 2;
const CHUNK = 65_536;
const postings = await makeRawPostings(Number(values.postings));

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function readAll(bytes: Buffer): Promise<void> {
  let count = 0;
  for await (const reading of readFeed(chunksOf(bytes))) if ('raw' in reading) count++;
  if (count !== postings.length) throw new Error(`${count} of ${postings.length} postings were read`);
}

function parseXml(bytes: Buffer): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.write(bytes.toString('utf8')).close();
}

async function besideParser(name: string, bytes: Buffer, peer: string, parse: (bytes: Buffer) => unknown): Promise<void> {
  const megabytes = bytes.length / 1e6;
  const ours = (await perSecond(SECONDS, () => readAll(bytes))) * megabytes;
  const theirs = (await perSecond(SECONDS, () => parse(bytes))) * megabytes;
  print(`${name}, ${megabytes.toFixed(1)} MB, to raw postings`, `${ours.toFixed(1)} MB/s`, {
    name: peer,
    value: `${theirs.toFixed(0)} MB/s`,
    ratio: ours / theirs,
  });
}

await besideParser('XML', toXml(postings), 'saxes', parseXml);
await besideParser('JSON', toJson(postings), 'JSON.parse', (bytes) => JSON.parse(bytes.toString('utf8')));

const taxonomy = createTaxonomy();
const characters = postings.reduce((sum, one) => sum + one.description.length, 0) / postings.length;
let next = 0;
const enrichOne = (): void => {
  const raw = postings[next++ % postings.length];
  if (raw) enrichPosting(raw, taxonomy);
};
await perSecond(1, enrichOne);
const enriched = await perSecond(2 * SECONDS, enrichOne);
print(`enriched (${characters.toFixed(0)} characters each)`, `${enriched.toFixed(0)}/s`);
print('', `${((enriched * characters) / 1e6).toFixed(2)} MB/s`);
