/** Reads feeds without a database and prints the lines of `shortlist jobs read --json`; with `--speed` only megabytes a second. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { readPostings } from '../src/pipeline/postings/read-postings.ts';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const speed = process.argv.includes('--speed');
const taxonomy = createTaxonomy();

for (const file of files) {
  const started = performance.now();
  let count = 0;
  for await (const reading of readPostings(createReadStream(file), taxonomy)) {
    count++;
    if (speed) continue;
    const line = 'error' in reading ? { error: reading.error } : { posting: reading.posting };
    console.log(JSON.stringify({ file: basename(file), ...line }));
  }
  const seconds = (performance.now() - started) / 1000;
  if (speed)
    console.log(
      `${basename(file)}: ${count} items, ${(statSync(file).size / 1e6 / seconds).toFixed(1)} MB/s, ${(count / seconds).toFixed(0)} items/s`,
    );
}
