import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { probeFences } from '../../../src/pipeline/extract/reader-command.ts';
import {
  createReaderPool,
  PoolClosed,
  type ReaderPool,
  type ReaderPoolOptions,
} from '../../../src/pipeline/extract/reader-pool.ts';
import { ReaderDoesNotStart } from '../../../src/pipeline/extract/reader-process.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const TROUBLED = here('../../fixtures/extract/troubled-child.ts');
const PARENT = here('../../fixtures/extract/doomed-parent.ts');
/** 200 for the campaign of rule P1; a few in every run. */
const KILLS = Number(process.env.ORPHAN_KILLS ?? 5);

interface Echo {
  ok: true;
  text?: string;
  length: number;
  pid: number;
  served: number;
  env: string[];
}

const pools: ReaderPool[] = [];
const open = (options: Partial<ReaderPoolOptions> = {}) => {
  const pool = createReaderPool({ size: 1, entry: TROUBLED, timeoutMs: 10_000, ...options });
  pools.push(pool);
  return pool;
};
const echo = async (pool: ReaderPool, text = '') => {
  const answer = await pool.request<{ kind: string; text: string }, Echo>({ kind: 'echo', text });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer;
};
const codeOf = async (pool: ReaderPool, message: object) => {
  const answer = await pool.request<object, { ok: true }>(message);
  return answer.ok ? 'ok' : answer.error.code;
};
/** Gone, or a zombie that only waits to be collected. */
const isGone = (pid: number) => !existsSync(`/proc/${pid}/exe`);
const waitUntil = async (condition: () => boolean) => {
  for (let i = 0; i < 500 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  return condition();
};

afterEach(async () => {
  for (const pool of pools.splice(0)) {
    await pool.close();
    expect(pool.pids).toEqual([]);
  }
});

describe('a pool that is kept warm', () => {
  it('has a child before the first file, and that child answers it', async () => {
    const pool = open();
    expect(pool.pids).toEqual([]);
    pool.warm();
    const [waiting] = pool.pids;
    expect(waiting).toBeGreaterThan(0);
    expect((await echo(pool)).pid).toBe(waiting);
  });

  it('starts the next child when the only one was replaced, without being asked', async () => {
    const pool = open({ maxDocuments: 1 });
    pool.warm();
    const first = await echo(pool);
    expect(await waitUntil(() => pool.pids.length === 1 && pool.pids[0] !== first.pid)).toBe(true);
    const [waiting] = pool.pids;
    expect((await echo(pool)).pid).toBe(waiting);
  });

  it('starts none once it is closed, and none beyond its size', async () => {
    const pool = open();
    pool.warm();
    pool.warm();
    expect(pool.pids).toHaveLength(1);
    await pool.close();
    pool.warm();
    expect(pool.pids).toEqual([]);
  });
});

describe('the reader pool (P1)', () => {
  it('answers in the order of asking, with the types of the message kept', async () => {
    const pool = open();
    const order: string[] = [];
    await Promise.all(['a', 'b', 'c'].map(async (text) => order.push(String((await echo(pool, text)).text))));
    expect(order).toEqual(['a', 'b', 'c']);
    const big = await pool.request<object, Echo>({ kind: 'echo', bytes: new Uint8Array(20_000_000) });
    expect(big).toMatchObject({ ok: true, length: 20_000_000, env: [] });
  });

  it('keeps a child for many files and replaces it after so many', async () => {
    const pool = open({ maxDocuments: 3 });
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await echo(pool));
    expect(answers.map((answer) => answer.served)).toEqual([1, 2, 3, 1]);
    expect(new Set(answers.map((answer) => answer.pid)).size).toBe(2);
  });

  it('uses no more children than it may', async () => {
    const pool = open({ size: 2 });
    const pids = new Set((await Promise.all(Array.from({ length: 6 }, () => echo(pool)))).map((answer) => answer.pid));
    expect(pids.size).toBe(2);
    expect([...pids].sort()).toEqual([...pool.pids].sort());
  });

  it('ends an endless loop by the clock, and goes on with another child', async () => {
    const pool = open({ timeoutMs: 500 });
    const before = await echo(pool);
    expect(await codeOf(pool, { kind: 'loop' })).toBe('timeout');
    expect(isGone(before.pid)).toBe(true);
    expect((await echo(pool)).pid).not.toBe(before.pid);
  });

  it('tells a lack of memory, outside and inside the JavaScript heap, while the parent stays as it is', async () => {
    const pool = open({ timeoutMs: 80_000 });
    const before = process.memoryUsage().rss;
    expect(await codeOf(pool, { kind: 'hog' })).toBe('memory');
    expect(await codeOf(pool, { kind: 'heap' })).toBe('memory');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect((await echo(pool)).served).toBe(1);
  }, 200_000);

  it('asks a fresh child once more where memory ran out in one that had read other files', async () => {
    const pool = open({ timeoutMs: 80_000 });
    const used = await echo(pool);
    const answer = await pool.request<object, Echo>({ kind: 'hogWhenUsed' });
    expect(answer).toMatchObject({ ok: true });
    expect('pid' in answer && answer.pid).not.toBe(used.pid);
    expect(isGone(used.pid)).toBe(true);
  }, 200_000);

  it('answers for a child that dies or hangs up', async () => {
    const pool = open();
    expect(await codeOf(pool, { kind: 'die' })).toBe('damaged');
    expect(await codeOf(pool, { kind: 'leave' })).toBe('damaged');
    expect((await echo(pool)).served).toBe(1);
  });

  it('replaces a child after a damaged file, not after one with a password', async () => {
    const pool = open();
    const { pid } = await echo(pool);
    expect(await codeOf(pool, { kind: 'refuse', code: 'encrypted' })).toBe('encrypted');
    expect((await echo(pool)).pid).toBe(pid);
    expect(await codeOf(pool, { kind: 'refuse', code: 'damaged' })).toBe('damaged');
    expect((await echo(pool)).pid).not.toBe(pid);
  });

  it('lets a child read nothing but the program, and reach no network where the system can refuse it', async () => {
    const pool = open();
    expect(await pool.request({ kind: 'look', path: '/etc/hostname' })).toMatchObject({ refused: 'ERR_ACCESS_DENIED' });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await pool.request({ kind: 'call', port })).toEqual({ ok: true, connected: !probeFences().unshare });
    await new Promise((resolve) => server.close(resolve));
  });

  it('lets a child leave compiled code for the next one, and nothing else once it can be given a file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shortlist-code-'));
    try {
      const pool = open({ codeCache: folder });
      const answer = await pool.request({ kind: 'scribble', path: path.join(folder, 'evil.js') });
      expect(answer).toEqual({ ok: true, refused: 'ERR_ACCESS_DENIED' });
      expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(1);
      expect(existsSync(path.join(folder, 'evil.js'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says what the machine cannot do, and works all the same', async () => {
    const pool = open({ fences: { warnings: ['no network fence'] } });
    expect(pool.warnings).toEqual(['no network fence']);
    expect((await echo(pool, 'x')).text).toBe('x');
  });

  it('does not take a broken installation for a broken file', async () => {
    expect(() => open({ entry: here('../../fixtures/extract/no-such-child.ts') })).toThrow();
    const other = open({ entry: here('../../../tsconfig.json') });
    await expect(other.request({ kind: 'echo' })).rejects.toBeInstanceOf(ReaderDoesNotStart);
  });

  it('tries a second child when the first does not start in time, and then says why', async () => {
    const pool = open({ startMs: 20 });
    const seen = new Set<number>();
    const look = setInterval(() => pool.pids.forEach((pid) => void seen.add(pid)));
    const failed = await pool.request({ kind: 'echo' }).catch((error: unknown) => error);
    clearInterval(look);
    expect(seen.size).toBe(2);
    expect(failed).toBeInstanceOf(ReaderDoesNotStart);
    expect(String(failed)).toContain('not within 0.02 s. The machine has too much else to do');
    // The same start with time enough works: it was the clock, not the installation.
    expect((await echo(open({ startMs: 60_000 }))).served).toBe(1);
  });

  it('kills what runs and refuses what waits when it is closed', async () => {
    const pool = open();
    const { pid } = await echo(pool);
    const running = pool.request({ kind: 'loop' }).catch((error: unknown) => error);
    const waiting = pool.request({ kind: 'echo' }).catch((error: unknown) => error);
    await pool.close();
    expect(await running).toBeInstanceOf(PoolClosed);
    expect(await waiting).toBeInstanceOf(PoolClosed);
    expect(isGone(pid)).toBe(true);
    await expect(pool.request({ kind: 'echo' })).rejects.toBeInstanceOf(PoolClosed);
  });

  it(
    `leaves no orphan when the parent is killed (${KILLS} times)`,
    async () => {
      const orphans: number[] = [];
      for (let i = 0; i < KILLS; i++) {
        const parent = spawn(process.execPath, [PARENT], { stdio: ['ignore', 'pipe', 'inherit'] });
        const pids = await firstLine(parent);
        expect(pids.length).toBe(2);
        parent.kill('SIGKILL');
        if (!(await waitUntil(() => pids.every(isGone)))) orphans.push(...pids.filter((pid) => !isGone(pid)));
      }
      for (const pid of orphans) process.kill(pid, 'SIGKILL');
      expect(orphans).toEqual([]);
    },
    20_000 + KILLS * 5000,
  );
});

function firstLine(parent: ChildProcess): Promise<number[]> {
  return new Promise((resolve) =>
    parent.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim().split(' ').map(Number))),
  );
}
