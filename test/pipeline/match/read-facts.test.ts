import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { prepareCandidate } from '../../../src/pipeline/match/prepare-candidate.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { processorMs } from '../../processor-ms.ts';
import { AS_OF, aJob, aResume } from './builders.ts';
import { smallTaxonomy } from './small-taxonomy.ts';

const taxonomy = smallTaxonomy();
const facts = (resume: Resume) => readFacts(resume, taxonomy, AS_OF);
const use = (resume: Resume, skill: string) => facts(resume).skills.find((found) => found.skill === skill);

describe('skills', () => {
  it('counts the union of the months of the roles whose lines name them', () => {
    const resume = aResume({
      work: [aJob('Developer', '2021-01', '2021-12', 'Screens in React'), aJob('Developer', '2021-07', '2022-06', 'More React')],
    });
    expect(use(resume, 'react')).toMatchObject({ months: 18, lastUsed: '2022-06', exact: true, line: 'More React' });
  });

  it('are none in lines that stand beside the name: an address, a family (A4)', () => {
    const beside = facts(aResume({ other: [{ heading: '', lines: ['React Cottage, Kubernetes Lane'] }] }));
    expect(beside.listedSkills).toEqual([]);
    const section = facts(aResume({ other: [{ heading: 'Further', lines: ['Likes React'] }] }));
    expect(section.listedSkills).toEqual(['react']);
  });

  it.each(['She', 'He', 'she', 'he'])('are told without who did it: %s (A4)', (pronoun) => {
    const resume = aResume({
      work: [aJob('Developer', '2021-01', '2021-12', `${pronoun} built screens in React, as asked of her and him`)],
    });
    expect(use(resume, 'react')?.line.toLowerCase()).toBe('they built screens in react, as asked of their and them');
  });

  it('has no months for what is only listed', () => {
    const found = facts(
      aResume({ skills: [{ keywords: ['React', 'k8s'] }], work: [aJob('Clerk', '2020-01', undefined, 'Filing')] }),
    );
    expect(found.skills.map(({ skill, months }) => [skill, months])).toEqual([
      ['kubernetes', 0],
      ['react', 0],
    ]);
    expect(found.listedSkills).toEqual(['kubernetes', 'react']);
    expect(found.roles[0]?.skills).toEqual([]);
  });

  it('starts a skill where the line says that it began', () => {
    const resume = aResume({ work: [aJob('Developer', '2015-01', '2020-12', 'React, with TypeScript since January 2020')] });
    expect(use(resume, 'typescript')?.months).toBe(12);
  });

  it('keeps learnt, planned and others’ skills out of the roles', () => {
    const lines = ['Learning about Kubernetes', 'React by the web team', 'The web team wrote Vue', 'Payroll for ninety people'];
    expect(facts(aResume({ work: [aJob('Clerk', '2020-01', undefined, ...lines)] })).roles[0]?.skills).toEqual(['payroll']);
  });

  it('takes an undated role for a list, not for evidence', () => {
    const resume = aResume({ work: [{ position: 'Developer', highlights: ['Wrote React'] }] });
    expect(use(resume, 'react')).toMatchObject({ months: 0 });
    expect(facts(resume).experienceMonths).toBe(0);
  });
});

describe('time', () => {
  it.each([
    'who ',
    'with the team ',
    'a',
    '(',
    'valid until ',
    'Leeds York ',
    '12 people ',
  ])('stays short for three million letters of "%s" (P6)', (piece) => {
    const lines = Array.from({ length: 500 }, () => piece.repeat(2000 / piece.length));
    const resume = aResume({
      basics: { name: 'A', summary: lines.join('\n') },
      work: [aJob('Clerk', '2019-01', undefined, ...lines)],
      other: [{ heading: 'Notes', lines }],
    });
    const started = processorMs();
    prepareCandidate(facts(resume), taxonomy);
    expect(processorMs() - started).toBeLessThan(1500);
  });
});

