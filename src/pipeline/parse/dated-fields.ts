/** What work and education entries have in common: dates and text. */
import { type DateSpan, findDateSpans } from './date-range.ts';
import type { BodyText, EntryDraft } from './entries.ts';
import { isAside } from './entry-label-lines.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';

export interface DatedFields {
  start?: Found;
  end?: Found;
  ongoing: boolean;
  /** The line of a range that runs backwards (`March 2014 – January 2013`); it gives no dates. */
  backwards?: Line;
}

function confidenceOf(span: DateSpan): number {
  if (span.single) return 0.8;
  return span.weak ? 0.9 : 0.97;
}

/** What is said of entries whose ranges run backwards, one remark for all. */
export function backwardsRemark(entries: readonly DatedFields[]): string[] {
  const lines = entries.map((entry) => entry.backwards?.text).filter((text) => text !== undefined);
  return lines.length > 0 ? [`dates that run backwards were left out: ${[...new Set(lines)].join('; ')}`] : [];
}

/** `singleIs`: what one date alone means; a season or quarter always is a range. */
export function datesOf(draft: EntryDraft, singleIs: 'start' | 'end' | 'both'): DatedFields {
  const { span, dateLine } = draft;
  if (!span || !dateLine) return { ongoing: false };
  if (span.backwards) return { ongoing: false, backwards: dateLine };
  const at = [dateLine];
  const confidence = confidenceOf(span);
  const start =
    span.start && (!span.single || singleIs !== 'end' || span.start !== span.end) ? found(span.start, at, confidence) : undefined;
  const end =
    span.end && (!span.single || singleIs !== 'start' || span.start !== span.end) ? found(span.end, at, confidence) : undefined;
  return { start, end, ongoing: span.ongoing };
}

/** Dates of an entry as text: ISO, of any precision. */
export interface Dates {
  start?: string | undefined;
  end?: string | undefined;
  ongoing: boolean;
}

/** Whether the inner dates lie within the outer ones, as far as both are precise. */
export function coversDates(outer: Dates, inner: Dates): boolean {
  if (!outer.start || !inner.start || inner.start < outer.start.slice(0, inner.start.length)) return false;
  return outer.ongoing || (!inner.ongoing && (inner.end ?? '9') <= `${outer.end ?? ''}~`);
}

/** A name with a range in it, or a year behind its comma, was cut wrongly: it is left out. `Expo 2020` is a name, and so is `leader since 2025`. */
export function lessSureWithDates(name: Found | undefined): Found | undefined {
  if (!name) return undefined;
  const holds = findDateSpans(name.value).some(({ from, to, single }) =>
    single ? /,\s*$/.test(name.value.slice(0, from)) && to === name.value.length : /[-–—/]/.test(name.value.slice(from, to)),
  );
  return holds ? { ...name, confidence: Math.min(name.confidence, WRONGLY_CUT) } : name;
}
/** Below what is written down. */
const WRONGLY_CUT = 0.45;

/** Files that flow and lost their bullets (DOC) keep short lines without a full stop. */
function isBullet(text: BodyText): boolean {
  return text.bullet || (text.lines.every((line) => line.flow) && text.text.length < 140 && !/[.!?:。]$/.test(text.text));
}

/** What is said below an entry: its bullets, its paragraphs, and remarks that a label sets aside (`Reason for leaving: …`). */
export interface EntryTexts {
  bullets: Found[];
  paragraphs: Found[];
  asides: Found[];
}

export function textsOf(body: readonly BodyText[]): EntryTexts {
  const all = (texts: readonly BodyText[], sure: (text: BodyText) => number): Found[] =>
    texts.map((text) => found(text.text, text.lines, sure(text))).filter((text) => text !== undefined);
  const asides = body.filter(({ text }) => isAside(text));
  const told = asides.length > 0 ? body.filter((text) => !asides.includes(text)) : body;
  const [bullets, paragraphs] = [told.filter(isBullet), told.filter((text) => !isBullet(text))];
  return {
    bullets: all(bullets, ({ bullet }) => (bullet ? 0.95 : 0.8)),
    paragraphs: all(paragraphs, () => 0.85),
    asides: all(asides, () => 0.85),
  };
}

/** Paragraphs as one text, a line for each. */
export function proseOf(paragraphs: readonly Found[]): Found | undefined {
  const text = paragraphs.map(({ value }) => value).join('\n');
  return found(
    text,
    paragraphs.flatMap(({ lines }) => lines),
    0.85,
  );
}

/**
 * A paragraph above bullets leads them: the summary of its job. Where a resume has no such lead, its paragraphs are all that it says of the work:
 * they are the highlights, as bullets would be (F2.1; `docs/decisions/0038-prose-under-a-job.md`).
 */
export function leadsOf(texts: readonly EntryTexts[]): { summary?: Found; highlights: Found[] }[] {
  const led = texts.some(({ bullets, paragraphs }) => bullets.length > 0 && paragraphs.length > 0);
  return texts.map(({ bullets, paragraphs, asides }) => {
    if (!led && bullets.length === 0) return { summary: proseOf(asides), highlights: paragraphs };
    return { summary: proseOf([...asides, ...paragraphs]), highlights: bullets };
  });
}
