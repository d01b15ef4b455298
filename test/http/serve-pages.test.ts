import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { type ServedPages, type ServePagesOptions, servePages } from '../../src/http/serve-pages.ts';
import { probeWriting } from '../../src/store/probe-writing.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { checkForLeaks } from '../leak-check.ts';

checkForLeaks();
let folder: string;
let store: Store;
let pages: ServedPages | undefined;
const warned: object[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-http-'));
  store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
  warned.length = 0;
});
afterEach(async () => {
  await pages?.close();
  pages = undefined;
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(change: Partial<ServePagesOptions> = {}): Promise<string> {
  pages = await servePages({
    store,
    clock: systemClock,
    log: { warn: (fields) => warned.push(fields), error: (fields) => warned.push(fields) },
    sender: 'Shortlist',
    listen: { host: '127.0.0.1', port: 0 },
    askedFor: true,
    health: { probeWriting: () => probeWriting(store, folder), channels: new Map() },
    ...change,
  });
  return pages ? `http://${pages.address.host}:${pages.address.port}` : '';
}

describe('every answer', () => {
  it('forbids scripts, frames, caches, indexes and other places, and tells nobody its address', async () => {
    const base = await serve();
    const tooMuch = { method: 'POST', body: 'x'.repeat(70_000) };
    for (const [where, init] of [['/nothing'], ['/healthz'], ['/u/x.y', { method: 'HEAD' }], ['/u/x', tooMuch]] as const) {
      const { headers } = await fetch(base + where, init);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('script-src');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('carries its own style, allowed by its hash, and no script', async () => {
    const response = await fetch(`${await serve()}/nothing`);
    const page = await response.text();
    const sheet = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    expect(sheet.length).toBeGreaterThan(500);
    const hash = createHash('sha256').update(sheet).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/<script|\son\w+=|style="|src=|url\(|@import/i);
  });
});

describe('greedy and slow clients', () => {
  it('a body over 64 kB is refused, announced or in pieces', async () => {
    const base = await serve();
    expect((await fetch(`${base}/u/x`, { method: 'POST', body: 'x'.repeat(65_537) })).status).toBe(413);
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 70; at++) controller.enqueue(new TextEncoder().encode('x'.repeat(1_000)));
        controller.close();
      },
    });
    const response = await fetch(`${base}/u/x`, { method: 'POST', body: pieces, duplex: 'half' });
    expect(response.status).toBe(413);
  });

  it('a head over 16 kB is refused', async () => {
    const base = await serve();
    expect((await fetch(`${base}/`, { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431);
  });

  it('a client that does not finish its head is let go', async () => {
    const base = await serve({ headersWithinMs: 200 });
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const said = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (data) => {
        text += data.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(said).toContain('408');
  });

  it('closes within three seconds, also while clients hold connections open', async () => {
    const base = await serve();
    await (await fetch(`${base}/healthz`)).text();
    const hanging = connect(Number(new URL(base).port), '127.0.0.1');
    hanging.on('error', () => undefined);
    await new Promise((resolve) => hanging.write('POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfew', resolve));
    const started = performance.now();
    await pages?.close();
    expect(performance.now() - started).toBeLessThan(3_000);
    pages = undefined;
    hanging.destroy();
  });
});

describe('an address that is taken', () => {
  const taken = async (use: (port: number) => Promise<void>) => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await use(port).finally(() => new Promise((resolve) => other.close(resolve)));
  };

  it('is an error that names the setting and the fix when somebody asked for it', () =>
    taken(async (port) => {
      await expect(serve({ listen: { host: '127.0.0.1', port } })).rejects.toMatchObject({
        name: 'ConfigError',
        variable: 'HTTP_LISTEN',
        message: expect.stringContaining(`127.0.0.1:${port} is in use`),
        fix: expect.stringContaining('HTTP_LISTEN=off'),
      });
    }));

  it('is a warning when nobody did, and the service goes on without pages', () =>
    taken(async (port) => {
      expect(await serve({ listen: { host: '127.0.0.1', port }, askedFor: false })).toBe('');
      expect(warned).toEqual([{ port }]);
    }));

  it('is asked for by HTTP_LISTEN and by PUBLIC_URL, and is the loopback by default', () => {
    const http = (environment: Record<string, string>) => readConfig({ dataFolder: folder }, environment).http;
    expect(http({})).toEqual({ listen: { host: '127.0.0.1', port: 8080 }, askedFor: false });
    expect(http({ HTTP_LISTEN: '0.0.0.0:80' })).toEqual({ listen: { host: '0.0.0.0', port: 80 }, askedFor: true });
    expect(http({ PUBLIC_URL: 'https://x.example/' })).toMatchObject({ askedFor: true, publicUrl: 'https://x.example' });
    expect(http({ HTTP_LISTEN: 'off' }).listen).toBe('off');
  });
});

describe('GET /healthz', () => {
  it('is fine while the database and the disk can be written, and leaves nothing behind', async () => {
    const before = await readdir(folder);
    const response = await fetch(`${await serve()}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, uptime: expect.any(Number), store: 'ok', channels: {} });
    expect((await readdir(folder)).sort()).toEqual(before.sort());
  });

  it('is 503 with the code when the database refuses to be written', async () => {
    // What a file system that became read-only does to every write.
    const { db } = store;
    if (!('run' in db) || typeof db.run !== 'function') throw new Error('SQLite alone knows this pragma');
    db.run(sql`pragma query_only = on`);
    const response = await fetch(`${await serve()}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, store: expect.stringContaining('SQLITE_READONLY') });
  });

  it('is 503 when the disk has no room', async () => {
    const full = async () => {
      throw Object.assign(new Error('no space left on device, write /somewhere'), { code: 'ENOSPC' });
    };
    const response = await fetch(`${await serve({ health: { probeWriting: full, channels: new Map() } })}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, store: 'Error ENOSPC' });
  });

  it('a hundred askers at once cost one probe', async () => {
    let probes = 0;
    const probe = async () => {
      probes += 1;
    };
    const base = await serve({ health: { probeWriting: probe, channels: new Map() } });
    await Promise.all(Array.from({ length: 100 }, async () => (await fetch(`${base}/healthz`)).text()));
    expect(probes).toBe(1);
  });
});
