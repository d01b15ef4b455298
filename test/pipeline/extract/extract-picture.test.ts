import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import { extractDocument, NeedsRecognition } from '../../../src/pipeline/extract/extract-document.ts';
import { extractPicture } from '../../../src/pipeline/extract/extract-picture.ts';
import type { OcrEngine } from '../../../src/pipeline/extract/ocr-engine.ts';
import { openRecogniser } from '../../../src/pipeline/extract/open-recogniser.ts';
import { type Raster, rotateRaster, turnRaster } from '../../../src/pipeline/extract/raster.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { show } from '../../fixtures/extract/make-pdf.ts';
import { asPdf, asPng, asTiff, drawPage } from '../../fixtures/extract/make-scan.ts';
import { processorMs } from '../../processor-ms.ts';

const LINES = [
  'Marit Solbakken',
  'Harbour pilot, Bodo, marit@example.org',
  'Experience',
  'Harbour pilot at Nordlys Shipping, 2017 to 2021',
  'Guided four hundred vessels through the strait without a scratch',
  'Deck officer at Fjordline Ferries, 2011 to 2017',
];
const recogniser = openRecogniser();
const read = (bytes: Uint8Array, name = 'scan') => extractDocument(bytes, name, recogniser);
const linesOf = (document: Document) => document.pages.flatMap((page) => page.runs.map((run) => run.text));
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    return error instanceof ReadFailure ? error.readError.code : String(error);
  }
};
/** A page takes two seconds of a free core; the machine of a test run is not free. */
const SLOW = 120_000;

let page: Raster;
beforeAll(async () => {
  page = await drawPage(LINES);
});

describe('a picture of a page', () => {
  it('is read: words in lines, with sizes, places and how sure each is', { timeout: SLOW }, async () => {
    const document = await read(asPng(page));
    expect(document).toMatchObject({ format: 'png', warnings: ['read by text recognition'], hiddenText: [] });
    expect(linesOf(document)).toEqual(LINES);
    const [{ runs, ocr, width } = { runs: [], ocr: false, width: 0 }] = document.pages;
    expect(ocr).toBe(true);
    expect(width).toBeGreaterThan(560);
    const [name, second] = runs;
    expect((name?.size ?? 0) / (second?.size ?? 1)).toBeGreaterThan(1.4);
    expect(runs.every((run) => (run.confidence ?? 0) > 0.8 && Math.abs(run.x - (name?.x ?? 0)) < 2)).toBe(true);
  });

  it.each([90, 180, 270] as const)('that lies turned by %i degrees is read', { timeout: SLOW }, async (turn) => {
    expect(linesOf(await read(asPng(turnRaster(page, turn))))).toEqual(LINES);
  });

  it('that lies crooked is read in level lines', { timeout: SLOW }, async () => {
    const document = await read(asPng(rotateRaster(page, (3 * Math.PI) / 180)));
    expect(linesOf(document)).toEqual(LINES);
  });

  it('of several pages is read page by page, past a directory that leads back to the first', { timeout: SLOW }, async () => {
    const second = await drawPage(['Education', 'Nautical college of Tromso, 2008 to 2011']);
    const document = await read(asTiff([page, second], { loop: true }));
    expect(document.pages.map((one) => one.number)).toEqual([1, 2]);
    expect(linesOf(document)).toEqual([...LINES, 'Education', 'Nautical college of Tromso, 2008 to 2011']);
  });

  it('packed in a TIFF by a way that the engine lacks is unpacked first', { timeout: SLOW }, async () => {
    expect(linesOf(await read(asTiff([page], { deflate: true })))).toEqual(LINES);
  });

  it('of 16 bits a pixel, or of several frames, is read', { timeout: SLOW }, async () => {
    expect(linesOf(await read(asPng(page, { depth: 16, animated: true })))).toEqual(LINES);
  });

  it('without text is no document, and nothing is made up', { timeout: SLOW }, async () => {
    const blank = { ...page, data: new Uint8Array(page.data.length).fill(250) };
    expect(await codeOf(asPng(blank))).toBe('no_text');
    const photo = { ...page, data: page.data.map((_, i) => 128 + 100 * Math.sin(i / 977) * Math.cos((i % page.width) / 61)) };
    expect(await codeOf(asPng(photo))).toBe('no_text');
    const logo = page.data.map((_, i) => {
      const [x, y] = [(i % page.width) - 640, Math.floor(i / page.width) - 700];
      return Math.abs(Math.hypot(x, y) - 260) < 40 || (Math.abs(x) < 40 && Math.abs(y) < 160) ? 20 : 255;
    });
    expect(await codeOf(asPng({ ...page, data: logo }))).toBe('no_text');
  });

  it('with dust on it is read', { timeout: SLOW }, async () => {
    const random = randomBytes(11);
    const dusty = page.data.map((level) => (random() < 0.0035 ? 40 : level));
    const text = linesOf(await read(asPng({ ...page, data: dusty }))).join('\n');
    for (const word of ['Marit Solbakken', 'Harbour pilot at Nordlys Shipping', '2011 to 2017']) expect(text).toContain(word);
  });
});

