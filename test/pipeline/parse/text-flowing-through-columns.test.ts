/** A text that flows through columns of one width, as in a newsletter: a section goes on at the top of the next column. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const LEFT = 40;
const RIGHT = 335;
const job = (x: number, y: number, title: string, employer: string, dates: string, ...tasks: string[]): Placed[] => [
  [x, y, title, BOLD],
  [x, y + 13, employer],
  [x, y + 26, dates],
  ...tasks.map((task, i): Placed => [x + 12, y + 39 + 13 * i, task, ITEM]),
];
const page = (...opening: Placed[]): Placed[] => [
  [230, 56, 'Orla Tamsin', { size: 24, bold: true }],
  [200, 82, 'Crane operator · orla.tamsin@example.org'],
  [LEFT, 120, 'About me', HEADING],
  [LEFT, 138, 'Crane operator with nine years on quays and in yards,'],
  [LEFT, 151, 'most at home where loads are long and awkward, also at'],
  [LEFT, 164, 'night, and fond of teams that are calm.'],
  [LEFT, 195, 'Experience', HEADING],
  ...job(
    LEFT,
    213,
    'Crane Operator',
    'Harbour Crane Company',
    '2019 – 2024',
    'Lifted containers in all weathers here',
    'Kept the log',
  ),
  ...opening,
  [RIGHT, 260, 'Education', HEADING],
  [RIGHT, 278, 'BSc Logistics of the Sea and the Rail, Northgate'],
  [RIGHT, 291, 'College, 2008 – 2011'],
  [RIGHT, 320, 'Skills', HEADING],
  [RIGHT, 338, 'Rigging, Signalling, Excel, First aid, Slinging'],
];
const jobsOf = (...opening: Placed[]): string[] => jobs(parse(pdfDocument(page(...opening))));
const TWO = ['Crane Operator @ Harbour Crane Company [2019/2024]', 'Deckhand @ Quayside Ferries Ltd [2015/2019]'];

describe('entries at the top of a column', () => {
  it('go on with the section that the column before it ended with', () => {
    const next = job(
      RIGHT,
      138,
      'Deckhand',
      'Quayside Ferries Ltd',
      '2015 – 2019',
      'Moored the ferry on windy days in the north',
    );
    expect(jobsOf(...next)).toEqual(TWO);
  });

  it('do so where they begin a line above the heading beside them, whose white is larger', () => {
    const next = job(
      RIGHT,
      110,
      'Deckhand',
      'Quayside Ferries Ltd',
      '2015 – 2019',
      'Moored the ferry on windy days in the north',
    );
    expect(jobsOf(...next)).toEqual(TWO);
  });

  it('do so where the column before it reaches further down', () => {
    const long: Placed[] = [
      ...job(LEFT, 275, 'Signaller', 'Lorva Light Railway', '2016 – 2019', 'Set the points', 'Kept the log'),
      [LEFT, 400, 'Volunteering', HEADING],
      ...job(LEFT, 418, 'Cook', 'Tindel Soup Kitchen', '2015 – 2018'),
    ];
    const next = job(RIGHT, 138, 'Driver', 'Erie Shore Food Bank', '2012 – 2014', 'Drove the van through the snow');
    const { volunteer } = parse(pdfDocument(page(...long, ...next)));
    expect(volunteer.map(({ position }) => position)).toEqual(['Cook', 'Driver']);
  });

  it('do not where an address stands among them: what opens the column is about the person', () => {
    const next: Placed[] = [
      ...job(RIGHT, 138, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2019'),
      [RIGHT, 177, '+44 113 496 0012'],
    ];
    expect(jobsOf(...next)).toEqual(TWO.slice(0, 1));
  });
});
