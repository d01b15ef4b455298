import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/domain/match.ts';
import type { Prose, ProseVoice } from '../../../src/domain/prose.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { type ProseFacts, readProseFacts } from '../../../src/pipeline/prose/prose-facts.ts';
import { writeProse } from '../../../src/pipeline/prose/write-prose.ts';
import { blankResume } from '../../blank-resume.ts';
import { taxonomy } from '../parse/build-document.ts';

const AS_OF = '2026-11-01';
const sentencesOf = (prose: Prose): string[] => [
  ...prose.summary.split(/(?<=\.)\s+(?=\p{Lu})/u).filter((one) => one !== ''),
  ...prose.strengths,
  ...prose.improve,
  ...prose.advice,
];
const factsOf = (resume: Resume, matches: Evidence[][] = []) => readProseFacts(resume, taxonomy, AS_OF, matches);
const asks = (requirement: string): Evidence => ({ factor: 'skills', requirement, kind: 'none', value: 0 });

const NURSE = blankResume({
  basics: { name: 'Perpetua Lindqvist', email: 'perpetua@example.com' },
  work: [
    {
      position: 'Charge Nurse',
      name: 'Brookfold Clinic',
      startDate: '2019-03',
      highlights: ['Led a team of 8 nurses', 'Triage and wound care on a ward of 24 beds', 'Wound care audits'],
    },
    {
      position: 'Staff Nurse',
      name: 'Harrow Lane Surgery',
      startDate: '2012-09',
      endDate: '2018-02',
      highlights: ['Phlebotomy'],
    },
  ],
  education: [{ institution: 'Aldermoor University', studyType: 'BSc', area: 'Nursing', endDate: '2012' }],
  skills: [{ keywords: ['Triage', 'Wound care', 'Phlebotomy', 'Infection control'] }],
  languages: [{ language: 'English' }, { language: 'German' }],
  certificates: [{ name: 'Advanced Life Support' }],
});

describe('a profile in sentences (F2.4)', () => {
  it('says of no skill that no job shows it where the job is named after it or a line tells of it', () => {
    const welder = blankResume({
      work: [
        { position: 'Senior Welder', name: 'Vale', startDate: '2019-03', highlights: ['Kept the accounts of the workshop'] },
      ],
      skills: [{ keywords: ['Welding', 'Accounting', 'AutoCAD'] }],
    });
    expect(factsOf(welder).listedOnly).toEqual(['AutoCAD']);
  });

  it('counts the jobs that the years are of, and speaks of none that is yet to begin', () => {
    const work = [
      { position: 'Foreman', name: 'Foo', startDate: '2027-03' },
      { position: 'Welder', name: 'Vale', startDate: '2022-03' },
      { position: 'Fitter', name: 'Dock', startDate: '2018-01', endDate: '2022-02' },
      { position: 'Helper', name: 'Quay' },
    ];
    const languages = [{ language: 'English' }, { language: 'english' }];
    const { summary, strengths } = writeProse(factsOf(blankResume({ work, languages })), 'you');
    expect(summary).toMatch(/^You have 8 years of experience in 2 jobs\. You have worked as Welder at Vale since Mar 2022\./);
    expect(strengths.join(' ')).not.toMatch(/english/i);
  });

  it('says to a candidate what the facts are, what is strong, what to improve and what to do next', () => {
    const matches = [[asks('Palliative care')], [asks('Experience in palliative care')], [asks('Triage')]];
    expect(writeProse(factsOf(NURSE, matches), 'you')).toMatchInlineSnapshot(`
      {
        "advice": [
          "2 of your 3 best jobs ask for Palliative care, which your resume does not show: if you have used it, add where; if not, it is worth learning.",
        ],
        "improve": [
          "Infection control is listed, and no job shows it in use: say where you used it.",
          "No job is dated from Mar 2018 to Feb 2019: if you like, a line can say what you did then.",
        ],
        "strengths": [
          "Longest practice: Charge nurse duties (7 years), Triage (7 years) and Wound care (7 years).",
          "Led 8 people at once.",
          "Stayed 7 years as Charge Nurse at Brookfold Clinic.",
          "You hold Advanced Life Support.",
        ],
        "summary": "You have 13 years of experience in 2 jobs. You have worked as Charge Nurse at Brookfold Clinic since Mar 2019. Your resume shows Charge nurse duties, Triage and Wound care in dated work. Education: BSc, Nursing.",
      }
    `);
  });

  it('says it to a recruiter in the third person, with what is open as facts and no advice', () => {
    const prose = writeProse(factsOf(NURSE), 'they');
    expect(prose.summary).toMatch(/^The candidate has /);
    expect(prose.improve).toContain('No job is dated from Mar 2018 to Feb 2019.');
    expect(prose.advice).toEqual([]);
    expect(sentencesOf(prose).join(' ')).not.toMatch(/\byou(?:r|rs)?\b/i);
  });

  it('has nothing to say of a blank page', () => {
    expect(writeProse(factsOf(blankResume()), 'they')).toEqual({ summary: '', strengths: [], improve: [], advice: [] });
  });

  it('makes no gap out of bare years', () => {
    const work = [
      { position: 'Welder', startDate: '2015', endDate: '2017' },
      { position: 'Welder', startDate: '2019', endDate: '2022' },
    ];
    expect(factsOf(blankResume({ work })).gaps).toEqual([]);
  });

  it('is the same whoever it is about: name, school, birth and nationality change no word (A4)', () => {
    const other: Resume = {
      ...NURSE,
      basics: { ...NURSE.basics, name: 'Kwabena Osei' },
      education: [{ studyType: 'BSc', area: 'Nursing', institution: 'Université de Ville-Haute', endDate: '1988' }],
      other: [{ heading: 'Personal', lines: ['Born 4 May 1961', 'Married, two children', 'Nationality: Freedonian'] }],
    };
    for (const voice of ['you', 'they'] as const)
      expect(writeProse(factsOf(other), voice)).toEqual(writeProse(factsOf(NURSE), voice));
  });
});

