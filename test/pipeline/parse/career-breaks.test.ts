import { describe, expect, it } from 'vitest';
import { isCareerBreak } from '../../../src/pipeline/parse/career-breaks.ts';
import { jobs, parse } from './build-document.ts';

const work = (...lines: string[]) =>
  jobs(
    parse(
      [
        'Orla Tamsin',
        'orla.tamsin@example.org',
        '',
        'EXPERIENCE',
        'Harbour Crane Ltd, Hull',
        'Crane operator',
        'June 2021 – present',
        '- Lifted containers',
        '',
        ...lines,
      ].join('\n'),
    ),
  );
const CRANE = 'Crane operator @ Harbour Crane Ltd, Hull [2021-06/]';

describe('times without work', () => {
  it.each([
    'Career break',
    'Parental leave',
    'Elternzeit',
    'Congé parental',
    'Excedencia por cuidado de hijos',
    'Urlop macierzyński',
    'Sabbatical (travel)',
    'Career break – two small children',
    'Career break: full-time care of my parents',
    'Mantelzorg',
    'Stay-at-home mother',
    'Rodičovská dovolená',
    'Interruption de carrière',
    'Full-time parent',
    'Carer for my mother',
    'Kinderbetreuung',
    'Opieka nad dziećmi',
  ])('are no jobs of the employer above: %s', (words) => {
    expect(work(words, 'June 2020 – May 2021')).toEqual([CRANE]);
  });

  it('are told from the work that stands in for somebody else', () => {
    expect(work('Quay School, Hull', 'Maternity cover teacher', 'June 2020 – May 2021')).toEqual([
      CRANE,
      'Maternity cover teacher @ Quay School, Hull [2020-06/2021-05]',
    ]);
  });
});

describe('work that is named like a time without it', () => {
  it.each([
    ['Caregiver', 'Elmbrook Homes Ltd, Derby', 'Caregiver @ Elmbrook Homes Ltd, Derby [2018-03/2020-06]'],
    ['Carer', 'Thornfield Healthcare Ltd, Derby', 'Carer @ Thornfield Healthcare Ltd, Derby [2018-03/2020-06]'],
    [
      'Full-time carer',
      'Thornfield Healthcare Ltd, Derby',
      'Full-time carer @ Thornfield Healthcare Ltd, Derby [2018-03/2020-06]',
    ],
    ['Kinderbetreuung', 'Ostwall Kita GmbH, Bonn', 'Kinderbetreuung @ Ostwall Kita GmbH, Bonn [2018-03/2020-06]'],
    ['Sales clerk', 'Sabbatical, Inc.', 'Sales clerk @ Sabbatical, Inc. [2018-03/2020-06]'],
  ])('is a job at its employer: %s, %s', (title, employer, job) => {
    expect(work(title, employer, 'March 2018 – June 2020', '- Helped eight residents')).toEqual([CRANE, job]);
  });

  it.each([
    'Carer – Thornfield Healthcare Ltd',
    'Parenting, Wickfield Media Ltd',
    'Opieka nad dziećmi, Przedszkole Bajka',
  ])('keeps the employer behind its sign: %s', (line) => {
    expect(work(line, 'March 2018 – June 2020', '- Helped every day')).toHaveLength(2);
  });

  it('is a job where labels name both', () => {
    const labels = (company: string, position: string, dates: string): string =>
      `Company: ${company}\nPosition: ${position}\nDates: ${dates}\n`;
    const labelled = jobs(
      parse(
        [
          'Orla Tamsin\norla.tamsin@example.org\n\nEXPERIENCE\n',
          labels('Elmbrook Homes Ltd', 'Parenting', '2018 – 2020'),
          labels('Thornfield Ltd', 'Carer', '2015 – 2018'),
          labels('Harbour Crane Ltd', 'Elternzeit', '2014 – 2015'),
          labels('Harbour Crane Ltd', 'Clerk', '2011 – 2014'),
        ].join('\n'),
      ),
    );
    expect(labelled.map((job) => job.split(' @ ')[0])).toEqual(['Parenting', 'Carer', 'Clerk']);
  });
});

it('a leave that is the first of what is listed below an employer leaves the roles below it theirs', () => {
  const roles = work(
    'Lorva Foods Ltd',
    'Parental leave',
    'June 2020 – May 2021',
    '',
    'Payroll clerk',
    'June 2017 – May 2020',
    '- Paid on time',
  );
  expect(roles).toEqual([CRANE, 'Payroll clerk @ Lorva Foods Ltd [2017-06/2020-05]']);
});

it('a leave leaves to the role below it who somebody worked for before, no remark of where it was spent', () => {
  const after = (place: string) =>
    work(
      ...['Tillmore, Leeds', 'Team lead', 'June 2020 – May 2021', '- Led', ''],
      ...['Lorva Foods Ltd', 'Shift lead', 'June 2019 – May 2020', '- Led', ''],
      ...['Sabbatical', place, '2018 – 2019', '', 'Payroll clerk', '2015 – 2018', '- Paid on time'],
    ).at(-1);
  expect(after('Tillmore')).toBe('Payroll clerk @ Tillmore [2015/2018]');
  expect(after('Patagonia')).toBe('Payroll clerk @ Lorva Foods Ltd [2015/2018]');
});

it("work on one's own account has not the employer above", () => {
  const [, tutor] = work('Freelance tutor', 'June 2017 – June 2018');
  expect(tutor).toBe('Freelance tutor @ ? [2017-06/2018-06]');
});

it('a firm may be called like a time without work', () => {
  expect(isCareerBreak('Sabbatical, Inc.')).toBe(false);
  expect(isCareerBreak('Sabbatical, South America')).toBe(true);
});
