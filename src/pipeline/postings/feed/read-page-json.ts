/** A web page: the postings that its JSON-LD scripts hold. */
import { FeedFailure } from './feed-failure.ts';
import type { FeedLimits } from './feed-limits.ts';
import { type FeedItem, readJsonFeed } from './read-json-feed.ts';

const OPEN = /<script[^>]{1,300}application\/ld\+json[^>]{0,300}>/gi;

/** @throws FeedFailure `unsupported` when the page holds no such script: it is a login page, an error page, an empty app */
export async function* readPageJson(pieces: AsyncIterable<string>, limits: FeedLimits): AsyncGenerator<FeedItem> {
  let page = '';
  for await (const piece of pieces) {
    page += piece;
    if (page.length > limits.itemChars)
      throw new FeedFailure('too_large', `the page is longer than ${limits.itemChars} characters`);
  }
  let scripts = 0;
  for (const open of page.matchAll(OPEN)) {
    const start = open.index + open[0].length;
    const end = page.indexOf('</script', start);
    if (end < 0) break;
    scripts++;
    for await (const item of readJsonFeed(once(page.slice(start, end)), limits)) {
      yield { ...item, position: String(Buffer.byteLength(page.slice(0, start)) + Number(item.position)) };
    }
  }
  if (scripts === 0) throw new FeedFailure('unsupported', 'this is a web page without job data in it, not a feed');
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
