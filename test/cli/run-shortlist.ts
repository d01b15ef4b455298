/** The command line as scripts use it: the launcher in a child, a folder of the test's own, nothing of the tester's environment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SHORTLIST = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd: string;
  environment?: Record<string, string>;
}

/** The date of every run, so that nothing depends on the day of the test. */
const NOW = '2026-11-10T10:00:00Z';

export function startShortlist(args: readonly string[], { cwd, environment }: RunOptions) {
  return spawn(SHORTLIST, args, {
    cwd,
    env: { PATH: process.env.PATH, NO_COLOR: '1', SHORTLIST_NOW: NOW, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function runShortlist(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = startShortlist(args, options);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, out, err };
}

export type JsonObject = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every line of stdout as a JSON object; throws when one is none: nothing else may stand there (command line contract). */
export function jsonLines(out: string): JsonObject[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      if (!isObject(value)) throw new Error(`not an object: ${line}`);
      return value;
    });
}

/** The object under that key; throws when there is none. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject {
  const value = object?.[key];
  if (!isObject(value)) throw new Error(`${key} is no object`);
  return value;
}
