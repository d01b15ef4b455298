/** The language a resume is written in, ISO 639-1. */
import { detectLanguage } from '../enrich/detect-language.ts';
import type { Line } from './line.ts';

/** More text makes it slower, not surer. */
const MAX_TEXT = 1500;
/** Shorter lines are names, places and skills, which are the same in every language. */
const LEAST_LINE = 20;
const LEAST_TEXT = 60;

/** undefined where the text is too short or unclear to say. */
export function detectLanguageOf(lines: readonly Line[]): string | undefined {
  const text = lines
    .map((line) => line.text)
    .filter((t) => t.length > LEAST_LINE || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(t))
    .join('. ')
    .slice(0, MAX_TEXT);
  if (text.length < LEAST_TEXT) return undefined;
  return detectLanguage(text, { least: 0.15 });
}
