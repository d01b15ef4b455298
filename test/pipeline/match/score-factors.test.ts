import { describe, expect, it } from 'vitest';
import type { Posting, Requirement } from '../../../src/domain/posting.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { coverRequirement, pairUp } from '../../../src/pipeline/match/cover-requirement.ts';
import { prepareCandidate } from '../../../src/pipeline/match/prepare-candidate.ts';
import { preparePosting } from '../../../src/pipeline/match/prepare-posting.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { scoreMatch } from '../../../src/pipeline/match/score-match.ts';
import { AS_OF, aJob, aPosting, aRequirement, aResume } from './builders.ts';
import { smallTaxonomy } from './small-taxonomy.ts';

const taxonomy = smallTaxonomy();

function score(resume: Resume, posting: Posting) {
  return scoreMatch(readFacts(resume, taxonomy, AS_OF), posting, { taxonomy, asOf: AS_OF });
}

/** What one requirement is answered with, 0…1, for a posting for a front-end developer. */
function answerOf(resume: Resume, text: string, more: Partial<Requirement> = {}): number | undefined {
  const posting = preparePosting(aPosting({ requirements: [aRequirement(taxonomy, text, more)] }), taxonomy);
  const pair = pairUp(prepareCandidate(readFacts(resume, taxonomy, AS_OF), taxonomy), posting, taxonomy);
  return posting.requirements.map((wanted) => coverRequirement(pair, wanted).value)[0];
}

const oneYear = (...lines: string[]) => aResume({ work: [aJob('Clerk', '2025-01', '2025-12', ...lines)] });

describe('skills: relation × months × age, each by hand', () => {
  it.each([
    ['React', 'React', 1],
    ['ReactJS', 'React', 0.95],
    ['React', 'JavaScript', 0.9],
    ['JavaScript', 'React', 0.5],
    ['Vue', 'React', 0.4],
    ['Payroll', 'React', 0],
  ])('a year of %s for a must of %s is %s', (have, want, value) => {
    // 12 months against the unsaid 6: min(1, 18 / 12) = 1.
    expect(answerOf(oneYear(`Used ${have}`), want)).toBeCloseTo(value, 10);
  });

  it('takes (m + 6) / (asked + 6) of the months asked for', () => {
    // 12 of 36 months: 18 / 42.
    expect(answerOf(oneYear('Used React'), 'Three years of React', { months: 36, words: [] })).toBeCloseTo(18 / 42, 10);
  });

  it('halves what was last used more than five years ago', () => {
    const old = (end: string) => aResume({ work: [aJob('Clerk', '2018-01', end, 'Used React')] });
    expect(answerOf(old('2021-11'), 'React')).toBe(1);
    expect(answerOf(old('2021-10'), 'React')).toBe(0.5);
  });

  it('counts a skill that is only listed 0.85 with no months', () => {
    const listed = aResume({ skills: [{ keywords: ['React'] }] });
    expect(answerOf(listed, 'React')).toBeCloseTo((0.85 * 6) / 12, 10);
    expect(answerOf(listed, 'Five years of React', { months: 60 })).toBeCloseTo(((0.85 * 6) / 66) * 1, 10);
    expect(answerOf(listed, 'React', { kind: 'nice' })).toBe(0.85);
  });

  it('adds up the kinds of a skill over jobs', () => {
    const resume = aResume({ work: [aJob('A', '2020-01', '2022-12', 'React'), aJob('B', '2023-01', '2024-12', 'Vue')] });
    // 60 months of kinds of JavaScript against 60 asked for: 0.9 × 1.
    expect(answerOf(resume, 'JavaScript', { months: 60 })).toBeCloseTo(0.9, 10);
  });

  it('takes the best of "or" and the mean of "and"', () => {
    expect(answerOf(oneYear('Used React'), 'React or Kubernetes')).toBe(1);
    expect(answerOf(oneYear('Used React'), 'React, Kubernetes')).toBe(0.5);
  });

  it('weights requirements by type and by idf clipped to 0.5 … 3', () => {
    const requirements = [
      aRequirement(taxonomy, 'React'), // idf 1, met
      aRequirement(taxonomy, 'Kubernetes'), // idf 2, missing
      aRequirement(taxonomy, 'Excel', { kind: 'nice' }), // idf 0.1 → 0.5, met: 0.35 · 0.5
      aRequirement(taxonomy, 'Welding', { kind: 'context' }), // idf 1, missing: 0.15
    ];
    const resume = oneYear('Used React and Excel');
    const nice = (0.35 * 0.5) / (0.35 * 0.5 + 0.15);
    const unread = aPosting({ requirements, title: 'Xyz', normalizedTitle: 'xyz' });
    expect(score(resume, unread).parts.skills).toBeCloseTo(0.8 * (1 / 3) + 0.2 * nice, 10);
  });

  it('takes the line of work for one more must-have of weight 1.5', () => {
    const asking = aPosting({ requirements: [aRequirement(taxonomy, 'React')] });
    const worked = (title: string) => aResume({ work: [aJob(title, '2025-01', '2025-12', 'Used React')] });
    expect(score(worked('Frontend developer'), asking).parts.skills).toBe(1);
    // Half as alike: (1 + 1.5 · 0.5) / 2.5. Another trade: evidence is worth 0.7 as well.
    expect(score(worked('Backend developer'), asking).parts.skills).toBeCloseTo(1.75 / 2.5, 10);
    expect(score(worked('Welder'), asking).parts.skills).toBeCloseTo(0.7 / 2.5, 10);
  });

  it('is silent without requirements', () => {
    expect(score(oneYear('React'), aPosting()).parts.skills).toBeNull();
  });
});