describe('names that are taken out of lines', () => {
  it('are those that somebody may have: neither one without end nor very many are a reason to fail (P6)', () => {
    const jobs = [
      { ...aJob('Clerk', '2019-01', undefined, 'Filing at Vale Ltd'), name: 'Vale Ltd' },
      { ...aJob('Clerk', '2019-01', '2019-02'), name: `Vale ${'A'.repeat(120_000)}` },
      ...Array.from({ length: 600 }, (_, i) => ({
        ...aJob('Clerk', '2018-01', '2018-02'),
        name: `Firm ${i} ${'B'.repeat(1900)}`,
      })),
    ];
    expect(facts(aResume({ work: jobs })).roles).toHaveLength(jobs.length);
  });
});

describe('credentials', () => {
  const credentials = (name: string, validUntil?: string) => facts(aResume({ certificates: [{ name, validUntil }] })).credentials;
  it.each([
    ['Forklift licence, valid to April 2027', false, false, '2027-04'],
    ['Forklift licence (expired June 2025)', true, false, '2025-06'],
    ['Forklift licence, good until 2029', false, false, '2029'],
    ['Forklift licence, gültig bis 03/2026', true, false, '2026-03'],
    ["Forklift licence, valable jusqu'en août 2028", false, false, '2028-08'],
    ['Preparing for the forklift licence', false, true, undefined],
    ['Forklift licence in progress', false, true, undefined],
    ['Forklift licence, Prüfung im Frühjahr', false, true, undefined],
    ['Forklift licence', false, false, undefined],
  ])('%s', (name, expired, planned, validUntil) => {
    expect(credentials(name)).toEqual([
      { text: name, skills: ['forklift-licence'], expired, planned, ...(validUntil && { validUntil }) },
    ]);
  });

  it('believes the date that the parser read', () => {
    expect(credentials('Forklift licence', '2026-10')[0]).toMatchObject({ expired: true, validUntil: '2026-10' });
    expect(credentials('Forklift licence', '2026-11')[0]).toMatchObject({ expired: false });
  });

  it('finds one in a line of another section, and none where it is denied', () => {
    const other = (line: string) => facts(aResume({ other: [{ heading: 'Further details', lines: [line] }] })).credentials;
    expect(other('Forklift ticket, two referees')).toHaveLength(1);
    expect(other('No licence: forklift licence failed twice')).toHaveLength(0);
    expect(other('I check the forklift licence of every driver of the yard each spring')).toHaveLength(0);
    expect(other('I have driven in yards since school and hold a forklift licence')).toHaveLength(1);
  });

  it('gives each of several certificates on one line its own state', () => {
    const found = facts(
      aResume({ certificates: [{ name: 'RN licence, active', issuer: 'forklift licence lapsed 2019' }] }),
    ).credentials;
    expect(found.map(({ skills, expired }) => [skills[0], expired])).toEqual([
      ['rn-licence', false],
      ['forklift-licence', true],
    ]);
  });

  it('does not take a skills list for a document', () => {
    expect(facts(aResume({ skills: [{ keywords: ['RN licence'] }] })).credentials).toEqual([]);
  });
});

describe('levels', () => {
  const level = (title: string, ...lines: string[]) =>
    facts(aResume({ work: [aJob(title, '2022-01', undefined, ...lines)] })).roles[0]?.level;
  it.each([
    ['Senior frontend developer', [], 'senior'],
    ['Acting head of engineering', ['Led a team of nine'], 'senior'],
    ['Frontend developer', ['Led a team of six developers'], 'lead'],
    ['Frontend developer', ['Leite ein Team von fünf Leuten'], 'lead'],
    ['Frontend developer', ['J’ai encadré huit personnes'], 'lead'],
    ['Frontend developer', ['Mentored two juniors'], 'senior'],
    ['Head of engineering', ['Managed two developers'], 'senior'],
    ['Frontend developer', ['Managed twelve projects'], undefined],
    ['Frontend developer', ['Wrote screens'], undefined],
  ])('%s with %s is %s', (title, lines, expected) => {
    expect(level(title, ...lines)).toBe(expected);
  });

  it('falls back on the months of work', () => {
    const career = (start: string) => facts(aResume({ work: [aJob('Frontend developer', start, undefined)] })).careerLevel;
    expect([career('2026-01'), career('2022-01'), career('2010-01')]).toEqual(['junior', 'mid', 'senior']);
  });
});

