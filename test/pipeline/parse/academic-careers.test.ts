/** Resumes of scholars: posts at universities are jobs, courses that were taught are no studies, the title of a thesis is no field. */
import { describe, expect, it } from 'vitest';
import { HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const entry = (y: number, dates: string, text: string): Placed[] => [
  [40, y, dates],
  [150, y, text],
];

describe('a scholar', () => {
  const resume = parse(
    pdfDocument([
      ...headOf('Orla Tamsin'),
      [40, 110, 'Education', HEADING],
      ...entry(130, '2024', 'Ph.D., History, University of Larkmoor.'),
      [160, 144, '“Corn, Credit and the County Fair”', ITEM],
      ...entry(160, '2019', 'M.A., History, University of Larkmoor.'),
      [40, 190, 'Academic and museum employment', HEADING],
      ...entry(210, 'August 2024–present', 'Visiting Assistant Professor of History, Quayside College, Mount Vernon, IA'),
      ...entry(230, 'May 2021–July 2024', 'Curator of Collections, Old Creamery Museum, Amana, IA'),
      [40, 260, 'Lehre', HEADING],
      ...entry(280, 'SoSe 2022', 'Praktikum Organische Chemie II, 24 Studierende'),
      ...entry(296, 'WiSe 2020/21', 'Seminar Spektroskopie'),
    ]),
  );

  it('works where the heading says employment, of whatever kind', () => {
    expect(jobs(resume)).toEqual([
      'Visiting Assistant Professor of History @ Quayside College, Mount Vernon, IA [2024-08/]',
      'Curator of Collections @ Old Creamery Museum, Amana, IA [2021-05/2024-07]',
    ]);
  });

  it('has studied what the other section says, and not what was taught', () => {
    expect(resume.education.map((e) => `${e.studyType} ${e.area}`)).toEqual(['Ph.D. History', 'M.A. History']);
  });
});
