/** The recogniser of a child: loads the engine with the first picture and keeps it. */
import type { Recogniser } from './extract-document.ts';
import { extractPicture } from './extract-picture.ts';
import { type OcrEngine, openOcrEngine } from './ocr-engine.ts';
import { recognisePdf } from './recognise-pdf.ts';

export function openRecogniser(): Recogniser {
  let engine: Promise<OcrEngine> | undefined;
  let spent = false;
  /** Stopped in the middle of a page it is in an unknown state. */
  const drop = () => {
    engine = undefined;
    spent = true;
  };
  const opened = async () => {
    engine ??= openOcrEngine().then((fresh) => dropped(fresh, drop));
    const ready = await engine;
    ready.startFile();
    return ready;
  };
  return {
    isSpent: () => spent,
    picture: async (bytes, format) => extractPicture(bytes, format, await opened()),
    pdf: async (bytes, document, unread) => recognisePdf(bytes, document, unread, await opened()),
  };
}

function dropped(engine: OcrEngine, drop: () => void): OcrEngine {
  return {
    ...engine,
    recognise(raster, language, options) {
      try {
        return engine.recognise(raster, language, options);
      } catch (error) {
        drop();
        throw error;
      }
    },
  };
}
