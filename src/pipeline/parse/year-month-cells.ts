/** Forms of East Asia with a column `年` and a column `月`: the two numbers of a row are one date, and the third head is a heading. */
import type { Segment } from './line.ts';
import type { Row } from './rows.ts';

const YEAR = /^(?:(?:明治|大正|昭和|平成|令和)\s?(?:\d{1,2}|元)|(?:19|20)\d{2}|[HRS]\d{1,2})\s?年?$/u;
const MONTH = /^\d{1,2}\s?月?$/u;

function joined(year: Segment, month: Segment): Segment {
  const [y, m] = [year.text.replace(/[\s年]/gu, ''), month.text.replace(/[\s月]/gu, '')];
  return { ...year, text: `${y}年${m}月`, right: month.right, styleBreaks: [], pieces: undefined };
}

/** `年 | 免許・資格`: the years alone have a column, and the head beside it is the heading of the section. */
const isYearBesideHeading = ([year, heading, ...more]: readonly Segment[]): boolean =>
  heading?.named === true && more.length === 0 && /^年(?:・?月)?$/u.test(year?.text.replace(/\s/gu, '') ?? '');

const isHeadOf = ([year, month]: readonly Segment[]): boolean =>
  year?.text.replace(/\s/gu, '') === '年' && month?.text.replace(/\s/gu, '') === '月';

/** Rows with their years and months together; unchanged where no row is such a head. */
export function joinYearAndMonth(rows: readonly Row[]): Row[] {
  let below = false;
  return rows.flatMap((row) => {
    const [first, second, ...rest] = row.segments;
    if (isYearBesideHeading(row.segments)) return [{ ...row, segments: row.segments.slice(1) }];
    if (isHeadOf(row.segments)) {
      below = true;
      return rest.length > 0 ? [{ ...row, segments: rest }] : [];
    }
    if (!below || !first || !second || !YEAR.test(first.text) || !MONTH.test(second.text)) return [row];
    return [{ ...row, segments: [joined(first, second), ...rest] }];
  });
}
