import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/domain/posting.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { scoreBytes } from '../../../src/pipeline/match/replay.ts';
import { scoreMatch } from '../../../src/pipeline/match/score-match.ts';
import { AS_OF, aJob, aPosting, aRequirement, aResume } from './builders.ts';
import { smallTaxonomy } from './small-taxonomy.ts';

const taxonomy = smallTaxonomy();
const WORDS = [
  'React',
  'ReactJS',
  'JavaScript',
  'Vue',
  'TypeScript',
  'Kubernetes',
  'k8s',
  'Payroll',
  'Welding',
  'Excel',
  'bottling lines',
  'night shifts',
];
const TITLES = ['Frontend developer', 'Senior frontend developer', 'Backend developer', 'Welder', 'Head of engineering', 'Clerk'];

const skillText = fc.subarray(WORDS, { minLength: 1, maxLength: 3 }).map((words) => `Worked with ${words.join(' and ')}`);
const month = fc
  .tuple(fc.integer({ min: 2008, max: 2026 }), fc.integer({ min: 1, max: 10 }))
  .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}`);
const job = fc
  .record({
    title: fc.constantFrom(...TITLES),
    a: month,
    b: fc.option(month, { nil: undefined }),
    lines: fc.array(skillText, { maxLength: 3 }),
  })
  .map(({ title, a, b, lines }) =>
    b === undefined ? aJob(title, a, undefined, ...lines) : aJob(title, a < b ? a : b, a < b ? b : a, ...lines),
  );
const resumes = fc
  .record({
    work: fc.array(job, { maxLength: 4 }),
    skills: fc.subarray(WORDS),
    city: fc.constantFrom('Leeds', 'York', 'Berlin', 'Nowhere'),
    degree: fc.constantFrom('BSc', 'MSc', 'Apprenticeship', 'Something'),
  })
  .map(({ work, skills, city, degree }) =>
    aResume({
      basics: { name: 'Imogen Fairweather', location: { city, countryCode: 'GB' } },
      work,
      skills: [{ keywords: skills }],
      education: [{ institution: 'Example University', studyType: degree, area: 'Computing', endDate: '2010' }],
    }),
  );
const requirement = fc
  .record({
    text: fc
      .subarray(WORDS, { minLength: 1, maxLength: 3 })
      .chain((words) => fc.constantFrom(' or ', ', ').map((glue) => words.join(glue))),
    kind: fc.constantFrom('must' as const, 'nice' as const, 'context' as const),
    months: fc.option(fc.constantFrom(12, 36, 60), { nil: undefined }),
  })
  .map(({ text, kind, months }) => aRequirement(taxonomy, text, { kind, ...(months && { months }) }));
const postings = fc
  .record({
    requirements: fc.array(requirement, { maxLength: 5 }),
    minYears: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    seniority: fc.constantFrom('junior' as const, 'mid' as const, 'senior' as const, undefined),
    degree: fc.constantFrom('bachelor' as const, undefined),
    title: fc.constantFrom(...TITLES),
  })
  .map(({ title, ...rest }) => aPosting({ ...rest, title, normalizedTitle: title.toLowerCase() }));

function score(resume: Resume, posting: Posting) {
  return scoreMatch(readFacts(resume, taxonomy, AS_OF), posting, { taxonomy, asOf: AS_OF });
}

describe('for any resume and posting', () => {
  it('totals and parts stay in their ranges', () => {
    fc.assert(
      fc.property(resumes, postings, (resume, posting) => {
        const { totals, parts, confidence } = score(resume, posting);
        for (const total of Object.values(totals)) expect(total >= 0 && total <= 100).toBe(true);
        for (const part of Object.values(parts)) expect(part === null || (part >= 0 && part <= 1)).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  it('listing one more skill never lowers a score', () => {
    fc.assert(
      fc.property(resumes, postings, fc.constantFrom(...WORDS), (resume, posting, word) => {
        const more = { ...resume, skills: [...resume.skills, { keywords: [word] }] };
        const [before, after] = [score(resume, posting), score(more, posting)];
        expect(after.totals.recruiter).toBeGreaterThanOrEqual(before.totals.recruiter);
        expect(after.totals.candidate).toBeGreaterThanOrEqual(before.totals.candidate);
      }),
      { numRuns: 300 },
    );
  });

  it('using one more skill in a job never lowers a score, wherever its line stands', () => {
    fc.assert(
      fc.property(resumes, postings, skillText, fc.nat(3), fc.nat(3), (resume, posting, line, which, where) => {
        const work = resume.work.map((entry, at) =>
          at === which ? { ...entry, highlights: (entry.highlights ?? []).toSpliced(where, 0, line) } : entry,
        );
        const [before, after] = [score(resume, posting), score({ ...resume, work }, posting)];
        expect(after.totals.recruiter).toBeGreaterThanOrEqual(before.totals.recruiter);
        expect(after.totals.candidate).toBeGreaterThanOrEqual(before.totals.candidate);
      }),
      { numRuns: 500 },
    );
  });

  it('the same inputs give the same bytes', () => {
    fc.assert(
      fc.property(resumes, postings, (resume, posting) => {
        expect(scoreBytes(score(structuredClone(resume), posting))).toBe(scoreBytes(score(resume, posting)));
      }),
    );
  });
});

describe('blindness (A4): no byte of a score changes with', () => {
  const posting = aPosting({
    minYears: 2,
    degree: 'bachelor',
    degreeField: 'Computing',
    locations: [{ city: 'Leeds', countryCode: 'GB' }],
    requirements: [aRequirement(taxonomy, 'React'), aRequirement(taxonomy, 'Night shifts on bottling lines')],
  });
  const person = {
    ...{
      name: 'Imogen Fairweather',
      pronouns: 'she/her',
      she: 'she',
      her: 'her',
      email: 'imogen@example.com',
      phone: '+44 1632 960 555',
    },
    ...{
      born: '4 May 1971',
      age: '55',
      nationality: 'Irish',
      photo: 'portrait-1.jpg',
      school: 'Example University',
      employer: 'Larkfield Bottling Ltd',
      street: '5 Mill Lane',
    },
  };
  type Person = typeof person;

  function resumeOf(p: Person): Resume {
    return aResume({
      basics: {
        ...{ name: p.name, email: p.email, phone: p.phone },
        location: { city: 'Leeds', countryCode: 'GB', address: p.street },
        summary: `Pronouns: ${p.pronouns}\nBorn: ${p.born}\nAge: ${p.age}\nNationality: ${p.nationality}\nPhoto: ${p.photo}\n${p.name} (${p.pronouns}) builds screens.`,
      },
      work: [
        {
          ...{ name: p.employer, position: 'Frontend developer', startDate: '2020-01' },
          highlights: [
            `At ${p.employer} ${p.she} wrote React for night shifts`,
            `Taught ${p.her} team; ${p.name} did the training`,
            `Thesis at ${p.school}`,
          ],
        },
      ],
      education: [{ institution: p.school, studyType: 'BSc', area: 'Computing', endDate: '2019' }],
      other: [
        {
          heading: 'Personal',
          lines: [`Date of birth: ${p.born}`, `Nationality: ${p.nationality}`, `Lives at ${p.street}`, `Write to ${p.email}`],
        },
      ],
    });
  }
  const original = scoreBytes(score(resumeOf(person), posting));
  const facts = readFacts(resumeOf(person), taxonomy, AS_OF);

  it.each<[string, Partial<Person>]>([
    ['the name', { name: 'Babatunde Olorunfemi-Achebe' }],
    ['a name that is a word of the posting', { name: 'React Bottling' }],
    ['pronouns', { pronouns: 'they/them', she: 'they', her: 'their' }],
    ['address and phone of mail', { email: 'b.night@example.org', phone: '+44 1632 960 111' }],
    ['birth and age', { born: '19.02.2003', age: '23' }],
    ['nationality', { nationality: 'German' }],
    ['the photo', { photo: 'headshot.webp' }],
    ['the school', { school: 'Bottling College of Night Shifts' }],
    ['the employer', { employer: 'React Night Shifts GmbH' }],
    ['the street', { street: '12 Bottling Street' }],
  ])('%s', (_, change) => {
    const changed = resumeOf({ ...person, ...change });
    expect(scoreBytes(score(changed, posting))).toBe(original);
    expect(readFacts(changed, taxonomy, AS_OF)).toEqual(facts);
  });

  it('the confidence of names of schools and employers', () => {
    const sure = resumeOf(person);
    sure.meta.shortlist.confidence = {
      'work.0.position': 0.9,
      'work.0.name': 0.51,
      'education.0.institution': 0.6,
      'basics.name': 0.2,
    };
    expect(scoreBytes(score(sure, posting))).toBe(original);
  });

  it('and none of it stands in the facts', () => {
    const text = JSON.stringify(facts);
    for (const secret of Object.values({ ...person, she: '', her: '', pronouns: 'she/her', age: '' }))
      if (secret) expect(text).not.toContain(secret);
  });
});
