/** Collects confidence and source lines by path while a resume is put together. */
import type { DateOrder, SourceLine } from '../../domain/resume.ts';
import { settleDate } from './date-order.ts';
import type { Found } from './found.ts';
import type { Line } from './line.ts';
import { isPlaceholder } from './placeholders.ts';

export interface Trace {
  confidence: Record<string, number>;
  sources: Record<string, SourceLine[]>;
  /** The value when it is sure enough and stands on the page; remembers where. */
  keep(path: string, value: Found | undefined): string | undefined;
  /** `box`: of a value behind an icon near the lines. */
  note(path: string, confidence: number, lines: readonly Line[], box?: SourceLine['box']): void;
}

/** Below this a value is left out: wrong is worse than missing. */
const LEAST_CONFIDENCE = 0.5;

const DATE = /(?:[dD]ate|validUntil)$/;

/** `calibrate` turns how sure the rules are into what is stated; what is left out is decided before. `order` is that of numeric dates. */
export function createTrace(calibrate: (path: string, sure: number) => number, order: DateOrder): Trace {
  const confidence: Record<string, number> = {};
  const sources: Record<string, SourceLine[]> = {};
  const note: Trace['note'] = (path, sure, lines, box) => {
    confidence[path] = calibrate(path, sure * readingOf(lines));
    sources[path] = lines.map(({ page, number, text }) => ({ page, line: number, text, ...(box && { box }) }));
  };
  const keep = (path: string, value: Found | undefined): string | undefined => {
    if (!value || value.confidence < LEAST_CONFIDENCE || value.lines.length === 0) return undefined;
    if (isPlaceholder(value.value, path)) return undefined;
    note(path, value.confidence, value.lines);
    return DATE.test(path) ? settleDate(value, order).value : value.value;
  };
  return { confidence, sources, keep, note };
}

/** What text recognition was unsure of, nobody is surer of: 1 for text of the file itself, 0.98 for a clean scan, 0.8 for guesses. */
function readingOf(lines: readonly Line[]): number {
  const sure = Math.min(1, ...lines.map((line) => line.sure ?? 1));
  return sure === 1 ? 1 : Math.max(0.6, Math.min(0.98, 0.6 + 0.4 * sure));
}
