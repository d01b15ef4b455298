/** Pictures → grey rasters, rasters → words with boxes, by Tesseract in this process. */
import { createOcrBudget } from './ocr-budget.ts';
import { asPix, loadOcrCore, type OcrCore, readLanguageData, type TessApi } from './ocr-core.ts';
import { type OcrLine, readOcrLines } from './ocr-lines.ts';
import { blankRaster, type Raster } from './raster.ts';
import { ReadFailure } from './read-failure.ts';

/** Models in memory at once (10 to 40 MB each). */
const MAX_MODELS = 3;
/** Long short-term memory only: the build holds nothing else. */
const LSTM = 1;
const MODES = { page: '3', line: '7' } as const;

export interface OcrEngine {
  /** Reads PNG, JPEG, TIFF (first page), BMP, PNM. Throws `ReadFailure` damaged. The caller has looked at the size. */
  decode(bytes: Uint8Array): Raster;
  /** From here on what is recognised belongs to another file, with time of its own. */
  startFile(): void;
  /** The next page of the file. */
  startPage(): void;
  /** The page held text that is read with confidence: what it cost is hardly counted. */
  pageRead(): void;
  /** The words of a page of about `dpi`, or of one line. Throws `ReadFailure` timeout. */
  recognise(raster: Raster, language: string, options?: { mode?: keyof typeof MODES; dpi?: number }): OcrLine[];
}

/** Loads the engine (0.1 s). A failure in the middle of a page leaves it in an unknown state: use it no more. */
export async function openOcrEngine(): Promise<OcrEngine> {
  const budget = createOcrBudget();
  const watch = () => {
    if (budget.isSpent()) throw new ReadFailure('timeout');
  };
  const core = await loadOcrCore(watch);
  const models = new Map<string, TessApi>();
  return {
    startFile: budget.startFile,
    startPage: budget.startPage,
    pageRead: budget.pageRead,
    decode: (bytes) => decodePicture(core, bytes),
    recognise(raster, language, { mode = 'page', dpi = 300 } = {}) {
      const api = modelOf(core, models, language);
      api.SetVariable('tessedit_pageseg_mode', MODES[mode]);
      setImage(core, api, raster);
      api.SetSourceResolution(dpi);
      watch();
      api.Recognize(null);
      return readOcrLines(api.GetJSONText(0));
    },
  };
}

function modelOf(core: OcrCore, models: Map<string, TessApi>, language: string): TessApi {
  const known = models.get(language);
  if (known) return known;
  const [oldest] = models;
  if (oldest && models.size >= MAX_MODELS) {
    oldest[1].End();
    models.delete(oldest[0]);
  }
  const file = `./${language}.traineddata`;
  core.FS.writeFile(file, readLanguageData(language));
  const api = new core.TessBaseAPI();
  const failed = api.Init(null, language, LSTM) !== 0;
  core.FS.unlink(file);
  if (failed) throw new Error(`the model ${language} does not load`);
  models.set(language, api);
  return api;
}

function withBytes<T>(core: OcrCore, bytes: Uint8Array, use: (pointer: number) => T): T {
  const pointer = core._malloc(bytes.length);
  if (pointer === 0) throw new ReadFailure('memory');
  try {
    new Uint8Array(core.memory.buffer).set(bytes, pointer);
    return use(pointer);
  } finally {
    core._free(pointer);
  }
}

function setImage(core: OcrCore, api: TessApi, { width, height, data }: Raster): void {
  withBytes(core, data, (pointer) => api.SetImage(pointer, width, height, 1, width));
}

function decodePicture(core: OcrCore, bytes: Uint8Array): Raster {
  const pointer = withBytes(core, bytes, (data) => core._pixReadMem(data, bytes.length));
  if (pointer === 0) throw new ReadFailure('damaged');
  try {
    return greyOf(core, pointer);
  } finally {
    const holder = core._malloc(4);
    new DataView(core.memory.buffer).setUint32(holder, pointer, true);
    core._pixDestroy(holder);
    core._free(holder);
  }
}

/** Leptonica packs pixels into 32-bit words from the most significant bit; WebAssembly keeps those words little-endian. */
function greyOf(core: OcrCore, pointer: number): Raster {
  const pix = asPix(core, pointer);
  const raster = blankRaster(pix.get_w(), pix.get_h());
  const depth = pix.get_d();
  const words = new DataView(core.memory.buffer, pix.get_data(), pix.get_wpl() * 4 * raster.height);
  const palette = paletteOf(core, pix.get_colormap());
  const perWord = Math.max(1, 32 / depth);
  const mask = depth === 32 ? 0xffffffff : 2 ** depth - 1;
  for (let y = 0; y < raster.height; y++) {
    const line = y * pix.get_wpl() * 4;
    for (let x = 0; x < raster.width; x++) {
      const word = words.getUint32(line + Math.floor(x / perWord) * 4, true);
      const value = (word >>> (32 - depth * ((x % perWord) + 1))) & mask;
      raster.data[y * raster.width + x] = palette?.[value] ?? greyValue(value, depth);
    }
  }
  return raster;
}

function greyValue(value: number, depth: number): number {
  if (depth === 32) return luminance(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255);
  if (depth === 1) return value ? 0 : 255;
  return Math.round((value * 255) / (2 ** depth - 1));
}

const luminance = (red: number, green: number, blue: number): number => (red * 77 + green * 151 + blue * 28) >> 8;

/** Entries of a palette are blue, green, red, alpha. */
function paletteOf(core: OcrCore, colormap: { get_n(): number; get_array(): number } & { Df?: number }): Uint8Array | undefined {
  const entries = isNull(colormap) ? 0 : colormap.get_n();
  if (entries === 0) return undefined;
  const bytes = new Uint8Array(core.memory.buffer, colormap.get_array(), entries * 4);
  return Uint8Array.from({ length: entries }, (_, i) =>
    luminance(bytes[i * 4 + 2] ?? 0, bytes[i * 4 + 1] ?? 0, bytes[i * 4] ?? 0),
  );
}

/** A wrapped null pointer: whatever the build calls its field, it is the only one and 0. */
function isNull(wrapped: object): boolean {
  return Object.values(wrapped).every((value) => value === 0);
}
