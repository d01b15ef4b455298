/** `2007/08` among `2008–2010` and `2010–2012`: a year and the one after it, not August. Where others have months it is a month. */
import type { Item } from './entry-items.ts';

const TWO_YEARS = /(?<!\d)((?:19|20)\d\d)\s?\/\s?(\d\d)(?!\d)/u;
const HAS_MONTH = /^\d{4}-\d\d/;

/** The two years, where the second follows the first. */
function yearsOf(item: Item): [string, string] | undefined {
  if (!item.date?.span.single) return undefined;
  const found = TWO_YEARS.exec(item.date.segment.text.slice(item.date.span.from, item.date.span.to));
  const [, first, second] = found ?? [];
  if (!first || !second || Number(second) !== (Number(first) + 1) % 100) return undefined;
  return [first, String(Number(first) + 1)];
}

const hasMonth = ({ date }: Item): boolean => HAS_MONTH.test(date?.span.start ?? '') || HAS_MONTH.test(date?.span.end ?? '');

/** The items of a section with such dates as ranges of years, where all others of its dates are years. */
export function readSeasonYears(items: readonly Item[]): Item[] {
  const dated = items.filter((item) => item.date !== undefined);
  const pairs = dated.filter((item) => yearsOf(item) !== undefined);
  const others = dated.filter((item) => !pairs.includes(item));
  if (pairs.length === 0 || others.length === 0 || others.some(hasMonth)) return [...items];
  return items.map((item) => {
    const years = pairs.includes(item) ? yearsOf(item) : undefined;
    if (!years || !item.date) return item;
    const span = { ...item.date.span, start: years[0], end: years[1], single: false, weak: true };
    return { ...item, date: { ...item.date, span } };
  });
}
