/** Studies whose school stands over the degree in the look of a heading, and studies without a school. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, type Placed, parse, pdfDocument } from './build-document.ts';

const studiesOf = (...pages: Placed[][]): string[] =>
  parse(pdfDocument(...pages)).education.map(
    (e) => `${e.studyType ?? '?'} / ${e.area ?? '?'} @ ${e.institution ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]`,
  );
const studies = (...placed: Placed[]): string[] =>
  studiesOf([...headOf('Orla Tamsin'), [40, 120, 'Education', HEADING], ...placed]);

const DEGREE = { size: 12, bold: true } as const;
const job: Placed[] = [
  [40, 120, 'Experience', HEADING],
  [40, 150, 'Quayside Ferries Ltd', HEADING],
  [40, 170, '2016-04 - 2020-08', DEGREE],
  [40, 186, 'Deck Officer', DEGREE],
  [40, 210, 'Stood watch on the northern route'],
];

describe('a school in the look of the headings', () => {
  it('heads its study, also without a date', () => {
    expect(
      studiesOf([
        ...headOf('Orla Tamsin'),
        ...job,
        [40, 300, 'Education', HEADING],
        [40, 330, 'Larkmoor University', HEADING],
        [40, 358, 'Marine Physics, BSc', DEGREE],
        [40, 400, 'Quayside College', HEADING],
        [40, 428, 'Navigation, Diploma', DEGREE],
      ]),
    ).toEqual(['BSc / Marine Physics @ Larkmoor University [/]', 'Diploma / Navigation @ Quayside College [/]']);
  });

  it('has its degree below it on the next page', () => {
    expect(
      studiesOf(
        [...headOf('Orla Tamsin'), ...job, [40, 760, 'Education', HEADING], [40, 790, 'Larkmoor University', HEADING]],
        [
          [40, 60, 'Marine Physics, BSc', DEGREE],
          [40, 100, 'Quayside College', HEADING],
          [40, 128, 'Navigation, Diploma', DEGREE],
        ],
      ),
    ).toEqual(['BSc / Marine Physics @ Larkmoor University [/]', 'Diploma / Navigation @ Quayside College [/]']);
  });

  it('is the heading of a section where no degree stands below it', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        ...job,
        [40, 300, 'Education', HEADING],
        [40, 330, 'Larkmoor University', HEADING],
        [40, 358, 'Marine Physics, BSc', DEGREE],
        [40, 400, 'School Visits', HEADING],
        [40, 420, 'Showed the bridge of a ferry to ninety children'],
        [40, 460, 'Skills', HEADING],
        [40, 480, 'Rigging, Signalling'],
      ]),
    );
    expect(resume.education.map((e) => e.institution)).toEqual(['Larkmoor University']);
    expect(resume.other.map((one) => one.heading)).toEqual(['School Visits']);
  });
});

describe('a study without a school', () => {
  it('has a field of study where a word names one', () => {
    expect(
      studies(
        [40, 140, 'Mechanical Engineering – MSc'],
        [430, 140, 'Completed in August 2017'],
        [40, 155, 'Scienze della Comunicazione – Laurea Triennale'],
        [430, 155, 'Completed in July 2012'],
      ),
    ).toEqual(['MSc / Mechanical Engineering @ ? [/2017-08]', 'Laurea Triennale / Scienze della Comunicazione @ ? [/2012-07]']);
  });

  it('leaves a school that such a word belongs to', () => {
    expect(studies([40, 140, 'Larkmoor School of Engineering – MSc'], [430, 140, '2017'])).toEqual([
      'MSc / ? @ Larkmoor School of Engineering [/2017]',
    ]);
  });
});

it.each([
  ['JD', 'Larkmoor Law', '? @ Larkmoor Law'],
  ['Master', 'Sciences Rive Bleue', '? @ Sciences Rive Bleue'],
  ['MSc', 'Bracken Economics', '? @ Bracken Economics'],
  ['MSc', 'Mechanical Engineering', 'Mechanical Engineering @ ?'],
  ['Master', 'Génie mécanique', 'Génie mécanique @ ?'],
  ['MSc', 'Economics and Finance', 'Economics and Finance @ ?'],
])('below %s alone, %s is the school unless it can be nothing but a field', (degree, name, read) => {
  expect(studies([40, 140, degree, BOLD], [40, 154, name], [40, 168, '2010 – 2012'])).toEqual([
    `${degree} / ${read} [2010/2012]`,
  ]);
});

it('a field of study in brackets or behind a colon is none of the degree', () => {
  expect(studies([40, 140, 'Larkmoor University (2015 – 2017)', BOLD], [40, 154, 'MSc (Mathematics)'])).toEqual([
    'MSc / Mathematics @ Larkmoor University [2015/2017]',
  ]);
  expect(studies([40, 140, 'MSc: Mathematics', BOLD], [40, 154, 'Larkmoor Tech'], [40, 168, '2015 – 2017'])).toEqual([
    'MSc / Mathematics @ Larkmoor Tech [2015/2017]',
  ]);
  expect(studies([40, 140, 'Larkmoor University (2015 – 2017)', BOLD], [40, 154, 'MSc (Hons)'])).toEqual([
    'MSc (Hons) / ? @ Larkmoor University [2015/2017]',
  ]);
});

it('the page of a school and the words before its year are no names', () => {
  expect(
    studies(
      [40, 140, 'Vellum Tech', BOLD],
      [40, 154, 'www.vellum.example'],
      [40, 168, 'BSc in Mathematics'],
      [40, 182, '2011 – 2015'],
    ),
  ).toEqual(['BSc / Mathematics @ Vellum Tech [2011/2015]']);
  expect(studies([40, 140, 'Seaview School', BOLD], [40, 154, 'Abitur'], [40, 168, 'Class of 2015'])).toEqual([
    'Abitur / ? @ Seaview School [/2015]',
  ]);
});

it('a bold line of many words is the head of a study where it names a school', () => {
  expect(
    studies(
      [40, 140, 'MSc, Statistics – Quayside University', BOLD],
      [40, 154, 'August 2017 – May 2019'],
      [
        40,
        178,
        'Bachelor of Science, Mathematics and the Science of Computers – National University of the Northern Shores and Islands',
        BOLD,
      ],
      [40, 192, 'September 2013 – June 2017'],
    )[1],
  ).toBe(
    'Bachelor of Science / Mathematics and the Science of Computers @ National University of the Northern Shores and Islands [2013-09/2017-06]',
  );
});

it('two years with white between them are the ends of a study', () => {
  expect(
    studies([40, 140, '2008 2013'], [140, 140, 'Larkmoor University'], [156, 154, 'BSc'], [140, 168, 'Marine Physics']),
  ).toEqual(['BSc / Marine Physics @ Larkmoor University [2008/2013]']);
});

it('a grade behind its label is one piece below a field of study', () => {
  const [study] = parse(
    pdfDocument([
      ...headOf('Orla Tamsin'),
      [40, 120, 'Education', HEADING],
      [40, 140, '2008 – 2013'],
      [140, 140, 'Larkmoor University'],
      [156, 154, 'BSc'],
      [140, 168, 'Marine Physics'],
      [140, 182, 'Grade: Second Class Upper'],
    ]),
  ).education;
  expect([study?.studyType, study?.area, study?.score]).toEqual(['BSc', 'Marine Physics', 'Grade: Second Class Upper']);
});

it('the foot of a page below a study is no course', () => {
  const [study] = parse(
    pdfDocument([
      ...headOf('Orla Tamsin'),
      [40, 120, 'Education', HEADING],
      [40, 140, 'BSc, Marine Physics, Larkmoor University'],
      [40, 154, '2008 – 2013'],
      [50, 168, 'Sea ice', ITEM],
      [50, 182, 'Orla Tamsin — orla.tamsin@example.org — +44 1632 960 123', ITEM],
    ]),
  ).education;
  expect(study?.courses).toEqual(['Sea ice']);
});
