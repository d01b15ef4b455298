import { describe, expect, it } from 'vitest';
import { type Placed, parse, pdfDocument } from './build-document.ts';

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
    '平成4年12月3日生(満33歳) 男',
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

describe('a headline that wraps', () => {
  const BIG = { size: 17 };
  const read = (...head: Placed[]): string | undefined =>
    parse(
      pdfDocument([
        ...head,
        [40, 200, 'maren.tolvik@example.org'],
        [40, 260, 'EXPERIENCE', { bold: true, size: 14 }],
        [40, 280, 'Potter, Acme Ltd'],
        [40, 294, '2016 - 2019'],
      ]),
    ).basics.label;

  it('goes on below in the same letters', () => {
    expect(
      read(
        [40, 50, 'Maren Tolvik', { size: 24, bold: true }],
        [40, 90, 'Undergraduate Student, Environmental', BIG],
        [40, 112, 'Science', BIG],
      ),
    ).toBe('Undergraduate Student, Environmental Science');
  });

  it('is said once where a bracket goes over two lines', () => {
    expect(
      read([40, 50, 'Maren Tolvik', { size: 24, bold: true }], [40, 90, 'Teacher (Pottery and', BIG], [40, 112, 'Drawing)', BIG]),
    ).toBe('Teacher (Pottery and Drawing)');
  });

  it('begins beside the name', () => {
    expect(
      read([40, 50, 'Maren Tolvik', { size: 24, bold: true }], [220, 50, 'Senior', BIG], [40, 72, 'Bridge Engineer', BIG]),
    ).toBe('Senior Bridge Engineer');
  });

  it('is no more than it where what stands below is of another kind', () => {
    expect(
      read(
        [40, 50, 'Maren Tolvik', { size: 24, bold: true }],
        [40, 90, 'Bridge Engineer', BIG],
        [40, 112, '12 Harbour Lane, Leeds', BIG],
      ),
    ).toBe('Bridge Engineer');
    expect(
      read([40, 50, 'Maren Tolvik', { size: 24, bold: true }], [40, 90, 'Bridge Engineer', BIG], [40, 110, 'Chess and rowing']),
    ).toBe('Bridge Engineer');
  });
});
