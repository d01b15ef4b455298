import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { claimsOf, namesAgree, newCandidateId, sameCandidate } from '../../../src/pipeline/ingest/resolve-candidate.ts';
import { blankResume } from '../../blank-resume.ts';

const KEY = new Uint8Array(32).fill(7);
const resume = (basics: Resume['basics']): Resume => blankResume({ basics });

describe('whose resume it is (F1.6)', () => {
  it.each([
    ['Dr. Jörg Weiß', 'Joerg Weiss', true],
    ['Søren Ødegård', 'Soren Oedegaard', true],
    ['Robert Smith', 'Bob Smith', true],
    ['Robert Smith', 'Anna Smith', false],
    ['Катерина Шевчук', 'Kateryna Shevchuk', true],
    ['Юлия Иванова', 'Julia Ivanova', true],
    ['Юлия Иванова', 'Olga Petrova', false],
    ['Dr. Jörg Weiß', 'JÖRG WEISS', true],
    ['Ana María Silva', 'Ana Silva', true],
    ['Ana Silva', 'Rui Silva', false],
    ['Silva, Ana', 'Ana Silva', true],
    ['Ana Silva', undefined, true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(namesAgree(a, b)).toBe(expected);
  });

  it('joins a newer file of the same address and name, and keeps two people behind one address apart', () => {
    const known = [{ candidateId: 'c1', names: ['Ana Silva'] }];
    expect(sameCandidate(resume({ name: 'ANA SILVA', email: 'agency@example.com' }), known)).toBe('c1');
    expect(sameCandidate(resume({ name: 'Rui Costa', email: 'agency@example.com' }), known)).toBeUndefined();
  });

  it('joins whom their own address names in full under a new family name, and nobody who only shares a family name', () => {
    const known = (name: string, byAddress = true) => [{ candidateId: 'c1', names: [name], byAddress }];
    const newer = (name: string, email: string) => resume({ name, email });
    expect(sameCandidate(newer('Nora Berg', 'nora.brandvold@example.com'), known('Nora Brandvold'))).toBe('c1');
    expect(sameCandidate(newer('Berg, Nora', 'n.brandvold@example.com'), known('Nora Brandvold'))).toBeUndefined();
    expect(sameCandidate(newer('Rui Silva', 'ana.silva@example.com'), known('Ana Silva'))).toBeUndefined();
    expect(sameCandidate(newer('Nora Berg', 'nora.brandvold@example.com'), known('Nora Brandvold', false))).toBeUndefined();
    expect(sameCandidate(newer('Nora Berg', 'jobs@example.com'), known('Nora Brandvold'))).toBeUndefined();
  });

  it('joins a name in other letters only with the candidate that is the proven sender’s own', () => {
    const file = resume({ name: 'Li Ming', email: 'li@example.com' });
    const known = (own: boolean) => [{ candidateId: 'c1', names: ['李明'], byAddress: true, own }];
    expect(sameCandidate(file, known(true))).toBe('c1');
    expect(sameCandidate(file, known(false))).toBeUndefined();
    expect(sameCandidate(file, [{ candidateId: 'c1', names: ['Rui Costa'], byAddress: true, own: true }])).toBeUndefined();
  });

  it('gives two files of a new person, read at the same instant, the same candidate, and two people two', () => {
    const first = newCandidateId(KEY, 'default', 'r1', resume({ name: 'Ana Silva', email: 'ana@example.com' }));
    const second = newCandidateId(KEY, 'default', 'r2', resume({ name: 'Silva, Ana', email: 'Ana@Example.com' }));
    expect(second).toBe(first);
    expect(newCandidateId(KEY, 'default', 'r3', resume({ name: 'Rui Costa', email: 'ana@example.com' }))).not.toBe(first);
    expect(newCandidateId(KEY, 'other', 'r1', resume({ name: 'Ana Silva', email: 'ana@example.com' }))).not.toBe(first);
  });

  it('knows nobody by the name alone', () => {
    expect(claimsOf(resume({ name: 'Maria Silva' }))).toEqual([]);
    const one = newCandidateId(KEY, 'default', 'r1', resume({ name: 'Maria Silva' }));
    expect(newCandidateId(KEY, 'default', 'r2', resume({ name: 'Maria Silva' }))).not.toBe(one);
  });
});
