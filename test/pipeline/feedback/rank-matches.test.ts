import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../../src/domain/feedback.ts';
import type { Parts } from '../../../src/domain/match.ts';
import { explainTaste } from '../../../src/pipeline/feedback/explain-taste.ts';
import { type FeedbackExample, learnTaste } from '../../../src/pipeline/feedback/learn-taste.ts';
import { candidateTraits, postingTraits, type Trait } from '../../../src/pipeline/feedback/match-traits.ts';
import { LARGEST_SHIFT, rankMatches } from '../../../src/pipeline/feedback/rank-matches.ts';
import { makePosting, PARTS } from '../../messages/cards/made-up.ts';

const REMOTE = makePosting({
  workplace: 'remote',
  company: 'Tolvane Labs',
  function: 'software-development',
  seniority: 'senior',
});
const REMOTE_TOO = makePosting({ workplace: 'remote', company: 'Quillmark', function: 'software-development', seniority: 'mid' });
const OFFICE = makePosting({ workplace: 'onsite', company: 'Brickham Ltd', function: 'accounting', seniority: 'mid' });

function example(
  matchId: string,
  meaning: Meaning,
  traits: readonly Trait[],
  changes: { rating?: number; createdAt?: number; parts?: Parts } = {},
): FeedbackExample {
  return {
    feedback: { matchId, meaning, rating: changes.rating, createdAt: changes.createdAt ?? 1 },
    parts: changes.parts ?? PARTS,
    traits,
  };
}

const match = (id: string, total: number, traits: readonly Trait[], parts: Parts = PARTS) => ({ id, total, parts, traits });
const ids = (ranked: ReturnType<typeof rankMatches>): string[] => ranked.map((one) => one.match.id);

const LIST = [
  match('office', 82, postingTraits(OFFICE)),
  match('remote', 80, postingTraits(REMOTE_TOO)),
  match('office-2', 79, postingTraits(OFFICE)),
];

describe('without feedback', () => {
  it('matches stand by score, and nothing moves', () => {
    const ranked = rankMatches(LIST.toReversed(), learnTaste([]));
    expect(ids(ranked)).toEqual(['office', 'remote', 'office-2']);
    expect(ranked.map((one) => one.shift)).toEqual([0, 0, 0]);
    expect(explainTaste(learnTaste([]))).toEqual([]);
  });
});

describe('one reaction', () => {
  it('brings similar postings forward when it is a 👍', () => {
    expect(ids(rankMatches(LIST, learnTaste([example('seen', 'interested', postingTraits(REMOTE))])))).toEqual([
      'remote',
      'office',
      'office-2',
    ]);
  });

  it('sends similar postings back when it is a 👎', () => {
    expect(ids(rankMatches(LIST, learnTaste([example('seen', 'not-interested', postingTraits(OFFICE))])))).toEqual([
      'remote',
      'office',
      'office-2',
    ]);
  });

  it('moves a posting of the very same kind by several points', () => {
    const [ranked] = rankMatches(
      [match('new', 80, postingTraits(REMOTE))],
      learnTaste([example('seen', 'interested', postingTraits(REMOTE))]),
    );
    expect(ranked?.shift).toBeGreaterThan(5);
    expect(ranked?.match.total).toBe(80);
  });

  it('that is a rating counts by its stars: 5 forward, 1 back, 3 nowhere', () => {
    const shift = (rating: number) =>
      rankMatches(
        [match('new', 80, postingTraits(REMOTE))],
        learnTaste([example('seen', 'rating', postingTraits(REMOTE), { rating })]),
      )[0]?.shift ?? Number.NaN;
    expect(shift(5)).toBeGreaterThan(3);
    expect(shift(1)).toBeLessThan(-3);
    expect(shift(3)).toBeCloseTo(0, 6);
    expect(shift(4)).toBeGreaterThan(0);
    expect(shift(4)).toBeLessThan(shift(5));
  });

  it('that is a comment moves nothing', () => {
    expect(ids(rankMatches(LIST, learnTaste([example('seen', 'comment', postingTraits(REMOTE))])))).toEqual([
      'office',
      'remote',
      'office-2',
    ]);
  });

  it('explains nothing yet: one example is a whim', () => {
    expect(explainTaste(learnTaste([example('seen', 'interested', postingTraits(REMOTE))]))).toEqual([]);
  });
});

