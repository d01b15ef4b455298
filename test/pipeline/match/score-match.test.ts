import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../../src/domain/match.ts';
import type { Posting } from '../../../src/domain/posting.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { explainScore } from '../../../src/pipeline/match/explain-score.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { replay, scoreBytes } from '../../../src/pipeline/match/replay.ts';
import { scoreMatch } from '../../../src/pipeline/match/score-match.ts';
import { PRESET_WEIGHTS } from '../../../src/pipeline/match/weights.ts';
import { AS_OF, aJob, aPosting, aRequirement, aResume } from './builders.ts';
import { smallTaxonomy } from './small-taxonomy.ts';

const taxonomy = smallTaxonomy();

function score(resume: Resume, posting: Posting, preferences?: Preferences) {
  return scoreMatch(readFacts(resume, taxonomy, AS_OF), posting, { taxonomy, asOf: AS_OF, ...(preferences && { preferences }) });
}

const LEEDS = { city: 'Leeds', countryCode: 'GB', latitude: 53.796, longitude: -1.548 };
const posting = aPosting({
  minYears: 2,
  seniority: 'mid',
  degree: 'bachelor',
  employmentType: 'full-time',
  locations: [LEEDS],
  salary: { min: 40_000, max: 50_000, currency: 'GBP', period: 'year' },
  requirements: [
    aRequirement(taxonomy, 'React'),
    aRequirement(taxonomy, 'Kubernetes'),
    aRequirement(taxonomy, 'TypeScript', { kind: 'nice' }),
  ],
});
const resume = aResume({
  basics: { name: 'Imogen Fairweather', location: { city: 'Leeds', countryCode: 'GB' } },
  work: [aJob('Frontend developer', '2023-11', undefined, 'Screens in React')],
  education: [{ institution: 'Example University', studyType: 'BSc', endDate: '2020' }],
});

describe('the whole score', () => {
  it('is 100 · g · Σ w·s / Σ w with g = 0.6 + 0.4 · must coverage, rounded once', () => {
    const { parts, totals } = score(resume, posting);
    // Musts: React (idf 1) met, Kubernetes (idf 2) not, line of work (1.5) met; the nice one is missing.
    const must = (1 + 1.5) / 4.5;
    const skills = 0.8 * must;
    expect(parts).toEqual({
      skills: expect.closeTo(skills, 12),
      experience: 1,
      education: 1,
      location: 1,
      salary: null,
      preferences: null,
    });
    const gate = 0.6 + 0.4 * must;
    expect(totals.recruiter).toBe(Math.round(10000 * gate * ((50 * skills + 25 + 15 + 10) / 100)) / 100);
    expect(totals.candidate).toBe(Math.round(10000 * gate * ((40 * skills + 30 + 20) / 90)) / 100);
  });

  it('drops a silent factor out of both sums', () => {
    const silent = aPosting({ requirements: [aRequirement(taxonomy, 'React')], title: 'Xyz', normalizedTitle: 'xyz' });
    expect(score(resume, silent).totals).toEqual({ recruiter: 100, candidate: 100 });
    expect(score(aResume(), aPosting({ title: 'Xyz', normalizedTitle: 'xyz' })).totals).toEqual({ recruiter: 0, candidate: 0 });
  });

  it('counts pay for the candidate and shows wishes without weight', () => {
    const wishes: Preferences = {
      version: 1,
      salary: { floor: 40_000, target: 60_000, currency: 'GBP', period: 'year' },
      cities: ['York'],
    };
    const { parts, totals } = score(resume, posting, wishes);
    expect(parts.salary).toBe(0.75);
    expect(parts.preferences).toBe(0);
    const plain = score(resume, posting).totals;
    expect(totals.recruiter).toBe(plain.recruiter);
    expect(totals.candidate).not.toBe(plain.candidate);
    expect(PRESET_WEIGHTS.candidate.preferences + PRESET_WEIGHTS.recruiter.preferences).toBe(0);
  });

  it('is silent about pay in another currency', () => {
    expect(score(resume, posting, { version: 1, salary: { floor: 1, currency: 'EUR', period: 'year' } }).parts.salary).toBeNull();
  });

  it('reads monthly and hourly pay as pay of a year', () => {
    const part = (salary: Posting['salary']) =>
      score(resume, { ...posting, salary }, { version: 1, salary: { floor: 48_000, currency: 'GBP', period: 'year' } }).parts
        .salary;
    expect(part({ min: 4000, max: 4000, currency: 'GBP', period: 'month' })).toBe(1);
    expect(part({ min: 20, max: 20, currency: 'GBP', period: 'hour' })).toBeCloseTo(0.5 * ((41_600 / 48_000 - 0.8) / 0.2), 10);
  });

  it('shows vetoes for excluded companies and pay far below the floor, and changes nothing by them', () => {
    const wishes: Preferences = {
      version: 1,
      excludedCompanies: ['example gmbh'],
      salary: { floor: 90_000, currency: 'GBP', period: 'year' },
    };
    const found = score(resume, { ...posting, company: 'Example GmbH' }, wishes);
    expect(found.vetoes.map(({ kind }) => kind)).toEqual(['excluded-company', 'pay']);
    expect(found.totals.recruiter).toBe(score(resume, posting).totals.recruiter);
  });

  it('shows a veto where sponsorship is asked for and refused', () => {
    const asking = aResume({ ...resume, other: [{ heading: 'Notes', lines: ['I need visa sponsorship'] }] });
    const refusing = { ...posting, description: 'Please note: no visa sponsorship.' };
    expect(score(asking, refusing).vetoes.map(({ kind }) => kind)).toEqual(['work-authorisation']);
    expect(score(asking, posting).vetoes).toEqual([]);
    expect(score(resume, refusing).vetoes).toEqual([]);
  });

  it('counts a broken condition like a must-have that is not covered', () => {
    const partTime = aResume({ ...resume, other: [{ heading: 'Notes', lines: ['Only part-time'] }] });
    const broken = score(partTime, posting);
    expect(broken.totals.recruiter).toBeLessThan(score(resume, posting).totals.recruiter);
    expect(broken.missing).toContain('full-time hours: the resume asks for part-time only');
    expect(score(partTime, { ...posting, employmentType: 'part-time' }).totals).toEqual(score(resume, posting).totals);
  });

  it('names what is met and what is missing with the lines that show it', () => {
    const found = score(resume, posting);
    expect(found.met).toEqual(['React']);
    expect(found.missing).toEqual(['Kubernetes']);
    expect(found.evidence[0]).toEqual({
      ...{
        factor: 'skills',
        requirement: 'React',
        kind: 'exact',
        value: 1,
        resumeLine: 'Screens in React',
        postingLine: 'React',
      },
      ...{ months: 37, lastUsed: '2026-11' },
    });
    expect(found.evidence[1]).toEqual({
      factor: 'skills',
      requirement: 'Kubernetes',
      kind: 'none',
      value: 0,
      postingLine: 'Kubernetes',
    });
  });

  it('is as sure as the less sure side', () => {
    const sure = (confidence: number) => score(resume, { ...posting, confidence }).confidence;
    expect(sure(0.2)).toBe(0.2);
    expect(sure(0.9)).toBeLessThan(0.9);
  });

  it('refuses facts of another date', () => {
    const facts = readFacts(resume, taxonomy, '2026-10-01');
    expect(() => scoreMatch(facts, posting, { taxonomy, asOf: AS_OF })).toThrow(RangeError);
  });
});

