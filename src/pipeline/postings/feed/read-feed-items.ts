/** Bytes of a feed → the records of its items, whatever the packing, charset and format. */
import type { FeedError } from '../../../domain/posting.ts';
import { cutXmlItems } from './cut-xml-items.ts';
import { decodeText } from './decode-text.ts';
import { FeedFailure } from './feed-failure.ts';
import type { FeedLimits } from './feed-limits.ts';
import { findXmlItem, localName } from './find-xml-item.ts';
import { parseXmlItem } from './parse-xml-item.ts';
import { readJsonFeed, readJsonLines } from './read-json-feed.ts';
import { readPageJson } from './read-page-json.ts';
import { sniffFeed } from './sniff-feed.ts';
import { peek, unpackGzip } from './unpack-gzip.ts';
import { type FeedRecord, xmlToRecord } from './xml-to-record.ts';

type FeedItemReading = { record: FeedRecord; itemName?: string; position: string } | { error: FeedError; position: string };

/** Enough for the declaration, the header of a feed and its first item. */
const HEAD_CHARS = 256 * 1024;

/** @throws FeedFailure when the feed as a whole cannot be read (further) */
export async function* readFeedItems(source: AsyncIterable<Uint8Array>, limits: FeedLimits): AsyncGenerator<FeedItemReading> {
  const packed = await peek(source, 4);
  const plain = await peek(unpackGzip(packed.all, packed.head, limits), 1024);
  const text = await peekText(decodeText(plain.all, plain.head));
  switch (sniffFeed(text.head)) {
    case 'empty':
      throw new FeedFailure('empty', 'the feed is empty');
    case 'dtd':
      // Rule P3: a document type can define entities that grow without end or fetch files. Nothing of such a feed is read.
      throw new FeedFailure('unsupported', 'the feed declares a document type (DTD), which is not read for safety');
    case 'xml':
      return yield* readXmlFeed(text.head, text.all, limits);
    case 'json':
      return yield* readJsonFeed(text.all, limits);
    case 'json-lines':
      return yield* readJsonLines(text.all, limits);
    case 'html':
      return yield* readPageJson(text.all, limits);
    default:
      throw new FeedFailure('unsupported', 'this is neither XML nor JSON');
  }
}

async function* readXmlFeed(head: string, pieces: AsyncIterable<string>, limits: FeedLimits): AsyncGenerator<FeedItemReading> {
  const itemName = findXmlItem(head);
  if (itemName === undefined) throw new FeedFailure('empty', 'no element of the feed looks like a posting');
  for await (const cut of cutXmlItems(pieces, itemName, limits)) {
    yield 'error' in cut ? cut : readXmlItem(cut.source, cut.position, itemName, limits);
  }
}

function readXmlItem(source: string, position: string, itemName: string, limits: FeedLimits): FeedItemReading {
  try {
    const { node, mended } = parseXmlItem(source, limits);
    const record = xmlToRecord(node);
    // A mended item counts only when it kept a title and two more fields; half an advertisement is worse than a report.
    if (mended && Object.keys(record).length < 3) throw new FeedFailure('malformed', `the item <${itemName}> is not well formed`);
    return { record, itemName: localName(itemName), position };
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    return { error: { code: error.code, message: error.message, position }, position };
  }
}

async function peekText(pieces: AsyncGenerator<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const first: string[] = [];
  let length = 0;
  while (length < HEAD_CHARS) {
    const next = await pieces.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  return { head: first.join(''), all: chain(first, pieces) };
}

async function* chain(first: string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    for (let piece = first.shift(); piece !== undefined; piece = first.shift()) yield piece;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
