import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/pipeline/parse/derive.ts';
import { taxonomy } from './build-document.ts';

function levelOf(position: string, startDate: string, education: { startDate: string; endDate?: string }[] = []) {
  const work = [{ name: 'Harwell Ltd', position, startDate, highlights: [] }];
  const studies = education.map((one) => ({ institution: 'Harwell College', courses: [], ...one }));
  return deriveFacts(work, studies, undefined, '2026-11-01', taxonomy).careerLevel;
}

describe('the career level, by title and years', () => {
  it.each([
    ['Registered Nurse', '2025-10', 'junior'],
    ['Registered Nurse', '2020-01', 'mid'],
    ['Registered Nurse', '2014-01', 'senior'],
    ['Truck Driver', '2005-01', 'mid'],
    ['Warehouse Worker', '2006-01', 'mid'],
    ['Senior Accountant', '2019-01', 'senior'],
    ['Head of Growth Marketing', '2013-01', 'senior'],
    ['Principal Software Engineer', '2008-01', 'lead'],
    ['Junior Developer', '2024-01', 'junior'],
    ['Chief Financial Officer', '2006-01', 'executive'],
  ])('%s since %s is %s', (position, since, level) => {
    expect(levelOf(position, since)).toBe(level);
  });

  it('calls an intern a student while the studies run, and a junior after them', () => {
    expect(levelOf('Software Engineering Intern', '2026-05', [{ startDate: '2024-09' }])).toBe('student');
    expect(levelOf('Software Engineering Intern', '2026-05', [{ startDate: '2022-09', endDate: '2026-06' }])).toBe('junior');
  });
});

describe('months of experience', () => {
  const job = (startDate: string, endDate?: string) => ({ name: 'Harwell Ltd', startDate, endDate, highlights: [] });
  const months = (...work: ReturnType<typeof job>[]) => deriveFacts(work, [], undefined, '2026-11-01', taxonomy).experienceMonths;

  it.each([
    ['months, both counted', [job('2020-01', '2020-12')], 12],
    ['overlaps once', [job('2019-01', '2020-06'), job('2020-01', '2020-12')], 24],
    ['what still runs, to this month', [job('2026-01')], 11],
    ['bare years from middle to middle, as scores and the summary count them', [job('2019', '2020'), job('2015', '2019')], 60],
  ])('count %s', (_what, work, expected) => {
    expect(months(...work)).toBe(expected);
  });
});
