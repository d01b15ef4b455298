/** Letters that the font of a line lacks, drawn in another one after the line, in the room that it left for them. */
import { expect, it } from 'vitest';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { makePdf } from '../../fixtures/extract/make-pdf.ts';

const runsOf = async (content: string) => {
  const document = await extractPdf(makePdf({ pages: [{ content }] }));
  return (document.pages[0]?.runs ?? []).toSorted((a, b) => a.x - b.x).map((run) => run.text);
};
/** `Tr?n V?n`: a letter is 5.56 points wide at a size of 10. */
const LINE = 'BT /F1 10 Tf 72 700 Td [(Tr) -556 (n V) -556 (n)] TJ ET ';

it('are put where they stand', async () => {
  expect(await runsOf(`${LINE}BT /F2 10 Tf 81.44 700 Td [(a) -1501 (e)] TJ ET`)).toEqual(['Tran Ven']);
});

it('stay apart where they stand in no gap, on another line, or in another size', async () => {
  const first = 'BT /F1 10 Tf 72 700 Td (Training) Tj ET ';
  expect(await runsOf(`${first}BT /F2 10 Tf 72 700 Td (over) Tj ET`)).toContain('over');
  expect(await runsOf(`${LINE}BT /F2 10 Tf 81.44 690 Td (a) Tj ET`)).toContain('a');
  expect(await runsOf(`${LINE}BT /F2 7 Tf 81.44 700 Td (a) Tj ET`)).toContain('a');
});
