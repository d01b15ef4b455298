import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** Words with their left edges, as a justified line of few words has them. */
const words = (y: number, ...placed: [x: number, text: string][]): Placed[] => placed.map(([x, text]) => [x, y, text]);

describe('justified lines', () => {
  it('are one text though their words stand as far apart as cells do', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Dugald Macrory'),
        [208, 120, 'Experience', HEADING],
        ...words(140, [208, 'Account'], [258, 'Executive,'], [325, 'Carvel'], [370, 'Fastening']),
        [446, 140, 'Jan 2015 – May 2018', BOLD],
        [208, 152, 'Systems Ltd, Leeds.'],
        [210, 166, 'Won the schools of the county', { bullet: true, size: 9 }],
        ...words(186, [208, 'Sales'], [258, 'Clerk,'], [315, 'Tarn'], [362, 'Hydraulics']),
        [446, 186, 'Jun 2010 – Dec 2014', BOLD],
        [208, 198, 'Systems Ltd, York.'],
        [210, 212, 'Answered sixty calls a day', { bullet: true, size: 9 }],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Account Executive @ Carvel Fastening Systems Ltd, Leeds [2015-01/2018-05]',
      'Sales Clerk @ Tarn Hydraulics Systems Ltd, York [2010-06/2014-12]',
    ]);
  });

  it('are not made of tags, which stand as far apart and have no commas', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Dugald Macrory'),
        [40, 120, 'Skills', HEADING],
        ...words(140, [40, 'Python'], [84, 'Kotlin'], [128, 'Docker'], [172, 'Kafka']),
        ...words(156, [40, 'Linux'], [79, 'Excel'], [118, 'Revit']),
      ]),
    );
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toHaveLength(7);
  });
});
