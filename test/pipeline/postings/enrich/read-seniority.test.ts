import { describe, expect, it } from 'vitest';
import { employmentTypeIn, employmentTypeOf } from '../../../../src/pipeline/postings/enrich/read-employment-type.ts';
import { readMinYears } from '../../../../src/pipeline/postings/enrich/read-min-years.ts';
import { readSeniority } from '../../../../src/pipeline/postings/enrich/read-seniority.ts';

describe('career level', () => {
  it.each([
    ['Junior Accountant', 'junior'],
    ['Graduate Surveyor', 'junior'],
    ['Werkstudent Marketing', 'student'],
    ['Sr. Chemist', 'senior'],
    ['Principal Geologist', 'lead'],
    ['Head of Payroll', 'lead'],
    ['Teamleiterin Einkauf', 'lead'],
    ['VP of Sales', 'executive'],
    ['Chief Nursing Officer', 'executive'],
    ['Apprentice Plumber', 'student'],
  ])('%s is %s by its title', (title, level) => {
    expect(readSeniority({ title, text: '', minYears: 3 })).toBe(level);
  });

  it.each([
    [{ title: 'Chemist', minYears: 6, text: '' }, 'senior'],
    [{ title: 'Chemist', minYears: 3, text: '' }, 'mid'],
    [{ title: 'Chemist', minYears: 1, text: 'A first job for somebody new to it.' }, 'junior'],
    [{ title: 'Chemist', text: 'Recent graduates are who we have in mind.' }, 'junior'],
    [{ title: 'Chemist', text: '' }, undefined],
    [{ title: 'Chemist', text: '', field: 'Entry level' }, 'junior'],
    [{ title: 'Chemist', text: '', field: 'MID_SENIOR_LEVEL' }, 'senior'],
    [{ title: 'Shop Manager', minYears: 3, text: 'Nine direct reports.' }, 'lead'],
    [{ title: 'Product Manager', minYears: 3, text: 'You own the roadmap.' }, 'mid'],
  ] as const)('%j → %s', (input, level) => {
    expect(readSeniority(input)).toBe(level);
  });
});

describe('years asked for', () => {
  const must = (full: string): { kind: 'must'; phrase: string; full: string } => ({ kind: 'must', phrase: full, full });

  it('takes the years of the whole job, not a part of them or a window', () => {
    expect(
      readMinYears(
        [
          must('Six years of surgery'),
          must('At least two of those years abroad'),
          must('A certificate not older than eight years'),
        ],
        '',
      ),
    ).toBe(6);
  });

  it('falls back to sentences about experience, and to nothing', () => {
    expect(readMinYears([], 'We bake since 40 years. You have 3+ years of experience.')).toBe(3);
    expect(readMinYears([], 'For 40 years we have baked bread.')).toBeUndefined();
  });

  it.each([
    ['2-5', 2],
    ['5+ years', 5],
    ['lt-1', 0],
    ['36 months', 3],
    ['entre 3 et 5 ans', 3],
    ['senior', undefined],
  ])('reads the field %s', (field, years) => {
    expect(readMinYears([], '', field)).toBe(years);
  });

  it('prefers the text within the range of the field, the field outside it', () => {
    expect(readMinYears([must('4 years of tax')], '', '2-5')).toBe(4);
    expect(readMinYears([must('9 years of tax')], '', '2-5')).toBe(2);
  });
});

describe('employment type', () => {
  it.each([
    ['fulltime', 'full-time'],
    ['FULL_TIME', 'full-time'],
    ['fulltime, parttime', 'full-time'],
    ['PermanentPartTime', 'part-time'],
    ['Teilzeit', 'part-time'],
    ['CDD', 'temporary'],
    ['Contractor', 'contract'],
    ['fulltime_fixed_term', 'temporary'],
    ['INTERN', 'internship'],
    ['Ausbildungsplatz', 'apprenticeship'],
    ['permanent', 'full-time'],
    ['blue', undefined],
  ])('%s → %s', (field, type) => {
    expect(employmentTypeOf(field)).toBe(type);
  });

  it('reads title and text where no field says it, and does not guess', () => {
    expect(employmentTypeIn('Cook in Teilzeit', '')).toBe('part-time');
    expect(employmentTypeIn('Cook', 'This is a full-time role.')).toBe('full-time');
    expect(employmentTypeIn('Cook', 'You cook.')).toBeUndefined();
  });
});
