/** A value with the lines that show it. What cannot be pointed to on the page does not exist. */
import type { Line } from './line.ts';

export interface Found {
  value: string;
  lines: readonly Line[];
  /** 0…1. */
  confidence: number;
}

/** undefined for an empty text. */
export function found(value: string, lines: readonly Line[], confidence: number): Found | undefined {
  const text = value.trim();
  return text === ''
    ? undefined
    : { value: text, lines, confidence: Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100 };
}