describe('replay (A3)', () => {
  it('gives the same bytes a hundred times', () => {
    const first = scoreBytes(score(resume, posting));
    for (let run = 0; run < 100; run++) {
      const again = replay({ resume, posting, scoreVersion: 's2-test', asOf: AS_OF }, smallTaxonomy());
      expect(scoreBytes(again)).toBe(first);
    }
  });

  it('does not mind the order of keys in what was stored', () => {
    const shuffled: Posting = Object.assign(aPosting(), Object.fromEntries(Object.entries(posting).reverse()));
    expect(scoreBytes(score(resume, shuffled))).toBe(scoreBytes(score(resume, posting)));
  });

  it('changes with the date only through the months', () => {
    const at = (asOf: string) => replay({ resume, posting, scoreVersion: 's2-test', asOf }, taxonomy);
    expect(at('2026-11-28')).toEqual({ ...at('2026-11-01'), asOf: '2026-11-28' });
    expect(at('2032-11-01').evidence[0]?.months).toBe(37 + 72);
  });

  it('refuses another version of the formula', () => {
    expect(() => replay({ resume, posting, scoreVersion: 's0-test', asOf: AS_OF }, taxonomy)).toThrow(RangeError);
  });
});

describe('reasons for a card', () => {
  it('tells three at most for each side, in neutral words', () => {
    const { good, missing } = explainScore(score(resume, posting), posting);
    expect(good).toEqual(['React: 3 years, in use now', 'bachelor: BSc', 'onsite, Leeds: the same place']);
    expect(missing).toEqual(['Kubernetes: not shown']);
  });

  it('says what is shown of what is asked for', () => {
    const asking = aPosting({ requirements: [aRequirement(taxonomy, '10 years of Kubernetes', { months: 120 })] });
    const ran = aResume({ work: [aJob('Clerk', '2024-12', undefined, 'Ran Kubernetes')] });
    expect(explainScore(score(ran, asking), asking).missing).toEqual(['10 years of Kubernetes: only 2 years, in use now']);
  });

  it('names a licence once, with what is known of it', () => {
    const asking = aPosting({ requirements: [aRequirement(taxonomy, 'Forklift licence', { credential: true })] });
    const lapsed = aResume({ certificates: [{ name: 'Forklift licence, expired June 2025' }] });
    expect(explainScore(score(lapsed, asking), asking).missing).toEqual(['Forklift licence: expired 2025-06']);
  });
});
