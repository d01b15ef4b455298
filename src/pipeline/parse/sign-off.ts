/** `Dortmund, 18.10.2026` at the end of a CV is where and when it was signed: no skill, no hobby and no date of an entry. */
import { onlyDates } from './date-range.ts';
import type { Line } from './line.ts';
import { squeezeText } from './text-keys.ts';

/** The signature and a list of enclosures may stand below it. */
const LAST_LINES = 4;
const SIGN_OFF = /^\p{Lu}[\p{L} .'’/-]{1,40},?\s(?:(?:den|le|am|a|em|w dniu|dnia|lì|il)\s)?(\d.{5,24})$/u;

/** `Graz, im Oktober 2026`: without a day it is one by the words before the month. */
const SIGNED_IN = /^\p{Lu}[\p{L} .'’/-]{1,40},\s(?:im|in|en|nel|em|w)\s(\p{L}{3,12}\.?\s(?:de\s)?\d{4})$/u;

function isSignedIn(line: Line): boolean {
  const date = line.bullet ? undefined : SIGNED_IN.exec(line.text)?.[1];
  return date !== undefined && onlyDates(date)?.single === true;
}

function isSignOff(line: Line): boolean {
  const date = line.bullet ? undefined : SIGN_OFF.exec(line.text)?.[1]?.replace(/\s?r\.$/, '');
  const span = date ? onlyDates(date) : undefined;
  // A place and a range, or a month, is an entry; a signature has a day.
  return span?.single === true && /\d{1,2}[.\s/-]/.test(date ?? '') && /^\d{4}-\d{2}-\d{2}$/.test(span.end ?? span.start ?? '');
}

/** The head of a page, where the name stands. */
const HEAD_LINES = 12;

/** Lines without the place and the day at their end, and without the name below that, which stands in the head. */
export function withoutSignOff(lines: readonly Line[]): readonly Line[] {
  const from = lines.length - LAST_LINES;
  const signed = lines.findIndex((line, i) => i >= from && i > LAST_LINES && (isSignOff(line) || isSignedIn(line)));
  if (signed < 0) return lines;
  const head = new Set(lines.slice(0, HEAD_LINES).flatMap((line) => line.segments.map((segment) => squeezeText(segment.text))));
  return lines.filter((line, i) => i !== signed && !(i > signed && head.has(squeezeText(line.text))));
}
