import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** Dates and a mark left of the firm; title and sentences below it look alike. */
const job = (y: number, dates: string, firm: string, title: string, ...text: string[]): Placed[] => [
  [50, y, dates],
  [118, y, '▷'],
  [130, y, firm, BOLD],
  [130, y + 13, title],
  ...text.map((line, i): Placed => [130, y + 26 + i * 13, line]),
];

const JOBS = [
  ...job(140, '2018–2022', 'Carrow Fasteners Ltd, Leeds', 'District Sales Manager', 'Opened the northern district from nothing.'),
  ...job(182, '2012–2018', 'Tallis Hydraulics Ltd, York', 'Territory Manager', 'Managed 140 accounts. Won two prizes.'),
];

describe('titles that look like the text below them', () => {
  it('are heads where they are no sentences and that text is', () => {
    const resume = parse(pdfDocument([...headOf('Rosalind Quill'), [50, 120, 'Employment', HEADING], ...JOBS]));
    expect(jobs(resume)).toEqual([
      'District Sales Manager @ Carrow Fasteners Ltd, Leeds [2018/2022]',
      'Territory Manager @ Tallis Hydraulics Ltd, York [2012/2018]',
    ]);
    expect(resume.work[1]?.highlights ?? [resume.work[1]?.summary]).toEqual(['Managed 140 accounts. Won two prizes.']);
  });

  it('go with dates of two years, where their siblings have years alone', () => {
    const last = job(224, '2011/12', 'Hotel Merrow, Whitby', 'Front Desk Clerk');
    const resume = parse(pdfDocument([...headOf('Rosalind Quill'), [50, 120, 'Employment', HEADING], ...JOBS, ...last]));
    expect(jobs(resume)[2]).toBe('Front Desk Clerk @ Hotel Merrow, Whitby [2011/2012]');
    const months = job(224, '03/2010–04/2011', 'Hotel Merrow, Whitby', 'Front Desk Clerk');
    const odd = job(266, '2008/09', 'Quay Cafe Ltd, Whitby', 'Waitress');
    const other = parse(pdfDocument([...headOf('Rosalind Quill'), [50, 120, 'Employment', HEADING], ...JOBS, ...months, ...odd]));
    expect(other.work[3]).toMatchObject({ name: 'Quay Cafe Ltd', startDate: '2008-09' });
  });
});

describe('marks of lists', () => {
  it.each(['›', '▷', '❯', '⇒'])('%s before what was done', (mark) => {
    const resume = parse(
      pdfDocument([
        ...headOf('Rosalind Quill'),
        [50, 120, 'Employment', HEADING],
        [50, 140, 'Carrow Fasteners Ltd | Sales Manager', BOLD],
        [400, 140, '2018–2022'],
        [52, 153, `${mark} Opened the northern district`],
        [52, 166, `${mark} Led six people`],
      ]),
    );
    expect(resume.work).toMatchObject([{ highlights: ['Opened the northern district', 'Led six people'] }]);
  });
});
