/** Studies on cards: years under each other beside the school and the degree, cards side by side, dates a little above their school. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const studies = (...placed: Placed[]): string[] =>
  parse(pdfDocument([...headOf('Enno Sander'), [40, 120, 'Education', HEADING], ...placed])).education.map(
    (e) => `${e.studyType ?? '?'} / ${e.area ?? '?'} @ ${e.institution ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]`,
  );
const card = (x: number, years: [string, string], school: string, degree: string, field: string): Placed[] => [
  [x, 140, years[0], BOLD],
  [x + 60, 140, school, BOLD],
  [x, 156, years[1], BOLD],
  [x + 72, 156, degree],
  [x + 60, 174, field],
];

describe('years under each other', () => {
  it('are one range where one stands beside the school, the other beside its degree', () => {
    expect(studies(...card(40, ['2010', '2015'], 'Larkmoor College', 'Diploma', 'Gastronomy'))).toEqual([
      'Diploma / Gastronomy @ Larkmoor College [2010/2015]',
    ]);
  });

  it('are read card by card where two stand side by side', () => {
    expect(
      studies(
        ...card(40, ['2003', '2005'], 'Larkmoor University', 'MSc', 'Information Science'),
        ...card(300, ['1998', '2002'], 'Quayside College', 'BA', 'History'),
      ),
    ).toEqual(['MSc / Information Science @ Larkmoor University [2003/2005]', 'BA / History @ Quayside College [1998/2002]']);
  });

  it('are one range at the right edge as well, where degrees say which lines are of one study', () => {
    expect(
      studies(
        [40, 140, 'Larkmoor Tech', BOLD],
        [500, 140, '2015'],
        [40, 154, 'MSc, Marine Physics'],
        [500, 154, '2017'],
        [40, 180, 'Bracken & Sons', BOLD],
        [500, 180, '2011'],
        [40, 194, 'BSc, Marine Physics'],
        [500, 194, '2015'],
      ),
    ).toEqual(['MSc / Marine Physics @ Larkmoor Tech [2015/2017]', 'BSc / Marine Physics @ Bracken & Sons [2011/2015]']);
  });

  it('are two studies where each has its school', () => {
    const read = studies(
      [40, 140, '2010'],
      [100, 140, 'BSc Physics, Larkmoor University'],
      [40, 154, '2012'],
      [100, 154, 'MSc Physics, Quayside College'],
    );
    expect(read).toEqual(['BSc / Physics @ Larkmoor University [/2010]', 'MSc / Physics @ Quayside College [/2012]']);
    expect(
      studies(
        [40, 140, '2010'],
        [100, 140, 'BSc Physics, Larkmoor University'],
        [40, 154, '2012'],
        [100, 154, 'Quayside College'],
      ),
    ).toEqual(['BSc / Physics @ Larkmoor University [/2010]', '? / ? @ Quayside College [/2012]']);
  });

  it('are two studies where each has its degree, and a word tells the school of one alone', () => {
    expect(
      studies([40, 140, '2010'], [100, 140, 'A-levels, Bracken School'], [40, 154, '2013'], [100, 154, 'BSc Physics, Larkmoor']),
    ).toEqual(['A-levels / ? @ Bracken School [/2010]', 'BSc / Physics @ Larkmoor [/2013]']);
  });

  it('are one range where the name of the school holds the word of a degree', () => {
    expect(studies(...card(40, ['2006', '2010'], 'Bracken High School', 'Diploma', 'Catering'))).toEqual([
      'Diploma / Catering @ Bracken High School [2006/2010]',
    ]);
  });
});

it('a date at the margin far below the study above opens the next', () => {
  expect(
    studies(
      [40, 142, 'Larkmoor University of the Northern Shores', BOLD],
      [437, 153, '10/2022 – 07/2024', { size: 8 }],
      [40, 166, 'MSc – Analytical Chemistry'],
      [437, 208, '09/2018 – 07/2022', { size: 8 }],
      [40, 213, 'Quayside College', BOLD],
      [40, 227, 'BSc – Chemistry'],
    ),
  ).toEqual([
    'MSc / Analytical Chemistry @ Larkmoor University of the Northern Shores [2022-10/2024-07]',
    'BSc / Chemistry @ Quayside College [2018-09/2022-07]',
  ]);
});
