import { describe, expect, it } from 'vitest';
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

it("work on one's own account has not the employer above", () => {
  const [, tutor] = work('Freelance tutor', 'June 2017 – June 2018');
  expect(tutor).toBe('Freelance tutor @ ? [2017-06/2018-06]');
});
