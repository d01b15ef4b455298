/** The text that a file gives beside its glyphs: for scripts whose glyphs are syllables, and no more than the glyphs can show. */
import { expect, it } from 'vitest';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { makePdf } from '../../fixtures/extract/make-pdf.ts';

const utf16 = (text: string): string =>
  `<FEFF${[...text].map((c) => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')).join('')}>`;
const shown = async (text: string, glyphs = '(ab) Tj') => {
  const content = `/Span<</ActualText ${utf16(text)}>> BDC BT /F1 10 Tf 72 700 Td ${glyphs} ET EMC`;
  const document = await extractPdf(makePdf({ pages: [{ content }] }));
  return document.pages[0]?.runs.map((run) => run.text).join(' ');
};

it('is read where glyphs stand for syllables', async () => {
  expect(await shown('नि')).toBe('नि');
});

it('is not believed in scripts that name each letter, nor where it is longer than what is drawn (A1)', async () => {
  expect(await shown('Hired')).toBe('ab');
  expect(await shown('नियुक्तनियुक्तनियुक्तनियुक्त')).toBe('ab');
});
