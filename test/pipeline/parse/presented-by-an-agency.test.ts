/** Profiles that an agency writes: its own name stands first, that of the person behind a label; and titles of documents above the name. */
import { describe, expect, it } from 'vitest';
import { HEADING, type Placed, parse, pdfDocument } from './build-document.ts';

const CAREER: Placed[] = [
  [40, 300, 'EXPERIENCE', HEADING],
  [40, 320, 'Payroll Officer, Tidewater Foods Ltd, Leeds'],
  [40, 334, 'May 2018 – June 2024'],
  [40, 364, 'EDUCATION', HEADING],
  [40, 384, 'BSc Accounting, University of Leeds'],
  [40, 398, '2014 – 2017'],
];

describe('a profile that an agency presents', () => {
  it.each(['Candidate', 'Full name', 'Naam', 'Kandidatin'])('names the person behind %s, not the agency above', (label) => {
    const { basics } = parse(
      pdfDocument([
        [40, 50, 'Marlow Harte', { size: 16, bold: true }],
        [40, 80, label],
        [160, 80, 'Brigid Hallorane'],
        [40, 96, 'Nationality'],
        [160, 96, 'Irish'],
        [40, 112, 'Notice period'],
        [160, 112, '3 months'],
        ...CAREER,
      ]),
    );
    expect(basics.name).toBe('Brigid Hallorane');
  });

  it('tells where the person lives among the labels of a form, whatever its heading is', () => {
    const { basics } = parse(
      pdfDocument([
        [40, 50, 'Marlow Harte', { size: 9 }],
        [40, 80, 'CANDIDATE PROFILE', HEADING],
        [40, 100, 'Candidate'],
        [160, 100, 'Brigid Hallorane'],
        [40, 114, 'Location'],
        [160, 114, 'Galway, Ireland'],
        [40, 128, 'Notice period'],
        [160, 128, '3 months'],
        ...CAREER,
      ]),
    );
    expect(basics.name).toBe('Brigid Hallorane');
    expect(basics.location?.city).toBe('Galway');
    expect(basics.summary).toBeUndefined();
  });
});

describe('RESUME as the first line', () => {
  it('names the document where the person and an address stand below it', () => {
    const { basics } = parse(
      pdfDocument([
        [240, 50, 'RESUME', HEADING],
        [40, 80, 'P. Narendra Teja', { bold: true }],
        [40, 94, 'Mobile: +91 98490 05599'],
        [40, 124, 'OBJECTIVE', HEADING],
        [40, 144, 'To build roads that last, with a team that knows why.'],
        ...CAREER,
        [40, 430, 'PERSONAL DETAILS', HEADING],
        [40, 450, "Father's Name"],
        [160, 450, 'K. Ramesh'],
        [40, 464, 'Gender'],
        [160, 464, 'Male'],
        [40, 478, 'Religion'],
        [160, 478, 'Hindu'],
      ]),
    );
    expect(basics.name).toBe('P. Narendra Teja');
    expect(basics.phone).toBe('+919849005599');
    expect(basics.summary).toBe('To build roads that last, with a team that knows why.');
  });

  it('is a summary where sentences stand below it', () => {
    const { basics } = parse(
      pdfDocument([
        [40, 50, 'Léonie Marchal', { size: 20, bold: true }],
        [40, 76, 'leonie.marchal@example.org'],
        [40, 100, 'RÉSUMÉ', HEADING],
        [40, 120, 'Comptable depuis dix ans, curieuse et précise.'],
        ...CAREER,
      ]),
    );
    expect(basics.name).toBe('Léonie Marchal');
    expect(basics.summary).toBe('Comptable depuis dix ans, curieuse et précise.');
  });
});

describe('words above the list of every job', () => {
  it('are none of its items', () => {
    const job = (y: number, title: string, dates: string, task: string): Placed[] => [
      [40, y, `${title}, Tidewater Foods Ltd, Leeds`, { bold: true }],
      [40, y + 14, dates],
      [40, y + 28, 'What I am proud of:'],
      [60, y + 42, `• ${task}`],
    ];
    const { work } = parse(
      pdfDocument([
        [40, 50, 'Brigid Hallorane', { size: 20, bold: true }],
        [40, 72, 'brigid@example.org'],
        [40, 110, 'EXPERIENCE', HEADING],
        ...job(134, 'Payroll Officer', 'May 2018 – June 2024', 'Paid 300 people on time'),
        ...job(196, 'Payroll Clerk', 'May 2014 – April 2018', 'Kept the files'),
      ]),
    );
    expect(work.map((one) => [one.highlights, one.summary])).toEqual([
      [['Paid 300 people on time'], undefined],
      [['Kept the files'], undefined],
    ]);
  });
});
