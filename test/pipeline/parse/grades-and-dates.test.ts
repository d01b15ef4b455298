import { describe, expect, it } from 'vitest';
import { isGrade, splitGrade } from '../../../src/pipeline/parse/grades.ts';
import { jobs, parse } from './build-document.ts';

const studies = (...lines: string[]) =>
  parse(['EDUCATION', ...lines].join('\n')).education.map((e) => [
    e.studyType,
    e.area,
    e.institution,
    `${e.startDate ?? ''}/${e.endDate ?? ''}`,
    e.score,
  ]);

describe('dates in the middle of a line of studies', () => {
  it.each([
    [
      'BSc Physics, Redwood University, 2011 - 2014, First Class',
      ['BSc', 'Physics', 'Redwood University', '2011/2014', 'First Class'],
    ],
    [
      'BSc Physics, Redwood University, 2011 - 2014 (First Class)',
      ['BSc', 'Physics', 'Redwood University', '2011/2014', 'First Class'],
    ],
    ['MSc Robotics, Redwood University, 2016, Distinction', ['MSc', 'Robotics', 'Redwood University', '/2016', 'Distinction']],
    ['A-levels, Redwood Grammar School, 2009 - 2011, AAB', ['A-levels', undefined, 'Redwood Grammar School', '2009/2011', 'AAB']],
    [
      'Redwood University, 2011–2014, BSc (Hons) Physics, 2:1',
      ['BSc (Hons)', 'Physics', 'Redwood University', '2011/2014', '2:1'],
    ],
    ['2:1 BA History, Redwood University, 2008–2011', ['BA', 'History', 'Redwood University', '2008/2011', '2:1']],
    [
      'BSc (Hons) Physics (2:1), Redwood University, 2011 - 2014',
      ['BSc (Hons)', 'Physics', 'Redwood University', '2011/2014', '2:1'],
    ],
    [
      'Master Maschinenbau, Hochschule Rotholz, 10/2011 – 09/2014, Note 1,3',
      ['Master', 'Maschinenbau', 'Hochschule Rotholz', '2011-10/2014-09', 'Note 1,3'],
    ],
    [
      'Licence de droit, Université de Boisrouge, 2011 - 2014, mention bien',
      ['Licence', 'droit', 'Université de Boisrouge', '2011/2014', 'mention bien'],
    ],
    [
      'Grado en Física, Universidad de Roblerojo, 2010-2014, sobresaliente',
      ['Grado', 'Física', 'Universidad de Roblerojo', '2010/2014', 'sobresaliente'],
    ],
    [
      'Laurea in Fisica, Politecnico di Boscorosso, 2008 - 2011, 110/110 e lode',
      ['Laurea', 'Fisica', 'Politecnico di Boscorosso', '2008/2011', '110/110 e lode'],
    ],
    ['Redwood University — MSc Robotics — 2016 — Distinction', ['MSc', 'Robotics', 'Redwood University', '/2016', 'Distinction']],
  ])('%s', (line, read) => {
    expect(studies(line)).toEqual([read]);
  });

  it('reads each of several such lines', () => {
    const read = studies(
      'BSc Physics, Redwood University, 2011 - 2014 (First Class)',
      'MSc Robotics, Bracken University, 2016, Distinction',
      'A-levels, Redwood Grammar School, 2009 - 2011, AAB',
    );
    expect(read.map(([, , school, dates]) => [school, dates])).toEqual([
      ['Redwood University', '2011/2014'],
      ['Bracken University', '/2016'],
      ['Redwood Grammar School', '2009/2011'],
    ]);
  });

  it('takes lines that are whole for entries of their own where nothing is dated', () => {
    expect(studies('BSc Physics, Redwood University', 'MSc Robotics, Bracken University').map(([, , school]) => school)).toEqual([
      'Redwood University',
      'Bracken University',
    ]);
  });

  it('reads a job whose dates stand before its place', () => {
    expect(jobs(parse('EXPERIENCE\nWelder, Acme Ltd, 2011 - 2014, Leeds\n- welded frames'))).toEqual([
      'Welder @ Acme Ltd, Leeds [2011/2014]',
    ]);
  });
});

describe('grades', () => {
  it.each([
    '2:1',
    '(1,3)',
    'First Class Honours',
    'Second Class (Upper)',
    'Upper Second Class Honours (2:1)',
    'magna cum laude',
    'A*AA',
    'GPA 3.8/4.0',
    'Gesamtnote: 1,7',
    'mention très bien',
    'matrícula de honor',
    'met lof',
    'z wyróżnieniem',
    'с отличием',
    '16 valores',
  ])('%s is one', (text) => {
    expect(isGrade(text)).toBe(true);
  });

  it.each([
    'BA',
    'DEA',
    'Physics',
    'Second Language Teaching',
    'Redwood School',
    '2014',
    'CABBAGE',
    'Good Shepherd College',
  ])('%s is none', (text) => {
    expect(isGrade(text)).toBe(false);
  });

  it('is cut off at either end, and a bracket that belongs to the degree is not', () => {
    expect(splitGrade('Physics, 2:1')).toEqual({ rest: 'Physics', grade: '2:1' });
    expect(splitGrade('LLB in Law, Second Class (Upper)')).toEqual({ rest: 'LLB in Law', grade: 'Second Class (Upper)' });
    expect(splitGrade('BSc (Hons)')).toBeUndefined();
    expect(splitGrade('First Class BSc Physics')).toEqual({ rest: 'BSc Physics', grade: 'First Class' });
  });
});

describe('a range that runs backwards', () => {
  const resume = parse(
    [
      'EXPERIENCE',
      '',
      'Welder, Acme Ltd',
      'Jan 2015 - Feb 2019',
      '- welded frames',
      '',
      'Fitter, Redwood Ltd',
      'March 2014 - January 2013',
      '- fitted pipes',
    ].join('\n'),
  );

  it('leaves the job that it dates, without dates, and says so', () => {
    expect(jobs(resume)).toEqual(['Welder @ Acme Ltd [2015-01/2019-02]', 'Fitter @ Redwood Ltd [/]']);
    expect(resume.work.map((job) => job.highlights)).toEqual([['welded frames'], ['fitted pipes']]);
    expect(resume.meta.shortlist.warnings).toEqual(['dates that run backwards were left out: March 2014 - January 2013']);
  });

  it.each(['2015 - 2014', '03/2014 bis 01/2013', 'od 01.2014 do 12.2012', '2014年3月～2013年1月'])('%s too', (dates) => {
    const read = parse(`EXPERIENCE\n${dates}  Welder, Acme Ltd\n2009 - 2011  Fitter, Redwood Ltd`);
    expect(jobs(read)).toEqual(['Welder @ Acme Ltd [/]', 'Fitter @ Redwood Ltd [2009/2011]']);
  });

  it('says nothing of ranges that do not', () => {
    expect(parse('EXPERIENCE\n2009 - 2011  Fitter, Redwood Ltd').meta.shortlist.warnings).toEqual([]);
  });
});
