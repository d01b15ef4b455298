/** A zip reader that trusts no declared size (rule P2): it counts what really comes out. */
import { constants, inflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ReadFailure } from './read-failure.ts';

export const MAX_ENTRIES = 2000;
const MAX_UNPACKED = 100 * 1024 * 1024;
/** Text packs 20:1 at best; bombs 1000:1. Small files of spaces are harmless. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

export interface ZipMember {
  path: string;
  encrypted: boolean;
  read(budget: UnpackBudget): Promise<Uint8Array>;
  /** The first bytes, for little work; undefined where they cannot be told without the rest. */
  head(): Promise<Uint8Array | undefined>;
}

/** Counts what comes out of all members of one file, also of zips inside it. */
export interface UnpackBudget {
  left: number;
}

export function newBudget(): UnpackBudget {
  return { left: MAX_UNPACKED };
}

/** Members in the order of the directory, without directories. Throws `ReadFailure`: damaged, too_large. */
export async function* zipMembers(bytes: Uint8Array): AsyncGenerator<ZipMember> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch(() => {
    throw new ReadFailure('damaged');
  });
  if (zip.entryCount > MAX_ENTRIES) throw new ReadFailure('too_large');
  for await (const entry of entriesOf(zip)) {
    const path = nameOf(entry);
    if (!path.endsWith('/'))
      yield {
        path,
        encrypted: entry.isEncrypted(),
        read: (budget) => inflate(zip, entry, buffer, budget),
        head: () => headOf(zip, entry, buffer),
      };
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw error instanceof ReadFailure ? error : new ReadFailure('damaged');
  }
}

/** Bit 11 says UTF-8; else the name is of DOS, unless it happens to be good UTF-8 (as many packers write it). */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const utf8 = raw.toString('utf8');
  const path = (entry.generalPurposeBitFlag & 0x800) !== 0 || !utf8.includes('\ufffd') ? utf8 : iconv.decode(raw, 'cp437');
  return path.replaceAll('\\', '/');
}

async function packedBytes(zip: ZipFile, entry: Entry, buffer: Buffer): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => {
    throw new ReadFailure('damaged');
  });
  return buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize);
}

/** A block of deflate may begin with 300 bytes of code lengths; what these bytes unpack to is half a MB at most. */
const PACKED_HEAD = 512;

async function headOf(zip: ZipFile, entry: Entry, buffer: Buffer): Promise<Uint8Array | undefined> {
  try {
    const packed = (await packedBytes(zip, entry, buffer)).subarray(0, PACKED_HEAD);
    const head = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    return head.length >= 4 || packed.length < PACKED_HEAD ? head : undefined;
  } catch {
    return undefined;
  }
}

async function inflate(zip: ZipFile, entry: Entry, buffer: Buffer, budget: UnpackBudget): Promise<Uint8Array> {
  const packed = await packedBytes(zip, entry, buffer);
  const most = Math.min(budget.left, Math.max(RATIO_FROM, MAX_RATIO * packed.length));
  const out = entry.compressionMethod === 0 ? packed : inflateRaw(entry.compressionMethod, packed, most);
  if (out.length > most) throw new ReadFailure('too_large');
  budget.left -= out.length;
  return out;
}

/** zlib stops at `maxOutputLength` while it inflates: a bomb costs no more than the cap. */
function inflateRaw(method: number, packed: Buffer, most: number): Buffer {
  if (method !== 8) throw new ReadFailure('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ReadFailure(tooLarge ? 'too_large' : 'damaged');
  }
}

/** The members of an office file that are wanted, by path. Throws `ReadFailure`: damaged, encrypted, too_large. */
export async function readZipParts(bytes: Uint8Array, wanted: (path: string) => boolean): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  const budget = newBudget();
  for await (const member of zipMembers(bytes)) {
    const path = member.path.replace(/^\/+/, '');
    if (!wanted(path) || parts.has(path)) continue;
    if (member.encrypted) throw new ReadFailure('encrypted');
    parts.set(path, await member.read(budget));
  }
  return parts;
}
