import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { unpackZip } from '../../../src/pipeline/extract/unpack-zip.ts';
import { makeDocx, paragraph } from '../../fixtures/extract/make-office.ts';

const text = strToU8('Cook in Bergen');
const pathsOf = async (bytes: Uint8Array) => (await unpackZip(bytes)).members.map((member) => member.path);
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
    const { members, skipped } = await unpackZip(zip);
    expect(members.map((member) => [member.path, Buffer.from(member.bytes).toString()])).toEqual([
      ['cv/jo.txt', 'Cook in Bergen'],
    ]);
    expect(skipped).toEqual([]);
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
    const { members, skipped } = await unpackZip(zipSync({ 'in.zip': inner, 'cv.docx': makeDocx({ body: paragraph('Cook') }) }));
    expect(members.map((member) => member.path)).toEqual(['in.zip!b.txt', 'cv.docx']);
    expect(skipped).toMatchObject([{ path: 'in.zip!deep.zip', reason: { code: 'unsupported' } }]);
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
    expect((await unpackZip(zipSync(files(1999)))).members.length).toBe(1999);
  });

  it('says what it is when it has a password, is empty or is broken', async () => {
    expect(await codeOf(lock(zipSync({ 'a.txt': text })))).toBe('encrypted');
    expect(await codeOf(zipSync({}))).toBe('empty');
    expect(await codeOf(zipSync({ 'a.txt': text }).subarray(0, 40))).toBe('damaged');
  });

  it('loses one damaged member and keeps the others', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8('abc '.repeat(500)), 'b.txt': text }));
    zip.fill(0xff, 40, 50);
    const { members, skipped } = await unpackZip(zip);
    expect(members.map((member) => member.path)).toEqual(['b.txt']);
    expect(skipped).toMatchObject([{ path: 'a.txt', reason: { code: 'damaged' } }]);
  });
});
