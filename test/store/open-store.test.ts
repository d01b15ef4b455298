import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { ConfigError } from '../../src/domain/errors.ts';
import { commit } from '../../src/store/commit.ts';
import { findByAddress } from '../../src/store/people.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { sweepOrphans } from '../../src/store/sweep-orphans.ts';
import { identityMet, personMet, result, W } from './build-changes.ts';

let folder: string;
const opened: Store[] = [];
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'shortlist-store-')), 'data');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
});
const file = () => path.join(folder, 'shortlist.db');
async function open(): Promise<Store> {
  const store = await openStore({ file: `file:${file()}`, dataFolder: folder, clock: systemClock });
  opened.push(store);
  return store;
}
const mode = async (name: string) => ((await stat(name)).mode & 0o777).toString(8);

it('makes the data folder and the keys for nobody else’s eyes', async () => {
  const store = await open();
  expect(await mode(folder)).toBe('700');
  expect(await mode(path.join(folder, 'keys.json'))).toBe('600');
  expect([store.keys.lookup.length, store.keys.blob.length]).toEqual([32, 32]);
  expect((await readdir(folder)).filter((name) => name.startsWith('keys'))).toEqual(['keys.json']);
});

it('finds everybody again after a restart', async () => {
  const store = await open();
  await commit(store, result([personMet('ada'), identityMet('ada', 'ada@example.com')]));
  const again = await open();
  expect((await findByAddress(again, W, 'email', 'ada@example.com'))?.person.id).toBe('ada');
  expect(again.schemaVersion).toMatch(/^\d{4}_/);
});

it('does not write names or addresses that can be searched: only keyed hashes are', async () => {
  const store = await open();
  await commit(store, result([personMet('ada'), identityMet('ada', 'ada@example.com')]));
  const client = new Database(file(), { readonly: true });
  const row: unknown = client.prepare('select address_lookup from identities').pluck().get();
  client.close();
  expect(row).toMatch(/^[0-9a-f]{64}$/);
});

it('refuses to make new keys for an old database, and says what to do', async () => {
  await (await open()).close();
  opened.splice(0);
  await rm(path.join(folder, 'keys.json'));
  const refused = await open().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ConfigError);
  expect(refused).toMatchObject({ variable: 'keys.json', fix: expect.stringContaining('backup') });
  expect(await readdir(folder)).not.toContain('keys.json');
});

it('refuses damaged keys instead of replacing them', async () => {
  await open();
  const keys = path.join(folder, 'keys.json');
  for (const damage of ['', '{"lookup":"AAAA","blob":"AAAA"}', 'null']) {
    await writeFile(keys, damage);
    await expect(open()).rejects.toMatchObject({ variable: 'keys.json' });
    expect(await readFile(keys, 'utf8')).toBe(damage);
  }
});

it('refuses a database that a newer version wrote', async () => {
  await open();
  const client = new Database(file());
  client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', Date.UTC(2099, 0));
  client.close();
  await expect(open()).rejects.toMatchObject({ variable: 'DATABASE_URL', message: expect.stringContaining('newer version') });
});

it('sweeps blobs that no row names', async () => {
  const store = await open();
  const known = await store.blobs.put(W, new TextEncoder().encode('known'));
  const orphan = await store.blobs.put(W, new TextEncoder().encode('orphan'));
  await commit(store, result([{ kind: 'blobStored', workspace: W, blobId: known, size: 5, createdAt: 0 }]));
  expect(await sweepOrphans(store)).toBe(0);
  expect(await sweepOrphans(store, -1)).toBe(1);
  expect((await store.blobs.get(W, known)).byteLength).toBe(5);
  await expect(store.blobs.get(W, orphan)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('is safe against power cuts and slow against nobody: WAL, synchronous FULL, a short busy timeout (R1)', async () => {
  const store = await open();
  const session: unknown = Reflect.get(store.db, 'session');
  const client: unknown = Reflect.get(Object(session), 'client');
  if (!(client instanceof Database)) throw new Error('no client');
  const pragma = (name: string) => client.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual([
    'wal',
    2,
    1,
    250,
  ]);
});

it('waits for another process that writes without holding up its own event loop (R1)', async () => {
  const store = await open();
  const other = new Database(file());
  other.exec('begin immediate');
  let turns = 0;
  const ticking = setInterval(() => turns++, 10);
  const committing = commit(store, result([personMet('ada')]));
  // Busy waits of 250 ms at a time alternate with pauses in which everything else gets its turn.
  await vi.waitUntil(() => turns > 20, { timeout: 8000 });
  other.exec('commit');
  expect(await committing).toBe('committed');
  clearInterval(ticking);
  other.close();
});
