/**
 * Resumes a second into a new database, all steps to the end, and the most memory that the importing process held while it worked. Files
 * are those of the folders, each `--copies` times: a copy has other bytes and is a file of its own. Without a folder: the samples.
 *
 *   node bench/import-resumes.ts [--copies N] [--limit N] [FOLDER…]
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print, quantile } from './print.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { copies: { type: 'string', default: '100' }, limit: { type: 'string', default: '100000' } },
});
const FOLDERS = positionals.length > 0 ? positionals : [fileURLToPath(new URL('../samples/resumes/', import.meta.url))];
const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const LOOK_MS = 200;
/** The memory of the parent is told after each of so many files. */
const STEP = 500;

/** What follows the end of a PDF or a text is nobody's: a different file, the same resume. Zipped formats are copied once. */
async function writeCopies(target: string): Promise<void> {
  let left = Number(values.limit);
  for (const folder of FOLDERS)
    for (const entry of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile())) {
      const bytes = await readFile(path.join(folder, entry.name));
      const copies = /\.(?:pdf|txt|md)$/.test(entry.name) ? Number(values.copies) : 1;
      for (let n = 0; n < copies && left > 0; n++, left--)
        await writeFile(path.join(target, `${n}-${entry.name}`), Buffer.concat([bytes, Buffer.from('\n'.repeat(n))]));
    }
}

/** Resident memory in MB from the kernel; NaN where it does not tell. */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
}

interface Sum {
  total: number;
  ms: number;
}

function sumOf(lines: string): Sum {
  const sum: unknown = JSON.parse(lines.trim().split('\n').at(-1) ?? '{}');
  if (typeof sum !== 'object' || sum === null || !('total' in sum) || !('ms' in sum)) throw new Error('the import told no sum');
  return { total: Number(sum.total), ms: Number(sum.ms) };
}

const work = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const files = path.join(work, 'files');
await mkdir(files);
await writeCopies(files);
const child = spawn(process.execPath, [CLI, '--data', path.join(work, 'data'), 'import', files, '--json'], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
const memory: number[] = [];
/** By the number of files taken in, as the import says on stderr. */
const atStep = new Map<number, number>();
let told = 0;
child.stderr.setEncoding('utf8').on('data', (text: string) => {
  const taken = Number(/(\d+)\/\d+\s*$/.exec(text)?.[1] ?? 0);
  const step = STEP * Math.floor(taken / STEP);
  if (step <= told) return;
  told = step;
  void residentMb(child.pid).then((mb) => atStep.set(taken, mb));
});
const look = setInterval(() => void residentMb(child.pid).then((mb) => Number.isNaN(mb) || memory.push(mb)), LOOK_MS);
let said = '';
child.stdout.setEncoding('utf8').on('data', (text: string) => {
  said += text;
});
await new Promise((resolve) => child.once('close', resolve));
clearInterval(look);
const { total, ms } = sumOf(said);
print(`${total} resumes imported`, `${((1000 * total) / ms).toFixed(0)}/s`);
for (const [files, mb] of atStep) print(`memory of the parent after ${files} files`, `${mb.toFixed(0)} MB`);
const quarter = Math.ceil(memory.length / 4);
print('memory of the parent: most', `${quantile(memory, 1).toFixed(0)} MB`);
print('median of the second and of the last quarter', '', {
  name: `${quantile(memory.slice(quarter, 2 * quarter), 0.5).toFixed(0)} MB and`,
  value: `${quantile(memory.slice(-quarter), 0.5).toFixed(0)} MB`,
  ratio: quantile(memory.slice(quarter, 2 * quarter), 0.5) / quantile(memory.slice(-quarter), 0.5),
});
await rm(work, { recursive: true, force: true });
