/** Items of a list that a narrow column breaks over lines: a line without a bullet below one with a bullet goes on with it. */
import { onlyDates } from './date-range.ts';
import type { Lexicon } from './lexicon.ts';
import { BLOCK_START_GAP, type Line } from './line.ts';
import { mergeLines } from './merge-lines.ts';
import type { Section } from './sections.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** Sections whose lines are items rather than entries. */
const TIGHT: ReadonlySet<string> = new Set(['certificates', 'training']);
const LISTS: ReadonlySet<string> = new Set(['languages', 'interests']);
const MAX_GAP = 1.75;
/** How much wider the gap between items is than within one. */
const APART = 1.1;

function goesOn(above: Line, line: Line, item: Line): boolean {
  if (line.bullet || line.page !== above.page || line.lane !== above.lane || line.gap > MAX_GAP) return false;
  if (above.segments.length > 1 || line.segments.length > 1 || /[:：]/.test(line.text)) return false;
  return (
    line.x >= item.x - 1 && line.x < item.x + 2 * item.size && Math.abs(line.size - item.size) < 0.3 && line.bold === item.bold
  );
}

/** In flow text the format itself says where an item ends. */
function joinItems(lines: readonly Line[], lexicon: Lexicon): Line[] {
  const bullets = lines.filter((line) => line.bullet).length;
  if (bullets < 2 || lines.some((line) => line.flow)) return [...lines];
  const joined: Line[] = [];
  let item: Line | undefined;
  let above: Line | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && above && item && goesOn(above, line, item)) joined[joined.length - 1] = mergeLines(last, line, lexicon);
    else {
      joined.push(line);
      item = line.bullet ? line : undefined;
    }
    above = line;
  }
  return joined;
}

/** Lines of one item stand nearer than items do: the gap within, or undefined where all gaps are alike. */
function gapWithin(lines: readonly Line[]): number | undefined {
  const gaps = lines
    .slice(1)
    .flatMap((line, i) => (line.page === lines[i]?.page && line.lane === lines[i]?.lane ? [line.gap] : []));
  const least = Math.min(...gaps);
  return gaps.some((gap) => gap > APART * least && gap < BLOCK_START_GAP) ? least * 1.05 : undefined;
}

const sameLook = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) < 0.3 && a.bold === b.bold && a.italic === b.italic && a.color === b.color && Math.abs(a.x - b.x) < 2;

/** `Basic Life Support, Selwick` / `Heart Association, 2023`: nearer than the items, and the word had no room above. */
function joinTightLines(lines: readonly Line[], lexicon: Lexicon): Line[] {
  const within = lines.some((line) => line.flow || line.bullet) ? undefined : gapWithin(lines);
  if (within === undefined) return [...lines];
  const joined: Line[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const last = joined.at(-1);
    const alone = above?.segments.length === 1 && line.segments.length === 1;
    const wraps = above && alone && line.gap <= within && sameLook(above, line) && hadNoRoom(above, line);
    if (last && wraps && !onlyDates(above.text)) joined[joined.length - 1] = mergeLines(last, line, lexicon);
    else joined.push(line);
  });
  return joined;
}

/** Where the label of a group ends that only its weight sets apart (`**Tools** Excel, Power BI`), or 0. */
function labelEnd(line: Line): number {
  const [segment, ...more] = line.segments;
  const [at, ...others] = segment?.styleBreaks ?? [];
  if (!segment || more.length > 0 || at === undefined || others.length > 0 || line.bullet) return 0;
  const [label, rest] = [segment.text.slice(0, at).trim(), segment.text.slice(at).trim()];
  const plain = /^[\p{L}\p{N} &/+#.-]+$/u.test(label) && label.split(/\s+/).length <= 4;
  return plain && /^[\p{L}\p{N}]/u.test(rest) && /[,;|·•]/.test(rest) ? at : 0;
}

/** Labels of groups get the colon that their weight stands for, where at least two groups are set so. */
function withColons(lines: readonly Line[]): Line[] {
  if (lines.filter((line) => labelEnd(line) > 0).length < 2) return [...lines];
  return lines.map((line) => {
    const at = labelEnd(line);
    const [segment] = line.segments;
    if (!segment || at === 0) return line;
    const text = `${segment.text.slice(0, at).trim()}: ${segment.text.slice(at).trim()}`;
    return { ...line, text, segments: [{ ...segment, text, styleBreaks: [] }] };
  });
}

/** Sections with the wrapped items of their lists whole. */
export function joinWrappedItems(sections: readonly Section[], lexicon: Lexicon): Section[] {
  return sections.map((section) => {
    const kind = section.kinds[0] ?? '';
    if (TIGHT.has(kind)) return { ...section, lines: joinTightLines(section.lines, lexicon) };
    if (kind === 'skills') return { ...section, lines: withColons(section.lines) };
    return LISTS.has(kind) ? { ...section, lines: withColons(joinItems(section.lines, lexicon)) } : section;
  });
}
