/** Name, title and contacts in unusual places. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');

describe('names', () => {
  it('that break twice in a small sidebar are whole', () => {
    const large = { size: 11, color: '#d9534f' };
    const resume = parse(
      pdfDocument([
        [61, 53, 'TORVALD', large],
        [46, 66, 'ASHGROVE-', large],
        [66, 79, 'PENN', large],
        [61, 99, 'ENGINEER', { size: 8 }],
        [44, 130, 'torvald.ap@example.org', { size: 5.5 }],
        [160, 153, 'EXPERIENCE', { size: 9 }],
        [160, 170, 'Bridge Engineer, Tarn Contracting Ltd', { size: 7.5 }],
        [160, 180, '2019 - 2021', { size: 7.5 }],
        [160, 192, 'Designed footbridges in steel and in wood', { size: 7.5, bullet: true }],
        [160, 202, 'Checked the bridges of others', { size: 7.5, bullet: true }],
      ]),
    );
    expect(resume.basics.name).toBe('Torvald Ashgrove-Penn');
  });

  it('may run up the margin, beginning at its foot', () => {
    const resume = parse(
      pdfDocument([
        [78, 77, 'Lift Engineer', { size: 15 }],
        [78, 110, 'EXPERIENCE', HEADING],
        [78, 130, 'Lift Engineer, Wyre Hoists Ltd, Leeds', BOLD],
        [420, 130, '2019 – 2021'],
        [88, 144, 'Kept forty lifts of the harbour running', ITEM],
        [88, 158, 'Trained two apprentices', ITEM],
        [24, 780, 'TORVALD ASHGROVE', { size: 26, bold: true, width: 26, sideways: true }],
        [420, 77, 'lifts@example.org'],
      ]),
    );
    expect([resume.basics.name, resume.basics.label]).toEqual(['Torvald Ashgrove', 'Lift Engineer']);
    expect(resume.work.map((w) => w.highlights)).toEqual([
      ['Kept forty lifts of the harbour running', 'Trained two apprentices'],
    ]);
  });

  it('may stand beside pictures or an empty bracket', () => {
    const named = (name: string): string | undefined =>
      parse(
        pdfDocument([
          [40, 60, name, { size: 20 }],
          [40, 84, 'mail@example.org'],
          [40, 120, 'Skills', HEADING],
          [40, 140, 'Forklift'],
        ]),
      ).basics.name;
    expect(named('Orla Tamsin 🌑🌕')).toBe('Orla Tamsin');
    expect(named('Orla Tamsin ()')).toBe('Orla Tamsin');
  });
});

describe('a school at the foot of a page', () => {
  it('is no contact because its years look like a number', () => {
    const bullets = Array.from(
      { length: 12 },
      (_, i): Placed => [52, 160 + 14 * i, 'Kept the log of the wind', { bullet: true }],
    );
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
        [430, 140, '2015 – 2018'],
        ...bullets,
        [40, 380, 'Education', HEADING],
        [40, 420, 'Northgate College', BOLD],
        [40, 434, '2011 - 2014'],
        [40, 448, 'BSc Logistics'],
      ]),
    );
    expect(resume.education[0]).toMatchObject({ institution: 'Northgate College', startDate: '2011', endDate: '2014' });
  });
});

describe('the head', () => {
  it('holds the title behind the name on one line in another weight', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt ', { size: 20, width: 170 }],
        [210, 50, 'Cabinet Maker', { size: 20, bold: true }],
        [40, 74, 'ottilie.varnholt@example.org'],
      ]),
    );
    expect([resume.basics.name, resume.basics.label]).toEqual(['Ottilie Varnholt', 'Cabinet Maker']);
  });

  it('may follow a page of its own style, and the headings below it another', () => {
    const resume = parse(
      pdfDocument(
        [
          [40, 50, 'CONTACT', { size: 18, bold: true, color: '#ffffff' }],
          [40, 76, 'ottilie.varnholt@example.org'],
          [40, 110, 'EDUCATION', { size: 18, bold: true, color: '#ffffff' }],
          [40, 136, 'Aldmoor College of Craft', BOLD],
          [40, 150, '2011 – 2014'],
          [40, 190, 'SKILLS', { size: 18, bold: true, color: '#ffffff' }],
        ],
        [
          [150, 50, 'OTTILIE VARNHOLT', { size: 28, bold: true }],
          [170, 84, 'CABINET MAKER', { size: 13.5, bold: true }],
          [40, 120, 'SUMMARY', { size: 13.5, bold: true }],
          [40, 142, 'Makes furniture that lasts longer than its owners do.'],
          [40, 170, 'EXPERIENCE', { size: 13.5, bold: true }],
          [40, 192, 'Cabinet maker', BOLD],
          [40, 206, 'Fernbank Joinery Ltd | Mar 2019 - Present'],
          [60, 220, 'Made oak kitchens to measure', ITEM],
        ],
      ),
    );
    expect([resume.basics.name, resume.basics.label]).toEqual(['Ottilie Varnholt', 'CABINET MAKER']);
    expect(jobs(resume)).toEqual(['Cabinet maker @ Fernbank Joinery Ltd [2019-03/]']);
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).not.toContain('CABINET MAKER');
    expect(resume.basics.summary).toBe('Makes furniture that lasts longer than its owners do.');
  });
});
