/** Rule A1 over PDF pages: one sentence hidden in every way that a page knows, and looks that hide nothing. */
import { describe, expect, it } from 'vitest';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { BODY, HIDDEN, PAYLOAD, SEEN } from '../../fixtures/extract/hidden-pdf-cases.ts';
import { makePdf } from '../../fixtures/extract/make-pdf.ts';
import { linesOf } from './read-lines.ts';

describe('a sentence hidden in a PDF (A1)', () => {
  it.each(HIDDEN)('is kept apart and reported: $technique, $how', async ({ technique, pdf }) => {
    const document = await extractPdf(makePdf(pdf));
    expect(linesOf(document)).toEqual([BODY]);
    expect(document.hiddenText).toHaveLength(1);
    expect(document.hiddenText[0]).toMatchObject({ technique, page: 1 });
    // Letters that lie on one spot have no words.
    expect(document.hiddenText[0]?.text.replaceAll(' ', '')).toBe(PAYLOAD.replaceAll(' ', ''));
  });
});

describe('a sentence that can be seen (A1)', () => {
  it.each(SEEN)('is read and raises no alarm: $how', async ({ pdf, lines }) => {
    const document = await extractPdf(makePdf(pdf));
    expect(document.hiddenText).toEqual([]);
    expect(linesOf(document)).toEqual(expect.arrayContaining([...lines]));
  });
});
