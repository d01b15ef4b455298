import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { deriveFacts } from '../../../src/pipeline/parse/derive.ts';
import { blankResume } from '../../blank-resume.ts';
import { parse, taxonomy } from './build-document.ts';

const factsOf = (sections: Partial<Resume>, asOf = '2026-11-01') => deriveFacts(blankResume(sections, { asOf }), taxonomy);

function levelOf(position: string, startDate: string, education: { startDate: string; endDate?: string }[] = []) {
  const work = [{ name: 'Harwell Ltd', position, startDate, highlights: [] }];
  const studies = education.map((one) => ({ institution: 'Harwell College', courses: [], ...one }));
  return factsOf({ work, education: studies }).careerLevel;
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
  const months = (...work: ReturnType<typeof job>[]) => factsOf({ work }).experienceMonths;

  it.each([
    ['months, both counted', [job('2020-01', '2020-12')], 12],
    ['overlaps once', [job('2019-01', '2020-06'), job('2020-01', '2020-12')], 24],
    ['what still runs, to this month', [job('2026-01')], 11],
    ['bare years from middle to middle, as scores and the summary count them', [job('2019', '2020'), job('2015', '2019')], 60],
  ])('count %s', (_what, work, expected) => {
    expect(months(...work)).toBe(expected);
  });
});

describe('what follows from a resume (F2.1, F2.2)', () => {
  const page = `Nora Brandvold
Leeds, United Kingdom | nora@example.com

Experience

Welder, Harbour Steel Fabrication Ltd, Leeds
March 2020 - present
- Welds ship frames on the production line in the factory, reads AutoCAD drawings

Software Developer, Brook Bank plc, Hull
January 2016 - February 2019
- Wrote Python services for the payments platform of the bank

Tutor, Brook Learning Ltd, Hull
June 2017 - December 2017

Education

BSc Mechanical Engineering, University of Leeds, 2011 - 2014

Skills

Python, AutoCAD, Teamwork, Docker

Languages

English - native
German (sehr gut)
French (B1)
`;
  const resume = parse(page);
  const { derived } = resume.meta.shortlist;

  it('skills have category, months of use and the month of the last', () => {
    const skill = (id: string) => derived.skills?.find((one) => one.id === id);
    expect(skill('python')).toEqual({ id: 'python', name: 'Python', category: 'language', months: 38, lastUsed: '2019-02' });
    expect(skill('autocad')).toMatchObject({ months: 81, lastUsed: '2026-11' });
    expect(skill('docker')).toMatchObject({ months: 0 });
    expect(skill('docker')).not.toHaveProperty('lastUsed');
  });

  it('gaps and overlaps are facts with their months', () => {
    expect(derived.gaps).toEqual([{ start: '2019-03', end: '2020-02', months: 12 }]);
    expect(derived.overlaps).toEqual([{ start: '2017-06', end: '2017-12', months: 7, jobs: [1, 2] }]);
  });

  it('nothing is made up where only years are printed', () => {
    const work = [
      { position: 'Welder', name: 'Acme Ltd', startDate: '2010', endDate: '2012' },
      { position: 'Welder', name: 'Brook Ltd', startDate: '2015', endDate: '2016' },
    ];
    const { gaps, overlaps } = factsOf({ work });
    expect([gaps, overlaps]).toEqual([undefined, undefined]);
  });

  it('functions and industries have the months of their jobs, the longest first', () => {
    expect(derived.functions?.map((one) => `${one.function} ${one.months}`).slice(0, 2)).toEqual([
      'welding 81',
      'software-development 38',
    ]);
    expect(derived.industries).toContainEqual({ industry: 'Manufacturing', months: 81 });
    expect(derived.industries).toContainEqual({ industry: 'Finance and Insurance', months: 38 });
  });

  it('degrees and languages stand on one ladder', () => {
    expect(derived.education).toEqual([{ entry: 0, level: 'bachelor', finished: true }]);
    expect(derived.languages).toEqual([
      { code: 'de', level: 'C1' },
      { code: 'en', level: 'native' },
      { code: 'fr', level: 'B1' },
    ]);
  });

  it('are the facts that scores are made of', () => {
    const facts = readFacts(resume, taxonomy, '2026-11-01');
    expect(derived.careerLevel).toBe(facts.careerLevel);
    expect(derived.experienceMonths).toBe(facts.experienceMonths);
    expect(derived.skills?.map(({ id }) => id).sort()).toEqual(
      facts.skills.map(({ skill }) => skill).filter((id) => taxonomy.skill(id)?.category !== 'spoken-language'),
    );
  });
});
