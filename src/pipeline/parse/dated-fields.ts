/** What work and education entries have in common: dates and text. */
import type { DateSpan } from './date-range.ts';
import type { BodyText, EntryDraft } from './entries.ts';
import { type Found, found } from './found.ts';

export interface DatedFields {
  start?: Found;
  end?: Found;
  ongoing: boolean;
}

function confidenceOf(span: DateSpan): number {
  if (span.single) return 0.8;
  return span.weak ? 0.9 : 0.97;
}

/** `singleIs`: what one date alone means; a season or quarter always is a range. */
export function datesOf(draft: EntryDraft, singleIs: 'start' | 'end' | 'both'): DatedFields {
  const { span, dateLine } = draft;
  if (!span || !dateLine) return { ongoing: false };
  const at = [dateLine];
  const confidence = confidenceOf(span);
  const start =
    span.start && (!span.single || singleIs !== 'end' || span.start !== span.end) ? found(span.start, at, confidence) : undefined;
  const end =
    span.end && (!span.single || singleIs !== 'start' || span.start !== span.end) ? found(span.end, at, confidence) : undefined;
  return { start, end, ongoing: span.ongoing };
}

/** Bullets are highlights; paragraphs are the summary. Files that flow and lost their bullets (DOC) keep short lines without a full stop. */
function isHighlight(text: BodyText): boolean {
  return text.bullet || (text.lines.every((line) => line.flow) && text.text.length < 140 && !/[.!?:。]$/.test(text.text));
}

export function textsOf(body: readonly BodyText[]): { summary?: Found; highlights: Found[] } {
  const highlights = body.filter(isHighlight).map((t) => found(t.text, t.lines, t.bullet ? 0.95 : 0.8));
  const prose = body.filter((t) => !isHighlight(t));
  const summary = found(
    prose.map((t) => t.text).join('\n'),
    prose.flatMap((t) => t.lines),
    0.85,
  );
  return { summary, highlights: highlights.filter((h) => h !== undefined) };
}
