/**
 * Documents a second, extracted and parsed in one warm child as the service does it, over the sample resumes; beside it pdftotext, where
 * it is installed, which only gets the text (and starts anew for each file, as programs that call it do).
 *
 *   node bench/read-documents.ts [--seconds N]
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { createLog } from '../src/log.ts';
import { openResumeReader } from '../src/reader.ts';
import { print, quantile, timed } from './print.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '6' } } });
const RESUMES = fileURLToPath(new URL('../samples/resumes/', import.meta.url));
const READ = { asOf: '2026-11-01', force: true };
const run = promisify(execFile);
const reader = openResumeReader(createLog('silent', false), { size: 1 });

interface Sample {
  name: string;
  bytes: Uint8Array;
}

async function readSamples(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const name of (await readdir(RESUMES)).sort()) {
    const bytes = await readFile(RESUMES + name);
    const unpacked = name.endsWith('.zip') ? await reader.unpack(bytes) : { members: [{ path: name, bytes }] };
    if ('members' in unpacked) samples.push(...unpacked.members.map((member) => ({ name: member.path, bytes: member.bytes })));
  }
  return samples;
}

/** Milliseconds of each reading, in turn, for about so long; the first round is not counted. */
async function timesOf(samples: readonly Sample[], read: (sample: Sample) => Promise<unknown>): Promise<number[]> {
  for (const sample of samples) await read(sample);
  const times: number[] = [];
  const end = performance.now() + Number(values.seconds) * 1000;
  while (performance.now() < end) for (const sample of samples) times.push(await timed(() => read(sample)));
  return times;
}

const rate = (times: readonly number[]): number => (1000 * times.length) / times.reduce((a, b) => a + b, 0);
const spread = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} p95 ${quantile(times, 0.95).toFixed(1)} ms`;

async function besidePdftotext(pdfs: readonly Sample[]): Promise<void> {
  const ours = await timesOf(pdfs, (sample) => reader.read(sample.bytes, sample.name, READ));
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
  try {
    const files = pdfs.map((sample, n) => ({ ...sample, file: path.join(folder, `${n}.pdf`) }));
    for (const { file, bytes } of files) await writeFile(file, bytes);
    const fileOf = new Map<Sample, string>(files.map((one, n) => [pdfs[n] ?? one, one.file]));
    const theirs = await timesOf(pdfs, (sample) => run('pdftotext', [fileOf.get(sample) ?? '', '-']));
    const value = `${rate(theirs).toFixed(0)}/s (${spread(theirs)})`;
    print('PDF', `${rate(ours).toFixed(0)}/s`, { name: 'pdftotext', value, ratio: rate(ours) / rate(theirs) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const started = performance.now();
const all = await readSamples();
print('first answer of a new child', `${(performance.now() - started).toFixed(0)} ms`);
// A damaged one costs a new child each time (rule P1): that is measured above, once.
const samples: Sample[] = [];
for (const sample of all) if ((await reader.read(sample.bytes, sample.name, READ)).ok) samples.push(sample);
const times = await timesOf(samples, (sample) => reader.read(sample.bytes, sample.name, READ));
const formats = new Set(samples.map((sample) => path.extname(sample.name).slice(1)));
print(`${samples.length} samples (${[...formats].join(', ')})`, `${rate(times).toFixed(0)}/s`);
print('', spread(times));
const pdfs = samples.filter((sample) => sample.name.endsWith('.pdf'));
try {
  await run('pdftotext', ['-v']);
  await besidePdftotext(pdfs);
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  print('pdftotext', 'not installed');
}
await reader.close();
