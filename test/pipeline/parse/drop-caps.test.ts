/** A tall first letter of a paragraph. */
import { expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const page = (cap: Placed, beside: string): Placed[] => [
  ...headOf('Orla Tamsin'),
  [40, 110, 'Profile', HEADING],
  cap,
  [62, 130, beside],
  [62, 143, 'and in the yards of the north, most at home where loads are long and awkward.'],
];
const summaryOf = (cap: Placed, beside: string): string | undefined => parse(pdfDocument(page(cap, beside))).basics.summary;

it('a first letter as tall as two lines is read with its word', () => {
  const summary = summaryOf([40, 143, 'C', { size: 32, width: 20 }], 'rane operator with nine years on the quays of Hull');
  expect(summary).toMatch(/^Crane operator with nine years on the quays of Hull and in the yards/);
});

it('a letter as tall as the text beside it is not, nor one beside a word that begins with a capital', () => {
  expect(summaryOf([40, 143, 'C', { size: 12 }], 'rane operator with nine years on the quays of Hull')).not.toContain('Crane');
  const summary = summaryOf([40, 143, 'C', { size: 32, width: 20 }], 'Rane operator with nine years on the quays of Hull');
  expect(summary).not.toContain('CRane');
});

it('a logo beside an address is no part of it', () => {
  const { basics } = parse(
    pdfDocument([
      [40, 70, 'O', { size: 40, width: 30 }],
      [74, 46, 'orla.tamsin@example.org'],
      [74, 59, '+44 113 496 0012'],
      [74, 72, 'Orla Tamsin', { bold: true, size: 14 }],
      [40, 110, 'Profile', HEADING],
      [40, 130, 'Crane operator with nine years on the quays of Hull and in yards'],
    ]),
  );
  expect(basics.email).toBe('orla.tamsin@example.org');
});
