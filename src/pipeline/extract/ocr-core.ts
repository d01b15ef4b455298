/**
 * The part of tesseract.js-core (Tesseract 5 and Leptonica as WebAssembly) that we call. tesseract.js itself adds a worker
 * thread, downloads and formats of its own around the same object; a child without threads and network needs none of them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A picture inside the engine; `ptr` is what its C functions take. */
interface Pix {
  get_w(): number;
  get_h(): number;
  get_d(): number;
  get_wpl(): number;
  get_data(): number;
  get_colormap(): Colormap;
}

interface Colormap {
  get_n(): number;
  get_array(): number;
}

export interface TessApi {
  Init(folder: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImage(data: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number): void;
  SetSourceResolution(dpi: number): void;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
  End(): void;
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** What we need of the global, which has no types without those of the browser. */
interface WasmLoader {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
}

export interface OcrCore {
  TessBaseAPI: new () => TessApi;
  Pix: unknown;
  PixColormap: unknown;
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  /** Grows: make a view anew after each call. */
  memory: WasmMemory;
  wrapPointer(pointer: number, type: unknown): unknown;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _pixReadMem(data: number, size: number): number;
  _pixDestroy(pointerToPointer: number): void;
}

const require = createRequire(import.meta.url);
/** Plain SIMD: its sums are the same on every processor, those of the "relaxed" build are not (rule A3). */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm';

/** Starts the engine; `progress` is called with per cent while it recognises and may throw to stop it. */
export async function loadOcrCore(progress: (percent: number) => void): Promise<OcrCore> {
  const start: (options: object) => Promise<Omit<OcrCore, 'memory'>> = require(`${CORE}.js`);
  const wasm = new Uint8Array(readFileSync(require.resolve(`${CORE}.wasm`)));
  let memory: WasmMemory | undefined;
  // The build exports no view of its memory; whoever starts it sees what it exports.
  const loader: WasmLoader = Reflect.get(globalThis, 'WebAssembly');
  const instantiateWasm = async (imports: object, done: (instance: object) => void) => {
    const { instance } = await loader.instantiate(wasm, imports);
    memory = Object.values(instance.exports).find(isMemory);
    done(instance);
  };
  // What the engine prints ("Image too small to scale") is of no use to anybody.
  const quiet = () => undefined;
  const core = await start({ TesseractProgress: progress, print: quiet, printErr: quiet, instantiateWasm });
  if (!memory) throw new Error('the engine of text recognition has no memory');
  return Object.assign(core, { memory });
}

function isMemory(value: unknown): value is WasmMemory {
  return typeof value === 'object' && value !== null && 'buffer' in value && value.buffer instanceof ArrayBuffer;
}

/** The data of a language as packaged (`eng`, `deu`, …): the integer version of the best models. */
export function readLanguageData(language: string): Uint8Array {
  const root = path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  return gunzipSync(readFileSync(path.join(root, '4.0.0_best_int', `${language}.traineddata.gz`)));
}

export function asPix(core: OcrCore, pointer: number): Pix {
  return core.wrapPointer(pointer, core.Pix) as Pix;
}
