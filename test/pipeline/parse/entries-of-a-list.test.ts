/** What parts one entry from the next, and the lines of one entry from each other. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');

describe('pieces of an entry that only their style parts', () => {
  const page = (first: Placed, second: Placed, dates: string): Placed[] => [
    ...HEAD,
    [40, 120, 'Experience', HEADING],
    first,
    second,
    [40, 154, dates],
    [52, 170, 'Lifted containers in all weathers', { bullet: true }],
    [52, 184, 'Kept the log of the wind', { bullet: true }],
  ];

  it('are title and employer', () => {
    const placed = page([40, 140, 'CRANE OPERATOR'], [112, 140, ' TAMSIN TURNBULL', { color: '#888888' }], '2019 - 2021');
    expect(jobs(parse(pdfDocument(placed)))).toEqual(['CRANE OPERATOR @ TAMSIN TURNBULL [2019/2021]']);
  });

  it('are a name and a date without any space between them', () => {
    const placed = page([40, 140, 'Tamsin Turnbull', { size: 14 }], [145, 140, '2019 - 2021', { size: 9 }], 'Crane Operator');
    expect(jobs(parse(pdfDocument(placed)))).toEqual(['Crane Operator @ Tamsin Turnbull [2019/2021]']);
  });

  it('are no two names where a small word joins them', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Education', HEADING],
        [40, 140, 'BSc in', BOLD],
        [72, 140, ' Logistics'],
        [40, 154, 'Northgate College'],
        [40, 168, '2011 - 2014'],
        [40, 190, 'Languages', HEADING],
        [40, 210, 'English, which I speak at home, at sea and in my sleep, and a little Dutch'],
      ]),
    );
    expect(resume.education[0]).toMatchObject({ studyType: 'BSc', area: 'Logistics', institution: 'Northgate College' });
  });
});

describe('facts of an entry in bullets below its title', () => {
  it('are its employer and its dates', () => {
    const entry = (y: number, title: string, employer: string, dates: string): Placed[] => [
      [40, y, title, { bold: true, size: 12 }],
      [60, y + 34, employer, { bullet: true }],
      [60, y + 46, dates, { bullet: true }],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(140, 'Crane Operator', 'Harbour Crane Company', '2019 – Present'),
        ...entry(224, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2018'),
        ...entry(308, 'Warehouse Assistant', 'Brack Storage Ltd', '2012 – 2015'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
      'Warehouse Assistant @ Brack Storage Ltd [2012/2015]',
    ]);
  });
});

describe('siblings', () => {
  it('begin alike: a plain line behind the bullets is text of the entry above', () => {
    const entry = (y: number, employer: string, title: string, dates: string, tools: string): Placed[] => [
      [40, y, employer, { bold: true, size: 12 }],
      [40, y + 14, title],
      [430, y + 14, dates],
      [52, y + 28, 'Kept the log of the wind', { bullet: true }],
      [40, y + 44, tools],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(140, 'Harbour Crane Company', 'Crane Operator', '2019 – Present', 'Radio, winch'),
        ...entry(210, 'Quayside Ferries Ltd', 'Deckhand', '2015 – 2018', 'Ropes, flags'),
        ...entry(280, 'Brack Storage Ltd', 'Warehouse Assistant', '2012 – 2015', 'Pallets'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
      'Warehouse Assistant @ Brack Storage Ltd [2012/2015]',
    ]);
    expect(resume.work.map((job) => job.summary)).toEqual(['Radio, winch', 'Ropes, flags', 'Pallets']);
  });

  it('whose date opens them keep their lines without bullets, however far apart those stand', () => {
    const entry = (y: number, dates: string, head: string, ...texts: string[]): Placed[] => [
      [40, y, dates, { bold: true, size: 8 }],
      [40, y + 22, head, BOLD],
      ...texts.map((text, i): Placed => [40, y + 44 + 22 * i, text]),
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(
          140,
          '2019 to Present',
          'Crane Operator at Harbour Crane Company',
          'Lifted containers and wind turbine blades in all weathers, for nine years, day and night and at sea.',
          'Load charts: wind, tide, sling',
          'Chartered membership of the lifting institute',
        ),
        ...entry(256, '2015 to 2018', 'Deckhand at Quayside Ferries Ltd', 'Moored the ferry'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
    ]);
  });
});

describe('what a page prints behind its dates', () => {
  it.each(['(2 years 1 month)', '(2 years 1 month) current', '· current'])('is no employer: %s', (remark) => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        [40, 140, 'Crane Operator', BOLD],
        [40, 154, `Oct 2024 - now ${remark}`],
        [52, 170, 'Lifted containers in all weathers', { bullet: true }],
      ]),
    );
    expect(jobs(resume)).toEqual(['Crane Operator @ ? [2024-10/]']);
  });

  it('is nothing on a line of its own either', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Formation', HEADING],
        [40, 140, 'Sept. 2018 - Juin 2020'],
        [200, 140, 'CAP en Pâtissier'],
        [40, 154, '1 an 9 mois'],
        [200, 166, 'École des métiers de bouche du Rhône'],
      ]),
    );
    const institution = 'École des métiers de bouche du Rhône';
    expect(resume.education[0]).toMatchObject({ studyType: 'CAP', area: 'Pâtissier', institution });
  });
});

describe('jobs and studies on one line of time', () => {
  const page: Placed[] = [
    ...HEAD,
    [40, 120, 'Experience and education', HEADING],
    [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
    [430, 140, '2019 – Present'],
    [52, 154, 'Lifted containers in all weathers', { bullet: true }],
    [40, 176, 'BSc Logistics, Northgate College', BOLD],
    [430, 176, '2015 – 2019'],
    [40, 200, 'Lecturer, Quayside School of Navigation', BOLD],
    [430, 200, '2012 – 2015'],
  ];

  it('go where their words belong', () => {
    const resume = parse(pdfDocument(page));
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Lecturer @ Quayside School of Navigation [2012/2015]',
    ]);
    expect(resume.education).toMatchObject([{ studyType: 'BSc', area: 'Logistics', institution: 'Northgate College' }]);
  });
});
