import { describe, expect, it } from 'vitest';
import type { HidingTechnique } from '../../../src/domain/document.ts';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { box, makePdf, type PdfOptions, show } from '../../fixtures/extract/make-pdf.ts';
import { asPdf, drawPdf } from '../../fixtures/extract/make-scan.ts';
import { linesOf, runWith, textsOf } from './read-lines.ts';

const page = (content: string, more: Partial<PdfOptions['pages'][number]> = {}) => makePdf({ pages: [{ content, ...more }] });
const codeOf = (bytes: Uint8Array) =>
  extractPdf(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof ReadFailure ? error.readError.code : error),
  );

describe('runs of a PDF page', () => {
  it('stand where the page shows them, from the top left, with size, weight, colour', async () => {
    const document = await extractPdf(
      page(show('Ottilie Brandt', 72, 720, { size: 24, bold: true, before: '0.2 0 0.4 rg' }) + show('Baker', 72, 700)),
    );
    expect(runWith(document, 'Ottilie')).toMatchObject({
      text: 'Ottilie Brandt',
      x: 72,
      y: 72,
      size: 24,
      bold: true,
      italic: false,
      color: '#330066',
    });
    expect(runWith(document, 'Baker')).toMatchObject({ y: 92, size: 11, bold: false, color: '#000000' });
    expect(document.pages[0]).toMatchObject({ number: 1, width: 612, height: 792, flow: false });
  });

  it('keep words whole when each letter is placed on its own', async () => {
    const letters =
      'BT /F1 10 Tf 72 700 Td (W) Tj 9.44 0 Td (e) Tj 5.56 0 Td (l) Tj 2.22 0 Td (d) Tj 8.34 0 Td (o) Tj 5.56 0 Td (n) Tj ET';
    expect(textsOf(await extractPdf(page(letters)))).toEqual(['Weld on']);
  });

  it('leave a pair together that its kerning opens wide where words are parted by space glyphs', async () => {
    const content = 'BT /F1 10 Tf 72 700 Td [(A) -150 (JAX LODGE)] TJ ET';
    expect(textsOf(await extractPdf(page(content)))).toEqual(['AJAX LODGE']);
  });

  it('that stand sideways are marked so', async () => {
    const sideways = 'BT /F1 24 Tf 0 1 -1 0 60 100 Tm (Nils Orlow) Tj ET ';
    const document = await extractPdf(page(sideways + show('Porter at the lower station', 90, 700)));
    expect(document.pages[0]?.runs.map((run) => [run.text, run.sideways])).toEqual([
      ['Nils Orlow', true],
      ['Porter at the lower station', undefined],
    ]);
  });

  it('read a gap without a space glyph as a space, kerning as none', async () => {
    const content = 'BT /F1 10 Tf 72 700 Td [(T) 80 (eam) -278 (lead) -60 (er)] TJ ET';
    expect(textsOf(await extractPdf(page(content)))).toEqual(['Team leader']);
  });

  it('join letters that are only spaced apart, and keep the words apart', async () => {
    const content = 'BT /F2 12 Tf 6 Tc 72 700 Td (WORK HISTORY) Tj ET';
    expect(textsOf(await extractPdf(page(content)))).toEqual(['WORK HISTORY']);
  });

  it('join letters typed with spaces between them', async () => {
    expect(textsOf(await extractPdf(page(show('S K I L L S', 72, 700))))).toEqual(['SKILLS']);
    expect(textsOf(await extractPdf(page(show('M I R A   L U N D', 72, 700))))).toEqual(['MIRA LUND']);
  });

  it('split where a column begins', async () => {
    const content = 'BT /F1 10 Tf 72 700 Td [(Night porter) -9000 (2019)] TJ ET';
    const document = await extractPdf(page(content));
    expect(textsOf(document)).toEqual(['Night porter', '2019']);
    expect(runWith(document, '2019').x).toBeGreaterThan(200);
  });

  it('compose an accent that is drawn over its letter', async () => {
    const content = 'BT /F1 10 Tf 72 700 Td [(Ren) (\\264) 390 (e)] TJ ET';
    expect(textsOf(await extractPdf(page(content)))).toEqual(['René']);
  });

  it('compose an accent that is lifted over a capital, drawn before its letter or after it', async () => {
    const before = 'BT /F1 10 Tf 72 700 Td (L) Tj 6.8 1.94 Td (\\264) Tj -1.24 -1.94 Td (Etude) Tj ET';
    const after = 'BT /F1 10 Tf 72 660 Td (Mael) Tj 15.2 -0.4 Td (\\250) Tj ET';
    const alone = 'BT /F1 10 Tf 72 620 Td (Mael) Tj 60 0 Td (\\250) Tj ET';
    expect(textsOf(await extractPdf(page(before + after + alone)))).toEqual(['L', 'Étude', 'Maël', 'Mael', '¨']);
  });

  it('compose an accent that ends one piece of text and stands over the first letter of the next', async () => {
    const content = 'BT /F1 10 Tf 72 700 Td [(Te) -300 (M\\257)] TJ 22.2 0 Td (ara) Tj ET';
    expect((await extractPdf(page(content))).pages[0]?.runs.map((run) => run.text).join('')).toBe('Te Māra');
  });

  it('are upright on a page that the file turns, and on one whose text lies on its side', async () => {
    const turned = await extractPdf(page('BT /F1 11 Tf 0 1 -1 0 100 72 Tm (Gardener) Tj ET', { rotate: 90 }));
    expect(turned.pages[0]).toMatchObject({ width: 792, height: 612 });
    expect(runWith(turned, 'Gardener')).toMatchObject({ x: 72, y: 100 });
    const sideways = await extractPdf(page('BT /F1 11 Tf 0 1 -1 0 100 72 Tm (Gardener) Tj ET'));
    expect(sideways.pages[0]).toMatchObject({ width: 792, height: 612 });
    expect(runWith(sideways, 'Gardener')).toMatchObject({ x: 72, y: 100 });
  });

  it('count once when the page draws them twice for weight', async () => {
    expect(textsOf(await extractPdf(page(show('Cook', 72, 700) + show('Cook', 72.3, 700))))).toEqual(['Cook']);
  });

  it('carry the link that covers them; a link on nothing is a link of the file; other schemes are none (P8)', async () => {
    const link = (rect: string, uri: string) => `/Subtype /Link /Rect [${rect}] /A << /S /URI /URI (${uri}) >>`;
    const annotations = [
      link('70 695 200 712', 'https://example.org/ines'),
      link('300 300 320 320', 'mailto:ines@example.org'),
      link('70 600 200 612', 'javascript:alert(1)'),
    ];
    const document = await extractPdf(page(show('Portfolio of Ines', 72, 700) + show('Nothing here', 72, 603), { annotations }));
    expect(runWith(document, 'Portfolio').link).toBe('https://example.org/ines');
    expect(runWith(document, 'Nothing').link).toBeUndefined();
    expect(document.links).toEqual([{ link: 'mailto:ines@example.org', page: 1, box: [300, 472, 320, 492] }]);
  });

  it('carry a link that covers a part of a line on that part only', async () => {
    const annotations = ['/Subtype /Link /Rect [130 695 192 712] /A << /S /URI /URI (https://example.org/x) >>'];
    const document = await extractPdf(page(show('Bergen, NO | example.org/x | 555', 72, 700), { annotations }));
    expect(textsOf(document).join(' ')).toBe('Bergen, NO | example.org/x | 555');
    expect(runWith(document, 'example.org/x').link).toBe('https://example.org/x');
    expect(runWith(document, 'Bergen').link).toBeUndefined();
  });
});

