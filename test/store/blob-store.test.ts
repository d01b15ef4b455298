import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlobStore, createFileBlobStore } from '../../src/store/blob-store.ts';
import { runChild } from './run-child.ts';

const KEY = new Uint8Array(32);
const DAY = 24 * 3600_000;
const bytes = (text: string) => new TextEncoder().encode(text);
let folder: string;
let blobs: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-blobs-'));
  blobs = createFileBlobStore(path.join(folder, 'blobs'), KEY);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function files(): Promise<string[]> {
  const entries = await readdir(path.join(folder, 'blobs'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
async function age(ms: number): Promise<void> {
  const then = new Date(Date.now() - ms);
  for (const file of await files()) await utimes(file, then, then);
}

describe('ids', () => {
  it('are the same for the same bytes in one workspace, and tell nothing in another or under another key', () => {
    const id = blobs.idOf('default', bytes('resume'));
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(blobs.idOf('default', bytes('resume'))).toBe(id);
    const others = [
      blobs.idOf('other', bytes('resume')),
      blobs.idOf('default', bytes('resume.')),
      createFileBlobStore(folder, new Uint8Array(32).fill(1)).idOf('default', bytes('resume')),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('are the only thing a path is made of', async () => {
    for (const id of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(blobs.get('default', id)).rejects.toThrow('not the id of a blob');
      await expect(blobs.remove('default', id)).rejects.toThrow('not the id of a blob');
    }
    for (const workspace of ['..', '../x', 'a/b', '.']) {
      const id = await blobs.put(workspace, bytes('x'));
      expect(bytes('x')).toEqual(new Uint8Array(await blobs.get(workspace, id)));
    }
    expect((await readdir(folder)).sort()).toEqual(['blobs']);
  });
});

describe('putting', () => {
  it('keeps the bytes, once, however often and however many at a time', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => blobs.put('default', bytes('resume'))));
    expect(new Set(ids).size).toBe(1);
    expect(await files()).toHaveLength(1);
    expect(new Uint8Array(await blobs.get('default', ids[0] ?? ''))).toEqual(bytes('resume'));
  });

  it('keeps empty files too', async () => {
    expect((await blobs.get('default', await blobs.put('default', new Uint8Array()))).byteLength).toBe(0);
  });

  it('can be undone, twice without harm', async () => {
    const id = await blobs.put('default', bytes('resume'));
    await blobs.remove('default', id);
    await blobs.remove('default', id);
    await expect(blobs.get('default', id)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('rejects when the disk refuses, and leaves nothing behind', async () => {
    const child = runChild('put-loop.child.ts', [path.join(folder, 'blobs'), 'a'], { fileLimitKb: 1000 });
    await child.ended;
    expect(child.lines).toEqual(['refused EFBIG']);
    expect(await files()).toEqual([]);
    await writeFile(path.join(folder, 'file'), '');
    await expect(createFileBlobStore(path.join(folder, 'file'), KEY).put('default', bytes('x'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  it('leaves no half blob under its name, whenever it is killed', async () => {
    const said: string[] = [];
    for (let round = 0; round < 6; round++) {
      const child = runChild('put-loop.child.ts', [path.join(folder, 'blobs'), String.fromCharCode(97 + round)]);
      await child.speaks;
      await setTimeout(2 + round * 7);
      await child.kill();
      said.push(...child.lines);
    }
    expect(said.length).toBeGreaterThan(0);
    const whole = (await files()).filter((file) => !path.basename(file).startsWith('.'));
    for (const file of whole) expect(blobs.idOf('default', await readFile(file))).toBe(path.basename(file));
    const names = new Set(whole.map((file) => path.basename(file)));
    expect(said.filter((id) => !names.has(id))).toEqual([]);
  });
});

describe('sweeping', () => {
  it('removes what no row knows and nobody put for a day, and what a crash left half written', async () => {
    const known = await blobs.put('default', bytes('known'));
    const orphan = await blobs.put('other', bytes('orphan'));
    const inside = path.dirname((await files())[0] ?? '');
    await writeFile(path.join(inside, '.draft-0123'), 'half');
    await age(DAY + 1000);
    const fresh = await blobs.put('default', bytes('fresh'));
    const asked: string[] = [];
    const removed = await blobs.sweepOrphans(async (workspace, id) => {
      asked.push(`${workspace} ${id}`);
      return id === known;
    }, DAY);
    expect(removed).toBe(2);
    expect(asked.sort()).toEqual([`default ${fresh}`, `default ${known}`, `other ${orphan}`].sort());
    expect((await files()).map((file) => path.basename(file)).sort()).toEqual([known, fresh].sort());
  });

  it('leaves alone what was put again before its row: the bytes are back or never went', async () => {
    const id = await blobs.put('default', bytes('again'));
    await age(DAY + 1000);
    const removed = await blobs.sweepOrphans(async () => {
      // The same file comes in again while the sweeper asks.
      await blobs.put('default', bytes('again'));
      return false;
    }, DAY);
    expect(removed).toBe(0);
    expect(new Uint8Array(await blobs.get('default', id))).toEqual(bytes('again'));
  });

  it('never loses what is put while it sweeps, whichever of the two is faster', async () => {
    for (let round = 0; round < 300; round++) {
      const id = await blobs.put('default', bytes('contested'));
      await age(DAY + 1000);
      const sweeping = blobs.sweepOrphans(async () => false, DAY);
      // Later by some turns of the event loop each time, so that it falls into every gap of the sweep.
      for (let turn = 0; turn < round % 30; turn++) await new Promise((resolve) => setImmediate(resolve));
      await blobs.put('default', bytes('contested'));
      await sweeping;
      expect(new Uint8Array(await blobs.get('default', id))).toEqual(bytes('contested'));
    }
  });

  it('has nothing to do where nothing was ever put', async () => {
    expect(await blobs.sweepOrphans(async () => false, 0)).toBe(0);
    await mkdir(path.join(folder, 'blobs', 'lost+found'), { recursive: true });
    expect(await blobs.sweepOrphans(async () => false, 0)).toBe(0);
  });
});
