import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { readAnswer } from '../../../src/pipeline/feedback/read-answer.ts';
import { PROSE } from './prose.ts';

const taxonomy = createTaxonomy();
const read = (text: string, items = 5, companies: string[] = []) => readAnswer(text, { taxonomy, items, companies });
/** `2:rating4`, `-:undo`. */
const reactions = (text: string, items = 5) =>
  read(text, items)?.reactions.map(({ number, reaction }) => {
    const what =
      reaction.kind === 'undo' ? 'undo' : reaction.meaning === 'rating' ? `rating${reaction.rating}` : reaction.meaning;
    return `${number ?? '-'}:${what}`;
  });

const WAYS: Readonly<Record<string, readonly string[]>> = {
  interested: ['👍', '👍🏽', '❤️', ':+1:', 'interested', 'yes'],
  'not-interested': ['👎', '👎🏿', '❌', ':-1:', 'not interested', 'no', 'not for me'],
  saved: ['🔖', '⭐', 'saved', 'save', 'bookmark'],
  applied: ['✅', '✔️', 'applied', 'i applied'],
  undo: ['undo', '↩️'],
  rating1: ['1/5', '1 of 5'],
  rating3: ['3/5', '3 stars', '★★★☆☆'],
  rating5: ['5/5', '⭐⭐⭐⭐⭐', '5 stars'],
};
const isPicture = (way: string) => !/^[a-z0-9]/i.test(way);

/** What one line says: numbers, a meaning, and how it is written. */
const line = fc
  .record({
    meaning: fc.constantFrom(...Object.keys(WAYS)),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    way: fc.nat(20),
    form: fc.constantFrom('before', 'glued', 'behind', 'colon', 'hash', 'keycap'),
  })
  .map(({ meaning, numbers, way, form }) => {
    const ways = WAYS[meaning] ?? [];
    const word = ways[way % ways.length] ?? '';
    const list = numbers.join(', ');
    const text =
      form === 'glued' && isPicture(word) && !word.startsWith(':')
        ? numbers.map((n) => `${n}${word}`).join(' ')
        : form === 'behind' && !meaning.startsWith('rating')
          ? `${word} ${numbers.join(' ')}`
          : form === 'colon'
            ? `${list}: ${word}`
            : form === 'hash'
              ? `${numbers.map((n) => `#${n}`).join(' ')} ${word}`
              : form === 'keycap'
                ? `${numbers.map((n) => `${n}\u{fe0f}\u{20e3}`).join(' ')} ${word}`
                : `${list} ${word}`;
    return { text, means: numbers.map((number) => `${number}:${meaning}`) };
  });

describe('any mix of numbers, meanings and ways to write them (O11)', () => {
  it('gives exactly the rows that were meant', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: (one) => one.means[0] }),
        fc.boolean(),
        (lines, polite) => {
          const numbers = lines.flatMap((one) => one.means.map((mean) => mean.split(':')[0]));
          fc.pre(new Set(numbers).size === numbers.length);
          const text = [...(polite ? ['Hi,'] : []), ...lines.map((one) => one.text), ...(polite ? ['Thanks!'] : [])].join('\n');
          expect(reactions(text), JSON.stringify(text)).toEqual(lines.flatMap((one) => one.means));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['not 3', ['3:not-interested']],
    ['interested 2', ['2:interested']],
    ['rate 1 5', ['1:rating5']],
    ['rate 2: 4 stars', ['2:rating4']],
    ['rating 3 2/5', ['3:rating2']],
    ['2 4 stars', ['2:rating4']],
    ['1 5/5', ['1:rating5']],
    ['👍🏾‍♂️ 2', ['2:interested']],
    ['1 👎 too far away', ['1:not-interested', '1:comment']],
  ])('reads %j', (text, expected) => {
    expect(reactions(text)).toEqual(expected);
  });
});

describe('what the answer should have been (F6.1)', () => {
  it.each([
    ['ideal: the nursing jobs first', '-:ideal'],
    ['2 ideal: nothing below 40k', '2:ideal'],
    ['2: ideal answer: a job in York', '2:ideal'],
    ['The list should have shown the ward jobs first.', '-:ideal'],
    ['3 should have been first', '3:ideal'],
    ['the right answer is 2, 1, 3', '-:ideal'],
  ])('reads %j', (text, expected) => {
    expect(reactions(text)).toEqual([expected]);
  });

  it('is none of a message without matches', () => {
    expect(read('ideal: the nursing jobs first', 0)).toBeUndefined();
  });
});

describe('prose', () => {
  it.each(PROSE)('says nothing: %j', (text) => {
    expect(read(text)).toBeUndefined();
    expect(read(`${text}\n\nBest regards\nNora Berg\nPhone: +44 7700 900123`)).toBeUndefined();
  });

  it('in any order and number says nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [...PROSE].filter((one) => one.length > 12),
          { minLength: 1, maxLength: 6 },
        ),
        fc.constantFrom('\n', '\n\n', ' '),
        (lines, gap) => {
          const text = lines.join(gap);
          expect(read(text), JSON.stringify(text)).toBeUndefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never makes a correction or a wish of random words', () => {
    const word = fc.constantFrom(
      ...'the a not no in at from least remote only role job title skills name Leeds York 2 3 2019 and or is was my I you we company salary full-time target want need yes'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 14 }), (words) => {
        // What happens to be wholly a phrase of ours is one.
        fc.pre(!/^(?:not|in|roles?|from|at least|target|full-time) /i.test(words.join(' ')) || words.length > 6);
        const said = read(`${words.join(' ')} today`);
        expect(said?.corrections ?? []).toEqual([]);
        expect(said?.preferences ?? []).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a reply that says several things', () => {
  it('gives reactions, corrections and wishes, and what it could not use', () => {
    const said = read('Hello,\n1👍 3👎\ntitle=Staff Engineer\nremote only\nnot Acme\nThanks\nNora');
    expect(said?.reactions).toHaveLength(2);
    expect(said?.corrections).toEqual([{ path: 'work.latest.position', op: 'set', value: 'Staff Engineer' }]);
    expect(said?.preferences).toEqual([{ set: { remote: 'only' } }, { exclude: ['Acme'] }]);
  });

  it('shows lines that it does not know beside those that it took', () => {
    const said = read('title=Staff Engineer\nand the second thing is wrong too\nThanks, Nora');
    expect(said?.corrections).toHaveLength(1);
    expect(said?.ignored).toEqual(['and the second thing is wrong too']);
  });

  it('takes a line with a colon only where nothing else stands: below a text it is a signature', () => {
    expect(read('Phone: +44 7700 900123')?.corrections).toHaveLength(1);
    expect(read('Name: Nora Berg\nCity: Leeds')?.corrections).toHaveLength(2);
    expect(read('1👍\nNora Berg, Brook Ltd\nPhone: +44 7700 900123')?.corrections ?? []).toEqual([]);
  });

  it('knows a company of the message without a capital letter', () => {
    expect(read('not brook bakery', 3, ['Brook Bakery Ltd'])?.preferences).toEqual([{ exclude: ['brook bakery'] }]);
    expect(read('not brook bakery', 3)).toBeUndefined();
  });

  it('takes the code of a resume', () => {
    expect(read('r4f7k2m9q title=Chief')).toMatchObject({
      resumeCode: 'r4f7k2m9q',
      corrections: [{ path: 'work.latest.position' }],
    });
  });
});
