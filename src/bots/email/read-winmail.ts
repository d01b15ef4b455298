/** The files in a `winmail.dat` (rule E12): Outlook's own envelope, TNEF, as described in [MS-OXTNEF]. */
import iconv from 'iconv-lite';

export interface WinmailFile {
  /** `''` when it has none. */
  name: string;
  bytes: Uint8Array;
}

const SIGNATURE = 0x223e9f78;
const ATTACHMENT_BEGINS = 0x00069002;
const ATTACHMENT_TITLE = 0x00018010;
const ATTACHMENT_DATA = 0x0006800f;
const ATTACHMENT_PROPERTIES = 0x00069005;
const LONG_FILE_NAME = 0x3707;
const MOST_FILES = 200;

/** Sizes in bytes, padding included, of the property types with a fixed size. */
const FIXED_SIZE: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const UTF16_TEXT = 0x001f;
const ANSI_TEXT = 0x001e;

/** The files inside, or undefined when these bytes are no TNEF. A damaged one gives the files before the damage. */
export function readWinmail(bytes: Uint8Array): WinmailFile[] | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 6 || view.readUInt32LE(0) !== SIGNATURE) return undefined;
  const files: WinmailFile[] = [];
  // Level (1 byte), id (4), length (4), value, checksum (2).
  for (let at = 6; at + 9 <= view.length && files.length < MOST_FILES; ) {
    const id = view.readUInt32LE(at + 1);
    const length = view.readUInt32LE(at + 5);
    if (at + 9 + length > view.length) break;
    takeAttribute(id, view.subarray(at + 9, at + 9 + length), files);
    at += 9 + length + 2;
  }
  return files.filter((file) => file.bytes.length > 0);
}

function takeAttribute(id: number, value: Buffer, files: WinmailFile[]): void {
  const last = files.at(-1);
  if (id === ATTACHMENT_BEGINS) files.push({ name: '', bytes: new Uint8Array() });
  else if (last === undefined) return;
  else if (id === ATTACHMENT_DATA) last.bytes = value;
  else if (id === ATTACHMENT_TITLE) last.name ||= ansiText(value);
  // The long name comes later and is the real one; the title is often `RESUME~1.PDF`.
  else if (id === ATTACHMENT_PROPERTIES) last.name = longName(value) ?? last.name;
}

/** Walks the property list only as far as the name. Ends at anything it does not know: sizes are not to be guessed. */
function longName(list: Buffer): string | undefined {
  let at = 4;
  while (at + 4 <= list.length) {
    const type = list.readUInt16LE(at);
    const id = list.readUInt16LE(at + 2);
    at = afterPropertyName(list, at + 4, id);
    const fixed = FIXED_SIZE[type];
    if (fixed !== undefined) {
      at += fixed;
      continue;
    }
    if (at + 8 > list.length || list.readUInt32LE(at) !== 1) return undefined;
    const length = list.readUInt32LE(at + 4);
    const value = list.subarray(at + 8, at + 8 + length);
    if (id === LONG_FILE_NAME && type === UTF16_TEXT) return value.toString('utf16le').replace(/\0+$/, '');
    if (id === LONG_FILE_NAME && type === ANSI_TEXT) return ansiText(value);
    at += 8 + Math.ceil(length / 4) * 4;
  }
  return undefined;
}

/** Properties from 0x8000 on carry a name: a GUID, then a number or a text. */
function afterPropertyName(list: Buffer, at: number, id: number): number {
  if (id < 0x8000 || at + 24 > list.length) return at;
  const kind = list.readUInt32LE(at + 16);
  const length = list.readUInt32LE(at + 20);
  return at + 24 + (kind === 0 ? 0 : Math.ceil(length / 4) * 4);
}

function ansiText(value: Buffer): string {
  return iconv.decode(value, 'windows-1252').replace(/\0.*$/s, '');
}
