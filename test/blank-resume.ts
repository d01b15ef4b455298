import type { Resume } from '../src/domain/resume.ts';

/** A resume with nothing in it but what a test says. */
export function blankResume(
  sections: Partial<Omit<Resume, 'meta'>> = {},
  reading: Partial<Resume['meta']['shortlist']> = {},
): Resume {
  return {
    basics: {},
    work: [],
    education: [],
    skills: [],
    languages: [],
    certificates: [],
    projects: [],
    publications: [],
    awards: [],
    volunteer: [],
    interests: [],
    other: [],
    ...sections,
    meta: {
      shortlist: {
        confidence: {},
        sources: {},
        isResume: 1,
        asOf: '2026-03-02',
        hiddenText: [],
        warnings: [],
        parserVersion: 'test',
        derived: { experienceMonths: 0 },
        ...reading,
      },
    },
  };
}
