/** How the lines of a section of certificates hang together: blocks by distance, blocks under dates, halves told by style. */
import { findDateSpans, onlyDates } from './date-range.ts';
import type { Line } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** How a line below the first of its block goes on: with the text of the line above, or with what is to be said next. */
export type Under = 'wrap' | 'detail';

/**
 * Lines below the first of their block, where the section is set in blocks of two lines or more: the first names the certificate,
 * the others say who issued it and when, whatever their style.
 */
export function linesUnder(lines: readonly Line[]): ReadonlyMap<Line, Under> {
  const rail = underRail(lines);
  if (rail) return rail;
  const gaps = lines.slice(1).map((line) => line.gap);
  const [near, far] = [Math.min(...gaps), Math.max(...gaps.filter((gap) => gap < 6))];
  if (lines.length < 4 || lines.some((line) => line.flow || line.segments.length > 1) || far < 1.35 * near) return new Map();
  const opens = lines.map((line, i) => i === 0 || line.gap > (near + far) / 2);
  const alone = opens.some((open, i) => open && (opens[i + 1] ?? true));
  const under = lines.filter((_, i) => !opens[i]);
  if (alone || under.length === lines.length - 1 || under.some((line) => line.bullet)) return new Map();
  // Lines of one text stand nearer to each other than the name and who issued it, where both distances are there to see.
  const twoKinds = under.some((line) => line.gap > 1.15 * near);
  return new Map(under.map((line) => [line, twoKinds && line.gap < 1.08 * near ? 'wrap' : 'detail']));
}

/** Who issued each, below its name, where all names have their date in a column of its own before them; undefined where names wrap. */
function underRail(lines: readonly Line[]): ReadonlyMap<Line, Under> | undefined {
  const under = new Map<Line, Under>();
  for (const [i, line] of lines.entries()) {
    const [date, name, ...more] = line.segments;
    if (i % 2 === 0) {
      if (!date || !name || more.length > 0 || line.bullet || !onlyDates(date.text)) return undefined;
      continue;
    }
    const above = lines[i - 1];
    const edge = above?.segments[1]?.x ?? 0;
    if (!above || !date || name || line.bullet || Math.abs(date.x - edge) > SAME_EDGE || hadNoRoom(above, line)) return undefined;
    if (!BODY.test(line.text) || findDateSpans(line.text).length > 0) return undefined;
    under.set(line, 'detail');
  }
  return under.size > 0 && lines.length % 2 === 0 ? under : undefined;
}
/** In points. */
const SAME_EDGE = 3;

const MOST_UNDER = 3;

/** `Crane Pass, Lorva, 2017-03`, not `Crane Pass, expires 2027`. */
const endsInDate = (text: string): boolean =>
  findDateSpans(text).some((span) => span.to >= text.length - 1 && /[,;|(–—-]\s*$/.test(text.slice(0, span.from)));

/**
 * Blocks that a line with nothing but a date opens, where every block has as many lines or the section has but one: date, name,
 * issuer. undefined where dates stand elsewhere.
 */
export function underDates(lines: readonly Line[]): Line[][] | undefined {
  const [first] = lines;
  if (!first || !onlyDates(first.text) || lines.some((line) => line.segments.length > 1)) return undefined;
  const blocks: Line[][] = [];
  for (const line of lines) {
    const day = onlyDates(line.text);
    // Studies last from … to; and where names have dates behind them, a date alone is none of theirs.
    if (day ? !day.single : endsInDate(line.text)) return undefined;
    if (day) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  const sizes = blocks.map((block) => block.length - 1);
  if (sizes.some((size) => size < 1 || size > MOST_UNDER)) return undefined;
  return Math.max(...sizes) - Math.min(...sizes) <= 1 ? blocks : undefined;
}

/** Who issues it begins so; some begin with small letters before a capital (`iSAQB`). */
const BODY = /^(?:[\p{Lu}\p{Lo}]|\p{Ll}{1,2}\p{Lu})/u;

/** The two halves of a line whose weight, slant or colour changes once, between two words; a date in brackets may follow. */
function halvesOf(line: Line): { name: string; issuer: string } | undefined {
  const [only, ...more] = line.segments.filter((s) => !onlyDates(s.text));
  if (!only || more.length > 0) return undefined;
  const [dates] = findDateSpans(only.text).slice(-1);
  const end = dates ? only.text.slice(0, dates.from).replace(/[\s([,·•|–—-]+$/, '').length : only.text.length;
  const [at, ...others] = only.styleBreaks.filter((one) => one > 1 && one < end);
  if (at === undefined || others.length > 0) return undefined;
  const name = only.text.slice(0, at).replace(/[\s,;:·•|–—-]+$/, '');
  const issuer = only.text.slice(at).replace(/^[\s,;:·•|–—-]+/, '');
  const parted = at - name.length > 0 || only.text.length - at > issuer.length;
  return parted && BODY.test(issuer) && /\p{L}/u.test(name) ? { name, issuer } : undefined;
}

/** Name and issuer of every line, where all of them change style once (`**CCRN** American Association …`); else nothing. */
export function styledParts(lines: readonly Line[]): ReadonlyMap<Line, { name: string; issuer: string }> {
  const parts = new Map<Line, { name: string; issuer: string }>();
  for (const line of lines) {
    const halves = halvesOf(line);
    if (!halves) return new Map();
    parts.set(line, halves);
  }
  return parts;
}
