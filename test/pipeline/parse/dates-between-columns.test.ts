import { describe, expect, it } from 'vitest';
import { partsEntries } from '../../../src/pipeline/parse/parted-entries.ts';
import { readRows } from '../../../src/pipeline/parse/rows.ts';
import { BOLD, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = { size: 12, bold: true } as const;
const SMALL = { size: 8 } as const;

const job = (y: number, dates: string, title: string, firm: string, item: string): Placed[] => [
  [210, y, dates, SMALL],
  [310, y + 2, title, BOLD],
  [310, y + 15, firm],
  [320, y + 28, item, { bullet: true }],
];

describe('a rail of dates between a sidebar and the entries', () => {
  it('belongs to the entries, though the sidebar and the dates together look like one column', () => {
    const sidebar: Placed[] = [
      [40, 130, 'CONTACT', HEAD],
      [40, 146, 'post@tollhouse.example'],
      [40, 159, '020 5550 1177'],
      [40, 190, 'SKILLS', HEAD],
      [40, 206, 'Stocktaking'],
      [40, 221, 'Till systems'],
      [40, 236, 'Window dressing'],
      [40, 251, 'Cheese cutting'],
      [40, 266, 'Ordering'],
      [40, 300, 'LANGUAGES', HEAD],
      [40, 316, 'English'],
      [40, 331, 'Welsh'],
    ];
    const resume = parse(
      pdfDocument([
        ...headOf('Jory Penhalt'),
        ...sidebar,
        [210, 130, 'EMPLOYMENT', HEAD],
        ...job(148, '2021 – 2024', 'Shop Manager', 'Tollhouse Deli Ltd', 'Ran a shop of six people'),
        ...job(196, '2018 – 2021', 'Assistant Manager', 'Harbour Grocers Ltd', 'Opened a second till line'),
        ...job(244, '2015 – 2018', 'Sales Assistant', 'Harbour Grocers Ltd', 'Served two hundred a day'),
        [210, 300, 'EDUCATION', HEAD],
        [210, 318, '2013 – 2015', SMALL],
        [310, 320, 'Diploma in Retail', BOLD],
        [310, 333, 'Truro College'],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Shop Manager @ Tollhouse Deli Ltd [2021/2024]',
      'Assistant Manager @ Harbour Grocers Ltd [2018/2021]',
      'Sales Assistant @ Harbour Grocers Ltd [2015/2018]',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'Truro College', startDate: '2013', endDate: '2015' }]);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toHaveLength(5);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Welsh']);
  });
});

describe('a date at the right margin', () => {
  it('parts no entry of a sidebar because one date stands on the baseline of its text', () => {
    const page = pdfDocument([
      [34, 150, 'on the packing line and has done', { size: 8.6 }],
      [530, 150, '02/21 - 06/24', SMALL],
      [215, 153.4, 'Dunvarr Dairies Ltd', BOLD],
      [34, 163, 'most jobs in a factory since', { size: 8.6 }],
      [34, 205, 'Lean', { size: 8.6 }],
      [215, 205, 'Kelloch Bakeries Ltd', BOLD],
      [530, 205, '03/16 - 01/21', SMALL],
      [225, 218, 'Led nights with forty-eight people', { bullet: true }],
    ]).pages[0];
    expect(page && partsEntries(readRows(page), 205)).toBe(false);
  });
});
