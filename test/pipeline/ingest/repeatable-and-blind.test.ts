import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ANA_RESUME, NURSE_RESUME } from '../../service/people.ts';
import { parseFile, scoresOf } from './score-a-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
afterEach(() => {
  vi.useRealTimers();
});

describe('the same bytes and the same asOf (A3)', () => {
  it('give the same resume and the same scores, byte by byte, a hundred times', async () => {
    const first = await scoresOf(bytes(ANA_RESUME), 'cv.txt');
    const resume = JSON.stringify(await parseFile(bytes(ANA_RESUME), 'cv.txt'));
    expect(first).toHaveLength(4);
    for (let run = 0; run < 100; run++) {
      // Other people in between: nothing of them may stay.
      if (run % 10 === 0) await scoresOf(bytes(NURSE_RESUME), 'nurse.txt');
      expect(JSON.stringify(await parseFile(bytes(ANA_RESUME), 'cv.txt'))).toBe(resume);
      expect(await scoresOf(bytes(ANA_RESUME), 'cv.txt')).toEqual(first);
    }
  });

  it('give the same on another day, in another year', async () => {
    const first = await scoresOf(bytes(ANA_RESUME), 'cv.txt');
    for (const day of ['2026-12-31T23:59:59Z', '2027-03-28T01:30:00Z', '2031-02-28T12:00:00Z']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
      expect(await scoresOf(bytes(ANA_RESUME), 'cv.txt'), day).toEqual(first);
    }
  });

  it('and another asOf may give others: open ends are counted to it', async () => {
    expect(await scoresOf(bytes(ANA_RESUME), 'cv.txt', '2029-11-10')).not.toEqual(await scoresOf(bytes(ANA_RESUME), 'cv.txt'));
  });
});

interface Person {
  name: string;
  pronouns: string;
  gender: string;
  born: string;
  age: number;
  nationality: string;
  marital: string;
  school: string;
  email: string;
}

/** The same career of somebody else, written as many do: with a table of personal data. */
const resumeOf = (p: Person): string => `${p.name} (${p.pronouns})
Backend Developer
Leeds, United Kingdom | ${p.email} | +44 7700 900555

PERSONAL DETAILS
Date of birth: ${p.born}
Age: ${p.age}
Gender: ${p.gender}
Nationality: ${p.nationality}
Marital status: ${p.marital}

PROFILE
Backend developer, six years with Python and PostgreSQL.

EXPERIENCE
Backend Developer, Tarnside Software Ltd, Leeds (March 2021 - Present)
- Build REST APIs in Python and Django on PostgreSQL
- Run services on Docker and Kubernetes
Junior Developer, Calder Data Ltd, Leeds (June 2019 - February 2021)
- Python services, SQL reports, automated tests

EDUCATION
BSc Computer Science, ${p.school} (2016 - 2019)

SKILLS
Python, Django, PostgreSQL, SQL, Docker, Kubernetes, REST APIs

LANGUAGES
English (native), Portuguese (native)
`;

const person: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(
    'Ana Prado',
    'Mohammed Al-Farsi',
    'Nguyễn Thị Hoa',
    'Olga Kowalczyk',
    'Jamal Freeman',
    "Siobhán O'Rourke",
    'Wei Zhang',
  ),
  pronouns: fc.constantFrom('she/her', 'he/him', 'they/them'),
  gender: fc.constantFrom('female', 'male', 'non-binary', 'diverse'),
  born: fc.constantFrom('4 May 1971', '12.03.1999', '1984-07-30', 'July 2001'),
  age: fc.integer({ min: 18, max: 67 }),
  nationality: fc.constantFrom('British', 'Nigerian', 'Portuguese', 'Vietnamese', 'Syrian'),
  marital: fc.constantFrom('single', 'married, two children', 'widowed'),
  school: fc.constantFrom(
    'Wharfedale University',
    'University of Example',
    'Fernhill Technical College',
    'Escola Superior de Exemplo',
    'Lagos Example Polytechnic',
  ),
  email: fc.constantFrom('ana.prado@example.com', 'x1984@example.org', 'contact@example.net'),
});

describe('blindness from the page to the score (A4)', () => {
  it('name, pronouns, gender, birth, age, nationality, family and school change no score by any amount', async () => {
    const [original] = fc.sample(person, { numRuns: 1, seed: 1 });
    if (!original) throw new Error('nobody');
    const expected = await scoresOf(bytes(resumeOf(original)), 'cv.txt');
    expect(expected.some((score) => score.includes('"met":["'))).toBe(true);
    await fc.assert(
      fc.asyncProperty(person, async (other) => {
        expect(await scoresOf(bytes(resumeOf(other)), 'cv.txt')).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
