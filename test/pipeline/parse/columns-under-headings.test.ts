import { describe, expect, it } from 'vitest';
import { headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = { size: 12, bold: true } as const;
const JOB: Placed[] = [
  [40, 120, 'Experience', HEAD],
  [40, 140, 'Night Porter, Gullwing Hotel Ltd, Whitby', { bold: true }],
  [440, 140, 'May 2019 – Present'],
  [52, 154, 'Looked after ninety rooms and the boiler', { bullet: true }],
  [52, 168, 'Wrote the handbook for the four who came after me', { bullet: true }],
];

describe('columns of sections whose lines share their heights', () => {
  it('are no cells below the headings of the left one where a heading of the right one is set larger than the text beside it', () => {
    const rows: [left: string, right: string, size?: number][] = [
      ['FURTHER', 'EMPLOYMENT', 13],
      ['EDUCATION', ''],
      ['Northgate College', 'Harbour Crane Company | Crane Operator'],
      ['BSc Logistics', 'since 2019 | Leeds'],
      ['2011 – 2014 | Leeds', 'Lifted containers in all weathers'],
      ['SKILLS', ''],
      ['Rigging • Signalling •', 'CERTIFICATES'],
      ['Lifting plans', '2020 Slinger, Dock Board'],
    ];
    const isHead = (text: string): boolean => text !== '' && text === text.toUpperCase();
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        ...rows.flatMap(([left, right], i): Placed[] => [
          [36, 120 + 16 * i, left, { size: isHead(left) ? 13 : 9 }],
          ...(right ? [[228, 120 + 16 * i, right, { size: isHead(right) ? 13 : 9 }] as Placed] : []),
        ]),
      ]),
    );
    expect(resume.work.map(({ name, position }) => [name, position])).toEqual([['Harbour Crane Company', 'Crane Operator']]);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Rigging', 'Signalling', 'Lifting plans']);
    expect(resume.certificates.map(({ name }) => name)).toEqual(['Slinger']);
  });
});

describe('columns that only their headings show', () => {
  const foot: Placed[] = [
    ...headOf('Osric Tamblyn'),
    ...JOB,
    [40, 600, 'Contact', HEAD],
    [220, 600, 'Languages', HEAD],
    [400, 600, 'Interests', HEAD],
    [40, 616, '01632 960118'],
    [225, 622, 'Welsh', { size: 8 }],
    [290, 622, 'French', { size: 8 }],
    [400, 616, 'Bell ringing'],
    [40, 630, 'Whitby'],
    [400, 630, 'Tide tables'],
  ];

  it('are read one by one at the foot of a page, two lines each', () => {
    const resume = parse(pdfDocument(foot));
    expect(resume.basics.phone).toBe('01632 960118');
    expect(resume.languages.map((one) => one.language)).toEqual(['Welsh', 'French']);
    expect(resume.interests).toEqual(['Bell ringing', 'Tide tables']);
    expect(resume.work).toHaveLength(1);
  });

  it('end where a heading goes over the whole page', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Osric Tamblyn'),
        [40, 120, 'Languages', HEAD],
        [300, 120, 'Interests', HEAD],
        [40, 136, 'Welsh, French'],
        [300, 136, 'Bell ringing'],
        ...JOB.map(([x, y, text, style]): Placed => [x, y + 60, text, style]),
      ]),
    );
    expect(resume.languages.map((one) => one.language)).toEqual(['Welsh', 'French']);
    expect(resume.interests).toEqual(['Bell ringing']);
    expect(resume.work.map((w) => [w.name, w.startDate])).toEqual([['Gullwing Hotel Ltd', '2019-05']]);
  });
});

it('A short column beside a long one does not cut the long one off where it ends', () => {
  const resume = parse(
    pdfDocument([
      ...headOf('Osric Tamblyn'),
      [110, 120, 'Education', HEAD],
      [410, 120, 'Languages', HEAD],
      [40, 140, 'BA Hospitality', { bold: true }],
      [40, 154, 'University of Leeds, 2018 – 2021'],
      [40, 168, 'First-year average 71%'],
      [320, 140, 'Welsh: Native'],
      [320, 154, 'French: Fluent'],
      [320, 168, 'Danish: Basic'],
      [40, 188, 'A-levels: French, Geography, History of Art', { bold: true }],
      [40, 202, 'Whitby Sixth Form College, 2016 – 2018'],
      [40, 236, 'Experience', { ...HEAD, x: 270 }],
      ...JOB.slice(1).map(([x, y, text, style]): Placed => [x, y + 116, text, style]),
    ]),
  );
  expect(resume.education.map((e) => e.institution)).toEqual(['University of Leeds', 'Whitby Sixth Form College']);
});

describe('cards of jobs beside each other below one heading', () => {
  const card = (x: number, y: number, title: string, firm: string, dates: string, done: readonly string[]): Placed[] => [
    [x, y, title, { bold: true }],
    [x, y + 14, firm],
    [x, y + 28, dates],
    ...done.map((text, i): Placed => [x + 14, y + 42 + 14 * i, text, { bullet: true }]),
  ];
  const jobsOf = (...placed: Placed[][]): (string | undefined)[][] =>
    parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 110, 'Experience', HEAD],
        ...placed.flat(),
        [40, 260, 'Skills', HEAD],
        [40, 280, 'Rigging, Signalling'],
      ]),
    ).work.map(({ position, name, startDate }) => [position, name, startDate]);
  const expected = [
    ['Crane Operator', 'Harbour Crane Company', '2019'],
    ['Deckhand', 'Quayside Ferries Ltd', '2015'],
  ];

  it('are read one by one where their lines are level', () => {
    expect(
      jobsOf(
        card(50, 130, 'Crane Operator', 'Harbour Crane Company', '2019 – present', ['Lifted containers', 'Kept the log']),
        card(320, 130, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2019', ['Moored the ferry']),
      ),
    ).toEqual(expected);
  });

  it('are read one by one where they make columns, the longer with more lines', () => {
    const many = ['Lifted containers in all weathers', 'Kept the log', 'Trained four', 'Drove the van', 'Swept the quay'];
    expect(
      jobsOf(
        card(50, 130, 'Crane Operator', 'Harbour Crane Company', '2019 – present', many),
        card(320, 132, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2019', ['Moored the ferry', 'Cast off']),
      ),
    ).toEqual(expected);
  });
});
