import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../src/messages/card.ts';
import { candidateItem, jobItem, payOf, placeOf } from '../../../src/messages/match-items.ts';
import { buildMatchListCard, buildShortlistCard, type ShortlistInput } from '../../../src/messages/shortlist-card.ts';
import { buildWhyCard, type WhyInput } from '../../../src/messages/why-card.ts';
import { DIGEST_OFF, makeMatch, makePosting, makeResume, makeScore, textOf } from './made-up.ts';

const REASONS = { good: ['a', 'b', 'c', 'd'], missing: ['e'] };

describe('a job as an item', () => {
  it('shows title, company, place, pay, score of the candidate preset and three reasons', () => {
    const match = makeMatch(1, 0, { score: makeScore(0, { totals: { recruiter: 88.1, candidate: 71.25 } }) });
    const posting = makePosting({ salary: { min: 40_000, max: 52_500, currency: 'EUR', period: 'year' } });
    expect(jobItem(match, posting, { number: 3, reasons: REASONS })).toEqual({
      number: 3,
      matchId: 'match-1',
      postingId: 'post-1',
      code: 'm0000001a',
      title: 'Senior Staff Nurse',
      subtitle: 'Fernhill Care · Leeds, GB · 40,000–52,500 EUR a year',
      url: 'https://jobs.example.com/1',
      score: 71.25,
      good: ['a', 'b', 'c'],
      missing: ['e'],
      notes: [],
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'not a link',
    'ftp://jobs.example.com/1',
  ])('never links to %s (P8)', (url) => {
    expect(jobItem(makeMatch(1, 80), makePosting({ url }), { number: 1, reasons: REASONS })).not.toHaveProperty('url');
  });

  it('shows vetoes as notes beside the score', () => {
    const match = makeMatch(1, 80, {
      score: makeScore(80, { vetoes: [{ kind: 'licence', text: 'asks for a nursing licence; none was found' }] }),
    });
    const item = jobItem(match, makePosting(), { number: 1, reasons: REASONS, notes: ['pay is new'] });
    expect(item.notes).toEqual(['Please note: asks for a nursing licence; none was found', 'pay is new']);
    expect(item.score).toBe(80);
  });
});

describe('a candidate as an item', () => {
  it('shows the name, what they do, and the score of the recruiter preset', () => {
    const match = makeMatch(1, 0, { score: makeScore(0, { totals: { recruiter: 88.1, candidate: 71 } }) });
    expect(candidateItem(match, makeResume(), { number: 1, reasons: REASONS })).toMatchObject({
      title: 'Mirela Quandt',
      subtitle: 'Staff Nurse · Leeds · 9 years, 4 months',
      score: 88.1,
    });
  });
});

it.each([
  [{ workplace: 'remote' as const, locations: [] }, 'remote'],
  [{ workplace: 'hybrid' as const }, 'hybrid, Leeds, GB'],
  [{ locations: [] }, undefined],
  [{ locations: [{ city: 'Leeds', countryCode: 'GB' }, { city: 'York' }, { city: 'Hull' }] }, 'Leeds, GB and 2 more'],
])('says where the job is: %j', (changes, expected) => {
  expect(placeOf(makePosting(changes))).toBe(expected);
});

it.each([
  [null, undefined],
  [{ min: 18.5, max: 18.5, currency: 'GBP', period: 'hour' as const }, '18.5 GBP an hour'],
  [{ min: 1000, max: 2000, currency: 'PLN', period: 'month' as const }, '1,000–2,000 PLN a month'],
])('says what the job pays: %j', (salary, expected) => {
  expect(payOf(salary)).toBe(expected);
});

describe('a shortlist', () => {
  const posting = { code: 'j1234abcd', title: 'Senior Staff Nurse', company: 'Fernhill Care' };
  const items = [
    candidateItem(makeMatch(1, 92), makeResume(), { number: 1, reasons: REASONS }),
    candidateItem(makeMatch(2, 80), makeResume(), { number: 2, reasons: REASONS }),
  ];
  const input: ShortlistInput = { posting, items, about: ['cand-1', 'cand-2', 'cand-1'], total: 5, candidates: 40, showFrom: 70 };

  it('is about everybody on it, and says how many more there are', () => {
    const card = buildShortlistCard(input);
    expect(card.title).toBe('5 candidates for Senior Staff Nurse, Fernhill Care, the best with 92');
    expect(card.about).toEqual(['cand-1', 'cand-2']);
    expect(textOf(card)).toContain('3 more of your candidates reach 70.');
    expect(textOf(card)).toContain('> jobs show j1234abcd');
  });

  it('says what to send when the reader has no candidates', () => {
    expect(textOf(buildShortlistCard({ ...input, items: [], about: [], total: 0, candidates: 0 }))).toContain(
      'You have sent no resumes yet',
    );
  });

  it('names the nearest when nobody reaches the threshold', () => {
    const [first] = items;
    const card = buildShortlistCard({
      ...input,
      items: [],
      about: ['cand-1'],
      total: 0,
      nearest: first && { ...first, score: 64.5, missing: ['Wound care'] },
    });
    expect(textOf(card)).toContain(
      'None of your 40 candidates reaches 70 points yet. The nearest is Mirela Quandt with 64. What is missing: Wound care.',
    );
    expect(itemsOf(card)).toHaveLength(1);
  });
});

describe('the jobs of a candidate', () => {
  const base = {
    candidateId: 'cand-1',
    name: 'Mirela Quandt',
    reader: { role: 'recruiter' as const, yours: false, digest: DIGEST_OFF },
  };

  it('are titled by whose they are', () => {
    const summary = {
      items: [jobItem(makeMatch(1, 80), makePosting(), { number: 1, reasons: REASONS })],
      total: 1,
      openPostings: 3,
      showFrom: 70,
    };
    expect(buildMatchListCard({ ...base, summary }).title).toBe('Jobs for Mirela Quandt: 1 job fits, with 80');
    expect(buildMatchListCard({ ...base, summary, reader: { ...base.reader, yours: true } }).title).toBe(
      'Your jobs: 1 job fits, with 80',
    );
    expect(buildMatchListCard({ ...base, summary: { ...summary, items: [], total: 0 } }).title).toBe(
      'Jobs for Mirela Quandt: none fits yet',
    );
  });
});

describe('why', () => {
  const score = makeScore(78.46, {
    confidence: 0.9,
    met: ['Triage', 'Driving licence'],
    missing: ['Wound care'],
    vetoes: [{ kind: 'licence', text: 'asks for a nursing licence; none was found' }],
    evidence: [
      { factor: 'skills', requirement: 'Triage', kind: 'alias', value: 0.95, resumeLine: 'Led triage on a 30-bed ward' },
      { factor: 'skills', requirement: 'Wound care', kind: 'none', value: 0 },
    ],
  });
  const input: WhyInput = {
    candidateId: 'cand-1',
    matchCode: 'm0000001a',
    name: 'Mirela Quandt',
    yours: true,
    posting: { code: 'j1234abcd', title: 'Senior Staff Nurse' },
    preset: 'candidate',
    score,
  };

  it('shows the parts, each requirement with its line, what was not found, and vetoes apart', () => {
    const card = buildWhyCard(input);
    const text = textOf(card);
    expect(card.title).toBe('Why 78.46 of 100: Senior Staff Nurse');
    expect(text).toContain('Skills: 90 of 100');
    expect(text).toContain('Pay: not counted (the job names no pay, or no wish is known)');
    expect(text).toContain('- Triage: "Led triage on a 30-bed ward" (another name for it)');
    expect(text).toContain('- Driving licence');
    expect(text).toContain('# Not found in the resume\n- Wound care');
    expect(text).toContain('# Please note (outside the score)\n- asks for a nursing licence; none was found');
    expect(text).toContain('never from name, age, gender, nationality or school');
    expect(card.about).toEqual(['cand-1']);
  });

  it('tells the candidate what would help, and nobody else', () => {
    expect(textOf(buildWhyCard(input))).toContain('If you do have Wound care, send a resume that says where you used it');
    const other = textOf(buildWhyCard({ ...input, yours: false }));
    expect(other).not.toContain('If you do have');
    expect(other).toContain('Mirela Quandt and "Senior Staff Nurse": 78.46 of 100 as of 2026-03-02.');
  });

  it('names each requirement once: one that is met in part is not among those not found', () => {
    const part = {
      factor: 'skills' as const,
      requirement: 'Wound care',
      kind: 'wording' as const,
      value: 0.3,
      resumeLine: 'Changed dressings',
    };
    const text = textOf(buildWhyCard({ ...input, yours: false, score: { ...score, evidence: [part] } }));
    expect(text).toContain('# Found in part\n- Wound care: "Changed dressings" (similar wording, counts in part)');
    expect(text).not.toContain('Not found in the resume');
    expect(text.match(/Wound care/g)).toHaveLength(1);
  });

  it('says how sure it is', () => {
    expect(textOf(buildWhyCard({ ...input, score: { ...score, confidence: 0.6 } }))).toContain('read with less certainty');
    expect(textOf(buildWhyCard({ ...input, score: { ...score, confidence: 0.2 } }))).toContain('read with little certainty');
  });
});
