/** A feed of any dialect and size → raw postings one by one, and what could not be read with its position. */
import type { FeedError, RawPosting } from '../../domain/posting.ts';
import { mapPosting } from './dialects/map-posting.ts';
import { FeedFailure } from './feed/feed-failure.ts';
import { FEED_LIMITS, type FeedLimits } from './feed/feed-limits.ts';
import { readFeedItems } from './feed/read-feed-items.ts';

export type FeedReading = { raw: RawPosting; position: string } | { error: FeedError; position: string };

/**
 * Reads XML (Indeed, Jobrapido, LinkedIn, Personio and unknown ones), RSS and Atom, JSON boards, JSON Lines and pages with
 * JSON-LD, plain or gzip, in any charset. Memory holds one item whatever the size of the feed. Never throws for what is in the
 * feed, only for what the source itself throws.
 */
export async function* readFeed(
  source: AsyncIterable<Uint8Array>,
  options: { name?: string; limits?: Partial<FeedLimits> } = {},
): AsyncGenerator<FeedReading> {
  const limits = { ...FEED_LIMITS, ...options.limits };
  let postings = 0;
  let errors = 0;
  try {
    for await (const item of readFeedItems(source, limits)) {
      const reading = 'error' in item ? item : toPosting(item.record, item.itemName, item.position);
      if ('raw' in reading) postings++;
      else if (++errors > limits.errors)
        throw new FeedFailure('malformed', `more than ${limits.errors} parts of the feed could not be read; the rest was left`);
      yield reading;
    }
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    errors++;
    yield { error: { code: error.code, message: error.message }, position: '' };
  }
  if (postings === 0 && errors === 0) yield { error: { code: 'empty', message: 'the feed holds no posting' }, position: '' };
}

function toPosting(record: Parameters<typeof mapPosting>[0], itemName: string | undefined, position: string): FeedReading {
  const raw = mapPosting(record, itemName);
  if (raw.title === '') return { error: { code: 'missing_title', message: 'the item has no title', position }, position };
  return { raw, position };
}
