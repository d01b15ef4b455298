/** An employer with its dates over roles with theirs: the employer is no job, and what stands alone over a role is its title. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, type Placed, parse, pdfDocument } from './build-document.ts';

const dated = (y: number, text: string, dates: string, style = {}): Placed[] => [
  [40, y, text, style],
  [430, y, dates],
];
const work = (...lines: Placed[][]) =>
  parse(pdfDocument([...headOf('Orla Tamsin'), [40, 110, 'Experience', HEADING], ...lines.flat()])).work.map(
    ({ name, position, startDate }) => [position, name?.split(',')[0], startDate],
  );

describe('roles below their employer', () => {
  it('are told by their dates, though no list knows their titles', () => {
    expect(
      work(
        dated(130, 'Thuiszorg Middelmeer, Leeuwarden', 'May 2018 – present', BOLD),
        dated(144, 'Teamcoach', 'Sep 2022 – present'),
        [[52, 158, 'Guides four teams that steer themselves', ITEM]],
        dated(172, 'District nurse', 'May 2018 – Aug 2022'),
        [[52, 186, 'Drew up plans of care', ITEM]],
        dated(200, 'Hospital De Tjonk, Heerenveen', 'Sep 2012 – Apr 2018', BOLD),
        [
          [40, 214, 'Nurse'],
          [52, 228, 'Cared for 28 beds', ITEM],
        ],
      ),
    ).toEqual([
      ['Teamcoach', 'Thuiszorg Middelmeer', '2022-09'],
      ['District nurse', 'Thuiszorg Middelmeer', '2018-05'],
      ['Nurse', 'Hospital De Tjonk', '2012-09'],
    ]);
  });

  it('leave the state of their employer no title', () => {
    expect(
      work(
        dated(130, 'Erie Shore Museum of Things, Cleveland, OH', 'Apr 2012 – Present', BOLD),
        dated(144, 'Director of Facilities', 'Jan 2019 – Present'),
        [[52, 158, 'Direct 46 staff', ITEM]],
        dated(172, 'Chief Engineer', 'Apr 2012 – Dec 2018'),
        [[52, 186, 'Kept humidity in all galleries', ITEM]],
        dated(200, 'St. Alba Hospital, Lorain, OH', 'Aug 2007 – Mar 2012', BOLD),
        dated(214, 'Stationary Engineer', 'Aug 2007 – Mar 2012'),
        [[52, 228, 'Operated boilers', ITEM]],
      ),
    ).toEqual([
      ['Director of Facilities', 'Erie Shore Museum of Things', '2019-01'],
      ['Chief Engineer', 'Erie Shore Museum of Things', '2012-04'],
      ['Stationary Engineer', 'St. Alba Hospital', '2007-08'],
    ]);
  });

  it('are none where the name below is a firm', () => {
    expect(
      work(dated(130, 'Board of the Harbour Trust', '2010 – 2020', BOLD), dated(144, 'Quayside Ferries Ltd', '2012 – 2015'), [
        [52, 158, 'Moored the ferry', ITEM],
      ]).map(([, name]) => name),
    ).toContain('Quayside Ferries Ltd');
  });
});
