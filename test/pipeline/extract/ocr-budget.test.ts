import { expect, it } from 'vitest';
import { createOcrBudget } from '../../../src/pipeline/extract/ocr-budget.ts';
import { pagesReadWarning } from '../../../src/pipeline/extract/pages-read.ts';

/** Pages of some seconds of work each, on a machine where the clock goes `slower` times as fast; tells how many are begun in time. */
function begun(pages: readonly { seconds: number; text: boolean }[], slower = 1): number {
  let seconds = 0;
  const budget = createOcrBudget({ workUs: () => seconds * 1e6, clockMs: () => seconds * slower * 1000 });
  budget.startFile();
  const late = pages.findIndex(({ seconds: cost, text }) => {
    budget.startPage();
    seconds += cost;
    if (text) budget.pageRead();
    return budget.isSpent();
  });
  return late < 0 ? pages.length : late;
}

it('pages of noise share what a file may cost: they are no reason to go on', () => {
  const noise = Array.from({ length: 8 }, () => ({ seconds: 6, text: false }));
  expect(begun(noise)).toBe(2);
  expect(begun([{ seconds: 3, text: true }, ...noise])).toBe(3);
});

it('a scan of five pages is read to its end, also where another recogniser works beside it', () => {
  const pages = Array.from({ length: 5 }, () => ({ seconds: 4.5, text: true }));
  expect(begun(pages)).toBe(5);
  expect(begun(pages, 3)).toBe(5);
});

it('no file takes more than 40 s of work or two minutes by the clock, whatever it holds', () => {
  const pages = Array.from({ length: 8 }, () => ({ seconds: 6, text: true }));
  expect(begun(pages)).toBe(6);
  expect(begun(pages, 15)).toBe(1);
});

it('the next file has a budget of its own', () => {
  let seconds = 0;
  const budget = createOcrBudget({ workUs: () => seconds * 1e6, clockMs: () => seconds * 1000 });
  budget.startFile();
  seconds = 20;
  expect(budget.isSpent()).toBe(true);
  budget.startFile();
  expect(budget.isSpent()).toBe(false);
});

it('a warning names the pages that were not read', () => {
  expect(pagesReadWarning(12, [9, 10, 11, 12])).toBe('8 of 12 pages read (not 9–12)');
  expect(pagesReadWarning(4, [2, 4])).toBe('2 of 4 pages read (not 2, 4)');
});
