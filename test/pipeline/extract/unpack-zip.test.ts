import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { type PageOfZip, unpackZip } from '../../../src/pipeline/extract/unpack-zip.ts';
import { makeDocx, paragraph } from '../../fixtures/extract/make-office.ts';

const text = strToU8('Cook in Bergen');
/** By path: what is in it, or the code of the reason. */
const filesOf = async (bytes: Uint8Array, page?: PageOfZip) =>
  (await unpackZip(bytes, page)).files.map((file) => [
    file.path,
    'bytes' in file ? Buffer.from(file.bytes).toString() : file.reason.code,
  ]);
const pathsOf = async (bytes: Uint8Array) => (await unpackZip(bytes)).files.map(({ path }) => path);
const codeOf = (bytes: Uint8Array) =>
  unpackZip(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof ReadFailure ? error.readError.code : error),
  );

/** Sets the declared sizes in both headers to a lie. */
function lieAboutSizes(zip: Uint8Array, size: number): Uint8Array {
  const buffer = Buffer.from(zip);
  const central = buffer.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  buffer.writeUInt32LE(size, buffer.indexOf(Buffer.from('PK\x03\x04', 'latin1')) + 22);
  buffer.writeUInt32LE(size, central + 24);
  return buffer;
}

/** Sets the flag "encrypted" of every member. */
function lock(zip: Uint8Array): Uint8Array {
  const buffer = Buffer.from(zip);
  for (const [signature, offset] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (let at = buffer.indexOf(signature, 0, 'latin1'); at >= 0; at = buffer.indexOf(signature, at + 4, 'latin1'))
      buffer.writeUInt16LE(1, at + offset);
  }
  return buffer;
}

describe('a zip of files (P2)', () => {
  it('gives its members, without folders and without what systems leave behind', async () => {
    const zip = zipSync({
      'cv/jo.txt': text,
      'cv/': new Uint8Array(),
      '__MACOSX/cv/._jo.txt': text,
      '.DS_Store': text,
      'Thumbs.db': text,
      'cv/~$jo.docx': text,
    });
    expect(await filesOf(zip)).toEqual([['cv/jo.txt', 'Cook in Bergen']]);
  });

  it('takes paths as labels, wherever they point (P5)', async () => {
    expect(await pathsOf(zipSync({ '../../etc/cron.d/x': text, '/abs/y.txt': text, 'back\\slash.txt': text }))).toEqual([
      '../../etc/cron.d/x',
      '/abs/y.txt',
      'back/slash.txt',
    ]);
  });

  it('opens a zip inside it, but none inside that; office files are files', async () => {
    const inner = zipSync({ 'b.txt': text, 'deep.zip': zipSync({ 'c.txt': text }) });
    const { files } = await unpackZip(zipSync({ 'in.zip': inner, 'cv.docx': makeDocx({ body: paragraph('Cook') }) }));
    expect(files).toMatchObject([
      { path: 'in.zip!b.txt', bytes: expect.anything() },
      { path: 'in.zip!deep.zip', reason: { code: 'unsupported' } },
      { path: 'cv.docx', bytes: expect.anything() },
    ]);
  });

  it('counts the bytes that come out, whatever the headers say', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(30_000_000) });
    expect(await codeOf(bomb)).toBe('too_large');
    expect(await codeOf(lieAboutSizes(bomb, 100))).toBe('too_large');
    expect(await codeOf(zipSync({ 'in.zip': bomb }))).toBe('too_large');
    const honest = zipSync({ 'a.txt': new Uint8Array(900_000) });
    expect(await codeOf(lieAboutSizes(honest, 1))).toBe('read');
  });

  it('stops at 100 MB in all, also when each member packs normally', async () => {
    const noise = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 7919 + (i >> 8) * 104729) & 255);
    const many = Object.fromEntries(Array.from({ length: 110 }, (_, i) => [`${i}.bin`, noise]));
    expect(await codeOf(zipSync(many, { level: 0 }))).toBe('too_large');
  });

  it('stops at 2,000 members', async () => {
    const files = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}.txt`, text]));
    expect(await codeOf(zipSync(files(2001)))).toBe('too_large');
    expect((await unpackZip(zipSync(files(1999)))).files.length).toBe(1999);
  });

  it('says what it is when it has a password, is empty or is broken', async () => {
    expect(await codeOf(lock(zipSync({ 'a.txt': text })))).toBe('encrypted');
    expect(await codeOf(zipSync({}))).toBe('empty');
    expect(await codeOf(zipSync({ 'a.txt': text }).subarray(0, 40))).toBe('damaged');
  });

  it('loses one damaged member and keeps the others', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8('abc '.repeat(500)), 'b.txt': text }));
    zip.fill(0xff, 40, 50);
    expect(await filesOf(zip)).toEqual([
      ['a.txt', 'damaged'],
      ['b.txt', 'Cook in Bergen'],
    ]);
  });

  it('gives the same files by pages as all at once: zips in it, office files, damaged and locked ones keep their places', async () => {
    const inner = zipSync({ 'b.txt': text, 'c.txt': strToU8('c '.repeat(900)), 'deep.zip': zipSync({ 'd.txt': text }) });
    const shut = Buffer.from(lock(zipSync({ 'e.txt': text })));
    const whole = Buffer.from(
      zipSync({
        'broken.txt': strToU8('abc '.repeat(500)),
        'a.txt': text,
        'in.zip': inner,
        'cv.docx': makeDocx({ body: paragraph('Cook') }),
        'shut.zip': [shut, { level: 0 }],
        'stub.zip': strToU8('PK\x03\x04'),
        'g.txt': strToU8('g'),
      }),
    );
    whole.fill(0xff, 45, 55);
    const all = await filesOf(whole);
    expect(all.map(([path]) => path)).toEqual([
      'broken.txt',
      'a.txt',
      'in.zip!b.txt',
      'in.zip!c.txt',
      'in.zip!deep.zip',
      'cv.docx',
      'shut.zip!e.txt',
      'stub.zip',
      'g.txt',
    ]);
    for (const count of [1, 2, 4, 8, 9]) {
      const pages = [];
      for (let from = 0, more = true; more; from += count) {
        pages.push(...(await filesOf(whole, { from, count })));
        more = (await unpackZip(whole, { from, count })).more;
      }
      expect(pages).toEqual(all);
    }
  });

  it('tells a bomb with the first page, wherever it is', async () => {
    const zip = zipSync({ 'a.txt': text, 'b.txt': text, 'bomb.txt': new Uint8Array(30_000_000) });
    await expect(unpackZip(zip, { from: 0, count: 1 })).rejects.toMatchObject({ readError: { code: 'too_large' } });
  });
});
