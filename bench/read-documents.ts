/**
 * How long a document takes, by format: end to end in one warm child as the service does it (isolation included), and parsing alone in
 * this process. Beside them, on the same PDFs: pdftotext, where it is installed, which only gets the text (and starts anew for each file,
 * as programs that call it do), and the text alone as pdfjs gives it, in this process too. Each kind of work goes through all documents
 * before the next has its turn: a process that waited for another one wakes up slow, and that is not the parser's time. Without a
 * folder the samples are read.
 *
 *   node bench/read-documents.ts [--seconds N] [FOLDER…]
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Resume } from '../src/domain/resume.ts';
import { createLog } from '../src/log.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { filesOfZip } from '../src/pipeline/ingest/files-of-zip.ts';
import { deriveFacts } from '../src/pipeline/parse/derive.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { openResumeReader } from '../src/reader.ts';
import { print, quantile, timed } from './print.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '6' } } });
const SAMPLES = fileURLToPath(new URL('../samples/resumes/', import.meta.url));
const READ = { asOf: '2026-11-01', force: true };
const run = promisify(execFile);
const reader = openResumeReader(createLog('silent', false), { size: 1 });
// As the children that open files have it.
const taxonomy = createTaxonomy({ remembers: true });
/** Files that a process has read before it counts as warm: its code is compiled as it is used. */
const WARM_AFTER = 200;

interface Sample {
  name: string;
  bytes: Uint8Array;
}
/** Times in milliseconds. */
type Times = Record<'read' | 'parse' | 'facts' | 'pdftotext' | 'pdfjs', number[]>;

async function readSamples(folder: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile())) {
    const bytes = await readFile(path.join(folder, entry.name));
    const files = reader.isZip(bytes) ? await Array.fromAsync(filesOfZip(reader, bytes)) : [{ path: entry.name, bytes }];
    for (const file of files) if ('bytes' in file) samples.push({ name: file.path, bytes: file.bytes });
  }
  return samples.sort((a, b) => a.name.localeCompare(b.name));
}

/** Parsing a document, and once more the facts for matching that parsing ends with. */
async function parsingOf({ bytes, name }: Sample): Promise<{ parse: () => void; facts: () => void }> {
  const document = await extractDocument(bytes, name);
  const parse = (): Resume => parseResume(document, { asOf: READ.asOf, taxonomy });
  const resume = parse();
  return { parse, facts: () => void deriveFacts(resume, taxonomy) };
}

/** The text of all pages, as the library gives it to anybody. */
async function pdfjsText(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  for (let page = 1; page <= file.numPages; page++) await (await file.getPage(page)).getTextContent();
  await task.destroy();
}

/** All documents by each kind of work in turn, for about so long; the first rounds are not counted. */
async function timesOf(samples: readonly Sample[], format: string, folder: string | undefined): Promise<Times> {
  const times: Times = { read: [], parse: [], facts: [], pdftotext: [], pdfjs: [] };
  const works: Record<keyof Times, (() => unknown)[]> = { read: [], parse: [], facts: [], pdftotext: [], pdfjs: [] };
  for (const [n, sample] of samples.entries()) {
    works.read.push(() => reader.read(sample.bytes, sample.name, READ));
    const { parse, facts } = await parsingOf(sample);
    works.parse.push(parse);
    works.facts.push(facts);
    if (format !== 'pdf') continue;
    works.pdfjs.push(() => pdfjsText(sample.bytes));
    if (!folder) continue;
    const file = path.join(folder, `${n}.pdf`);
    await writeFile(file, sample.bytes);
    works.pdftotext.push(() => run('pdftotext', [file, '-']));
  }
  const kinds: (keyof Times)[] = ['pdftotext', 'read', 'pdfjs', 'parse', 'facts'];
  for (let read = 0; read < WARM_AFTER; read += samples.length)
    for (const kind of kinds) for (const work of works[kind]) await work();
  const end = performance.now() + Number(values.seconds) * 1000;
  while (performance.now() < end) for (const kind of kinds) for (const work of works[kind]) times[kind].push(await timed(work));
  return times;
}

const spread = (times: readonly number[]): string =>
  `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;

/** The least time of each of `count` documents, whose times came in rounds: what a busy machine added is not in it. */
const leastOf = (times: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, n) => Math.min(...times.filter((_time, i) => i % count === n)));

function printTimes(what: string, count: number, { read, parse, facts, pdftotext, pdfjs }: Times): void {
  const beside = (own: readonly number[], name: string, peer: readonly number[]): Parameters<typeof print>[2] =>
    peer.length > 0 ? { name, value: spread(peer), ratio: quantile(peer, 0.5) / quantile(own, 0.5) } : undefined;
  print(`${count} ${what}: p50 / p95`, spread(read), beside(read, 'pdftotext', pdftotext));
  print('  parsing alone', spread(parse), beside(parse, 'text alone by pdfjs', pdfjs));
  const [least, peer] = [leastOf(parse, count), leastOf(pdfjs, pdfjs.length > 0 ? count : 0)];
  print('    at its best', spread(least), beside(least, 'text alone by pdfjs', peer));
  print('    of it the facts for matching', spread(facts));
}

async function hasPdftotext(): Promise<boolean> {
  return run('pdftotext', ['-v']).then(
    () => true,
    () => false,
  );
}

const started = performance.now();
const all = (await Promise.all((positionals.length > 0 ? positionals : [SAMPLES]).map(readSamples))).flat();
print('first answer of a new child', `${(performance.now() - started).toFixed(0)} ms`);
const byFormat = new Map<string, Sample[]>();
// A damaged one costs a new child each time (rule P1): such are left out.
for (const sample of all) {
  const outcome = await reader.read(sample.bytes, sample.name, READ);
  // Scans take seconds and have a child of their own.
  if (outcome.ok && outcome.resume.meta.shortlist.warnings.includes('read by text recognition')) continue;
  if (outcome.ok) byFormat.set(outcome.format, [...(byFormat.get(outcome.format) ?? []), sample]);
}
const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const peer = await hasPdftotext();
if (!peer) print('pdftotext', 'not installed');
for (const [format, samples] of byFormat)
  printTimes(format.toUpperCase(), samples.length, await timesOf(samples, format, peer ? folder : undefined));
await rm(folder, { recursive: true, force: true });
await reader.close();
