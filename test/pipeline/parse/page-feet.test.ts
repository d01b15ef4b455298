import { describe, expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const FIRST: Placed[] = [
  ...headOf('Ebba Tornqvist'),
  [40, 120, 'Certifications', HEADING],
  [63, 140, 'Crane Licence, Lorva Training (May 2022)'],
  [63, 154, 'First Aid, Red Cross (June 2021)'],
];

describe('feet of pages', () => {
  it('are no text where the number of the page stands among them, on a single page as well', () => {
    const foot: Placed[] = [
      [40, 806, 'October 2026', { size: 8 }],
      [230, 806, 'Ebba Tornqvist · Résumé', { size: 8 }],
      [550, 805, '1', { size: 8 }],
    ];
    const resume = parse(pdfDocument([...FIRST, ...foot]));
    expect(resume.certificates).toMatchObject([
      { name: 'Crane Licence', issuer: 'Lorva Training', date: '2022-05' },
      { name: 'First Aid', issuer: 'Red Cross', date: '2021-06' },
    ]);
  });

  it('and running titles of later pages are none either; other numbers at the foot are text', () => {
    const second: Placed[] = [
      [192, 60, 'Curriculum vitae', { size: 10 }],
      [470, 60, 'Ebba Tornqvist', { size: 10 }],
      [63, 110, 'Forklift Licence, Lorva Training (March 2020)'],
      [63, 800, 'Rope Access Level'],
      [160, 800, '3'],
    ];
    const names = parse(pdfDocument(FIRST, second)).certificates.map(({ name }) => name);
    expect(names).toEqual(['Crane Licence', 'First Aid', 'Forklift Licence', expect.stringContaining('Rope Access Level')]);
  });

  it('may name the person beside the number of the page, on a single page as well', () => {
    const names = (foot: string) => parse(pdfDocument([...FIRST, [40, 806, foot]])).certificates.map(({ name }) => name);
    expect(names('Ebba Tornqvist – 1')).toEqual(['Crane Licence', 'First Aid']);
    expect(names('Rope Access – 1')).toHaveLength(3);
  });
});