describe('a reaction to the listed match itself', () => {
  it('puts what was turned down last and marks it, whatever its score', () => {
    const ranked = rankMatches(
      [match('best', 99, postingTraits(OFFICE)), match('worst', 61, postingTraits(REMOTE))],
      learnTaste([example('best', 'not-interested', postingTraits(OFFICE))]),
    );
    expect(ids(ranked)).toEqual(['worst', 'best']);
    expect(ranked[1]).toMatchObject({ mark: 'not-interested' });
    expect(ranked[1]?.match.total).toBe(99);
  });

  it('never lets a liked match sink, also when its kind is disliked elsewhere', () => {
    const examples = ['a', 'b', 'c', 'd'].map((id) => example(id, 'not-interested', postingTraits(OFFICE)));
    const taste = learnTaste([...examples, example('office', 'interested', postingTraits(OFFICE))]);
    const ranked = rankMatches(LIST, taste);
    expect(ranked.find((one) => one.match.id === 'office')).toMatchObject({ mark: 'liked', shift: 0 });
    expect(ranked.find((one) => one.match.id === 'office-2')?.shift).toBeLessThan(0);
  });

  it('takes the newer of yes and no', () => {
    const yes = example('office', 'interested', postingTraits(OFFICE), { createdAt: 1 });
    const no = example('office', 'not-interested', postingTraits(OFFICE), { createdAt: 2 });
    expect(rankMatches(LIST, learnTaste([yes, no])).at(-1)).toMatchObject({ mark: 'not-interested' });
    const again = { ...yes, feedback: { ...yes.feedback, createdAt: 3 } };
    expect(rankMatches(LIST, learnTaste([yes, no, again]))[0]).toMatchObject({ mark: 'liked' });
  });
});

describe('explanations', () => {
  const liked = ['a', 'b', 'c'].map((id, at) =>
    example(
      id,
      'interested',
      postingTraits(
        makePosting({
          workplace: 'remote',
          company: `Firm ${id}`,
          function: `f${at}`,
          employmentType: undefined,
          requirements: [],
        }),
      ),
    ),
  );

  it('name what three likes have in common', () => {
    expect(explainTaste(learnTaste(liked))[0]).toBe('more remote roles, because you liked 3');
  });

  it('name what was turned down twice', () => {
    const no = ['x', 'y'].map((id) =>
      example(
        id,
        'not-interested',
        postingTraits(
          makePosting({
            company: 'Brickham Ltd',
            workplace: 'hybrid',
            function: id,
            seniority: undefined,
            requirements: [],
            employmentType: undefined,
          }),
        ),
      ),
    );
    expect(explainTaste(learnTaste([...liked, ...no]))).toContain('fewer roles at Brickham Ltd, because 2 were not for you');
  });

  it('are silent where reactions disagree', () => {
    const mixed = ['a', 'b', 'c', 'd'].map((id, at) =>
      example(id, at % 2 === 0 ? 'interested' : 'not-interested', postingTraits(REMOTE)),
    );
    expect(explainTaste(learnTaste(mixed))).toEqual([]);
  });

  it('never run over three sentences', () => {
    expect(explainTaste(learnTaste(['a', 'b', 'c'].map((id) => example(id, 'interested', postingTraits(REMOTE))))).length).toBe(
      3,
    );
  });
});

describe('candidates for a job', () => {
  it('are told apart by level, years, occupation and skills in use', () => {
    const facts = {
      asOf: '2026-03-02',
      skills: [{ skill: 'kubernetes', surface: 'Kubernetes', exact: true, months: 40, line: 'Ran Kubernetes' }],
      roles: [],
      experienceMonths: 90,
      careerLevel: 'senior' as const,
      education: [],
      credentials: [],
      languages: [],
      relocation: { willing: false, cities: [] },
      conditions: [],
      listedSkills: [],
      confidence: { skills: 1, experience: 1, education: 1, location: 1 },
    };
    const senior = candidateTraits(facts, () => 'Kubernetes');
    expect(senior.map((trait) => trait.label)).toEqual([
      'senior candidates',
      'candidates with five to nine years of experience',
      'candidates with Kubernetes',
    ]);
    const junior = candidateTraits({ ...facts, careerLevel: 'junior', experienceMonths: 10, skills: [] });
    const ranked = rankMatches(
      [match('junior', 80, junior), match('senior', 78, senior)],
      learnTaste([example('seen', 'interested', senior)]),
    );
    expect(ids(ranked)).toEqual(['senior', 'junior']);
  });
});

