import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDigestItems, type DigestChoice, MOST_ITEMS } from '../../src/digest/choose-digest-items.ts';

function choice(id: string, total: number, changes: Partial<DigestChoice> = {}): DigestChoice {
  return {
    matchId: `match-${id}`,
    candidateId: 'cand-1',
    postingId: `post-${id}`,
    postingVersion: 1,
    total,
    order: total,
    turnedDown: false,
    title: `title ${id}`,
    company: `company ${id}`,
    ...changes,
  };
}

const choose = (choices: DigestChoice[], shown: Parameters<typeof chooseDigestItems>[1]['shown'] = []) =>
  chooseDigestItems(choices, { shown, showFrom: 70 })?.map((one) => one.matchId);

describe('a digest', () => {
  it('stays quiet when there is nothing worth sending (F7.1)', () => {
    expect(choose([])).toBeUndefined();
    expect(choose([choice('a', 69.99)])).toBeUndefined();
    expect(choose([choice('a', 90, { turnedDown: true })])).toBeUndefined();
    expect(choose([choice('a', 90)], [{ postingId: 'post-a', postingVersion: 1, candidateId: 'cand-1' }])).toBeUndefined();
  });

  it('shows what fits, best first, by the person’s order and not by the score alone', () => {
    expect(choose([choice('a', 80), choice('b', 75, { order: 86 }), choice('c', 69, { order: 81 }), choice('d', 90)])).toEqual([
      'match-d',
      'match-b',
      'match-a',
    ]);
  });

  it('shows a posting again only in a newer version (F7.3)', () => {
    const shown = [
      { postingId: 'post-a', postingVersion: 2, candidateId: 'cand-1' },
      { postingId: 'post-a', postingVersion: 1, candidateId: 'cand-1' },
    ];
    expect(choose([choice('a', 80, { postingVersion: 2 })], shown)).toBeUndefined();
    expect(choose([choice('a', 80, { postingVersion: 3 })], shown)).toEqual(['match-a']);
  });

  it('shows a recruiter another candidate for a posting that was shown', () => {
    const shown = [{ postingId: 'post-a', postingVersion: 1, candidateId: 'cand-2' }];
    expect(choose([choice('a', 80)], shown)).toEqual(['match-a']);
  });

  it('is not filled by one employer’s many openings of one kind when others fit about as well', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      choice(`same-${at}`, 90 - at / 10, { title: 'Warehouse Operative', company: 'Brickham Ltd', group: 'logistics' }),
    );
    const others = ['x', 'y', 'z'].map((id) => choice(id, 82));
    const chosen = choose([...many, ...others]) ?? [];
    expect(chosen).toHaveLength(MOST_ITEMS);
    expect(chosen).toEqual(expect.arrayContaining(['match-x', 'match-y', 'match-z']));
    expect(chosen[0]).toBe('match-same-0');
  });

  it('does not bring in a much poorer match for variety’s sake', () => {
    const many = Array.from({ length: 8 }, (_, at) =>
      choice(`same-${at}`, 95, { title: 'Warehouse Operative', company: 'Brickham Ltd', group: 'logistics' }),
    );
    expect(choose([...many, choice('poor', 71)])).not.toContain('match-poor');
  });
});

const anyChoice = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map(String),
  total: fc.double({ min: 50, max: 100, noNaN: true }),
  taste: fc.double({ min: -12, max: 12, noNaN: true }),
  version: fc.integer({ min: 1, max: 3 }),
  turnedDown: fc.boolean(),
  title: fc.constantFrom('Nurse', 'Senior Nurse', 'Electrician', 'Buyer'),
  company: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
});
const anyChoices = fc
  .uniqueArray(anyChoice, { selector: (one) => one.id, maxLength: 30 })
  .map((all) =>
    all.map(({ id, total, taste, version, turnedDown, title, company }) =>
      choice(id, total, { order: total + taste, postingVersion: version, turnedDown, title, company }),
    ),
  );
const anyShown = fc.array(
  fc.record({
    postingId: fc.integer({ min: 0, max: 40 }).map((n) => `post-${n}`),
    postingVersion: fc.integer({ min: 1, max: 3 }),
    candidateId: fc.constant('cand-1'),
  }),
  { maxLength: 20 },
);

describe('for any matches', () => {
  it('there are at most seven, all from the threshold on, none turned down, none twice, the best of them first', () => {
    fc.assert(
      fc.property(anyChoices, anyShown, (choices, shown) => {
        const chosen = chooseDigestItems(choices, { shown, showFrom: 70 });
        if (!chosen) return;
        expect(chosen.length).toBeLessThanOrEqual(7);
        expect(new Set(chosen.map((one) => one.postingId)).size).toBe(chosen.length);
        for (const one of chosen) {
          expect(one.total).toBeGreaterThanOrEqual(70);
          expect(one.turnedDown).toBe(false);
          const before = shown.filter((other) => other.postingId === one.postingId).map((other) => other.postingVersion);
          expect(Math.max(0, ...before)).toBeLessThan(one.postingVersion);
        }
        const orders = chosen.map((one) => one.order);
        expect(orders).toEqual([...orders].sort((a, b) => b - a));
      }),
    );
  });

  it('digest after digest nothing repeats, and everything that fits is shown in the end', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const shown: DigestChoice[] = [];
        for (let day = 0; day < 10; day += 1) {
          const chosen = chooseDigestItems(choices, { shown, showFrom: 70 });
          if (!chosen) break;
          shown.push(...chosen);
        }
        const fitting = choices.filter((one) => one.total >= 70 && !one.turnedDown).map((one) => one.matchId);
        expect(shown.map((one) => one.matchId).sort()).toEqual(fitting.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('the order in which they come out of the database changes nothing', () => {
    fc.assert(
      fc.property(anyChoices, anyShown, (choices, shown) => {
        const options = { shown, showFrom: 70 };
        expect(chooseDigestItems(choices.toReversed(), options)).toEqual(chooseDigestItems(choices, options));
      }),
    );
  });
});
