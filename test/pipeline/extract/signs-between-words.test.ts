/** Signs of a font of their own between words that the page draws in one go, with room left for them. */
import { describe, expect, it } from 'vitest';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { makePdf } from '../../fixtures/extract/make-pdf.ts';

/** Words with gaps of 9 points and a space glyph at each, then the signs (`*` in the bold font) in those gaps. */
const WORDS = 'BT /F1 10 Tf 72 700 Td [(Nursing ) -900 (Triage ) -900 (Wound care)] TJ ET ';
const runsOf = async (signs: string) => {
  const document = await extractPdf(makePdf({ pages: [{ content: WORDS + signs }] }));
  return (document.pages[0]?.runs ?? []).toSorted((a, b) => a.x - b.x).map((run) => run.text);
};

describe('signs between words', () => {
  it('part the words where they stand', async () => {
    expect(await runsOf('BT /F2 10 Tf 110 700 Td [(*) -3600 (*)] TJ ET')).toEqual(['Nursing', '*', 'Triage', '*', 'Wound care']);
  });

  it('of another line part nothing', async () => {
    expect(await runsOf('BT /F2 10 Tf 114 680 Td (*) Tj ET')).toContain('Nursing Triage Wound care');
  });

  it('stand each for itself, however evenly they are set', async () => {
    expect(await runsOf('BT /F2 10 Tf 72 660 Td [(*) -6000 (*) -6000 (*) -6000 (*) -6000 (*)] TJ ET')).not.toContain('*****');
  });
});
