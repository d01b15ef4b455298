/** Columns that are drawn: a sidebar on a ground of its own, a line down the page. White alone does not part these pages. */
import { describe, expect, it } from 'vitest';
import type { DocumentPage } from '../../../src/domain/document.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { HEADING, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const SIDE = 150;

const SIDE_HEAD = { bold: true, size: 10 } as const;
/** Headings of the sidebar stand level with bullets beside them, and a bar is drawn below each skill. */
const SIDEBAR: Placed[] = [
  [15, 120, 'CONTACT', SIDE_HEAD],
  [29, 143, 'Rúa do Vilar 3, Lugo'],
  [29, 172, '+34 600 555 941'],
  [29, 190, 'iria@example.org'],
  [15, 322, 'SKILLS', SIDE_HEAD],
  [15, 347, 'Menu costing'],
  [15, 370, 'Pastry'],
  [15, 392, 'Banquets'],
  [15, 472, 'LANGUAGES', SIDE_HEAD],
  [15, 495, 'Galician'],
  [15, 523, 'Portuguese'],
];
const job = (y: number, employer: string, title: string, dates: string, ...tasks: string[]): Placed[] => [
  [165, y, employer, { bold: true }],
  [165, y + 13, title],
  [165, y + 26, dates],
  ...tasks.map((task, i): Placed => [177, y + 41 + 14 * i, task, ITEM]),
];
const MAIN: Placed[] = [
  [165, 49, 'Iria Castelao', { size: 22, bold: true }],
  [165, 96, 'About me', HEADING],
  [165, 116, 'Cook with twelve years in the kitchens of hotels and of schools in Lugo'],
  [165, 129, 'and along the coast. Fond of what grows near by and of teams that are calm.'],
  [165, 156, 'Experience', HEADING],
  ...job(
    178,
    'Hotel Praia Longa',
    'Head Chef',
    'February 2021 – Present',
    'Leads seven people and ninety covers',
    'Cut the cost of goods',
  ),
  ...job(
    267,
    'Casa Outeiro',
    'Sous Chef',
    'April 2017 – December 2020',
    'Ran the hot section at night',
    'Wrote the menu without gluten',
  ),
  ...job(344, 'Sal e Mel Catering', 'Kitchen Assistant', 'May 2013 – March 2017', 'Prepared weddings for four hundred'),
];

function read(drawn: Partial<DocumentPage>, placed: readonly Placed[] = [...SIDEBAR, ...MAIN]): Resume {
  const made = pdfDocument(placed);
  return parse({ ...made, pages: made.pages.map((page) => ({ ...page, ...drawn })) });
}

describe('a sidebar', () => {
  it.each([
    ['on a ground of its own', { panels: [{ x: 0, y: 0, width: SIDE, height: 842 }] }],
    ['behind a line down the page', { rules: [{ x: SIDE, y: 20, width: 1, height: 780 }] }],
  ])('%s is a column, however near the text beside it stands', (_, drawn) => {
    const resume = read(drawn);
    expect(resume.basics.name).toBe('Iria Castelao');
    expect(resume.basics.email).toBe('iria@example.org');
    expect(jobs(resume)).toEqual([
      'Head Chef @ Hotel Praia Longa [2021-02/]',
      'Sous Chef @ Casa Outeiro [2017-04/2020-12]',
      'Kitchen Assistant @ Sal e Mel Catering [2013-05/2017-03]',
    ]);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['Menu costing', 'Pastry', 'Banquets']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['Galician', 'Portuguese']);
  });

  it('needs its ground or line: white tells these columns apart only in part', () => {
    expect(jobs(read({}))).not.toEqual(jobs(read({ panels: [{ x: 0, y: 0, width: SIDE, height: 842 }] })));
  });
});

it('a line between dates and the text of their rows parts nothing', () => {
  const placed: Placed[] = [
    [160, 50, 'Iria Castelao', { size: 22, bold: true }],
    [40, 100, 'Experience', HEADING],
    ...(['2021', '2017', '2014', '2011'] as const).flatMap((year, i): Placed[] => [
      [40, 120 + 40 * i, `${year} – ${Number(year) + 3}`],
      [160, 120 + 40 * i, `Cook at Casa Number${'abcd'[i]} Ltd`, { bold: true }],
      [160, 134 + 40 * i, 'Ran the hot section at night', ITEM],
    ]),
  ];
  expect(read({ rules: [{ x: SIDE, y: 20, width: 1, height: 780 }] }, placed).work.map(({ startDate }) => startDate)).toEqual([
    '2021',
    '2017',
    '2014',
    '2011',
  ]);
});
