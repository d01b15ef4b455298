import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probeFences, readerCommand } from '../../../src/pipeline/extract/reader-command.ts';

const run = promisify(execFile);
/** A checkout: code, packages, and what nobody but the service may read. */
const FILES = {
  'package.json': '{"type":"module"}',
  '.env': 'KEY=made-up',
  'data/shortlist.db': 'rows',
  'samples/one.txt': 'text',
  'src/lines/other.js': 'export {};',
  'node_modules/pdfjs-dist/package.json': '{"name":"pdfjs-dist"}',
  'node_modules/other/index.js': 'export {};',
  'src/lines/child.js': `
    import { readFileSync } from 'node:fs';
    const root = new URL('../../', import.meta.url);
    for (const name of ['package.json', '.env', 'data/shortlist.db', 'samples/one.txt', 'src/lines/other.js', 'node_modules/other/index.js'])
      try { readFileSync(new URL(name, root)); console.log(name + ' read'); } catch (error) { console.log(name + ' ' + error.code); }
  `,
};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-reader-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

it('lets the child that opens files read its own code and its packages, not the settings and the data beside them (P1)', async () => {
  const command = readerCommand(
    path.join(folder, 'src/lines/child.js'),
    { memoryKb: 4_000_000, heapMb: 256 },
    { ...probeFences(), setpriv: undefined },
  );
  const { stdout } = await run(command.file, command.args, { env: {} });
  expect(stdout.trim().split('\n')).toEqual([
    'package.json read',
    '.env ERR_ACCESS_DENIED',
    'data/shortlist.db ERR_ACCESS_DENIED',
    'samples/one.txt ERR_ACCESS_DENIED',
    'src/lines/other.js read',
    'node_modules/other/index.js read',
  ]);
});
