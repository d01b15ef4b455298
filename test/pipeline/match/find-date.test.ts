import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/pipeline/match/find-date.ts';

describe('single dates in text', () => {
  it.each([
    ['expired June 2025', ['2025-06']],
    ['gültig bis März 2027', ['2027-03']],
    ["valable jusqu'en août 2026", ['2026-08']],
    ['valid 06/2025', ['2025-06']],
    ['bis 30.09.2026', ['2026-09']],
    ['hasta el 2 de enero de 2028', ['2028-01']],
    ['on 2025-11-30', ['2025-11']],
    ['since 2019 and until May 2021', ['2019', '2021-05']],
    ['Marketing 2021', ['2021']],
    ['44 tonnes, 1500 pallets', []],
  ])('%s', (text, dates) => {
    expect(findDates(text).map((found) => found.date)).toEqual(dates);
  });
});
