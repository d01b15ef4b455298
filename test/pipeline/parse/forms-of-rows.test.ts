/** Forms whose rows are a label and its value: the labels are told by their column, also those that no list knows. */
import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/domain/document.ts';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const LABEL = { size: 9 } as const;
const CAPTION: Partial<TextRun> = { bold: true };
/** Rows of a form from `top` on; a row without a label goes on with the value above. */
const form = (top: number, ...rows: (readonly [label: string, value: string])[]): Placed[] =>
  rows.flatMap(([label, value], i): Placed[] => [
    ...(label ? [[40, top + 15 * i, label, LABEL] satisfies Placed] : []),
    [200, top + 15 * i, value],
  ]);
const studies = (resume: ReturnType<typeof parse>) =>
  resume.education.map(
    (e) => `${e.studyType ?? '?'} / ${e.area ?? '?'} @ ${e.institution ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]`,
  );

describe('a form of labels and values', () => {
  const resume = parse(
    pdfDocument([
      ...headOf('Orla Tamsin'),
      [40, 95, 'Please fill in every field of this form, and send it to the office of the school before the last day of May.'],
      [40, 120, 'Employment history', HEADING],
      [40, 142, 'Current position', CAPTION],
      ...form(
        160,
        ['School / employer', 'Larkfield Academy'],
        ['Town', 'Leeds'],
        ['Post held', 'Deputy Headteacher'],
        ['From', 'September 2019'],
        ['To', 'present'],
        ['Pay scale', 'L9'],
        ['Responsibilities', 'Timetable for 900 pupils'],
        ['', 'Trips and clubs'],
      ),
      [40, 296, 'Earlier positions, latest first', CAPTION],
      ...form(
        314,
        ['School / employer', 'Quayside High School'],
        ['Town', 'Hull'],
        ['Post held', 'Teacher of Geography'],
        ['From', 'September 2012'],
        ['To', 'August 2019'],
        ['Why you went', 'Promotion'],
      ),
    ]),
  );

  it('gives each job its values, dates from their halves', () => {
    expect(jobs(resume)).toEqual([
      'Deputy Headteacher @ Larkfield Academy, Leeds [2019-09/]',
      'Teacher of Geography @ Quayside High School, Hull [2012-09/2019-08]',
    ]);
  });

  it('keeps what was done, and neither pay, reasons nor captions', () => {
    expect(resume.work.map((job) => job.highlights ?? [])).toEqual([['Timetable for 900 pupils', 'Trips and clubs'], []]);
  });
});

describe('heads above labels', () => {
  it('parts the dates beside the name of the school', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Wykształcenie', HEADING],
        [40, 142, '2013 – 2015'],
        [150, 142, 'Akademia Nadmorska w Gdyni'],
        [150, 157, 'Kierunek / specjalność: nawigacja'],
        [150, 172, 'Poziom wykształcenia: magister'],
        [40, 200, '2009 – 2013'],
        [150, 200, 'Technikum Żeglugi w Sopocie'],
        [150, 215, 'Kierunek / specjalność: mechanik'],
        [150, 230, 'Poziom wykształcenia: technik'],
      ]),
    );
    expect(studies(resume)).toEqual([
      'magister / nawigacja @ Akademia Nadmorska w Gdyni [2013/2015]',
      'technik / mechanik @ Technikum Żeglugi w Sopocie [2009/2013]',
    ]);
  });
});

describe('numbered employers over labels', () => {
  it('keep neither their number nor the colon of the values', () => {
    const row = (y: number, label: string, value: string): Placed[] => [
      [58, y, label],
      [160, y, `: ${value}`],
    ];
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Work Experience', HEADING],
        [40, 142, '1. Harbour Mills Ltd', CAPTION],
        ...row(157, 'Designation', 'Spinner'),
        ...row(172, 'Duration', '02.2023 – Till now'),
        [40, 194, '2. Quayside Looms Ltd', CAPTION],
        ...row(209, 'Designation', 'Weaver'),
        ...row(224, 'Duration', '06.2019 – 01.2023'),
      ]),
    );
    expect(jobs(resume)).toEqual(['Spinner @ Harbour Mills Ltd [2023-02/]', 'Weaver @ Quayside Looms Ltd [2019-06/2023-01]']);
  });
});

describe('a form with two pairs on a row', () => {
  it('gives each value its own label, also one that no list has', () => {
    const row = (y: number, ...cells: string[]): Placed[] =>
      cells.map((text, n): Placed => [[40, 130, 320, 410][n] ?? 40, y, text, n % 2 ? {} : LABEL]);
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 95, 'Please fill in every field of this form, and send it to the office of the school before the last day of May.'],
        [40, 120, 'Employment history', HEADING],
        ...row(142, 'Employer', 'Harbour Crane Ltd', 'Town', 'Leeds'),
        ...row(157, 'Job title', 'Crane operator', 'Payroll no.', '4471'),
        ...row(172, 'From', 'March 2019', 'To', 'present'),
        ...row(202, 'Employer', 'Quayside Ferries Ltd', 'Town', 'Hull'),
        ...row(217, 'Job title', 'Deckhand', 'Payroll no.', '0212'),
        ...row(232, 'From', 'May 2015', 'To', 'February 2019'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane operator @ Harbour Crane Ltd, Leeds [2019-03/]',
      'Deckhand @ Quayside Ferries Ltd, Hull [2015-05/2019-02]',
    ]);
    expect(resume.work.flatMap((job) => job.highlights ?? [])).toEqual([]);
  });
});

describe('labels above their values', () => {
  it('are told by their style and by the line below each', () => {
    const pair = (y: number, label: string, value: string): Placed[] => [
      [40, y, label, { size: 8 }],
      [40, y + 11, value],
    ];
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Work experience', HEADING],
        ...pair(142, 'Employer', 'Harbour Crane Ltd'),
        ...pair(168, 'Position', 'Crane operator'),
        ...pair(194, 'Period', '03/2019 – present'),
        ...pair(230, 'Employer', 'Quayside Ferries Ltd'),
        ...pair(256, 'Position', 'Deckhand'),
        ...pair(282, 'Period', '05/2015 – 02/2019'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane operator @ Harbour Crane Ltd [2019-03/]',
      'Deckhand @ Quayside Ferries Ltd [2015-05/2019-02]',
    ]);
  });
});