describe('evidence in other work', () => {
  const inRole = (title: string) => aResume({ work: [aJob(title, '2025-01', '2025-12', 'Used Kubernetes')] });
  it('is worth less in a title of another function, and all of it in like work or under an unknown title', () => {
    expect(answerOf(inRole('Backend developer'), 'Kubernetes')).toBe(1);
    expect(answerOf(inRole('Clerk'), 'Kubernetes')).toBe(1);
    expect(answerOf(inRole('Welder'), 'Kubernetes')).toBeCloseTo(0.7, 10);
  });

  it('counts the best of the roles that name it', () => {
    const both = aResume({
      work: [aJob('Welder', '2020-01', '2024-12', 'Kubernetes'), aJob('Clerk', '2025-01', '2025-12', 'Kubernetes')],
    });
    expect(answerOf(both, 'Kubernetes')).toBe(1);
  });
});

describe('wording, for what the dictionary does not know', () => {
  it('is worth the share of the words in one line of a dated role, at most 0.6, and three quarters of that when its lines share them', () => {
    const text = 'Breakdown repair on bottling lines';
    expect(answerOf(oneYear('Breakdown repair on three bottling lines'), text)).toBeCloseTo(0.6, 10);
    expect(answerOf(oneYear('Breakdown repair', 'Nights', 'Bottling lines, nights'), text)).toBeCloseTo(0.45, 10);
    // Two of four words: below 0.34 it would be chance, here 0.6 · 2 / 4.
    expect(answerOf(oneYear('Breakdown repair'), text)).toBeCloseTo(0.3, 10);
  });

  it('counts nothing that is listed, or far apart, or not done', () => {
    const text = 'Breakdown repair on bottling lines';
    expect(answerOf(aResume({ skills: [{ keywords: ['breakdown repair bottling lines'] }] }), text)).toBe(0);
    expect(answerOf(oneYear('Attended a talk on breakdown repair on bottling lines'), text)).toBe(0);
  });

  it('shows the line that holds the words, not the title above it', () => {
    const { evidence } = score(
      oneYear('Nights', 'Breakdown repair on bottling lines'),
      aPosting({ requirements: [aRequirement(taxonomy, 'Breakdown repair')] }),
    );
    expect(evidence[0]).toMatchObject({ kind: 'wording', resumeLine: 'Breakdown repair on bottling lines' });
  });

  it('is not lowered by a further line between two that answer together', () => {
    const text = 'Breakdown repair on bottling lines';
    const apart = answerOf(oneYear('Breakdown repair', 'Steel', 'Bottling lines'), text);
    expect(apart).toBe(answerOf(oneYear('Breakdown repair', 'Bottling lines'), text));
  });

  it('reaches the parts of compounds', () => {
    // The tail of a compound is worth 0.8: 0.6 · 0.8.
    expect(answerOf(oneYear('Lieferantenbuchhaltung'), 'Buchhaltung')).toBeCloseTo(0.48, 10);
  });

  it('explains the rest of a line that names a skill', () => {
    // All of "bottling lines" beside the skill: 1; none of it: 1 − 0.2.
    expect(answerOf(oneYear('Welding on bottling lines'), 'Welding on bottling lines')).toBe(1);
    expect(answerOf(oneYear('Welding'), 'Welding on bottling lines')).toBeCloseTo(0.8, 10);
  });
});

