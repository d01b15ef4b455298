/** The language a resume is written in, ISO 639-1. */
import { detectAll } from 'tinyld';
import type { Line } from './line.ts';

/** More text makes it slower, not surer. */
const MAX_TEXT = 1500;

/** undefined where the text is too short or unclear to say. */
export function detectLanguage(lines: readonly Line[]): string | undefined {
  const text = lines
    .map((line) => line.text)
    .filter((t) => t.length > 20)
    .join('. ')
    .slice(0, MAX_TEXT);
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  if ((text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > text.length * 0.2) return 'zh';
  if ((text.match(/[\uac00-\ud7af]/g)?.length ?? 0) > text.length * 0.2) return 'ko';
  if (text.length < 60) return undefined;
  const [best] = detectAll(text);
  return best && best.accuracy >= 0.15 ? best.lang : undefined;
}
