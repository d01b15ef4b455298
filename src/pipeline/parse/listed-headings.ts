/** Words of headings that are items of a list (`Social media`, `Languages` among skills): set like the plain items above and below. */
import { isHeadingText } from './heading-lookup.ts';
import { isCaps, type Segment } from './line.ts';
import type { Row } from './rows.ts';

/** In sizes: items of a list, with bars or dots of a level between them, are no further apart. */
const PITCH = 3;

const styleOf = (s: Segment): string =>
  [Math.round(s.x), Math.round(s.size * 4), s.bold, s.italic, s.color ?? '', isCaps(s.text)].join('/');

const isPlain = (s: Segment | undefined, item: Segment): boolean =>
  s !== undefined && !s.named && Math.abs(s.y - item.y) < PITCH * item.size;

/** `Education and` over `training`: a heading that broke. */
const isHalf = (above: Segment | undefined, item: Segment): boolean =>
  above !== undefined && isHeadingText(`${above.text} ${item.text}`);

/** Takes the mark of a heading from such items. `rows` are those of one page, from top to bottom. */
export function unnameListed(rows: readonly Row[]): void {
  const lists = Map.groupBy(
    rows.flatMap((row) => row.segments),
    styleOf,
  );
  for (const list of lists.values())
    list
      .filter((item, i) => item.named && isPlain(list[i - 1], item) && isPlain(list[i + 1], item) && !isHalf(list[i - 1], item))
      .forEach((item) => {
        item.named = false;
      });
}
