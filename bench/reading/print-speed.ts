/** Milliseconds a document, warm, isolation included; beside pdftotext on the same PDFs, which starts anew for each. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { quantile, timed } from '../print.ts';
import type { ReadDocument } from './read-dataset.ts';

const run = promisify(execFile);
const spread = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;

async function timesOfPdftotext(files: readonly string[]): Promise<number[] | undefined> {
  const times: number[] = [];
  try {
    for (const file of files) times.push(await timed(() => run('pdftotext', [file, '-'])));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return times;
}

export async function printSpeed(documents: readonly ReadDocument[]): Promise<void> {
  const read = documents.filter((one) => one.resume);
  for (const [format, group] of Map.groupBy(read, (one) => one.format)) {
    const peer = format === 'pdf' ? await timesOfPdftotext(group.map((one) => one.at)) : undefined;
    const beside = format === 'pdf' ? ` (pdftotext: ${peer ? spread(peer) : 'not installed'})` : '';
    console.log(`  speed, ${format}: ${spread(group.map((one) => one.ms))}${beside}`);
  }
}
