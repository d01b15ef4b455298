/** Feeds for tests: text or bytes as the stream that a file or a socket would be. */
import type { FeedError, RawPosting } from '../../../src/domain/posting.ts';
import type { FeedLimits } from '../../../src/pipeline/postings/feed/feed-limits.ts';
import { readFeed } from '../../../src/pipeline/postings/read-feed.ts';

export async function* bytesOf(content: string | Uint8Array, chunk = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

export interface ReadAll {
  postings: RawPosting[];
  errors: FeedError[];
  positions: string[];
}

export async function readAll(
  content: string | Uint8Array,
  options: { chunk?: number; limits?: Partial<FeedLimits> } = {},
): Promise<ReadAll> {
  const result: ReadAll = { postings: [], errors: [], positions: [] };
  for await (const reading of readFeed(bytesOf(content, options.chunk), { limits: options.limits })) {
    if ('error' in reading) result.errors.push(reading.error);
    else {
      result.postings.push(reading.raw);
      result.positions.push(reading.position);
    }
  }
  return result;
}

export const titles = (result: ReadAll): string[] => result.postings.map((posting) => posting.title);