describe('credentials are held or not', () => {
  const ask = { credential: true };
  const certified = (name: string) => aResume({ certificates: [{ name }] });
  it.each([
    ['Forklift licence', 1],
    ['Forklift ticket, valid to May 2028', 1],
    ['Forklift licence, expired June 2025', 0],
    ['Preparing for the forklift licence', 0],
    ['First aid', 0],
  ])('%s counts %s', (name, value) => {
    expect(answerOf(certified(name), 'Forklift licence', ask)).toBe(value);
  });

  it('shows a missing licence as a veto beside the score, and what is known of it', () => {
    const requirements = [aRequirement(taxonomy, 'Forklift licence', ask)];
    const vetoes = (name: string) => score(certified(name), aPosting({ requirements })).vetoes;
    expect(vetoes('Forklift licence')).toEqual([]);
    expect(vetoes('First aid')).toEqual([{ kind: 'licence', text: 'Forklift licence: not shown' }]);
    expect(vetoes('Forklift licence, expired June 2025')).toEqual([
      { kind: 'licence', text: 'Forklift licence: expired 2025-06' },
    ]);
    expect(vetoes('Forklift licence in progress')).toEqual([{ kind: 'licence', text: 'Forklift licence: in preparation' }]);
  });

  it('does not let an undated mention bring back one that expired; a later validity does', () => {
    const beside = (name: string) => aResume({ certificates: [{ name: 'Forklift licence, expired June 2025' }, { name }] });
    expect(answerOf(beside('Forklift ticket'), 'Forklift licence', ask)).toBe(0);
    expect(answerOf(beside('Forklift ticket, valid to May 2029'), 'Forklift licence', ask)).toBe(1);
  });

  it('counts the use of a thing half where its ticket is asked for', () => {
    expect(answerOf(oneYear('Welding'), 'Welding ticket', ask)).toBeCloseTo(0.5 * 0.8, 10);
    expect(answerOf(certified('Welding'), 'Welding', ask)).toBe(1);
  });

  it('counts a licence in a skills list less than a document, and not at all when the document expired', () => {
    expect(answerOf(aResume({ skills: [{ keywords: ['Forklift licence'] }] }), 'Forklift licence', ask)).toBe(0.85);
    const both = aResume({
      skills: [{ keywords: ['Forklift licence'] }],
      certificates: [{ name: 'Forklift licence', validUntil: '2025-01' }],
    });
    expect(answerOf(both, 'Forklift licence', ask)).toBe(0);
  });
});

describe('spoken languages, degrees and years as requirements', () => {
  it.each([
    ['C2', 1],
    ['C1', 1],
    ['B2', 0.5],
    ['A2', 0.2],
  ])('German at %s for "Fluent German (C1)" is %s', (fluency, value) => {
    expect(answerOf(aResume({ languages: [{ language: 'German', fluency }] }), 'Fluent German (C1)')).toBeCloseTo(value, 10);
  });

  it('asks for the degree', () => {
    const studied = (studyType: string) => aResume({ education: [{ studyType, endDate: '2015' }] });
    expect(answerOf(studied('MSc'), 'Bachelor')).toBe(1);
    expect(answerOf(studied('Apprenticeship'), 'Bachelor')).toBe(0);
  });

  it('answers a bare number of years by the relevant months', () => {
    const resume = aResume({ work: [aJob('Frontend developer', '2025-01', '2025-12', 'Screens')] });
    expect(answerOf(resume, 'Two years of experience', { months: 24 })).toBeCloseTo(18 / 30, 10);
  });
});

