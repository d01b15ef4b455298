/** pdfjs unpacks through the DecompressionStream of the platform: a trip to the thread pool and a dozen promises for each stream of a page. */
import { inflateSync } from 'node:zlib';
import { nameActualText } from './actual-text.ts';

/** A stream of this size is no page of a resume; pdfjs then unpacks it bit by bit, as it also does with damaged ones. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What pdfjs uses of a DecompressionStream: everything is written at once, everything is read at once. */
class InflateAtOnce {
  private packed: Uint8Array | undefined;
  readonly writable = {
    getWriter: () => ({
      write: async (packed: Uint8Array): Promise<void> => {
        this.packed = packed;
      },
      close: async (): Promise<void> => undefined,
    }),
  };
  readonly readable = {
    getReader: () => ({
      read: async (): Promise<{ value?: Uint8Array; done: boolean }> => {
        if (!this.packed) return { done: true };
        const value = inflateSync(this.packed, { maxOutputLength: MAX_OUTPUT });
        this.packed = undefined;
        nameActualText(value);
        return { value: new Uint8Array(value.buffer, value.byteOffset, value.byteLength), done: false };
      },
    }),
  };

  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`${format} is not unpacked here`);
  }
}

/** For processes that only read files: replaces the global, in this process. */
export function inflateAtOnce(): void {
  Reflect.set(globalThis, 'DecompressionStream', InflateAtOnce);
}
