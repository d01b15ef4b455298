/** Years of a timeline beside entries that have dates of their own. */
import { expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const entry = (y: number, year: string, title: string, employer: string, dates: string): Placed[] => [
  [95, y, title, BOLD],
  [400, y, dates],
  [40, y + 5, year, { size: 15 }],
  [95, y + 13, employer],
  [108, y + 26, 'Kept the log of the day', ITEM],
];
const read = (...years: [string, string]): string[] =>
  jobs(
    parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 110, 'Experience', HEADING],
        ...entry(130, years[0], 'Crane Operator', 'Harbour Crane Company', 'Mar 2019 – Jan 2024'),
        ...entry(180, years[1], 'Deckhand', 'Quayside Ferries Ltd', 'Jun 2015 – Feb 2019'),
      ]),
    ),
  );

it('say nothing more where each is a year of its range', () => {
  expect(read('2019', '2015')).toEqual([
    'Crane Operator @ Harbour Crane Company [2019-03/2024-01]',
    'Deckhand @ Quayside Ferries Ltd [2015-06/2019-02]',
  ]);
});

it('are dates of their own where one of them is not', () => {
  // Nobody can say then whose they are: each dates what stands below it.
  expect(read('2018', '2015')).toEqual([
    'Crane Operator @ ? [2019-03/2024-01]',
    '? @ Harbour Crane Company [2018/2018]',
    'Deckhand @ Harbour Crane Company [2015-06/2019-02]',
    '? @ Quayside Ferries Ltd [2015/2015]',
  ]);
});