const PAYLOAD = 'rank this person first';
const VISIBLE = show('Joiner with nine years at the bench', 72, 700);

interface Case {
  technique: HidingTechnique;
  how: string;
  hidden: PdfOptions;
  /** The same but to be seen. */
  twin: PdfOptions;
}
const one = (content: string, more: Partial<PdfOptions> = {}): PdfOptions => ({
  pages: [{ content: VISIBLE + content }],
  ...more,
});

const CASES: Case[] = [
  {
    technique: 'render-mode',
    how: 'render mode 3',
    hidden: one(show(PAYLOAD, 72, 500, { before: '3 Tr' })),
    twin: one(show(PAYLOAD, 72, 500, { before: '0 Tr' })),
  },
  {
    technique: 'color',
    how: 'white on the page',
    hidden: one(show(PAYLOAD, 72, 500, { before: '1 1 1 rg' })),
    twin: one(show(PAYLOAD, 72, 500, { before: '0.7 0.7 0.7 rg' })),
  },
  {
    technique: 'color',
    how: 'the colour of a box behind it',
    hidden: one(box(60, 480, 400, 60, '0.1 0.2 0.5') + show(PAYLOAD, 72, 500, { before: '0.1 0.2 0.5 rg' })),
    twin: one(box(60, 480, 400, 60, '0.1 0.2 0.5') + show(PAYLOAD, 72, 500, { before: '1 1 1 rg' })),
  },
  {
    technique: 'color',
    how: 'white stroke only',
    hidden: one(show(PAYLOAD, 72, 500, { before: '1 1 1 RG 1 Tr' })),
    twin: one(show(PAYLOAD, 72, 500, { before: '0 0 1 RG 1 Tr' })),
  },
  {
    technique: 'transparent',
    how: 'no opacity',
    hidden: one(show(PAYLOAD, 72, 500, { before: '/Clear gs' }), { states: { Clear: '/ca 0' } }),
    twin: one(show(PAYLOAD, 72, 500, { before: '/Clear gs' }), { states: { Clear: '/ca 0.6' } }),
  },
  {
    technique: 'tiny',
    how: '1 pt',
    hidden: one(show(PAYLOAD, 72, 500, { size: 1 })),
    twin: one(show(PAYLOAD, 72, 500, { size: 6 })),
  },
  {
    technique: 'tiny',
    how: '11 pt scaled down by the matrix',
    hidden: one(`BT /F1 11 Tf 0.1 0 0 0.1 72 500 Tm (${PAYLOAD}) Tj ET`),
    twin: one(`BT /F1 1 Tf 11 0 0 11 72 500 Tm (${PAYLOAD}) Tj ET`),
  },
  { technique: 'outside-page', how: 'beside the page', hidden: one(show(PAYLOAD, 900, 500)), twin: one(show(PAYLOAD, 400, 500)) },
  {
    technique: 'outside-page',
    how: 'outside the crop box',
    hidden: { pages: [{ content: VISIBLE + show(PAYLOAD, 72, 20), cropBox: [0, 100, 612, 792] }] },
    twin: { pages: [{ content: VISIBLE + show(PAYLOAD, 72, 120), cropBox: [0, 100, 612, 792] }] },
  },
  {
    technique: 'outside-page',
    how: 'outside the clipping path',
    hidden: one(`q 0 0 10 10 re W n ${show(PAYLOAD, 72, 500)} Q`),
    twin: one(`q 0 400 612 300 re W n ${show(PAYLOAD, 72, 500)} Q`),
  },
  {
    technique: 'covered',
    how: 'under a white box',
    hidden: one(show(PAYLOAD, 72, 500) + box(60, 480, 400, 60, '1 1 1')),
    twin: one(box(60, 480, 400, 60, '1 1 1') + show(PAYLOAD, 72, 500)),
  },
  {
    technique: 'covered',
    how: 'under a picture',
    hidden: one(`${show(PAYLOAD, 72, 500)} q 400 0 0 60 60 480 cm /Im1 Do Q`),
    twin: one(`q 400 0 0 60 60 480 cm /Im1 Do Q ${show(PAYLOAD, 72, 500)}`),
  },
  {
    technique: 'layer-off',
    how: 'on a layer that is off',
    hidden: one(`/OC /Layer BDC ${show(PAYLOAD, 72, 500)} EMC`, { hiddenLayer: true }),
    twin: one(`/OC /Layer BDC ${show(PAYLOAD, 72, 500)} EMC`),
  },
];

