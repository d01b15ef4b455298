/** Items of a list that a narrow column breaks over lines: a line without a bullet below one with a bullet goes on with it. */
import { joinWrapped } from './clean-text.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';

/** Sections whose lines are items rather than entries. */
const LISTS: ReadonlySet<string> = new Set(['skills', 'languages', 'interests']);
const MAX_GAP = 1.75;

function goesOn(above: Line, line: Line, item: Line): boolean {
  if (line.bullet || line.page !== above.page || line.lane !== above.lane || line.gap > MAX_GAP) return false;
  if (above.segments.length > 1 || line.segments.length > 1 || /[:：]/.test(line.text)) return false;
  return (
    line.x >= item.x - 1 && line.x < item.x + 2 * item.size && Math.abs(line.size - item.size) < 0.3 && line.bold === item.bold
  );
}

/** In flow text the format itself says where an item ends. */
function joinItems(lines: readonly Line[]): Line[] {
  const bullets = lines.filter((line) => line.bullet).length;
  if (bullets < 2 || lines.some((line) => line.flow)) return [...lines];
  const joined: Line[] = [];
  let item: Line | undefined;
  let above: Line | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    const [segment] = last?.segments ?? [];
    if (last && segment && above && item && goesOn(above, line, item)) {
      const text = joinWrapped(last.text, line.text, () => false);
      joined[joined.length - 1] = { ...last, text, segments: [{ ...segment, text }] };
    } else {
      joined.push(line);
      item = line.bullet ? line : undefined;
    }
    above = line;
  }
  return joined;
}

/** Sections with the wrapped items of their lists whole. */
export function joinWrappedItems(sections: readonly Section[]): Section[] {
  return sections.map((section) =>
    LISTS.has(section.kinds[0] ?? '') ? { ...section, lines: joinItems(section.lines) } : section,
  );
}