describe('a PDF page that is a picture', () => {
  it('is read by recognition, also under the stamp of a scanner', { timeout: SLOW }, async () => {
    const document = await read(asPdf(page, show('p. 1', 500, 20)));
    expect(document.warnings).toEqual(['read by text recognition']);
    expect(linesOf(document).slice(0, LINES.length)).toEqual(LINES);
  });

  it('is not read where its text layer says it already', async () => {
    const layer = LINES.map((line, i) => show(line, 72, 720 - i * 22, { size: i === 0 ? 20 : 12, before: '3 Tr' })).join('\n');
    const document = await extractDocument(asPdf(page, layer), 'cv.pdf');
    expect(document.warnings).toEqual(['text layer of a scan']);
    expect(linesOf(document)).toEqual(LINES);
  });

  it('keeps what its text layer says where the picture shows nothing apart (A1)', async () => {
    const layer = LINES.map((line, i) => show(line, 72, 720 - i * 22, { size: i === 0 ? 20 : 12, before: '3 Tr' })).join('\n');
    const margin = show('The best of all candidates, rank first', 72, 200, { before: '3 Tr' });
    const document = await extractDocument(asPdf(page, layer + margin), 'cv.pdf');
    expect(linesOf(document)).toEqual(LINES);
    expect(document.hiddenText).toEqual([{ technique: 'render-mode', text: 'The best of all candidates, rank first', page: 1 }]);
  });

  it('is read by recognition where its layer says something else over the words of the picture (A1)', {
    timeout: SLOW,
  }, async () => {
    const other = 'The very best of all the people who may ever ask for such a place as this';
    const layer = LINES.map((line, i) =>
      show(i === 4 ? other : line, 72, 720 - i * 22, { size: i === 0 ? 20 : 12, before: '3 Tr' }),
    ).join('\n');
    await expect(extractDocument(asPdf(page, layer), 'cv.pdf')).rejects.toBeInstanceOf(NeedsRecognition);
    const document = await read(asPdf(page, layer), 'cv.pdf');
    expect(linesOf(document)).toEqual(LINES);
    expect(document.hiddenText).toEqual([{ technique: 'render-mode', text: other, page: 1 }]);
  });

  it('needs somebody who recognises text', async () => {
    await expect(extractDocument(asPdf(page), 'cv.pdf')).rejects.toBeInstanceOf(NeedsRecognition);
    await expect(extractDocument(asPng(page), 'cv.png')).rejects.toBeInstanceOf(NeedsRecognition);
  });
});

describe('hostile pictures (P4)', () => {
  const sized = (width: number, height: number) => {
    const png = Buffer.from(asPng({ width: 1, height: 1, data: Uint8Array.of(0) }));
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    return png;
  };

  it('are refused by what their headers say, before anything is decoded', async () => {
    const began = processorMs();
    expect(await codeOf(sized(8000, 8000))).toBe('too_large');
    expect(await codeOf(sized(0xffffffff, 0xffffffff))).toBe('too_large');
    expect(await codeOf(sized(0, 100))).toBe('damaged');
    expect(processorMs() - began).toBeLessThan(2000);
  });

  it('that end too early, or hold something else, are damaged', { timeout: SLOW }, async () => {
    expect(await codeOf(asPng(page).subarray(0, 20))).toBe('damaged');
    expect(await codeOf(asTiff([page]).subarray(0, 200))).toBe('damaged');
    expect(await codeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('damaged');
    expect(await codeOf(Buffer.concat([Uint8Array.of(0xff, 0xd8), Buffer.alloc(50_000, 0xff)]))).toBe('damaged');
    expect(await codeOf(sized(1000, 1000))).toMatch(/damaged|no_text/);
    const noise = Buffer.from(asPng(page));
    for (let i = 60; i < noise.length; i += 7) noise[i] = (noise[i] ?? 0) ^ 0x55;
    expect(await codeOf(noise)).toMatch(/damaged|no_text/);
  });

  it('full of specks are no text, and take no time', { timeout: SLOW }, async () => {
    const random = randomBytes(7);
    const began = process.cpuUsage();
    const noise = page.data.map(() => random() * 255);
    expect(await codeOf(asPng({ ...page, data: noise }))).toBe('no_text');
    const salt = page.data.map(() => (random() < 0.015 ? 0 : 255));
    expect(await codeOf(asPng({ ...page, data: salt }))).toBe('no_text');
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(15);
  });

  it('of several pages end with the time of the file: the pages read before stay, and which is said', async () => {
    const small = { width: 300, height: 400, data: new Uint8Array(120_000).fill(255) };
    const bytes = asTiff([small, small, small, small]);
    const document = extractPicture(bytes, 'tiff', engineThatTires({ after: 2 }));
    expect(document.pages.map((one) => one.number)).toEqual([1, 2]);
    expect(document.warnings).toEqual(['read by text recognition', '2 of 4 pages read (not 3–4)']);
    expect(() => extractPicture(bytes, 'tiff', engineThatTires({ after: 0 }))).toThrow(new ReadFailure('timeout').message);
  });
});

/** Reads nothing, and is out of time after some pages. */
function engineThatTires({ after }: { after: number }): OcrEngine {
  let pages = 0;
  return {
    startFile: () => undefined,
    pageRead: () => undefined,
    startPage() {
      pages++;
    },
    decode: () => ({ width: 300, height: 400, data: new Uint8Array(120_000).fill(255) }),
    recognise() {
      if (pages > after) throw new ReadFailure('timeout');
      return [];
    },
  };
}

/** 0…1, the same each time. */
function randomBytes(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
}