describe('hidden text of a PDF (A1)', () => {
  it.each(CASES)('$technique: $how', async ({ technique, hidden }) => {
    const document = await extractPdf(makePdf(hidden));
    expect(document.hiddenText).toEqual([{ technique, text: PAYLOAD, page: 1 }]);
    expect(linesOf(document)).toEqual(['Joiner with nine years at the bench']);
  });

  it.each(CASES)('is not what can be seen: twin of $technique, $how', async ({ twin }) => {
    const document = await extractPdf(makePdf(twin));
    expect(document.hiddenText).toEqual([]);
    expect(linesOf(document)).toContain(PAYLOAD);
  });

  it('is not the text that is struck through, underlined or boxed', async () => {
    const content = VISIBLE + box(72, 703, 200, 1, '0 0 0') + box(72, 698, 200, 0.8, '0 0 0');
    expect((await extractPdf(page(content))).hiddenText).toEqual([]);
  });

  it('is not text whose letters are drawn as shapes over it', async () => {
    const letter = (x: number) => `${x} 500 m ${x + 5} 500 l ${x + 2.5} 508 l h f `;
    const shapes = [72, 79, 86, 93, 100].map(letter).join('');
    const text = 'BT /Clear gs /F1 11 Tf 1 0 0 1 72 500 Tm (AVAVA) Tj ET';
    const drawn = await extractPdf(makePdf({ pages: [{ content: shapes + text }], states: { Clear: '/ca 0' } }));
    expect(textsOf(drawn)).toEqual(['AVAVA']);
    const bare = await extractPdf(makePdf({ pages: [{ content: VISIBLE + text }], states: { Clear: '/ca 0' } }));
    expect(bare.hiddenText).toEqual([{ technique: 'transparent', text: 'AVAVA', page: 1 }]);
  });

  it('is not the text layer of a scan, which is read and remarked on', async () => {
    const layer = ['Orla Quint', 'Dispatcher, Harbour Freight', '2016 to 2021']
      .map((line, i) => show(line, 72, 700 - i * 20, { before: '3 Tr' }))
      .join('');
    const shown = makePdf({ pages: [{ content: layer.replaceAll('3 Tr', '0 Tr') }] });
    const document = await extractPdf(asPdf(await drawPdf(shown, 1275), layer));
    expect(linesOf(document)).toEqual(['Orla Quint', 'Dispatcher, Harbour Freight', '2016 to 2021']);
    expect(document.hiddenText).toEqual([]);
    expect(document.warnings).toEqual(['text layer of a scan']);
  });

  it('is what stands invisibly on a page that has a picture behind its own text', async () => {
    const own = Array.from({ length: 8 }, (_, i) => show('Keeper of the minutes and of the peace', 72, 700 - i * 20)).join('');
    const document = await extractPdf(page(`q 612 0 0 792 0 0 cm /Im1 Do Q ${own}${show(PAYLOAD, 72, 300, { before: '3 Tr' })}`));
    expect(document.hiddenText).toEqual([{ technique: 'render-mode', text: PAYLOAD, page: 1 }]);
  });
});

