/** Names in a zip without opening it: enough to tell what kind of file it is, also when it is cut off. */
const LOCAL_HEADER = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const CENTRAL_HEADER = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const MOST_NAMES = 4000;
/** Longer than any name that is asked for; a header may claim 64 kB of name, 4,000 times. */
const LONGEST_NAME = 64;

/** Names by the signatures of both kinds of headers, long ones cut. Chance hits inside data do no harm: nobody asks for their names. */
export function zipEntryNames(bytes: Uint8Array): Set<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  addNames(buffer, LOCAL_HEADER, { length: 26, name: 30 }, names);
  addNames(buffer, CENTRAL_HEADER, { length: 28, name: 46 }, names);
  return names;
}

function addNames(buffer: Buffer, signature: Buffer, at: { length: number; name: number }, names: Set<string>): void {
  let offset = buffer.indexOf(signature);
  for (let n = 0; offset >= 0 && n < MOST_NAMES && offset + at.name <= buffer.length; n++) {
    const length = Math.min(LONGEST_NAME, buffer.readUInt16LE(offset + at.length));
    names.add(buffer.toString('utf8', offset + at.name, offset + at.name + length));
    offset = buffer.indexOf(signature, offset + 4);
  }
}