describe('leading people as a requirement', () => {
  const led = (line: string, title = 'Frontend developer') => aResume({ work: [aJob(title, '2025-01', '2025-12', line)] });
  it.each([
    ['Led six developers', 'Led a team of five for a year', 1],
    ['Ich leitete ein Team von acht Leuten', 'Led a team of five for a year', 1],
    ['Led two developers', 'Led a team of five for a year', 0.5],
    ['Led twelve projects', 'Led a team of five for a year', 0],
    ['Line manager of six, budgets', 'À la tête d’une équipe de dix personnes', 0.5],
  ])('"%s" for "%s" is worth %s', (line, text, value) => {
    // 12 of 12 months, the title is the posting's own.
    expect(answerOf(led(line), text, { months: 12 })).toBeCloseTo(value, 10);
  });

  it('counts a lead by title without a number, and less in other work', () => {
    expect(answerOf(led('Budgets', 'Head of engineering'), 'Managed people', { months: 12 })).toBeCloseTo(1, 10);
    expect(answerOf(led('Led nine people', 'Welder'), 'Managed people', { months: 12 })).toBeCloseTo(0.6, 10);
  });
});

describe('what a like title suggests', () => {
  const worked = (title: string) => aResume({ work: [aJob(title, '2024-01', '2025-12', 'Nights')] });
  it('stands in for wording that nothing else answers, at 0.3 of its likeness', () => {
    expect(answerOf(worked('Frontend developer'), 'Pixel craft')).toBeCloseTo(0.3, 10);
    expect(answerOf(worked('Backend developer'), 'Pixel craft')).toBeCloseTo(0.15, 10);
    expect(answerOf(worked('Welder'), 'Pixel craft')).toBe(0);
  });

  it('never stands in for skills of the dictionary or for credentials', () => {
    expect(answerOf(worked('Frontend developer'), 'Kubernetes')).toBe(0);
    expect(answerOf(worked('Frontend developer'), 'Tower pass', { credential: true })).toBe(0);
  });
});

describe('experience', () => {
  const part = (resume: Resume, more: Partial<Posting>) => score(resume, aPosting(more)).parts.experience;
  const developer = (start: string, end?: string) => aResume({ work: [aJob('Frontend developer', start, end, 'Screens')] });

  it('is 0.5 · years + 0.3 · title + 0.2 · level', () => {
    // 24 months: (2 + 0.5) / (4 + 0.5); same title; mid for senior: exp(−1 / 2.9).
    const expected = 0.5 * (2.5 / 4.5) + 0.3 + 0.2 * Math.exp(-1 / 2.9);
    expect(part(developer('2024-12'), { minYears: 4, seniority: 'senior' })).toBeCloseTo(expected, 10);
  });

  it('leaves out what the posting is silent about', () => {
    expect(part(developer('2024-12'), {})).toBe(1);
    expect(part(developer('2024-12'), { title: 'Xyz', normalizedTitle: 'xyz' })).toBeNull();
  });

  it('weights the months of other work by its likeness and counts overlapping jobs once', () => {
    const two = aResume({
      work: [
        aJob('Backend developer', '2024-12', undefined, 'Services'),
        aJob('Frontend developer', '2025-12', undefined, 'Screens'),
      ],
    });
    // 12 months of the neighbouring title at 0.5, 12 of the same at 1: 18 months; level silent.
    expect(part(two, { minYears: 4 })).toBeCloseTo((0.5 * (2 / 4.5) + 0.3) / 0.8, 10);
  });

  it('never punishes too much experience', () => {
    expect(part(developer('1995-01'), { minYears: 2 })).toBe(1);
  });

  it('takes an old hand of another trade for a beginner in this one', () => {
    const changed = aResume({
      work: [aJob('Welder', '2005-01', '2025-06', 'Steel'), aJob('Frontend developer', '2025-07', undefined, 'Screens')],
    });
    const expected = 0.3 + 0.2 * Math.exp(-1 / 2.9);
    expect(part(changed, { seniority: 'mid' })).toBeCloseTo(expected / 0.5, 10);
  });
});
