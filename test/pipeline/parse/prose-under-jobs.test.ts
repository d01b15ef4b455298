/** Paragraphs of jobs: a lead above bullets, or all that is said of the work (F2.1). */
import { describe, expect, it } from 'vitest';
import { HEADING, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD: Placed[] = [
  [40, 50, 'Orla Fennimore', { size: 20, bold: true }],
  [40, 74, 'orla@example.org | Cork'],
  [40, 110, 'Experience', HEADING],
];
const job = (y: number, title: string, dates: string): Placed[] => [
  [40, y, title, { bold: true }],
  [430, y, dates],
];
const LEAD = 'A tea house with forty seats and a bakery behind it.';
const said = (...texts: Placed[]) =>
  parse(pdfDocument([...HEAD, ...texts])).work.map(({ summary, highlights }) => ({ summary, highlights }));

describe('a paragraph below a job', () => {
  it('is a highlight where the resume has no bullets beside paragraphs', () => {
    const work = said(
      ...job(134, 'Head Baker, Two Kettles Ltd', '2019 – Present'),
      [40, 150, 'Bakes four hundred loaves a night with a crew of five.'],
      ...job(190, 'Baker, Crumb & Daughters Ltd', '2014 – 2019'),
      [40, 206, 'Kept the sourdough alive and served it to half of the town.'],
    );
    expect(work).toEqual([
      { summary: undefined, highlights: ['Bakes four hundred loaves a night with a crew of five.'] },
      { summary: undefined, highlights: ['Kept the sourdough alive and served it to half of the town.'] },
    ]);
  });

  it('is the summary above bullets, and so in a job of the same resume that has none', () => {
    const work = said(
      ...job(134, 'Head Baker, Two Kettles Ltd', '2019 – Present'),
      [40, 150, LEAD],
      [40, 164, '• Bakes four hundred loaves a night'],
      ...job(200, 'Baker, Crumb & Daughters Ltd', '2014 – 2019'),
      [40, 216, 'A mill town bakery since 1911.'],
    );
    expect(work).toMatchObject([
      { summary: LEAD, highlights: ['Bakes four hundred loaves a night'] },
      { summary: 'A mill town bakery since 1911.' },
    ]);
    expect(work[1]?.highlights ?? []).toEqual([]);
  });
});
