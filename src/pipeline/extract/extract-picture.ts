/** PNG, JPEG and TIFF → document, by text recognition. */
import type { Document, DocumentPage, FileFormat } from '../../domain/document.ts';
import { MAX_OCR_PAGES, MAX_PICTURE_PIXELS } from './extract-limits.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { pagesReadWarning } from './pages-read.ts';
import { jpegInfo, type PictureInfo, pngInfo, tiffPages, withFirstPage } from './picture-size.ts';
import { mirrorRaster, type Raster, turnRaster } from './raster.ts';
import { isLate, ReadFailure } from './read-failure.ts';
import { recognisePage } from './recognise-page.ts';
import { unpackTiff } from './tiff-strips.ts';

export type PictureFormat = Extract<FileFormat, 'png' | 'jpeg' | 'tiff'>;

interface Frame extends PictureInfo {
  bytes: Uint8Array;
  /** Of a TIFF: where its directory starts. */
  offset?: number;
}

/** Which pictures a file holds, by its headers alone. Throws `ReadFailure` damaged, too_large. */
export function framesOf(bytes: Uint8Array, format: PictureFormat): Frame[] {
  const frames =
    format === 'tiff'
      ? tiffFrames(bytes)
      : [format === 'png' ? pngInfo(bytes) : jpegInfo(bytes)].flatMap((info) => (info ? [{ ...info, bytes }] : []));
  if (frames.length === 0 || frames.some(({ width, height }) => width === 0 || height === 0))
    throw new ReadFailure('damaged', {
      message: 'The picture is damaged and cannot be opened.',
      fix: 'Scan or photograph the page anew, or send the document as PDF or DOCX.',
    });
  if (frames.some(({ width, height }) => width * height > MAX_PICTURE_PIXELS))
    throw new ReadFailure('too_large', {
      message: `The picture has more than ${MAX_PICTURE_PIXELS / 1_000_000} million pixels.`,
      fix: 'Send it smaller: 300 dots per inch are enough to read a page.',
    });
  return frames;
}

function tiffFrames(bytes: Uint8Array): Frame[] {
  return tiffPages(bytes).map((page) => ({ ...page, bytes: withFirstPage(bytes, page) }));
}

/** Reads every page up to `MAX_OCR_PAGES`, until the file has had its time. A picture without text gives a document without runs. Throws `ReadFailure`. */
export function extractPicture(bytes: Uint8Array, format: PictureFormat, engine: OcrEngine): Document {
  const frames = framesOf(bytes, format);
  const pages: DocumentPage[] = [];
  let language: string | undefined;
  for (const frame of frames.slice(0, MAX_OCR_PAGES)) {
    try {
      const read = recognisePage(engine, decodeFrame(frame, engine), pages.length + 1, language);
      pages.push(read.page);
      language = read.language;
    } catch (error) {
      if (!isLate(error) || pages.length === 0) throw error;
      break;
    }
  }
  const warnings = ['read by text recognition'];
  const left = frames.map((_, i) => i + 1).slice(pages.length);
  if (left.length > 0) warnings.push(pagesReadWarning(frames.length, left));
  return { format, pages, hiddenText: [], links: [], warnings };
}

/** What Leptonica decodes of a TIFF it turns as well; what is unpacked here, and cameras' pictures, are turned here. */
function decodeFrame({ bytes, offset, orientation }: Frame, engine: OcrEngine): Raster {
  if (offset === undefined) return upright(engine.decode(bytes), orientation);
  const unpacked = unpackTiff(bytes, offset, (jpeg) => engine.decode(jpeg));
  return unpacked ? upright(unpacked, orientation) : engine.decode(bytes);
}

/** EXIF counts turns and mirrorings in this order. */
function upright(raster: Raster, orientation: number): Raster {
  const mirrored = [2, 4, 5, 7].includes(orientation);
  const turn = ({ 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 } as const)[orientation] ?? 0;
  const turned = turnRaster(raster, turn);
  return mirrored ? mirrorRaster(turned) : turned;
}
