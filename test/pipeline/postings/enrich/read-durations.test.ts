import { describe, expect, it } from 'vitest';
import { findDurations, isOnlyDuration } from '../../../../src/pipeline/postings/enrich/read-durations.ts';

describe('durations', () => {
  it.each([
    ['5+ years of experience', 60],
    ['Five years of paid search', 60],
    ['mindestens drei Jahre Berufserfahrung', 36],
    ['2-5 years', 24],
    ['entre 3 et 5 ans', 36],
    ['twelve months of shop work', 12],
    ['deux ans à la plonge', 24],
    ['al menos cuatro años', 48],
    ['minimaal 2 jaar ervaring', 24],
    ['almeno tre anni', 36],
    ['pelo menos 6 meses', 6],
    ['co najmniej 3 lata doświadczenia', 36],
    ['a year of welding', 12],
    ['3 or more years', 36],
    ['1.5 years', 18],
    ['10-year track record', 120],
    ['3年以上経験', 36],
    ['경력 3년 이상', 36],
  ])('reads %s', (text, months) => {
    expect(findDurations(text).map((d) => d.months)).toEqual([months]);
  });

  it('knows the part of another duration from one of its own', () => {
    const [whole, part] = findDurations('Six years of nursing, at least two of those years in theatre');
    expect([whole?.aside, part?.aside]).toEqual([undefined, 'part']);
    expect(findDurations('vier Jahre Buchhaltung, davon wenigstens ein Jahr Lohn')[1]?.aside).toBe('part');
  });

  it.each([
    'within the last five years',
    'not older than three years',
    'for over 40 years we have baked',
    'a two years fixed term',
  ])('sets aside what is no experience: %s', (text) => {
    expect(findDurations(text).every((d) => d.aside === 'window')).toBe(true);
  });

  it('reads "up to a year" as no lower bound', () => {
    expect(findDurations('up to a year of practice')).toEqual([expect.objectContaining({ months: 12, upTo: true })]);
  });

  it.each([
    ['5+ years of experience', true],
    ["3 ans d'expérience minimum", true],
    ['Mindestens 2 Jahre einschlägige Berufserfahrung', true],
    ['3 years of Kubernetes', false],
    ['Kubernetes', false],
  ])('%s says nothing but years: %s', (text, only) => {
    expect(isOnlyDuration(text)).toBe(only);
  });

  it.each([
    'the plan',
    'an answer',
    'Ansicht',
    'annex 5',
    '24/7',
    '§ 5 an der Straße',
    '5 anlagen',
  ])('finds none in %s', (text) => {
    expect(findDurations(text)).toEqual([]);
  });
});