describe('place and conditions', () => {
  const other = (...lines: string[]) => facts(aResume({ other: [{ heading: 'Availability', lines }] }));
  it.each([
    ['Happy to move to Leeds', { willing: true, cities: ['Leeds'] }],
    ['Willing to relocate', { willing: true, cities: [] }],
    ['Umzug nach Berlin geplant', { willing: true, cities: ['Berlin'] }],
    ['Je déménage à Berlin en mars', { willing: true, cities: ['Berlin'] }],
    ['I commute to York twice a week', { willing: true, cities: ['York'] }],
    ['No relocation', { willing: false, cities: [] }],
    ['I cannot move to Leeds', { willing: false, cities: [] }],
    ['Kein Umzug', { willing: false, cities: [] }],
    ['I know Leeds well', { willing: false, cities: [] }],
  ])('%s', (line, relocation) => {
    expect(other(line).relocation).toEqual(relocation);
  });

  it.each([
    ['Only part-time, please', ['only-part-time']],
    ['Nur in Teilzeit', ['only-part-time']],
    ['Uniquement à temps partiel', ['only-part-time']],
    ['Remote only', ['only-remote']],
    ['Ausschließlich im Homeoffice', ['only-remote']],
    ['Senior posts only', ['only-senior']],
    ['I need visa sponsorship', ['needs-sponsorship']],
    ['Part-time or full-time', []],
    ['Remote or office', []],
  ])('%s', (line, conditions) => {
    expect(other(line).conditions).toEqual(conditions);
  });

  it('knows where the town is', () => {
    const found = facts(
      aResume({ basics: { name: 'A', location: { city: 'York', countryCode: 'GB', address: '5 Example Lane' } } }),
    );
    expect(found.place).toEqual({ countryCode: 'GB', city: 'York', latitude: 53.958, longitude: -1.083 });
  });
});

describe('education and languages', () => {
  it('knows what is finished', () => {
    const education = facts(
      aResume({
        education: [
          { institution: 'Example University', studyType: 'BSc', area: 'Computing', endDate: '2015-06' },
          { institution: 'Example University', studyType: 'MSc', startDate: '2025-09' },
          { studyType: 'Bachelor, not completed', endDate: '2012' },
        ],
      }),
    ).education;
    expect(education.map(({ level, finished }) => [level, finished])).toEqual([
      ['bachelor', true],
      ['master', false],
      ['bachelor', false],
    ]);
    expect(education[0]).toMatchObject({ field: 'Computing', text: 'BSc, Computing' });
  });

  it('reads levels of languages and counts the language it is written in', () => {
    const found = facts(
      aResume({
        languages: [
          { language: 'German', fluency: 'C1' },
          { language: 'French', fluency: 'Grundkenntnisse' },
        ],
      }),
    );
    expect(found.languages).toEqual([{ code: 'de', level: 'C1' }, { code: 'en' }, { code: 'fr', level: 'A2' }]);
  });
});

describe('what is stated beside the career', () => {
  const stating = (stated: Resume['meta']['shortlist']['stated']) => {
    const resume = aResume({ work: [aJob('Developer', '2021-01', '2021-12', 'Screens in React')] });
    resume.meta.shortlist.stated = stated;
    return facts(resume);
  };

  it('of permission to work, wishes and notice is nothing that scoring knows (A4)', () => {
    expect(
      stating({
        workAuthorisation: [{ text: 'Requires visa sponsorship', status: 'needs-sponsorship' }],
        desiredRoles: [{ text: 'React Developer' }],
        relocation: [{ text: 'no', willing: false }],
        notice: [{ text: '4 weeks', days: 28 }],
        drivingLicences: ['B, C1'],
      }),
    ).toEqual(stating(undefined));
  });
});

it('names of any length and number cost little and break nothing (P6)', () => {
  const jobs = Array.from({ length: 2000 }, (_, at) => ({
    ...aJob('Developer', '2021-01', '2021-12', 'React'),
    name: `Yard ${at} of the Harbour`,
  }));
  const work = [...jobs, { ...aJob('Developer', '2021-01', '2021-12', 'React at Brook Ltd'), name: 'A'.repeat(120_000) }];
  const start = processorMs();
  expect(facts(aResume({ work, basics: { name: 'B'.repeat(120_000) } })).roles).toHaveLength(2001);
  expect(processorMs() - start).toBeLessThan(4000);
});