const word = fc.constantFrom(
  'Welder',
  'Pflegefachkraft',
  'Chef de rang',
  'Kierowca',
  'Data Engineer',
  'Nurse.',
  'Müller & Söhne GmbH',
  '株式会社',
  'Sous  chef',
  '',
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const date = fc.constantFrom('2001', '2009-02', '2014-11', '2019-03-04', '2024-07', '2025');
const job = fc.record({
  title: maybe(word),
  company: maybe(word),
  start: maybe(date),
  end: maybe(date),
  months: fc.constantFrom(0, 1, 5, 12, 23, 24, 47, 48, 240),
});
const small = fc.constantFrom(0, 1, 2, 3, 11);
const names = fc.array(fc.constantFrom('Triage', 'MIG', 'C++', 'SAP', 'Wound care', 'Excel', ''), { maxLength: 6 });
const anyFacts: fc.Arbitrary<ProseFacts> = fc.record({
  experienceMonths: fc.constantFrom(0, 1, 11, 12, 23, 24, 36, 300),
  jobs: fc.array(job, { maxLength: 4 }),
  latest: maybe(job.map((one) => ({ ...one, current: one.start !== undefined && one.end === undefined }))),
  longest: maybe(job),
  skills: fc.array(fc.record({ name: fc.constantFrom('Triage', 'MIG', 'C++'), months: fc.constantFrom(1, 12, 24, 90) }), {
    maxLength: 3,
  }),
  listedOnly: names,
  teamSize: small,
  degrees: names,
  credentials: names,
  expired: names,
  languages: names,
  lines: fc.constantFrom(0, 4, 9),
  linesWithFigures: small,
  undatedJobs: small,
  jobsWithoutLines: small,
  gaps: fc.array(fc.constantFrom({ first: 24_200, last: 24_210 }), { maxLength: 2 }),
  reachable: fc.boolean(),
  asked: fc.array(fc.constantFrom({ name: 'Kubernetes', jobs: 2, of: 5 }, { name: 'SAP', jobs: 3, of: 3 }), { maxLength: 2 }),
});

describe('whatever the facts', () => {
  const checked = (check: (sentence: string, facts: ProseFacts, voice: ProseVoice) => void) =>
    fc.assert(
      fc.property(anyFacts, fc.constantFrom<ProseVoice>('you', 'they'), (facts, voice) => {
        const prose = writeProse(facts, voice);
        for (const part of [prose.strengths, prose.improve, prose.advice]) expect(part.length).toBeLessThanOrEqual(4);
        for (const sentence of sentencesOf(prose)) check(sentence, facts, voice);
      }),
      { numRuns: 1_000 },
    );

  it('every sentence is one: it begins, it ends, nothing in it is empty, undefined or doubled', () => {
    checked((sentence) => {
      expect(sentence).toMatch(/^[\p{Lu}\p{N}\p{Lo}]|^C\+\+/u);
      expect(sentence).toMatch(/[^.\s,]\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\s\s|\s[,.:]|\(\)|,\s*,/);
      expect(sentence).not.toMatch(/(?<![\p{L}+])(\p{L}+) \1(?![\p{L}+])/u);
      expect(sentence.length).toBeLessThanOrEqual(400);
    });
  });

  it('one is singular and more are plural, and the verb goes with its subject', () => {
    checked((sentence, _facts, voice) => {
      expect(sentence).not.toMatch(/\b1 (?:jobs|years|months|lines|people)\b/);
      expect(sentence).not.toMatch(/\b(?:[02-9]|\d\d+) (?:job|year|month|line)\b(?! (?:is|about))/);
      expect(sentence).not.toMatch(/\b1 job have\b|\bjobs has\b|\bYou has\b|\bcandidate have\b/);
      if (voice === 'they') expect(sentence).not.toMatch(/\byou(?:r|rs)?\b/i);
    });
  });

  it('claims no number that is not a fact', () => {
    checked((sentence, facts) => {
      const known = new Set(
        JSON.stringify(facts)
          .match(/\d+/g)
          ?.flatMap((one) => [one, String(Number(one)), String(Math.floor(Number(one) / 12)), String((Number(one) % 12) + 1)]),
      );
      known.add(String(facts.jobs.filter((job) => job.months > 0).length));
      for (const number of sentence.match(/\d+/g) ?? []) expect(known.has(number), `${number} in ${sentence}`).toBe(true);
    });
  });
});
