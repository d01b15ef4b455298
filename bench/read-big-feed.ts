/** Reads a feed that is made while it is read, and prints speed and the highest memory: `read-big-feed.ts [megabytes] [xml|json]`. */
import { readFeed } from '../src/pipeline/postings/read-feed.ts';

const megabytes = Number(process.argv[2] ?? 200);
const kind = process.argv[3] ?? 'xml';
const body = 'Wash, sort and press the linen of six hotels, keep the machines running and teach the new ones. '.repeat(30);

const item = (n: number): string =>
  kind === 'json'
    ? `${n === 0 ? '{"jobs":[' : ','}${JSON.stringify({ id: n, title: `Presser ${n}`, url: `https://a.example/${n}`, location: { name: 'Leeds' }, content: body })}`
    : `${n === 0 ? '<source>' : ''}<job><title><![CDATA[Presser ${n}]]></title><company>Laundry ${n % 40}</company><city>Leeds</city><country>GB</country><description><![CDATA[<p>${body}</p>]]></description></job>\n`;

async function* generate(): AsyncGenerator<Uint8Array> {
  for (let n = 0, bytes = 0; bytes < megabytes * 1e6; n++) {
    const piece = Buffer.from(item(n));
    bytes += piece.length;
    yield piece;
  }
  yield Buffer.from(kind === 'json' ? ']}' : '</source>');
}

const started = performance.now();
const before = process.memoryUsage().heapUsed;
let count = 0;
let most = 0;
for await (const reading of readFeed(generate())) {
  if ('error' in reading) throw new Error(reading.error.message);
  if (++count % 500 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${kind}: ${megabytes} MB, ${count} postings, ${(megabytes / seconds).toFixed(1)} MB/s, heap at most ${(most / 1e6).toFixed(1)} MB above the start (garbage included), rss ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
);
