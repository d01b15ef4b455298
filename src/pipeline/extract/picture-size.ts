/** The size of a picture from its first bytes, before anything is decoded (rule P4); the pages of a TIFF; how a camera was held. */

export interface PictureInfo {
  width: number;
  height: number;
  /** EXIF orientation, 1…8; 1 is upright. */
  orientation: number;
}

/** Directories of one TIFF that are looked at: files exist whose chain leads back into itself. */
const MAX_DIRECTORIES = 200;

export function pngInfo(bytes: Uint8Array): PictureInfo | undefined {
  if (bytes.length < 33) return undefined;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1 };
}

/** Walks the segments of a JPEG up to its frame header. */
export function jpegInfo(bytes: Uint8Array): PictureInfo | undefined {
  const view = viewOf(bytes);
  let orientation = 1;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation };
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && length > 8) orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + Math.max(2, length);
  }
  return undefined;
}

function exifOrientation(segment: Uint8Array): number | undefined {
  if (Buffer.from(segment.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return undefined;
  return tiffPages(segment.subarray(6))[0]?.orientation;
}

export interface TiffPage extends PictureInfo {
  /** Where its directory starts. */
  offset: number;
}

/** The pages of a TIFF in their order. A directory seen before ends the chain. Reduced copies of a page are left out. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  if (bytes.length < 8) return [];
  const view = viewOf(bytes);
  const little = bytes[0] === 0x49;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let offset = view.getUint32(4, little);
  while (offset >= 8 && offset + 2 <= bytes.length && !seen.has(offset) && seen.size < MAX_DIRECTORIES) {
    seen.add(offset);
    const { next, reduced, ...page } = readDirectory(view, offset, little);
    if (!reduced) pages.push({ ...page, offset });
    offset = next;
  }
  return pages;
}

function readDirectory(view: DataView, offset: number, little: boolean) {
  const entries = view.getUint16(offset, little);
  const info = { width: 0, height: 0, orientation: 1, reduced: false, next: 0 };
  const end = offset + 2 + entries * 12;
  for (let at = offset + 2; at < end && at + 12 <= view.byteLength; at += 12) {
    const tag = view.getUint16(at, little);
    const short = view.getUint16(at + 2, little) === 3;
    const value = short ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
    if (tag === 254) info.reduced = (value & 1) === 1;
    else if (tag === 256) info.width = value;
    else if (tag === 257) info.height = value;
    else if (tag === 274 && value >= 1 && value <= 8) info.orientation = value;
  }
  info.next = end + 4 <= view.byteLength ? view.getUint32(end, little) : 0;
  return info;
}

/** The same file with another page as its first: readers of single pages then read that one. */
export function withFirstPage(bytes: Uint8Array, page: TiffPage): Uint8Array {
  // Not slice(): a Buffer's shares the bytes.
  const copy = new Uint8Array(bytes);
  viewOf(copy).setUint32(4, page.offset, bytes[0] === 0x49);
  return copy;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
