import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** A page laid out from its right edge; `right` is counted from there. */
function fromTheRight(...placed: Placed[]): ReturnType<typeof pdfDocument> {
  const page = pdfDocument(placed.map(([right, y, text, style]) => [right, y, text, style]));
  return {
    ...page,
    pages: page.pages.map((one) => ({
      ...one,
      rightToLeft: true,
      runs: one.runs.map((run) => ({ ...run, x: one.width - run.x - run.width })),
    })),
  };
}

describe('pages that are read from the right', () => {
  it('have their rail of dates and their text told as in a mirror', () => {
    const resume = parse(
      fromTheRight(
        [40, 56, 'דפנה אלמוג', { size: 20, bold: true }],
        [40, 78, 'dafna.almog@example.org'],
        [40, 110, 'ניסיון תעסוקתי', HEADING],
        [40, 130, '03/2019 – היום'],
        [160, 130, 'מנהלת מחסן', BOLD],
        [160, 144, 'שקמה הפצה בע"מ'],
        [172, 158, 'ניהול צוות של תשעה עובדים', { bullet: true }],
        [40, 180, '01/2015 – 02/2019'],
        [160, 180, 'מחסנאית', BOLD],
        [160, 194, 'גורן לוגיסטיקה בע"מ'],
        [172, 208, 'ליקוט הזמנות', { bullet: true }],
        [40, 240, 'השכלה', HEADING],
        [40, 260, '2010 – 2013'],
        [160, 260, 'מכללת השרון'],
      ),
    );
    expect(resume.basics.name).toBe('דפנה אלמוג');
    expect(resume.work.map((job) => [job.startDate, job.endDate ?? ''])).toEqual([
      ['2019-03', ''],
      ['2015-01', '2019-02'],
    ]);
    expect(jobs(resume)[0]).toContain('שקמה הפצה');
    expect(resume.work[1]?.highlights).toEqual(['ליקוט הזמנות']);
  });
});
