/** Puts large blobs without end and says after each that it is there. */
import { writeSync } from 'node:fs';
import { createFileBlobStore } from '../../src/store/blob-store.ts';

const [folder = '', name = ''] = process.argv.slice(2);
const blobs = createFileBlobStore(folder, new Uint8Array(32));
for (let n = 0; ; n++) {
  try {
    writeSync(1, `${await blobs.put('default', new Uint8Array(1_500_000).fill(name.charCodeAt(0) + n))}\n`);
  } catch (error) {
    writeSync(1, `refused ${error instanceof Error && 'code' in error ? error.code : ''}\n`);
    break;
  }
}
