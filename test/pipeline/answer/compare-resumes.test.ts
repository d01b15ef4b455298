import { describe, expect, it } from 'vitest';
import type { ResumeWork } from '../../../src/domain/resume.ts';
import { compareResumes, isSame, newsLines } from '../../../src/pipeline/answer/compare-resumes.ts';
import { blankResume } from '../../blank-resume.ts';

const nurse: ResumeWork = { position: 'Staff Nurse', name: 'Tern Hospital', startDate: '2019-03' };
const before = blankResume({
  basics: { name: 'Ida Falk', email: 'ida@example.com', location: { city: 'York' } },
  work: [nurse],
  skills: [{ name: 'Clinical', keywords: ['Wound care', 'Triage'] }],
  languages: [{ language: 'English' }],
});
const lines = (work: ResumeWork[]) => newsLines(compareResumes(before, { ...before, work }), 'the one before');

describe('what a newer resume says that the one before did not (F1.6)', () => {
  it('is nothing for another layout of the same: case, order, groups and legal forms do not count', () => {
    const again = {
      ...before,
      work: [{ ...nurse, name: 'TERN HOSPITAL Ltd', position: 'staff nurse' }],
      skills: [{ name: 'Skills', keywords: ['triage', 'WOUND CARE'] }],
    };
    expect(isSame(compareResumes(before, again))).toBe(true);
    expect(newsLines(compareResumes(before, again), 'the one before')).toEqual(['It says the same as the one before.']);
  });

  it('is a job more and the end of the last one', () => {
    const work = [
      { position: 'Ward Manager', name: 'Plover Care', startDate: '2024-06' },
      { ...nurse, endDate: '2024-05' },
    ];
    expect(lines(work)).toEqual([
      'New compared with the one before: job: Ward Manager at Plover Care (Jun 2024 – now).',
      'Changed: the end of Staff Nurse at Tern Hospital (until May 2024).',
    ]);
  });

  it('is another title or other dates of the same job, and not a job more', () => {
    expect(lines([{ ...nurse, position: 'Senior Staff Nurse' }])).toEqual([
      'Nothing new compared with the one before.',
      'Changed: the title Staff Nurse to Senior Staff Nurse at Tern Hospital.',
    ]);
    expect(lines([{ ...nurse, startDate: '2019-01' }])[1]).toBe(
      'Changed: the dates of Staff Nurse at Tern Hospital (Jan 2019 – now).',
    );
  });

  it('is a second role at the same employer as a job of its own', () => {
    expect(lines([{ ...nurse, position: 'Ward Manager', startDate: '2024-06' }, nurse])[0]).toContain(
      'job: Ward Manager at Tern Hospital',
    );
  });

  it('names skills, languages and certificates, a few of many, what is gone, and other ways to be reached', () => {
    const after = blankResume({
      basics: { ...before.basics, email: 'ida.falk@example.org', location: { city: 'Leeds' } },
      work: [nurse],
      skills: [{ keywords: ['Triage', 'A1', 'B2', 'C3', 'D4', 'E5'] }],
      languages: [{ language: 'English' }, { language: 'Danish' }],
      certificates: [{ name: 'ALS' }],
    });
    expect(newsLines(compareResumes(before, after), 'the one before')).toEqual([
      'New compared with the one before: 5 skills: A1, B2, C3, D4 and 1 more; language: Danish; certificate: ALS.',
      'Changed: the email address and the place. No longer in it: skill: Wound care.',
    ]);
  });
});
