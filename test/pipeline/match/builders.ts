import type { Posting, Requirement } from '../../../src/domain/posting.ts';
import type { Resume, ResumeWork } from '../../../src/domain/resume.ts';
import type { Taxonomy } from '../../../src/domain/taxonomy.ts';
import { blankResume } from '../../blank-resume.ts';

/** The date of all tests here. */
export const AS_OF = '2026-11-01';

/** An empty resume of a fictitious person with the given sections. */
export function aResume(sections: Partial<Omit<Resume, 'meta'>> = {}, language = 'en'): Resume {
  const reading = { confidence: { 'work.0.position': 0.9 }, asOf: AS_OF, language };
  return blankResume({ basics: { name: 'Imogen Fairweather' }, ...sections }, reading);
}

/** A job; dates as `2020-01`, without an end it is still held. */
export function aJob(position: string, startDate: string, endDate: string | undefined, ...highlights: string[]): ResumeWork {
  return { name: 'Example Works Ltd', position, startDate, ...(endDate && { endDate }), highlights };
}

/** A requirement whose skills are what the dictionary finds in its text. */
export function aRequirement(taxonomy: Taxonomy, text: string, more: Partial<Requirement> = {}): Requirement {
  const skills = taxonomy.findSkills(text).map((mention) => mention.skill.id);
  return { text, kind: 'must', skills, words: taxonomy.contentWords(text), credential: false, ...more };
}

/** An onsite posting that is silent about everything but its title. */
export function aPosting(more: Partial<Posting> = {}): Posting {
  return {
    title: 'Frontend developer',
    normalizedTitle: 'frontend developer',
    locations: [],
    workplace: 'onsite',
    salary: null,
    mustHave: [],
    niceToHave: [],
    requirements: [],
    confidence: 0.9,
    description: '',
    ...more,
  };
}
