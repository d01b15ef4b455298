import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/domain/document.ts';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

/** Groups as `name: keywords`. */
const groups = (...placed: Placed[]): string[] =>
  parse(pdfDocument([...headOf('Una Fairlock'), [40, 120, 'Skills', HEADING], ...placed])).skills.map(
    (group) => `${group.name ?? ''}: ${group.keywords?.join(', ')}`,
  );

/** A label in a style of its own, and what stands behind it on the same line. */
const line = (y: number, label: string, list: string, style: Partial<TextRun>): Placed[] => [
  [40, y, label, style],
  [40 + label.length * 5 + 3, y, list],
];

describe('names of groups of skills', () => {
  it('stand before a dash in a style of their own, or in several lines', () => {
    expect(groups(...line(140, 'Ovens', '– Sourdough, puff pastry', BOLD))).toEqual(['Ovens: Sourdough, puff pastry']);
    expect(groups([40, 140, 'Ovens – Sourdough, puff pastry'], [40, 156, 'Office – Excel, Word'])).toEqual([
      'Ovens: Sourdough, puff pastry',
      'Office: Excel, Word',
    ]);
  });

  it('stand before their list without a sign where several are set in a style of their own', () => {
    expect(groups(...line(140, 'Ovens', 'Sourdough, puff pastry', BOLD), ...line(156, 'Office', 'Excel, Word', BOLD))).toEqual([
      'Ovens: Sourdough, puff pastry',
      'Office: Excel, Word',
    ]);
  });

  it('are none where a dash stands among the items', () => {
    expect(groups([40, 140, 'Bread – rye, pastry'])).toEqual([': Bread – rye, pastry']);
  });
});
