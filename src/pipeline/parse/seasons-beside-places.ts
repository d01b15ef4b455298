/** `Summer 2011 | Hull` below a head: the season dates it. Beside what was done (`Q3 2019 | Opened a new office`) it dates that alone. */
import { findDateSpans } from './date-range.ts';
import type { Item } from './entry-items.ts';
import type { Lexicon } from './lexicon.ts';
import type { Segment } from './line.ts';

const BEHIND = /^\s?[|│·•]\s+(\S.*)$/u;

/** The date of a season or quarter at the start of a line, where a place is all that stands behind it. */
function seasonOverPlace(segment: Segment, { isPlace }: Lexicon): Item['date'] {
  const [span, ...more] = findDateSpans(segment.text);
  if (!span?.single || span.start === span.end || more.length > 0 || segment.text.slice(0, span.from).trim() !== '')
    return undefined;
  const [, place = ''] = BEHIND.exec(segment.text.slice(span.to)) ?? [];
  return place !== '' && isPlace(place.trim()) ? { segment, span } : undefined;
}

/** In sizes of the text: white that parts an entry from the one above. */
const APART = 2;

/** Whether the line above heads an entry and holds no date: right below dates it belongs to their entry, unless it stands apart. */
function isUndatedHead(item: Item | undefined, above: Item | undefined): boolean {
  if (item?.kind !== 'head' || findDateSpans(item.line.text).length > 0) return false;
  return above?.kind !== 'dated' || item.line.heading !== undefined || item.line.gap >= APART;
}

/** The line as one that dates the entry above, where it does. */
export function datedBySeason(item: Item, items: readonly Item[], lexicon: Lexicon): Item {
  const [segment, ...more] = item.segments;
  if (item.kind !== 'head' || !segment || more.length > 0 || !isUndatedHead(items.at(-1), items.at(-2))) return item;
  const date = seasonOverPlace(segment, lexicon);
  return date ? { ...item, kind: 'dated', date } : item;
}
