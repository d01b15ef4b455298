import { describe, expect, it } from 'vitest';
import { monthOf, monthsCovered, monthText, spanOf } from '../../src/domain/month-spans.ts';

describe('months of a role', () => {
  it.each([
    ['2020-01', '2020-12', 12],
    ['2020-01', '2020-01', 1],
    ['2026-09', undefined, 3],
    ['2026-09', '2030-01', 3],
    ['2015', '2017', 24],
    ['2019', '2019', 6],
    ['2020-03-15', '2020-05-02', 3],
  ])('%s to %s are %s months as of November 2026', (start, end, months) => {
    const span = spanOf(start, end, '2026-11-01');
    expect(span && span.last - span.first + 1).toBe(months);
  });

  it.each([
    [undefined, '2020-01'],
    ['soon', '2020-01'],
    ['2020-05', '2020-01'],
    ['2027-01', undefined],
    ['2020-13', undefined],
  ])('%s to %s is no stretch', (start, end) => {
    expect(spanOf(start, end, '2026-11-01')).toBeUndefined();
  });

  it('counts overlapping months once and keeps gaps out', () => {
    const span = (first: string, last: string) => ({ first: monthOf(first) ?? 0, last: monthOf(last) ?? 0 });
    expect(monthsCovered([span('2020-01', '2020-12'), span('2020-07', '2021-06'), span('2023-01', '2023-01')])).toBe(19);
  });

  it('writes a month number as it was read', () => {
    expect(monthText(monthOf('1999-12') ?? 0)).toBe('1999-12');
  });
});
