/** `npm run bench`: every bench in one run, each in a process of its own, with the ratio to its peer. It judges nothing. */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

function runBench(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [here(file), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))));
  });
}

const feeds = (await readdir(here('../samples/feeds'))).filter((name) => /\.(?:xml|json)$/.test(name));
const BENCHES: readonly (readonly [title: string, file: string, args: readonly string[]])[] = [
  ['Documents: extracted and parsed, one warm child', 'read-documents.ts', ['--seconds', '4']],
  ['Import: files into a new database, two children', 'import-resumes.ts', ['--copies', '100']],
  ['Feeds: one core', 'read-feeds.ts', []],
  ['Scores: one core', 'score-pairs.ts', ['--seconds', '2', ...feeds.map((name) => here(`../samples/feeds/${name}`))]],
  ['Tasks: SQLite, synchronous FULL', 'tasks.ts', ['1000']],
  ['Digests: 200 people, 2,000 postings', 'digests.ts', ['200', '2000']],
  ['Mails: the real service; 2,000 postings come in', 'mails.ts', ['2000']],
  ['Slack: acknowledgements (500 ms is the most, p99)', 'slack-acks.ts', []],
  ['Starts: median of five', 'cold-start.ts', []],
];

const processor = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}`;
console.log(`Node ${process.versions.node}, ${processor}, load ${loadavg()[0]?.toFixed(1)}`);
const started = performance.now();
for (const [title, file, args] of BENCHES) {
  console.log(`\n${title}`);
  await runBench(file, args);
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all, load ${loadavg()[0]?.toFixed(1)} at the end`);