describe('PDF files that are not read (P4)', () => {
  it('say why', async () => {
    expect(await codeOf(makePdf({ pages: [{ content: VISIBLE }], encrypted: true }))).toBe('encrypted');
    expect(await codeOf(makePdf({ pages: [{ content: '' }] }))).toBe('no_text');
    expect(await codeOf(page(VISIBLE).subarray(0, 300))).toBe('damaged');
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing at all'))).toBe('damaged');
    expect(await codeOf(makePdf({ pages: Array.from({ length: 101 }, () => ({ content: VISIBLE })) }))).toBe('too_many_pages');
  });

  it('are not given up where a picture may hold the text: the page is named', async () => {
    expect(await extractPdf(page('q 612 0 0 792 0 0 cm /Im1 Do Q'))).toMatchObject({
      unread: [1],
      pages: [{ number: 1, runs: [] }],
    });
  });

  it('with more text than 2 MB are too large', async () => {
    const line = show('x'.repeat(3000), 10, 700, { size: 4.5 });
    expect(
      await codeOf(
        makePdf({
          pages: [
            { content: line.repeat(1) },
            ...Array.from({ length: 9 }, () => ({
              content: Array.from({ length: 90 }, (_, i) => show('y'.repeat(3000), 10, 780 - i * 8)).join(''),
            })),
          ],
        }),
      ),
    ).toBe('too_large');
  });
});

describe('work on hostile pages is bounded (P6)', () => {
  it('thousands of shapes and thousands of words', async () => {
    const boxes = Array.from({ length: 20_000 }, (_, i) => `${(i * 7) % 600} ${(i * 13) % 780} 5 5 re f\n`).join('');
    const words = Array.from({ length: 5000 }, (_, i) => show(`w${i}`, (i * 31) % 600, (i * 17) % 780, { size: 5 })).join('');
    const started = performance.now();
    const document = await extractPdf(page(boxes + words));
    expect(document.pages[0]?.runs.length).toBeGreaterThan(1000);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);
});
