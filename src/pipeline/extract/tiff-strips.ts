/** TIFF pages packed by deflate or JPEG, which the engine's reader of TIFF was built without: unpacked here, a strip at a time. */
import { inflateSync } from 'node:zlib';
import { blankRaster, type Raster } from './raster.ts';
import { ReadFailure } from './read-failure.ts';

const DEFLATE: ReadonlySet<number> = new Set([8, 32946]);
const JPEG = 7;
/** Values of one entry of a directory: a picture of 50 million pixels has no more strips than rows. */
const MAX_VALUES = 100_000;
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 };

type Tags = ReadonlyMap<number, number[]>;

/** undefined where the engine can read the page itself. `decodeJpeg` reads one JPEG. Throws `ReadFailure` damaged. */
export function unpackTiff(bytes: Uint8Array, offset: number, decodeJpeg: (bytes: Uint8Array) => Raster): Raster | undefined {
  const tags = readTags(bytes, offset);
  const packing = tags.get(259)?.[0] ?? 1;
  const [width, height] = [tags.get(256)?.[0] ?? 0, tags.get(257)?.[0] ?? 0];
  if (packing !== JPEG && !DEFLATE.has(packing)) return undefined;
  const page = blankRaster(width, height);
  const rows = Math.max(1, Math.min(height, tags.get(278)?.[0] ?? height));
  const counts = tags.get(279) ?? [];
  (tags.get(273) ?? []).forEach((start, i) => {
    const strip = bytes.subarray(start, start + (counts[i] ?? 0));
    const top = i * rows;
    if (strip.length === 0 || top >= height) return;
    const part =
      packing === JPEG
        ? decodeJpeg(withTables(strip, tags.get(347)))
        : inflateStrip(strip, tags, width, Math.min(rows, height - top));
    const shown = Math.min(part.height, height - top);
    for (let y = 0; y < shown; y++)
      page.data.set(part.data.subarray(y * part.width, y * part.width + Math.min(width, part.width)), (top + y) * width);
  });
  return page;
}

function readTags(bytes: Uint8Array, offset: number): Tags {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const tags = new Map<number, number[]>();
  const entries = view.getUint16(offset, little);
  for (let at = offset + 2; at < offset + 2 + entries * 12 && at + 12 <= bytes.length; at += 12) {
    const size = SIZES[view.getUint16(at + 2, little)];
    const count = Math.min(MAX_VALUES, view.getUint32(at + 4, little));
    if (size === undefined) continue;
    const start = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (start + size * count > bytes.length) continue;
    const value = (i: number) => {
      const here = start + i * size;
      return size === 1 ? view.getUint8(here) : size === 2 ? view.getUint16(here, little) : view.getUint32(here, little);
    };
    tags.set(
      view.getUint16(at, little),
      Array.from({ length: count }, (_, i) => value(i)),
    );
  }
  return tags;
}

/** The tables that all strips share stand apart: both are JPEG streams, and become one. */
function withTables(strip: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  if (!tables || tables.length < 4) return strip;
  return Buffer.concat([Buffer.from(tables.slice(0, -2)), strip.subarray(2)]);
}

/** 1 or 8 bits, grey or colours side by side; the first colour stands for all. */
function inflateStrip(strip: Uint8Array, tags: Tags, width: number, rows: number): Raster {
  const depth = tags.get(258)?.[0] ?? 1;
  const samples = tags.get(277)?.[0] ?? 1;
  if ((depth !== 8 && !(depth === 1 && samples === 1)) || (tags.get(284)?.[0] ?? 1) !== 1) throw new ReadFailure('damaged');
  const line = depth === 8 ? width * samples : Math.ceil(width / 8);
  const data = inflateSync(strip, { maxOutputLength: line * rows + 64 });
  if (tags.get(317)?.[0] === 2 && depth === 8) undoDifferences(data, line, samples);
  const raster = blankRaster(width, rows);
  const paletted = tags.get(262)?.[0] === 3;
  if (paletted) throw new ReadFailure('damaged');
  const zeroIsWhite = tags.get(262)?.[0] === 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * line + (depth === 8 ? x * samples : x >> 3);
      const value = depth === 8 ? (data[at] ?? 255) : ((data[at] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
      raster.data[y * width + x] = zeroIsWhite ? 255 - value : value;
    }
  }
  return raster;
}

function undoDifferences(data: Uint8Array, line: number, samples: number): void {
  for (let start = 0; start < data.length; start += line)
    for (let i = start + samples; i < Math.min(data.length, start + line); i++)
      data[i] = ((data[i] ?? 0) + (data[i - samples] ?? 0)) & 255;
}
