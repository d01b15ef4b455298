/** Entries whose values stand behind labels, as in the forms of Europass and of many offices. */
import { describe, expect, it } from 'vitest';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const studies = (resume: ReturnType<typeof parse>) =>
  resume.education.map(
    (e) => `${e.studyType ?? '?'} / ${e.area ?? '?'} @ ${e.institution ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]`,
  );
const text = (...lines: string[]) => parse(['Orla Tamsin', 'orla.tamsin@example.org', '', ...lines].join('\n'));
/** Labels flush right in their column, values beside them. */
const rows = (top: number, ...cells: [label: string, value: string][]): Placed[] =>
  cells.flatMap(([label, value], i): Placed[] => [
    [176 - label.length * 5, top + 14 * i, label],
    [200, top + 14 * i, value],
  ]);

describe('values behind labels', () => {
  it('are dates behind the word for being at a school', () => {
    const school = text(
      'EDUCATION',
      'School: Tindel Community College',
      'Degree: Diploma in Nursing',
      'Attended: 01/2015 to 05/2017',
      '',
      'School: Lorva High School',
      'Degree: High School Diploma',
      'Attended: 08/2009 to 05/2013',
    );
    expect(studies(school).map((one) => one.slice(-18))).toEqual([' [2015-01/2017-05]', ' [2009-08/2013-05]']);
  });

  it.each([
    [
      'English',
      [
        'Work experience',
        'Dates: March 2019 – present',
        'Occupation or position held: Crane operator',
        'Main activities and responsibilities: Lifted containers',
        'Name and address of employer: Harbour Crane Ltd, 4 Quay Lane, Leeds',
        '',
        'Dates: 2015 – 2018',
        'Occupation or position held: Deckhand',
        'Name and address of employer: Quayside Ferries Ltd, Hull',
      ],
      ['Crane operator @ Harbour Crane Ltd, Leeds [2019-03/]', 'Deckhand @ Quayside Ferries Ltd, Hull [2015/2018]'],
    ],
    [
      'German, the employer first and the period last',
      [
        'Berufserfahrung',
        'Arbeitgeber: Hafenkran GmbH, Kiel',
        'Position: Kranführerin',
        'Zeitraum: 03/2019 – heute',
        'Aufgaben: Container verladen',
        'Arbeitgeber: Fährdienst Nord AG, Lübeck',
        'Position: Matrosin',
        'Zeitraum: 2015 – 2018',
      ],
      ['Kranführerin @ Hafenkran GmbH, Kiel [2019-03/]', 'Matrosin @ Fährdienst Nord AG, Lübeck [2015/2018]'],
    ],
    [
      'Polish',
      [
        'Doświadczenie zawodowe',
        'Okres zatrudnienia: 03.2019 – 05.2021',
        'Stanowisko: Operatorka dźwigu',
        'Pracodawca: Port Dźwig Sp. z o.o., Gdynia',
        'Zakres obowiązków: Przeładunek kontenerów',
        'Okres zatrudnienia: 2015 – 2018',
        'Stanowisko: Bosman',
        'Pracodawca: Promy Wschód S.A., Gdańsk',
      ],
      ['Operatorka dźwigu @ Port Dźwig Sp. z o.o., Gdynia [2019-03/2021-05]', 'Bosman @ Promy Wschód S.A., Gdańsk [2015/2018]'],
    ],
    [
      'the period without a label above the others',
      [
        'Work experience',
        'From 01/2015 to 02/2019',
        'Position: Welder',
        'Employer: Harbour Steel Ltd, Leeds',
        'Duties: Welded hulls',
        'From 03/2019 to date',
        'Position: Senior welder',
        'Employer: Quay Steel Ltd, Hull',
      ],
      ['Welder @ Harbour Steel Ltd, Leeds [2015-01/2019-02]', 'Senior welder @ Quay Steel Ltd, Hull [2019-03/]'],
    ],
    [
      'the employer without a label above the others',
      [
        'Work experience',
        'Harbour Steel Ltd, Leeds',
        'Position: Welder',
        'Period: 2015 – 2019',
        '',
        'Quay Steel Ltd, Hull',
        'Position: Senior welder',
        'Period: 2019 – present',
      ],
      ['Welder @ Harbour Steel Ltd, Leeds [2015/2019]', 'Senior welder @ Quay Steel Ltd, Hull [2019/]'],
    ],
    [
      'several on one line',
      [
        'Work experience',
        'Position: Welder | Employer: Harbour Steel Ltd | Period: 2015 – 2019',
        'Position: Fitter | Employer: Quay Steel Ltd | Period: 2011 – 2015',
      ],
      ['Welder @ Harbour Steel Ltd [2015/2019]', 'Fitter @ Quay Steel Ltd [2011/2015]'],
    ],
  ])('are what the labels say: %s', (_what, lines, expected) => {
    expect(jobs(text(...lines))).toEqual(expected);
  });

  it('keep what was done with its entry, and the line of business out of it', () => {
    const resume = text(
      'Work experience',
      'Dates: 2015 – 2019',
      'Position: Welder',
      'Employer: Harbour Steel Ltd',
      'Type of business or sector: Shipyard',
      'Duties: Welded hulls',
      'Trained two apprentices',
      'Dates: 2011 – 2015',
      'Position: Fitter',
      'Employer: Quay Steel Ltd',
    );
    expect(resume.work[0]?.highlights).toEqual(['Welded hulls', 'Trained two apprentices']);
    expect(JSON.stringify(resume.work)).not.toContain('Shipyard');
  });

  it('are degree, field, school and grade among the studies', () => {
    const resume = text(
      'Education',
      'Dates: 2011 – 2014',
      'Title of qualification awarded: BSc Logistics',
      'Organisation providing education and training: Northgate College, Leeds',
      'Grade: 2:1',
      'Dates: 2009 – 2011',
      'Qualification: A-levels',
      'Organisation providing education and training: Quay Grammar School, Hull',
    );
    expect(studies(resume)).toEqual([
      'BSc / Logistics @ Northgate College [2011/2014]',
      'A-levels / ? @ Quay Grammar School [2009/2011]',
    ]);
    expect(resume.education[0]?.score).toBe('2:1');
  });

  it('do not make a labelled entry of a job that only lists its duties behind a label', () => {
    const resume = text(
      'Work experience',
      'Welder, Harbour Steel Ltd, Leeds',
      '2015 – 2019',
      'Responsibilities: Welded hulls',
      '',
      'Fitter, Quay Steel Ltd, Hull',
      '2011 – 2015',
      'Responsibilities: Fitted pipes',
    );
    expect(jobs(resume)).toEqual(['Welder @ Harbour Steel Ltd, Leeds [2015/2019]', 'Fitter @ Quay Steel Ltd, Hull [2011/2015]']);
  });
});

