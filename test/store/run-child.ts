import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  process: ChildProcess;
  /** Lines of its standard output so far. */
  lines: string[];
  /** Resolves when it has ended and all its output is read; rejects with its complaint when it failed by itself. */
  ended: Promise<void>;
  /** Resolves when it has said its first line, or has ended. */
  speaks: Promise<void>;
  /** Kills it (SIGKILL) and resolves when it has ended. */
  kill(): Promise<void>;
}

/** Runs `test/store/<name>` as a process of its own. `fileLimitKb`: larger files cannot be written (RLIMIT_FSIZE). */
export function runChild(name: string, words: readonly string[], options: { fileLimitKb?: number } = {}): Child {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const limit = options.fileLimitKb === undefined ? '' : `ulimit -f ${options.fileLimitKb * 2}; `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, script, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let rest = '';
  const first = Promise.withResolvers<void>();
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines.length > 0) first.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    if (signal !== 'SIGKILL' && code !== 0) throw new Error(`${name} ended with ${code}: ${complaint}`);
  });
  return {
    process: child,
    lines,
    ended,
    speaks: Promise.race([first.promise, ended]),
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
