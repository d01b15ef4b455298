import { describe, expect, it } from 'vitest';
import { headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** A heading that runs up the page from `y`, `length` long. */
const turned = (x: number, y: number, text: string, length: number): Placed => [
  x,
  y,
  text,
  { size: 9, bold: true, width: 9, color: '#ffffff', sideways: true, length },
];

const JOBS: Placed[] = [
  [70, 170, 'Ferrow Kilns Ltd', { bold: true }],
  [480, 170, '04/2021 - Present'],
  [70, 183, 'Glaze Technician'],
  [82, 196, 'Mixed glazes for four kilns', { bullet: true }],
  [70, 216, 'Ferrow Kilns Ltd', { bold: true }],
  [480, 216, '06/2018 - 03/2021'],
  [70, 229, 'Kiln Operator'],
  [82, 242, 'Fired tiles at night', { bullet: true }],
];
const SCHOOL: Placed[] = [
  [70, 274, 'University of Wexcombe', { bold: true }],
  [480, 274, '2014 - 2017'],
  [70, 287, 'BSc Materials Science'],
];

describe('headings that run up the margin', () => {
  it('head what stands beside them, though the letters of one end on the rows of the next', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Finmarsh'),
        turned(44, 140, 'PROFILE', 38),
        [70, 112, 'Ceramics technician with a steady hand.'],
        turned(44, 252, 'WORK EXPERIENCE', 92),
        ...JOBS,
        turned(44, 322, 'EDUCATION', 56),
        ...SCHOOL,
        turned(44, 376, 'LANGUAGES', 50),
        [70, 344, 'English (native), Welsh (basic)'],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Glaze Technician @ Ferrow Kilns Ltd [2021-04/]',
      'Kiln Operator @ Ferrow Kilns Ltd [2018-06/2021-03]',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'University of Wexcombe', startDate: '2014', endDate: '2017' }]);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Welsh']);
    expect(resume.basics.summary).toBe('Ceramics technician with a steady hand.');
  });

  it('are one heading where each word of it is a piece by itself, and one that nobody knows is one beside its siblings', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Finmarsh'),
        turned(44, 252, 'WORK', 30),
        turned(44, 218, 'EXPERIENCE', 58),
        ...JOBS,
        turned(44, 322, 'EDUCATION', 56),
        ...SCHOOL,
        turned(44, 390, 'THE KITCHEN TABLE', 60),
        [70, 344, 'Sourdough for the neighbours'],
      ]),
    );
    expect(jobs(resume)).toHaveLength(2);
    expect(resume.education).toHaveLength(1);
    expect(JSON.stringify(resume.education)).not.toContain('Sourdough');
  });

  it('head nothing of a column on their other side', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Finmarsh').map(([x, y, text, style]): Placed => [x + 160, y, text, style]),
        [40, 170, 'Skills', { bold: true, size: 12 }],
        [40, 186, 'Glazing'],
        [40, 199, 'Raku firing'],
        [40, 212, 'Plaster moulds'],
        [40, 240, 'Interests', { bold: true, size: 12 }],
        [40, 256, 'Fell running'],
        [40, 269, 'Chess'],
        turned(204, 252, 'EXPERIENCE', 62),
        ...JOBS.map(([x, y, text, style]): Placed => [x < 100 ? x + 160 : x, y, text, style]),
        turned(204, 322, 'EDUCATION', 56),
        ...SCHOOL.map(([x, y, text, style]): Placed => [x < 100 ? x + 160 : x, y, text, style]),
      ]),
    );
    expect(jobs(resume)).toHaveLength(2);
    expect(resume.education).toHaveLength(1);
    expect(JSON.stringify(resume.interests)).toContain('Fell running');
  });
});
