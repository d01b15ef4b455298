/** Inflates a compressed feed on the way, recognised by its magic bytes, with a cap on the ratio (rule P2). */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FeedFailure } from './feed-failure.ts';
import type { FeedLimits } from './feed-limits.ts';

/** The first non-empty chunk and an iterable that gives the whole source again. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await iterator.next();
    if (next.done) break;
    const part = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    parts.push(part);
    length += part.length;
  }
  const head = Buffer.concat(parts);
  return { head, all: rest(parts, iterator) };
}

async function* rest(parts: readonly Buffer[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    yield* parts;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
  } finally {
    // A reader that stops early (an error, a caller that has seen enough) must close the file or socket behind the source.
    await iterator.return?.();
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * The bytes of `source`, inflated when it is gzip.
 * @throws FeedFailure `malformed` for damaged or truncated data, `too_large` beyond the ratio.
 */
export async function* unpackGzip(source: AsyncIterable<Buffer>, head: Uint8Array, limits: FeedLimits): AsyncGenerator<Buffer> {
  if (!isGzip(head)) {
    yield* source;
    return;
  }
  let bytesIn = 0;
  let bytesOut = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      bytesIn += chunk.length;
      yield chunk;
    }
  };
  const input = Readable.from(counted(), { objectMode: false, highWaterMark: 64 * 1024 });
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    for await (const chunk of gunzip) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytesOut += chunk.length;
      if (bytesOut > limits.ratioFreeBytes && bytesOut > bytesIn * limits.gzipRatio) {
        throw new FeedFailure(
          'too_large',
          `the compressed feed grows more than ${limits.gzipRatio} times; it was not read further`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof FeedFailure) throw error;
    if (isZlibError(error)) throw new FeedFailure('malformed', `the compressed feed is damaged or cut off (${error.message})`);
    throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

const isZlibError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
