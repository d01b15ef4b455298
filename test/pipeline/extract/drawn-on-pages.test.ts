/** What a PDF page draws besides text: lines, grounds of columns and of cards. */
import { describe, expect, it } from 'vitest';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { box, makePdf, show } from '../../fixtures/extract/make-pdf.ts';

const page = (content: string) => makePdf({ pages: [{ content }] });

describe('pages', () => {
  it('come with the rules that are drawn under them', async () => {
    const document = await extractPdf(
      page(`${show('Education', 72, 700)}72 690 m 300 690 l S\n${box(72, 600, 400, 1, '0 0 0')}`),
    );
    expect(document.pages[0]?.rules).toEqual([
      { x: 72, y: 101.5, width: 228, height: 1 },
      { x: 72, y: 191, width: 400, height: 1 },
    ]);
  });

  it('come with the sides of the cells around them, however low the row', async () => {
    const cell = '72 690 m 300 690 l 300 705 l 72 705 l 72 690 l S';
    const document = await extractPdf(page(`${show('Education', 76, 694)}${cell}`));
    const sides = document.pages[0]?.rules.filter((rule) => rule.height > rule.width).map(({ x, height }) => [x, height]);
    expect(sides).toEqual([
      [299.5, 15],
      [71.5, 15],
    ]);
  });

  it('come with the tall grounds that they stand on, not with that of the page, of a box, or one in its colour', async () => {
    const grounds = [
      box(0, 0, 612, 792, '0.9 0.9 0.9'),
      box(0, 0, 180, 792, '0.1 0.2 0.3'),
      box(200, 700, 300, 60, '0.1 0.2 0.3'),
      box(400, 0, 180, 792, '0.9 0.9 0.9'),
    ];
    const document = await extractPdf(page([...grounds, show('Education', 72, 700)].join('\n')));
    expect(document.pages[0]?.panels).toEqual([{ x: 0, y: 0, width: 180, height: 792 }]);
    const plain = await extractPdf(page(show('Education', 72, 700)));
    expect(plain.pages[0]?.panels).toBeUndefined();
  });

  it('come with the grounds of cards, round or square, however pale, not with circles or what cannot be seen', async () => {
    // A box with corners cut off, as a path that is no rectangle; and a disc of four curves.
    const round = '0.97 0.97 0.97 rg 206 600 m 294 600 l 300 606 l 300 694 l 294 700 l 206 700 l 200 694 l 200 606 l h f';
    const disc =
      '0.1 0.2 0.3 rg 500 650 m 500 678 478 700 450 700 c 422 700 400 678 400 650 c 400 622 422 600 450 600 c 478 600 500 622 500 650 c h f';
    const grounds = [box(40, 600, 150, 100, '0.9 0.9 0.9'), round, disc, box(40, 400, 150, 100, '0.998 0.998 0.998')];
    const document = await extractPdf(page([...grounds, show('Education', 72, 650)].join('\n')));
    expect(document.pages[0]?.cards).toEqual([
      { x: 40, y: 92, width: 150, height: 100 },
      { x: 200, y: 92, width: 100, height: 100 },
    ]);
  });

  it('come without the grounds of a drawing of thousands, which take no time in their square', async () => {
    const tiles = Array.from({ length: 3000 }, () => box(40, 600, 150, 100, '1 1 1')).join('\n');
    const document = await extractPdf(page(`${tiles}\n${box(40, 400, 150, 100, '0.5 0.5 0.5')}\n${show('Education', 72, 650)}`));
    expect(document.pages[0]?.cards).toBeUndefined();
  });
});
