/** Degrees and fields over several lines. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');
const HEAD_B = headOf('Ottilie Varnholt');

describe('a degree that breaks behind a small word', () => {
  it('goes on in the next line', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Education', HEADING],
        [40, 140, 'Bachelor of Science in'],
        [40, 153, 'Mathematics and Logistics'],
        [40, 166, 'at Northgate College of the Upper Harbour'],
        [120, 180, 'Sep 2011 - Jun 2014'],
      ]),
    );
    expect(resume.education).toMatchObject([
      {
        studyType: 'Bachelor of Science',
        area: 'Mathematics and Logistics',
        institution: 'Northgate College of the Upper Harbour',
      },
    ]);
  });
});

describe('a field of study', () => {
  it('ends before a slash or a grade, and may hold a semicolon', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD_B,
        [40, 110, 'EDUCATION', HEADING],
        [40, 134, 'Aldmoor University', BOLD],
        [440, 134, 'Sep 2011 – Jun 2014'],
        [40, 148, 'Furniture Design / BA'],
        [40, 176, 'Harwell University', BOLD],
        [440, 176, 'Sep 2014 – Jun 2016'],
        [40, 190, 'Wood Science / MSc'],
      ]),
    );
    expect(resume.education.map((e) => [e.institution, e.studyType, e.area])).toEqual([
      ['Aldmoor University', 'BA', 'Furniture Design'],
      ['Harwell University', 'MSc', 'Wood Science'],
    ]);
    const graded = parse(
      pdfDocument([
        ...HEAD_B,
        [40, 110, 'EDUCATION', HEADING],
        [40, 134, 'Aldmoor University', BOLD],
        [440, 134, 'Sep 2011 – Jun 2014'],
        [40, 148, 'B.Tech - Wood Science and Engineering, GPA: 8.4/10'],
      ]),
    );
    expect(graded.education.map((e) => [e.studyType, e.area])).toEqual([['B.Tech', 'Wood Science and Engineering']]);
  });
});

describe('when a degree is expected', () => {
  it('is said below its dates and is no study of its own', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 110, 'Education', HEADING],
        [40, 130, 'Northgate University', BOLD],
        [40, 144, 'PhD, Logistics'],
        [440, 144, 'Sep 2019 – May 2027'],
        [40, 156, 'Expected May 2027'],
        [40, 176, 'Quay College', BOLD],
        [40, 190, 'MSc, Logistics'],
        [440, 190, 'Sep 2015 – Jun 2017'],
      ]),
    );
    expect(resume.education.map(({ institution, endDate }) => [institution, endDate])).toEqual([
      ['Northgate University', '2027-05'],
      ['Quay College', '2017-06'],
    ]);
  });
});

describe('what a thesis was about', () => {
  it('is no rest of the name of the school above it, and neither is how it was passed', () => {
    const study = (y: number, dates: string, text: string, thesis: string): Placed[] => [
      [40, y, dates],
      [40, y + 13, text],
      [40, y + 26, thesis],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Education', HEADING],
        ...study(
          140,
          '2018 – 2020',
          'MSc Advanced Harbour Logistics · University of Larkmoor',
          'Dissertation: Cranes of the north',
        ),
        ...study(190, '2015 – 2018', 'maturita · Obchodní akademie Tindelská', 's vyznamenáním'),
      ]),
    );
    expect(resume.education.map((e) => e.institution)).toEqual(['University of Larkmoor', 'Obchodní akademie Tindelská']);
  });
});
