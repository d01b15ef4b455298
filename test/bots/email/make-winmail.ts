/** A `winmail.dat` as Outlook writes it: its files with short and long names. */

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (id: number, value: Buffer) => Buffer.concat([Buffer.from([2]), u32(id), u32(value.length), value, u16(0)]);
const longName = (value: string) => {
  const bytes = Buffer.from(`${value}\0`, 'utf16le');
  return Buffer.concat([u32(1), u16(0x001f), u16(0x3707), u32(1), u32(bytes.length), padded(bytes)]);
};

export function makeWinmail(files: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const parts = files.map(({ name, bytes }, at) =>
    Buffer.concat([
      attribute(0x00069002, Buffer.alloc(14)),
      attribute(0x00018010, Buffer.from(`FILE~${at}.DAT\0`, 'latin1')),
      attribute(0x0006800f, Buffer.from(bytes)),
      attribute(0x00069005, longName(name)),
    ]),
  );
  return Buffer.concat([u32(0x223e9f78), u16(1), attribute(0x00089006, u32(0x00010000)), ...parts]);
}
