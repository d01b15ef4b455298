/** How long a person waits: `shortlist --help`, the first `shortlist parse` of a PDF, `shortlist stats`, and `shortlist serve` until it says that it runs. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, quantile } from './print.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/shortlist', import.meta.url));
const RUNS = 5;
const data = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const env = { ...process.env, SMTP_LISTEN: '127.0.0.1:0', NO_COLOR: '1' };

/** Milliseconds until `sign` stands on stderr, or, without one, until the end; then the process is asked to end. */
function wait(args: readonly string[], sign?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(LAUNCHER, ['--data', data, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let ms: number | undefined;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (sign === undefined || ms !== undefined || !said.includes(sign)) return;
      ms = performance.now() - started;
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(ms ?? performance.now() - started);
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

async function printStart(what: string, args: readonly string[], sign?: string): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) times.push(await wait(args, sign));
  print(what, `${quantile(times, 0.5).toFixed(0)} ms`);
}

await printStart('shortlist --help', ['--help']);
const resume = fileURLToPath(new URL('../samples/resumes/maya-lindgren.pdf', import.meta.url));
await printStart('shortlist parse, one PDF', ['parse', resume, '--json']);
await printStart('shortlist stats (a new database)', ['stats', '--json']);
await printStart('shortlist serve, until it greets', ['serve'], 'Shortlist is running.');
await rm(data, { recursive: true, force: true });
