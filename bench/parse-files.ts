/**
 * Reads files and prints one JSON line a file, as `shortlist parse FILE… --json` does, but in this process and without limits:
 *
 *   node bench/parse-files.ts [--as-of YYYY-MM-DD] FILE… > parse.jsonl
 *
 * `ms` is the time of parsing alone (extraction aside); stderr gets its median and 95th percentile over the files, each parsed
 * `--repeat N` times (default 1) and timed at its last.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { ReadFailure } from '../src/pipeline/extract/read-failure.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'as-of': { type: 'string', default: '2026-11-01' }, repeat: { type: 'string', default: '1' } },
});
const taxonomy = createTaxonomy();
const times: number[] = [];

async function parseFile(file: string): Promise<object> {
  try {
    const document = await extractDocument(await readFile(file), file);
    const options = { asOf: values['as-of'], taxonomy, fileName: file };
    let ms = 0;
    let resume = parseResume(document, options);
    for (let i = 0; i < Number(values.repeat); i++) {
      const start = performance.now();
      resume = parseResume(document, options);
      ms = performance.now() - start;
    }
    times.push(ms);
    return { file, ok: true, ms: Math.round(ms * 100) / 100, resume };
  } catch (error) {
    if (error instanceof ReadFailure) return { file, ok: false, error: { message: error.message } };
    throw error;
  }
}

for (const file of positionals) process.stdout.write(`${JSON.stringify(await parseFile(file))}\n`);
times.sort((a, b) => a - b);
const quantile = (q: number): string => (times[Math.floor((times.length - 1) * q)] ?? 0).toFixed(2);
process.stderr.write(`${times.length} files parsed, p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms\n`);
