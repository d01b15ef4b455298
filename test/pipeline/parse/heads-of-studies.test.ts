/** Heads of studies: a field between a degree in bold and its school, a long line below its year. */
import { describe, expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const studies = (...placed: Placed[]): string[] =>
  parse(pdfDocument([...headOf('Orla Tamsin'), [40, 120, 'Education', HEADING], ...placed])).education.map(
    (e) => `${e.studyType ?? '?'} / ${e.area ?? '?'} @ ${e.institution ?? '?'} [${e.endDate ?? ''}]`,
  );
/** Bold up to the first comma, as runs beside each other. */
const bold = (x: number, y: number, degree: string, rest: string): Placed[] => [
  [x, y, degree, { bold: true }],
  [x + degree.length * 5, y, rest],
];

describe('the head of a study', () => {
  it('holds the field between a degree set in bold and the school', () => {
    expect(
      studies(
        [40, 140, '2017'],
        ...bold(140, 140, 'PhD', ', Ice Physics, Larkmoor University'),
        [40, 155, '2012'],
        ...bold(140, 155, 'MSc', ', Marine Physics, Quayside Institute of Technology'),
      ),
    ).toEqual([
      'PhD / Ice Physics @ Larkmoor University [2017]',
      'MSc / Marine Physics @ Quayside Institute of Technology [2012]',
    ]);
  });

  it('may wrap over its lines like prose, above dates that stand alone', () => {
    expect(
      studies(
        ...bold(40, 140, 'Larkmoor National University, Port Chiaro City', ', Port Chiaro City — Bachelor of'),
        [40, 154, 'Engineering, Industrial Systems Engineering'],
        [40, 178, '09/15 – 07/19', { size: 7.5 }],
      ),
    ).toEqual(['Bachelor of Engineering / Industrial Systems Engineering @ Larkmoor National University [2019-07]']);
  });

  it('is no prose above dates that stand alone', () => {
    expect(
      studies(
        [40, 140, 'I have always studied beside my work and paid for all of it myself.'],
        [40, 154, 'I finished school with good marks at the first attempt and without repeating.'],
        [40, 178, '2008 - 2012', { size: 7.5 }],
      ),
    ).toEqual([]);
  });

  it('goes on with its town where its words are those of any school', () => {
    const look = { bold: true, size: 12 } as const;
    const below: Placed[] = [
      [40, 172, 'Oct 2007 – Jun 2013'],
      [40, 187, 'Diplom, Maschinenbau'],
    ];
    expect(studies([40, 140, 'Technische Universität', look], [40, 156, 'Dortmund', look], ...below)).toEqual([
      'Diplom / Maschinenbau @ Technische Universität Dortmund [2013-06]',
    ]);
    expect(studies([40, 140, 'Larkmoor Universität', look], [40, 156, 'Dortmund', look], ...below)).toEqual([
      'Diplom / Maschinenbau @ Larkmoor Universität [2013-06]',
    ]);
  });

  it('may be a long line above its dates, which are no words that it had no room for', () => {
    const first = 'Master of Science in Statistics at Larkmoor University';
    const long = 'Bachelor of Science in Mathematics and Computer Science at Larkmoor National University of the Northern Isles';
    expect(
      studies(
        [40, 140, first, { width: 260 }],
        [40, 153, 'Aug 2017 – May 2019', { width: 90 }],
        [40, 180, long, { width: 505 }],
        [40, 193, 'Sep 2013 – Jun 2017', { width: 90 }],
      ),
    ).toEqual([
      'Master of Science / Statistics @ Larkmoor University [2019-05]',
      'Bachelor of Science / Mathematics and Computer Science @ Larkmoor National University of the Northern Isles [2017-06]',
    ]);
  });

  it('goes on with its school behind a small word, far below the degree', () => {
    expect(
      studies(
        [40, 140, 'Master in Ice Physics'],
        [40, 190, 'at Larkmoor University of Wells'],
        [40, 204, 'Sep 2004 – Jun 2009'],
        [40, 230, 'Bachelor in Marine Physics'],
        [40, 244, 'at Quayside University'],
        [40, 258, 'Oct 2001 – Jul 2004'],
      ),
    ).toEqual([
      'Master / Ice Physics @ Larkmoor University of Wells [2009-06]',
      'Bachelor / Marine Physics @ Quayside University [2004-07]',
    ]);
  });

  it('may be a long line below its year', () => {
    expect(
      studies(
        [40, 140, '2010'],
        [
          40,
          154,
          'Laurea magistrale a ciclo unico, Farmacia – Università degli Studi di Portochiaro Anna Neri (votazione 108/110)',
        ],
        [40, 174, '2003'],
        [40, 188, 'Maturità scientifica – Liceo Scientifico Carlo Belmare, Portochiaro (votazione 92/100)'],
      )[0],
    ).toMatch(/^Laurea magistrale a ciclo unico \/ Farmacia @ Università degli Studi di Portochiaro Anna Neri/);
  });
});

describe('headings in the middle of the page', () => {
  it('head the rows below them, however near one begins to the edge of a column there', () => {
    const centred = (y: number, text: string): Placed => [297.5 - text.length * 3.5, y, text, HEADING];
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        centred(110, 'Profilo'),
        [
          57,
          130,
          'Responsabile di cinque collaboratori e della gestione di un magazzino automatico, cerca un impiego part time.',
        ],
        centred(180, 'Conoscenze linguistiche'),
        [57, 204, 'Italiano'],
        [212, 204, 'madrelingua'],
        [57, 218, 'Inglese'],
        [212, 218, 'B2'],
        [57, 232, 'Francese'],
        [212, 232, 'A2'],
        centred(262, 'Competenze'),
        [57, 284, 'Preparazioni galeniche'],
        [57, 298, 'Farmacovigilanza'],
        [57, 312, 'Consulenza al banco'],
      ]),
    );
    expect(resume.languages.map((one) => `${one.language} ${one.fluency}`)).toEqual([
      'Italiano madrelingua',
      'Inglese B2',
      'Francese A2',
    ]);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toHaveLength(3);
  });
});
