import { describe, expect, it } from 'vitest';
import { parse } from './build-document.ts';

const label = (...head: string[]): string | undefined =>
  parse(`${head.join('\n')}\nLeeds, United Kingdom\nnora@example.com\n\nExperience\n\nWelder, Acme Ltd\n2016 - 2019\n`).basics
    .label;

describe('a headline', () => {
  it.each([
    'Curriculum Vitae',
    'CV',
    'Lebenslauf',
    'Curriculum Vitae 2026',
    'Resume of Nora Brandvold',
    'CV – Nora Brandvold',
    'Hoja de vida',
    '履歴書',
  ])('is never the name of the document: %s', (title) => {
    expect(label('Nora Brandvold', title)).toBeUndefined();
    expect(label(title, 'Nora Brandvold')).toBeUndefined();
    expect(label('Nora Brandvold', title, 'Senior Welder')).toBe('Senior Welder');
  });

  it.each([
    'Curriculum Vitae Europass',
    'Europass Curriculum Vitae',
    'NB',
    'Esq.',
    'PO Box 77',
    '12 bis, rue des Lilas',
    'Redwood Landstraße 88',
    'NoraBrandvold',
    '生年月日',
  ])('is no address, no initials, no postnominal and no label: %s', (text) => {
    expect(label('Nora Brandvold', text)).toBeUndefined();
    expect(label('Nora Brandvold', text, 'Senior Welder')).toBe('Senior Welder');
  });

  it('is never what somebody wants or may do', () => {
    expect(label('Nora Brandvold', 'Desired role: Team Lead')).toBeUndefined();
    expect(label('Nora Brandvold', 'Notice period: 4 weeks')).toBeUndefined();
    expect(label('Nora Brandvold', 'Driving licence B')).toBeUndefined();
  });
});
