import { describe, expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const read = (...rows: [date: string, text: string][]) =>
  parse(
    pdfDocument([
      ...headOf('Brigid Hallorane'),
      [40, 120, 'EDUCATION AND CERTIFICATIONS', HEADING],
      ...rows.flatMap(([date, text], i): Placed[] => [
        [40, 140 + 14 * i, date],
        [120, 140 + 14 * i, text],
      ]),
    ]),
  );

describe('a section of studies and certificates, a line each', () => {
  it('tells the one from the other by degrees and schools', () => {
    const { education, certificates } = read(
      ['2012-2015', 'Master in Accounting, University of Leeds'],
      ['2018', 'Rope Access Rigger'],
      ['2021', 'Certification Splice Master 4'],
    );
    expect(education.map((e) => e.institution)).toEqual(['University of Leeds']);
    expect(certificates.map((c) => [c.name, c.date])).toEqual([
      ['Rope Access Rigger', '2018'],
      ['Certification Splice Master 4', '2021'],
    ]);
  });

  it('is all studies where every line names one', () => {
    const { education, certificates } = read(
      ['2015', 'Master in Accounting, University of Leeds'],
      ['2012', 'BSc Economics, University of York'],
    );
    expect(education).toHaveLength(2);
    expect(certificates).toEqual([]);
  });
});
