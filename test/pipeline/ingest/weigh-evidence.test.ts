import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../bench/unseen/people.ts';
import type { Person } from '../../../bench/unseen/person.ts';
import { fullNameOf } from '../../../src/domain/full-name.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { isSamePerson, weighEvidence } from '../../../src/pipeline/ingest/weigh-evidence.ts';
import { blankResume } from '../../blank-resume.ts';
import { processorMs } from '../../processor-ms.ts';

const resumeOf = ({ name, email, phone, city, work, education }: Person): Resume =>
  blankResume({
    basics: { name, email, phone, location: { city } },
    work: work.map((job) => ({ ...job, highlights: [...job.highlights] })),
    education: education.map((one) => ({ ...one })),
  });
const with_ = (resume: Resume, sections: Partial<Omit<Resume, 'meta'>>): Resume => ({ ...resume, ...sections });
const person = fc.constantFrom(...PEOPLE);
const two = fc.tuple(person, person).filter(([a, b]) => a.id !== b.id);
const profile = (url: string) => ({ profiles: [{ network: 'LinkedIn', url }] });

describe('a full name (F1.6)', () => {
  it.each([
    ['Silva, Ana', 'ANA SILVA'],
    ['Dr. Jörg Weiß', 'Jorg Weiss'],
    ['Ana M. Silva', 'Silva Ana'],
    ['李 明', '李明'],
    ['José Núñez', 'Jose\u0301 Nun\u0303ez'],
  ])('%s and %s are one', (a, b) => {
    expect(fullNameOf(a)?.key).toBe(fullNameOf(b)?.key);
  });

  it.each([
    ['Ana Silva', 'Ana Maria Silva'],
    ['Ana Silva', 'Ana'],
    ['Ana Silva', 'Rui Silva'],
  ])('%s and %s are not', (a, b) => {
    expect(fullNameOf(a)?.key).not.toBe(fullNameOf(b)?.key);
  });

  it('of one word, or of signs without words, says so; of nothing there is none', () => {
    expect(fullNameOf('Sukarno')?.mononym).toBe(true);
    expect(fullNameOf('李明')?.mononym).toBe(true);
    expect(fullNameOf('Ana Silva')?.mononym).toBe(false);
    expect(fullNameOf('A. B.')).toBeUndefined();
    expect(fullNameOf(undefined)).toBeUndefined();
  });
});

describe('two files under one full name, without a common address or number (F1.6)', () => {
  it('of two people are never one person: same first employer, title and dates, same degree of the same school, same town', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const one = resumeOf(a);
        const other = resumeOf(b);
        const first = one.work.at(-1);
        const sibling = with_(other, {
          basics: { ...other.basics, name: a.name, location: one.basics.location },
          work: [...other.work, ...(first ? [first] : [])],
          education: [...other.education, ...one.education],
        });
        expect(isSamePerson(one, sibling)).toBe(false);
        expect(isSamePerson(sibling, one)).toBe(false);
      }),
    );
  });

  it('of one person are, with a job more, when two dated employers are the same: spelling, case and legal form do not count', () => {
    const employers = ({ work }: Person) => new Set(work.map((job) => job.name)).size;
    fc.assert(
      fc.property(
        // Names of one word, or of signs without words, need more (below).
        person.filter((one) => employers(one) >= 2 && fullNameOf(one.name)?.mononym === false),
        (one) => {
          const old = resumeOf(one);
          const newer = with_(old, {
            basics: { name: one.name.toUpperCase(), email: 'another@example.net' },
            work: [
              { position: 'Something New', name: 'Zennor Works', startDate: '2026-01' },
              ...old.work.map((job) => ({ ...job, endDate: job.endDate ?? '2025-12', name: `${job.name?.toUpperCase()} Ltd` })),
            ],
          });
          expect(isSamePerson(old, newer)).toBe(true);
          expect(isSamePerson(newer, old)).toBe(true);
          expect(weighEvidence(old, newer)?.reasons.join(' ')).toContain('the same years at');
        },
      ),
    );
  });

  it('are weighed alike from both sides', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const one = resumeOf(a);
        const other = with_(resumeOf(b), { basics: { name: a.name }, work: [...resumeOf(b).work, ...one.work.slice(0, 2)] });
        expect(weighEvidence(one, other)?.points).toBe(weighEvidence(other, one)?.points);
      }),
    );
  });

  const job = (name: string, startDate: string, endDate?: string, position = 'Clerk') => ({ name, position, startDate, endDate });
  const ana = blankResume({
    basics: { name: 'Ana Silva', ...profile('https://www.linkedin.com/in/ana-silva-0451/') },
    work: [job('Merrow Freight', '2018-03', '2021-05')],
  });

  it('are one person with the same profile and an employer beside it, and not with the profile alone', () => {
    const newer = with_(ana, {
      basics: { name: 'Silva, Ana', ...profile('http://linkedin.com/in/Ana-Silva-0451?trk=x') },
      work: [job('Merrow Freight', '2018', '2021', 'Planner')],
    });
    expect(weighEvidence(ana, newer)?.reasons).toEqual(['the same LinkedIn profile', 'the same years at Merrow Freight']);
    expect(isSamePerson(ana, newer)).toBe(true);
    expect(isSamePerson(ana, with_(newer, { work: [] }))).toBe(false);
  });

  it('are nobody’s with the words of a template, or a page that is no person’s', () => {
    for (const url of [
      'https://linkedin.com/in/username',
      'https://linkedin.com/company/merrow',
      'https://github.com/merrow/freight',
    ]) {
      const one = with_(ana, { basics: { name: 'Ana Silva', ...profile(url) } });
      expect(weighEvidence(one, one)?.reasons).toEqual(['the same years at Merrow Freight']);
    }
  });

  it('count against each other where each spent long years at an employer that the other does not know', () => {
    const shared = [job('Merrow Freight', '2018-03', '2019-05'), job('Fell Rail', '2019-06', '2020-05')];
    const one = blankResume({ basics: { name: 'Ana Silva' }, work: [...shared, job('Tor Bank', '2020-06', '2024-01')] });
    const other = blankResume({ basics: { name: 'Ana Silva' }, work: [...shared, job('Mire Mills', '2020-06', '2024-01')] });
    expect(isSamePerson(blankResume({ basics: { name: 'Ana Silva' }, work: shared }), other)).toBe(true);
    expect(isSamePerson(one, other)).toBe(false);
  });

  it('need more where the name is one word', () => {
    const work = [job('Merrow Freight', '2018-03', '2019-05'), job('Fell Rail', '2019-06', '2020-05')];
    const one = blankResume({ basics: { name: 'Sukarno' }, work });
    expect(isSamePerson(one, one)).toBe(false);
    const more = with_(one, { work: [...work, job('Tor Bank', '2020-06', '2024-01')] });
    expect(isSamePerson(more, more)).toBe(true);
  });

  it('with different names are not weighed at all', () => {
    expect(weighEvidence(ana, with_(ana, { basics: { ...ana.basics, name: 'Rita Silva' } }))).toBeUndefined();
  });

  it('are weighed in bounded time however many entries they have (P6)', () => {
    const work = Array.from({ length: 5000 }, (_, at) => job(`Firm ${at % 7}`, '2010-01', '2024-01'));
    const one = blankResume({ basics: { name: 'Ana Silva' }, work });
    const before = processorMs();
    weighEvidence(one, one);
    expect(processorMs() - before).toBeLessThan(500);
  });
});
