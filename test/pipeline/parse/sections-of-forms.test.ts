/** Sections of application forms: numbered headings, tables of courses, the title of the form. */
import { describe, expect, it } from 'vitest';
import { BOLD, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = { bold: true, size: 12 } as const;
/** Rows of cells at the same places. */
const cells = (top: number, ...rows: (readonly string[])[]): Placed[] =>
  rows.flatMap((row, i) => row.map((text, n): Placed => [40 + 180 * n, top + 15 * i, text, i === 0 ? BOLD : {}]));

describe('a form with lettered sections', () => {
  const resume = parse(
    pdfDocument([
      [40, 56, 'Bewerbungsbogen', { size: 18, bold: true }],
      [40, 84, 'A. Wer sich bewirbt', HEAD],
      [40, 102, 'Nachname'],
      [180, 102, 'Tamsin'],
      [40, 117, 'Vorname'],
      [180, 117, 'Orla'],
      [40, 132, 'E-Mail'],
      [180, 132, 'orla.tamsin@example.org'],
      [40, 160, 'B. Beruflicher Werdegang', HEAD],
      [40, 178, 'Arbeitgeber'],
      [180, 178, 'Hafenkran GmbH'],
      [40, 193, 'Tätigkeit als'],
      [180, 193, 'Kranführerin'],
      [40, 208, 'Zeitraum'],
      [180, 208, '03.2019 bis laufend'],
      [40, 236, 'C. Was Sie sonst gelernt haben', HEAD],
      ...cells(254, ['Thema', 'Träger', 'Jahr'], ['Ladungssicherung', 'Akademie Nord', '2021'], ['Erste Hilfe', 'DRK', '2023']),
      [40, 320, 'D. Sprachkenntnisse', HEAD],
      [40, 338, 'Deutsch (Muttersprache), Englisch (B2)'],
    ]),
  );

  it('is headed by its series, also in words that no list has', () => {
    expect(jobs(resume)).toEqual(['Kranführerin @ Hafenkran GmbH [2019-03/]']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['Deutsch', 'Englisch']);
  });

  it('holds courses where the heads of a table announce them', () => {
    expect(resume.certificates.map((c) => [c.name, c.issuer, c.date])).toEqual([
      ['Ladungssicherung', 'Akademie Nord', '2021'],
      ['Erste Hilfe', 'DRK', '2023'],
    ]);
  });

  it('is about the person in its rows', () => {
    expect(resume.basics.name).toBe('Orla Tamsin');
    expect(resume.basics.email).toBe('orla.tamsin@example.org');
  });
});
