import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWinmail } from '../../../src/bots/email/read-winmail.ts';
import { makeMail, PDF } from './make-mail.ts';
import { bytesOf, readMessage } from './read-for-test.ts';

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (id: number, value: Buffer) => Buffer.concat([Buffer.from([2]), u32(id), u32(value.length), value, u16(0)]);
const text = (id: number, value: string) => {
  const bytes = Buffer.from(`${value}\0`, 'utf16le');
  return Buffer.concat([u16(0x001f), u16(id), u32(1), u32(bytes.length), padded(bytes)]);
};
const number = (id: number, value: number) => Buffer.concat([u16(0x0003), u16(id), u32(value)]);
const named = Buffer.concat([
  u16(0x0003),
  u16(0x8001),
  Buffer.alloc(16),
  u32(1),
  u32(6),
  padded(Buffer.from('abc', 'utf16le')),
  u32(7),
]);

function file(title: string, bytes: Uint8Array, properties: Buffer[] = []): Buffer {
  return Buffer.concat([
    attribute(0x00069002, Buffer.alloc(14)),
    attribute(0x00018010, Buffer.from(`${title}\0`, 'latin1')),
    attribute(0x0006800f, Buffer.from(bytes)),
    ...(properties.length === 0 ? [] : [attribute(0x00069005, Buffer.concat([u32(properties.length), ...properties]))]),
  ]);
}
const winmail = (...files: Buffer[]) =>
  Buffer.concat([u32(0x223e9f78), u16(1), attribute(0x00089006, u32(0x00010000)), ...files]);
const HELLO = { type: 'text/plain; charset=utf-8', body: 'My resume.' };
const tnef = (body: Buffer) => ({
  type: 'application/ms-tnef',
  headers: ['Content-Disposition: attachment; filename="winmail.dat"'],
  body,
});

describe('a winmail.dat (E12)', () => {
  test('its files are the attachments, with their long names', async () => {
    const body = winmail(
      file('LEBENS~1.PDF', PDF, [number(0x0e21, 0), named, text(0x3707, 'Lebenslauf – größe.pdf')]),
      file('cv.docx', Buffer.from('PK')),
    );
    const message = await readMessage(makeMail({}, [HELLO, tnef(body)]));
    expect(message.attachments.map((one) => [one.name, one.inline, one.depth])).toEqual([
      ['Lebenslauf – größe.pdf', false, 0],
      ['cv.docx', false, 0],
    ]);
    expect(bytesOf(message.attachments[0])).toEqual(PDF);
  });

  test('one that carries only formatting is no file', async () => {
    expect((await readMessage(makeMail({}, [HELLO, tnef(winmail())]))).attachments).toEqual([]);
  });

  test('one that is none is kept as it came', async () => {
    expect((await readMessage(makeMail({}, [HELLO, tnef(Buffer.from('nonsense'))]))).attachments.map((one) => one.name)).toEqual([
      'winmail.dat',
    ]);
  });

  test('a cut one gives the files before the cut, and no bytes make it throw', () => {
    const whole = winmail(file('a.pdf', PDF), file('b.pdf', PDF));
    expect(readWinmail(whole.subarray(0, whole.length - 40))?.map((one) => one.name)).toEqual(['a.pdf']);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (noise, at) => {
        const broken = Buffer.from(whole);
        broken.set(noise.subarray(0, broken.length - (at % broken.length)), at % broken.length);
        readWinmail(broken);
        readWinmail(winmail(attribute(0x00069002, Buffer.alloc(0)), attribute(0x00069005, Buffer.from(noise))));
      }),
      { numRuns: 500 },
    );
  });
});
