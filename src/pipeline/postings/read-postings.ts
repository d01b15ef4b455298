/** A feed → postings ready to store, one by one: what `shortlist jobs read` prints. */
import type { FeedError, Posting, RawPosting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { canonicalUrl } from './canonical-url.ts';
import { contentHash } from './content-hash.ts';
import { enrichPosting } from './enrich-posting.ts';
import type { FeedLimits } from './feed/feed-limits.ts';
import { readFeed } from './read-feed.ts';

export interface PostingReading {
  posting: Posting;
  raw: RawPosting;
  /** `line:column` in XML, byte offset in JSON. */
  position: string;
  canonicalUrl?: string;
  /** Hex. */
  contentHash: string;
  /** The feed says that the opening is closed: it is kept and counted, and goes no further. */
  closed: boolean;
}

export async function* readPostings(
  source: AsyncIterable<Uint8Array>,
  taxonomy: Taxonomy,
  options: { name?: string; limits?: Partial<FeedLimits> } = {},
): AsyncGenerator<PostingReading | { error: FeedError }> {
  for await (const reading of readFeed(source, options)) {
    if ('error' in reading) {
      yield { error: reading.error };
      continue;
    }
    const posting = enrichPosting(reading.raw, taxonomy);
    const canonical = canonicalUrl(reading.raw.url);
    yield {
      posting,
      raw: reading.raw,
      position: reading.position,
      ...(canonical === undefined ? {} : { canonicalUrl: canonical }),
      contentHash: contentHash(posting),
      closed: reading.raw.closed,
    };
  }
}
