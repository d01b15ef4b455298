import { deflateSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { inflateAtOnce } from '../../../src/pipeline/extract/inflate-at-once.ts';

const ofThePlatform = globalThis.DecompressionStream;
afterEach(() => {
  globalThis.DecompressionStream = ofThePlatform;
});

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return Buffer.concat(chunks).toString();
}

it('unpacks what a DecompressionStream unpacks, and throws where it throws', async () => {
  inflateAtOnce();
  expect(globalThis.DecompressionStream).not.toBe(ofThePlatform);
  const packed = new Uint8Array(deflateSync('words '.repeat(50_000)));
  expect(await unpack(packed)).toBe('words '.repeat(50_000));
  await expect(unpack(packed.slice(0, 40))).rejects.toThrow();
  await expect(unpack(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  expect(() => new DecompressionStream('gzip')).toThrow(TypeError);
});