describe('labels in a column of their own', () => {
  const personal = rows(
    120,
    ['Nachname(n) / Vorname(n)', 'Orla Tamsin'],
    ['Adresse(n)', 'Kaistraße 4, 24103 Kiel'],
    ['Telefon', '+49 431 5550 142'],
    ['E-Mail', 'orla.tamsin@example.org'],
    ['Staatsangehörigkeit', 'irisch'],
  );
  const work = rows(
    240,
    ['Zeitraum', 'seit März 2019'],
    ['Beruf oder Funktion', 'Kranführerin'],
    ['Wichtigste Tätigkeiten', 'Container bei jedem Wetter verladen'],
    ['Arbeitgeber', 'Hafenkran GmbH, Kiel'],
    ['Zeitraum', 'Mai 2015 – Februar 2019'],
    ['Beruf oder Funktion', 'Matrosin'],
    ['Arbeitgeber', 'Fährdienst Nord AG, Maasholm'],
    ['Zeitraum', '2012 – 2015'],
    ['Beruf oder Funktion', 'Decksfrau'],
    ['Arbeitgeber', 'Kutter & Co. KG, Lübeck'],
  );
  const study = rows(
    410,
    ['Zeitraum', '2009 – 2012'],
    ['Bezeichnung der Qualifikation', 'Gesellenbrief, Schiffsmechanik'],
    ['Bildungsträger', 'Berufskolleg Kiel'],
    ['Zeitraum', '2003 – 2009'],
    ['Bezeichnung der Qualifikation', 'Fachoberschulreife'],
    ['Bildungsträger', 'Realschule Maasholm'],
  );
  const resume = parse(
    pdfDocument([
      [60, 60, 'Lebenslauf', { size: 20 }],
      [60, 100, 'Angaben zur Person', HEADING],
      ...personal,
      [60, 220, 'Berufserfahrung', HEADING],
      ...work,
      [60, 390, 'Ausbildung', HEADING],
      ...study,
    ]),
  );

  it('are no column of text: person, jobs and studies are read across, villages as the towns beside them', () => {
    expect(resume.basics).toMatchObject({ name: 'Orla Tamsin', email: 'orla.tamsin@example.org' });
    expect(jobs(resume)).toEqual([
      'Kranführerin @ Hafenkran GmbH, Kiel [2019-03/]',
      'Matrosin @ Fährdienst Nord AG, Maasholm [2015-05/2019-02]',
      'Decksfrau @ Kutter & Co. KG, Lübeck [2012/2015]',
    ]);
  });

  it('are known by their words where no list has them and the next entry repeats them', () => {
    expect(studies(resume)).toEqual([
      'Gesellenbrief / Schiffsmechanik @ Berufskolleg Kiel [2009/2012]',
      'Fachoberschulreife / ? @ Realschule Maasholm [2003/2009]',
    ]);
  });
});

describe('the foot of a page', () => {
  it('is no text although its number is another on each page, nor is the name below it', () => {
    const foot = (page: number): Placed[] => [
      [90, 800, `Seite ${page} – Lebenslauf von`, { size: 8 }],
      [90, 809, 'Orla Tamsin', { size: 8 }],
    ];
    const first: Placed[] = [
      ...headOf('Orla Tamsin'),
      [40, 700, 'Sprachen', HEADING],
      [40, 720, 'Deutsch'],
      [40, 734, 'Polnisch'],
      ...foot(1),
    ];
    const resume = parse(pdfDocument(first, [[40, 60, 'Englisch (A2)'], ...foot(2)]));
    expect(resume.languages.map(({ language }) => language)).toEqual(['Deutsch', 'Polnisch', 'Englisch']);
    expect(JSON.stringify(resume.languages)).not.toMatch(/Seite|Tamsin/);
  });
});