const KEYS = ['remote', 'onsite', 'hybrid', 'nursing', 'software', 'acme', 'quillmark', 'sql', 'triage'];
const anyTraits = fc
  .uniqueArray(fc.constantFrom(...KEYS), { maxLength: 6 })
  .map((keys) => keys.map((key): Trait => ({ key, kind: 'skill', label: key, value: 0.8 })));
const part = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const anyParts: fc.Arbitrary<Parts> = fc.record({
  skills: part,
  experience: part,
  education: part,
  location: part,
  salary: part,
  preferences: part,
});
const anyExample = fc.record({
  feedback: fc.record({
    matchId: fc.integer({ min: 0, max: 12 }).map((n) => `m${n}`),
    meaning: fc.constantFrom<Meaning>('interested', 'not-interested', 'saved', 'applied', 'rating', 'comment'),
    rating: fc.integer({ min: 1, max: 5 }),
    createdAt: fc.integer({ min: 0, max: 5 }),
  }),
  parts: anyParts,
  traits: anyTraits,
});
const anyMatches = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `m${n}`),
    total: fc.double({ min: 0, max: 100, noNaN: true }),
    parts: anyParts,
    traits: anyTraits,
  }),
  { selector: (one) => one.id, maxLength: 12 },
);

describe('for any reactions and matches', () => {
  it('no match moves by more than the bound, and every match stays in the list with its score', () => {
    fc.assert(
      fc.property(fc.array(anyExample, { maxLength: 20 }), anyMatches, (examples, matches) => {
        const ranked = rankMatches(matches, learnTaste(examples));
        for (const one of ranked) expect(Math.abs(one.shift)).toBeLessThanOrEqual(LARGEST_SHIFT);
        expect(new Map(ranked.map((one) => [one.match.id, one.match.total]))).toEqual(
          new Map(matches.map((one) => [one.id, one.total])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('two matches more than twice the bound apart keep their order unless one was turned down', () => {
    fc.assert(
      fc.property(fc.array(anyExample, { maxLength: 20 }), anyMatches, (examples, matches) => {
        const ranked = rankMatches(matches, learnTaste(examples)).filter((one) => one.mark !== 'not-interested');
        ranked.forEach((one, at) => {
          for (const later of ranked.slice(at))
            expect(later.match.total).toBeLessThanOrEqual(one.match.total + 2 * LARGEST_SHIFT);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the same reactions in any order give the same list to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(anyExample, { maxLength: 12 }),
        anyMatches,
        fc.integer({ min: 0, max: 11 }),
        (examples, matches, cut) => {
          // Rows of one match and one instant have one content in the store; here the first of them stands for all.
          const distinct = [
            ...new Map(
              examples.map((one) => [`${one.feedback.matchId}/${one.feedback.createdAt}/${one.feedback.meaning}`, one]),
            ).values(),
          ];
          const once = [...Map.groupBy(distinct, (one) => one.feedback.matchId).values()].flatMap((own) =>
            own.map((one) => ({ ...one, parts: own[0]?.parts ?? one.parts, traits: own[0]?.traits ?? one.traits })),
          );
          const turned = [...once.slice(cut), ...once.slice(0, cut)];
          expect(rankMatches(matches, learnTaste(turned))).toEqual(rankMatches(matches, learnTaste(once)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a reaction taken back leaves the list as it was before', () => {
    fc.assert(
      fc.property(fc.array(anyExample, { maxLength: 10 }), anyExample, anyMatches, (examples, extra, matches) => {
        const before = rankMatches(matches, learnTaste(examples));
        const during = [...examples, extra];
        rankMatches(matches, learnTaste(during));
        expect(rankMatches(matches, learnTaste(during.filter((one) => one !== extra)))).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
