/** The recogniser of a child: loads the engine with the first picture and keeps it. */
import type { Recogniser } from './extract-document.ts';
import { extractPicture } from './extract-picture.ts';
import { type OcrEngine, openOcrEngine } from './ocr-engine.ts';
import { recognisePdf } from './recognise-pdf.ts';

export function openRecogniser(): Recogniser {
  let engine: Promise<OcrEngine> | undefined;
  const opened = () => {
    engine ??= openOcrEngine();
    return engine;
  };
  return {
    picture: async (bytes, format) => extractPicture(bytes, format, await opened()),
    pdf: async (bytes, document, unread) => recognisePdf(bytes, document, unread, await opened()),
  };
}
