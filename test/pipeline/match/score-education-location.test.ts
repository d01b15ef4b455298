import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/domain/posting.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { scoreMatch } from '../../../src/pipeline/match/score-match.ts';
import { AS_OF, aJob, aPosting, aResume } from './builders.ts';
import { smallTaxonomy } from './small-taxonomy.ts';

const taxonomy = smallTaxonomy();

function score(resume: Resume, posting: Posting) {
  return scoreMatch(readFacts(resume, taxonomy, AS_OF), posting, { taxonomy, asOf: AS_OF });
}

describe('education', () => {
  const part = (studyType: string, more: Partial<Posting>) =>
    score(
      aResume({
        education: [{ studyType, area: 'Timber engineering', endDate: '2012' }],
        work: [aJob('Frontend developer', '2012-01', undefined)],
      }),
      aPosting(more),
    ).parts.education;
  it.each([
    ['MSc', {}, 1],
    ['BSc', {}, 0.6],
    ['Apprenticeship', {}, 0.3],
    ['BSc', { degreeOrEquivalent: true, minYears: 3 }, 1],
    ['BSc', { degreeOrEquivalent: true, minYears: 13 }, 0.6],
    ['MSc', { degreeField: 'Timber engineering' }, 1],
    ['MSc', { degreeField: 'Timber trade' }, 0.7 + 0.15],
    ['MSc', { degreeField: 'Nursing' }, 0.7],
  ])('%s for a master with %o is %s', (studyType, more, value) => {
    expect(part(studyType, { degree: 'master', ...more })).toBeCloseTo(value, 10);
  });

  it('is silent without a degree in the posting', () => {
    expect(part('MSc', {})).toBeNull();
  });
});

describe('location', () => {
  const at = (city: string | undefined, posting: Partial<Posting>, ...lines: string[]) => {
    const resume = aResume({
      basics: city ? { location: { city, countryCode: city === 'Berlin' ? 'DE' : 'GB' } } : {},
      other: [{ heading: 'Availability', lines }],
    });
    return score(resume, aPosting(posting)).parts.location;
  };
  const leeds = { locations: [{ city: 'Leeds', countryCode: 'GB', latitude: 53.796, longitude: -1.548 }] };

  it('is 1 within 25 km, then falls with the distance, slower for hybrid work', () => {
    expect(at('Bradford', leeds)).toBe(1);
    // York is 35.4 km from Leeds.
    expect(at('York', leeds)).toBeCloseTo(Math.exp(-10.4 / 40), 2);
    expect(at('York', { ...leeds, workplace: 'hybrid' })).toBeCloseTo(Math.exp(-10.4 / 60), 2);
    expect(at('Berlin', leeds)).toBeLessThan(0.001);
  });

  it('takes a wish to move for at least 0.6, and a move to that town for all', () => {
    expect(at('Berlin', leeds, 'Willing to relocate')).toBe(0.6);
    expect(at('Berlin', leeds, 'Happy to move to Leeds')).toBe(1);
    expect(at('Berlin', leeds, 'Happy to move to York')).toBeLessThan(0.001);
  });

  it('asks remote work only for the country', () => {
    expect(at('Berlin', { workplace: 'remote', locations: [{ countryCode: 'GB' }] })).toBe(0);
    expect(at('York', { workplace: 'remote', locations: [{ countryCode: 'GB' }] })).toBe(1);
    expect(at('Berlin', { workplace: 'remote' })).toBe(1);
  });

  it('obeys "remote only", knows nothing of the unknown and is silent without a place', () => {
    expect(at('Leeds', leeds, 'Remote only')).toBe(0);
    expect(at(undefined, leeds)).toBe(0.5);
    expect(at('Leeds', {})).toBeNull();
  });
});
